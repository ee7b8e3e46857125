"""Mutants of conditions, of the delays of tasks and dates, and of the periods in which rules and figures hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.aggregates import Count, Total, Values
from domain.calendar import Period
from domain.expressions import (
    All,
    AllOf,
    AnyOf,
    AnyTrue,
    Comparison,
    Condition,
    Expression,
    Holds,
    Includes,
    Known,
    Moved,
    Named,
    Not,
    OneOf,
    Operator,
    Present,
    Reached,
    Truth,
)
from domain.today import CalendarYear
from rules.engine.figures import Figure
from rules.engine.rule import Calculation, Document, Rule, Task
from rules.engine.ruleset import Declarations
from tests.rules.mutants.mutant import Mutant, Slot

OPPOSITE = {
    Operator.EQUAL: Operator.NOT_EQUAL,
    Operator.NOT_EQUAL: Operator.EQUAL,
    Operator.LESS: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.LESS,
    Operator.MORE: Operator.AT_MOST,
    Operator.AT_MOST: Operator.MORE,
}
BOUNDARY = {
    Operator.LESS: Operator.AT_MOST,
    Operator.AT_MOST: Operator.LESS,
    Operator.MORE: Operator.AT_LEAST,
    Operator.AT_LEAST: Operator.MORE,
}
ROOTS = ("who", "when", "display", "open_while", "closed", "means", "counts_to", "expression")
BELOW = ("item", "where", "of", "left", "right")
ONE_DAY = timedelta(1)
Change = tuple[str, Slot, Any, str]


def condition_mutants(declarations: Declarations) -> Iterator[Mutant]:
    """Yield the mutants of all conditions and delays; what several rules share is changed once, in all of them."""
    shared: dict[tuple[int, str, int | None], set[str]] = defaultdict(set)
    for name, declared in declarations.items():
        for slot in slots(declared):
            shared[id(slot.owner), slot.attribute, slot.item].add(name)
    done: set[tuple[int, str, int | None]] = set()
    for name, declared in declarations.items():
        for slot in slots(declared):
            key = id(slot.owner), slot.attribute, slot.item
            if key not in done:
                done.add(key)
                yield from (Mutant(kind, name, words, frozenset(shared[key]), *rest) for kind, *rest, words in _changes(slot))
        for kind, *rest, words in (*_joined(declared), *_always(declared), *_thresholds(declared), *_in_force(declared)):
            yield Mutant(kind, name, words, frozenset({name}), *rest)


def slots(declared: object) -> Iterator[Slot]:
    """Yield where each condition and expression below a declaration stands; shared conditions are declarations of their own."""
    for name in ROOTS:
        if isinstance(getattr(declared, name, None), Condition | Expression) and not (name == "when" and isinstance(declared, Calculation)):
            yield from _below(Slot(declared, name))


def _below(slot: Slot) -> Iterator[Slot]:
    yield slot
    held = slot.value
    if isinstance(held, Named | Rule | Truth):  # of a shared condition read as a value, the condition is changed where it stands
        return
    if isinstance(held, All | AnyTrue):
        for index in range(len(held.items)):
            yield from _below(Slot(held, "items", index))
    for name in BELOW:
        if isinstance(getattr(held, name, None), Condition | Expression):
            yield from _below(Slot(held, name))


def _changes(slot: Slot) -> Iterator[Change]:
    """Yield what can be mistaken for what stands in *slot*."""
    yield from _changes_of_leaf(slot)
    yield from _changes_of_join(slot)


def _changes_of_leaf(slot: Slot) -> Iterator[Change]:
    match slot.value:
        case Comparison(_, operator) as leaf:
            yield "comparison", Slot(leaf, "operator"), OPPOSITE[operator], f"{said(leaf)} becomes {OPPOSITE[operator].value}"
            if operator in BOUNDARY:
                yield "boundary", Slot(leaf, "operator"), BOUNDARY[operator], f"{said(leaf)} becomes {BOUNDARY[operator].value}"
        case OneOf(_, values) | Includes(_, values) as leaf:
            yield "comparison", slot, Not(leaf), f"not {said(leaf)}"
            for index, value in enumerate(values):
                if len(values) > 1:
                    yield "comparison", Slot(leaf, "values"), (*values[:index], *values[index + 1 :]), f"{said(leaf)} without {said(value)}"
        case Reached(_, after) as leaf:
            yield "boundary", Slot(leaf, "after"), not after, f"{said(leaf)} becomes {'reached' if after else 'passed'}"
            yield "comparison", slot, Not(leaf), f"not {said(leaf)}"
        case Holds() | Present() | Known() | Named() as leaf:
            yield "comparison", slot, Not(leaf), f"not {said(leaf)}"


def _changes_of_join(slot: Slot) -> Iterator[Change]:
    match slot.value:
        case AnyOf(parts, where) as leaf:
            yield "joining", slot, AllOf(parts, where), f"{said(leaf)} becomes all_of"
        case AllOf(parts, where) as leaf:
            yield "joining", slot, AnyOf(parts, where), f"{said(leaf)} becomes any_of"
        case All(items) as tree:
            yield "joining", slot, AnyTrue(items), f"{said(tree)}: & becomes |"
        case AnyTrue(items) as tree:
            yield "joining", slot, All(items), f"{said(tree)}: | becomes &"
        case Not(item) as tree:
            yield "negation", slot, item, f"{said(tree)} without ~"
        case Moved(_, period) as moved:
            for days in (-1, 1):
                yield "delay", Slot(moved, "period"), _longer(period, days), f"{said(moved)} by {days:+} day"
        case CalendarYear(back) as year:
            for more in (-1, 1):
                yield "delay", Slot(year, "back"), back + more, f"the calendar year {more:+} back"


def _always(declared: object) -> Iterator[Change]:
    """Yield a calculation for every subject in place of one that only some have, a task at any stage in place of one."""
    match declared:
        case Calculation(when=Condition()):
            yield "joining", Slot(declared, "when"), None, "when is left out"
        case Task(open_while=Condition()):
            yield "joining", Slot(declared, "open_while"), None, "open_while is left out"


def _joined(declared: object) -> Iterator[Change]:
    """Yield ``who`` alone, and ``when`` alone, in place of both."""
    match declared:
        case Document(who=Condition() as who, when=Condition() as when):
            either = AnyTrue((who, when))
            yield "joining", Slot(declared, "when"), either, "who & when becomes who"
            yield "joining", Slot(declared, "who"), either, "who & when becomes when"


def _thresholds(declared: object) -> Iterator[Change]:
    if not isinstance(declared, Task):
        return
    for days in (-1, 1):
        if declared.shown_from is not None:
            yield "delay", Slot(declared, "shown_from"), _longer(declared.shown_from, days), f"shown_from by {days:+} day"
        for alert, period in declared.alerts.items():
            alerts = {**declared.alerts, alert: _longer(period, days)}
            yield "delay", Slot(declared, "alerts"), alerts, f"{alert.name} by {days:+} day"


def _in_force(declared: object) -> Iterator[Change]:
    for name in ("since", "until"):
        day = getattr(declared, name, None)
        if isinstance(declared, Rule) and day is not None:
            for days in (-ONE_DAY, ONE_DAY):
                yield "date", Slot(declared, name), day + days, f"{name} {day} by {days.days:+} day"


def figure_mutants(figures: Mapping[str, Figure]) -> Iterator[Mutant]:
    """Yield every period of every figure, begun a day earlier and a day later."""
    for name, figure in figures.items():
        for index, period in enumerate(figure.periods):
            for days in (-ONE_DAY, ONE_DAY):
                moved = replace(period, since=period.since + days)
                slot = Slot(figure, "periods", index)
                yield Mutant("date", name, f"{period.since} by {days.days:+} day", frozenset({name}), slot, moved)


def _longer(period: Period, days: int) -> Period:
    return Period(period.months, period.days + days)


def said(value: Any) -> str:
    """Return a condition, an expression or a value in one line."""
    match value:
        case Comparison(left, operator, right):
            return f"{said(left)} {operator.value} {said(right)}"
        case OneOf(of, values) | Includes(of, values):
            return f"{said(of)} in ({', '.join(map(said, values))})"
        case Reached(of, after):
            return f"{'passed' if after else 'reached'}({said(of)})"
        case Holds(of) | Present(of) | Known(of):
            return f"{type(value).__name__.lower()}({said(of)})"
        case AnyOf(parts, where) | AllOf(parts, where) | Count(parts, where) | Total(parts, _, where) | Values(parts, _, where):
            return f"{type(value).__name__.lower()}({parts!r}, {'' if where is None else said(where)})"
        case Moved(of, period):
            return f"{said(of)} + {period.months} months {period.days} days"
    return _join_said(value)


def _join_said(value: Any) -> str:
    match value:
        case All(items) | AnyTrue(items):
            return f"({(' & ' if isinstance(value, All) else ' | ').join(map(said, items))})"
        case Not(item):
            return f"~{said(item)}"
        case Named(title=title):
            return f"“{title.en}”"
    return str(getattr(value, "name", "") or value)
