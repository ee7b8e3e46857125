"""The graphql-transport-ws protocol, kept to the letter, and every way of breaking it."""

import asyncio
from typing import Any

import pytest
import structlog

from api.http.answer import Answer
from api.http.context import OperationContext, RequestInfo
from api.http.view import GraphQLView
from tests.api.http.app import new_context
from tests.api.http.clients import ask, websocket
from tests.api.http.conftest import MakeView
from tests.api.http.schema import CANARY, NoSuchFile


async def test_a_subscription_sends_an_answer_for_each_event_and_completes(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", "subscription { count(to: 2) }")
        heard = [await socket.message() for _ in range(3)]
    assert [message["type"] for message in heard] == ["next", "next", "complete"]
    assert [message["payload"]["extensions"]["number"] for message in heard[:2]] == [0, 1]


@pytest.mark.parametrize("query", ["{ item { name } }", 'mutation { rename(name: "x") }', "{ told }", "{ missing }", "{ toldThenBroken }"])
async def test_the_answer_is_that_of_http(view: GraphQLView, query: str) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", query, extensions={"level": "FULL"})
        assert (await socket.message())["payload"] == (await ask(view, query, extensions={"level": "FULL"})).body
        assert await socket.message() == {"id": "a", "type": "complete"}


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{ nothing }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "query A { echo } query B { echo }"}, "OPERATION_AMBIGUOUS"),
        ({"query": "query ($n: Int!) { echo(number: $n) }"}, "BAD_USER_INPUT"),
        ({"query": "{ echo }", "variables": []}, "BAD_REQUEST"),
        ({"query": "{ echo }", "extensions": "x"}, "BAD_REQUEST"),
        ({"query": "{ echo }", "operationName": {}}, "BAD_REQUEST"),
        ({"query": 1}, "BAD_REQUEST"),
        ({}, "BAD_REQUEST"),
        (None, "BAD_REQUEST"),
        ("x", "BAD_REQUEST"),
        ([{"query": "{ echo }"}], "BATCHES_REFUSED"),
    ],
)
async def test_a_wrong_payload_is_an_error_of_that_operation_only(view: GraphQLView, payload: Any, code: str) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.tell({"type": "subscribe", "id": "a", "payload": payload})
        heard = await socket.message()
        assert (heard["id"], heard["type"], heard["payload"][0]["extensions"]["code"]) == ("a", "error", code)
        socket.subscribe("a", "{ greeting: echo }")
        assert (await socket.message())["type"] == "next"


@pytest.mark.parametrize(
    "message",
    [
        "{", "[]", "1", "null", '"x"', "{}", '{"type": "start"}', '{"type": 1}', '{"type": []}', "[" * 100_000,
        '{"type": "subscribe"}', '{"type": "subscribe", "id": 1}', '{"type": "subscribe", "id": ""}', '{"type": "complete", "id": null}',
        '{"type": "subscribe", "id": "' + "x" * 500 + '"}',
    ],
    ids=lambda message: message[:40],
)  # fmt: skip
async def test_what_is_no_message_closes_with_4400(view: GraphQLView, message: str) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.tell(message)
        assert await socket.closed() == 4400


