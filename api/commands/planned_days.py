"""Which tasks are about a planned day itself: those due on it that hold it against another day, and so ask for a decision now."""

from collections.abc import Iterator

from rules.engine.index import PlanIndex, ids_read
from rules.engine.language.orders import OPPOSITES
from rules.engine.plan import Unit, UnitKind
from rules.engine.terms import FactTerm, Term
from rules.engine.trees import leaves_of, trees


def planned_day(index: PlanIndex, unit: Unit) -> Term | None:
    """Return the planned day that a task may call into question: its due day, where it or a condition it names compares that day."""
    due = None if unit.task is None or unit.task.due is None or unit.task.due.periods else unit.task.due.of
    return due if isinstance(due, FactTerm) and due.id in set(_compared(index, unit)) else None


def _compared(index: PlanIndex, unit: Unit) -> Iterator[str]:
    """Yield the facts that a rule, or a condition below it, holds against something."""
    for tree in trees(unit):
        yield from (leaf.terms[0].id for leaf in leaves_of(tree) if leaf.test in OPPOSITES and isinstance(leaf.terms[0], FactTerm))
    read = (index.units[each] for each in ids_read(unit) if each in index.units)
    for each in (each for each in read if each.kind is UnitKind.CONDITION):
        yield from _compared(index, each)
