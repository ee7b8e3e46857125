"""What stands in front: ids, security headers, CORS, probes, and reports."""

import asyncio
from collections.abc import Mapping

import orjson
import pytest
import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.front import Front, FrontSettings, nonce_of
from api.http.probes import Check, probe_routes
from api.http.streams import Streams
from api.http.view import GraphQLView
from tests.api.http.clients import Reply, exchange, raw, scope_of


async def page(request: Request) -> HTMLResponse:
    return HTMLResponse(f'<script nonce="{nonce_of(request.scope)}"></script>')


async def broken_page(_: Request) -> HTMLResponse:
    raise RuntimeError("secret")


def app_of(view: GraphQLView, *checks: Check, **settings: object) -> ASGIApp:
    routes = [*view.routes("/graphql"), *probe_routes(checks, view.streams), Route("/page", page), Route("/broken", broken_page)]
    return Front(Starlette(routes=routes), FrontSettings(**settings))  # type: ignore[arg-type]  # a test names what it wants


async def call(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", headers: Mapping[str, str] | None = None) -> Reply:
    async def routed(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "path": path}, receive, send)

    return await exchange(routed, [body], method=method, headers=headers)


@pytest.mark.parametrize(
    ("given", "kept"), [("abcdef-1234.X_y", True), ("short", False), ("x" * 65, False), ("a b c d e f g h", False), ("é" * 9, False)]
)
async def test_a_sane_request_id_is_kept_and_any_other_replaced(view: GraphQLView, given: str, kept: bool) -> None:
    reply = await call(app_of(view), "/livez", headers={"x-request-id": given})
    assert (reply.headers["x-request-id"] == given) is kept
    assert 8 <= len(reply.headers["x-request-id"]) <= 64


async def test_the_request_id_is_in_every_log_line(view: GraphQLView) -> None:
    bound: dict[str, object] = {}

    async def inside(_scope: Scope, _receive: Receive, _send: Send) -> None:
        bound.update(structlog.contextvars.get_contextvars())

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(_: Message) -> None:
        pass

    await Front(inside, FrontSettings())(scope_of("http", headers=raw({"x-request-id": "abcdef-1234"})), receive, send)
    assert bound["request_id"] == "abcdef-1234"
    assert "request_id" not in structlog.contextvars.get_contextvars()


async def test_every_answer_has_the_security_headers(view: GraphQLView) -> None:
    for path in ("/graphql", "/livez", "/nowhere"):
        headers = (await call(app_of(view), path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert "strict-transport-security" not in (await call(app_of(view, https=False), "/livez")).headers


async def test_a_page_has_a_new_nonce_in_both_policies_each_time(view: GraphQLView) -> None:
    nonces = set()
    for _ in range(2):
        reply = await call(app_of(view), "/page")
        nonce = reply.content.decode().split('"')[1]
        nonces.add(nonce)
        for name in ("content-security-policy", "content-security-policy-report-only"):
            assert f"script-src 'nonce-{nonce}';" in reply.headers[name]
            assert "report-uri /csp-report" in reply.headers[name]
            assert "unsafe-eval" not in reply.headers[name]
        assert "require-trusted-types-for" in reply.headers["content-security-policy-report-only"]
        assert reply.headers["reporting-endpoints"] == 'csp="/csp-report"'
    assert len(nonces) == 2


async def test_what_breaks_is_masked_and_logged_without_its_text(view: GraphQLView) -> None:
    with structlog.testing.capture_logs() as logs:
        reply = await call(app_of(view), "/broken")
    assert reply.status == 500
    assert reply.headers["x-request-id"]
    assert [entry["type"] for entry in logs] == ["builtins.RuntimeError"]
    assert "secret" not in reply.content.decode() + repr(logs)


async def test_a_broken_application_without_a_router_is_masked_too() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("secret")

    reply = await call(Front(broken, FrontSettings()), "/")
    assert (reply.status, reply.codes) == (500, ["INTERNAL"])


async def test_cors_is_for_listed_origins(view: GraphQLView) -> None:
    app = app_of(view, origins=frozenset({"https://friend.test"}))
    preflight = {"access-control-request-method": "POST", "access-control-request-headers": "content-type,authorization"}
    friend = await call(app, "/graphql", "OPTIONS", headers={"origin": "https://friend.test", **preflight})
    assert (friend.status, friend.headers["access-control-allow-origin"]) == (200, "https://friend.test")
    stranger = await call(app, "/graphql", "OPTIONS", headers={"origin": "https://evil.test", **preflight})
    assert "access-control-allow-origin" not in stranger.headers
    assert "access-control-allow-credentials" not in friend.headers


async def test_the_process_lives_whatever_the_checks_say(view: GraphQLView) -> None:
    assert (await call(app_of(view, Check("database", fails)), "/livez")).body == {"status": "alive"}


async def fails() -> None:
    raise RuntimeError("password=secret")


async def works() -> None:
    pass


async def hangs() -> None:
    await asyncio.Event().wait()


async def test_ready_is_when_every_check_passes(view: GraphQLView) -> None:
    reply = await call(app_of(view, Check("database", works), Check("rules", works)), "/readyz")
    assert (reply.status, reply.body) == (200, {"status": "ready", "checks": {"database": "ok", "rules": "ok"}})


@pytest.mark.parametrize("probe", [fails, hangs])
async def test_a_check_that_fails_or_hangs_is_named_and_its_reason_is_not(view: GraphQLView, probe: object) -> None:
    with structlog.testing.capture_logs() as logs:
        reply = await call(app_of(view, Check("rules", works), Check("database", probe, seconds=0.02)), "/readyz")  # type: ignore[arg-type]  # either probe
    assert (reply.status, reply.body["checks"]) == (503, {"rules": "ok", "database": "failed"})
    assert "secret" not in reply.content.decode() + repr(logs)
    assert logs[0]["check"] == "database"


async def test_a_stopping_server_is_not_ready(view: GraphQLView) -> None:
    view.streams.stop()
    reply = await call(app_of(view), "/readyz")
    assert (reply.status, reply.body["status"]) == (503, "stopping")


async def test_a_report_is_logged_by_its_directive_only(view: GraphQLView) -> None:
    reports = [
        {"type": "csp-violation", "body": {"effectiveDirective": "script-src-elem", "sample": "secret", "disposition": "enforce"}},
        {"csp-report": {"violated-directive": "style-src", "document-uri": "https://attendu.test/?secret"}},
        {"body": {"effectiveDirective": "Secret Text"}},
        "secret",
    ]
    with structlog.testing.capture_logs() as logs:
        reply = await call(app_of(view), "/csp-report", "POST", orjson.dumps(reports))
    assert reply.status == 204
    assert [entry.get("effectiveDirective", entry.get("violated_directive")) for entry in logs] == ["script-src-elem", "style-src", None]
    assert "ecret" not in repr(logs)


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[" * 100_000, 413), (b"x" * 20_000, 413), (b"7", 204)])
async def test_a_malformed_or_long_report_is_refused(view: GraphQLView, body: bytes, status: int) -> None:
    assert (await call(app_of(view), "/csp-report", "POST", body)).status == status


def test_streams_are_counted_from_none() -> None:
    assert len(Streams(1)) == 0
