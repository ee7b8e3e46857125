"""Documents of a file: received, accepted or refused; who said so, when, and why."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, select

from domain.store.database import Database
from domain.store.items.actions import note
from domain.store.items.key import Act, ItemKey, item_of
from domain.store.items.tables import item_document as table
from domain.store.items.upsert import upserts
from domain.store.reach import Reach, within

AWAITED, RECEIVED, ACCEPTED, REFUSED = "AWAITED", "RECEIVED", "ACCEPTED", "REFUSED"


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    How far a document has come.

    Args:
        item: which document.
        state: ``RECEIVED``, ``ACCEPTED`` or ``REFUSED``; one that is awaited has no receipt.
        reason: why it was refused, or what was remarked.
        by: who said so last, a pseudonym.
        at: when.
    """

    item: ItemKey
    state: str
    reason: str | None
    by: str
    at: datetime


def state_of(receipt: Receipt | None) -> str:
    """Return how far a document has come; one without a receipt is awaited."""
    return AWAITED if receipt is None else receipt.state


PUT = upserts(table)


class DocumentStore:
    """The receipts of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_subject(self, reach: Reach, subject_id: str) -> dict[ItemKey, Receipt]:
        """Return the receipts of a subject's documents, by their keys."""
        wanted = select(table).where(table.c.subject_id == subject_id, *within(reach, table))
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted).all())
        return {item_of(row): Receipt(item_of(row), row.state, row.reason, row.by, row.at) for row in rows}

    async def mark(self, act: Act, state: str, reason: str | None) -> None:
        """
        Say how far a document has come.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_mark, act, state, reason))


def _mark(act: Act, state: str, reason: str | None, connection: Connection) -> None:
    note(connection, act, f"DOCUMENT_{state}", act.item.text, **({} if reason is None else {"reason": reason}))
    put(connection, act, state, reason)


def put(connection: Connection, act: Act, state: str, reason: str | None) -> None:
    """Say how far a document has come, within a transaction that writes down the act."""
    connection.execute(PUT[connection.dialect.name], act.columns | {"state": state, "reason": reason})
