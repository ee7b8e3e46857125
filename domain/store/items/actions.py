"""The trail of what was done to items: written in the transaction of each change, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from domain.store.database import Database
from domain.store.idempotency import take
from domain.store.items.key import Act, ItemKey, item_of
from domain.store.items.tables import item_action as table
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach, within


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
    connection.execute(insert(table), act.columns | {"id": act.id, "action": action, "detail": detail})
