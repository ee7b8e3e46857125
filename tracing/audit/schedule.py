"""
What must be decided again, and by whom: each process claims some subjects for a while, decides on them, and so lets go of them.

A claim is one statement, and nothing is held while rules run. A process that dies leaves claims that end by themselves; should two decide
the same after all, the record holds two decisions, and what changed is told by the first.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, and_, func, or_, select, update

from domain.store.database import Database
from domain.store.tables import latest_decision, revision, subject

CLAIM: Final = timedelta(minutes=2)
"""How long a claim lasts: ample for a few decisions."""
WINDOW: Final = 1_000
"""Subjects that one question looks through."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A subject to decide on, and whose file it is."""

    subject_id: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Stand:
    """
    How far a subject was decided on.

    Args:
        subject_id: which.
        subject_type: ``household``, ``operation``, …
        organisation: whose file it is.
        revision: of its facts now.
        committed_at: when these were stored.
        decided: the revision that the last decision used; ``None``: there is none.
        rule_set: the digest of the rules that it used.
    """

    subject_id: str
    subject_type: str
    organisation: str
    revision: int
    committed_at: datetime
    decided: int | None
    rule_set: str | None


_newer = revision.alias()
_last_revision = select(func.max(_newer.c.number)).where(_newer.c.subject_id == subject.c.id).scalar_subquery()
STANDS = (
    select(
        subject.c.id,
        subject.c.type,
        subject.c.organisation,
        revision.c.number,
        revision.c.committed_at,
        latest_decision.c.revision,
        latest_decision.c.rule_set,
    )
    .select_from(subject)
    .join(revision, and_(revision.c.subject_id == subject.c.id, revision.c.number == _last_revision))
    .outerjoin(latest_decision, latest_decision.c.subject_id == subject.c.id)
    .order_by(subject.c.id)
    .limit(WINDOW)
)


class Schedule:
    """The claims on subjects; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim_due(self, day: date, *, now: datetime, first: int) -> tuple[Claimed, ...]:
        """Claim up to *first* subjects whose decision changes on *day* or did before, the longest overdue first."""
        due = select(latest_decision.c.subject_id).where(latest_decision.c.changes_on <= day)
        return await self._claim(due.order_by(latest_decision.c.changes_on, latest_decision.c.subject_id).limit(first), now)

    async def claim(self, subject_ids: Collection[str], *, now: datetime) -> tuple[Claimed, ...]:
        """Claim those of some subjects that nobody else has claimed; one never decided on cannot be claimed."""
        return await self._claim(select(latest_decision.c.subject_id).where(latest_decision.c.subject_id.in_(subject_ids)), now)

    async def stands(self, after: str) -> tuple[Stand, ...]:
        """Return how far each of the next ``WINDOW`` subjects was decided on, by their ids from *after* on."""
        rows = await self._rows(STANDS.where(subject.c.id > after))
        return tuple(Stand(*row) for row in rows)

    async def _claim(self, wanted: Select[Any], now: datetime) -> tuple[Claimed, ...]:
        free = or_(latest_decision.c.claimed_until.is_(None), latest_decision.c.claimed_until <= now)
        chosen = wanted.where(free).with_for_update(skip_locked=True).cte("chosen")
        statement = (
            update(latest_decision)
            .where(latest_decision.c.subject_id.in_(select(chosen.c.subject_id)))
            .values(claimed_until=now + CLAIM)
            .returning(latest_decision.c.subject_id, latest_decision.c.organisation)
        )
        rows = await self._database.write(lambda connection: connection.execute(statement).all())
        return tuple(Claimed(*row) for row in rows)

    async def _rows(self, statement: Select[Any]) -> Sequence[Any]:
        return await self._database.read(lambda connection: connection.execute(statement).all())
