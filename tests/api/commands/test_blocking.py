"""Which open tasks are to be done before another, and in how many steps."""

from datetime import date

from api.commands.blocking import Blocking, following
from domain.conditions import happened, known
from domain.text import text
from rules.engine.answers.reading import Evaluation, Reading
from rules.engine.declare import task
from rules.engine.plan import UnitKind
from rules.engine.rule import Rule
from rules.engine.ruleset import build
from tests.rules.engine.library import CODE, Book, Reader, a_book, a_reader

TODAY = date(2026, 2, 12)


def of_book(name: str, *blocks: str) -> Rule:
    return task(
        of=Book, title=text(fr=name, en=name), display=known(Book.genre), closed=happened(Book.returned_on), blocks=blocks, source=CODE
    )


RULES = build(
    "reader",
    Reader,
    {
        "tasks.a.file_it": of_book("File"),
        "tasks.a.mend_it": of_book("Mend", "tasks.a.file_it"),
        "tasks.b.find_it": of_book("Find", "tasks.a.mend_it"),
    },
    {},
)
"""On each book, whoever finds it mends it and, once it is mended, files it."""
TWO_BOOKS = Reading(RULES.index, RULES.run(a_reader(a_book("one", returned_on=None), a_book("two", returned_on=None)), TODAY), TODAY)


def open_tasks() -> dict[str, Evaluation]:
    return {each.key: each for each in TWO_BOOKS.evaluations() if each.unit.kind is UnitKind.TASK}


def test_a_task_is_blocked_on_its_own_part_alone() -> None:
    tasks = open_tasks()
    blocking = Blocking(tasks.values())
    assert [each.key for each in blocking.of(tasks["tasks.a.file_it@one"])] == ["tasks.a.mend_it@one"]
    assert blocking.of(tasks["tasks.b.find_it@two"]) == []


def test_the_steps_before_a_task_are_counted_through_all_that_block_it() -> None:
    tasks = open_tasks()
    blocking = Blocking(tasks.values())
    assert {key: blocking.steps(each) for key, each in tasks.items() if key.endswith("@one")} == {
        "tasks.a.file_it@one": 2,
        "tasks.a.mend_it@one": 1,
        "tasks.b.find_it@one": 0,
    }


def test_what_follows_a_task_is_all_that_waits_for_it_on_its_part_in_any_number_of_steps() -> None:
    tasks = open_tasks()
    found, mended, filed = (tasks[f"tasks.{each}@one"] for each in ("b.find_it", "a.mend_it", "a.file_it"))
    assert following([found], [filed, mended, tasks["tasks.a.mend_it@two"]]) == [mended, filed]
    assert following([mended], [found, filed]) == [filed]
    assert following([filed], [found, mended]) == []
