"""Days that a run tells beside outcomes: when a task was done, what its due day waits for, since when a document is there."""

from collections.abc import Iterator
from datetime import date

from rules.engine.grounds import inputs_of
from rules.engine.plan import And, FactPlan, FactTerm, Leaf, MovedTerm, Or, Term, Tree, UnitTerm
from rules.engine.reading import Evaluation, Reading, above, as_day
from rules.engine.run import Node
from rules.engine.trees import truth_of


def done_on(reading: Reading, evaluation: Evaluation) -> date | None:
    """Return the day on which a closed task was done, ``None`` where what closed it has no day."""
    task = evaluation.unit.task
    return None if task is None else _held_since(reading, task.closed, evaluation.node)


def is_told_by_what_came_after(reading: Reading, evaluation: Evaluation) -> bool:
    """
    Tell whether a task was done on the day that is told, or before it.

    Of what closes a task, ``asked | decided``, the first is the deed. Where only what came after it has a day, the deed has none.
    """
    task = evaluation.unit.task
    if task is None or not isinstance(task.closed, Or):
        return False
    deed = next(iter(_days(reading, task.closed.items[:1], evaluation.node)), None)
    return done_on(reading, evaluation) not in {None, deed}


def obtained_on(reading: Reading, evaluation: Evaluation) -> date | None:
    """Return the day since which a document is there, ``None`` where no fact says so, or none does so yet."""
    document = evaluation.unit.document
    day = None if document is None or document.obtained is None else as_day(reading.raw(document.obtained, evaluation.node))
    return day if isinstance(day, date) and day <= reading.as_of else None


def _held_since(reading: Reading, tree: Tree, node: Node) -> date | None:
    """Return the day since which *tree* holds: the last of all that must, the first of those of which one is enough."""
    match tree:
        case Leaf(test="condition", terms=(UnitTerm() as term,)):
            condition = reading.index.units[term.id].condition
            return None if condition is None else _held_since(reading, condition, above(node, term.level))
        case Leaf(test="reached", slot=slot, terms=terms) if node.block[slot] is True:
            day = as_day(reading.raw(terms[0], node))
            return day if isinstance(day, date) else None
        case And(items):
            return max(_days(reading, items, node), default=None)
        case Or(items):
            return min(_days(reading, items, node), default=None)
    return None


def _days(reading: Reading, items: tuple[Tree, ...], node: Node) -> list[date]:
    found = (_held_since(reading, each, node) for each in items if truth_of(each, node) is True)
    return [each for each in found if each is not None]


def days_awaited(reading: Reading, evaluation: Evaluation) -> Iterator[tuple[FactPlan, str]]:
    """Yield the days, each with its part, that have none yet and that a task's due day is counted from."""
    task = evaluation.unit.task
    if task is not None and task.due is not None:
        yield from absent_days(reading, task.due.of, evaluation.node)


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
