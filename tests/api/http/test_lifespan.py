from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from api.http.lifespan import PlainStart
from domain.errors import AttenduError


class OutOfPaper(AttenduError):
    code = "OUT_OF_PAPER"


async def started(error: Exception) -> list[Message]:
    """Return what a server is told by an application whose start meets *error*, which it meets as well."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        raise error
        yield

    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(message: Message) -> None:
        told.append(message)

    with pytest.raises(type(error)):
        await PlainStart(Starlette(lifespan=lifespan))({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send)
    return told


async def test_an_expected_refusal_is_told_in_one_line() -> None:
    (message,) = await started(OutOfPaper("Put paper in."))
    assert message == {"type": "lifespan.startup.failed", "message": "OUT_OF_PAPER: Put paper in."}


async def test_what_nobody_expected_is_left_to_the_server() -> None:
    assert await started(RuntimeError("a crash")) == []
