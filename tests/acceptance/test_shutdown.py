"""A server that is told to stop ends its streams, finishes the changes that it has begun, with their record, and goes."""

import asyncio
import signal
from contextlib import AsyncExitStack
from typing import Any

import httpx2
import orjson
import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed

from domain.store.database import Database
from domain.store.tables import decision
from tests.acceptance.followers import BOUND, OverEvents, OverWebSocket, over_events, over_websocket
from tests.acceptance.servers import CREATE, Server
from tests.hostile.wire import request

pytestmark = pytest.mark.server

STREAMS, CHANGES = 100, 20
"""Streams of either kind, and changes under way."""

SECONDS = 5
CHANGE = """mutation ($input: CreateHouseholdInput!) {
  createHousehold(input: $input) { ... on HouseholdSaved { household { decision { id number } } } }
}"""
BODY = orjson.dumps({"query": CHANGE, "variables": {"input": {"facts": {"rent": "500"}}}})


class Begun:
    """A change whose body the server waits for."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def at(cls, address: str) -> "Begun":
        """Send the head of a change, and return once the server asks for the rest: it is under way."""
        host, _, port = address.removeprefix("http://").partition(":")
        begun = cls(*await asyncio.open_connection(host, int(port)))
        begun._writer.write(request(content_length=str(len(BODY)), expect="100-continue"))
        assert await begun._reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        return begun

    async def decided(self) -> dict[str, Any]:
        """Send the body, and return the decision that is answered."""
        self._writer.write(BODY)
        head, _, body = (await self._reader.read()).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        self._writer.close()
        found: dict[str, Any] = orjson.loads(body)["data"]["createHousehold"]["household"]["decision"]
        return found


async def ask(server: Server, query: str, **variables: Any) -> Any:
    async with httpx2.AsyncClient(timeout=BOUND, trust_env=False) as client:
        return (await client.post(f"{server.address}/graphql", json={"query": query, "variables": variables})).json()["data"]


async def ended(stream: object) -> None:
    """Read until the stream ends, as those do whose server restarts."""
    if isinstance(stream, OverEvents):
        with pytest.raises(AssertionError, match="the stream ended"):
            await stream.event()
        return
    assert isinstance(stream, OverWebSocket)
    with pytest.raises(ConnectionClosed) as closed:
        await stream.event()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012


async def test_a_stopping_server_ends_its_streams_and_finishes_what_was_begun(database_address: str, database: Database) -> None:
    server = await Server.start(database_address, 0, asyncio.Event())
    try:
        household = (await ask(server, CREATE, input={"facts": {"rent": "500"}}))["createHousehold"]["household"]["id"]
        after = (await ask(server, "{ eventCursor }"))["eventCursor"]
        async with AsyncExitStack() as stack:
            streams = [await stack.enter_async_context(over_websocket(server.address, id=household, after=after)) for _ in range(STREAMS)]
            events = [await stack.enter_async_context(over_events(server.address, id=household, after=after)) for _ in range(STREAMS)]
            begun = [await Begun.at(server.address) for _ in range(CHANGES)]
            server.process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(SECONDS):
                await asyncio.gather(*(ended(each) for each in (*streams, *events)))
                told = await asyncio.gather(*(each.decided() for each in begun))
            async with asyncio.timeout(BOUND):
                assert await server.process.wait() in {0, -signal.SIGTERM}  # uvicorn sends itself the signal anew once it is done
    finally:
        await server.kill()
    rows = await database.read(lambda reading: reading.execute(select(decision.c.id, decision.c.number)).all())
    assert {(each["id"], each["number"]) for each in told} <= {(str(row.id), row.number) for row in rows}
