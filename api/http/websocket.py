"""
GraphQL over WebSocket, by the one protocol ``graphql-transport-ws``.

https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md. A socket costs one task while it is idle and one more for each running
operation; every message is checked, every wait is bounded, and when the server stops it closes with 1012 so that clients come back.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from dataclasses import replace
from enum import IntEnum
from typing import ParamSpec, TypeAlias

import orjson
from starlette.types import Receive, Scope, Send

from api.http.answer import Answer, encode
from api.http.context import Exchange, RequestInfo, Transport, headers_of
from api.http.engine import Engine
from api.http.errors import MASK, Code, RequestError, log_masked
from api.http.origins import refuse_cross_site
from api.http.request import GraphQLRequest, from_parameters, load_json
from api.http.settings import TransportSettings
from api.http.streams import Streams

PROTOCOL = "graphql-transport-ws"
LONGEST_ID = 200
LONGEST_REASON = 100  # a close frame holds 123 bytes

P = ParamSpec("P")
Connect: TypeAlias = Callable[[RequestInfo], Awaitable[None]]


class Close(IntEnum):
    """Why a socket is closed."""

    TOO_BIG = 1009
    INTERNAL = 1011
    RESTART = 1012
    TOO_SLOW = 1013
    BAD_MESSAGE = 4400
    UNAUTHORIZED = 4401
    FORBIDDEN = 4403
    WRONG_PROTOCOL = 4406
    INIT_TIMEOUT = 4408
    TAKEN_ID = 4409
    SECOND_INIT = 4429
    NO_PONG = 4499


class Closed(Exception):
    """The socket is closed, or must be."""

    def __init__(self, code: Close | None = None, reason: str = "") -> None:
        self.code = code
        self.reason = reason
        super().__init__(reason)


async def welcome(_: RequestInfo) -> None:
    """Let everyone connect."""


class WebSocketEndpoint:
    """Accepts sockets and speaks on each until it is closed."""

    def __init__(self, engine: Engine, settings: TransportSettings, streams: Streams, connect: Connect) -> None:
        self._engine = engine
        self._settings = settings
        self._streams = streams
        self._connect = connect

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Speak on one socket; a page of another site, or one socket too many, is turned away with HTTP 403."""
        await receive()  # websocket.connect
        try:
            refuse_cross_site(headers_of(scope["headers"]), self._settings.origins)
            with self._streams.open() as stop:
                socket = Socket(Exchange(scope, receive, send), self._engine, self._settings, self._connect)
                await socket.speak(stop)
        except RequestError:
            await send({"type": "websocket.close", "code": Close.FORBIDDEN})


