"""
Idempotency keys: a change that is sent twice is made once.

A key is taken first of all in the transaction of the change that it names, so both are stored or neither; of two that come at once the
second waits for the first. Of a change only its digest is kept, and the type and ids of what it made.

    def work(connection):                          within Database.transact
        take(connection, key, "comment", (comment_id,))
        connection.execute(insert(comment), …)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite

from domain.store.columns import Instant
from domain.store.database import Database
from domain.store.errors import KeyReused, KeyTaken
from domain.store.tables import idempotency_key as table

KEPT = timedelta(hours=24)
CLEARED = 20
"""How many keys that are too old one change clears away, on PostgreSQL of its own organisation's."""


@dataclass(frozen=True, slots=True)
class Key:
    """
    What a caller calls one change.

    Args:
        organisation: whose caller it is: the same name elsewhere is somebody else's.
        principal: whose key it is.
        name: up to 100 characters, chosen by the caller.
        digest: of the change; another one under the same key is refused.
        at: now; a key is kept for 24 hours.
    """

    organisation: str
    principal: str
    name: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Made:
    """What a change made, by type and ids."""

    type: str
    ids: tuple[str, ...]


_expired = bindparam("expired", type_=Instant)
_names = (table.c.organisation, table.c.principal, table.c.key)
FIND = select(table.c.digest, table.c.type, table.c.ids).where(
    *(each == bindparam(each.name) for each in _names), table.c.made_at >= _expired
)
_old = select(*_names).where(table.c.made_at < _expired).limit(CLEARED).with_for_update(skip_locked=True)
CLEAR = delete(table).where(tuple_(*_names).in_(_old))


def _taking(dialect_insert: Callable[[Table], Any]) -> Any:
    """Insert a key, in place of one that is too old; nothing where there is one that is not."""
    adding = dialect_insert(table)
    renewed = {name: adding.excluded[name] for name in ("digest", "type", "ids", "made_at")}
    adding = adding.on_conflict_do_update(index_elements=_names, set_=renewed, where=table.c.made_at < _expired)
    return adding.returning(table.c.key)


TAKE = {"sqlite": _taking(sqlite.insert), "postgresql": _taking(postgresql.insert)}


class KeyStore:
    """The keys of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, key: Key) -> Made | None:
        """
        Return what was made under *key*, ``None`` where nothing was.

        Raises:
            KeyReused: another change was.
        """
        return await self._database.within(key.organisation).read(partial(_find, key))

    async def keep(self, key: Key, made_type: str, ids: Sequence[str]) -> None:
        """
        Take *key* for a change that had nothing to store.

        Raises:
            KeyTaken: the same change was made under it.
            KeyReused: another one was.
        """
        await self._database.within(key.organisation).transact(lambda connection: take(connection, key, made_type, ids))


def take(connection: Connection, key: Key | None, made_type: str, ids: Sequence[str]) -> None:
    """
    Take *key* for what the transaction on *connection* is about to make; without a key do nothing.

    Raises:
        KeyTaken: the same change was made under it.
        KeyReused: another one was.
    """
    if key is None:
        return
    expired = {"expired": key.at - KEPT}
    connection.execute(CLEAR, expired)
    made_now = {"digest": key.digest, "type": made_type, "ids": list(ids), "made_at": key.at}
    if connection.execute(TAKE[connection.dialect.name], _named(key) | made_now | expired).one_or_none() is None:
        made = _find(key, connection)
        assert made is not None, "a key that cannot be taken is there"
        raise KeyTaken(made.type, made.ids)


def _find(key: Key, connection: Connection) -> Made | None:
    row = connection.execute(FIND, _named(key) | {"expired": key.at - KEPT}).one_or_none()
    if row is None:
        return None
    if row.digest != key.digest:
        raise KeyReused
    return Made(row.type, tuple(row.ids))


def _named(key: Key) -> dict[str, str]:
    return {"organisation": key.organisation, "principal": key.principal, "key": key.name}
