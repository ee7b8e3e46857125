"""
Telemetry as one object, set up from the standard `OTEL_*` variables and handed to whoever measures.

Without these variables it is `OFF`, which measures nothing and costs nothing. No global provider is set: what is measured where is
an argument, and a test passes its own exporters and readers to the same `set_up`. Telemetry may lose spans; it never delays or fails
a request, and `shutdown` ends in time whatever the collector does.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final
from uuid import uuid4

from opentelemetry.metrics import NoOpMeter
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import NoOpTracer, Tracer

from tracing.exporters import disabled, exporter_names, metric_readers, span_exporter
from tracing.losses import Losses
from tracing.metrics import Metrics, instruments
from tracing.pipeline import Bounds, SpanPipeline
from tracing.rule_spans import RunSpans
from tracing.sinks import ExporterSink, Origin, OtlpSink, PreparedSpanExporter, Sink

SCOPE = "attendu"
SinkMaker = Callable[[Origin, Losses], Sink]

_VERSION = version("attendu")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Telemetry:
    """
    What measures a process.

    Attributes:
        tracer: makes spans; one that makes none when traces are off.
        metrics: counts and times; into nothing when metrics are off.
        pipelines: where rule spans go, one for each exporter of traces.
        meter_provider: to shut down; None when metrics are off.
        losses: the spans that never arrived.
    """

    tracer: Tracer
    metrics: Metrics
    pipelines: tuple[SpanPipeline, ...]
    meter_provider: MeterProvider | None
    losses: Losses

    @property
    def enabled(self) -> bool:
        """Whether anything is measured at all."""
        return bool(self.pipelines) or self.meter_provider is not None

    def submit(self, run: RunSpans) -> None:
        """Hand over the rules of a run; neither blocks nor raises, and reads them later, on another thread."""
        for pipeline in self.pipelines:
            pipeline.submit(run)

    def count_run(self, rules: tuple[str, ...], outcomes: tuple[str, ...], seconds: float) -> None:
        """Count one run: the ids of its rules (best always the same tuple), their outcomes in that order, and how long it took."""
        if self.meter_provider is not None:
            self.metrics.evaluations.add(rules, outcomes)
            self.metrics.run_seconds.record(seconds)

    def flush(self, timeout: float = 5.0) -> bool:
        """Send the spans that wait; return whether that was done within *timeout* seconds."""
        deadline = time.monotonic() + timeout
        flushed = [pipeline.flush(max(0.0, deadline - time.monotonic())) for pipeline in self.pipelines]
        return all(flushed)

    def shutdown(self, timeout: float = 5.0) -> None:
        """Send what waits and stop, within *timeout* seconds; what is not sent by then is counted as lost."""
        deadline = time.monotonic() + timeout
        for pipeline in self.pipelines:
            pipeline.shutdown(max(0.0, deadline - time.monotonic()) * (0.5 if self.meter_provider else 1))
        if self.meter_provider is None:
            return
        try:
            self.meter_provider.shutdown(max(1.0, (deadline - time.monotonic()) * 1000))
        except Exception as error:  # noqa: BLE001  the SDK raises nothing narrower when a reader runs out of time
            _log.warning("The last metrics were not sent: %s", type(error).__qualname__)


def set_up(*, span_exporters: Sequence[SpanExporter] = (), readers: Sequence[MetricReader] = ()) -> Telemetry:
    """
    Return the telemetry that the `OTEL_*` variables ask for, or `OFF`.

    Args:
        span_exporters: exporters besides those of the variables; a test passes one in memory.
        readers: metric readers besides those of the variables.
    """
    if disabled(os.environ):
        return OFF
    makers = [*_named_sinks(os.environ), *(_sink_of(exporter) for exporter in span_exporters)]
    all_readers = [*readers, *metric_readers(exporter_names("metrics", os.environ))]
    if not makers and not all_readers:
        return OFF
    losses, resource = Losses(), _resource()
    meter_provider = MeterProvider(all_readers, resource, shutdown_on_exit=False) if all_readers else None
    tracer, pipelines = _tracing(makers, resource, losses, bounds(os.environ)) if makers else (NoOpTracer(), ())
    meter = meter_provider.get_meter(SCOPE, _VERSION) if meter_provider else NoOpMeter(SCOPE)
    return Telemetry(tracer, instruments(meter, losses), pipelines, meter_provider, losses)


def _named_sinks(environ: Mapping[str, str]) -> Iterator[SinkMaker]:
    for name in exporter_names("traces", environ):
        if name == "otlp_proto_http":
            yield lambda origin, losses: OtlpSink(PreparedSpanExporter(), origin, losses)
        elif exporter := span_exporter(name):
            yield _sink_of(exporter)


def _sink_of(exporter: SpanExporter) -> SinkMaker:
    return lambda origin, losses: ExporterSink(exporter, origin, losses)


def _tracing(makers: Sequence[SinkMaker], resource: Resource, losses: Losses, limits: Bounds) -> tuple[Tracer, tuple[SpanPipeline, ...]]:
    """Return a tracer and the pipelines behind it; a pipeline makes its sink again in a forked process, hence the makers."""
    span_limits, scope = SpanLimits(), InstrumentationScope(SCOPE, _VERSION)
    provider = TracerProvider(resource=resource, shutdown_on_exit=False, span_limits=span_limits)

    def sink_maker(make: SinkMaker) -> Callable[[], Sink]:
        return lambda: make(Origin(provider.resource, scope, span_limits), losses)

    pipelines = tuple(SpanPipeline(sink_maker(make), losses, limits) for make in makers)
    for pipeline in pipelines:
        provider.add_span_processor(pipeline)
    return provider.get_tracer(SCOPE, _VERSION), pipelines


def _resource() -> Resource:
    """Return who sends: `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` win over the names given here."""
    said = Resource.create().attributes
    ours = {"service.name": SCOPE, "service.version": _VERSION, "service.instance.id": str(uuid4())}
    unnamed = str(said["service.name"]).startswith("unknown_service")
    return Resource.create({key: value for key, value in ours.items() if key not in said or (key == "service.name" and unnamed)})


def bounds(environ: Mapping[str, str]) -> Bounds:
    """
    Return the bounds of a span queue; a value that is no positive number counts as unset.

    >>> bounds({"OTEL_BSP_SCHEDULE_DELAY": "250", "OTEL_BSP_MAX_QUEUE_SIZE": "many"}).delay
    0.25
    """
    usual = Bounds()

    def number(name: str, otherwise: float) -> float:
        text = environ.get(name, "").strip()
        return int(text) if text.isdecimal() and int(text) > 0 else otherwise

    spans = int(number("OTEL_BSP_MAX_QUEUE_SIZE", usual.spans))
    batch = int(number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", usual.batch))
    return Bounds(spans, usual.size, min(batch, spans), number("OTEL_BSP_SCHEDULE_DELAY", usual.delay * 1000) / 1000)


OFF: Final = Telemetry(NoOpTracer(), instruments(NoOpMeter(SCOPE), Losses()), (), None, Losses())
