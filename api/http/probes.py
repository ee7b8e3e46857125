"""
What operators and browsers ask beside GraphQL: does it live, is it ready, and what did the Content-Security-Policy stop.

An answer says which check fails and never why: that is in the log, by the type of the error.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.http.body import read_body
from api.http.context import headers_of
from api.http.errors import RequestError
from api.http.settings import TransportSettings
from api.http.streams import Streams

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.http")

REPORT = TransportSettings(body_bytes=16_384, body_seconds=5)
_TOLD = ("effectiveDirective", "violated-directive", "effective-directive", "disposition")


@dataclass(frozen=True, slots=True)
class Check:
    """
    Something that must work before requests are answered.

    Args:
        name: shown, e.g. ``database``.
        probe: raises when it does not work.
        seconds: after which it counts as not working.
    """

    name: str
    probe: Callable[[], Awaitable[object]]
    seconds: float = 2

    async def passes(self) -> bool:
        """Tell whether it works now."""
        try:
            async with asyncio.timeout(self.seconds):
                await self.probe()
        except Exception as error:  # noqa: BLE001 (a check fails in whatever way the thing checked does)
            log.warning("check_failed", check=self.name, type=type(error).__qualname__)
            return False
        return True


def probe_routes(checks: Sequence[Check], streams: Streams, report_path: str = "/csp-report") -> list[Route]:
    """Return ``/livez``, ``/readyz`` (200, or 503 when a check fails or the server is stopping) and the report endpoint."""

    async def live(_: Request) -> Response:
        return _json(200, {"status": "alive"})

    async def ready(_: Request) -> Response:
        passed = await asyncio.gather(*(check.passes() for check in checks))
        told = {check.name: "ok" if passes else "failed" for check, passes in zip(checks, passed, strict=True)}
        if streams.stopping:
            return _json(503, {"status": "stopping", "checks": told})
        return _json(200 if all(passed) else 503, {"status": "ready" if all(passed) else "not ready", "checks": told})

    return [Route("/livez", live), Route("/readyz", ready), Route(report_path, _report, methods=["POST"])]


async def _report(request: Request) -> Response:
    """Log which directive stopped something; the rest of a report is whatever a browser wrote, so it is left."""
    try:
        body = await read_body(request.receive, headers_of(request.scope["headers"]), REPORT)
        loaded: object = orjson.loads(body)
    except RequestError as error:
        return Response(status_code=error.status)
    except orjson.JSONDecodeError:
        return Response(status_code=400)
    for report in (loaded if isinstance(loaded, list) else [loaded])[:10]:
        content = report.get("body", report.get("csp-report")) if isinstance(report, dict) else None
        if isinstance(content, dict):
            told = {name.replace("-", "_"): content.get(name) for name in _TOLD}
            log.warning("content_security_policy", **{name: value for name, value in told.items() if _is_directive(value)})
    return Response(status_code=204)


def _is_directive(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z-]{1,40}", value) is not None


def _json(status: int, body: Mapping[str, object]) -> Response:
    return Response(orjson.dumps(body), status, {"cache-control": "no-store"}, "application/json")
