"""Days on which offices are closed."""

from datetime import date, timedelta

import pytest

from domain.days_off import HOLIDAY, WEEKEND, day_off, working_day_to


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 8),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 14),
        date(2026, 8, 15),
        date(2026, 11, 1),
        date(2026, 11, 11),
        date(2026, 12, 25),
    ],
)
def test_each_of_the_eleven_holidays_is_told(day: date) -> None:
    assert day_off(day) is HOLIDAY


def test_no_other_weekday_of_the_year_is_off() -> None:
    days = [date(2026, 1, 1) + timedelta(each) for each in range(365)]
    assert sum(day_off(each) is HOLIDAY for each in days) == 11
    assert all((day_off(each) is None) == (each.weekday() < 5) for each in days if day_off(each) is not HOLIDAY)


def test_saturdays_and_sundays_are_told_apart() -> None:
    assert (day_off(date(2026, 11, 27)), day_off(date(2026, 11, 28)), day_off(date(2026, 11, 29)), day_off(date(2026, 11, 30))) == (
        None,
        WEEKEND[5],
        WEEKEND[6],
        None,
    )


def test_the_last_working_day_is_the_day_itself_or_before_the_weekend_and_the_holiday() -> None:
    assert working_day_to(date(2027, 2, 26)) == date(2027, 2, 26)
    assert working_day_to(date(2027, 2, 28)) == date(2027, 2, 26)
    assert working_day_to(date(2027, 11, 1)) == date(2027, 10, 29)
    assert working_day_to(date.min) == date.min
