"""Telemetry obeys the standard variables, is off without them, and leaves when told."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable

import pytest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace.export import ConsoleSpanExporter
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from tests.otlp_receiver import OtlpReceiver, nobody
from tests.tracing.builders import DECISION, a_rule, a_run
from tracing.exporters import exporter_names, metric_readers, span_exporter
from tracing.rule_spans import RunSpans
from tracing.spans import graphql_operation, mark_failed, open_span, ruleset_run, summarize_run
from tracing.telemetry import OFF, Telemetry, bounds, set_up

Start = Callable[..., Telemetry]


def named(attributes: Iterable[KeyValue]) -> dict[str, object]:
    """Return protobuf attributes as Python holds them."""
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value") or "") for pair in attributes}


def a_request(telemetry: Telemetry, rules: int = 3) -> None:
    """Do what a request does, as far as telemetry sees it."""
    with (
        open_span(telemetry.tracer, "POST /graphql", SpanKind.SERVER),
        graphql_operation(telemetry.tracer, "query", "Documents"),
        ruleset_run(telemetry.tracer, "household", "3f2a9c1d", "decisive") as span,
    ):
        summarize_run(span, DECISION, evaluated=rules, applied=1, undetermined=1, failed=0)
        telemetry.submit(a_run(rules, parent=span.get_span_context()))
        telemetry.count_run(("documents.a", "documents.b"), ("applied", "not_applicable"), 0.000_03)


def test_without_variables_telemetry_is_off_and_starts_nothing() -> None:
    before = threading.active_count()
    telemetry = set_up()
    assert telemetry is OFF
    assert not telemetry.enabled
    a_request(telemetry)
    assert threading.active_count() == before
    assert telemetry.flush()
    telemetry.shutdown()


@pytest.mark.parametrize(
    "variables",
    [
        {"OTEL_SDK_DISABLED": "true"},
        {"OTEL_TRACES_EXPORTER": "none", "OTEL_METRICS_EXPORTER": "none"},
    ],
)
def test_telemetry_is_off_when_the_variables_say_so(telemetry_at: Start, variables: dict[str, str]) -> None:
    assert telemetry_at("http://127.0.0.1:1", **variables) is OFF


def test_the_whole_tree_of_a_request_arrives_with_one_root_and_no_orphan(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint)
    a_request(telemetry, 200)
    assert telemetry.flush(10)
    by_id = {span.span_id: span for span in receiver.spans}
    assert len(by_id) == len(receiver.spans) == 203
    assert len({span.trace_id for span in receiver.spans}) == 1
    assert [span.name for span in receiver.spans if not span.parent_span_id] == ["POST /graphql"]
    parents = {span.name.split()[0]: by_id[span.parent_span_id].name for span in receiver.spans if span.parent_span_id}
    assert parents == {"query": "POST /graphql", "evaluate_ruleset": "query", "evaluate_rule": "evaluate_ruleset household"}


def test_rule_spans_and_other_spans_come_from_one_service_and_library(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(
        receiver.endpoint, OTEL_SERVICE_NAME="instruction", OTEL_RESOURCE_ATTRIBUTES="deployment.environment.name=test"
    )
    a_request(telemetry)
    assert telemetry.flush(10)
    first, second = receiver.traces[0].resource_spans
    assert first.resource == second.resource
    assert first.scope_spans[0].scope == second.scope_spans[0].scope
    told = named(first.resource.attributes)
    assert (told["service.name"], told["deployment.environment.name"]) == ("instruction", "test")
    assert len(str(told["service.instance.id"])) == 36


def test_a_service_without_a_name_is_called_attendu(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint)
    a_request(telemetry)
    assert telemetry.flush(10)
    assert named(receiver.traces[0].resource_spans[0].resource.attributes)["service.name"] == "attendu"


def test_headers_compression_and_limits_are_those_of_the_variables(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(
        receiver.endpoint,
        OTEL_EXPORTER_OTLP_HEADERS="authorization=Bearer%20abc",
        OTEL_EXPORTER_OTLP_COMPRESSION="gzip",
        OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT="4",
        OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT="2",
    )
    a_request(telemetry, 1)
    assert telemetry.flush(10)
    assert receiver.headers[0]["authorization"] == "Bearer abc"
    assert receiver.headers[0]["content-encoding"] == "gzip"
    rule = next(span for span in receiver.spans if span.name.startswith("evaluate_rule "))
    assert len(rule.attributes) == 2
    assert rule.dropped_attributes_count == len(a_rule().attributes) - 2
    run = next(span for span in receiver.spans if span.name.startswith("evaluate_ruleset"))
    assert all(len(str(value)) <= 4 for value in named(run.attributes).values())


def test_an_unsampled_request_sends_no_span_and_still_counts(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_TRACES_SAMPLER="always_off")
    a_request(telemetry)
    telemetry.shutdown(5)
    assert receiver.spans == []
    points = receiver.metric("attendu.rule.evaluations").sum.data_points
    assert {named(point.attributes)["attendu.rule.id"]: point.as_int for point in points} == {"documents.a": 1, "documents.b": 1}


def test_metrics_arrive_with_their_units(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_TRACES_EXPORTER="none")
    telemetry.metrics.watch_record_queue(lambda: 7)
    telemetry.metrics.graphql_fallbacks.add(2, {"error.type": "fragment"})
    a_request(telemetry)
    telemetry.shutdown(5)
    duration = receiver.metric("attendu.ruleset.evaluation.duration")
    assert (duration.unit, duration.histogram.data_points[0].count) == ("s", 1)
    assert receiver.metric("attendu.rule.evaluations").unit == "{evaluation}"
    assert receiver.metric("attendu.record.queue.size").sum.data_points[0].as_int == 7
    assert receiver.metric("attendu.graphql.fallbacks").sum.data_points[0].as_int == 2


def test_lost_spans_are_a_metric(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=nobody(), OTEL_EXPORTER_OTLP_TRACES_TIMEOUT="0.2")
    telemetry.submit(a_run(200))
    assert telemetry.flush(10)
    telemetry.shutdown(5)
    (point,) = receiver.metric("attendu.telemetry.spans.dropped").sum.data_points
    assert (point.as_int, named(point.attributes)) == (200, {"error.type": "export_failed"})


def test_any_other_exporter_gets_the_same_spans() -> None:
    exporter, reader = InMemorySpanExporter(), InMemoryMetricReader()
    telemetry = set_up(span_exporters=[exporter], readers=[reader])
    a_request(telemetry)
    assert telemetry.flush(10)
    spans = {span.name: span for span in exporter.get_finished_spans()}
    assert set(spans) == {"POST /graphql", "query", "evaluate_ruleset household", *(a_rule(number).name for number in range(3))}
    run, rule = spans["evaluate_ruleset household"], spans[a_rule(1).name]
    assert rule.parent == run.context
    assert (rule.attributes, rule.instrumentation_scope) == (a_rule(1).attributes, run.instrumentation_scope)
    data = reader.get_metrics_data()
    assert data is not None
    assert "attendu.rule.evaluations" in data.to_json()
    telemetry.shutdown(5)


def test_several_exporters_each_get_every_span(receiver: OtlpReceiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", f"{receiver.endpoint}/v1/traces")
    exporter = InMemorySpanExporter()
    telemetry = set_up(span_exporters=[exporter])
    a_request(telemetry)
    telemetry.shutdown(10)
    assert sorted(span.name for span in receiver.spans) == sorted(span.name for span in exporter.get_finished_spans())


def test_exporters_are_found_by_the_names_of_the_standard() -> None:
    assert exporter_names("traces", {"OTEL_TRACES_EXPORTER": "otlp, console"}) == ("otlp_proto_http", "console")
    assert exporter_names("metrics", {"OTEL_METRICS_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"}) == ("otlp_proto_grpc",)
    assert isinstance(span_exporter("console"), ConsoleSpanExporter)
    (reader,) = metric_readers(["console"])
    reader.shutdown()


@pytest.mark.parametrize("variables", [{"OTEL_TRACES_EXPORTER": "jaeger"}, {"OTEL_EXPORTER_OTLP_PROTOCOL": "http/json"}])
def test_an_exporter_that_is_not_there_is_a_warning_with_the_remedy(
    telemetry_at: Start, variables: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    telemetry = telemetry_at("http://127.0.0.1:1", **({"OTEL_METRICS_EXPORTER": "none"} | variables))
    assert telemetry is OFF
    assert "install its package, or name one of" in caplog.text


def test_shutdown_ends_in_time_when_nobody_listens(telemetry_at: Start) -> None:
    telemetry = telemetry_at(nobody())
    a_request(telemetry)
    telemetry.shutdown(0.1)
    assert telemetry.losses.counts() == {"shutdown": 6}


def test_a_process_that_ends_without_shutdown_is_not_held_up() -> None:
    program = "from tracing.telemetry import set_up\nfrom tests.tracing.builders import a_run\nset_up().submit(a_run())"
    variables = {**os.environ, "OTEL_EXPORTER_OTLP_ENDPOINT": nobody()}
    done = subprocess.run([sys.executable, "-c", program], env=variables, timeout=20, check=False)
    assert done.returncode == 0


def test_an_error_carries_its_type_and_never_its_text() -> None:
    exporter = InMemorySpanExporter()
    telemetry = set_up(span_exporters=[exporter])
    with pytest.raises(LookupError), ruleset_run(telemetry.tracer, "household", "3f2a9c1d", "full"):
        raise LookupError("Jeanne Martin")
    with graphql_operation(telemetry.tracer, "mutation") as span:
        mark_failed(span, "RECORD_UNAVAILABLE")
    telemetry.shutdown(5)
    failed = exporter.get_finished_spans()
    assert [span.attributes["error.type"] for span in failed if span.attributes] == ["LookupError", "RECORD_UNAVAILABLE"]
    assert all(span.status.status_code is StatusCode.ERROR and span.status.description is None for span in failed)
    assert not any("Jeanne" in span.to_json() or span.events for span in failed)


def test_a_rule_that_breaks_is_in_error_and_one_that_says_no_is_not(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint)
    rules = [a_rule(1), a_rule(2, failed=True)]
    whole = a_run(rules=rules)
    telemetry.submit(RunSpans(whole.parent, 1, 2, lambda: rules, 2))
    assert telemetry.flush(10)
    assert [span.status.code for span in receiver.spans] == [0, 2]


def test_bounds_are_the_variables_of_the_batch_processor() -> None:
    asked = bounds({"OTEL_BSP_MAX_QUEUE_SIZE": "100", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": "500", "OTEL_BSP_SCHEDULE_DELAY": "0"})
    assert (asked.spans, asked.batch, asked.delay) == (100, 100, 5.0)
