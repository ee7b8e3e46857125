"""Trace context in and out, by the rules of https://www.w3.org/TR/trace-context/ and the cases of its test suite."""

import pytest
from opentelemetry.baggage import get_all, set_baggage
from opentelemetry.context import attach, detach
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags, TraceState, use_span

from tracing.propagation import caller, outgoing_headers, server_timing

TRACE, SPAN = "12345678901234567890123456789012", "1234567890123456"
VALID = f"00-{TRACE}-{SPAN}-01"


def state_of(*headers: str) -> dict[str, str]:
    context = caller([(b"traceparent", VALID.encode()), *((b"tracestate", header.encode()) for header in headers)])
    assert context is not None
    assert f"{context.trace_id:032x}" == TRACE
    return dict(context.trace_state)


@pytest.mark.parametrize(
    "header",
    [VALID, f" {VALID}", f"{VALID}\t", f"\t {VALID} \t", f"cc-{TRACE}-{SPAN}-01", f"cc-{TRACE}-{SPAN}-01-what-the-future-will-be-like"],
)
def test_a_valid_traceparent_is_continued(header: str) -> None:
    context = caller([(b"TraceParent", header.encode())])
    assert context is not None
    assert (f"{context.trace_id:032x}", f"{context.span_id:016x}", context.trace_flags.sampled) == (TRACE, SPAN, True)
    assert context.is_remote


@pytest.mark.parametrize(
    "header",
    [
        "",
        f"00-{TRACE}-{SPAN}-01.",
        f"00-{TRACE}-{SPAN}-01-more",
        f"cc-{TRACE}-{SPAN}-01.more",
        f"ff-{TRACE}-{SPAN}-01",
        f".0-{TRACE}-{SPAN}-01",
        f"000-{TRACE}-{SPAN}-01",
        f"0-{TRACE}-{SPAN}-01",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-.{TRACE[1:]}-{SPAN}-01",
        f"00-{TRACE}3-{SPAN}-01",
        f"00-{TRACE[1:]}-{SPAN}-01",
        f"00-{TRACE.replace('1', 'A')}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE}-{SPAN[1:]}.-01",
        f"00-{TRACE}-{SPAN}7-01",
        f"00-{TRACE}-{SPAN[1:]}-01",
        f"00-{TRACE}-{SPAN}-.0",
        f"00-{TRACE}-{SPAN}-001",
        f"00-{TRACE}-{SPAN}-1",
        f"{VALID},{VALID}",
        "é" * 600,
    ],
)
def test_an_invalid_traceparent_begins_a_new_trace(header: str) -> None:
    assert caller([(b"traceparent", header.encode())]) is None


@pytest.mark.parametrize("second", [VALID, VALID.replace("9", "8")])
def test_a_traceparent_sent_twice_begins_a_new_trace(second: str) -> None:
    assert caller([(b"traceparent", VALID.encode()), (b"traceparent", second.encode())]) is None


def test_other_names_are_not_the_header() -> None:
    assert caller([(b"trace-parent", VALID.encode()), (b"trace.parent", VALID.encode()), (b"tracestate", b"foo=1")]) is None


def test_the_states_of_several_headers_are_joined_in_their_order() -> None:
    assert list(state_of("foo=1,bar=2", "rojo=1,congo=2", "", "baz=3").items()) == [
        ("foo", "1"), ("bar", "2"), ("rojo", "1"), ("congo", "2"), ("baz", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        ["foo=1 \t , \t bar=2, \t baz=3"],
        [" foo=1,bar=2\t,baz=3 "],
        [f"foo=1,bar=2,baz=3,{'z' * 256}=1"],
        [f"foo=1,bar=2,baz=3,{'t' * 241}@{'v' * 14}=1"],
    ],
)
def test_a_valid_state_is_kept(headers: list[str]) -> None:
    assert {"foo": "1", "bar": "2", "baz": "3"}.items() <= state_of(*headers).items()


@pytest.mark.parametrize(
    "headers",
    [
        ["foo=1,foo=1"],
        ["foo=1", "foo=2"],
        ["foo =1"],
        ["FOO=1"],
        ["foo.bar=1"],
        ["foo@=1,bar=2"],
        ["@foo=1,bar=2"],
        ["foo@@bar=1,bar=2"],
        ["foo@bar@baz=1,bar=2"],
        [",".join(f"bar{number}=1" for number in range(33))],
        ["foo=1", f"{'z' * 257}=1"],
        ["foo=1", f"{'t' * 242}@v=1"],
        ["foo=1", f"t@{'v' * 15}=1"],
        ["foo=bar=baz"],
        ["foo=,bar=3"],
    ],
)
def test_an_invalid_state_is_dropped_whole_and_the_trace_is_kept(headers: list[str]) -> None:
    assert state_of(*headers) == {}


def test_a_called_service_gets_trace_and_state_and_no_baggage() -> None:
    context = SpanContext(int(TRACE, 16), int(SPAN, 16), False, TraceFlags(1), TraceState([("foo", "1")]))
    token = attach(set_baggage("name", "Jeanne"))
    try:
        with use_span(NonRecordingSpan(context)):
            assert get_all()
            assert outgoing_headers() == {"traceparent": VALID, "tracestate": "foo=1"}
    finally:
        detach(token)
    assert outgoing_headers() == {}
    assert server_timing(context) == f"trace;desc={VALID}"
