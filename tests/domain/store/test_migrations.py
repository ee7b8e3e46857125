"""The tables after every migration are those the code works with, however many processes start at once."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from functools import partial

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, ExceptionContext, event

from domain.store.database import Database
from domain.store.errors import SchemaOutdated
from domain.store.items.tables import item_document
from domain.store.migrate import MIGRATIONS, check_schema, upgrade
from domain.store.opening import open_database
from domain.store.sqlite import SQLiteDatabase
from domain.store.tables import idempotency_key, tables_of
from tests.databases import on_sqlite

POSTGRESQL_SHAPE = """
SELECT format('%s.%s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attcollation) FROM pg_attribute
 WHERE attnum > 0 AND NOT attisdropped
   AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace)
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace
"""
MIGRATE = "import asyncio, sys; from tests.databases import migrate; asyncio.run(migrate(sys.argv[1]))"
SECONDS = 60


def shape(connection: Connection) -> set[str]:
    """Return what the database itself says of its tables, in words that can be compared."""
    if connection.dialect.name == "sqlite":
        told = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
    else:
        told = connection.exec_driver_sql(POSTGRESQL_SHAPE).scalars()
    return {" ".join(line.split()) for line in told if "alembic_version" not in line}


async def test_the_migrated_tables_are_those_of_the_code(empty_address: str, database: Database) -> None:
    empty = open_database(empty_address)
    await empty.transact(lambda connection: item_document.metadata.create_all(connection, tables_of(empty.kind)))
    declared = await empty.read(shape)
    await empty.close()
    assert len(declared) >= len(tables_of(database.kind))
    assert await database.read(shape) == declared


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    before = await database.read(shape)
    await upgrade(database)
    assert await database.read(shape) == before
    await check_schema(database)


BEFORE_ORGANISATIONS = """
INSERT INTO subject (id, type, organisation, created_at, label) VALUES ('h', 'household', NULL, '2026-01-01 00:00:00', NULL);
INSERT INTO subject (id, type, organisation, created_at, label) VALUES ('o', 'operation', 'harbour', '2026-01-01 00:00:00', NULL);
INSERT INTO revision VALUES ('h', 1, '2026-01-01 00:00:00', 'somebody', '{}', '{}');
INSERT INTO latest_decision VALUES ('o', 'operation', 1, '2026-01-01 00:00:00', 1, '00000000000000000000000000000001', NULL);
INSERT INTO latest_decision VALUES ('h', 'household', 1, '2026-01-01 00:00:00', 2, '00000000000000000000000000000002', NULL);
INSERT INTO task VALUES ('o', 'rule', '', '', 'operation', 'TO_DO', '2026-01-01', NULL, NULL, NULL, 1)
"""


async def test_files_of_before_organisations_go_to_demo_and_what_lists_read_of_them_follows(empty_address: str) -> None:
    old = open_database(empty_address)
    await old.transact(partial(migrate_to, "0003"))
    await old.transact(lambda connection: [connection.exec_driver_sql(each) for each in BEFORE_ORGANISATIONS.split(";")])
    await upgrade(old)
    told = "SELECT id, organisation FROM subject UNION ALL SELECT subject_id, organisation FROM {} ORDER BY 1, 2"
    of_latest = await old.read(lambda connection: connection.exec_driver_sql(told.format("latest_decision")).all())
    of_tasks = await old.read(lambda connection: connection.exec_driver_sql(told.format("task")).all())
    revisions = await old.read(lambda connection: connection.exec_driver_sql("SELECT subject_id, author FROM revision").all())
    await old.close()
    assert of_latest == [("h", "demo"), ("h", "demo"), ("o", "harbour"), ("o", "harbour")]
    assert (of_tasks, revisions) == ([("h", "demo"), ("o", "harbour"), ("o", "harbour")], [("h", "somebody")])


BEFORE_KEYS_OF_ORGANISATIONS = """
INSERT INTO subject (id, type, organisation, created_at) VALUES ('h', 'household', 'harbour', '2026-01-01 00:00:00');
INSERT INTO item_comment VALUES ('c', 'h', 'rule', '', '', 'harbour', FALSE, 'anna', '2026-01-01 00:00:00', 1);
INSERT INTO idempotency_key VALUES ('anna', 'one', 'd', 'household', '["h"]', '2026-01-01 00:00:00');
INSERT INTO idempotency_key VALUES ('anna', 'two', 'd', 'item', '["c"]', '2026-01-01 00:00:00');
INSERT INTO idempotency_key VALUES ('anna', 'of nothing', 'd', 'item', '["gone"]', '2026-01-01 00:00:00')
"""


async def test_keys_of_before_go_to_the_organisation_of_what_was_made_under_them(empty_address: str) -> None:
    old = open_database(empty_address)
    await old.transact(partial(migrate_to, "0013"))
    await old.transact(lambda connection: [connection.exec_driver_sql(each) for each in BEFORE_KEYS_OF_ORGANISATIONS.split(";")])
    await upgrade(old)
    keys = await old.read(lambda connection: connection.execute(idempotency_key.select().order_by("key")).all())
    await old.close()
    assert [(each.organisation, each.key, each.ids) for each in keys] == [("harbour", "one", ["h"]), ("harbour", "two", ["c"])]


def migrate_to(version: str, connection: Connection) -> None:
    """Bring an empty database to an earlier version."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    command.upgrade(config, version)


@on_sqlite
async def test_a_long_migration_in_another_process_is_waited_for(empty_address: str) -> None:
    waiting, locked, loop = open_database(empty_address, patience=0.2), asyncio.Event(), asyncio.get_running_loop()
    assert isinstance(waiting, SQLiteDatabase)

    @event.listens_for(waiting._engine, "handle_error")
    def find_it_locked(_: ExceptionContext) -> None:
        loop.call_soon_threadsafe(locked.set)

    with closing(sqlite3.connect(str(waiting.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        upgrading = asyncio.create_task(upgrade(waiting, patience=SECONDS))
        await asyncio.wait_for(locked.wait(), SECONDS)  # for as long as a statement waits
        other.execute("COMMIT")
    await upgrading
    await check_schema(waiting)
    await waiting.close()


async def test_a_database_without_its_tables_names_the_command_to_run(empty_address: str) -> None:
    empty = open_database(empty_address)
    with pytest.raises(SchemaOutdated, match="attendu db upgrade"):
        await check_schema(empty)
    await empty.close()


async def test_processes_that_start_at_once_migrate_once(empty_address: str) -> None:
    started = [await asyncio.create_subprocess_exec(sys.executable, "-c", MIGRATE, empty_address) for _ in range(4)]
    assert [await asyncio.wait_for(process.wait(), SECONDS) for process in started] == [0, 0, 0, 0]
    migrated = open_database(empty_address)
    await check_schema(migrated)
    assert await migrated.read(lambda connection: connection.exec_driver_sql("SELECT last FROM decision_counter").scalars().all()) == [0]
    await migrated.close()
