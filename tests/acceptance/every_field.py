"""
Every field of a schema, asked for: made from the schema itself, so that a field added tomorrow is asked for tomorrow.

For each type the shortest way to it from a root is found, and on it everything that the type has is asked for, those fields together that
need the same of their caller.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
    is_required_input_field,
)

DAY = "2026-01-01"
PLAIN: Mapping[str, Any] = {
    "ID": "nobody", "String": "x", "Int": 1, "Boolean": False, "Date": DAY, "DateTime": f"{DAY}T00:00:00Z", "Decimal": "1", "Json": {},
}  # fmt: skip
"""What is sent where nothing matters."""

Path = tuple[tuple[str, str, str], ...]
"""From a root down: the type that a field stands on, its name, and the type of what it leads to."""


@dataclass(frozen=True)
class Question:
    """
    A question about one type.

    Args:
        path: the way there.
        fields: asked for at its end, by their names on the type that it leads to.
        operation: ``query`` or ``mutation``.
    """

    path: Path
    fields: tuple[str, ...]
    operation: str = "query"

    @property
    def root(self) -> str:
        return self.path[0][1]

    @property
    def touched(self) -> Iterator[tuple[str, str]]:
        """Every field it asks for, by type and name."""
        yield from ((on, name) for on, name, _ in self.path)
        yield from ((self.path[-1][2], name) for name in self.fields)


def questions(schema: GraphQLSchema, needs: Callable[[str, str], object], root: GraphQLObjectType, operation: str) -> Iterator[Question]:
    """Yield what asks for every field that can be reached from *root*; *needs* tells which fields may be asked for together."""
    for name, path in _ways(schema, root).items():
        kind = schema.type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        yield from _asking(kind, path, needs, operation)


def each_root(root: GraphQLObjectType, operation: str) -> Iterator[Question]:
    """Yield a question for every field of *root*, whatever it leads to."""
    for name, each in root.fields.items():
        yield Question(((root.name, name, get_named_type(each.type).name),), (), operation)


def by_ids(schema: GraphQLSchema, needs: Callable[[str, str], object], field: str) -> Iterator[Question]:
    """Yield what asks for every field of each type that *field* of the query's root may lead to."""
    assert schema.query_type is not None
    for kind in _objects(schema, get_named_type(schema.query_type.fields[field].type)):
        yield from _asking(kind, ((schema.query_type.name, field, kind.name),), needs, "query")


def _asking(kind: GraphQLObjectType, path: Path, needs: Callable[[str, str], object], operation: str) -> Iterator[Question]:
    alike: dict[object, list[str]] = {}
    for field_name in kind.fields:
        alike.setdefault(needs(kind.name, field_name), []).append(field_name)
    for fields in alike.values():
        yield Question(path, tuple(fields), operation)


def _ways(schema: GraphQLSchema, root: GraphQLObjectType) -> dict[str, Path]:
    """Return the shortest way from *root* to each type, through a field of whatever type only where there is no other."""
    found: dict[str, Path] = {}
    sure = {name: each for name, each in root.fields.items() if not is_abstract_type(get_named_type(each.type))}
    for fields in (sure, root.fields):
        _follow(schema, root, fields, found)
    return found


def _follow(schema: GraphQLSchema, root: GraphQLObjectType, fields: Mapping[str, GraphQLField], found: dict[str, Path]) -> None:
    """Add the ways that begin with *fields* of *root* to what is not reached yet."""
    waiting: list[tuple[GraphQLObjectType, Mapping[str, GraphQLField], Path]] = [(root, fields, ())]
    while waiting:
        kind, fields, path = waiting.pop(0)
        for name, each in fields.items():
            for target in _objects(schema, get_named_type(each.type)):
                if target.name not in found and target is not root:
                    found[target.name] = (*path, (kind.name, name, target.name))
                    waiting.append((target, target.fields, found[target.name]))


def _objects(schema: GraphQLSchema, kind: GraphQLNamedType) -> list[GraphQLObjectType]:
    if is_abstract_type(kind):
        return list(schema.get_possible_types(kind))
    return [kind] if isinstance(kind, GraphQLObjectType) else []


@dataclass
class Written:
    """
    A question as it is sent.

    Args:
        schema: that it is about.
        given: what to send for arguments and fields of inputs, by their names.
    """

    schema: GraphQLSchema
    given: Mapping[str, Any]
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)

    def body(self, question: Question) -> dict[str, Any]:
        """Return the body to send."""
        end = self.schema.type_map[question.path[-1][2]]
        inner = "__typename " + " ".join(self._field(end.fields[name], name) for name in question.fields)  # type: ignore[attr-defined]
        for on, name, target in reversed(question.path):
            kind = self.schema.type_map[on]
            assert isinstance(kind, GraphQLObjectType)
            leads_to = get_named_type(kind.fields[name].type)
            narrowed = f"... on {target} {{ {inner} }}" if is_abstract_type(leads_to) else inner
            inner = f"{name}{self._arguments(kind.fields[name])}{f' {{ {narrowed} }}' if is_composite_type(leads_to) else ''}"
        head = f"({', '.join(self.declared)})" if self.declared else ""
        return {"query": f"{question.operation} Q{head} {{ {inner} }}", "variables": self.variables}

    def _field(self, each: GraphQLField, name: str) -> str:
        below = " { __typename }" if is_composite_type(get_named_type(each.type)) else ""
        return f"{name}{self._arguments(each)}{below}"

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
        if name in self.given and not isinstance(kind, GraphQLInputObjectType):
            return self.given[name]
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
