"""PostgreSQL as a database of Attendu: shared by many processes, none of which may block another."""

import asyncio
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.store.database import PATIENCE, Database, Work
from domain.store.faults import told_plainly

T = TypeVar("T")

CONNECTIONS = 8

SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "application_name": "attendu",
        "synchronous_commit": "on",  # a commit is told once it is on disk, whatever the server's default
        "default_transaction_isolation": "read committed",
        "idle_in_transaction_session_timeout": "60s",
        "timezone": "UTC",
    }
)

SERVING = "attendu_serving"
"""The role that answers requests: it owns nothing, and row security holds it."""

ORGANISATION = "attendu.organisation"
SAY = f"SELECT set_config('{ORGANISATION}', $1, $2)"

ONLY_READ = "25006"
"""The SQLSTATE of a write to a server that only lets read: https://www.postgresql.org/docs/current/errcodes-appendix.html"""

SET_KNOWN = """
SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS wanted (name, value) JOIN pg_settings USING (name)
"""


class PostgreSQLDatabase(Database):
    """
    A server's database, through a pool of connections.

    Args:
        url: the address; libpq's ``sslmode`` is understood.
        patience: seconds.
        connections: how many the pool may open.
        settings: of each session, where the server's version knows them.
        role: whom each session acts as; none given: who it is in the address.
    """

    kind = "postgresql"

    def __init__(
        self,
        url: URL,
        patience: float = PATIENCE,
        *,
        connections: int = CONNECTIONS,
        settings: Mapping[str, str] | None = None,
        role: str | None = None,
    ) -> None:
        super().__init__(url, patience)
        self._connections = connections
        self._engine = _engine(url, patience, connections, role)
        if settings:
            event.listen(self._engine.sync_engine, "connect", partial(_set, settings=settings))

    def alone(self, settings: Mapping[str, str]) -> "PostgreSQLDatabase":
        """Return the same database through one connection of its own, with *settings* for its session."""
        return PostgreSQLDatabase(self.url, self.patience, connections=1, settings=settings)

    @cached_property
    def serving(self) -> "PostgreSQLDatabase":
        """The same database as the role that row security holds."""
        return PostgreSQLDatabase(self.url, self.patience, connections=self._connections, role=SERVING)

    def within(self, organisation: str) -> "Within":
        """Return the doors of one organisation, which row security holds to its rows."""
        return Within(self.serving, organisation)

    async def read(self, work: Work[T]) -> T:
        """Run *work*; each of its statements commits itself."""
        with told_plainly():
            async with asyncio.timeout(self.patience), self._engine.connect() as connection:
                return await connection.run_sync(work)

    write = read

    async def transact(self, work: Work[T], *, patience: float | None = None) -> T:
        """Run *work* between BEGIN and COMMIT."""
        engine = self._engine.execution_options(isolation_level="READ COMMITTED")
        with told_plainly():
            async with asyncio.timeout(patience or self.patience), engine.begin() as connection:
                return await connection.run_sync(work)

    async def hear(self, channel: str, heard: Callable[[str], None]) -> None:
        """Call *heard* with what any process says on *channel*, until the connection is lost; it is a connection of its own."""
        lost = asyncio.Event()
        engine = _engine(self.url, self.patience, connections=1)
        try:
            with told_plainly():
                async with engine.connect() as connection:
                    driver = (await connection.get_raw_connection()).driver_connection
                    assert driver is not None
                    driver.add_termination_listener(lambda _: lost.set())
                    await driver.add_listener(channel, lambda *said: heard(said[-1]))
                    await lost.wait()
        finally:
            await engine.dispose()

    async def close(self) -> None:
        """Close the pools."""
        await self._engine.dispose()
        if "serving" in vars(self):
            await self.serving.close()


class Within:
    """
    The doors of one organisation.

    A session keeps its organisation for the next reader: only where it was another's does a statement more go to the server, and never a
    transaction, as one read is one statement that commits itself. A transaction says its own, for itself alone.
    """

    def __init__(self, database: PostgreSQLDatabase, organisation: str) -> None:
        self._database = database
        self._organisation = organisation

    async def read(self, work: Work[T]) -> T:
        """Run *work* on the organisation's rows; each of its statements commits itself."""
        return await self._database.read(partial(self._kept, work))

    look_up = write = read

    async def transact(self, work: Work[T], *, patience: float | None = None) -> T:
        """Run *work* on the organisation's rows between BEGIN and COMMIT."""
        return await self._database.transact(partial(self._for_now, work), patience=patience)

    def _kept(self, work: Work[T], connection: Connection) -> T:
        if connection.info.get(ORGANISATION) != self._organisation:
            connection.info.pop(ORGANISATION, None)  # whatever becomes of the next line, the next reader says it anew
            connection.exec_driver_sql(SAY, (self._organisation, False))
            connection.info[ORGANISATION] = self._organisation
        return work(connection)

    def _for_now(self, work: Work[T], connection: Connection) -> T:
        connection.exec_driver_sql(SAY, (self._organisation, True))
        return work(connection)


def _engine(url: URL, patience: float, connections: int, role: str | None = None) -> AsyncEngine:
    query = dict(url.query)
    tls = {"ssl": query.pop("sslmode")} if "sslmode" in query else {}
    settings = dict(SETTINGS) if role is None else {**SETTINGS, "role": role}
    engine = create_async_engine(
        url.set(drivername="postgresql+asyncpg", query=query),
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=patience,
        connect_args={"timeout": patience, "server_settings": settings, **tls},
    )
    event.listen(engine.sync_engine, "handle_error", _leave_standby)
    return engine


def _leave_standby(context: ExceptionContext) -> None:
    """Give up the pool's connections to a server that has become a standby: after a failover the address leads to another."""
    if getattr(context.original_exception, "sqlstate", None) == ONLY_READ:
        context.is_disconnect = True


def _set(connection: DBAPIConnection, _record: object, *, settings: Mapping[str, str]) -> None:
    cursor = connection.cursor()
    cursor.execute(SET_KNOWN, (list(settings), list(settings.values())))
    cursor.close()
    connection.commit()
