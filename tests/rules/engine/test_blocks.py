"""What a task blocks is a task, and no tasks wait for each other in a circle."""

from itertools import pairwise

import pytest

from domain.conditions import happened
from rules.engine.declare import task
from rules.engine.errors import RuleSetError
from rules.engine.rule import Task
from tests.rules.engine.estates import SOURCE, TITLE, Estate, rule_set_of


def a_task(*blocks: str) -> Task:
    return task(of=Estate, title=TITLE, source=SOURCE, closed=happened(Estate.finished_on), blocks=blocks)


def test_tasks_that_wait_for_each_other_stop_the_start_and_are_named() -> None:
    tasks = {
        "tasks.estate.a": a_task("tasks.estate.b"),
        "tasks.estate.b": a_task("tasks.estate.c"),
        "tasks.estate.c": a_task("tasks.estate.a"),
    }
    with pytest.raises(
        RuleSetError, match=r"each of these tasks blocks the next: tasks.estate.\w → tasks.estate.\w → .*; one of them must not"
    ):
        rule_set_of(tasks)


def test_the_circle_is_named_in_the_order_of_blocking() -> None:
    tasks = {
        "tasks.estate.a": a_task("tasks.estate.b"),
        "tasks.estate.b": a_task("tasks.estate.c"),
        "tasks.estate.c": a_task("tasks.estate.a"),
    }
    with pytest.raises(RuleSetError) as caught:
        rule_set_of(tasks)
    circle = str(caught.value).partition(": ")[2].partition(";")[0].split(" → ")
    assert all(blocked in tasks[name].blocks for name, blocked in pairwise(circle))


def test_a_task_that_blocks_an_unknown_task_stops_the_start() -> None:
    with pytest.raises(RuleSetError, match=r"tasks.estate.a blocks tasks.estate.lost, which no task is called; correct the id"):
        rule_set_of({"tasks.estate.a": a_task("tasks.estate.lost")})


def test_two_ways_to_one_task_are_no_circle() -> None:
    tasks = {
        "tasks.estate.a": a_task("tasks.estate.b", "tasks.estate.c"),
        "tasks.estate.b": a_task("tasks.estate.d"),
        "tasks.estate.c": a_task("tasks.estate.d"),
        "tasks.estate.d": a_task(),
    }
    (unit,) = (each for each in rule_set_of(tasks).plan.units if each.id == "tasks.estate.a")
    assert unit.task is not None
    assert unit.task.blocks == ("tasks.estate.b", "tasks.estate.c")
