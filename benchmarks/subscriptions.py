"""
Two thousand idle subscriptions on one process: what each takes of its memory, and what they all do to a query.

Each is a WebSocket of its own that follows one file. The query is asked by one client, about another file: the median of its times with
them, against the median without. Decisions are recorded meanwhile, so events come, and are looked at for every subscriber.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from benchmarks.budget import Budget
from benchmarks.processes import Server, program
from benchmarks.request import JSON, question

SUBSCRIPTIONS, TOGETHER = 2_000, 10
WARM, QUERIES, ROUNDS = 30, 100, 3
FOLLOW = "subscription ($id: ID!) { subjectChanged(id: $id) { cursor causes { sentence } } }"
LOOK_SECONDS, IDLE = 0.5, 0.1
"""A server is idle when it uses less than this part of a processor for so long."""


def measure() -> list[Budget]:
    """Measure idle subscriptions."""
    with TemporaryDirectory() as folder:
        settings = {
            "ATTENDU_DATABASE_URL": f"sqlite:///{Path(folder) / 'subscriptions.db'}",
            "ATTENDU_MODE": "development",
            "ATTENDU_RATE": "100000 per second",
            "OTEL_SDK_DISABLED": "true",
        }
        with program(settings) as server:
            followed, asked = (question(server) for _ in range(2))
            return asyncio.run(_measured(server, orjson.loads(followed)["variables"]["id"], asked))


async def _measured(server: Server, followed: str, asked: bytes) -> list[Budget]:
    await _median(server, asked, WARM)
    async with _following(server, followed, TOGETHER):
        await _median(server, asked, WARM)
    ratios, kilobytes, times = [], [], []
    for _ in range(ROUNDS):
        alone = await _median(server, asked, QUERIES)
        before = server.memory_bytes()
        async with _following(server, followed, SUBSCRIPTIONS):
            await _idle(server)
            kilobytes.append((server.memory_bytes() - before) / SUBSCRIPTIONS / 1024)
            await _median(server, asked, WARM)
            among = await _median(server, asked, QUERIES)
        ratios.append(among / alone)
        times.append((alone * 1000, among * 1000))
    alone, among = (statistics.median(each) for each in zip(*times, strict=True))
    detail = f"{SUBSCRIPTIONS} sockets; a query {alone:.1f} ms without them, {among:.1f} ms with them"
    return [
        Budget("subscription_kilobytes", max(kilobytes), 40, detail),
        Budget("query_among_subscriptions", statistics.median(ratios), 1.5, detail),
    ]


async def _idle(server: Server) -> None:
    """Wait until every subscription stands."""
    used = LOOK_SECONDS
    while used > IDLE * LOOK_SECONDS:
        before = server.cpu_seconds()
        await asyncio.sleep(LOOK_SECONDS)
        used = server.cpu_seconds() - before


async def _median(server: Server, body: bytes, count: int) -> float:
    """Return the median seconds of *count* queries, one after another."""
    times = []
    async with httpx2.AsyncClient(timeout=60) as client:
        for _ in range(count):
            started = time.perf_counter()
            (await client.post(f"{server.address}/graphql", content=body, headers=JSON)).raise_for_status()
            times.append(time.perf_counter() - started)
    return statistics.median(times)


@asynccontextmanager
async def _following(server: Server, followed: str, count: int) -> AsyncIterator[None]:
    """Follow a file *count* times."""
    async with AsyncExitStack() as stack:
        for _ in range(0, count, TOGETHER):
            for socket in await asyncio.gather(*(_subscribed(server, followed) for _ in range(TOGETHER))):
                stack.push_async_callback(socket.close)
                stack.callback(asyncio.create_task(_stay(socket)).cancel)
        yield


async def _stay(socket: ClientConnection) -> None:
    """Answer signs of life."""
    with suppress(ConnectionClosed):
        async for message in socket:
            if orjson.loads(message)["type"] == "ping":
                await socket.send('{"type": "pong"}')


async def _subscribed(server: Server, followed: str) -> ClientConnection:
    socket = await connect(
        f"{server.address.replace('http', 'ws')}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")], ping_interval=None
    )
    await socket.send('{"type": "connection_init"}')
    assert orjson.loads(await socket.recv())["type"] == "connection_ack"
    payload = {"query": FOLLOW, "variables": {"id": followed}}
    await socket.send(orjson.dumps({"type": "subscribe", "id": "1", "payload": payload}).decode())
    return socket
