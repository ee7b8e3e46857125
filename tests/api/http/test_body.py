"""Bodies are read in bounded bytes and bounded time, packed or not."""

import asyncio
import gzip

import orjson
import pytest
from starlette.types import Message

from api.http.view import GraphQLView
from tests.api.http.clients import exchange, post, raw, scope_of
from tests.api.http.conftest import MakeView

BODY = orjson.dumps({"query": "{ item { name } }"})
GZIP = {"content-encoding": "gzip"}


async def test_a_body_may_come_in_pieces(view: GraphQLView) -> None:
    assert (await exchange(view, [BODY[:5], b"", BODY[5:20], BODY[20:]])).body["data"]


async def test_a_packed_body_may_come_in_pieces(view: GraphQLView) -> None:
    packed = gzip.compress(BODY)
    assert (await exchange(view, [packed[at : at + 3] for at in range(0, len(packed), 3)], headers=GZIP)).body["data"]


async def test_a_long_body_is_413_before_it_is_read_to_its_end(make_view: MakeView) -> None:
    read = 0

    async def receive() -> Message:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b" " * 1_000, "more_body": True}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await make_view(body_bytes=10_000)(scope_of("http", method="POST", headers=raw({"content-type": "application/json"})), receive, send)
    assert sent[0]["status"] == 413
    assert read == 11
    assert (b"connection", b"close") in sent[0]["headers"]


async def test_a_body_that_says_it_is_long_is_not_read_at_all(make_view: MakeView) -> None:
    reply = await exchange(make_view(body_bytes=100), [], headers={"content-length": "20000000"})
    assert (reply.status, reply.codes) == (413, ["BODY_TOO_LARGE"])


@pytest.mark.parametrize("chunk", [50, 100_000])
async def test_a_gzip_bomb_is_413_and_never_unpacked_whole(make_view: MakeView, chunk: int) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 100_000
    reply = await exchange(make_view(body_bytes=100_000), [bomb[at : at + chunk] for at in range(0, len(bomb), chunk)], headers=GZIP)
    assert (reply.status, reply.codes) == (413, ["BODY_TOO_LARGE"])


@pytest.mark.parametrize(
    "packed",
    [b"", b"not gzip", gzip.compress(BODY)[:-4], gzip.compress(BODY) + b"more", gzip.compress(BODY) * 2],
    ids=["empty", "plain", "cut", "trailing", "twice"],
)
async def test_a_body_that_is_not_one_gzip_stream_is_400(view: GraphQLView, packed: bytes) -> None:
    reply = await exchange(view, [packed], headers=GZIP)
    assert (reply.status, reply.codes) == (400, ["BAD_REQUEST"])


async def test_other_packings_are_415_and_told_which_to_use(view: GraphQLView) -> None:
    for encoding in ("br", "deflate", "gzip, gzip", "zstd"):
        reply = await exchange(view, [BODY], headers={"content-encoding": encoding})
        assert (reply.status, reply.headers["accept-encoding"], reply.codes) == (415, "gzip", ["UNSUPPORTED_MEDIA_TYPE"])


async def test_a_slow_body_is_408(make_view: MakeView) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(0.005)
        return {"type": "http.request", "body": b" ", "more_body": True}

    async def send(message: Message) -> None:
        sent.append(message)

    async with asyncio.timeout(10):
        await make_view(body_seconds=0.05)(
            scope_of("http", method="POST", headers=raw({"content-type": "application/json"})), receive, send
        )
    assert sent[0]["status"] == 408
    assert orjson.loads(sent[1]["body"])["errors"][0]["extensions"]["code"] == "TIMEOUT"


async def test_a_client_that_leaves_is_not_answered(view: GraphQLView) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await view(scope_of("http", method="POST", headers=raw({"content-type": "application/json"})), receive, send)
    assert sent == []


async def test_20_megabytes_are_413(view: GraphQLView) -> None:
    reply = await post(view, b'{"query":"' + b" " * 20_000_000 + b'"}')
    assert (reply.status, reply.codes) == (413, ["BODY_TOO_LARGE"])
