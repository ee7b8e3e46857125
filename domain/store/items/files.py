"""
What is known of the files of an item: name, type, size, digest, how far they have come. Their bytes are elsewhere (``objects.py``).

A file is offered first (``AWAITING``), then its bytes are uploaded, then it is ``STORED``: they are there, and are what was announced.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from domain.store.database import Database
from domain.store.items.actions import note
from domain.store.items.documents import RECEIVED, put
from domain.store.items.key import Act, ItemKey, item_of
from domain.store.items.tables import item_file as table
from domain.store.reach import Reach, within

AWAITING, STORED, REMOVED = "AWAITING", "STORED", "REMOVED"


@dataclass(frozen=True, slots=True)
class File:
    """
    A file of an item.

    Args:
        id: UUIDv7: ids follow the order of uploads; also the name of its bytes in the store.
        item: of which.
        organisation: whose file it is.
        name: as its owner called it, to show and to save under, never to open.
        media_type: as announced, then as found.
        size: bytes.
        sha256: hex digest of its bytes, once stored.
        state: ``AWAITING``, ``STORED`` or ``REMOVED``.
        by: who brought it, a pseudonym.
        at: when it was announced.
        stored_at: when its bytes were found to be there.
    """

    id: str
    item: ItemKey
    organisation: str
    name: str
    media_type: str
    size: int
    sha256: str | None
    state: str
    by: str
    at: datetime
    stored_at: datetime | None


ONE = select(table).where(table.c.id == bindparam("id"))
OF_SUBJECT = select(table).where(table.c.subject_id == bindparam("of"), table.c.state == STORED).order_by(table.c.id)
KEEP = (
    update(table)
    .where(table.c.id == bindparam("on_id"), table.c.state == AWAITING)
    .values(state=STORED, sha256=bindparam("digest"), stored_at=bindparam("now"))
    .returning(table.c.id)
)
REMOVE = update(table).where(table.c.id == bindparam("on_id"), table.c.state != REMOVED).values(state=REMOVED).returning(table.c.id)


class FileStore:
    """The files of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_subject(self, reach: Reach, subject_id: str) -> dict[ItemKey, list[File]]:
        """Return the stored files of a subject, the earliest first, by the keys of their items."""
        found: dict[ItemKey, list[File]] = {}
        for each in await self._read(reach, OF_SUBJECT.where(*within(reach, table)), {"of": subject_id}):
            found.setdefault(each.item, []).append(each)
        return found

    async def get(self, reach: Reach, file_id: str) -> File | None:
        """Return one file, or None."""
        found = await self._read(reach, ONE.where(*within(reach, table)), {"id": file_id})
        return found[0] if found else None

    async def announce(self, act: Act, name: str, media_type: str, size: int) -> None:
        """
        Write down a file that is about to be uploaded; its id is that of the act.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_announce, act, name, media_type, size))

    async def keep(self, act: Act, file: File, sha256: str) -> None:
        """
        Write down that a file's bytes are there: its document is received. Doing so twice changes nothing.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_keep, act, file, sha256))

    async def remove(self, act: Act, file: File) -> None:
        """
        Write down that a file was removed; its bytes go next. Doing so twice changes nothing.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_remove, act, file))

    async def _read(self, reach: Reach, statement: Select[Any], values: dict[str, Any]) -> tuple[File, ...]:
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(statement, values).all())
        return tuple(_file(row) for row in rows)


def _file(row: Any) -> File:
    said = (row.name, row.media_type, row.size, row.sha256, row.state, row.by, row.at, row.stored_at)
    return File(row.id, item_of(row), row.organisation, *said)


def _announce(act: Act, name: str, media_type: str, size: int, connection: Connection) -> None:
    note(connection, act, "FILE_ANNOUNCED", act.id, file=act.id)
    about = {"id": act.id, "name": name, "media_type": media_type, "size": size, "state": AWAITING}
    connection.execute(insert(table), act.columns | about)


def _keep(act: Act, file: File, sha256: str, connection: Connection) -> None:
    if connection.execute(KEEP, {"on_id": file.id, "digest": sha256, "now": act.at}).one_or_none() is not None:
        note(connection, act, "FILE_STORED", file.id, file=file.id, sha256=sha256)
        put(connection, act, RECEIVED, None)


def _remove(act: Act, file: File, connection: Connection) -> None:
    if connection.execute(REMOVE, {"on_id": file.id}).one_or_none() is not None:
        note(connection, act, "FILE_REMOVED", file.id, file=file.id)
