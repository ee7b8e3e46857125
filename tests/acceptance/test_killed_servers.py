"""
Servers killed and stopped under load: every decision that a client received is in the record, and nobody else is held up.

One kill each here; `make kills` does twenty.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select

from domain.store.database import Database
from domain.store.tables import decision, decision_counter
from tests.acceptance.servers import Server
from tests.databases import on_postgresql, on_sqlite

KILLS = int(os.environ.get("ATTENDU_KILLS", "1"))
CLIENTS = 16
TOLD = 200
"""Decisions that clients of a server must have received before it is killed or stopped."""

Start = Callable[[int], Awaitable[Server]]
STORED = select(decision.c.id, decision.c.number)
LAST = select(decision_counter.c.last, select(func.count()).select_from(decision).scalar_subquery())

pytestmark = pytest.mark.server


@pytest.fixture
async def start(database_address: str) -> AsyncIterator[Start]:
    """Start a server with so many clients; the test's end is that of every server."""
    started: list[Server] = []
    load = asyncio.Event()

    async def start_one(clients: int) -> Server:
        load.clear()  # a start takes seconds, which nobody needs to fill with questions
        started.append(await Server.start(database_address, clients, load))
        load.set()
        return started[-1]

    yield start_one
    load.set()
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
async def test_the_server_of_an_sqlite_file_loses_nothing_that_a_client_received(start: Start, database: Database) -> None:
    told: dict[UUID, int] = {}
    for _ in range(KILLS):
        server = await start(CLIENTS)
        await server.tells(TOLD)
        server.stop()
        await assert_holds(database, told | server.told)
        server.go_on()
        await server.tells(random.randrange(1, TOLD // 2))
        told |= await server.kill()
        await assert_holds(database, told)
    print(f"{KILLS} kills, {len(told)} decisions received, every one in the record")  # noqa: T201 - `make kills` shows it


@on_postgresql
async def test_of_four_servers_one_may_be_stopped_and_killed_at_any_time(start: Start, database: Database) -> None:
    told: dict[UUID, int] = {}
    serving = [await start(CLIENTS // 4) for _ in range(4)]
    for round_ in range(KILLS):
        victim = serving.pop(0)
        await victim.tells(TOLD + random.randrange(20))
        if round_ % 2 == 0:
            victim.stop()
            await asyncio.gather(*(other.tells(TOLD // 4) for other in serving))
            await assert_holds(database, told)
        told |= await victim.kill()
        await asyncio.gather(*(other.tells(TOLD // 4) for other in serving))
        await assert_holds(database, told)
        if round_ + 1 < KILLS:
            serving.append(await start(CLIENTS // 4))
    for survivor in serving:
        told |= await survivor.kill()
    await assert_holds(database, told)
    print(f"{KILLS} kills, {len(told)} decisions received, every one in the record")  # noqa: T201 - `make kills` shows it
