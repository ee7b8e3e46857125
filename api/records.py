"""Decisions read back from the record, each with the plan of the version that made it; runs no rule."""

from collections.abc import Mapping
from typing import Final, Self
from uuid import UUID

from cachetools import LRUCache

from api.decide import Deciding
from domain.store.reach import Reaching
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from tracing.audit.record import decode
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch, StoredDecision
from tracing.audit.versions import earlier_index

EARLIER: Final = 8
"""Plans of earlier versions that are kept, of some megabytes each."""


class Records:
    """
    The recorded decisions.

    Args:
        search: the record.
        versions: the stored versions of rule sets.
        indexes: the plans that are at hand, by the digest of their version; any other is read from *versions*.
    """

    def __init__(self, search: DecisionSearch, versions: RuleSetStore, indexes: Mapping[str, PlanIndex] | None = None) -> None:
        self.search = search
        self.versions = versions
        self.indexes = dict(indexes or {})
        self._earlier: LRUCache[str, PlanIndex] = LRUCache(EARLIER)

    @classmethod
    def of(cls, deciding: Deciding) -> Self:
        """Return the records of what decides now."""
        indexes = {digest: deciding.rule_sets[name].index for name, digest in deciding.digests.items()}
        return cls(deciding.search, deciding.versions, indexes)

    async def get(self, reach: Reaching, decision_id: UUID) -> Decision | None:
        """Return the recorded decision with this id."""
        stored = await self.search.get(reach, decision_id)
        return None if stored is None else await self.expand(stored)

    async def numbered(self, reach: Reaching, number: int) -> Decision | None:
        """Return the recorded decision with this number."""
        stored = await self.search.by_number(reach, number)
        return None if stored is None else await self.expand(stored)

    async def expand(self, stored: StoredDecision) -> Decision:
        """Return a stored decision whole, exactly as it was answered."""
        index = self.indexes.get(stored.rule_set) or self._earlier.get(stored.rule_set)
        if index is None:
            version = await self.versions.get(stored.rule_set)
            assert version is not None, "a decision refers to its version by a foreign key"
            index = self._earlier[stored.rule_set] = earlier_index(version)
        root, answers = decode(stored.body, index)
        return Decision(
            id=stored.id,
            number=stored.number,
            subject_id=stored.subject_id,
            revision=stored.revision,
            as_of=stored.as_of,
            known_at=stored.known_at,
            decided_at=stored.decided_at,
            rule_set=stored.rule_set,
            index=index,
            root=root,
            answers=answers,
            trace_id=stored.trace_id,
            span_id=stored.span_id,
            principal=stored.principal,
        )
