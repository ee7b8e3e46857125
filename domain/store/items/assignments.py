"""Who an item is assigned to."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, delete, select, update

from domain.store.database import Database
from domain.store.items.actions import note
from domain.store.items.key import Act, ItemKey, bound, item_of, on_item
from domain.store.items.tables import item_assignment as table
from domain.store.items.upsert import upserts
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach, within
from domain.store.tables import task


@dataclass(frozen=True, slots=True)
class Assignment:
    """
    An item and who is to see to it.

    Args:
        item: which.
        assignee: who, a pseudonym.
        by: who said so, a pseudonym.
        at: when.
    """

    item: ItemKey
    assignee: str
    by: str
    at: datetime


FREE = delete(table).where(*on_item(table))
PUT = upserts(table)
LIST = update(task).where(*on_item(task)).values(assignee=select(table.c.assignee).where(*on_item(table)).scalar_subquery())
"""Lists show who an item is assigned to; the next decision on its subject would say so too."""


class AssignmentStore:
    """The assignments of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_subject(self, reach: Reach, subject_id: str) -> dict[ItemKey, Assignment]:
        """Return the assignments of the items of a subject, by their keys."""
        wanted = select(table).where(table.c.subject_id == subject_id, *within(reach, table))
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted).all())
        return {item_of(row): Assignment(item_of(row), row.assignee, row.by, row.at) for row in rows}

    async def people(
        self, reach: Reach, *, first: int, after: str | None = None, before: str | None = None, backwards: bool = False
    ) -> tuple[str, ...]:
        """Return up to *first* people to whom something is assigned, by their pseudonyms, between two of them; *backwards*: the last."""
        wanted = select(table.c.assignee).distinct().where(*within(reach, table), *between(table.c.assignee, after, before))
        statement = ordered(wanted, table.c.assignee, first=first, backwards=backwards)
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(statement).scalars().all())
        return upright(rows, backwards=backwards)

    async def is_one(self, reach: Reach, pseudonym: str) -> bool:
        """Tell whether something is assigned to somebody."""
        wanted = select(table.c.assignee).where(*within(reach, table), table.c.assignee == pseudonym).limit(1)
        return await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted).first()) is not None

    async def assign(self, act: Act, assignee: str | None) -> None:
        """
        Assign an item to somebody, or to nobody any more; lists of tasks show it at once.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_assign, act, assignee))
        # Apart, by itself: a process that stops between two statements must hold no row that a decision is about to write.
        await self._database.within(act.organisation).write(lambda connection: connection.execute(LIST, bound(act.item)))


def _assign(act: Act, assignee: str | None, connection: Connection) -> None:
    note(connection, act, "UNASSIGNED" if assignee is None else "ASSIGNED", act.item.text, **({"assignee": assignee} if assignee else {}))
    if assignee is None:
        connection.execute(FREE, bound(act.item))
    else:
        connection.execute(PUT[connection.dialect.name], act.columns | {"assignee": assignee})
