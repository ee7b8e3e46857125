"""What was done stays told: no task falls silent because a later stage of its operation began."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from domain.conditions import happened
from domain.expressions import AllOf, AnyOf, Condition, Named, leaves
from rules.engine.declare import task
from rules.engine.discover import discover
from rules.engine.rule import Task
from rules.engine.run import Outcome
from rules.library import FOLDERS
from rules.vocabulary.operations import is_not_complete, works_are_ahead
from tests.rules.engine.estates import SOURCE, TITLE, Estate, rule_set_of
from tests.rules.engine.test_run import TODAY, result

TASKS = {name: each for name, each in discover("rules", FOLDERS).items() if isinstance(each, Task)}


def named_in(tree: Condition) -> Iterator[Named]:
    for leaf in leaves(tree):
        match leaf:
            case Named(means=inner):
                yield leaf
                yield from named_in(inner)
            case AnyOf(where=inner) | AllOf(where=inner):
                yield from named_in(inner)


@pytest.mark.parametrize("name", TASKS)
def test_no_task_is_shown_only_before_a_stage(name: str) -> None:
    display = TASKS[name].display
    stages = set() if display is None else {works_are_ahead, is_not_complete} & set(named_in(display))
    assert not stages, f"{name}: say it with open_while, or what was done falls silent once the stage is over"


@pytest.mark.parametrize(
    ("is_open", "finished", "outcome"),
    [
        (True, None, Outcome.TO_DO),
        (True, TODAY, Outcome.CLOSED),
        (False, TODAY, Outcome.CLOSED),
        (False, TODAY + timedelta(days=1), False),
        (False, None, False),
    ],
)
def test_past_its_stage_a_task_is_told_only_where_it_was_done(is_open: bool, finished: date | None, outcome: Outcome | bool) -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, open_while=Estate.open, closed=happened(Estate.finished_on))
    rules = rule_set_of({"tasks.a.survey": survey})
    assert result(rules, "tasks.a.survey", Estate(open=is_open, finished_on=finished)) is outcome
