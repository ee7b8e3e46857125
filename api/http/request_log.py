"""A log line for each request and each WebSocket when it is over: the route, the status, the time; nothing that a caller wrote."""

import time
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.http")

METHODS: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})


class RequestLog:
    """An ASGI application around *app*, inside whatever knows the ids of the request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, and tell of it."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noting_status)
        finally:
            route = getattr(scope.get("route"), "path", None)
            told = {"route": route, "ms": round((time.perf_counter() - began) * 1000, 1)}
            if scope["type"] == "websocket":
                log.info("websocket", **told)
            else:
                method = scope["method"] if scope["method"] in METHODS else "_OTHER"
                log.info("request", method=method, status=status or 500, **told)
