"""
A decision as spans: one for each rule that applied, failed or was undetermined, read off the request path.

Values of personal facts, and of whatever depends on them, never leave; rules that touch a sensitive fact leave only in
the counts of the run's own span.
"""

from collections.abc import Callable, Sequence
from functools import partial

from opentelemetry.trace import SpanContext

from domain.facts import UNKNOWN
from rules.engine.decision import Decision
from rules.engine.reading import APPLIED, FAILED, UNDETERMINED, Evaluation
from rules.engine.run import Outcome
from tracing.personal import PROCESS_KEY, Seen, inputs_digest, safe_attributes, safe_json
from tracing.rule_spans import INPUTS_DIGEST, Attributes, AttributeValue, RuleSpan, RunSpans, Told, rule_span_ids
from tracing.spans import TraceLevel

TOLD: dict[TraceLevel, frozenset[str]] = {
    "none": frozenset(),
    "summary": frozenset(),
    "decisive": frozenset({APPLIED, FAILED, UNDETERMINED}),
    "full": frozenset({APPLIED, FAILED, UNDETERMINED, "not_applicable", "not_in_force"}),
}
MOST = 500


def run_spans(
    decision: Decision, parent: SpanContext, *, start_ns: int, end_ns: int, level: TraceLevel, key: bytes = PROCESS_KEY
) -> RunSpans:
    """Return what telemetry is handed for *decision*; its rules are read when it asks, on another thread."""
    read: Callable[[], Sequence[RuleSpan]] = partial(_spans, decision, level, key)
    return RunSpans(parent, start_ns, end_ns, read, count=min(MOST, len(decision.evaluations)))


def _spans(decision: Decision, level: TraceLevel, key: bytes) -> list[RuleSpan]:
    assert decision.id is not None
    told, sensitive = TOLD[level], decision.index.sensitive
    chosen = [each for each in decision.evaluations if each.outcome in told and each.unit.id not in sensitive][:MOST]
    span_id = rule_span_ids(decision.id)
    return [_span(decision, each, key, span_id) for each in chosen]


def _span(decision: Decision, evaluation: Evaluation, key: bytes, span_id: Callable[[str], bytes]) -> RuleSpan:
    """Return the span of one rule; all but its id is the same for evaluations that are alike."""
    alike = decision.alike(evaluation)
    told: tuple[str, str, Attributes] | None = alike.get(key)
    if told is None:
        told = alike[key] = f"evaluate_rule {evaluation.unit.id}", evaluation.key, Told(_attributes(decision, evaluation, key))
    return RuleSpan(told[0], span_id(told[1]), told[2], evaluation.outcome == FAILED)


def _attributes(decision: Decision, evaluation: Evaluation, key: bytes) -> dict[str, AttributeValue]:
    unit, personal = evaluation.unit, decision.index.personal
    inputs = decision.reading.plain_inputs(evaluation)
    seen = [Seen(name, value, personal=name in personal) for name, value in inputs.items() if value is not UNKNOWN]
    attributes: dict[str, AttributeValue] = {
        "attendu.rule.id": unit.id,
        "attendu.rule.version": unit.version,
        "attendu.rule.outcome": evaluation.outcome,
        INPUTS_DIGEST: inputs_digest(key, seen),
        **safe_attributes("attendu.rule.input.", seen),
    }
    if len(seen) < len(inputs):
        unknown = [name for name, value in inputs.items() if value is UNKNOWN]
        attributes["attendu.rule.reason"] = f"unknown: {', '.join(unknown)}"
    output = evaluation.output.name if isinstance(evaluation.output, Outcome) else evaluation.output
    if output is not None and output is not UNKNOWN:
        attributes["attendu.rule.outputs"] = safe_json([Seen(unit.id.rpartition(".")[2], output, personal=unit.id in personal)])
    return attributes
