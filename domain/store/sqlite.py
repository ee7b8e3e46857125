"""SQLite as a database of Attendu: one file, one writing thread, a few reading ones, and one row at a time looked up without a thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import Error as SQLiteError
from sqlite3 import OperationalError
from threading import Lock
from typing import TypeVar

import stamina
from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.exc import DBAPIError

from domain.store.database import PATIENCE, Database, Work
from domain.store.errors import StoreLocked
from domain.store.faults import told_plainly

T = TypeVar("T")

READERS = 4
CACHE_KIB = 16_384
"""Of each connection: lists over a hundred thousand files read rows from all over the file."""
IMMEDIATE = "attendu_immediate"


class SQLiteDatabase(Database):
    """A file; commits reach the disk before they are told (WAL, synchronous=FULL)."""

    kind = "sqlite"

    def __init__(self, url: URL, patience: float = PATIENCE) -> None:
        super().__init__(url, patience)
        self._engine = create_engine(
            url.set(drivername="sqlite+pysqlite"), hide_parameters=True, pool_size=READERS + 2, max_overflow=0, pool_timeout=patience
        )
        self._immediate = self._engine.execution_options(**{IMMEDIATE: True})
        event.listen(self._engine, "connect", partial(_prepare, busy=patience * 0.8))
        event.listen(self._engine, "begin", _begin)
        self._at_hand: Connection | None = None
        self._opening = Lock()
        self._reading = ThreadPoolExecutor(READERS, "sqlite-read")
        self._writing = ThreadPoolExecutor(1, "sqlite-write")

    @property
    def file(self) -> Path:
        """The file that holds the database."""
        return Path(str(self.url.database))

    async def read(self, work: Work[T]) -> T:
        """Run *work* on a reading thread."""
        return await self._on(self._reading, self._connected, work, self.patience)

    async def look_up(self, work: Work[T]) -> T:
        """Run *work* here: a thread would cost ten times as much. Where the file is locked or gone a thread waits for it, or tells."""
        if self._at_hand is None:
            return await self._on(self._reading, self._taken_in_hand, work, self.patience)
        try:
            return work(self._at_hand)
        except (DBAPIError, SQLiteError):
            return await self.read(work)

    async def write(self, work: Work[T]) -> T:
        """Run *work* on the writing thread; its statement commits itself."""
        return await self._on(self._writing, self._connected, work, self.patience)

    async def transact(self, work: Work[T], *, patience: float | None = None) -> T:
        """Run *work* on the writing thread, between BEGIN IMMEDIATE and COMMIT; who has *patience* asks again for a file that is locked."""
        if patience is None:
            return await self._on(self._writing, self._transacted, work, self.patience)
        with told_plainly():
            async with asyncio.timeout(patience):
                while True:
                    with suppress(StoreLocked):
                        return await self._on(self._writing, self._transacted, work, patience)

    async def close(self) -> None:
        """Wait for the threads, then close every connection."""
        for threads in (self._reading, self._writing):
            await asyncio.to_thread(threads.shutdown, cancel_futures=True)
        if self._at_hand is not None:
            self._at_hand.close()
        self._engine.dispose()

    async def _on(self, threads: ThreadPoolExecutor, run: Callable[[Work[T]], T], work: Work[T], patience: float) -> T:
        with told_plainly():
            async with asyncio.timeout(patience):
                return await asyncio.get_running_loop().run_in_executor(threads, run, work)

    def _connected(self, work: Work[T]) -> T:
        with self._engine.connect() as connection:
            return work(connection)

    def _taken_in_hand(self, work: Work[T]) -> T:
        """Open the connection that looks up, which waits for no lock, and run *work* as a reader does."""
        with self._opening:
            if self._at_hand is None:
                at_hand = self._engine.connect()
                at_hand.exec_driver_sql("PRAGMA busy_timeout=0").close()
                self._at_hand = at_hand
        return self._connected(work)

    def _transacted(self, work: Work[T]) -> T:
        with self._immediate.begin() as connection:
            return work(connection)


def _prepare(connection: SQLiteConnection, _record: object, *, busy: float) -> None:
    connection.isolation_level = None  # BEGIN is ours to say
    for pragma in (f"busy_timeout={int(busy * 1000)}", "synchronous=FULL", "foreign_keys=ON", f"cache_size=-{CACHE_KIB}"):
        connection.execute(f"PRAGMA {pragma}").close()
    # busy_timeout does not cover this one, when several processes open a new file at once
    for attempt in stamina.retry_context(OperationalError, attempts=None, timeout=busy, wait_initial=0.01, wait_max=0.1):
        with attempt:
            connection.execute("PRAGMA journal_mode=WAL").close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(IMMEDIATE):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
