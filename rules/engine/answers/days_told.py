"""Days that a run tells beside outcomes: when a task was done, what its due day waits for, which step a document belongs to."""

from collections.abc import Iterator
from datetime import date

from domain.calendar import shift_all
from rules.engine.answers.grounds import inputs_of
from rules.engine.answers.reading import Evaluation, Reading, above, periods
from rules.engine.answers.since import UNDATED, held_since
from rules.engine.plan import FactPlan
from rules.engine.run import Node
from rules.engine.terms import FactTerm, MovedTerm, Or, Term, Tree, UnitTerm


def done_on(reading: Reading, evaluation: Evaluation) -> date | None:
    """Return the day on which a closed task was done, ``None`` where what closed it has no day."""
    task = evaluation.unit.task
    return None if task is None else _found_since(reading, task.closed, evaluation)


def is_told_by_what_came_after(reading: Reading, evaluation: Evaluation) -> bool:
    """
    Tell whether a task was done on the day that is told, or before it.

    Of what closes a task, ``asked | decided``, the first is the deed. Where only what came after it has a day, the deed has none.
    """
    task = evaluation.unit.task
    if task is None or not isinstance(task.closed, Or):
        return False
    return done_on(reading, evaluation) not in {None, _found_since(reading, task.closed.items[0], evaluation)}


def _found_since(reading: Reading, tree: Tree, evaluation: Evaluation) -> date | None:
    day = held_since(reading, tree, evaluation.node, as_found=True)
    return None if day == UNDATED else day


def obtained_on(reading: Reading, evaluation: Evaluation) -> date | None:
    """Return the day of the step that a document belongs to, ``None`` where no fact tells it, or it is not done yet."""
    document = evaluation.unit.document
    day = None if document is None or document.obtained is None else reading.day(document.obtained, evaluation.node)
    return day if day is not None and day <= reading.as_of else None


def days_awaited(reading: Reading, evaluation: Evaluation) -> Iterator[tuple[FactPlan, str]]:
    """Yield the days, each with its part, that have none yet and that a task's due day is counted from."""
    task = evaluation.unit.task
    if task is not None and task.due is not None:
        yield from absent_days(reading, task.due.of, evaluation.node)


def earliest_day(reading: Reading, term: Term, node: Node) -> date | None:
    """Return a day, or the first that it may yet be: what it is counted from happens today at the earliest."""
    day = reading.day(term, node)
    if day is not None or reading.raw(term, node) is not None:
        return day
    if isinstance(term, FactTerm):
        return reading.as_of if reading.index.facts[term.id].milestone else None
    if isinstance(term, MovedTerm):
        day = earliest_day(reading, term.of, node)
        return None if day is None else shift_all(day, periods(term))
    moved = reading.index.units[term.id].moved if isinstance(term, UnitTerm) else None
    return None if moved is None or not isinstance(term, UnitTerm) else earliest_day(reading, moved, above(node, term.level))


def absent_days(reading: Reading, term: Term, node: Node) -> Iterator[tuple[FactPlan, str]]:
    """Yield the days, each with its part, that are absent and without which *term* is."""
    if isinstance(term, MovedTerm):
        yield from absent_days(reading, term.of, node)
    elif isinstance(term, FactTerm) and term.settled is None:
        where = above(node, term.level)
        if reading.raw(term, node) is None:
            yield reading.index.facts[term.id], where.path
    elif isinstance(term, FactTerm | UnitTerm) and reading.raw(term, node) is None:
        unit, where = reading.index.units[term.id], above(node, term.level)
        found = (list(absent_days(reading, each, where)) for each in inputs_of(unit))
        yield from next((each for each in found if each), [])  # what is read after it may well have no day
