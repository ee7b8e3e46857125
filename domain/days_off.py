"""
Days on which offices are closed: Saturdays, Sundays and the public holidays of the mainland (code du travail, L3133-1).

A due day that falls on one is told, and not moved: only some texts move it to the next working day, each for its own periods, and the
calculation of such a period says so. The two more holidays of Alsace and Moselle and those overseas are not among them.
"""

from datetime import date, timedelta

from dateutil.easter import easter

from domain.text import Text, text

SATURDAY, SUNDAY = 5, 6
WEEKEND = {SATURDAY: text(fr="un samedi", en="a Saturday"), SUNDAY: text(fr="un dimanche", en="a Sunday")}
HOLIDAY = text(fr="un jour férié", en="a public holiday")
FIXED = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
"""Month and day of the holidays that have the same every year."""
AFTER_EASTER = (1, 39, 50)
"""Days from Easter Sunday to Easter Monday, Ascension Day and Whit Monday."""


def day_off(day: date) -> Text | None:
    """
    Return what closes offices on *day*, ``None`` for a working day.

    >>> day_off(date(2026, 11, 29)), day_off(date(2026, 11, 30))
    (Text(fr='un dimanche', en='a Sunday'), None)
    """
    if (day.month, day.day) in FIXED or day - easter(day.year) in {timedelta(each) for each in AFTER_EASTER}:
        return HOLIDAY
    return WEEKEND.get(day.weekday())


def working_day_from(day: date) -> date:
    """
    Return *day*, or where offices are closed on it the first day after it on which they are open.

    >>> working_day_from(date(2026, 12, 25))
    datetime.date(2026, 12, 28)
    """
    while day_off(day) is not None and day < date.max:
        day += timedelta(1)
    return day


def working_day_to(day: date) -> date:
    """
    Return *day*, or where offices are closed on it the last day before it on which they are open.

    >>> working_day_to(date(2027, 2, 28))
    datetime.date(2027, 2, 26)
    """
    while day_off(day) is not None and day > date.min:
        day -= timedelta(1)
    return day