async def test_a_binary_message_closes_with_4400(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        socket.incoming.put_nowait({"type": "websocket.receive", "bytes": b"{}"})
        assert await socket.closed() == 4400


@pytest.mark.parametrize("long", ["x" * 1_000, "\N{HOUSE BUILDING}" * 250])
async def test_a_message_of_too_many_bytes_closes_with_1009(make_view: MakeView, long: str) -> None:
    async with websocket(make_view(body_bytes=1_000)) as socket:
        socket.incoming.put_nowait({"type": "websocket.receive", "text": f'{{"type": "ping", "payload": {{"long": "{long}"}}}}'})
        assert await socket.closed() == 1009


async def test_the_legacy_protocol_is_not_spoken(view: GraphQLView) -> None:
    for protocol in ("graphql-ws", None, "GRAPHQL-TRANSPORT-WS"):
        async with websocket(view, protocol) as socket:
            assert await socket.accepted() is None
            assert await socket.closed() == 4406


async def test_nothing_is_run_before_the_greeting(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        socket.subscribe("a", "{ echo }")
        assert await socket.closed() == 4401


async def test_one_greets_once(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.tell({"type": "connection_init"})
        assert await socket.closed() == 4429


async def test_a_client_that_does_not_greet_is_closed(make_view: MakeView) -> None:
    async with websocket(make_view(init_seconds=0.02)) as socket:
        assert await socket.closed() == 4408


async def test_an_id_serves_one_operation_at_a_time(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", "subscription { forever }")
        await socket.message()
        socket.subscribe("a", "{ echo }")
        assert await socket.closed() == 4409


async def test_a_completed_id_may_be_used_again(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        for _ in range(3):
            socket.subscribe("a", "subscription { forever }")
            assert (await socket.message())["payload"]["data"] == {"forever": "first"}
            socket.tell({"type": "complete", "id": "a"})
        socket.tell({"type": "complete", "id": "never"})
        socket.tell({"type": "ping"})
        assert await socket.message() == {"type": "pong"}


async def test_the_context_is_fresh_for_each_operation(make_view: MakeView) -> None:
    made: list[OperationContext] = []

    async def remember(info: RequestInfo) -> OperationContext:
        made.append(await new_context(info))
        return made[-1]

    async with websocket(make_view(context=remember)) as socket:
        await socket.greet({"token": "t"})
        for identifier in ("a", "b"):
            socket.subscribe(identifier, "{ echo }", extensions={"for": identifier})
            await socket.message()
            await socket.message()
    assert [context.request_extensions for context in made] == [{"for": "a"}, {"for": "b"}]
    assert [context.request.connection for context in made] == [{"token": "t"}] * 2
    assert made[0] is not made[1]


@pytest.mark.parametrize("payload", [[], "token", 7])
async def test_the_payload_of_the_greeting_is_an_object(view: GraphQLView, payload: object) -> None:
    async with websocket(view) as socket:
        socket.tell({"type": "connection_init", "payload": payload})
        assert await socket.closed() == 4400


@pytest.mark.parametrize(("error", "reason"), [(NoSuchFile("Bring a token."), "Bring a token."), (RuntimeError(CANARY), "Internal error")])
async def test_who_may_not_connect_is_closed_with_4403(make_view: MakeView, error: Exception, reason: str) -> None:
    async def connect(_: RequestInfo) -> None:
        raise error

    async with websocket(make_view(connect=connect)) as socket:
        socket.tell({"type": "connection_init"})
        await socket.accepted()
        closed = await socket.heard()
        assert (closed["code"], closed["reason"]) == (4403, reason)


async def test_pages_of_other_sites_are_turned_away(view: GraphQLView) -> None:
    async with websocket(view, origin="https://evil.test") as socket:
        assert (await socket.heard())["type"] == "websocket.close"  # before it is accepted: the server answers 403
    async with websocket(view, origin="http://attendu.test") as socket:
        await socket.greet()


async def test_operations_on_one_socket_are_bounded(make_view: MakeView) -> None:
    async with websocket(make_view(socket_operations=2)) as socket:
        await socket.greet()
        for identifier in "abc":
            socket.subscribe(identifier, "subscription { forever }")
        heard = sorted([await socket.message() for _ in range(3)], key=lambda message: str(message["id"]))
        assert [message["type"] for message in heard] == ["next", "next", "error"]
        assert heard[2]["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


async def test_an_idle_client_is_pinged_and_one_that_never_answers_is_closed(make_view: MakeView) -> None:
    async with websocket(make_view(heartbeat_seconds=0.02)) as socket:
        await socket.greet()
        assert await socket.message() == {"type": "ping"}
        assert await socket.closed() == 4499


async def test_a_client_that_answers_pings_stays(make_view: MakeView) -> None:
    async with websocket(make_view(heartbeat_seconds=0.02)) as socket:
        await socket.greet()
        for _ in range(5):
            assert await socket.message() == {"type": "ping"}
            socket.tell({"type": "pong"})


async def test_a_client_that_reads_nothing_is_closed(make_view: MakeView) -> None:
    view = make_view(send_seconds=0.02)
    async with websocket(view) as socket:
        await socket.greet()
        socket.reads.clear()
        socket.subscribe("a", "subscription { forever }")
        async with asyncio.timeout(10):
            await socket.task
    assert len(view.streams) == 0


async def test_a_stopping_server_closes_with_1012_and_accepts_no_more(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", "subscription { forever }")
        await socket.message()
        view.streams.stop()
        assert await socket.closed() == 1012
    async with websocket(view) as socket:
        assert (await socket.heard())["type"] == "websocket.close"


async def test_what_breaks_closes_the_socket_and_is_logged_without_its_text(view: GraphQLView, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> Answer:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(view._engine, "open", broken)
    with structlog.testing.capture_logs() as logs:
        async with websocket(view) as socket:
            await socket.greet()
            socket.subscribe("a", "{ echo }")
            assert await socket.closed() == 1011
    assert [entry["type"] for entry in logs] == ["builtins.RuntimeError"]
    assert CANARY not in repr(logs)


async def test_leaving_ends_what_runs(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", "subscription { forever }")
        await socket.message()
        assert len(view.streams) == 1
    assert len(view.streams) == 0


async def test_a_source_that_breaks_ends_in_a_masked_error(view: GraphQLView) -> None:
    async with websocket(view) as socket:
        await socket.greet()
        socket.subscribe("a", "subscription { breaks }")
        assert (await socket.message())["payload"]["data"] == {"breaks": 1}
        heard = await socket.message()
        assert (heard["type"], heard["payload"][0]["extensions"]["code"]) == ("error", "INTERNAL")
        assert CANARY not in str(heard)
