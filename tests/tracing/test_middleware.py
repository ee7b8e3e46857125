"""The span of an HTTP request: named by its route, silent about its caller."""

import re
from collections.abc import AsyncIterator, Callable, Iterator

import httpx2
import pytest
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Scope
from starlette.websockets import WebSocket

from tracing.middleware import TracingMiddleware
from tracing.spans import current_ids, graphql_operation
from tracing.telemetry import OFF, Telemetry, set_up

TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
Client = Callable[..., httpx2.AsyncClient]


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def reader() -> InMemoryMetricReader:
    return InMemoryMetricReader()


@pytest.fixture
def telemetry(exporter: InMemorySpanExporter, reader: InMemoryMetricReader) -> Iterator[Telemetry]:
    made = set_up(span_exporters=[exporter], readers=[reader])
    yield made
    made.shutdown(5)


def an_app(telemetry: Telemetry) -> Starlette:
    async def graphql(request: Request) -> Response:
        with graphql_operation(telemetry.tracer, "query"):
            return PlainTextResponse(current_ids().get("trace_id", "none"))

    async def broken(request: Request) -> Response:
        raise LookupError("Jeanne Martin")

    async def unavailable(request: Request) -> Response:
        return PlainTextResponse("no", status_code=503)

    async def stream(request: Request) -> Response:
        async def parts() -> AsyncIterator[str]:
            yield "a"
            yield "b"

        return StreamingResponse(parts())

    async def socket(websocket: WebSocket) -> None:
        await websocket.accept()
        with graphql_operation(telemetry.tracer, "subscription"):
            await websocket.send_text(current_ids()["trace_id"])
        await websocket.close()

    files = Mount("/files", routes=[Route("/{person}", graphql), Mount("/static", PlainTextResponse("file"))])
    return Starlette(
        routes=[
            Route("/graphql", graphql, methods=["GET", "POST"]),
            Route("/broken", broken),
            Route("/unavailable", unavailable),
            Route("/stream", stream),
            WebSocketRoute("/graphql", socket),
            files,
        ]
    )


@pytest.fixture
def client(telemetry: Telemetry) -> Client:
    def connect(trusted: Callable[[Scope], bool] = lambda _scope: True, root_path: str = "") -> httpx2.AsyncClient:
        app = TracingMiddleware(an_app(telemetry), telemetry, trusted)
        transport = httpx2.ASGITransport(app, raise_app_exceptions=False, root_path=root_path)
        return httpx2.AsyncClient(transport=transport, base_url="http://test")

    return connect


