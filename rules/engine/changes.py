"""
When a decision must be made again though no fact changes: the next day on which something that was read turns over.

Only what was reached counts: a leaf behind the stop cannot change the outcome before a reached one does.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.calendar import Period, shift, shift_all, years
from domain.facts import UNKNOWN
from rules.engine.plan import AsOfTerm, FigureTerm, Leaf, MovedTerm, Term, Unit
from rules.engine.reading import Reading, as_day, periods
from rules.engine.run import Node
from rules.engine.trees import reached_leaves, trees

TOMORROW = timedelta(1)


def changes_on(reading: Reading) -> date | None:
    """Return the first day after ``as_of`` on which an outcome or value may differ, ``None`` where time alone changes nothing."""
    units = reading.index.by_type
    found = (day for node in reading.root.walk() for unit in units[node.type_name] for day in _days(reading, unit, node))
    return min((day for day in found if day > reading.as_of), default=None)


def _days(reading: Reading, unit: Unit, node: Node) -> Iterator[date]:
    """Yield the days on which what *unit* read turns over."""
    if unit.law_date is None:
        if unit.since is not None:
            yield date.fromisoformat(unit.since)
        if unit.until is not None:
            yield date.fromisoformat(unit.until) + TOMORROW
    leaves = [leaf for tree in trees(unit) for leaf in reached_leaves(tree, node)]
    for leaf in leaves:
        yield from _turns_of_leaf(reading, leaf, node)
    terms: list[Term] = [term for leaf in leaves for term in leaf.terms]
    for term in (*terms, *(each.term for each in unit.inputs)):
        if isinstance(term, FigureTerm) and unit.law_date is None:
            yield from (date.fromisoformat(each.since) for each in reading.index.figures[term.id].periods)
    if unit.elapsed:
        yield from _birthday(reading, unit, node)
    elif any(isinstance(each.term, AsOfTerm) for each in unit.inputs):
        yield reading.as_of + TOMORROW
    if unit.task is not None and unit.task.due is not None and node.block[unit.slot] not in (False, None):
        yield from _thresholds(reading, unit, node)


def _turns_of_leaf(reading: Reading, leaf: Leaf, node: Node) -> Iterator[date]:
    if leaf.test in {"reached", "passed"} and isinstance(leaf.terms[0], MovedTerm):
        day = as_day(reading.raw(leaf.terms[0], node))
        if isinstance(day, date) and day < date.max:
            yield day if leaf.test == "reached" else day + TOMORROW


def _birthday(reading: Reading, unit: Unit, node: Node) -> Iterator[date]:
    since, count = as_day(reading.raw(unit.inputs[0].term, node)), node.block[unit.slot]
    if isinstance(since, date) and count is not UNKNOWN:
        yield shift(since, years(int(count) + 1))


def _thresholds(reading: Reading, unit: Unit, node: Node) -> Iterator[date]:
    """Yield the days on which a task is shown, becomes more pressing, and is missed."""
    assert unit.task is not None
    assert unit.task.due is not None
    anchor = as_day(reading.raw(unit.task.due.of, node))
    if not isinstance(anchor, date):
        return
    due = shift_all(anchor, periods(unit.task.due))
    if unit.task.shown_from is not None:
        yield shift(due, -Period(*unit.task.shown_from))
    for back in (unit.task.moderate, unit.task.critical, (0, 0)):
        if back is not None and due < date.max:
            yield shift(due, -Period(*back)) + TOMORROW
