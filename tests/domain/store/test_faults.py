"""A database that is gone, locked or full is one kind of answer, with a stable code and nothing of the inside in it."""

import asyncio
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from domain.store.database import Database
from domain.store.errors import StoreAddressRefused, StoreFull, StoreLocked, StoreUnavailable
from domain.store.faults import told_plainly
from domain.store.opening import open_database
from domain.store.reach import Reach
from domain.store.revisions import SubjectStore
from domain.store.sqlite import SQLiteDatabase
from tests.databases import on_postgresql, on_sqlite

CANARY = "canary-7531"
OURS = Reach(CANARY)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


async def create(database: Database, subject_id: str = "h", text: str = CANARY) -> None:
    await SubjectStore(database).create(
        subject_id, "household", {"facts": {"household.name": text}}, organisation=CANARY, committed_at=NOON, author=CANARY
    )


@pytest.fixture
def silent(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that was given may be found in a log line."""
    caplog.set_level(logging.DEBUG)
    yield
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        f"sqlite:////nowhere/{CANARY}/x.db",
        f"postgresql://{CANARY}:{CANARY}@127.0.0.1:1/{CANARY}",
        f"postgresql://{CANARY}:{CANARY}@unknown.invalid/{CANARY}",
        f"postgresql+asyncpg://u@/x?host=/nowhere/{CANARY}",
    ],
)
async def test_a_database_that_is_not_there_is_unavailable(address: str, silent: None) -> None:
    database = open_database(address, patience=3)
    with pytest.raises(StoreUnavailable) as told:
        await create(database)
    assert told.value.code == "STORE_UNAVAILABLE"
    assert CANARY not in str(told.value)
    assert told.value.__cause__ is None
    await database.close()


@on_postgresql
async def test_a_name_the_server_does_not_know_is_unavailable(database_address: str) -> None:
    database = open_database(database_address.replace("/test_", "/unknown_"))
    with pytest.raises(StoreUnavailable):
        await create(database)
    await database.close()


async def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"no database at all, but long enough to be read as one" * 100)
    database = open_database(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(StoreUnavailable):
        await SubjectStore(database).latest(OURS, "h")
    await database.close()


@on_sqlite
async def test_a_locked_database_says_so_and_is_read_all_the_same(database_address: str, silent: None) -> None:
    database = open_database(database_address, patience=0.5)
    with closing(sqlite3.connect(str(database.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked) as told:
            await create(database)
        assert told.value.code == "STORE_LOCKED"
        assert await SubjectStore(database).latest(OURS, "h") is None
    await create(database)
    await database.close()


@on_sqlite
async def test_a_full_database_says_so_stores_nothing_and_works_once_there_is_room(database: Database, silent: None) -> None:
    assert isinstance(database, SQLiteDatabase)
    pages = {"limit": 50}

    @event.listens_for(database._engine, "checkout")
    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages['limit']}").close()

    with pytest.raises(StoreFull) as told:
        await create(database, text=CANARY * 50_000)
    assert told.value.code == "STORE_FULL"
    assert await SubjectStore(database).latest(OURS, "h") is None
    assert await SubjectStore(database).page(OURS, "household", first=9) == ()
    pages["limit"] = 1_000_000
    await create(database)


@on_postgresql
async def test_a_row_held_by_somebody_else_does_not_hold_us_for_ever(database_address: str) -> None:
    database = open_database(database_address, patience=0.5)
    await create(database)
    other = await asyncpg.connect(database_address)
    await other.execute("BEGIN; LOCK TABLE revision IN ACCESS EXCLUSIVE MODE")
    with pytest.raises(StoreUnavailable):
        await SubjectStore(database).append(OURS, "h", 1, {}, committed_at=NOON, author="a")
    await other.close()
    stored = await SubjectStore(database).append(OURS, "h", 1, {}, committed_at=NOON, author="a")
    assert stored.number == 2
    await database.close()


@on_postgresql
async def test_a_connection_ended_by_the_server_is_replaced(database: Database, database_address: str) -> None:
    await create(database)
    other = await asyncpg.connect(database_address)
    await other.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'attendu' AND datname = current_database()"
    )
    await other.close()
    assert await SubjectStore(database).latest(OURS, "h") is not None


@on_postgresql
async def test_more_work_than_there_are_connections_waits_its_turn(database: Database) -> None:
    await asyncio.gather(*(create(database, f"h-{n}") for n in range(60)))
    assert len(await SubjectStore(database).page(OURS, "household", first=100)) == 60


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (asyncpg.DiskFullError(CANARY), StoreFull),
        (asyncpg.DeadlockDetectedError(CANARY), StoreLocked),
        (asyncpg.LockNotAvailableError(CANARY), StoreLocked),
        (asyncpg.TooManyConnectionsError(CANARY), StoreUnavailable),
        (asyncpg.InvalidPasswordError(CANARY), StoreUnavailable),
        (asyncpg.AdminShutdownError(CANARY), StoreUnavailable),
        (DBAPIError(CANARY, None, asyncpg.DiskFullError(CANARY)), StoreFull),
        (ConnectionResetError(CANARY), StoreUnavailable),
        (TimeoutError(CANARY), StoreUnavailable),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_driver_says_is_told_by_its_kind_alone(error: Exception, told: type[StoreUnavailable], silent: None) -> None:
    with pytest.raises(StoreUnavailable) as raised, told_plainly():
        raise error
    assert type(raised.value) is told
    assert CANARY not in str(raised.value)


def test_a_fault_of_ours_is_not_taken_for_a_fault_of_the_database() -> None:
    with pytest.raises(asyncpg.UndefinedTableError), told_plainly():
        raise asyncpg.UndefinedTableError


@pytest.mark.parametrize(
    "address", ["", "attendu.db", "mysql://h/x", "sqlite://", "sqlite:///:memory:", "postgresql:/x", "postgresql://u:p@h:port/x"]
)
def test_an_address_that_cannot_be_used_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(StoreAddressRefused, match=r"sqlite:///attendu\.db"):
        open_database(address)


@pytest.mark.parametrize("address", ["sqlite+aiosqlite:///{}", "sqlite:///{}"])
async def test_an_address_may_name_a_driver(address: str, tmp_path: Path) -> None:
    database = open_database(address.format(tmp_path / "x.db"))
    assert await database.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar_one()) == 1
    await database.close()


@on_postgresql
async def test_the_way_libpq_names_encryption_is_understood(database_address: str) -> None:
    database = open_database(f"{database_address}&sslmode=prefer")
    assert await database.read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar_one()) == 1
    await database.close()


def test_what_the_driver_itself_says_is_told_plainly(silent: None) -> None:
    locked = sqlite3.OperationalError(CANARY)
    locked.sqlite_errorname = "SQLITE_BUSY"
    with pytest.raises(StoreLocked) as told, told_plainly():
        raise locked
    assert told.value.__cause__ is None


@on_postgresql
async def test_a_server_that_only_lets_read_is_unavailable(database: Database, database_address: str) -> None:
    name = str(database.url.database)
    await database.write(lambda connection: connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    standby = open_database(database_address)
    with pytest.raises(StoreUnavailable):
        await create(standby)
    assert await SubjectStore(standby).latest(OURS, "h") is None
    await standby.close()


@on_postgresql
async def test_after_a_failover_connections_are_made_anew(database: Database, database_address: str) -> None:
    name = str(database.url.database)
    only_read = f"ALTER DATABASE {name} SET default_transaction_read_only = "
    await database.write(lambda connection: connection.exec_driver_sql(f"{only_read}on"))
    serving = open_database(database_address)
    with pytest.raises(StoreUnavailable):
        await create(serving)
    await database.write(lambda connection: connection.exec_driver_sql(f"{only_read}off"))
    await create(serving)
    await serving.close()


@on_postgresql
async def test_a_connection_that_is_lost_before_it_listens_is_unavailable(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    listening = asyncpg.Connection.add_listener

    async def lost(connection: asyncpg.Connection, *given: object) -> None:
        await connection.close()
        await listening(connection, *given)

    monkeypatch.setattr(asyncpg.Connection, "add_listener", lost)
    with pytest.raises(StoreUnavailable):
        await database.hear("attendu_events", lambda _: None)
