"""The trail of what was done to items: written in the transaction of each change, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Text, cast, func, insert, literal, select, true, update

from domain.store.database import Database
from domain.store.idempotency import take
from domain.store.items.key import Act, ItemKey, item_of
from domain.store.items.tables import item_action as table
from domain.store.items.tables import item_counter
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach, within

CHANNEL: Final = "attendu_events"
"""On which PostgreSQL tells every process that there is more to tell."""
NOTICE: Final = "items "
"""What stands there before the number of an act."""


@dataclass(frozen=True, slots=True)
class ItemAction:
    """
    One thing that was done.

    Args:
        id: UUIDv7: ids follow the order of acts.
        item: to which item.
        action: what: ``FILE_OFFERED``, ``DOCUMENT_REFUSED``, ``COMMENT_WRITTEN``, …
        detail: ids, states and names, never the text of a comment: that may be deleted.
        by: who, a pseudonym.
        at: when.
    """

    id: str
    item: ItemKey
    action: str
    detail: Mapping[str, Any]
    by: str
    at: datetime

    @property
    def internal(self) -> bool:
        """Whether it is about a comment that applicants may not see."""
        return bool(self.detail.get("internal"))


_next = update(item_counter).values(last=item_counter.c.last + 1).returning(item_counter.c.last)
NEXT: Mapping[str, Any] = {
    "sqlite": _next,
    "postgresql": _next.returning(
        func.pg_notify(CHANNEL, literal(NOTICE).concat(cast(item_counter.c.last, Text))),
        func.set_config("idle_in_transaction_session_timeout", "5s", true()),
    ),
}
"""
Gives an act its number. The row is held until the commit, so the next number is given after it: numbers follow the order of commits.
A process that stops in between holds up other acts for five seconds, and no decision.
"""


class ActionStore:
    """The trail of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self,
        reach: Reach,
        subject_id: str,
        *,
        first: int,
        after: str | None = None,
        before: str | None = None,
        earliest: bool = False,
        item: ItemKey | None = None,
    ) -> tuple[ItemAction, ...]:
        """
        Return up to *first* acts on a subject's items, the latest first.

        Args:
            reach: of whoever asks.
            subject_id: whose items.
            first: how many at most.
            after: only acts after this one.
            before: only acts before this one.
            earliest: the earliest of them, and not the latest; still the latest first.
            item: only acts on this item.
        """
        wanted = select(table).where(table.c.subject_id == subject_id, *within(reach, table), *between(table.c.id, after, before))
        wanted = ordered(wanted, table.c.id, first=first, backwards=not earliest)
        if item is not None:
            wanted = wanted.where(table.c.rule == item.rule, table.c.part == item.part, table.c.occurrence == item.occurrence)
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted).all())
        return upright([_action(row) for row in rows], backwards=earliest)

    async def get(self, reach: Reach, action_id: str) -> ItemAction | None:
        """Return one act, or None."""
        wanted = select(table).where(table.c.id == action_id, *within(reach, table))
        row = await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted).one_or_none())
        return None if row is None else _action(row)


def _action(row: Any) -> ItemAction:
    return ItemAction(row.id, item_of(row), row.action, row.detail, row.by, row.at)


def note(connection: Connection, act: Act, action: str, made: str, **detail: Any) -> None:
    """
    Write down an act, in its own transaction; take its idempotency key, where it has one.

    Args:
        connection: within the transaction of the change.
        act: who, when, to which item.
        action: what was done.
        made: the id of what the change made, found again by its key.
        detail: what tells it from others.

    Raises:
        KeyTaken: this change was made already.
        KeyReused: another one was, under its key.
    """
    take(connection, act.key, "item", (made,))
    number = connection.execute(NEXT[connection.dialect.name]).scalar_one()
    connection.execute(insert(table), act.columns | {"id": act.id, "action": action, "detail": detail, "number": number})
