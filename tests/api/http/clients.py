"""Clients that speak ASGI to the view without a server: one exchange, an event stream, a WebSocket."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.types import ASGIApp, Message, Scope

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
PATIENCE = 30
"""Seconds for which one waits: a machine at its limit, where events are looked for anew after a failure, takes ten."""


@dataclass
class Reply:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def body(self) -> dict[str, Any]:
        loaded: dict[str, Any] = orjson.loads(self.content)
        return loaded

    @property
    def codes(self) -> list[str]:
        return [error["extensions"]["code"] for error in self.body.get("errors", [])]


def scope_of(kind: str, **more: object) -> Scope:
    return {"type": kind, "path": "/graphql", "query_string": b"", "headers": [], "scheme": "http", "state": {}, **more}


def raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


async def exchange(
    app: ASGIApp,
    chunks: Sequence[bytes] = (b"",),
    *,
    method: str = "POST",
    query_string: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Send one request in *chunks* and return the whole answer."""
    waiting = [{"type": "http.request", "body": chunk, "more_body": at + 1 < len(chunks)} for at, chunk in enumerate(chunks)]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    sent_headers = {"content-type": JSON, "host": "attendu.test"} | dict(headers or {})
    await app(scope_of("http", method=method, query_string=query_string, headers=raw(sent_headers)), receive, send)
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Reply(sent[0]["status"], told, b"".join(message["body"] for message in sent[1:]))


async def post(app: ASGIApp, body: object, **headers: str) -> Reply:
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    return await exchange(app, [content], headers={name.replace("_", "-"): value for name, value in headers.items()})


async def ask(app: ASGIApp, query: str, accept: str = RESPONSE, **parameters: object) -> Reply:
    """POST a query as a modern client does."""
    return await post(app, {"query": query, **parameters}, accept=accept)


async def get(app: ASGIApp, parameters: Mapping[str, str], **headers: str) -> Reply:
    told = {"accept": RESPONSE} | {name.replace("_", "-"): value for name, value in headers.items()}
    return await exchange(app, method="GET", query_string=urlencode(parameters).encode(), headers=told)


@dataclass
class EventStream:
    """An open event stream; :meth:`chunk` waits for the next that is written."""

    status: int
    written: asyncio.Queue[bytes | None]
    gone: asyncio.Event
    task: asyncio.Task[None]

    async def chunk(self) -> bytes | None:
        async with asyncio.timeout(PATIENCE):
            return await self.written.get()

    async def payload(self) -> dict[str, Any]:
        chunk = await self.chunk()
        assert chunk is not None
        assert chunk.startswith(b"event: next\ndata: "), chunk
        loaded: dict[str, Any] = orjson.loads(chunk.removeprefix(b"event: next\ndata: "))
        return loaded


@asynccontextmanager
async def event_stream(app: ASGIApp, query: str, *, slow: bool = False, **parameters: object) -> AsyncIterator[EventStream]:
    """Open a stream; a *slow* reader takes nothing after the headers."""
    written: asyncio.Queue[bytes | None] = asyncio.Queue()
    started: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    gone = asyncio.Event()
    body: list[Message] = [{"type": "http.request", "body": orjson.dumps({"query": query, **parameters}), "more_body": False}]

    async def receive() -> Message:
        if body:
            return body.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.set_result(message["status"])
            return
        if slow:
            await asyncio.Event().wait()
        if message["body"]:
            written.put_nowait(message["body"])
        if not message.get("more_body"):
            written.put_nowait(None)

    headers = raw({"content-type": JSON, "accept": "text/event-stream"})
    task = asyncio.ensure_future(app(scope_of("http", method="POST", headers=headers), receive, send))
    try:
        async with asyncio.timeout(PATIENCE):
            yield EventStream(await started, written, gone, task)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@dataclass
class Socket:
    """The client's end of a WebSocket."""

    incoming: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    outgoing: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    reads: asyncio.Event = field(default_factory=asyncio.Event)
    task: "asyncio.Future[None]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def tell(self, message: object) -> None:
        text = message if isinstance(message, str) else orjson.dumps(message).decode()
        self.incoming.put_nowait({"type": "websocket.receive", "text": text})

    async def heard(self) -> Message:
        async with asyncio.timeout(PATIENCE):
            return await self.outgoing.get()

    async def message(self) -> dict[str, Any]:
        heard = await self.heard()
        assert heard["type"] == "websocket.send", heard
        loaded: dict[str, Any] = orjson.loads(heard["text"])
        return loaded

    async def closed(self) -> int:
        """Return the code with which the socket is closed, whatever is said before."""
        while (heard := await self.heard())["type"] != "websocket.close":
            pass
        code: int = heard["code"]
        return code

    async def accepted(self) -> str | None:
        heard = await self.heard()
        assert heard["type"] == "websocket.accept", heard
        protocol: str | None = heard["subprotocol"]
        return protocol

    async def greet(self, payload: object = None) -> None:
        assert await self.accepted() == "graphql-transport-ws"
        self.tell({"type": "connection_init"} if payload is None else {"type": "connection_init", "payload": payload})
        assert await self.message() == {"type": "connection_ack"}

    def subscribe(self, identifier: str, query: str, **parameters: object) -> None:
        self.tell({"type": "subscribe", "id": identifier, "payload": {"query": query, **parameters}})


@asynccontextmanager
async def websocket(app: ASGIApp, protocol: str | None = "graphql-transport-ws", **headers: str) -> AsyncIterator[Socket]:
    socket = Socket()
    socket.reads.set()
    socket.incoming.put_nowait({"type": "websocket.connect"})

    async def send(message: Message) -> None:
        await socket.reads.wait()
        socket.outgoing.put_nowait(message)

    scope = scope_of("websocket", headers=raw({"host": "attendu.test", **headers}), subprotocols=[protocol] if protocol else [])
    task = socket.task = asyncio.ensure_future(app(scope, socket.incoming.get, send))
    try:
        yield socket
    finally:
        socket.reads.set()
        socket.incoming.put_nowait({"type": "websocket.disconnect", "code": 1000})
        async with asyncio.timeout(PATIENCE):
            await task
