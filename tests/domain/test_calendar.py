from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Period, days, first_day_reaching, months, shift, shift_all, whole_years, years
from domain.text import text

days_of_two_centuries = st.dates(date(1950, 1, 1), date(2150, 12, 31))
short_periods = st.builds(Period, st.integers(-300, 300), st.integers(-400, 400))
chains = st.lists(short_periods, max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("day", "period", "moved"),
    [
        (date(2026, 8, 31), months(-6), date(2026, 2, 28)),
        (date(2028, 8, 31), months(-6), date(2028, 2, 29)),
        (date(2024, 2, 29), years(1), date(2025, 2, 28)),
        (date(2026, 1, 31), months(1), date(2026, 2, 28)),
        (date(2026, 2, 28), months(1), date(2026, 3, 28)),
        (date(2026, 1, 31), Period(1, 1), date(2026, 3, 1)),
        (date(2026, 12, 31), days(1), date(2027, 1, 1)),
        (date(9999, 12, 1), months(1), date.max),
        (date(1, 1, 31), months(-1), date.min),
        (date(9999, 12, 31), days(1), date.max),
        (date(1, 1, 1), days(-1), date.min),
    ],
)
def test_a_month_is_a_calendar_month_clamped_to_its_end_and_to_the_calendar(day: date, period: Period, moved: date) -> None:
    assert shift(day, period) == moved


@given(days_of_two_centuries, days_of_two_centuries, short_periods)
def test_moving_two_days_never_changes_their_order(first: date, second: date, period: Period) -> None:
    earlier, later = sorted((first, second))
    assert shift(earlier, period) <= shift(later, period)


@given(days_of_two_centuries, days_of_two_centuries, chains)
def test_a_moved_day_reaches_the_target_from_the_first_day_that_does(day: date, target: date, periods: tuple[Period, ...]) -> None:
    assert (shift_all(day, periods) >= target) == (day >= first_day_reaching(target, periods))


@given(days_of_two_centuries, chains)
def test_the_first_day_reaching_a_moved_day_is_not_after_it(day: date, periods: tuple[Period, ...]) -> None:
    assert first_day_reaching(shift_all(day, periods), periods) <= day


def test_where_no_day_reaches_the_target_the_last_day_of_the_calendar_is_returned() -> None:
    assert first_day_reaching(date.max, (months(-1),)) == date.max


@given(days_of_two_centuries, days_of_two_centuries)
def test_an_age_is_the_number_of_birthdays_that_have_come(born_on: date, until: date) -> None:
    age = whole_years(born_on, until)
    assert shift(born_on, years(age)) <= until < shift(born_on, years(age + 1))


@pytest.mark.parametrize(
    ("period", "fr", "en"),
    [
        (months(1), "1 mois", "1 month"),
        (months(18), "18 mois", "18 months"),
        (years(1), "1 an", "1 year"),
        (-years(5), "5 ans", "5 years"),
        (days(-1), "1 jour", "1 day"),
        (Period(), "0 jour", "0 day"),
        (Period(2, 15), "2 mois et 15 jours", "2 months and 15 days"),
    ],
)
def test_a_period_is_said_as_people_say_it(period: Period, fr: str, en: str) -> None:
    assert period.label == text(fr=fr, en=en)
