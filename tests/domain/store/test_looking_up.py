"""One row is looked up without a thread, unless its file has to be waited for."""

from datetime import UTC, datetime
from functools import partial
from sqlite3 import OperationalError
from threading import current_thread, main_thread

import pytest
from sqlalchemy import Connection

from domain.store.database import Database
from domain.store.errors import StoreUnavailable
from domain.store.one_row import one_row
from domain.store.revisions import SubjectStore
from domain.store.statements import LATEST
from tests.databases import on_sqlite

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def is_here(_: Connection) -> bool:
    return current_thread() is main_thread()


def locked_here(connection: Connection) -> bool:
    if is_here(connection):
        raise OperationalError("database is locked")
    return True


def closed(_: Connection) -> None:
    error = OperationalError("unable to open database file")
    error.sqlite_errorname = "SQLITE_CANTOPEN"
    raise error


async def test_what_was_just_committed_is_found(database: Database) -> None:
    store, look_up = SubjectStore(database), partial(one_row, LATEST)
    for name in ("h", "other", "third"):
        assert await database.look_up(partial(look_up, {"subject_id": name, "organisation": "demo"})) is None
        await store.create(name, "household", {"facts": {}, "parts": {}}, organisation="demo", committed_at=NOON, author="a")
        found = await database.look_up(partial(look_up, {"subject_id": name, "organisation": "demo"}))
        assert found is not None
        assert found.number == 1


@on_sqlite
async def test_on_sqlite_only_the_first_goes_to_a_thread(database: Database) -> None:
    assert [await database.look_up(is_here) for _ in range(3)] == [False, True, True]


@on_sqlite
async def test_a_locked_file_is_waited_for_on_a_thread(database: Database) -> None:
    assert [await database.look_up(locked_here) for _ in range(3)] == [True, True, True]


@on_sqlite
async def test_a_file_that_is_gone_is_told_plainly(database: Database) -> None:
    for _ in range(2):
        with pytest.raises(StoreUnavailable):
            await database.look_up(closed)
