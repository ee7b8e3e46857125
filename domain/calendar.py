"""
Days, calendar periods, and the two questions rules ask of them.

Months are calendar months, clamped to the month's end: 31 August less six months is 28 (or 29) February.
Nothing here reads a clock: today is always an argument.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.errors import DeclarationError
from domain.text import Text, text

PARIS = ZoneInfo("Europe/Paris")
"""Where a day begins, for the law of France."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)
ANSWERABLE = f"a day from {FIRST_DAY} on and before {LAST_DAY}"
"""The days about which questions are answered: date arithmetic never leaves the calendar."""


def is_answerable(day: date) -> bool:
    """Tell whether questions about *day* can be answered."""
    return FIRST_DAY <= day < LAST_DAY


@dataclass(frozen=True, slots=True)
class Period:
    """A length of calendar time: so many months, then so many days. Either may be negative."""

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if type(self.months) is not int or type(self.days) is not int:
            raise DeclarationError(f"a period of {self.months!r} months and {self.days!r} days: write whole numbers")

    def __neg__(self) -> "Period":
        return Period(-self.months, -self.days)

    @property
    def label(self) -> Text:
        """Say the length in words, without its sign: ``18 months``, ``5 ans``."""
        total, days = abs(self.months), abs(self.days)
        parts_fr, parts_en = [], []
        if total and total % 12 == 0:
            years = total // 12
            parts_fr.append(f"{years} an{'s' if years > 1 else ''}")
            parts_en.append(f"{years} year{'s' if years > 1 else ''}")
        elif total:
            parts_fr.append(f"{total} mois")
            parts_en.append(f"{total} month{'s' if total > 1 else ''}")
        if days or not total:
            parts_fr.append(f"{days} jour{'s' if days > 1 else ''}")
            parts_en.append(f"{days} day{'s' if days > 1 else ''}")
        return text(fr=" et ".join(parts_fr), en=" and ".join(parts_en))


def years(number: int) -> Period:
    """Return *number* calendar years."""
    return Period(months=12 * number)


def months(number: int) -> Period:
    """Return *number* calendar months."""
    return Period(months=number)


def days(number: int) -> Period:
    """Return *number* days."""
    return Period(days=number)


def shift(day: date, period: Period) -> date:
    """
    Return *day* moved by *period*: the months first, clamped to the month's end, then the days.

    A result outside the calendar (years 1 to 9999) is clamped to its first or last day.

    >>> shift(date(2026, 8, 31), months(-6))
    datetime.date(2026, 2, 28)
    """
    total = day.year * 12 + day.month - 1 + period.months
    year, month = divmod(total, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(period.days)
    except OverflowError:
        return date.max if period.days > 0 else date.min


def shift_all(day: date, periods: tuple[Period, ...]) -> date:
    """Return *day* moved by each period in turn."""
    for period in periods:
        day = shift(day, period)
    return day


def first_day_reaching(target: date, periods: tuple[Period, ...]) -> date:
    """
    Return the earliest day that, moved by *periods*, is on *target* or later.

    Moving by a period never changes the order of two days, so ``shift_all(d, periods) >= target`` is the same as
    ``d >= first_day_reaching(target, periods)``: a threshold is computed once a day instead of once a subject.
    Where no day reaches it, the calendar's last day is returned.
    """
    guess = shift_all(target, tuple(-period for period in reversed(periods)))
    step = timedelta(1)
    while guess > date.min and shift_all(guess - step, periods) >= target:
        guess -= step
    while guess < date.max and shift_all(guess, periods) < target:
        guess += step
    return guess


def held_between(since: date, until: date, day: date) -> date:
    """
    Return *day*, no earlier than *since* and no later than *until*.

    >>> held_between(date(2026, 1, 1), date(2026, 12, 31), date(2030, 5, 1))
    datetime.date(2026, 12, 31)
    """
    return min(max(day, since), until)


def whole_years(since: date, until: date) -> int:
    """
    Return how many whole years lie between two days: an age in years.

    >>> whole_years(date(2000, 2, 29), date(2018, 2, 28))
    18
    """
    count = until.year - since.year
    return count - (shift(since, Period(12 * count)) > until)
