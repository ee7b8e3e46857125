"""
When a decision must be made again though no fact changes: the next day on which something that was read turns over.

Only what was reached counts: a leaf behind the stop cannot change the outcome before a reached one does.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from domain.calendar import Period, shift, years
from domain.facts import UNKNOWN
from rules.engine.answers.reading import Reading
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit
from rules.engine.run import Node, Outcome, as_day
from rules.engine.terms import AsOfTerm, FigureTerm, Leaf, MovedTerm
from rules.engine.trees import leaves_of, trees

TOMORROW = timedelta(1)
OPEN = frozenset({Outcome.NOT_YET, Outcome.TO_DO, Outcome.MODERATE, Outcome.CRITICAL})
"""States of a task that its thresholds may still change: what is done stays done, what is unknown waits for facts."""


class Turning(NamedTuple):
    """What of a unit can turn over by time alone: days known beforehand, its leaves on days and figures, and whether more can."""

    unit: Unit
    days: tuple[date, ...]
    leaves: tuple[Leaf, ...]
    figures: tuple[tuple[int, tuple[date, ...]], ...]
    more: bool


def changes_on(reading: Reading) -> date | None:
    """Return the first day after ``as_of`` on which an outcome or value may differ, ``None`` where time alone changes nothing."""
    if reading.as_of.year == date.max.year:  # the calendar ends before the next one
        return None
    turning, days = reading.index.derived("turning", turning_by_type), reading.index.derived("days known", _days_known)
    found: list[date] = []
    for node in reading.root.walk():
        known = days[node.type_name]
        found += known[bisect_right(known, reading.as_of) :][:1]
        found += [day for each in turning[node.type_name] for day in _days(reading, each, node) if day > reading.as_of]
    return min(found, default=None)


def turning_on(reading: Reading, day: date) -> Iterator[tuple[Unit, Node]]:
    """Yield each unit, on its part, of which something that was read turns over on *day*."""
    turning = reading.index.derived("turning", turning_by_type)
    for node in reading.root.walk():
        later = {each.unit.id for each in turning[node.type_name] if day in _days(reading, each, node)}
        for unit in reading.index.by_type[node.type_name]:
            if unit.id in later or day in _turning(reading.index, unit).days:
                yield unit, node


def figures_since(reading: Reading, day: date) -> list[tuple[str, date]]:
    """Return the figures that were read and have had another value since some day after *day*, each with the last such day."""
    index = reading.index
    moved = {
        name: max(each for each in days if each <= reading.as_of)
        for name, days in index.figure_days.items()
        if _moved(days, day, reading.as_of)
    }
    return [
        (name, since)
        for name, since in moved.items()
        if any(
            index.units[reader].law_date is None and _read(index, reader, name, node)
            for node in reading.root.walk()
            for reader in index.readers.get(name, ())
            if index.units[reader].type == node.type_name
        )
    ]


def _moved(days: Iterable[date], before: date, until: date) -> bool:
    return any(before < each <= until for each in days)


def _read(index: PlanIndex, unit: str, figure: str, node: Node) -> bool:
    """Tell whether a unit read a figure: a calculation's parameters are always read, the operands of leaves where those were reached."""
    return any(
        isinstance(each.term, FigureTerm) and each.term.id == figure and (each.slot is None or node.block[each.slot] is not None)
        for each in index.operands[unit]
    )


def _days_known(index: PlanIndex) -> dict[str, list[date]]:
    """Return the days known beforehand on which something of each type turns over, the earliest first."""
    return {name: sorted({day for unit in units for day in _turning(index, unit).days}) for name, units in index.by_type.items()}


def turning_by_type(index: PlanIndex) -> dict[str, tuple[Turning, ...]]:
    """Return what else can turn over of each type's units; most units cannot, and are left out."""
    every = {name: (_turning(index, unit) for unit in units) for name, units in index.by_type.items()}
    return {name: tuple(each for each in found if each.leaves or each.figures or each.more) for name, found in every.items()}


def _turning(index: PlanIndex, unit: Unit) -> Turning:
    leaves = [leaf for tree in trees(unit) for leaf in leaves_of(tree)]
    days: list[date] = []
    if unit.law_date is None:
        days += [date.fromisoformat(unit.since)] if unit.since else []
        days += [date.fromisoformat(unit.until) + TOMORROW] if unit.until else []
        days += [day for each in unit.inputs if isinstance(each.term, FigureTerm) for day in index.figure_days[each.term.id]]
    figures = [(leaf.slot, tuple(index.figure_days[term.id])) for leaf in leaves for term in leaf.terms if isinstance(term, FigureTerm)]
    more = (
        unit.elapsed
        or any(isinstance(each.term, AsOfTerm) for each in unit.inputs)
        or (unit.task is not None and unit.task.due is not None)
    )
    return Turning(unit, tuple(days), tuple(leaf for leaf in leaves if leaf.test in {"reached", "passed"}), tuple(figures), more)


def _days(reading: Reading, turning: Turning, node: Node) -> Iterator[date]:
    """Yield the days, not known beforehand, on which what a unit read turns over."""
    for leaf in turning.leaves:
        if node.block[leaf.slot] is not None and isinstance(leaf.terms[0], MovedTerm):
            day = as_day(reading.raw(leaf.terms[0], node))
            if isinstance(day, date) and day < date.max:
                yield day if leaf.test == "reached" else day + TOMORROW
    for slot, days in turning.figures:
        if node.block[slot] is not None:
            yield from days
    if turning.more:
        yield from _more(reading, turning.unit, node)


def _more(reading: Reading, unit: Unit, node: Node) -> Iterator[date]:
    """Yield the next birthday of an age, the next year, tomorrow for what reads the day itself, the thresholds of a task."""
    if unit.elapsed:
        since, count = as_day(reading.raw(unit.inputs[0].term, node)), node.block[unit.slot]
        if isinstance(since, date):
            yield since if count is UNKNOWN else shift(since, years(int(count) + 1))
    elif unit.turns.startswith("year"):
        yield date(reading.as_of.year + 1, 1, 1)
    elif unit.turns == "within":
        since, until = (as_day(reading.raw(each.term, node)) for each in unit.inputs[:2])
        kept_away = isinstance(since, date) and since <= reading.as_of and node.block[unit.slot] is UNKNOWN
        if isinstance(since, date) and isinstance(until, date) and max(reading.as_of, since) < until and not kept_away:
            yield max(reading.as_of, since) + TOMORROW
    elif unit.task is None:
        if node.block[unit.slot] is not UNKNOWN or any(slot == unit.slot for slot, *_ in node.failures):
            yield reading.as_of + TOMORROW
    elif unit.task.due is not None and node.block[unit.slot] in OPEN:
        yield from _thresholds(reading, unit, node)


def _thresholds(reading: Reading, unit: Unit, node: Node) -> Iterator[date]:
    """Yield the days on which a task is shown, becomes more pressing, and is missed."""
    assert unit.task is not None
    due = reading.due(unit, node)
    if due is None:
        return
    if unit.task.shown_from is not None:
        yield shift(due, -Period(*unit.task.shown_from))
    for back in (unit.task.moderate, unit.task.critical, (0, 0)):
        if back is not None and due < date.max:
            yield shift(due, -Period(*back)) + TOMORROW
