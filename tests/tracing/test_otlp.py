"""Rule spans written from prepared bytes are those that the SDK would have sent."""

from collections.abc import Iterator, Sequence
from enum import IntEnum, StrEnum

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.id_generator import IdGenerator
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import NonRecordingSpan, SpanContext, StatusCode, TraceState, set_span_in_context

from tests.tracing.builders import SAMPLED, a_parent, a_rule, a_run
from tracing.otlp import RuleSpanEncoder
from tracing.rule_spans import RuleSpan, RunSpans
from tracing.sinks import Origin, readable

PLAIN = Origin(Resource({"service.name": "attendu"}), InstrumentationScope("attendu", "1.0"), SpanLimits())


class GivenIds(IdGenerator):
    def __init__(self, rules: Sequence[RuleSpan]) -> None:
        self._ids: Iterator[int] = (int.from_bytes(rule.span_id, "big") for rule in rules)

    def generate_span_id(self) -> int:
        return next(self._ids)

    def generate_trace_id(self) -> int:
        raise AssertionError("every rule has a parent")


def by_the_sdk(run: RunSpans, origin: Origin) -> ExportTraceServiceRequest:
    """Send the rules of a run as a program without our encoder would: one span after another, through a tracer."""
    rules, exporter = run.spans(), InMemorySpanExporter()
    provider = TracerProvider(ALWAYS_ON, origin.resource, False, id_generator=GivenIds(rules), span_limits=origin.limits)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    scope = origin.scope
    tracer = provider.get_tracer(scope.name, scope.version, scope.schema_url, scope.attributes)
    for rule in rules:
        under = set_span_in_context(NonRecordingSpan(run.parent))
        span = tracer.start_span(rule.name, under, attributes=rule.attributes, start_time=run.start_ns)
        if rule.failed:
            span.set_status(StatusCode.ERROR)
        span.end(run.end_ns)
    return encode_spans(exporter.get_finished_spans())


def by_us(run: RunSpans, origin: Origin) -> bytes:
    encoder = RuleSpanEncoder(origin.resource, origin.scope, origin.limits)
    return encoder.request([encoder.spans(run, run.spans())])


def assert_same(run: RunSpans, origin: Origin = PLAIN) -> None:
    theirs, ours = by_the_sdk(run, origin), by_us(run, origin)
    assert ExportTraceServiceRequest.FromString(ours) == theirs
    assert ours == theirs.SerializeToString()
    assert encode_spans(readable(run, run.spans(), origin)) == theirs


values = st.one_of(st.text(), st.integers(), st.integers(-(2**63), 2**63 - 1), st.booleans(), st.floats(), st.just("x" * 20_000))
keys = st.one_of(st.sampled_from(["attendu.rule.outcome", "attendu.rule.inputs_digest"]), st.text(max_size=5))
rules = st.lists(
    st.builds(
        RuleSpan,
        name=st.text(max_size=40),
        span_id=st.binary(min_size=8, max_size=8),
        attributes=st.dictionaries(keys, values, max_size=6),
        failed=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
states = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True), st.from_regex(r"[!-+\--<>-~]{1,10}", fullmatch=True), max_size=4
)
parents = st.builds(
    lambda trace, span, remote, state: SpanContext(trace, span, remote, SAMPLED, TraceState(list(state.items()))),
    st.integers(1, 2**128 - 1),
    st.integers(1, 2**64 - 1),
    st.booleans(),
    states,
)
instants = st.integers(1, 2**63)
limits = st.builds(
    lambda most, longest: SpanLimits(max_span_attributes=most, max_span_attribute_length=longest),
    st.sampled_from([SpanLimits.UNSET, 0, 1, 3, 128]),
    st.sampled_from([SpanLimits.UNSET, 0, 1, 10]),
)
origins = st.builds(
    Origin,
    st.builds(Resource, st.dictionaries(st.text(min_size=1, max_size=5), values, max_size=3), st.sampled_from([None, "https://x/1"])),
    st.builds(
        InstrumentationScope,
        st.text(min_size=1, max_size=5),
        st.sampled_from(["", "1.0"]),
        st.sampled_from([None, "https://y/1"]),
        st.sampled_from([None, {"part": "rules"}]),
    ),
    limits,
)


@given(parents, instants, instants, rules, origins)
def test_the_bytes_of_any_run_are_those_of_the_sdk(parent: SpanContext, start: int, end: int, told: list[RuleSpan], origin: Origin) -> None:
    assert_same(RunSpans(parent, start, end, lambda: told, len(told)), origin)


@given(st.dictionaries(st.sampled_from("abc"), st.sampled_from([1, 1.0, True, 0, 0.0, -0.0, False, "1", -1]), max_size=3))
@example({"a": 0.0, "b": -0.0})
def test_values_that_are_equal_in_python_stay_apart(attributes: dict[str, bool | int | float | str]) -> None:
    encoder = RuleSpanEncoder(PLAIN.resource, PLAIN.scope, PLAIN.limits)
    twice = [[RuleSpan("first", b"12345678", {key: kind(1) for key in "abc"})] for kind in (int, float, bool)]
    for told in (*twice, [RuleSpan("then", b"12345678", attributes)]):
        run = a_run(rules=told)
        assert ExportTraceServiceRequest.FromString(encoder.request([encoder.spans(run, told)])) == by_the_sdk(run, PLAIN)


class Zone(StrEnum):
    B1 = "B1"


class Stars(IntEnum):
    TWO = 2


@pytest.mark.parametrize("value", ["\ud800", 2**63, -(2**63) - 1, Zone.B1, Stars.TWO, float("nan"), "", 0])
def test_odd_values_are_sent_or_left_out_as_by_the_sdk(value: str | float) -> None:
    assert_same(a_run(rules=[RuleSpan("rule", b"12345678", {"before": "x", "odd": value, "after": 1})]))


def test_a_run_of_200_rules_is_the_same_whatever_was_encoded_before() -> None:
    encoder = RuleSpanEncoder(PLAIN.resource, PLAIN.scope, PLAIN.limits)
    for start in (0, 100, 0):
        run = a_run(rules=[a_rule(number, failed=number % 7 == 0) for number in range(start, start + 200)])
        assert encoder.request([encoder.spans(run, run.spans())]) == by_the_sdk(run, PLAIN).SerializeToString()


def test_what_the_encoder_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracing.otlp._KEPT", 50)
    monkeypatch.setattr("tracing.otlp._KEPT_VALUES", 20)
    encoder = RuleSpanEncoder(PLAIN.resource, PLAIN.scope, PLAIN.limits)
    for number in range(500):
        run = a_run(rules=[RuleSpan(f"rule {number}", b"12345678", {"text": f"{number}", f"text {number}": "x", "number": number})])
        assert encoder.request([encoder.spans(run, run.spans())]) == by_the_sdk(run, PLAIN).SerializeToString()
    kept = encoder._attributes
    assert len([key for key, _value in kept if key == "text"]) == 20
    assert (len(kept), len(encoder._names), len(kept._others[int])) == (50, 50, 50)


def test_two_requests_one_after_the_other_are_one_that_holds_both() -> None:
    runs = [a_run(2), a_run(3, parent=a_parent())]
    joined = ExportTraceServiceRequest.FromString(by_us(runs[0], PLAIN) + by_us(runs[1], PLAIN))
    assert [len(by.scope_spans[0].spans) for by in joined.resource_spans] == [2, 3]
