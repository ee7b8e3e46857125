"""What lists across subjects read of a decision: the days of its tasks are those on which the rules say so."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from rules.engine.decision import Decision
from rules.engine.run import Outcome
from tests.rules.engine.library import RULES, a_book, a_reader
from tracing.decision_entry import entry_of, first_days

NOON, TASK = datetime(2026, 2, 1, 12, tzinfo=UTC), "tasks.lending.return_it@first"
IDENTITY: dict[str, Any] = {"id": UUID(int=7), "number": None, "subject_id": "marie", "revision": 1, "rule_set": "a" * 64}


def decided(as_of: date) -> Decision:
    root = RULES.run(a_reader(a_book(lent_on=date(2026, 1, 10))), as_of)
    return Decision(**IDENTITY, as_of=as_of, known_at=NOON, decided_at=NOON, index=RULES.index, root=root)


def state(as_of: date) -> Any:
    return next(each.output for each in decided(as_of).evaluations if each.key == TASK)


def test_the_first_days_of_a_task_are_those_on_which_the_rules_turn() -> None:
    decision = decided(date(2026, 3, 1))
    first = first_days(decision, next(each for each in decision.evaluations if each.key == TASK))
    assert (first.shown, first.moderate, first.critical) == (date(2026, 2, 10), date(2026, 3, 22), date(2026, 4, 6))
    for day, before, after in (
        (first.shown, None, Outcome.TO_DO),
        (first.moderate, Outcome.TO_DO, Outcome.MODERATE),
        (first.critical, Outcome.MODERATE, Outcome.CRITICAL),
    ):
        assert day is not None
        assert (state(day - timedelta(1)), state(day)) == (before, after)


def test_only_a_decision_about_now_is_listed() -> None:
    decision = decided(date(2026, 3, 1))
    listed = entry_of(decision, organisation="demo", about_now=True).projection
    assert listed is not None
    assert [(each.rule, each.part, each.state, each.due_on) for each in listed.tasks] == [
        ("tasks.lending.return_it", "first", "TO_DO", date(2026, 4, 10))
    ]
    assert entry_of(decision, organisation="demo", about_now=False).projection is None
