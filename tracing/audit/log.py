"""
The writer of the record: one task a process, which commits decisions in groups.

While one group is being committed the next one gathers, so nobody waits for a group to fill. A group that could not be stored is sent
again with the same ids for as long as somebody still waits for it: what was stored without our hearing of it is not stored twice.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from domain.store.claim import Claim
from domain.store.database import Database
from domain.store.errors import StoreUnavailable
from domain.store.postgresql import PostgreSQLDatabase
from tracing.audit.entry import DecisionEntry
from tracing.audit.errors import RecordUnavailable
from tracing.audit.postgresql import PostgreSQLGroups
from tracing.audit.sqlite import SQLiteGroups

logger = logging.getLogger(__name__)

PATIENCE = 10.0
CAPACITY = 1024
GROUP = 64
PAUSES = (0.02, 0.1, 0.5)
"""Seconds before a group is sent again; the last one from then on."""


class Groups(Protocol):
    """What stores a group, whole or not at all, ids already stored left as they are."""

    @property
    def database(self) -> Database:
        """The connections that write."""

    async def write(self, entries: Sequence[DecisionEntry]) -> dict[UUID, int]:
        """Return the number of each entry, all of which are on disk."""

    async def close(self) -> None:
        """Let go of what writing needed."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry, and who waits for its number."""

    entry: DecisionEntry
    number: asyncio.Future[int]


class DecisionLog:
    """
    The record of decisions, for writing.

    Args:
        database: with its tables; an SQLite file is served by one process at a time.
        patience: seconds after which a decision that could not be stored is given up.
        capacity: how many decisions may wait; those beyond wait for a place, within their patience.
        committed: called with the highest number of each group that this process stored.

    Attributes:
        waiting: how many decisions wait to be committed.
    """

    def __init__(
        self,
        database: Database,
        *,
        patience: float = PATIENCE,
        capacity: int = CAPACITY,
        committed: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._groups = _groups(database)
        self._claim = Claim(database.file)
        self._patience = patience
        self._committed = committed
        self._queue: asyncio.Queue[Waiting] = asyncio.Queue(capacity)
        self._writer: asyncio.Task[None] | None = None
        self.waiting = 0

    @property
    def writes(self) -> bool:
        """Whether decisions can be recorded, as far as this process is concerned."""
        return self._writer is not None and not self._writer.done()

    async def start(self, *, claim_patience: float = 0.0) -> None:
        """Begin to write; short-lived programs may wait for the claim on an SQLite file.

        Raises:
            StoreTaken: another process serves the SQLite file.
        """
        await self._claim.take(claim_patience)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(), name="decision-log")

    async def stop(self) -> None:
        """Refuse new decisions, commit those that wait, let go of the database."""
        writer, self._writer = self._writer, None
        if writer is not None:
            drained = asyncio.ensure_future(self._queue.join())
            await asyncio.wait((drained, writer), return_when=asyncio.FIRST_COMPLETED)  # a writer that failed drains nothing more
            drained.cancel()
            writer.cancel()
            await asyncio.gather(drained, writer, return_exceptions=True)
        await self._groups.close()
        self._claim.release()

    async def record(self, entry: DecisionEntry) -> int:
        """Store a decision and return its number, once it is on disk.

        Raises:
            RecordUnavailable: it could not be stored within the patience. Should it have been stored without our hearing of it, the
                record holds one more decision than was given; never the other way round.
        """
        if self._writer is None:
            raise RecordUnavailable
        waiting = Waiting(entry, asyncio.get_running_loop().create_future())
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._queue.put(waiting)
                return await waiting.number
        except TimeoutError:
            raise RecordUnavailable from None
        finally:
            self.waiting -= 1

    async def _write(self) -> None:
        while True:
            group = [await self._queue.get()]
            await asyncio.sleep(0)  # whoever is about to ask comes along
            while len(group) < GROUP and not self._queue.empty():
                group.append(self._queue.get_nowait())
            await self._commit(group)
            for _ in group:
                self._queue.task_done()

    async def _commit(self, group: Sequence[Waiting]) -> None:
        """Store *group*, trying again until it is stored or nobody waits for it any more."""
        failures = 0
        while still := [waiting for waiting in group if not waiting.number.done()]:
            try:
                numbers = await self._groups.write(list({waiting.entry.id: waiting.entry for waiting in still}.values()))
            except StoreUnavailable:
                await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
            except Exception as error:  # noqa: BLE001 -- the writer outlives whatever one entry may hold; whoever sent it is told
                await self._refuse(still, error)
            else:
                _answer(still, numbers)
                self._tell(max(numbers.values()))

    def _tell(self, number: int) -> None:
        """Say how far the record goes; who listens cannot end the writer."""
        try:
            self._committed(number)
        except Exception:
            logger.exception("What follows a commit failed")

    async def _refuse(self, group: Sequence[Waiting], error: Exception) -> None:
        """Tell the one whose entry cannot be stored; of several, find out which."""
        if len(group) > 1:
            for waiting in group:
                await self._commit([waiting])
            return
        logger.error("A decision cannot be stored: %s", type(error).__name__)
        if not group[0].number.done():
            group[0].number.set_exception(RecordUnavailable())


def _answer(group: Sequence[Waiting], numbers: Mapping[UUID, int]) -> None:
    for waiting in group:
        if not waiting.number.done():
            waiting.number.set_result(numbers[waiting.entry.id])


def _groups(database: Database) -> Groups:
    return PostgreSQLGroups(database) if isinstance(database, PostgreSQLDatabase) else SQLiteGroups(database)
