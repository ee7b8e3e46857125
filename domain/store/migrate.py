"""
Bring the tables of a database to this version, from as many processes at once as like to start.

All missing migrations run in one transaction, of which there is one at a time: PostgreSQL takes an advisory lock, SQLite its write lock.
A process that dies in the middle leaves the tables as they were.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from domain.store.database import Database
from domain.store.errors import SchemaOutdated

MIGRATIONS = Path(__file__).parent / "migrations"
ADVISORY_LOCK = 0x61_74_74_65_6E_64_75  # "attendu"
PATIENCE = 600.0


async def upgrade(database: Database, *, patience: float = PATIENCE) -> None:
    """Run the migrations that the database has not seen yet.

    Args:
        database: of either kind, empty or of an earlier version.
        patience: seconds for waiting for other processes and for the migrations.

    Raises:
        StoreUnavailable: the database is gone, locked or full; its tables are as they were.
    """
    await database.transact(_upgrade, patience=patience)


async def check_schema(database: Database) -> None:
    """See that the tables are those of this version.

    Raises:
        SchemaOutdated: they are not.
        StoreUnavailable: the database is gone, locked or full.
    """
    if await database.read(_version) != ScriptDirectory(str(MIGRATIONS)).get_current_head():
        raise SchemaOutdated


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
