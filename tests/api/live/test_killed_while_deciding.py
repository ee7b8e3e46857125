"""Whichever processes decide on what is due, and wherever they are killed at it: each alert is told once, and nothing stays undecided."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from domain.store.database import Database
from domain.store.reach import OPERATOR
from tests.api.live.test_deciding_again import DAY, a_world
from tests.api.live.test_subscriptions import FILE
from tracing.audit.events import EventLog
from tracing.audit.schedule import CLAIM, Schedule

pytestmark = pytest.mark.server

OPERATIONS = 100
BOUND = 120
"""Seconds after which a process that ought to make progress is taken to be blocked."""


async def start(address: str, instant: datetime, looks: int = sys.maxsize) -> Process:
    """Start a process that lives for so many looks at its clock, and return it once it is ready."""
    command = (sys.executable, "-m", "tests.api.live.deciding", address, instant.isoformat(), str(looks))
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    assert await said(process) == b"ready"
    return process


async def said(process: Process) -> bytes:
    assert process.stdout is not None
    async with asyncio.timeout(BOUND):
        return (await process.stdout.readline()).strip()


async def ended(process: Process) -> int:
    """Let the process begin, and return how it ended."""
    assert process.stdin is not None
    process.stdin.close()
    async with asyncio.timeout(BOUND):
        return await process.wait()


async def test_an_alert_is_told_once_whoever_is_killed(database_address: str, database: Database) -> None:
    async with a_world(database_address) as world:
        for each in range(OPERATIONS):
            await world.operation(f"o-{each:03}")
    several = database.kind == "postgresql"
    doomed = [await start(database_address, DAY, looks) for looks in ((20, 27, 34) if several else (33,))]
    assert await asyncio.gather(*map(ended, doomed)) == [-signal.SIGKILL] * len(doomed)
    events = EventLog(database)
    assert OPERATIONS < await events.last() < 2 * OPERATIONS
    last = await start(database_address, DAY + CLAIM + timedelta(seconds=1))
    assert await ended(last) == 0
    told = await events.page(OPERATOR, after=0, first=10 * OPERATIONS)
    begun = Counter(event.decision.subject_id for event in told for each in event.alerts if each.after and each.after.rule == FILE)
    assert begun == Counter({f"o-{each:03}": 1 for each in range(OPERATIONS)})
    assert [event.number for event in told] == list(range(1, len(told) + 1))
    assert await Schedule(database).claim_due(date(2026, 10, 2), now=DAY + timedelta(days=1), first=1) == ()
