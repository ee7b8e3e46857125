"""
What is done to items, as events: numbered in the transaction of each change, beside the numbers of decisions.

Numbers have no gap and follow the order of commits, as those of decisions do; what is done to items decides nothing, and takes none of
theirs. An event is told with the last decision on its subject, which says as before what came out.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import select

from domain.store.database import Database
from domain.store.items.actions import ItemAction
from domain.store.items.key import item_of
from domain.store.items.tables import item_action, item_counter
from domain.store.reach import Reaching, doors_of, within
from domain.store.tables import decision, latest_decision
from tracing.audit.events import Event
from tracing.audit.search import StoredDecision

COLUMNS = [decision.c[each.name].label(f"decision_{each.name}") for each in fields(StoredDecision)]
DONE = (
    select(item_action, latest_decision.c.standing, *COLUMNS)
    .outerjoin(latest_decision, latest_decision.c.subject_id == item_action.c.subject_id)
    .outerjoin(decision, decision.c.number == latest_decision.c.decision_number)
    .order_by(item_action.c.number)
)


class ItemEventLog:
    """What was done to items, for reading; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self, reach: Reaching, *, after: int, first: int, until: int | None = None, subject_id: str | None = None
    ) -> tuple[tuple[int, Event | None], ...]:
        """Return up to *first* acts in their order, each with its number; ``None`` of a subject on which nobody decided yet.

        Args:
            reach: only those about files within it.
            after: only those with a higher number.
            first: how many at most.
            until: only those up to this number.
            subject_id: only those of this subject.
        """
        wanted = [item_action.c.number > after, *within(reach, item_action)]
        if until is not None:
            wanted.append(item_action.c.number <= until)
        if subject_id is not None:
            wanted.append(item_action.c.subject_id == subject_id)
        statement = DONE.where(*wanted).limit(first)
        rows: Sequence[Any] = await doors_of(self._database, reach).read(lambda connection: connection.execute(statement).all())
        return tuple((row.number, _event(row)) for row in rows)

    async def last(self) -> int:
        """Return the number of the last act."""
        return await self._database.read(lambda connection: connection.execute(select(item_counter.c.last)).scalar_one())


def _event(row: Any) -> Event | None:
    if row.decision_number is None:
        return None
    decided = StoredDecision(*row[-len(COLUMNS) :])
    done = ItemAction(row.id, item_of(row), row.action, row.detail, row.by, row.at)
    return Event(decided, row.standing, row.standing, done)
