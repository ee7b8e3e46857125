"""
Kinds: the types and units of what rules read, and whether two of them can meet.

mypy sees the types inside conditions; it sees neither parameters, which are read by name, nor units.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin

from domain.aggregates import Count, Total, Values
from domain.expressions import Moved, Truth
from domain.facts import Fact
from domain.text import Choice, Text
from domain.today import CalendarYear, TodayWithin, YearsSince
from rules.engine.compilation.drafts import Draft
from rules.engine.errors import RuleSetError
from rules.engine.figures import Figure, FigureReference
from rules.engine.rule import Calculation

FIGURE_KINDS: dict[str, Any] = {"decimal": Decimal, "integer": int, "table": dict}


class Kinds:
    """
    Knows the kind of every expression.

    Args:
        figures: the dated figures by name.
    """

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self.figures = figures

    def kind(self, value: Any) -> Any:
        """Return the type of an expression's values, ``None`` not counted."""
        match value:
            case Fact(kind=kind):
                return kind
            case Calculation(expression=None, result=result):
                return without_none(result)
            case Calculation(expression=expression):
                return self.kind(expression)
            case FigureReference(name=name):
                return FIGURE_KINDS[self.figures[name].kind]
            case Moved() | TodayWithin():
                return date
            case Count() | YearsSince() | CalendarYear():
                return int
            case Truth():
                return bool
            case Total(of=of):
                return self.kind(of)
            case Values(of=of):
                kind = self.kind(of)
                return tuple[kind | None if self.optional(of) else kind, ...]  # type: ignore[misc]  # made to be compared with an annotation
        return type(value)

    def optional(self, value: Any) -> bool:
        """Tell whether an expression's value can be absent."""
        while isinstance(value, Moved) or (isinstance(value, Calculation) and value.expression is not None):
            value = value.of if isinstance(value, Moved) else value.expression
        if isinstance(value, Fact):
            return value.optional
        return isinstance(value, Calculation) and type(None) in get_args(value.result)

    def unit(self, value: Any) -> str | None:
        """Return the unit of an expression's values, where one is declared."""
        match value:
            case FigureReference(name=name):
                return self.figures[name].unit
            case Total(of=of):
                return self.unit(of)
            case Fact(unit=unit) | Calculation(unit=unit):
                return unit
        return None

    def check_input(self, name: str, found: Any, rule: Calculation[Any]) -> None:
        """Check that the parameter *name* is annotated as what it reads."""
        expected, actual, optional = rule.parameters[name], self.kind(found), self.optional(found)
        if (optional and type(None) not in get_args(expected)) or not _same(without_none(expected), actual):
            remedy = f"annotate it {kind_name(actual)}{' | None' if optional else ''}"
            raise RuleSetError(
                "wrong type", f"{rule.place}: the parameter {name} is declared {kind_name(expected)}, but reads {said(found)}; {remedy}"
            )

    def check_comparison(self, left: Any, right: Any, draft: Draft) -> None:
        """Check that both sides are of one type and, where both say it, in one unit."""
        kinds = self.kind(left), self.kind(right)
        if right is not None and not _same(*kinds) and not _same(*reversed(kinds)):
            found = f"{draft.where}: {said(left)} holds {kind_name(kinds[0])} and is compared with {kind_name(kinds[1])}"
            raise RuleSetError("wrong type", f"{found}; compare values of one type")
        units = self.unit(left), self.unit(right)
        if None not in units and units[0] != units[1]:
            found = f"{draft.where}: {said(left)} is in {units[0]} and is compared with {said(right)}, in {units[1]}"
            raise RuleSetError("wrong unit", f"{found}; convert one of them")

    def check_yes_or_no(self, of: Any, draft: Draft) -> None:
        """Check that a value that stands for a condition is a yes or a no."""
        if self.kind(of) is not bool:
            found = f"{draft.where}: {said(of)} holds {kind_name(self.kind(of))}, which is neither yes nor no"
            raise RuleSetError("wrong type", f"{found}; compare it, or say that it happened")

    def check_day(self, of: Any, place: object) -> None:
        """Check that today can be held against a value: it is a day, and never absent."""
        if self.kind(of) is not date or self.optional(of):
            raise RuleSetError("wrong type", f"{place}: today is held against {said(of)}; name a day that is never absent")

    def check_aggregate(self, aggregate: Any, draft: Draft) -> None:
        """Check that a list is made of what parts hold, and a total of numbers."""
        if not isinstance(aggregate.of, Fact | Calculation | Count | Total | Values):
            found = f"{draft.where}: {said(aggregate)} reads {said(aggregate.of)}"
            raise RuleSetError("bad expression", f"{found}; derive a calculation on the part and read that")
        if isinstance(aggregate, Total) and self.kind(aggregate.of) not in {int, Decimal}:
            found = f"{draft.where}: {said(aggregate)} adds up {kind_name(self.kind(aggregate.of))}"
            raise RuleSetError("wrong type", f"{found}; a total is of whole numbers or decimals")

    def check_element(self, of: Any, values: tuple[object, ...], draft: Draft) -> None:
        """Check that a collection can hold *values*."""
        kind = self.kind(of)
        if get_origin(kind) not in {frozenset, tuple} or any(type(value) is not get_args(kind)[0] for value in values):
            found = f"{draft.where}: {said(of)} holds {kind_name(kind)}, which includes none of the values listed"
            raise RuleSetError("wrong type", f"{found}; name values of what the collection is declared to hold")


def _same(expected: Any, actual: Any) -> bool:
    """Tell whether values of type *actual* are what *expected* says; a collection written in a rule says nothing of what it holds."""
    if actual in {dict, tuple, frozenset}:
        origin = get_origin(expected) or expected
        return isinstance(origin, type) and issubclass(actual, origin)
    return expected is Any or actual is Any or bool(expected == actual)


def without_none(kind: Any) -> Any:
    """Return a type without ``None``."""
    options = get_args(kind)
    return next(each for each in options if each is not type(None)) if type(None) in options else kind


def choices_of(kind: Any) -> dict[str, Text]:
    """Return the labels of the choices that values of *kind*, or its items, are, by their codes."""
    element = next(iter(get_args(kind)), kind)
    return {each.name: each.label for each in element} if isinstance(element, type) and issubclass(element, Choice) else {}


def kind_name(kind: Any) -> str:
    """Return a type as people write it."""
    return kind.__name__ if isinstance(kind, type) and not getattr(kind, "__args__", ()) else str(kind).replace("typing.", "")


def said(value: Any) -> str:
    """Return how a message names an expression."""
    match value:
        case Count(parts) | Total(parts) | Values(parts):
            return f"the {type(value).__name__.lower()} over {parts!r}"
        case Moved(of=of) | YearsSince(of=of):
            return f"{said(of)}, moved or counted from,"
        case FigureReference(name=name):
            return f"the figure {name}"
    return repr(value)
