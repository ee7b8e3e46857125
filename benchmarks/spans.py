"""
What 200 rule spans cost: ours against the SDK's encoder, on the same spans.

CPU time of the thread that does the work; the fastest of many runs, as the machine is shared. Reading the rules of the decision is
not in it: it is the same for both.
"""

import time
from collections.abc import Callable
from uuid import UUID

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, TraceFlags

from benchmarks.budget import Budget
from tracing.otlp import RuleSpanEncoder
from tracing.personal import PROCESS_KEY, Seen, inputs_digest
from tracing.rule_spans import RuleSpan, RunSpans, rule_span_id
from tracing.sinks import Origin, readable

LIMIT_MS = 0.5
_RULES, _RUNS = 200, 200


def measure() -> list[Budget]:
    """Encode the same runs both ways, and check that the bytes are equal."""
    resource = Resource.create({"service.name": "attendu"})
    origin = Origin(resource, InstrumentationScope("attendu", "0.1.0"), SpanLimits())
    encoder = RuleSpanEncoder(origin.resource, origin.scope, origin.limits)

    def ours(run: RunSpans) -> bytes:
        return encoder.request([encoder.spans(run, run.spans())])

    def sdk(run: RunSpans) -> bytes:
        request: bytes = encode_spans(readable(run, run.spans(), origin)).SerializeToString()
        return request

    size = len(ours(_a_run(0)))
    if ours(_a_run(1)) != sdk(_a_run(1)):
        raise AssertionError("the two encoders disagree: tests/tracing/test_otlp.py says where")
    spent, sdk_spent = _fastest(ours), _fastest(sdk)
    return [Budget("spans_ms", spent, LIMIT_MS, f"200 spans, {size:,} bytes; the SDK {sdk_spent:.2f} ms, {sdk_spent / spent:.0f} ×")]


def _fastest(encode: Callable[[RunSpans], bytes]) -> float:
    """Return the CPU milliseconds of the fastest of many runs, each fresh from the decision as in production."""
    fastest = float("inf")
    for number in range(_RUNS):
        run = _a_run(number)
        began = time.thread_time()
        encode(run)
        fastest = min(fastest, time.thread_time() - began)
    return fastest * 1000


def _a_run(number: int) -> RunSpans:
    decision = UUID(int=number + 1)
    rules = [_a_rule(decision, number, rule) for rule in range(_RULES)]
    parent = SpanContext(number + 1, number + 1, is_remote=False, trace_flags=TraceFlags(TraceFlags.SAMPLED))
    return RunSpans(parent, 1_790_000_000_000_000_000 + number, 1_790_000_000_000_300_000 + number, lambda: rules, _RULES)


def _a_rule(decision: UUID, run: int, number: int) -> RuleSpan:
    """Return a rule with eight attributes, of which the digest and one value differ from run to run."""
    rule = f"documents.family_{number % 20}.rule_{number}"
    attributes = {
        "attendu.rule.id": rule,
        "attendu.rule.version": "3f2a9c1d",
        "attendu.rule.outcome": ("applied", "not_applicable", "undetermined")[(number + run) % 3],
        "attendu.rule.reason": "unknown: operation.works_start",
        "attendu.rule.outputs": f'{{"rule_{number}":"{run}.50"}}',
        "attendu.rule.inputs_digest": inputs_digest(PROCESS_KEY, [Seen(rule, run, personal=True)]),
        "attendu.rule.input.operation.dwellings": (number + run) % 40,
        "attendu.rule.input.operation.sold": number % 2 == 0,
    }
    return RuleSpan(f"evaluate_rule {rule}", rule_span_id(decision, rule), attributes)
