"""Clients of real servers that follow events: over a WebSocket, and over server-sent events."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

BOUND = 60
"""Seconds within which what ought to come has come."""

TLS = ssl.create_default_context()
"""Made once: a client makes one of its own otherwise, which takes longer than a whole test of streams."""

FOLLOW = """
subscription ($id: ID!, $after: String) {
  subjectChanged(id: $id, after: $after) {
    cursor decisionNumber
    causes { __typename ... on FactsChanged { provided facts { fact } } }
    subject { ... on Household { facts { rent } } }
  }
}
"""


class OverWebSocket:
    """A subscription over a WebSocket of its own."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def event(self) -> Any:
        """Return the next event."""
        async with asyncio.timeout(BOUND):
            while (message := orjson.loads(await self.socket.recv()))["type"] == "ping":
                await self.socket.send('{"type": "pong"}')
        assert message["type"] == "next", message
        return message["payload"]["data"]["subjectChanged"]

    def cut(self) -> None:
        """Break the connection as a network does: nobody says goodbye."""
        self.socket.transport.abort()


@asynccontextmanager
async def over_websocket(address: str, **variables: Any) -> AsyncIterator[OverWebSocket]:
    """Follow a file over a WebSocket."""
    url = f"{address.replace('http', 'ws')}/graphql"
    async with connect(url, subprotocols=[Subprotocol("graphql-transport-ws")], proxy=None) as socket:
        await socket.send('{"type": "connection_init"}')
        assert orjson.loads(await socket.recv()) == {"type": "connection_ack"}
        payload = {"query": FOLLOW, "variables": variables}
        await socket.send(orjson.dumps({"type": "subscribe", "id": "1", "payload": payload}).decode())
        yield OverWebSocket(socket)


class OverEvents:
    """A subscription over server-sent events."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self.lines = lines

    async def event(self) -> Any:
        """Return the next event."""
        async with asyncio.timeout(BOUND):
            async for line in self.lines:
                if line.startswith("data: {"):
                    return orjson.loads(line.removeprefix("data: "))["data"]["subjectChanged"]
        raise AssertionError("the stream ended")


@asynccontextmanager
async def over_events(address: str, **variables: Any) -> AsyncIterator[OverEvents]:
    """Follow a file over server-sent events."""
    body, headers = {"query": FOLLOW, "variables": variables}, {"accept": "text/event-stream"}
    async with (
        httpx2.AsyncClient(timeout=BOUND, trust_env=False, verify=TLS) as client,
        client.stream("POST", f"{address}/graphql", json=body, headers=headers) as answer,
    ):
        assert answer.status_code == 200
        yield OverEvents(answer.aiter_lines())
