"""
The words in which conditions are written: ``any_of(Household.persons, is_adult) & happened(Operation.works_start)``.

What they make is declared in ``domain.expressions``.
"""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from domain.aggregates import Count, Total, Values
from domain.declared import place_of_caller, typed
from domain.expressions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Conditional,
    Expression,
    Known,
    Named,
    Operator,
    PartList,
    Present,
    Reached,
    Truth,
    condition,
)
from domain.text import Text
from domain.today import CalendarYear, TodayWithin, YearsSince

N = TypeVar("N")
Number = TypeVar("Number", int, Decimal)
T = TypeVar("T")


@typed
def named(title: Text, means: Conditional, otherwise: Text | None = None, note: Text | None = None) -> Named:
    """
    Give a condition a name of its own: it is evaluated once a part, and shown by its title.

    Args:
        title: what people call it, such as "adult".
        means: the condition.
        otherwise: what people call its opposite, such as "minor"; none: "condition not met: adult".
        note: what else to know, told where the condition is what a rule takes for true.
    """
    return Named(title, condition(means), place_of_caller(), otherwise, note)


def truth(of: Named) -> Truth:
    """Take a shared condition for a value, yes or no, to calculate with."""
    return Truth(of)


def known(of: Expression[Any]) -> Condition:
    """Say that somebody gave, provided or calculated the value."""
    return Known(of)


def present(of: Expression[Any]) -> Condition:
    """Say that there is one."""
    return Present(of)


def absent(of: Expression[Any]) -> Condition:
    """Say that there is none."""
    return ~Present(of)


def happened(milestone: Expression[date] | Expression[date | None]) -> Condition:
    """Say that the milestone has its date, and that this day has come."""
    return Reached(milestone)


def reached(day: Expression[date] | Expression[date | None]) -> Condition:
    """Say that the day has come: it is ``as_of`` or before."""
    return Reached(day)


def passed(day: Expression[date] | Expression[date | None]) -> Condition:
    """Say that the day is over: it is before ``as_of``."""
    return Reached(day, after=True)


def later(day: Expression[date] | Expression[date | None], *, than: Expression[date] | Expression[date | None]) -> Condition:
    """Say that *day* comes after *than*; where there is no such day, it does not."""
    return Comparison(day, Operator.MORE, than)


def not_before(day: Expression[date] | Expression[date | None], limit: Expression[date] | Expression[date | None]) -> Condition:
    """Say that *day* is *limit* or comes after it; where there is no such day, it does not."""
    return Comparison(day, Operator.AT_LEAST, limit)


def exceeds(value: Expression[Number] | Expression[Number | None], limit: Expression[Number] | Expression[Number | None]) -> Condition:
    """Say that *value* is more than *limit*; where there is no such value, it is not."""
    return Comparison(value, Operator.MORE, limit)


def years_since(day: Expression[date]) -> YearsSince:
    """Return the whole years that have passed since *day*: an age, for a ``derived`` calculation."""
    return YearsSince(day)


def calendar_year(*, back: int = 0) -> CalendarYear:
    """Return the calendar year of the day, less *back* years, for a ``derived`` calculation."""
    return CalendarYear(back)


def today_within(since: Expression[date], until: Expression[date]) -> TodayWithin:
    """Return the day, held between *since* and *until*, for a ``derived`` calculation."""
    return TodayWithin(since, until)


def any_of(parts: PartList, where: Conditional) -> Condition:
    """Say that at least one part fulfils *where*."""
    return AnyOf(parts, condition(where))


def all_of(parts: PartList, where: Conditional) -> Condition:
    """Say that every part fulfils *where*."""
    return AllOf(parts, condition(where))


def count(parts: PartList, where: Conditional | None = None) -> Count:
    """Count the parts, or those that fulfil *where*."""
    return Count(parts, None if where is None else condition(where))


def total(parts: PartList, of: Expression[N], where: Conditional | None = None) -> Total[N]:
    """Add up *of* over the parts, or over those that fulfil *where*. The total of none is zero."""
    return Total(parts, of, None if where is None else condition(where))


def values(parts: PartList, of: Expression[T], where: Conditional | None = None) -> Values[T]:
    """List *of* for each part, or for those that fulfil *where*."""
    return Values(parts, of, None if where is None else condition(where))
