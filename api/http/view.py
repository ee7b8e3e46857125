"""
The GraphQL endpoint: HTTP, server-sent events and WebSocket at one address, as a plain ASGI application.

It keeps to GraphQL over HTTP to the letter: https://graphql.github.io/graphql-over-http/draft/
"""

from collections.abc import Callable, Mapping
from typing import Final

from graphql import OperationType
from starlette.requests import ClientDisconnect
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry import Schema

from api.http.answer import CONTENT_TYPES, Answer, encode
from api.http.body import CLOSE, read_body
from api.http.context import Exchange, RequestInfo, Transport, headers_of
from api.http.engine import NOTHING_NEEDED, ContextFactory, Engine, MayIntrospect, OperationSpan, anyone, no_span
from api.http.errors import Code, ErrorFormatter, RequestError, no_trace
from api.http.negotiation import JSON, STREAM, negotiate
from api.http.origins import refuse_cross_site
from api.http.permitted import Needed
from api.http.request import GraphQLRequest, from_json, from_query_string
from api.http.settings import TransportSettings
from api.http.sse import send_events
from api.http.streams import Streams
from api.http.trusted import TrustedDocuments
from api.http.websocket import Connect, WebSocketEndpoint, welcome

READ: Final = frozenset({OperationType.QUERY})
READ_AND_WRITE: Final = frozenset({OperationType.QUERY, OperationType.MUTATION})
LIVE: Final = frozenset({OperationType.SUBSCRIPTION})


class GraphQLView:
    """
    The endpoint, to be mounted with ``Starlette(routes=view.routes("/graphql"))`` or ``view.before("/graphql", application)``.

    Args:
        schema: strawberry's; without extensions and operation directives.
        context: makes the context of each operation; what it raises refuses the request.
        settings: every bound.
        trusted: listed documents, and whether others are answered.
        operation_span: entered around each execution, and around each event of a subscription.
        trace_id: id of the trace under way, told with every error.
        may_introspect: whether an operation with this context may read the schema.
        needed: the permission that each field needs, which the context of its caller has to have.
        connect: asked at ``connection_init`` of each WebSocket; what it raises refuses the connection.
    """

    def __init__(
        self,
        schema: Schema,
        *,
        context: ContextFactory,
        settings: TransportSettings,
        trusted: TrustedDocuments | None = None,
        operation_span: OperationSpan = no_span,
        trace_id: Callable[[], str | None] = no_trace,
        may_introspect: MayIntrospect = anyone,
        connect: Connect = welcome,
        needed: Needed = NOTHING_NEEDED,
    ) -> None:
        self.streams = Streams(settings.streams)
        self._settings = settings
        self._formatter = ErrorFormatter(suggestions=settings.development, trace_id=trace_id)
        self._engine = Engine(
            schema,
            context=context,
            settings=settings,
            formatter=self._formatter,
            trusted=trusted or TrustedDocuments(),
            operation_span=operation_span,
            may_introspect=may_introspect,
            needed=needed,
        )
        self._websocket = WebSocketEndpoint(self._engine, settings, self.streams, connect)

    def routes(self, path: str) -> list[Route | WebSocketRoute]:
        """Return the two routes, for HTTP and for WebSocket, that lead to this view."""
        return [Route(path, endpoint=self), WebSocketRoute(path, endpoint=self)]

    def before(self, path: str, app: ASGIApp) -> ASGIApp:
        """Return *app* with this endpoint at *path*, reached without its router, which would cost each idle socket 3 KB."""
        route = Route(path, endpoint=self)

        async def routed(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "lifespan" and scope["path"] == path:
                scope["route"] = route  # as a router leaves it, for whoever names the request
                await self(scope, receive, send)
            else:
                await app(scope, receive, send)

        return routed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request, or speak on one WebSocket until it is closed."""
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
            return
        exchange = Exchange(scope, receive, send)
        headers = headers_of(scope["headers"])
        wanted = negotiate(headers.get("accept"))
        try:
            await self._run(await self._read(exchange, headers, wanted), exchange, wanted)
        except RequestError as error:
            await self._respond(self._engine.refuse(error), wanted, send)
        except ClientDisconnect:
            return

    async def _read(self, exchange: Exchange, headers: Mapping[str, str], wanted: str | None) -> GraphQLRequest:
        """
        Return what the client asks for.

        Raises:
            RequestError: the HTTP request is not one that we read.
        """
        scope, receive, _ = exchange
        method = scope["method"]
        if wanted is None:
            raise RequestError(Code.NOT_ACCEPTABLE, f"Accept one of {', '.join((*CONTENT_TYPES, STREAM))}.", status=406, headers=CLOSE)
        if method not in {"GET", "POST"}:
            raise RequestError(
                Code.METHOD_NOT_ALLOWED, "Use POST, or GET for queries.", status=405, headers=((b"allow", b"GET, POST"), *CLOSE)
            )
        refuse_cross_site(headers, self._settings.origins)
        if method == "GET":
            query_string: bytes = scope["query_string"]
            if len(query_string) > self._settings.url_bytes:
                message = f"The query string is longer than {self._settings.url_bytes} bytes: use POST."
                raise RequestError(Code.BODY_TOO_LARGE, message, status=414)
            return from_query_string(query_string)
        if not _is_json(headers.get("content-type", "")):
            raise RequestError(Code.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json, in UTF-8.", status=415, headers=CLOSE)
        return from_json(await read_body(receive, headers, self._settings))

    async def _run(self, request: GraphQLRequest, exchange: Exchange, wanted: str | None) -> None:
        scope, _, send = exchange
        live = wanted == STREAM
        info = RequestInfo(Transport.SSE if live else Transport.HTTP, scope, request.extensions)
        kinds = READ if scope["method"] == "GET" else READ_AND_WRITE
        if not live:
            answer = await self._engine.open(request, info, kinds)
            assert isinstance(answer, Answer)  # only a subscription is more than one
            await self._respond(answer, wanted, send)
            return
        with self.streams.open() as stop:
            answers = await self._engine.open(request, info, kinds | LIVE)
            if isinstance(answers, Answer) and answers.refused and not answers.of_document:
                await self._respond(answers, JSON, send)
                return
            await send_events(answers, exchange, stop, self._settings, self._formatter)

    async def _respond(self, answer: Answer, wanted: str | None, send: Send) -> None:
        media_type = wanted if wanted is not None and wanted in CONTENT_TYPES else JSON
        body = encode(answer.body, self._formatter)
        headers = [
            (b"content-type", CONTENT_TYPES[media_type]),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store"),
            (b"vary", b"Accept"),
            *answer.headers,
        ]
        await send({"type": "http.response.start", "status": answer.status_as(media_type), "headers": headers})
        await send({"type": "http.response.body", "body": body})


def _is_json(content_type: str) -> bool:
    kind, *parameters = (part.strip().lower() for part in content_type.split(";"))
    charsets = [value.strip('" ') for name, _, value in (part.partition("=") for part in parameters) if name.strip() == "charset"]
    return kind == JSON and all(charset in {"utf-8", "utf8"} for charset in charsets)
