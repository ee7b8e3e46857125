"""A decision as spans: what rules read and gave, and no value that depends on a person's facts."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain.facts import UNKNOWN
from rules.engine.decision import Decision
from tests.rules.engine.library import RULES, Reader, a_book, a_reader
from tests.tracing.builders import DECISION, a_parent
from tracing.decision_spans import run_spans
from tracing.rule_spans import RuleSpan
from tracing.spans import TraceLevel

NOON, TODAY = datetime(2026, 2, 1, 12, tzinfo=UTC), date(2026, 2, 1)


def decided(reader: Reader) -> Decision:
    identity: dict[str, Any] = {"id": DECISION, "number": 1, "subject_id": "reader-1", "revision": 1, "rule_set": "a" * 64}
    return Decision(**identity, as_of=TODAY, known_at=NOON, decided_at=NOON, index=RULES.index, root=RULES.run(reader, TODAY))


def spans(decision: Decision, level: TraceLevel = "decisive") -> dict[str, RuleSpan]:
    return {each.name.partition(" ")[2]: each for each in run_spans(decision, a_parent(), start_ns=1, end_ns=2, level=level).spans()}


def test_no_value_that_depends_on_a_personal_fact_is_told() -> None:
    told = spans(decided(a_reader()))
    assert told["calculations.fees.age"].attributes["attendu.rule.outcome"] == "applied"
    assert told["calculations.fees.age"].attributes["attendu.rule.outputs"] == "{}"
    assert {name for name in told["calculations.fees.fee"].attributes if name.startswith("attendu.rule.input.")} == {
        "attendu.rule.input.calculations.fees.value_lent",
        "attendu.rule.input.fee_rate",
    }
    personal = re.compile(r"1990-|(?<!\w)35(?!\w)")  # the birthday and the age; ids and instants hold any digits by chance
    assert not [value for each in told.values() for value in each.attributes.values() if personal.search(str(value))]


def test_a_rule_on_a_sensitive_fact_is_counted_and_has_no_span() -> None:
    decision = decided(a_reader(member=False))
    assert "documents.reading.card" in decision.applied
    assert "documents.reading.card" not in spans(decision, "full")


def test_a_figure_that_was_read_is_told_with_the_day_and_the_text_that_brought_it() -> None:
    attributes = spans(decided(a_reader()))["calculations.fees.fee"].attributes
    told = {name: value for name, value in attributes.items() if name.startswith("attendu.rule.figure.")}
    assert told == {"attendu.rule.figure.fee_rate.since": "2019-01-01", "attendu.rule.figure.fee_rate.source": "Library code, art. 1"}


def test_what_is_counted_or_added_up_is_named_by_its_list() -> None:
    known, unknown = spans(decided(a_reader())), spans(decided(a_reader(a_book(price=UNKNOWN))))
    assert known["calculations.fees.value_lent"].attributes["attendu.rule.input.reader.books"] == "150"
    assert unknown["calculations.fees.value_lent"].attributes["attendu.rule.reason"] == "unknown: reader.books"


@pytest.mark.parametrize(("level", "outcomes"), [("summary", set()), ("decisive", {"applied"}), ("full", {"applied", "not_applicable"})])
def test_the_level_says_of_which_rules_there_are_spans(level: TraceLevel, outcomes: set[str]) -> None:
    reader = a_reader(a_book(lent_on=date(2026, 1, 1), shelf=1), rank=1)
    assert {each.attributes["attendu.rule.outcome"] for each in spans(decided(reader), level).values()} == outcomes


def test_spans_of_runs_that_are_alike_differ_in_their_ids_alone() -> None:
    first, second = decided(a_reader()), replace(decided(a_reader()), id=UUID(int=2))
    one, other = spans(first), spans(second)
    assert {each.span_id for each in one.values()}.isdisjoint(each.span_id for each in other.values())
    assert [each._replace(span_id=b"") for each in one.values()] == [each._replace(span_id=b"") for each in other.values()]
