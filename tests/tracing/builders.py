"""Runs and rules as telemetry sees them, fine but for what a test says."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from opentelemetry.trace import SpanContext, TraceFlags

from tracing.rule_spans import RuleSpan, RunSpans, rule_span_id

DECISION = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
SAMPLED = TraceFlags(TraceFlags.SAMPLED)


def a_parent(*, sampled: bool = True) -> SpanContext:
    return SpanContext(0x0AF7651916CD43DD8448EB211C80319C, 0xB7AD6B7169203331, False, SAMPLED if sampled else TraceFlags(0))


def a_rule(number: int = 0, *, failed: bool = False) -> RuleSpan:
    rule = f"documents.family_{number % 20}.rule_{number}"
    attributes = {
        "attendu.rule.id": rule,
        "attendu.rule.version": "3f2a9c1d",
        "attendu.rule.outcome": ("applied", "not_applicable", "undetermined")[number % 3],
        "attendu.rule.reason": "nationality is French",
        "attendu.rule.inputs": f'{{"operation.dwellings":{number}}}',
        "attendu.rule.inputs_digest": hashlib.sha256(rule.encode()).hexdigest()[:32],
        "attendu.rule.input.operation.dwellings": number,
        "attendu.rule.input.operation.sold": number % 2 == 0,
        "attendu.rule.figure.plus_ceilings.since": "2026-01-01",
        "attendu.rule.figure.plus_ceilings.source": "Arrêté du 19 décembre 2025",
    }
    return RuleSpan(f"evaluate_rule {rule}", rule_span_id(DECISION, rule), attributes, failed)


def a_run(count: int = 3, *, parent: SpanContext | None = None, rules: Sequence[RuleSpan] | None = None, size: int = 1_000) -> RunSpans:
    told = [a_rule(number) for number in range(count)] if rules is None else rules
    return RunSpans(parent or a_parent(), 1_790_000_000_000_000_000, 1_790_000_000_000_300_000, lambda: told, len(told), size)
