"""
Which exporters the standard `OTEL_*` variables ask for.

Nothing is exported unless asked for: by `OTEL_TRACES_EXPORTER` / `OTEL_METRICS_EXPORTER` (`otlp`, `console`, `none`, or any exporter
installed beside, by the name of its entry point), or by `OTEL_EXPORTER_OTLP_ENDPOINT`, which means `otlp` for both. `otlp` is
OTLP over HTTP with protobuf, unless `OTEL_EXPORTER_OTLP_PROTOCOL` says `grpc` and the SDK's gRPC exporter is installed.
A name that means nothing here is a warning, never a start that fails.
"""

import logging
from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from typing import Literal

from opentelemetry.sdk.metrics import ObservableCounter
from opentelemetry.sdk.metrics.export import MetricExporter, MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.trace.export import SpanExporter

Signal = Literal["traces", "metrics"]

_PROTOCOLS = {"": "otlp_proto_http", "http/protobuf": "otlp_proto_http", "grpc": "otlp_proto_grpc"}
_SERIES = 50_000  # of one metric: every rule with every outcome; the SDK stops at 2,000
_log = logging.getLogger(__name__)


def disabled(environ: Mapping[str, str]) -> bool:
    """Return whether `OTEL_SDK_DISABLED` switches all telemetry off."""
    return environ.get("OTEL_SDK_DISABLED", "").strip().lower() == "true"


def exporter_names(signal: Signal, environ: Mapping[str, str]) -> tuple[str, ...]:
    """
    Return the entry-point names of the exporters asked for.

    >>> exporter_names("traces", {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318"})
    ('otlp_proto_http',)
    >>> exporter_names("traces", {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318", "OTEL_TRACES_EXPORTER": "none"})
    ()
    """
    upper = signal.upper()
    asked = environ.get(f"OTEL_{upper}_EXPORTER", "").strip()
    if not asked and (environ.get("OTEL_EXPORTER_OTLP_ENDPOINT") or environ.get(f"OTEL_EXPORTER_OTLP_{upper}_ENDPOINT")):
        asked = "otlp"
    names = (name.strip() for name in asked.split(","))
    return tuple(_entry_point_name(name, upper, environ) for name in names if name and name.lower() != "none")


def _entry_point_name(name: str, upper: str, environ: Mapping[str, str]) -> str:
    if name != "otlp":
        return name
    protocol = environ.get(f"OTEL_EXPORTER_OTLP_{upper}_PROTOCOL") or environ.get("OTEL_EXPORTER_OTLP_PROTOCOL", "")
    return _PROTOCOLS.get(protocol.strip(), protocol)


def load(signal: Signal, name: str) -> type[object] | None:
    """Return the exporter class of an entry point, or None and a warning."""
    found = tuple(entry_points(group=f"opentelemetry_{signal}_exporter", name=name))
    if found:
        loaded: type[object] = found[0].load()
        return loaded
    known = sorted(entry_points(group=f"opentelemetry_{signal}_exporter").names)
    _log.warning("No exporter of %s is called %r: install its package, or name one of %s; without it, none leave", signal, name, known)
    return None


def span_exporter(name: str) -> SpanExporter | None:
    """Return the span exporter of that name, set up from its own variables."""
    kind = load("traces", name)
    return kind() if kind is not None and issubclass(kind, SpanExporter) else None


def metric_readers(names: Sequence[str]) -> list[MetricReader]:
    """Return a reader for each metric exporter, pushing or pulled."""
    readers = list[MetricReader]()
    for name in names:
        kind = load("metrics", name)
        if kind is not None and issubclass(kind, MetricReader):
            readers.append(kind())
        elif kind is not None and issubclass(kind, MetricExporter):
            readers.append(PeriodicExportingMetricReader(kind(), cardinality_limits={ObservableCounter: _SERIES}))
    return readers
