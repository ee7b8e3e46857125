"""When a decision must be made again: never too late."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.facts import UNKNOWN
from rules.engine.changes import changes_on
from rules.engine.reading import Reading
from tests.rules.engine.library import RULES, Reader, a_book, a_reader

DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))
PERHAPS = st.one_of(DAYS, st.just(UNKNOWN))


def read(reader: Reader, as_of: date) -> Reading:
    return Reading(RULES.index, RULES.run(reader, as_of), as_of)


def outcome(reading: Reading) -> list[Any]:
    return [(each.key, each.outcome, each.output) for each in reading.evaluations()]


@settings(max_examples=300, deadline=None)
@given(PERHAPS, PERHAPS, st.one_of(PERHAPS, st.none()), DAYS, st.integers(0, 400))
def test_nothing_changes_before_the_day_on_which_it_is_said_to(born: Any, lent: Any, returned: Any, as_of: date, later: int) -> None:
    reader = a_reader(a_book(lent_on=lent, returned_on=returned), born_on=born)
    today = read(reader, as_of)
    until = changes_on(today)
    day = as_of + timedelta(later)
    if until is None or day < until:
        assert outcome(read(reader, day)) == outcome(today)


def test_a_birthday_a_figure_and_a_threshold_each_bring_the_day_nearer() -> None:
    assert changes_on(read(a_reader(a_book(lent_on=UNKNOWN)), date(2026, 2, 1))) == date(2026, 5, 1)
    assert changes_on(read(a_reader(a_book(lent_on=UNKNOWN)), date(2026, 5, 1))) == date(2026, 6, 1)
    assert changes_on(read(a_reader(a_book(lent_on=date(2026, 1, 10))), date(2026, 2, 20))) == date(2026, 3, 22)


def test_time_alone_changes_nothing_where_no_day_is_known() -> None:
    reader = a_reader(a_book(lent_on=UNKNOWN), born_on=UNKNOWN)
    assert changes_on(read(reader, date(2027, 1, 1))) is not None, "the receipt's rule ends in 2030"
    assert changes_on(read(reader, date(2031, 1, 1))) is None
