"""
What 200 rule spans cost: ours against the SDK's encoder, on the same spans.

CPU time of the thread that does the work; the fastest of several rounds, as the machine is shared. Reading the rules of the decision is
not in it: it is the same for both.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanLimits
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import SpanContext, TraceFlags

from tracing.otlp import RuleSpanEncoder
from tracing.personal import PROCESS_KEY, Seen, inputs_digest
from tracing.rule_spans import RuleSpan, RunSpans, rule_span_id
from tracing.sinks import Origin, readable

LIMIT_MS = 0.5
_RULES, _RUNS, _ROUNDS = 200, 20, 10


@dataclass(frozen=True, slots=True)
class SpanCost:
    """CPU milliseconds for 200 spans, and the bytes they become."""

    ours_ms: float
    sdk_ms: float
    size: int


def measure() -> SpanCost:
    """Encode the same runs both ways, check that the bytes are equal, and print what each cost."""
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
    cost = SpanCost(_fastest(ours), _fastest(sdk), size)
    print(f"200 rule spans: {cost.ours_ms:.2f} ms CPU, {size:,} bytes; the SDK {cost.sdk_ms:.2f} ms, {cost.sdk_ms / cost.ours_ms:.0f} ×")
    return cost


def _fastest(encode: Callable[[RunSpans], bytes]) -> float:
    """Return the CPU milliseconds of one run, each run fresh from the decision as in production."""
    rounds = list[float]()
    for turn in range(_ROUNDS):
        spent = 0.0
        for number in range(_RUNS):
            run = _a_run(turn * _RUNS + number)
            began = time.thread_time()
            encode(run)
            spent += time.thread_time() - began
        rounds.append(spent / _RUNS * 1000)
    return min(rounds)


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


if __name__ == "__main__":
    measure()
