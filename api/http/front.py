"""
What stands in front of every request: an id, CORS, and the headers that keep browsers safe.

A page gets a Content-Security-Policy in which only scripts and styles with the request's nonce run (:func:`nonce_of`), once enforced and
once, stricter, only reported; anything else gets one that allows nothing.
"""

import re
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import orjson
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, bound_contextvars

from api.http.errors import MASK, Code, log_masked

BROKEN: Final = orjson.dumps({"errors": [{"message": MASK, "extensions": {"code": Code.INTERNAL}}]})
REQUEST_ID: Final = b"x-request-id"
NO_PAGE: Final = [(b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")]
_SANE_ID = re.compile(rb"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")


@dataclass(frozen=True, slots=True)
class FrontSettings:
    """
    What the front does.

    Args:
        origins: other sites (``https://host``) whose pages may call us.
        https: browsers are told to come by HTTPS only, for a year.
        report_path: where browsers report what the Content-Security-Policy stopped or would stop.
    """

    origins: frozenset[str] = frozenset()
    https: bool = True
    report_path: str = "/csp-report"


class Front:
    """An ASGI application around *app*; leaves ``request_id`` and ``csp_nonce`` in ``scope["state"]``."""

    def __init__(self, app: ASGIApp, settings: FrontSettings) -> None:
        self._app = with_cors(app, settings.origins) if settings.origins else app
        self._report_path = settings.report_path
        self._always = [(name.encode(), value.encode()) for name, value in security_headers(settings).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        request_id = request_id_of(scope)
        state = scope.setdefault("state", {})  # the server makes one for each request
        state["request_id"] = request_id
        if scope["type"] == "websocket":
            bind_contextvars(request_id=request_id)  # for good: a socket has a task, so a context, of its own
            await self._app(scope, receive, send)
            return
        state["csp_nonce"] = secrets.token_urlsafe(16)
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            started = True
            if message["type"] == "http.response.start":
                given = message.get("headers", [])
                policies = content_security_policies(state["csp_nonce"], self._report_path) if _is_page(given) else NO_PAGE
                message["headers"] = [*given, *self._always, *policies, (REQUEST_ID, request_id.encode())]
            await send(message)

        with bound_contextvars(request_id=request_id):
            try:
                await self._app(scope, receive, send_with_headers)
            except Exception as error:  # noqa: BLE001 (a server would log its text)
                log_masked(error)
                if not started:
                    await send_with_headers(
                        {"type": "http.response.start", "status": 500, "headers": [(b"content-type", b"application/json")]}
                    )
                    await send({"type": "http.response.body", "body": BROKEN})


def request_id_of(scope: Scope) -> str:
    """Return the request's own id when it is a sane one, else a new one."""
    for name, value in scope["headers"]:
        if name == REQUEST_ID and _SANE_ID.fullmatch(value):
            return str(value, "ascii")
    return uuid.uuid4().hex


def nonce_of(scope: Scope) -> str:
    """Return the nonce that scripts and styles of this request's page must carry."""
    nonce: object = scope["state"]["csp_nonce"]
    return str(nonce)


def with_cors(app: ASGIApp, origins: frozenset[str]) -> ASGIApp:
    """Let pages of *origins* call, with a bearer token and no cookies."""
    return CORSMiddleware(
        app,
        allow_origins=sorted(origins),
        allow_methods=["GET", "POST", "PUT"],  # files are uploaded by PUT
        allow_headers=["authorization", "content-type", "traceparent", "tracestate", REQUEST_ID.decode()],
        expose_headers=[REQUEST_ID.decode(), "retry-after"],
        max_age=3_600,
    )


def security_headers(settings: FrontSettings) -> Mapping[str, str]:
    """Return the headers that every answer has."""
    headers = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "cross-origin" if settings.origins else "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "reporting-endpoints": f'csp="{settings.report_path}"',
    }
    return {**headers, "strict-transport-security": "max-age=31536000; includeSubDomains"} if settings.https else headers


def content_security_policies(nonce: str, report_path: str) -> list[tuple[bytes, bytes]]:
    """Return the policy of a page that browsers enforce, and the stricter one that they only report."""
    report = f"report-uri {report_path}; report-to csp"
    shared = (
        f"default-src 'none'; script-src 'nonce-{nonce}'; connect-src 'self'; img-src 'self' data:; "
        f"font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; {report}"
    )
    enforced = f"{shared}; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'"
    wanted = f"{shared}; style-src 'self' 'nonce-{nonce}'; require-trusted-types-for 'script'"
    return [(b"content-security-policy", enforced.encode()), (b"content-security-policy-report-only", wanted.encode())]


def _is_page(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
