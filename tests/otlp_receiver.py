"""
A collector on loopback: it takes OTLP over HTTP with protobuf, keeps what arrives, and can be slow, hang, or answer with an error.

Use it as a context manager and point `OTEL_EXPORTER_OTLP_ENDPOINT` at its `endpoint`.
"""

import gzip
import socket
import threading
import zlib
from collections import deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric
from opentelemetry.proto.trace.v1.trace_pb2 import Span

_UNPACK: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.decompress, "deflate": zlib.decompress, "": bytes}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that did not wait for its answer."""


class OtlpReceiver:
    """
    What arrived, and how to answer.

    Attributes:
        errors: statuses to answer the next requests with, before the others succeed.
        retry_after: seconds, sent as `Retry-After` with an error.
        open: cleared, every request hangs until it is set again.
        traces: the requests to /v1/traces that were answered with success.
        metrics: the same of /v1/metrics.
        headers: of each request, whatever its answer.
        received: how many requests have come in, answered or not.
    """

    def __init__(self) -> None:
        self.errors: deque[int] = deque()
        self.retry_after: int | None = None
        self.open = threading.Event()
        self.open.set()
        self.traces: list[ExportTraceServiceRequest] = []
        self.metrics: list[ExportMetricsServiceRequest] = []
        self.headers: list[dict[str, str]] = []
        self.received = 0
        self._arrived = threading.Condition()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.open.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    @property
    def spans(self) -> list[Span]:
        """Every span that arrived."""
        return [span for request in self.traces for by in request.resource_spans for scope in by.scope_spans for span in scope.spans]

    def metric(self, name: str) -> Metric:
        """Return a metric as it was last sent; KeyError when it never was."""
        sent = [m for request in self.metrics for by in request.resource_metrics for scope in by.scope_metrics for m in scope.metrics]
        named: dict[str, Metric] = {metric.name: metric for metric in sent}
        return named[name]

    def wait(self, condition: Callable[[], bool], timeout: float = 10) -> bool:
        """Wait until *condition* holds, which is looked at whenever something arrives."""
        with self._arrived:
            return self._arrived.wait_for(condition, timeout)

    def _take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Keep a request unless it is due an error; return the status to answer with."""
        with self._arrived:
            self.headers.append(headers)
            status = self.errors.popleft() if self.errors else 200
            if status == 200 and path == "/v1/traces":
                self.traces.append(ExportTraceServiceRequest.FromString(body))
            elif status == 200 and path == "/v1/metrics":
                self.metrics.append(ExportMetricsServiceRequest.FromString(body))
            self._arrived.notify_all()
        return status

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with receiver._arrived:
                    receiver.received += 1
                    receiver._arrived.notify_all()
                receiver.open.wait(30)
                headers = {name.lower(): value for name, value in self.headers.items()}
                status = receiver._take(self.path, headers, _UNPACK[headers.get("content-encoding", "")](body))
                self.send_response(status)
                if status != 200 and receiver.retry_after is not None:
                    self.send_header("Retry-After", str(receiver.retry_after))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the base class's
                """Say nothing: the tests look at what arrived."""

        return Handler


def nobody() -> str:
    """Return an endpoint at which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"
