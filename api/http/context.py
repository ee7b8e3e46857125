"""What an operation knows of the request that asked for it, and what it tells beside its data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from graphql import OperationType
from starlette.types import Receive, Scope, Send


class Transport(StrEnum):
    """How a request came in."""

    HTTP = "http"
    SSE = "sse"
    WEBSOCKET = "websocket"


class Exchange(NamedTuple):
    """One call of the application by the server: its scope and its two ways."""

    scope: Scope
    receive: Receive
    send: Send


@dataclass(frozen=True, slots=True)
class RequestInfo:
    """
    The request behind an operation.

    Args:
        transport: how it came in.
        scope: of ASGI; ``scope["state"]`` holds what outer layers left there.
        extensions: the request's own ``extensions``, e.g. ``ruleTrace``.
        connection: payload of ``connection_init``; empty but on a WebSocket.
    """

    transport: Transport
    scope: Scope
    extensions: Mapping[str, object]
    connection: Mapping[str, object] = field(default_factory=dict)

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by lower-case name, made anew at each call; a WebSocket has those of its opening."""
        return headers_of(self.scope["headers"])

    @property
    def request_id(self) -> str | None:
        """The id that the front gave to the HTTP request or the WebSocket."""
        state = self.scope.get("state")
        given = state.get("request_id") if isinstance(state, Mapping) else None
        return given if isinstance(given, str) else None


@dataclass(frozen=True, slots=True)
class OperationInfo:
    """
    An operation that is about to run: what a span may say of it, and nothing personal.

    Args:
        name: given by the client, or None.
        kind: query, mutation or subscription (one run for each event).
        transport: how it came in.
    """

    name: str | None
    kind: OperationType
    transport: Transport


@dataclass(slots=True)
class OperationContext:
    """
    The context of one operation, made anew for each; derive yours from it.

    Args:
        request: what asked for it.
        extensions: told in ``extensions`` of the answer; of a subscription, told with the next event and then cleared.
            Values may be :class:`orjson.Fragment`.
        permissions: what whoever asks may do.
        ends_after: seconds after which a subscription ends, as its caller has to say anew who it is; none: it does not.
    """

    request: RequestInfo
    extensions: dict[str, object] = field(default_factory=dict)
    permissions: frozenset[str] = frozenset()
    ends_after: float | None = None

    @property
    def request_extensions(self) -> Mapping[str, object]:
        """The request's own ``extensions``."""
        return self.request.extensions


def headers_of(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return ASGI's raw headers by lower-case name; one that is repeated is joined by commas."""
    headers: dict[str, str] = {}
    for key, value in raw:
        name, text = key.decode("latin-1"), value.decode("latin-1")
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    return headers
