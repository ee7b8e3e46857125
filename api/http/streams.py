"""The streams (WebSockets, server-sent events) that are open in this process, so that they are bounded and end on shutdown."""

import asyncio
import signal
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from api.http.errors import Code, RequestError

T = TypeVar("T")


class Streams:
    """The open streams; each holds a future that is done when it must end."""

    def __init__(self, most: int) -> None:
        self.stopping = False
        self._most = most
        self._open: set[asyncio.Future[None]] = set()

    def __len__(self) -> int:
        return len(self._open)

    @contextmanager
    def open(self) -> Iterator[asyncio.Future[None]]:
        """
        Hold a place for one stream.

        Raises:
            RequestError: there are too many, or the server is stopping.
        """
        if self.stopping:
            raise RequestError(Code.UNAVAILABLE, "The server is stopping: connect again.")
        if len(self._open) >= self._most:
            raise RequestError(Code.UNAVAILABLE, "Too many streams are open: connect again later.")
        stop = asyncio.get_running_loop().create_future()
        self._open.add(stop)
        try:
            yield stop
        finally:
            self._open.discard(stop)
            stop.cancel()

    def stop(self) -> None:
        """End all streams and open no more."""
        self.stopping = True
        for stop in self._open:
            if not stop.done():
                stop.set_result(None)


async def until_over(source: AsyncIterator[T], seconds: float | None) -> AsyncGenerator[T, None]:
    """
    Yield what comes from *source* for so many seconds.

    Raises:
        RequestError: they are over.
    """
    over = None if seconds is None else asyncio.get_running_loop().time() + seconds
    while True:
        try:
            async with asyncio.timeout_at(over):
                coming = await anext(source)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            message = "The token with which this was asked for has expired: ask again with a new one."
            raise RequestError(Code.UNAUTHENTICATED, message) from error
        yield coming


@contextmanager
def stopped_by_signals(streams: Streams) -> Iterator[None]:
    """
    End *streams* as soon as the process is told to stop; for the application's lifespan.

    A server waits for open responses before it ends the lifespan, so an idle stream would hold it up for ever. The server's own
    handlers are called after ours.
    """
    if threading.current_thread() is not threading.main_thread():  # only the main thread hears signals
        yield
        streams.stop()
        return
    loop = asyncio.get_running_loop()
    previous = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(streams.stop)
        handler = previous[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    for number in previous:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, handler in previous.items():
            if signal.getsignal(number) is handle:
                signal.signal(number, handler)
        streams.stop()
