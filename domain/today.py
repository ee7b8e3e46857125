"""
What a rule may make of the day that is today: an age, a calendar year, the day held between two others.

Each says when it next changes, so that the engine knows how long an answer stands. A calculation that reads ``as_of`` itself may
change every day.
"""

from dataclasses import dataclass
from datetime import date

from domain.expressions import Expression


@dataclass(frozen=True, eq=False)
class YearsSince(Expression[int]):
    """How many whole years have passed since a day: an age, which changes on birthdays."""

    of: Expression[date]


@dataclass(frozen=True, eq=False)
class CalendarYear(Expression[int]):
    """The calendar year *back* years before that of the day; it changes each 1 January."""

    back: int


@dataclass(frozen=True, eq=False)
class TodayWithin(Expression[date]):
    """The day, no earlier than *since* and no later than *until*: it changes between the two alone."""

    since: Expression[date]
    until: Expression[date]
