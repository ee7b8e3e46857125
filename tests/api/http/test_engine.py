"""From a request to its answer: context, extensions, spans, time."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.http.context import OperationContext, OperationInfo, RequestInfo
from api.http.settings import TransportSettings
from api.http.view import GraphQLView
from tests.api.http.app import new_context
from tests.api.http.clients import ask, event_stream, exchange
from tests.api.http.conftest import MakeView
from tests.api.http.schema import Query


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_extensions_of_request_and_answer_go_through_the_context(view: GraphQLView, accept: str) -> None:
    reply = await ask(view, "{ told }", accept, extensions={"level": "FULL"})
    assert reply.body["extensions"]["ruleTrace"] == {"level": "FULL"}


async def test_extensions_survive_an_error_that_empties_the_data(view: GraphQLView) -> None:
    reply = await ask(view, "{ toldThenBroken }")
    assert reply.body["data"] is None
    assert reply.body["extensions"]["ruleTrace"] == "kept"


async def test_extensions_survive_a_refused_request(make_view: MakeView) -> None:
    async def context(info: RequestInfo) -> OperationContext:
        return OperationContext(info, {"told": True})

    for query in ("{", "{ nothing }", "query ($n: Int!) { echo(number: $n) }", "query A { echo } query B { echo }"):
        assert (await ask(make_view(context=context), query)).body["extensions"] == {"told": True}


async def test_each_operation_has_a_context_of_its_own(make_view: MakeView) -> None:
    made: list[OperationContext] = []

    async def remember(info: RequestInfo) -> OperationContext:
        made.append(await new_context(info))
        return made[-1]

    view = make_view(context=remember)
    for _ in range(2):
        await ask(view, "{ contextId }")
    assert made[0] is not made[1]


async def test_what_a_request_made_is_freed_with_it_and_left_to_no_garbage_collector(make_view: MakeView) -> None:
    made: list[weakref.ref[object]] = []

    class Kept(OperationContext):
        """A context that can be looked for."""

    async def remember(info: RequestInfo) -> OperationContext:
        context = Kept(info)
        made.append(weakref.ref(context))
        return context

    view = make_view(context=remember)
    gc.disable()
    try:
        for _ in range(3):
            await ask(view, "{ contextId }")
        assert [each() for each in made] == [None] * 3
    finally:
        gc.enable()


async def test_the_context_sees_headers_and_the_id_of_the_request(make_view: MakeView) -> None:
    seen: list[RequestInfo] = []

    async def remember(info: RequestInfo) -> OperationContext:
        seen.append(info)
        return OperationContext(info)

    await exchange(make_view(context=remember), [b'{"query":"{ echo }"}'], headers={"Authorization": "Bearer x"})
    assert seen[0].headers["authorization"] == "Bearer x"
    assert seen[0].request_id is None


async def test_an_operation_that_takes_too_long_is_stopped(make_view: MakeView) -> None:
    for accept in ("application/json", "application/graphql-response+json"):
        reply = await ask(make_view(execution_seconds=0.02), "{ slow }", accept)
        assert (reply.status, reply.codes) == (504, ["TIMEOUT"])


async def test_waiting_for_an_event_is_not_execution(make_view: MakeView) -> None:
    async with event_stream(make_view(execution_seconds=0.02, heartbeat_seconds=0.1), "subscription { forever }") as stream:
        assert (await stream.payload())["data"] == {"forever": "first"}
        assert await stream.chunk() == b":\n\n"


class Spans:
    def __init__(self) -> None:
        self.log: list[str] = []

    @contextmanager
    def __call__(self, info: OperationInfo) -> Iterator[None]:
        self.log.append(f"open {info.kind.value} {info.name} {info.transport.value}")
        yield
        self.log.append("close")


async def test_a_span_is_open_around_the_execution_and_named_after_it(make_view: MakeView) -> None:
    spans = Spans()
    await ask(make_view(operation_span=spans), "query Greeting { echo }")
    assert spans.log == ["open query Greeting http", "close"]


async def test_no_span_is_open_for_what_is_not_executed(make_view: MakeView) -> None:
    spans = Spans()
    await ask(make_view(operation_span=spans), "{ nothing }")
    assert spans.log == []


async def test_each_event_of_a_subscription_has_a_span_and_the_wait_between_has_none(make_view: MakeView) -> None:
    spans = Spans()
    async with event_stream(make_view(operation_span=spans), "subscription { count(to: 2) }") as stream:
        while await stream.chunk():
            assert spans.log[-1] == "close"
    assert spans.log == ["open subscription None sse", "close"] * 3  # the opening of the source, then two events


async def test_the_schema_chooses_the_executor() -> None:
    built: list[str] = []

    class Counting(StrawberryGraphQLCoreExecutionContext):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            built.append("built")

    view = GraphQLView(strawberry.Schema(Query, execution_context_class=Counting), context=new_context, settings=TransportSettings())
    assert (await ask(view, "{ item { name } }")).body["data"] == {"item": {"name": "root"}}
    assert built == ["built"]


def test_a_schema_with_extensions_is_refused_rather_than_half_obeyed() -> None:
    with pytest.raises(ValueError, match="SchemaExtension"):
        GraphQLView(strawberry.Schema(Query, extensions=[SchemaExtension]), context=new_context, settings=TransportSettings())
