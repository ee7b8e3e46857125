"""Server-sent events: one for each answer, signs of life between, and an end in every case."""

from typing import Any

import pytest

from api.http.context import OperationContext, RequestInfo
from api.http.view import GraphQLView
from tests.api.http.clients import ask, event_stream
from tests.api.http.conftest import MakeView
from tests.api.http.schema import CANARY

COMPLETE = b"event: complete\ndata:\n\n"


async def test_a_subscription_is_a_stream_of_events_that_completes(view: GraphQLView) -> None:
    async with event_stream(view, "subscription { count(to: 2) }") as stream:
        assert [(await stream.payload())["data"] for _ in range(2)] == [{"count": 0}, {"count": 1}]
        assert [await stream.chunk(), await stream.chunk()] == [COMPLETE, None]


async def test_each_event_tells_its_own_extensions(view: GraphQLView) -> None:
    async with event_stream(view, "subscription { count(to: 2) }") as stream:
        told = [(await stream.payload())["extensions"] for _ in range(2)]
    assert [extensions["number"] for extensions in told] == [0, 1]
    assert told[1]["cost"] == {"requested": 1, "limit": 20_000}


@pytest.mark.parametrize("query", ["{ item { name } }", 'mutation { rename(name: "x") }', "{ nothing }", "{"])
async def test_what_is_answered_at_once_is_a_stream_of_one_event(view: GraphQLView, query: str) -> None:
    plain = (await ask(view, query)).body
    async with event_stream(view, query) as stream:
        assert stream.status == 200
        assert await stream.payload() == plain
        assert await stream.chunk() == COMPLETE


async def test_an_idle_stream_gives_signs_of_life(make_view: MakeView) -> None:
    async with event_stream(make_view(heartbeat_seconds=0.02), "subscription { forever }") as stream:
        await stream.payload()
        assert [await stream.chunk(), await stream.chunk()] == [b":\n\n", b":\n\n"]


async def test_a_source_that_breaks_ends_with_a_masked_error(view: GraphQLView) -> None:
    async with event_stream(view, "subscription { breaks }") as stream:
        assert (await stream.payload())["data"] == {"breaks": 1}
        last: Any = await stream.payload()
        assert last["errors"][0]["extensions"]["code"] == "INTERNAL"
        assert CANARY not in str(last)
        assert await stream.chunk() == COMPLETE


async def test_a_stream_ends_when_its_reader_leaves(view: GraphQLView) -> None:
    async with event_stream(view, "subscription { forever }") as stream:
        await stream.payload()
        assert len(view.streams) == 1
        stream.gone.set()
        await stream.task
    assert len(view.streams) == 0


async def test_a_stream_ends_without_complete_when_the_server_stops(view: GraphQLView) -> None:
    async with event_stream(view, "subscription { forever }") as stream:
        await stream.payload()
        view.streams.stop()
        assert await stream.chunk() is None
        await stream.task
    reply = await ask(view, "subscription { forever }", "text/event-stream")
    assert (reply.status, reply.codes) == (503, ["UNAVAILABLE"])


async def test_a_reader_that_takes_nothing_is_dropped(make_view: MakeView) -> None:
    view = make_view(send_seconds=0.02)
    async with event_stream(view, "subscription { forever }", slow=True) as stream:
        await stream.task
    assert len(view.streams) == 0


async def test_there_are_only_so_many_streams(make_view: MakeView) -> None:
    view = make_view(streams=2)
    async with event_stream(view, "subscription { forever }") as one, event_stream(view, "subscription { forever }") as two:
        await one.payload()
        await two.payload()
        reply = await ask(view, "subscription { forever }", "text/event-stream")
        assert (reply.status, reply.codes) == (503, ["UNAVAILABLE"])
        assert (await ask(view, "{ item { name } }")).status == 200


async def test_a_refused_context_is_a_plain_http_error(make_view: MakeView) -> None:
    async def refuse(_: RequestInfo) -> OperationContext:
        raise RuntimeError(CANARY)

    async with event_stream(make_view(context=refuse), "subscription { count }") as stream:
        assert stream.status == 500


async def test_a_subscription_ends_with_the_token_it_was_asked_for_with(make_view: MakeView) -> None:
    async def short(info: RequestInfo) -> OperationContext:
        return OperationContext(info, ends_after=0.05)

    async with event_stream(make_view(context=short), "subscription { forever }") as stream:
        assert (await stream.payload())["data"] == {"forever": "first"}
        assert [each["extensions"]["code"] for each in (await stream.payload())["errors"]] == ["UNAUTHENTICATED"]
        assert await stream.chunk() == COMPLETE
