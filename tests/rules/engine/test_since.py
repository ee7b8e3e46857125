"""Since when a condition holds, or does so no more: by days alone, or as a run found it."""

from datetime import date
from typing import Any

import pytest

from domain.calendar import days
from domain.conditions import happened, named, passed
from domain.expressions import Condition
from domain.text import text
from rules.engine.answers.reading import Reading
from rules.engine.answers.since import UNDATED, held_since
from rules.engine.declare import task
from tests.rules.engine.estates import SOURCE, TITLE, Estate, rule_set_of

TODAY, EARLY, LATE = date(2026, 2, 12), date(2026, 1, 5), date(2026, 2, 3)
SOLD, FINISHED, SMALL = happened(Estate.sold_on), happened(Estate.finished_on), Estate.size < 3
IS_DONE = named(text(fr="fini", en="done"), SOLD & FINISHED)


def since(tree: Condition, *, truth: bool = True, as_found: bool = False, **facts: Any) -> date | None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, closed=tree)
    rules = rule_set_of({"vocabulary.estate.is_done": IS_DONE, "tasks.estate.survey": survey})
    reading = Reading(rules.index, rules.run(Estate(**facts), TODAY), TODAY)
    (plan,) = [each.task for each in rules.plan.units if each.task is not None]
    return held_since(reading, plan.closed, reading.root, truth=truth, as_found=as_found)


@pytest.mark.parametrize(
    ("tree", "day"),
    [
        (SOLD, EARLY),
        (SOLD & FINISHED, LATE),
        (SOLD | FINISHED, EARLY),
        (IS_DONE, LATE),
        (SOLD & SMALL, None),
        (SMALL | FINISHED, LATE),
        (passed(Estate.sold_on), date(2026, 1, 6)),
        (happened(Estate.sold_on + days(38)), TODAY),
        (passed(Estate.sold_on + days(38)), None),
        (passed(Estate.founded_on), None),
        (~SOLD, None),
        (~~SOLD, EARLY),
    ],
)
def test_days_that_have_come_make_it_true_where_nothing_else_is_needed(tree: Condition, day: date | None) -> None:
    assert since(tree, sold_on=EARLY, finished_on=LATE, founded_on=date.max, size=1) == day


@pytest.mark.parametrize(
    ("tree", "day"),
    [(~SOLD, EARLY), (~SOLD & SMALL, EARLY), (~SOLD | ~FINISHED, LATE), (~SOLD | SMALL, None), (~IS_DONE, LATE), (SOLD, None)],
)
def test_days_that_have_come_make_it_false_where_the_rest_cannot_make_it_true(tree: Condition, day: date | None) -> None:
    assert since(tree, truth=False, sold_on=EARLY, finished_on=LATE, size=1) == day


@pytest.mark.parametrize(
    ("tree", "day"),
    [
        (FINISHED | SOLD, LATE),
        (SMALL | FINISHED, UNDATED),
        (SMALL & FINISHED, LATE),
        (~(Estate.size > 3), UNDATED),
        (passed(Estate.sold_on), UNDATED),
        (Estate.size > 3, None),
    ],
)
def test_a_run_that_found_it_so_looked_no_further_than_it_must(tree: Condition, day: date | None) -> None:
    assert since(tree, as_found=True, sold_on=EARLY, finished_on=LATE, size=1) == day
