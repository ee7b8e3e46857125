"""Reading the record: one decision, or pages of them by subject, rule applied and period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from domain.store.database import Database
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reaching, doors_of, within
from domain.store.tables import applied_rule, applied_rules, decision
from tracing.audit.entry import rule_key


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """One decision as it was recorded; see DecisionEntry for the fields that both have.

    Args:
        number: from 1 without a gap, in the order in which decisions were stored.
    """

    number: int
    id: UUID
    subject_id: str
    subject_type: str
    organisation: str
    revision: int
    as_of: date
    known_at: datetime
    decided_at: datetime
    principal: str
    rule_set: str
    trace_id: str | None
    span_id: str | None
    body: bytes


class DecisionSearch:
    """The record of decisions, for reading; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, reach: Reaching, decision_id: UUID) -> StoredDecision | None:
        """Return the decision with this id, or None."""
        return await self._one(reach, decision.c.id == decision_id)

    async def by_number(self, reach: Reaching, number: int) -> StoredDecision | None:
        """Return the decision with this number, or None."""
        return await self._one(reach, decision.c.number == number) if 0 < number < 2**63 else None

    async def page(
        self,
        reach: Reaching,
        *,
        first: int,
        after: int | None = None,
        before: int | None = None,
        earliest: bool = False,
        subject_id: str | None = None,
        rule: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[StoredDecision, ...]:
        """Return up to *first* decisions, the latest first.

        Args:
            reach: of whoever asks.
            first: how many at most.
            after: only those with a higher number.
            before: only those with a lower number: the last one of the page before.
            earliest: the earliest of them, and not the latest; still the latest first.
            subject_id: only those about this subject.
            rule: only those in which the rule with this id applied.
            since: only those decided at this instant or later.
            until: only those decided before this instant.
        """
        wanted = within(reach, decision) + between(decision.c.number, after, before)
        if subject_id is not None:
            wanted.append(decision.c.subject_id == subject_id)
        if rule is not None:
            wanted.append(self._applied(rule))
        if since is not None:
            wanted.append(decision.c.decided_at >= since)
        if until is not None:
            wanted.append(decision.c.decided_at < until)
        rows = await self._rows(reach, ordered(select(decision).where(*wanted), decision.c.number, first=first, backwards=not earliest))
        return upright([StoredDecision(*row) for row in rows], backwards=earliest)

    def _applied(self, rule: str) -> ColumnElement[bool]:
        if self._database.kind == "postgresql":
            numbers = select(applied_rules.c.number).where(applied_rules.c.rules.contains([rule_key(rule)]))
        else:
            numbers = select(applied_rule.c.number).where(applied_rule.c.rule == rule_key(rule))
        return decision.c.number.in_(numbers)

    async def _one(self, reach: Reaching, wanted: ColumnElement[bool]) -> StoredDecision | None:
        rows = await self._rows(reach, select(decision).where(wanted, *within(reach, decision)))
        return StoredDecision(*rows[0]) if rows else None

    async def _rows(self, reach: Reaching, statement: Select[Any]) -> Sequence[Any]:
        return await doors_of(self._database, reach).read(lambda connection: connection.execute(statement).all())
