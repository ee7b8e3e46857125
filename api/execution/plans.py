"""
Keeps plans across requests, under a bound of number and of memory.

A plan belongs to one operation of one document, both known by identity: comparing documents by value costs more than
executing them, so the caller caches parsing. A kept plan holds its document, so that no other one can take its address.
Documents seen too rarely, or refused, are remembered apart, without being held: however many come, they push no plan out.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TypeAlias
from weakref import ref

from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode

from api.execution.compiler import Plan
from api.execution.fallbacks import Fallback
from api.execution.settings import CompilationSettings

PlanKey: TypeAlias = tuple[int, int, int, bool]
"""Identities of schema, document and operation, and whether fields without a resolver use graphql-core's default one."""

BYTES_PER_TOKEN = 550
"""Measured: what the nodes of a document take, with their locations, by token of its text."""

_SIGHTINGS_PER_PLAN = 8


def plan_key(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, *, default_resolver: bool = True
) -> PlanKey:
    """Return what an operation's plans are kept under."""
    return id(schema), id(document), id(operation), default_resolver


@dataclass(slots=True)
class Sighting:
    """A document without a plan: how often it was met, and why it was refused if it was."""

    document: ref[DocumentNode]
    count: int = 0
    refusal: Fallback | None = None


@dataclass(slots=True)
class OperationPlans:
    """The plans of one operation, by the values of the variables that @skip and @include ask."""

    schema: GraphQLSchema
    document: DocumentNode
    variable_names: tuple[str, ...]
    variants: dict[tuple[bool, ...], Plan | Fallback] = field(default_factory=dict)

    @property
    def memory(self) -> int:
        """Bytes, estimated, of the plans and of the document they hold."""
        plans = sum(plan.memory for plan in self.variants.values() if isinstance(plan, Plan))
        return plans + BYTES_PER_TOKEN * self.document.token_count


class PlanCache:
    """The plans in use, the least recently used first, and the documents met that have none."""

    def __init__(self, settings: CompilationSettings) -> None:
        self._settings = settings
        self._operations: OrderedDict[PlanKey, OperationPlans] = OrderedDict()
        self._sightings: OrderedDict[PlanKey, Sighting] = OrderedDict()

    def __len__(self) -> int:
        return len(self._operations)

    @property
    def memory(self) -> int:
        """Bytes, estimated, of all that is kept."""
        return sum(operation.memory for operation in tuple(self._operations.values()))

    def find(self, key: PlanKey) -> OperationPlans | None:
        """Return the plans kept under *key*, as the most recently used."""
        operation = self._operations.get(key)
        if operation is not None:
            self._operations.move_to_end(key)
        return operation

    def sight(self, key: PlanKey, document: DocumentNode) -> Sighting:
        """Remember that a document without a plan was met once more."""
        sighting = self._sightings.get(key)
        if sighting is None or sighting.document() is not document:
            sighting = self._sightings[key] = Sighting(ref(document))
        sighting.count += 1
        self._sightings.move_to_end(key)
        while len(self._sightings) > _SIGHTINGS_PER_PLAN * self._settings.max_plans:
            self._sightings.popitem(last=False)
        return sighting

    def add(self, key: PlanKey, operation: OperationPlans) -> None:
        """Keep the plans of an operation."""
        self._sightings.pop(key, None)
        self._operations[key] = operation

    def trim(self) -> None:
        """Drop the least recently used until what is kept is within its bounds; to be called after anything has grown."""
        memory = self.memory
        while len(self._operations) > self._settings.max_plans or memory > self._settings.max_memory:
            _key, dropped = self._operations.popitem(last=False)
            memory -= dropped.memory
