"""When a decision must be made again: never too late."""

import os
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conditions import calendar_year, today_within
from domain.expressions import Named
from domain.facts import UNKNOWN
from domain.subjects import Subject
from rules.engine.answers.changes import changes_on
from rules.engine.answers.reading import Reading
from rules.engine.declare import derived
from rules.engine.rule import Rule
from tests.rules.engine.estates import SOURCE, TITLE, Estate, House, rule_set_of
from tests.rules.engine.library import RULES, Reader, a_book, a_reader
from tests.rules.engine.random_estates import DAYS as TURNS
from tests.rules.engine.random_estates import estates
from tests.rules.engine.random_rule_sets import rule_sets

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


def test_after_the_last_year_of_the_calendar_nothing_changes() -> None:
    rules = rule_set_of({"calculations.a.year": derived(calendar_year(), of=Estate, title=TITLE, source=SOURCE)})
    for day in (date(9999, 1, 1), date.max):
        assert changes_on(Reading(rules.index, rules.run(Estate(), day), day)) is None


def test_time_alone_changes_nothing_where_no_day_is_known() -> None:
    reader = a_reader(a_book(lent_on=UNKNOWN), born_on=UNKNOWN)
    assert changes_on(read(reader, date(2027, 1, 1))) is not None, "the receipt's rule ends in 2030"
    assert changes_on(read(reader, date(2031, 1, 1))) is None


@settings(max_examples=int(os.environ.get("ATTENDU_EXAMPLES", "300")), deadline=None, suppress_health_check=list(HealthCheck))
@given(rule_sets(), st.lists(estates, min_size=5, max_size=5), st.sampled_from(TURNS), st.integers(1, 900))
def test_no_rule_of_any_kind_answers_otherwise_before_that_day(
    declarations: dict[str, Rule | Named], subjects: list[Subject], as_of: date, later: int
) -> None:
    rules = rule_set_of(declarations)
    for subject in subjects:
        today = Reading(rules.index, rules.run(subject, as_of), as_of)
        until = changes_on(today) or date(2100, 1, 1)
        for day in {min(as_of + timedelta(later), until - timedelta(1)), until - timedelta(1)}:
            assert repr(outcome(Reading(rules.index, rules.run(subject, day), day))) == repr(outcome(today)), day


def test_a_calendar_year_turns_on_1_january() -> None:
    rules = rule_set_of({"calculations.years.last": derived(calendar_year(back=1), of=Estate, title=TITLE, source=SOURCE)})
    said = {day: Reading(rules.index, rules.run(Estate(), day), day) for day in (date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))}
    assert [each.evaluations()[0].output for each in said.values()] == [2025, 2025, 2026]
    assert [changes_on(each) for each in said.values()] == [date(2027, 1, 1), date(2027, 1, 1), date(2028, 1, 1)]


def test_the_day_held_between_two_others_turns_between_them_alone() -> None:
    held = derived(today_within(Estate.founded_on, House.built_on), of=House, title=TITLE, source=SOURCE)
    rules = rule_set_of({"calculations.days.held": held})
    estate = Estate(founded_on=date(2026, 3, 1), houses=(House(built_on=date(2026, 3, 4)).keyed("one"),))

    def until(day: date) -> date | None:
        return changes_on(Reading(rules.index, rules.run(estate, day), day))

    assert [until(date(2026, 2, 1)), until(date(2026, 3, 1))] == [date(2026, 3, 2), date(2026, 3, 2)]
    assert [until(date(2026, 3, 2)), until(date(2026, 3, 3))] == [date(2026, 3, 3), date(2026, 3, 4)]
    assert [until(date(2026, 3, 4)), until(date(2026, 8, 1))] == [None, None]
    reversed_days = estate.replacing(houses=(House(built_on=date(2026, 2, 1)).keyed("one"),))
    assert changes_on(Reading(rules.index, rules.run(reversed_days, date(2026, 1, 1)), date(2026, 1, 1))) is None
