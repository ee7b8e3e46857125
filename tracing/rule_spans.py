"""
What a run hands to telemetry: the span it ran under, and its rules, read later and elsewhere.

A rule's span id follows from the decision's id, so a record that keeps the trace id and the run's span id points at every rule's span.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from opentelemetry.trace import SpanContext

AttributeValue = str | bool | int | float
Attributes = Mapping[str, AttributeValue]

INPUTS_DIGEST = "attendu.rule.inputs_digest"


class Told(dict[str, AttributeValue]):
    """Attributes that many spans carry and nobody changes; whoever encodes them keeps the bytes here."""

    __slots__ = ("encoded",)

    def __init__(self, attributes: Attributes) -> None:
        super().__init__(attributes)
        self.encoded: tuple[object, bytes] | None = None


class RuleSpan(NamedTuple):
    """
    One evaluated rule.

    A named tuple and no dataclass: a run makes hundreds, and a tuple is made and read twice as fast.

    Attributes:
        name: as shown by trace viewers: `evaluate_rule documents.identity.french`.
        span_id: 8 bytes, see `rule_span_id`.
        attributes: already cleared of personal data.
        failed: whether the rule itself broke; a rule that says no has not failed.
    """

    name: str
    span_id: bytes
    attributes: Attributes
    failed: bool = False


@dataclass(frozen=True, slots=True)
class RunSpans:
    """
    One run of a rule set, with the spans of its rules still unread.

    Attributes:
        parent: the context of the run's own span, `evaluate_ruleset {name}`.
        start_ns: when the run began, nanoseconds since 1970; every rule of a run carries the run's times.
        end_ns: when it ended.
        spans: reads the rules; called once, on another thread, and only if the run is sampled.
        count: how many spans that will be at most: what a full queue counts as lost.
        size: about how many bytes *spans* keeps alive until it is called; bounds the queue's memory.
    """

    parent: SpanContext
    start_ns: int
    end_ns: int
    spans: Callable[[], Sequence[RuleSpan]]
    count: int
    size: int = 16_384


def rule_span_id(decision: UUID, rule_and_part: str) -> bytes:
    """
    Return the span id of one rule of a decision: the first 8 bytes of SHA-256(decision id ‖ rule and part).

    >>> rule_span_id(UUID(int=1), "documents.identity.french persons/2").hex()
    '824e8ef91834c8f3'
    """
    return rule_span_ids(decision)(rule_and_part)


def rule_span_ids(decision: UUID) -> Callable[[str], bytes]:
    """Return what makes the span ids of one decision."""
    of, sha256 = decision.bytes, hashlib.sha256
    return lambda rule_and_part: sha256(of + rule_and_part.encode()).digest()[:8]
