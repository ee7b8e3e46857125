"""
The span and the duration of each HTTP request, by today's semantic conventions for HTTP servers.

What a caller writes freely does not leave: no query string, no header, no address, and a path only where a route without parameters
matched it.
"""

import time
from collections.abc import Callable
from typing import Final

from opentelemetry.context import Context, attach, detach
from opentelemetry.trace import INVALID_SPAN, Link, Span, SpanKind
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracing.propagation import caller, server_timing
from tracing.rule_spans import AttributeValue
from tracing.spans import mark_failed, open_span, parent_of, with_trace_id
from tracing.telemetry import Telemetry

_METHODS: Final = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"})


class TracingMiddleware:
    """
    Opens the span `POST /graphql` around each request, under the caller's span where that caller is trusted.

    A WebSocket has no span of its own, which would stay open for hours: the operations it carries stand directly under its caller.

    Where no spans are made there is still a trace id, the caller's or a new one: answers, records and log lines are found by it.
    """

    def __init__(self, app: ASGIApp, telemetry: Telemetry, trusted: Callable[[Scope], bool] = lambda _scope: True) -> None:
        self.app = app
        self.telemetry = telemetry
        self.trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if self.telemetry.enabled and scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] in {"http", "websocket"}:
            await self._without_span(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _parent(self, scope: Scope) -> tuple[Context, tuple[Link, ...]]:
        context, links = parent_of(caller(scope["headers"]), trusted=self.trusted(scope))
        return (context if self.telemetry.pipelines else with_trace_id(context)), links

    async def _without_span(self, scope: Scope, receive: Receive, send: Send) -> None:
        context, _links = self._parent(scope)
        token = attach(context)
        try:
            await self.app(scope, receive, send)
        finally:
            detach(token)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        context, links = self._parent(scope)
        exchange = _Exchange(send)
        known = request_attributes(scope)
        method, began = str(known["http.request.method"]), time.perf_counter()
        name = "HTTP" if method == "_OTHER" else method
        with open_span(self.telemetry.tracer, name, SpanKind.SERVER, known, context=context, links=links) as span:
            exchange.span = span
            try:
                await self.app(scope, receive, exchange.send)
            except Exception:
                exchange.status = 500
                raise
            finally:
                described = _answer_attributes(exchange.status, _route(scope))
                _describe(span, name, scope["path"], described)
                self.telemetry.metrics.http_seconds.record(time.perf_counter() - began, known | described)


class _Exchange:
    """The sending side of a request: it notes the status and tells the browser the trace."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status: int | None = None
        self.span: Span = INVALID_SPAN

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            context = self.span.get_span_context()
            if context.is_valid and not context.is_remote:  # a remote one: we make no spans, and hold the caller's
                told = (b"server-timing", server_timing(context).encode())
                message = {**message, "headers": [*message.get("headers", ()), told]}
        await self._send(message)


def request_attributes(scope: Scope) -> dict[str, AttributeValue]:
    """Return what is known of a request when it comes in."""
    method = scope["method"].upper()
    known = method in _METHODS
    return {
        "http.request.method": method if known else "_OTHER",
        "url.scheme": scope.get("scheme", "http"),
        "network.protocol.version": scope.get("http_version", "1.1"),
    }


def _answer_attributes(status: int | None, route: str | None) -> dict[str, AttributeValue]:
    """Return what is known at its end; a status from 500 on is an error, named by its number."""
    described: dict[str, AttributeValue] = {}
    if status is not None:
        described["http.response.status_code"] = status
        if status >= 500:
            described["error.type"] = str(status)
    if route is not None:
        described["http.route"] = route
    return described


def _route(scope: Scope) -> str | None:
    """Return the template of the route that Starlette found, with the root that it stands under."""
    root, route = scope.get("root_path", ""), scope.get("route")
    if isinstance(route, Mount):
        return root or "/"
    path = getattr(route, "path", None)
    return None if path is None else root + path


def _describe(span: Span, name: str, path: str, described: dict[str, AttributeValue]) -> None:
    route = described.get("http.route")
    if route is not None:
        span.update_name(f"{name} {route}")
        if route == path:
            span.set_attribute("url.path", path)
    if "error.type" in described:
        mark_failed(span, str(described["error.type"]))
    span.set_attributes(described)
