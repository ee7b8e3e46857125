"""Random documents over a schema of `worlds`: what is executed, not what is valid, so some of them are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLArgument, GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema, get_named_type
from hypothesis import strategies as st

from tests.api.execution.worlds import OBJECTS

DECLARED = "($n: Int, $needed: Int! = 4, $s: String, $color: Color, $many: [Int!], $in: In, $yes: Boolean!, $no: Boolean = false)"
LITERALS = {
    "n": ["1", "2", "$n", "$needed", "null", '"wrong"'],
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


@dataclass(frozen=True)
class Document:
    """The text of a document with one operation, and two sets of variables to run it with."""

    text: str
    variables: tuple[dict[str, Any], dict[str, Any]]


@st.composite
def documents(draw: st.DrawFn, schema: GraphQLSchema) -> Document:
    writer = DocumentWriter(draw, schema)
    operation, root = draw(st.sampled_from([("query", "Query"), ("query", "Query"), ("query", "Query"), ("mutation", "Mutation")]))
    fragments = {name: draw(st.sampled_from([*OBJECTS, "Node", "Query"])) for name in FRAGMENTS}
    parts = [f"{operation} Operation {DECLARED} {writer.selection_set(root, 4)}"]
    parts += [
        f"fragment {name} on {on} {writer.selection_set(on, 2, FRAGMENTS[index + 1 :])}"
        for index, (name, on) in enumerate(fragments.items())
    ]
    return Document("\n".join(parts), (draw(variables), draw(variables)))


variables = st.fixed_dictionaries(
    {"yes": st.booleans()},
    optional={
        "no": st.booleans(),
        "n": st.sampled_from([1, None]),
        "s": st.sampled_from(["text", None]),
        "color": st.just("GREEN"),
        "many": st.just([1, 2]),
        "in": st.sampled_from([{}, {"n": 3, "color": "RED", "many": [None]}]),
    },
)


@dataclass
class DocumentWriter:
    """Writes selections on the types of a schema."""

    draw: st.DrawFn
    schema: GraphQLSchema

    def selection_set(self, type_name: str, depth: int, fragments: Sequence[str] = FRAGMENTS) -> str:
        count = self.draw(st.integers(1, 4))
        return "{ " + " ".join(self.selection(type_name, depth, fragments) for _ in range(count)) + " }"

    def selection(self, type_name: str, depth: int, fragments: Sequence[str]) -> str:
        condition = self.draw(st.sampled_from(["", "", "", "", *CONDITIONS]))
        match self.draw(st.integers(0, 11)):
            case 0 if depth > 0:
                on = self.draw(st.sampled_from(["", *OBJECTS, "Node"]))
                head = f"... on {on}" if on else "..."
                return f"{head} {condition} {self.selection_set(on or type_name, depth - 1, fragments)}"
            case 1 if fragments:
                return f"...{self.draw(st.sampled_from(fragments))} {condition}"
            case 2:
                return f"__typename {condition}"
            case _:
                return self.field(self.schema.get_type(type_name), depth, fragments, condition)

    def field(self, type_: GraphQLNamedType | None, depth: int, fragments: Sequence[str], condition: str) -> str:
        if not isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            return "__typename"
        name = self.draw(st.sampled_from([*type_.fields, *type_.fields, *type_.fields, "unknown"]))
        alias = self.draw(st.sampled_from(["", "", "x: ", "y: "]))
        if name == "unknown":
            return f"{alias}unknown {condition}"
        definition = type_.fields[name]
        below = get_named_type(definition.type)
        has_fields = hasattr(below, "fields") or hasattr(below, "types")
        if has_fields and depth == 0:
            return "__typename"
        selection_set = self.selection_set(below.name, depth - 1, fragments) if has_fields else ""
        return f"{alias}{name}{self.arguments(definition.args)} {condition} {selection_set}"

    def arguments(self, arguments: dict[str, GraphQLArgument]) -> str:
        given = [f"{name}: {self.draw(st.sampled_from(LITERALS[name]))}" for name in arguments if self.draw(st.booleans())]
        return f"({', '.join(given)})" if given else ""
