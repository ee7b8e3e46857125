"""Where spans go in the end: a collector over OTLP, or any other exporter of the SDK. Called by one thread, never by a request."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from opentelemetry.attributes import BoundedAttributes
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanLimits
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, Status, StatusCode

from tracing.losses import Losses
from tracing.otlp import RuleSpanEncoder
from tracing.rule_spans import RuleSpan, RunSpans

Batch = Sequence[ReadableSpan | RunSpans]

_BODY = 4 * 2**20  # bytes of one request to a collector, before compression; collectors refuse above 20 MiB
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Origin:
    """What every span of this process carries, as the SDK's own spans do: who sends it, from which library, within which limits."""

    resource: Resource
    scope: InstrumentationScope
    limits: SpanLimits


class Sink(Protocol):
    """Takes a batch of spans."""

    def send(self, batch: Batch) -> int:
        """Send a batch, however long that takes; return how many spans were lost on the way."""

    def close(self) -> None:
        """Give up a retry under way; nothing is sent any more."""


class PreparedSpanExporter(OTLPSpanExporter):
    """The SDK's exporter (its endpoint, headers, TLS, compression, timeout and retry), fed with requests already encoded."""

    def post(self, request: bytes) -> bool:
        """Send one ExportTraceServiceRequest; return whether the collector took it."""
        return self._client.export(request).success

    def give_up(self) -> None:
        """End the wait between two tries, and every later one."""
        self._client.shutdown()


class OtlpSink:
    """Encodes a batch, rule spans from prepared bytes and the rest by the SDK, and posts both in one request."""

    def __init__(self, exporter: PreparedSpanExporter, origin: Origin, losses: Losses) -> None:
        self._exporter = exporter
        self._encoder = RuleSpanEncoder(origin.resource, origin.scope, origin.limits)
        self._losses = losses

    def send(self, batch: Batch) -> int:
        """Send a batch, in as many requests as its size asks for; return how many spans were lost on the way."""
        spans = [item for item in batch if isinstance(item, ReadableSpan)]
        encoded, size, count, lost = list[bytes](), 0, len(spans), 0
        for run in batch:
            if isinstance(run, RunSpans):
                told, rules = self._encode(run)
                encoded.append(told)
                size, count = size + len(told), count + rules
                time.sleep(0)  # hands the interpreter to a request that waits for it
            if size > _BODY:
                lost += 0 if self._post(spans, encoded) else count
                spans, encoded, size, count = [], [], 0, 0
        return lost if not count or self._post(spans, encoded) else lost + count

    def _encode(self, run: RunSpans) -> tuple[bytes, int]:
        """Return the spans of a run, encoded, and how many they are."""
        try:
            rules = run.spans()
            return self._encoder.spans(run, rules), len(rules)
        except Exception as error:  # noqa: BLE001  one broken run must not cost the others
            leave_out(run, error, self._losses)
            return b"", 0

    def _post(self, spans: Sequence[ReadableSpan], encoded: Sequence[bytes]) -> bool:
        """Post one request: two serialized messages of one type, one after the other, are the message that holds what both hold."""
        request = encode_spans(spans).SerializeToString() + (self._encoder.request(encoded) if encoded else b"")
        return self._exporter.post(request)

    def close(self) -> None:
        """End the wait between two tries."""
        self._exporter.give_up()


class ExporterSink:
    """Gives any exporter of the SDK the same spans, as the objects it knows."""

    def __init__(self, exporter: SpanExporter, origin: Origin, losses: Losses) -> None:
        self._exporter = exporter
        self._origin = origin
        self._losses = losses

    def send(self, batch: Batch) -> int:
        """Send a batch; return how many spans were lost on the way."""
        spans = list[ReadableSpan]()
        for item in batch:
            spans += self._readable(item) if isinstance(item, RunSpans) else (item,)
        return 0 if self._exporter.export(spans) is SpanExportResult.SUCCESS else len(spans)

    def _readable(self, run: RunSpans) -> list[ReadableSpan]:
        try:
            return readable(run, run.spans(), self._origin)
        except Exception as error:  # noqa: BLE001  one broken run must not cost the others
            leave_out(run, error, self._losses)
            return []

    def close(self) -> None:
        """Release what the exporter holds."""
        self._exporter.shutdown()


def leave_out(run: RunSpans, error: Exception, losses: Losses) -> None:
    """Count a run that cannot be told; its error's text stays here, as it may quote a person's facts."""
    _log.error("A run of %d rules could not be told as spans: %s", run.count, type(error).__qualname__)
    losses.add("unreadable", run.count)


def readable(run: RunSpans, rules: Sequence[RuleSpan], origin: Origin) -> list[ReadableSpan]:
    """Return the rules of a run as the SDK's own spans."""
    limits, parent = origin.limits, run.parent
    return [
        ReadableSpan(
            rule.name,
            SpanContext(parent.trace_id, int.from_bytes(rule.span_id, "big"), False, parent.trace_flags, parent.trace_state),
            parent,
            origin.resource,
            BoundedAttributes(limits.max_span_attributes, rule.attributes, max_value_len=limits.max_span_attribute_length),
            status=Status(StatusCode.ERROR if rule.failed else StatusCode.UNSET),
            start_time=run.start_ns,
            end_time=run.end_ns,
            instrumentation_scope=origin.scope,
        )
        for rule in rules
    ]
