"""A record expands to exactly the trace that was answered."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.facts import UNKNOWN
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.plan import Plan
from rules.engine.providers import Answer
from tests.rules.engine.library import RULES, Genre, Reader, a_book, a_reader
from tracing.audit import record

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
ANSWER = Answer("shelves", "the library's plan", "book.shelf", "first", {"genre": "ATLAS"}, UNKNOWN, "PROVIDER_FAILED", NOW, cached=False)


def decided(reader: Reader, as_of: date = date(2026, 2, 1), answers: tuple[Answer, ...] = ()) -> Decision:
    return Decision(
        id=UUID(int=7),
        number=1,
        subject_id="marie",
        revision=1,
        as_of=as_of,
        known_at=NOW,
        decided_at=NOW,
        rule_set="",
        index=RULES.index,
        root=RULES.run(reader, as_of),
        answers=answers,
    )


def stored_and_read(decision: Decision) -> Decision:
    """Return the decision as a later program reads it: from the record and the plan as data, with no code of the rules."""
    index = PlanIndex(Plan.decode(RULES.plan.encode()))
    root, answers = record.decode(record.encode(decision), index)
    return replace(decision, index=index, root=root, answers=answers)


def trace(decision: Decision) -> list[Any]:
    explanation, reading = decision.explanation, decision.reading
    return [
        (
            each.key,
            each.outcome,
            each.output,
            explanation.reasons(each),
            explanation.missing(each),
            reading.inputs(each),
            reading.due(each.unit, each.node),
        )
        for each in decision.evaluations
    ]


def perhaps(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, st.just(UNKNOWN))


DAYS = st.dates(date(2015, 1, 1), date(2032, 1, 1))
BOOKS = st.builds(
    a_book,
    st.just("first"),
    genre=perhaps(st.sampled_from(Genre)),
    price=perhaps(st.decimals("-1000", "1000", places=2)),
    lent_on=perhaps(DAYS),
    returned_on=perhaps(st.one_of(st.none(), DAYS)),
    shelf=perhaps(st.one_of(st.none(), st.integers(-9, 9))),
)


READERS = st.builds(
    a_reader,
    BOOKS,
    books_complete=perhaps(st.booleans()),
    born_on=perhaps(DAYS),
    deposit=perhaps(st.one_of(st.none(), st.decimals("0", "10"))),
    member=perhaps(st.booleans()),
)


@settings(max_examples=500, deadline=None)
@given(READERS, DAYS)
def test_a_record_expands_to_exactly_the_trace_that_was_answered(reader: Reader, as_of: date) -> None:
    decision = decided(reader, as_of, (ANSWER,))
    read = stored_and_read(decision)
    assert trace(read) == trace(decision)
    assert read.missing == decision.missing
    assert read.changes_on == decision.changes_on
    assert read.answers == decision.answers


def test_what_a_rule_raised_is_kept_in_the_record() -> None:
    read = stored_and_read(decided(a_reader(born_on=date(2020, 1, 1))))
    assert read.root.failures[0][1:] == ("ValueError", "a reader of 6 cannot be charged")


def test_a_later_format_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    body = record.encode(decided(a_reader(a_book(price=Decimal(1)))))
    monkeypatch.setattr(record, "FORMAT", 0)
    with pytest.raises(ValueError, match="read it with the version that wrote it"):
        record.decode(body, RULES.index)
