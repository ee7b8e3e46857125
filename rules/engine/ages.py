"""An age: the whole years since a day. Before that day there is none, and what asks for it fails."""

from datetime import date

from domain.calendar import whole_years
from rules.engine.errors import DayToCome


def age(since: date, as_of: date) -> int:
    """
    Return the whole years from *since* to *as_of*.

    Raises:
        DayToCome: *since* comes after it.

    >>> age(date(2000, 3, 1), date(2026, 2, 28))
    25
    """
    if since > as_of:
        raise DayToCome("An age is counted from a day that has come: ask about a later day, or correct the day it is counted from.")
    return whole_years(since, as_of)
