"""
Answers as server-sent events: one ``next`` each, then ``complete``.

This is the "distinct connections" mode of https://github.com/enisdenjo/graphql-sse. A stream that ends without ``complete`` (the server
stops, or the reader is too slow) is one that the client should open again.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from starlette.types import Receive

from api.http.answer import Answer, encode
from api.http.context import Exchange
from api.http.errors import ErrorFormatter
from api.http.settings import TransportSettings

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept"),
    (b"x-accel-buffering", b"no"),  # nginx would hold events back
]
COMPLETE = b"event: complete\ndata:\n\n"
HEARTBEAT = b":\n\n"


async def send_events(
    answers: Answer | AsyncGenerator[Answer, None],
    exchange: Exchange,
    stop: asyncio.Future[None],
    settings: TransportSettings,
    formatter: ErrorFormatter,
) -> None:
    """Write *answers* as they come, and a sign of life between them, until they end, the reader leaves, or *stop* is done."""

    async def write(chunk: bytes, *, more: bool = True) -> None:
        async with asyncio.timeout(settings.send_seconds):
            await exchange.send({"type": "http.response.body", "body": chunk, "more_body": more})

    await exchange.send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    gone = asyncio.ensure_future(_departure(exchange.receive))
    try:
        async with aclosing(_one(answers) if isinstance(answers, Answer) else answers) as events:
            async for chunk in _chunks(events, (gone, stop), settings, formatter):
                await write(chunk)
        if not gone.done():
            await write(b"", more=False)
    except TimeoutError:
        return  # too slow a reader; the server drops the connection of a response that is not finished
    finally:
        gone.cancel()


async def _chunks(
    events: AsyncGenerator[Answer, None], ends: tuple[asyncio.Future[None], ...], settings: TransportSettings, formatter: ErrorFormatter
) -> AsyncGenerator[bytes, None]:
    """Yield what to write next, until there is nothing more or one of *ends* is done."""
    coming = _next(events)
    try:
        while True:
            awaited: set[asyncio.Future[Any]] = {coming, *ends}
            await asyncio.wait(awaited, timeout=settings.heartbeat_seconds, return_when=asyncio.FIRST_COMPLETED)
            if any(end.done() for end in ends):
                return
            if not coming.done():
                yield HEARTBEAT
                continue
            answer = coming.result()
            if answer is None:
                yield COMPLETE
                return
            yield b"event: next\ndata: " + encode(answer.body, formatter) + b"\n\n"
            coming = _next(events)
    finally:
        coming.cancel()
        await asyncio.wait((coming,))


def _next(events: AsyncGenerator[Answer, None]) -> asyncio.Task[Answer | None]:
    async def coming() -> Answer | None:
        return await anext(events, None)

    return asyncio.create_task(coming())


async def _one(answer: Answer) -> AsyncGenerator[Answer, None]:
    yield answer


async def _departure(receive: Receive) -> None:
    """Return when the reader has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
