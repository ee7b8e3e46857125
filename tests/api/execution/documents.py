"""Random documents over a schema of `worlds`: what is executed, not what is valid, so some of them are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from graphql import GraphQLArgument, GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type, is_required_argument

from tests.api.execution.worlds import OBJECTS, Sizes

DECLARED = "($n: Int, $needed: Int! = 4, $s: String, $color: Color, $many: [Int!], $in: In, $yes: Boolean!, $no: Boolean = false)"
LITERALS = {
    "n": ["1", "2", "2", "$n", "$needed", "$needed", "$needed", "null", '"wrong"'],
    "s": ['"x"', "$s", "null"],
    "many": ["[1, 2]", "$many", "3"],
    "color": ["RED", "$color"],
    "odd": ["1", '"x"', "{a: 1}"],
    "in": ["{n: 5}", "{n: $n, many: [1]}", "$in", "{}"],
}
CONDITIONS = (
    "@skip(if: $yes)",
    "@include(if: $yes)",
    "@skip(if: $no)",
    "@include(if: true)",
    "@skip(if: true)",
    "@include(if: $no) @skip(if: $no)",
)
FRAGMENTS = ("First", "Second")
VALUES: dict[str, list[Any]] = {
    "no": [True, False],
    "n": [1, None],
    "s": ["text", None],
    "color": ["GREEN"],
    "many": [[1, 2]],
    "in": [{}, {"n": 3, "color": "RED", "many": [None]}],
}


@dataclass(frozen=True)
class Document:
    """The text of a document with one operation, and two sets of variables to run it with."""

    text: str
    variables: tuple[dict[str, Any], dict[str, Any]]


def random_document(random: Random, schema: GraphQLSchema, sizes: Sizes) -> Document:
    writer = DocumentWriter(random, schema, sizes.selections)
    operation, root = random.choice((("query", "Query"), ("query", "Query"), ("query", "Query"), ("mutation", "Mutation")))
    parts = [f"{operation} Operation {DECLARED} {writer.selection_set(root, sizes.depth)}"]
    for index, name in enumerate(FRAGMENTS):
        writer.left += 15
        on = random.choice((*OBJECTS, "Node", "Query"))
        parts.append(f"fragment {name} on {on} {writer.selection_set(on, sizes.depth - 1, FRAGMENTS[index + 1 :])}")
    return Document("\n".join(parts), (random_variables(random), random_variables(random)))


def random_variables(random: Random) -> dict[str, Any]:
    given = {"yes": random.choice((True, False))}
    return given | {name: random.choice(values) for name, values in VALUES.items() if random.choice((True, False))}


@dataclass
class DocumentWriter:
    """Writes selections on the types of a schema, not too many in all."""

    random: Random
    schema: GraphQLSchema
    selections: int
    left: int = 60

    def selection_set(self, type_name: str, depth: int, fragments: Sequence[str] = FRAGMENTS) -> str:
        count = self.random.randint(2, self.selections)
        self.left -= count
        depth = depth if self.left > 0 else 0
        return "{ " + " ".join(self.selection(type_name, depth, fragments) for _ in range(count)) + " }"

    def selection(self, type_name: str, depth: int, fragments: Sequence[str]) -> str:
        condition = self.random.choice(("",) * 40 + CONDITIONS)
        match self.random.randrange(16):
            case 0 if depth > 0:
                on = self.random.choice(("", type_name, type_name, *OBJECTS, "Node"))
                head = f"... on {on}" if on else "..."
                return f"{head} {condition} {self.selection_set(on or type_name, depth - 1, fragments)}"
            case 1 if fragments:
                return f"...{self.random.choice(fragments)} {condition}"
            case 2:
                return f"__typename {condition}"
            case _:
                return self.field(type_name, depth, fragments, condition)

    def field(self, type_name: str, depth: int, fragments: Sequence[str], condition: str) -> str:
        type_ = self.schema.get_type(type_name)
        if not isinstance(type_, GraphQLObjectType):
            if depth == 0:
                return "__typename"
            return " ".join(f"... on {on} {self.selection_set(on, depth - 1, fragments)}" for on in self.random.sample(OBJECTS, 2))
        name = self.random.choice([*list(type_.fields) * 5, "unknown"])
        alias = self.random.choice(("", "", "x: ", "y: ", "z: "))
        if name == "unknown":
            return f"{alias}unknown {condition}"
        definition = type_.fields[name]
        below = get_named_type(definition.type)
        if is_leaf_type(below):
            return f"{alias}{name}{self.arguments(definition.args)} {condition}"
        if depth == 0:
            return "shared"
        return f"{alias}{name}{self.arguments(definition.args)} {condition} {self.selection_set(below.name, depth - 1, fragments)}"

    def arguments(self, arguments: dict[str, GraphQLArgument]) -> str:
        chosen = {name: LITERALS[name][0] if is_required_argument(argument) else "" for name, argument in arguments.items()}
        chosen |= {name: self.random.choice(LITERALS[name]) for name in arguments if self.random.randrange(3) == 0}
        given = [f"{name}: {literal}" for name, literal in chosen.items() if literal]
        return f"({', '.join(given)})" if given else ""
