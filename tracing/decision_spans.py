"""
A decision as spans: one for each rule that applied, failed or was undetermined, read off the request path.

Values of personal facts, and of whatever depends on them, never leave; rules that touch a sensitive fact leave only in
the counts of the run's own span.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias
from uuid import UUID

from opentelemetry.trace import SpanContext

from domain.facts import UNKNOWN
from rules.engine.answers.reading import APPLIED, FAILED, UNDETERMINED, Evaluation, since_when
from rules.engine.decision import Decision
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

AllButId: TypeAlias = tuple[str, str, Attributes, bool]
"""Of a span: its name, the rule and part that its id is made of, its attributes, whether the rule failed."""


def run_spans(
    decision: Decision, parent: SpanContext, *, start_ns: int, end_ns: int, level: TraceLevel, key: bytes = PROCESS_KEY
) -> RunSpans:
    """Return what telemetry is handed for *decision*; its rules are read when it asks, on another thread, unless those of its like were."""
    assert decision.id is not None
    known: list[AllButId] | None = decision.run_alike.get((level, key))
    read: Callable[[], Sequence[RuleSpan]]
    read = partial(_spans, decision, level, key) if known is None else partial(_with_ids, known, decision.id)
    return RunSpans(parent, start_ns, end_ns, read, count=min(MOST, len(decision.evaluations)))


def _spans(decision: Decision, level: TraceLevel, key: bytes) -> list[RuleSpan]:
    assert decision.id is not None
    told, sensitive = TOLD[level], decision.index.sensitive
    chosen = [each for each in decision.evaluations if each.outcome in told and each.unit.id not in sensitive][:MOST]
    all_but_ids = decision.run_alike[level, key] = [_all_but_id(decision, each, key) for each in chosen]
    return _with_ids(all_but_ids, decision.id)


def _with_ids(all_but_ids: list[AllButId], decision: UUID) -> list[RuleSpan]:
    span_id = rule_span_ids(decision)
    return [RuleSpan(name, span_id(rule_and_part), attributes, failed) for name, rule_and_part, attributes, failed in all_but_ids]


def _all_but_id(decision: Decision, evaluation: Evaluation, key: bytes) -> AllButId:
    """Return what spans of evaluations that are alike have in common."""
    alike = decision.alike(evaluation)
    told: AllButId | None = alike.get(key)
    if told is None:
        attributes = Told(_attributes(decision, evaluation, key))
        told = alike[key] = f"evaluate_rule {evaluation.unit.id}", evaluation.key, attributes, evaluation.outcome == FAILED
    return told


def _attributes(decision: Decision, evaluation: Evaluation, key: bytes) -> dict[str, AttributeValue]:
    unit, personal = evaluation.unit, decision.index.personal
    inputs = decision.reading.plain_inputs(evaluation)
    seen = [Seen(name, value, personal=name in personal) for name, value in inputs.items() if value is not UNKNOWN]
    attributes: dict[str, AttributeValue] = {
        "attendu.rule.id": unit.id,
        "attendu.rule.version": unit.version,
        "attendu.rule.outcome": evaluation.outcome,
        INPUTS_DIGEST: inputs_digest(key, seen),
        **safe_attributes("attendu.rule.input.", [each._replace(name=_shown(each.name)) for each in seen]),
    }
    for name, period in decision.reading.figures(evaluation).items():
        attributes[f"attendu.rule.figure.{name}.source"] = period.source
        if (since := since_when(period)) is not None:
            attributes[f"attendu.rule.figure.{name}.since"] = since
    if len(seen) < len(inputs):
        unknown = [_shown(name) for name, value in inputs.items() if value is UNKNOWN]
        attributes["attendu.rule.reason"] = f"unknown: {', '.join(unknown)}"
    output = evaluation.output.name if isinstance(evaluation.output, Outcome) else evaluation.output
    if output is not None and output is not UNKNOWN:
        attributes["attendu.rule.outputs"] = safe_json([Seen(unit.id.rpartition(".")[2], output, personal=unit.id in personal)])
    return attributes


def _shown(name: str) -> str:
    """Return the name of an input without the number, another in every rule set, of what is counted or added up: ``#12:reader.books``."""
    return name.rpartition(":")[2]
