"""Processes killed and stopped under load: whatever a client was told is in the record, without a gap, and nobody else is held up."""

import asyncio
import random
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select

from domain.store.database import Database
from domain.store.tables import decision, decision_counter
from tests.databases import on_postgresql, on_sqlite
from tests.tracing.audit.entries import store_rule_set

BOUND = 60
"""Seconds after which a process that ought to make progress is taken to be blocked."""
TOLD = 200
"""Numbers that a process must have told before it is killed or stopped."""


class Writing:
    """A process that records decisions, and every number that it has told."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.told: dict[UUID, int] = {}
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, address: str, clients: int) -> "Writing":
        command = (sys.executable, "-m", "tests.tracing.audit.writing", address, str(clients))
        return cls(await asyncio.create_subprocess_exec(*command, stdout=PIPE))

    async def _listen(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            id_, number = line.split()
            self.told[UUID(id_.decode())] = int(number)

    async def tells(self, more: int) -> None:
        """Wait until the process has told *more* numbers than now."""
        wanted = len(self.told) + more
        async with asyncio.timeout(BOUND):
            while len(self.told) < wanted:
                assert self.process.returncode is None
                await asyncio.sleep(0.005)

    async def kill(self) -> dict[UUID, int]:
        """Kill the process; return all that it told."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        await self._listening
        return self.told


Start = Callable[[int], Awaitable[Writing]]

STORED = select(decision.c.id, decision.c.number)
LAST = select(decision_counter.c.last, select(func.count()).select_from(decision).scalar_subquery())


@pytest.fixture
async def start(database_address: str, database: Database) -> AsyncIterator[Start]:
    """Start a process with so many clients; the test's end is that of every process."""
    await store_rule_set(database)
    started: list[Writing] = []

    async def start_one(clients: int) -> Writing:
        started.append(await Writing.start(database_address, clients))
        return started[-1]

    yield start_one
    for each in started:
        await each.kill()


async def assert_holds(database: Database, told: dict[UUID, int]) -> None:
    """See that the record holds what was told, and has no gap."""
    stored = {row.id: row.number for row in await database.read(lambda connection: connection.execute(STORED).all())}
    assert told.items() <= stored.items()
    assert sorted(stored.values()) == list(range(1, len(stored) + 1))
    last, count = await database.read(lambda connection: connection.execute(LAST).one())
    assert last == count


@on_sqlite
@pytest.mark.server
async def test_a_serving_process_that_is_stopped_and_killed_loses_nothing_it_told(start: Start, database: Database) -> None:
    told: dict[UUID, int] = {}
    for _ in range(6):
        writing = await start(16)
        await writing.tells(TOLD)
        writing.process.send_signal(signal.SIGSTOP)
        await assert_holds(database, told | writing.told)
        writing.process.send_signal(signal.SIGCONT)
        await writing.tells(random.randrange(TOLD))
        told |= await writing.kill()
        await assert_holds(database, told)
    assert len(told) >= 6 * TOLD


@on_postgresql
@pytest.mark.server
async def test_of_four_processes_one_may_be_stopped_or_killed_at_any_time(start: Start, database: Database) -> None:
    told: dict[UUID, int] = {}
    writing = [await start(5) for _ in range(4)]
    for round_ in range(12):
        victim = writing.pop(0)
        await victim.tells(TOLD + random.randrange(50))
        victim.process.send_signal(signal.SIGSTOP)
        await asyncio.gather(*(other.tells(TOLD) for other in writing))
        if round_ % 3:
            told |= await victim.kill()
            writing.append(await start(5))
        else:
            victim.process.send_signal(signal.SIGCONT)
            writing.append(victim)
        await assert_holds(database, told)
    for survivor in writing:
        told |= await survivor.kill()
    await assert_holds(database, told)
