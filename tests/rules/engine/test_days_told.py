"""Days that a run tells beside outcomes: when a task was done, what its due day waits for, since when a document is there."""

from datetime import date
from typing import Any

import pytest

from domain.calendar import months
from domain.conditions import happened, named
from domain.expressions import Condition
from domain.text import text
from rules.engine.answers.days_told import days_awaited, done_on, is_told_by_what_came_after, obtained_on
from rules.engine.answers.reading import Evaluation, Reading
from rules.engine.declare import derived, document, task
from rules.engine.rule import Requirement
from rules.engine.ruleset import RuleSet
from tests.rules.engine.estates import SOURCE, TITLE, Estate, rule_set_of

TODAY, EARLY, LATE = date(2026, 2, 12), date(2026, 1, 5), date(2026, 2, 3)
SOLD, FINISHED = happened(Estate.sold_on), happened(Estate.finished_on)
IS_DONE = named(text(fr="fini", en="done"), SOLD & FINISHED)


def read(rules: RuleSet, **facts: Any) -> tuple[Reading, Evaluation]:
    reading = Reading(rules.index, rules.run(Estate(open=True, **facts), TODAY), TODAY)
    return reading, next(each for each in reading.evaluations() if each.unit.kind.value != "calculation")


@pytest.mark.parametrize(
    ("closed", "day"),
    [
        (FINISHED, LATE),
        (SOLD & FINISHED, LATE),
        (SOLD | FINISHED, EARLY),
        (IS_DONE, LATE),
        (~(Estate.size > 3), None),
    ],
)
def test_a_task_is_done_on_the_last_day_of_all_that_must_and_the_first_of_those_of_which_one_is_enough(
    closed: Condition, day: date | None
) -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, display=Estate.open, closed=closed)
    rules = rule_set_of({"vocabulary.estate.is_done": IS_DONE, "tasks.estate.survey": survey})
    assert done_on(*read(rules, sold_on=EARLY, finished_on=LATE, size=1)) == day


@pytest.mark.parametrize(
    ("closed", "sold_on", "told"),
    [
        (SOLD | FINISHED, None, True),
        (SOLD | FINISHED, EARLY, False),
        (SOLD | FINISHED, LATE, False),
        (FINISHED, None, False),
        ((Estate.size < 3) | FINISHED, None, False),
        (SOLD | (Estate.size < 3), None, False),
    ],
)
def test_where_only_what_came_after_the_deed_has_a_day_the_deed_was_done_by_then(
    closed: Condition, sold_on: date | None, told: bool
) -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, display=Estate.open, closed=closed)
    found = read(rule_set_of({"tasks.estate.survey": survey}), sold_on=sold_on, finished_on=LATE, size=1)
    assert is_told_by_what_came_after(*found) is told


def test_a_due_day_waits_for_the_milestone_at_the_end_of_what_it_is_counted_from() -> None:
    limit = derived(Estate.sold_on + months(2), of=Estate, title=TITLE, source=SOURCE)
    survey = task(of=Estate, title=TITLE, source=SOURCE, display=Estate.open, closed=FINISHED, counts_to=limit + months(1))
    rules = rule_set_of({"calculations.estate.limit": limit, "tasks.estate.survey": survey})
    assert [(each.id, path) for each, path in days_awaited(*read(rules, sold_on=None, finished_on=None))] == [("estate.sold_on", "")]
    assert list(days_awaited(*read(rules, sold_on=EARLY, finished_on=None))) == []


@pytest.mark.parametrize(("sold_on", "day"), [(EARLY, EARLY), (TODAY, TODAY), (date(2026, 2, 13), None), (None, None)])
def test_a_document_is_there_once_its_day_has_come(sold_on: date | None, day: date | None) -> None:
    deed = document(of=Estate, title=TITLE, source=SOURCE, when=Estate.open, requirement=Requirement.TO_PROCESS, obtained=Estate.sold_on)
    assert obtained_on(*read(rule_set_of({"documents.estate.deed": deed}), sold_on=sold_on)) == day
