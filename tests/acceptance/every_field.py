"""
Every field of a schema, asked for: made from the schema itself, so that a field added tomorrow is asked for tomorrow.

From each root everything is asked for that can be reached from it, each field under every field that leads to its type: so a value is
looked for wherever it may be told. What is asked together needs the same of its caller, and is no more than one request may ask for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_list_type,
    is_required_argument,
    is_required_input_field,
)

PLAIN: Mapping[str, Any] = {"ID": "nobody", "String": "x", "Int": 1, "Boolean": False, "Date": "2026-01-01", "Decimal": "1", "JSON": {}}
"""What is sent where nothing matters."""

DEEPEST, MOST, PAGE = 14, 12_000, 3
"""Of one request: levels, fields that its answer may hold, items of a page."""
TURNS = 5
"""How many types an interface stands for at most."""

Edge = tuple[str, ...]
"""Something that is asked for: by the type that the field leading there is on, its name, the type it leads to, and what is asked."""

Needs = Callable[[str, str], object]
"""Tells what a field needs, by the names of its type and its own: those that are alike may be asked for together."""


@dataclass
class Branch:
    """
    A field with what is asked for below it.

    Args:
        on: the type that the field stands on.
        name: its own.
        to: the object type that it leads to, or may lead to; empty: a value.
        times: how many there may be of it in an answer.
        paged: whether it is a page of a list.
        kept: asked for in any case, if only by what type it is.
        leaves: fields of *to* that are asked for, and nothing below them.
        below: fields of *to* with what is asked for below them.
    """

    on: str
    name: str
    to: str
    times: int = 1
    paged: bool = False
    kept: bool = False
    leaves: list[str] = field(default_factory=list)
    below: list["Branch"] = field(default_factory=list)

    @property
    def touched(self) -> Iterator[tuple[str, str]]:
        """Every field that is asked for, by type and name."""
        yield self.on, self.name
        yield from ((self.to, leaf) for leaf in self.leaves)
        for each in self.below:
            yield from each.touched

    @property
    def edges(self) -> Iterator[Edge]:
        """All that is asked for, by what leads to it."""
        yield from ((self.on, self.name, self.to, leaf) for leaf in self.leaves)
        for each in self.below:
            yield self.on, self.name, self.to, each.name, each.to
            yield from each.edges

    def pruned(self) -> bool:
        """Take away what leads to nothing; tell whether anything is left."""
        self.below = [each for each in self.below if each.pruned()]
        return bool(self.leaves or self.below or self.kept)


@dataclass(frozen=True)
class Question:
    """One field of a root, with what is asked for below it of each type that it may lead to."""

    branches: tuple[Branch, ...]

    @property
    def root(self) -> str:
        """The field of the root."""
        return self.branches[0].name

    @property
    def touched(self) -> frozenset[tuple[str, str]]:
        """Every field that is asked for, by type and name."""
        return frozenset(each for branch in self.branches for each in branch.touched)

    @property
    def edges(self) -> Iterator[Edge]:
        """All that is asked for, by what leads to it."""
        for branch in self.branches:
            yield from branch.edges


def questions(
    schema: GraphQLSchema, needs: Needs, open_to_all: object, root: GraphQLObjectType, known: Iterable[Edge] = ()
) -> Iterator[Question]:
    """
    Yield what asks for everything that can be reached from *root*.

    Args:
        schema: that it belongs to.
        needs: of each field.
        open_to_all: what a field needs that everybody may read.
        root: the type of queries, mutations or subscriptions.
        known: what was asked for elsewhere.
    """
    everything = [(kind.name, name) for kind in objects_of(schema) for name in kind.fields]
    asked, by_root = set(known), dict[str, set[Edge]]()
    for name, each in sorted(root.fields.items(), key=lambda named: _is_general(named[1])):
        if not is_composite_type(get_named_type(each.type)):
            yield Question((Branch(root.name, name, ""),))
            continue
        already = asked if _is_general(each) else by_root.setdefault(name, set(known))
        for alike in dict.fromkeys(needs(on, inner) for on, inner in everything):
            for question in _Asking(schema, needs, (alike, open_to_all), already).of(root.name, name, each):
                asked.update(question.edges)
                yield question


def _is_general(root: GraphQLField) -> bool:
    """Tell whether a root leads where others lead, too: a list, whatever has an id, what a change made."""
    name = get_named_type(root.type).name
    return "input" in root.args or name == "Node" or name.endswith("Connection")


def objects_of(schema: GraphQLSchema) -> list[GraphQLObjectType]:
    """Return the object types of a schema that are its own."""
    return [each for name, each in schema.type_map.items() if isinstance(each, GraphQLObjectType) and not name.startswith("__")]


class _Asking:
    """
    Makes the questions from one root, until all that is wanted was asked for.

    Args:
        schema: of the questions.
        needs: of each field.
        alike: what fields need that are asked for, and what those may need that lead to them.
        asked: what was asked already: by the field that leads to a type, the type, and a field of it.
    """

    def __init__(self, schema: GraphQLSchema, needs: Needs, alike: tuple[object, object], asked: set[Edge]) -> None:
        self._schema = schema
        self._needs = needs
        self._wanted, self._open = alike
        self._asked = asked
        self._possible: dict[int, list[str]] = {}

    def of(self, on: str, name: str, root: GraphQLField) -> Iterator["Question"]:
        """Yield the questions that begin with a field of the root: about all members of a union at once."""
        targets = self._targets(root)
        together = [targets] if isinstance(get_named_type(root.type), GraphQLUnionType) else [[each] for each in targets]
        for kinds in together:
            idle, turn = 0, 0
            while idle < TURNS:  # so that each type that an abstract one may be has its turn
                before = len(self._asked)
                made = [self._grown(Branch(on, name, kind, _times(root), paged="first" in root.args), turn) for kind in kinds]
                left = tuple(each for each in made if each.pruned())
                if left and len(self._asked) > before:
                    yield Question(left)
                idle, turn = (0 if len(self._asked) > before else idle + 1), turn + 1

    def _grown(self, root: Branch, turn: int) -> Branch:
        """Return what is left to ask from here, each field that leads on followed once; of an interface, another type each *turn*."""
        followed, waiting, cost = {(root.on, root.name)}, [(root, 1)], 0
        while waiting:
            branch, depth = waiting.pop(0)
            kind = self._schema.type_map[branch.to]
            assert isinstance(kind, GraphQLObjectType)
            for name, each in kind.fields.items():
                needs, targets = self._needs(branch.to, name), self._targets(each)
                if not targets and needs == self._wanted and cost + branch.times <= MOST and self._first(branch, name):
                    branch.leaves.append(name)
                    cost += branch.times
                elif targets and needs in {self._wanted, self._open} and (branch.to, name) not in followed and depth < DEEPEST:
                    followed.add((branch.to, name))
                    union = isinstance(get_named_type(each.type), GraphQLUnionType)
                    for target in targets if union else [targets[turn % len(targets)]]:
                        times = branch.times * (PAGE if branch.paged and name in {"edges", "nodes"} else _times(each))
                        child = Branch(branch.to, name, target, times, paged="first" in each.args)
                        child.kept = needs == self._wanted and times <= MOST and self._first(branch, name, target)
                        branch.below.append(child)
                        if times <= MOST:
                            waiting.append((child, depth + 1))
        return root

    def _first(self, branch: Branch, *what: str) -> bool:
        """Tell whether something below a branch is asked for the first time."""
        edge = (branch.on, branch.name, branch.to, *what)
        new = edge not in self._asked
        self._asked.add(edge)
        return new

    def _targets(self, each: GraphQLField) -> list[str]:
        """Return the names of the object types that a field may lead to; none, where it is a value."""
        found = self._possible.get(id(each))
        if found is None:
            named = get_named_type(each.type)
            kinds = self._schema.get_possible_types(named) if is_abstract_type(named) else [named] if is_composite_type(named) else []
            found = self._possible[id(each)] = sorted(kind.name for kind in kinds)
        return found


def _times(each: GraphQLField) -> int:
    return 10 if is_list_type(get_nullable_type(each.type)) else 1


@dataclass
class Written:
    """
    A question as it is sent.

    Args:
        schema: that it is about.
        given: what to send for arguments and fields of inputs, by their names; with an exclamation mark, where they are required.
    """

    schema: GraphQLSchema
    given: Mapping[str, Any]
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)

    def body(self, question: Question, operation: str = "query") -> dict[str, Any]:
        """Return the body to send."""
        asked = self._branch(question.branches)
        head = f"({', '.join(self.declared)})" if self.declared else ""
        return {"query": f"{operation} Q{head} {{ {asked} }}", "variables": self.variables}

    def _branch(self, alike: Sequence[Branch]) -> str:
        """Write a field once for all the types that it may lead to."""
        each = self._field(alike[0].on, alike[0].name)
        leads_to = get_named_type(each.type)
        asked = [(branch, self._below(branch)) for branch in alike if branch.leaves or branch.below]
        selections = [f"... on {branch.to} {{ {inner} }}" if is_abstract_type(leads_to) else inner for branch, inner in asked]
        below = f" {{ __typename {' '.join(selections)} }}" if is_composite_type(leads_to) else ""
        return f"{alike[0].name}{self._arguments(each)}{below}"

    def _below(self, branch: Branch) -> str:
        leaves = [f"{leaf}{self._arguments(self._field(branch.to, leaf))}" for leaf in branch.leaves]
        alike: dict[str, list[Branch]] = {}
        for each in branch.below:
            alike.setdefault(each.name, []).append(each)
        return " ".join([*leaves, *(self._branch(each) for each in alike.values())])

    def _field(self, on: str, name: str) -> GraphQLField:
        kind = self.schema.type_map[on]
        assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        found: GraphQLField = kind.fields[name]
        return found

    def _arguments(self, each: GraphQLField) -> str:
        sent = []
        for name, argument in each.args.items():
            if is_required_argument(argument) or name in self.given:
                variable = f"v{len(self.variables)}"
                self.declared.append(f"${variable}: {argument.type}")
                self.variables[variable] = self._value(name, argument.type)
                sent.append(f"{name}: ${variable}")
        return f"({', '.join(sent)})" if sent else ""

    def _value(self, name: str, kind: GraphQLInputType) -> Any:
        if isinstance(kind, GraphQLNonNull):
            return self._value(name, kind.of_type)
        if name in self.given:
            return self.given[name]
        if f"{name}!" in self.given:
            return self.given[f"{name}!"]
        if isinstance(kind, GraphQLList):
            return [self._value(name, kind.of_type)]
        if isinstance(kind, GraphQLEnumType):
            return next(iter(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            wanted = {each: inner for each, inner in kind.fields.items() if is_required_input_field(inner) or each in self.given}
            if kind.is_one_of:
                wanted = dict([next(iter(kind.fields.items()))])
            return {each: self._value(each, inner.type) for each, inner in wanted.items()}
        return PLAIN[kind.name]
