"""
The outbox: one row a decision, written in the decision's own commit, under the decision's number.

Numbers have no gap and follow the order of commits, so whoever has read the events up to a number has missed none below it. Rows are kept
for ``KEPT``, and ``MOST`` of them at most; they go from the oldest on, so that what is left has no gap either.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, NamedTuple

from sqlalchemy import delete, func, or_, select

from domain.store.database import Database
from domain.store.items.actions import ItemAction
from domain.store.reach import Reaching, doors_of, within
from domain.store.tables import decision, decision_counter, event
from tracing.audit.search import StoredDecision
from tracing.audit.standing import Alert, Standing, read_standing

KEPT: Final = timedelta(days=7)
MOST: Final = 1_000_000
AT_ONCE: Final = 1_000
"""Rows that go in one statement: nobody who writes waits long for it."""

COLUMNS = [decision.c[each.name] for each in fields(StoredDecision)]
EVENTS = select(*COLUMNS, event.c.before, event.c.after).join(event, event.c.number == decision.c.number).order_by(decision.c.number)


class Position(NamedTuple):
    """How far events have been told: the numbers of the last decision and of the last act on an item."""

    decisions: int
    items: int


BEGINNING: Final = Position(0, 0)


@dataclass(frozen=True)
class AlertChange:
    """A task whose alert began, became another or ended: *before* and *after* are the alert, ``None`` where there is none."""

    before: Alert | None
    after: Alert | None


@dataclass(frozen=True)
class Event:
    """
    A decision, and where its subject stood before and after; or something that was done to an item.

    Args:
        decision: as it was recorded; where something was done, the last one on the subject.
        stored_before, stored_after: as they stand in the outbox, read when somebody is concerned.
        done: what was done, where that is the event.
        position: how far whoever has been told of it has been told of everything.
    """

    decision: StoredDecision
    stored_before: str | None
    stored_after: str | None
    done: ItemAction | None = None
    position: Position = BEGINNING

    @cached_property
    def before(self) -> Standing | None:
        """Where its subject stood before; ``None`` for the first decision on it."""
        return read_standing(self.stored_before)

    @cached_property
    def after(self) -> Standing | None:
        """Where it stands; ``None`` after a decision that is not about today, or that a newer one on the same subject had overtaken."""
        return read_standing(self.stored_after)

    @property
    def number(self) -> int:
        """The number of its decision."""
        return self.decision.number

    @cached_property
    def changed(self) -> bool:
        """Whether the subject has other facts than before, or anything came out otherwise by its decision."""
        if self.after is None:
            return False
        return self.before is None or (self.before.revision, self.before.came) != (self.after.revision, self.after.came)

    @cached_property
    def alerts(self) -> tuple[AlertChange, ...]:
        """The alerts that began, became others or ended, those that are on first."""
        if self.after is None:
            return ()
        olds = {each.key: each for each in self.before.alerts} if self.before else {}
        news = {each.key: each for each in self.after.alerts}
        began = [AlertChange(olds.get(key), new) for key, new in news.items() if olds.get(key) != new]
        return (*began, *(AlertChange(old, None) for key, old in olds.items() if key not in news))


class EventLog:
    """The outbox, for reading; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self,
        reach: Reaching,
        *,
        after: int,
        first: int,
        until: int | None = None,
        subject_id: str | None = None,
    ) -> tuple[Event, ...]:
        """Return up to *first* events in their order.

        Args:
            reach: only those about files within it.
            after: only those with a higher number.
            first: how many at most.
            until: only those up to this number.
            subject_id: only those of this subject.
        """
        wanted = [decision.c.number > after, *within(reach, decision)]
        if until is not None:
            wanted.append(decision.c.number <= until)
        if subject_id is not None:
            wanted.append(decision.c.subject_id == subject_id)
        statement = EVENTS.where(*wanted).limit(first)
        rows = await doors_of(self._database, reach).read(lambda connection: connection.execute(statement).all())
        return tuple(Event(StoredDecision(*row[:-2]), row.before, row.after) for row in rows)

    async def last(self) -> int:
        """Return the number of the last decision, and so of the last event."""
        return await self._database.read(lambda connection: connection.execute(select(decision_counter.c.last)).scalar_one())

    async def bounds(self) -> tuple[int, int]:
        """Return the lowest and the highest number after which every event is still there."""
        statement = select(decision_counter.c.last, select(func.min(event.c.number)).scalar_subquery())
        last, oldest = await self._database.read(lambda connection: connection.execute(statement).one())
        return last if oldest is None else oldest - 1, last

    async def forget(self, before: datetime, most: int = MOST) -> int:
        """Drop, of the oldest ``AT_ONCE`` events, those recorded before an instant or beyond the last *most*; return how many."""
        oldest = select(event.c.number, event.c.recorded_at).order_by(event.c.number).limit(AT_ONCE).subquery()
        beyond = select(decision_counter.c.last - most).scalar_subquery()
        end = select(func.max(oldest.c.number)).where(or_(oldest.c.recorded_at < before, oldest.c.number <= beyond)).scalar_subquery()
        statement = delete(event).where(event.c.number <= end)
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)