def sent(telemetry: Telemetry, exporter: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    assert telemetry.flush(10)
    return {span.name: span for span in exporter.get_finished_spans()}


async def test_a_request_has_a_span_named_by_its_route(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        answer = await http.post("/graphql?token=secret", headers={"user-agent": "Jeanne"})
    spans = sent(telemetry, exporter)
    span = spans["POST /graphql"]
    assert span.context is not None
    assert spans["query"].parent == span.context
    assert span.kind is SpanKind.SERVER
    assert dict(span.attributes or {}) == {
        "http.request.method": "POST",
        "url.scheme": "http",
        "network.protocol.version": "1.1",
        "url.path": "/graphql",
        "http.route": "/graphql",
        "http.response.status_code": 200,
    }
    assert span.status.status_code is StatusCode.UNSET
    assert answer.text == f"{span.context.trace_id:032x}"
    assert answer.headers["server-timing"] == f"trace;desc=00-{answer.text}-{span.context.span_id:016x}-03"


async def test_a_trusted_caller_is_the_parent(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        await http.get("/graphql", headers={"traceparent": TRACEPARENT, "tracestate": "foo=1", "baggage": "name=Jeanne"})
    span = sent(telemetry, exporter)["GET /graphql"]
    assert span.parent is not None
    assert span.context is not None
    assert f"{span.context.trace_id:032x}" in TRACEPARENT
    assert (f"{span.parent.span_id:016x}", span.parent.is_remote) == ("b7ad6b7169203331", True)
    assert span.context.trace_state["foo"] == "1"


@pytest.mark.parametrize("flags", ["00", "01"])
async def test_another_caller_is_only_linked_and_decides_nothing(
    client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter, flags: str
) -> None:
    async with client(trusted=lambda scope: scope["client"] is None) as http:
        await http.get("/graphql", headers={"traceparent": TRACEPARENT[:-2] + flags})
    span = sent(telemetry, exporter)["GET /graphql"]
    assert span.context is not None
    assert span.parent is None
    assert f"{span.context.trace_id:032x}" not in TRACEPARENT
    assert [f"{link.context.span_id:016x}" for link in span.links] == ["b7ad6b7169203331"]


async def test_a_caller_that_is_trusted_may_ask_for_no_recording(
    client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter
) -> None:
    async with client() as http:
        answer = await http.get("/graphql", headers={"traceparent": TRACEPARENT[:-2] + "00"})
    assert sent(telemetry, exporter) == {}
    assert answer.headers["server-timing"].endswith("-00")


@pytest.mark.parametrize(
    "case",
    [
        ("/files/jeanne-martin", "GET /files/{person}", "/files/{person}"),
        ("/files/static/jeanne-martin", "GET /files/static", "/files/static"),
        ("/jeanne-martin", "GET", None),
    ],
)
async def test_a_path_that_may_name_a_person_stays_here(
    client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter, case: tuple[str, str, str | None]
) -> None:
    path, name, told = case
    async with client() as http:
        await http.get(path)
    span = sent(telemetry, exporter)[name]
    assert span.attributes is not None
    assert span.attributes.get("http.route") == told
    assert "jeanne" not in span.to_json()


async def test_the_route_counts_from_the_root_of_the_application(
    client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter
) -> None:
    async with client(root_path="/attendu") as http:
        await http.get("/attendu/graphql")
    span = sent(telemetry, exporter)["GET /attendu/graphql"]
    assert span.attributes is not None
    assert span.attributes["url.path"] == "/attendu/graphql"


async def test_an_exception_is_an_error_by_its_type_alone(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        assert (await http.get("/broken")).status_code == 500
    span = sent(telemetry, exporter)["GET /broken"]
    assert span.attributes is not None
    assert (span.status.status_code, span.attributes["http.response.status_code"]) == (StatusCode.ERROR, 500)
    assert "Jeanne" not in span.to_json()
    assert span.events == ()


async def test_a_server_error_is_named_by_its_status(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        await http.get("/unavailable")
    span = sent(telemetry, exporter)["GET /unavailable"]
    assert span.attributes is not None
    assert (span.status.status_code, span.attributes["error.type"]) == (StatusCode.ERROR, "503")


async def test_an_unknown_method_is_no_name(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        await http.request("JEANNE", "/stream")
    span = sent(telemetry, exporter)["HTTP /stream"]
    assert span.attributes is not None
    assert span.attributes["http.request.method"] == "_OTHER"


async def test_a_streamed_answer_is_one_span(client: Client, telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    async with client() as http:
        assert (await http.get("/stream")).text == "ab"
    assert list(sent(telemetry, exporter)) == ["GET /stream"]


def test_the_operations_of_a_websocket_stand_under_its_caller(telemetry: Telemetry, exporter: InMemorySpanExporter) -> None:
    app = TracingMiddleware(an_app(telemetry), telemetry)
    with TestClient(app).websocket_connect("/graphql", headers={"traceparent": TRACEPARENT}) as socket:
        assert socket.receive_text() in TRACEPARENT
    spans = sent(telemetry, exporter)
    assert list(spans) == ["subscription"]


async def test_requests_are_timed_by_route_and_status(client: Client, reader: InMemoryMetricReader) -> None:
    async with client() as http:
        await http.get("/graphql")
        await http.get("/broken")
    data = reader.get_metrics_data()
    assert data is not None
    metrics = {metric.name: metric for by in data.resource_metrics for scope in by.scope_metrics for metric in scope.metrics}
    points = metrics["http.server.request.duration"].data.data_points
    assert {
        (str(point.attributes["http.route"]), point.attributes["http.response.status_code"]) for point in points if point.attributes
    } == {
        ("/graphql", 200),
        ("/broken", 500),
    }


async def test_without_telemetry_a_request_still_has_a_trace_id_its_callers_or_a_new_one() -> None:
    app = TracingMiddleware(an_app(OFF), OFF)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as http:
        answer = await http.get("/graphql", headers={"traceparent": TRACEPARENT})
        others = [await http.get("/graphql") for _ in range(2)]
    assert answer.text == TRACEPARENT.split("-")[1]
    assert all(re.fullmatch("[0-9a-f]{32}", each.text) for each in others)
    assert others[0].text != others[1].text
    assert all("server-timing" not in each.headers for each in (answer, *others))


async def test_without_telemetry_an_untrusted_caller_does_not_choose_the_trace_id() -> None:
    app = TracingMiddleware(an_app(OFF), OFF, trusted=lambda _: False)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://test") as http:
        answer = await http.get("/graphql", headers={"traceparent": TRACEPARENT})
    assert re.fullmatch("[0-9a-f]{32}", answer.text)
    assert answer.text not in TRACEPARENT