class Socket:
    """One socket and its running operations."""

    def __init__(self, exchange: Exchange, engine: Engine, settings: TransportSettings, connect: Connect) -> None:
        self._info = RequestInfo(Transport.WEBSOCKET, exchange.scope, {})
        self._receive = exchange.receive
        self._send = exchange.send
        self._engine = engine
        self._settings = settings
        self._connect = connect
        self._loop = asyncio.get_running_loop()
        self._end: asyncio.Future[Closed] = self._loop.create_future()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._ready = False
        self._unanswered = 0
        self._pinging: asyncio.Task[None] | None = None
        self._timer = self._loop.call_later(settings.init_seconds, self._finish, Closed(Close.INIT_TIMEOUT, "connection_init did not come"))

    async def speak(self, stop: asyncio.Future[None]) -> None:
        """Read messages until the socket closes, it must be closed, or *stop* is done."""
        stop.add_done_callback(lambda _: self._finish(Closed(Close.RESTART, "The server is stopping")))
        spoken = PROTOCOL in self._info.scope["subprotocols"]
        await self._send({"type": "websocket.accept", "subprotocol": PROTOCOL if spoken else None})
        reader = self._start(self._read)
        try:
            if not spoken:
                self._finish(Closed(Close.WRONG_PROTOCOL, f"Only {PROTOCOL} is spoken"))
            closed = await self._end
        finally:
            self._timer.cancel()
            tasks = [reader, *self._running.values(), *([self._pinging] if self._pinging else [])]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._close(closed)

    def _start(self, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> asyncio.Task[None]:
        """Run *work* beside; what ends it ends the socket."""

        async def guarded() -> None:
            try:
                await work(*args, **kwargs)
            except Closed as closed:
                self._finish(closed)
            except Exception as error:  # noqa: BLE001 (whatever it is, it is logged without its text)
                log_masked(error)
                self._finish(Closed(Close.INTERNAL, MASK))

        return self._loop.create_task(guarded())

    def _finish(self, closed: Closed) -> None:
        if not self._end.done():
            self._end.set_result(closed)

    async def _close(self, closed: Closed) -> None:
        if closed.code is None:
            return
        with suppress(TimeoutError, OSError):  # the client is gone, or takes nothing more
            async with asyncio.timeout(self._settings.send_seconds):
                await self._send({"type": "websocket.close", "code": closed.code, "reason": closed.reason})

    async def _read(self) -> None:
        while (message := await self._receive())["type"] != "websocket.disconnect":
            self._unanswered = 0
            await self._handle(self._parsed(message.get("text")))
        raise Closed

    def _parsed(self, text: str | None) -> dict[str, object]:
        """
        Return the message that *text* is.

        Raises:
            Closed: it is none.
        """
        if text is None:
            raise Closed(Close.BAD_MESSAGE, "Messages are text")
        if len(text.encode(errors="replace")) > self._settings.body_bytes:
            raise Closed(Close.TOO_BIG, f"Messages have at most {self._settings.body_bytes} bytes")
        try:
            message = load_json(text, "Messages are JSON")
        except RequestError as error:
            raise Closed(Close.BAD_MESSAGE, str(error)) from error
        if not isinstance(message, dict):
            raise Closed(Close.BAD_MESSAGE, "Messages are JSON objects")
        return message

    async def _handle(self, message: dict[str, object]) -> None:
        match message.get("type"):
            case "connection_init":
                await self._initialise(message.get("payload"))
            case "ping":
                await self._tell({"type": "pong"})
            case "pong":
                pass
            case "subscribe":
                await self._subscribe(_id_of(message), message.get("payload"))
            case "complete":
                await self._stop(_id_of(message))
            case _:
                raise Closed(Close.BAD_MESSAGE, "Unknown type of message")

    async def _initialise(self, payload: object) -> None:
        if self._ready:
            raise Closed(Close.SECOND_INIT, "Too many initialisation requests")
        if payload is not None and not isinstance(payload, dict):
            raise Closed(Close.BAD_MESSAGE, "The payload of connection_init is an object")
        self._info = replace(self._info, connection=payload or {})
        try:
            await self._connect(self._info)
        except Exception as error:
            told = self._engine.formatter.of_exception(error)  # logs what is not expected
            raise Closed(Close.FORBIDDEN, str(told["message"])[:LONGEST_REASON]) from error
        self._ready = True
        await self._tell({"type": "connection_ack"})
        self._timer.cancel()
        self._timer = self._loop.call_later(self._settings.heartbeat_seconds, self._beat)

    async def _subscribe(self, identifier: str, payload: object) -> None:
        if not self._ready:
            raise Closed(Close.UNAUTHORIZED, "Send connection_init first")
        if identifier in self._running:
            raise Closed(Close.TAKEN_ID, "A running operation has this id")
        try:
            request = self._admitted(payload)
        except RequestError as error:
            await self._refuse(identifier, self._engine.refuse(error))
            return
        self._running[identifier] = self._start(self._operate, identifier, request)

    def _admitted(self, payload: object) -> GraphQLRequest:
        """
        Return the request that *payload* is.

        Raises:
            RequestError: it is none, or too many are running.
        """
        if len(self._running) >= self._settings.socket_operations:
            message = f"At most {self._settings.socket_operations} operations run at once on one socket: complete one first."
            raise RequestError(Code.LIMIT_EXCEEDED, message)
        return from_parameters(payload)

    async def _stop(self, identifier: str) -> None:
        task = self._running.pop(identifier, None)
        if task is not None:
            task.cancel()
            await asyncio.wait((task,), timeout=self._settings.send_seconds)

    async def _operate(self, identifier: str, request: GraphQLRequest) -> None:
        answers = await self._engine.open(request, replace(self._info, extensions=request.extensions))
        if isinstance(answers, Answer):
            await self._next(identifier, answers)
        else:
            async with aclosing(answers):
                async for answer in answers:
                    await self._next(identifier, answer)
                    del answer  # the next may be long in coming
        if self._running.pop(identifier, None):
            await self._tell({"id": identifier, "type": "complete"})

    async def _next(self, identifier: str, answer: Answer) -> None:
        if answer.refused:
            self._running.pop(identifier, None)
            await self._refuse(identifier, answer)
        else:
            body = orjson.Fragment(encode(answer.body, self._engine.formatter))
            await self._tell({"id": identifier, "type": "next", "payload": body})

    async def _refuse(self, identifier: str, answer: Answer) -> None:
        await self._tell({"id": identifier, "type": "error", "payload": answer.body["errors"]})

    async def _tell(self, message: Mapping[str, object]) -> None:
        """
        Send one message.

        Raises:
            Closed: the client is gone, or takes nothing more.
        """
        if self._end.done():
            raise Closed
        try:
            async with asyncio.timeout(self._settings.send_seconds):
                await self._send({"type": "websocket.send", "text": orjson.dumps(message).decode()})
        except TimeoutError as error:
            raise Closed(Close.TOO_SLOW, "The client does not read") from error
        except OSError as error:
            raise Closed from error

    def _beat(self) -> None:
        """Ping an idle client; close when it has left two pings without any message."""
        if self._unanswered >= 2:
            self._finish(Closed(Close.NO_PONG, "The client does not answer"))
            return
        self._unanswered += 1
        self._pinging = self._start(self._tell, {"type": "ping"})
        self._timer = self._loop.call_later(self._settings.heartbeat_seconds, self._beat)


def _id_of(message: Mapping[str, object]) -> str:
    identifier = message.get("id")
    if not isinstance(identifier, str) or not 0 < len(identifier) <= LONGEST_ID:
        raise Closed(Close.BAD_MESSAGE, f"The id is a string of 1 to {LONGEST_ID} characters")
    return identifier
