"""What the operations of a document need of their caller: gathered once a document from all of its fields, fragments followed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_named_type,
    visit,
)

Needed = Mapping[tuple[str, str], str]
"""The permission that a field needs, by the names of its type and its own."""


@dataclass(slots=True)
class _Part:
    """An operation or a fragment: what its own fields need, and the fragments it spreads."""

    needs: set[str] = field(default_factory=set)
    spreads: set[str] = field(default_factory=set)


def needs_of_operations(schema: GraphQLSchema, document: DocumentNode, needed: Needed) -> list[frozenset[str]]:
    """Return what each operation of a valid document needs, in order."""
    types = TypeInfo(schema)
    gatherer = _Gatherer(types, needed)
    visit(document, TypeInfoVisitor(types, gatherer))
    return [_whole(each, gatherer.fragments) for each in gatherer.operations]


class _Gatherer(Visitor):
    def __init__(self, types: TypeInfo, needed: Needed) -> None:
        super().__init__()
        self.operations: list[_Part] = []
        self.fragments: dict[str, _Part] = {}
        self._types = types
        self._needed = needed
        self._part = _Part()

    def enter_operation_definition(self, _node: OperationDefinitionNode, *_: object) -> None:
        self._part = _Part()
        self.operations.append(self._part)

    def enter_fragment_definition(self, node: FragmentDefinitionNode, *_: object) -> None:
        self._part = self.fragments[node.name.value] = _Part()

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> None:
        self._part.spreads.add(node.name.value)

    def enter_field(self, node: FieldNode, *_: object) -> None:
        parent = self._types.get_parent_type()
        needs = None if parent is None else self._needed.get((get_named_type(parent).name, node.name.value))
        if needs is not None:
            self._part.needs.add(needs)


def _whole(operation: _Part, fragments: Mapping[str, _Part]) -> frozenset[str]:
    needs, seen, waiting = set(operation.needs), set[str](), list(operation.spreads)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            needs |= fragments[name].needs
            waiting += fragments[name].spreads
    return frozenset(needs)
