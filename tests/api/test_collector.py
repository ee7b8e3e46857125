import gc
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.collector import OLD, YOUNG, Settled


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


async def test_what_the_start_made_is_left_alone_once_the_start_is_over() -> None:
    frozen: list[int] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        frozen.append(gc.get_freeze_count())
        await send({"type": "lifespan.startup.complete"})
        frozen.append(gc.get_freeze_count())

    async def receive() -> Message:
        return {"type": "lifespan.startup"}

    async def send(_message: Message) -> None:
        assert gc.get_threshold()[0] == YOUNG

    await Settled(app)({"type": "lifespan"}, receive, send)
    before, after = frozen
    assert before == 0 < after
    assert gc.get_threshold()[2] == OLD
