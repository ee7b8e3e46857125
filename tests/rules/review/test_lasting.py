"""The first day on which an answer changes by time alone."""

from datetime import date

from domain.fact_document import read_subject
from domain.facts import UNKNOWN
from rules.engine.answers.changes import changes_on
from rules.engine.answers.reading import Reading
from rules.library import load_rule_sets
from rules.review.lasting import Lasting, lasting
from tests.rules.engine.library import RULES, Reader, a_book, a_reader
from tests.rules.review.new_year import a_household

TODAY = date(2026, 6, 10)
"""After the last figure begins."""


def read(reader: Reader, as_of: date = TODAY) -> Reading:
    return Reading(RULES.index, RULES.run(reader, as_of), as_of)


def found(reader: Reader, as_of: date = TODAY) -> Lasting:
    last = lasting(RULES, read(reader, as_of))
    assert last is not None
    return last


def test_a_birthday_that_nothing_depends_on_changes_nothing() -> None:
    lent_to_nobody = a_reader(a_book(returned_on=date(2026, 2, 1)), born_on=date(1990, 7, 1))
    assert changes_on(read(lent_to_nobody)) == date(2026, 7, 1)
    last = found(lent_to_nobody)
    assert last.day == date(2030, 7, 1)
    assert [each.unit.id for each in last.changed] == ["calculations.ranks.rank_by_age"]
    assert [each.id for each in last.follows] == ["calculations.fees.age"]


def test_a_birthday_counts_where_a_threshold_lies_there() -> None:
    last = found(a_reader(a_book(returned_on=date(2026, 2, 1)), born_on=date(2008, 7, 1), member=False))
    assert last.day == date(2026, 7, 1)
    assert [each.unit.id for each in last.changed] == ["documents.reading.card"]


def test_an_alert_is_a_change() -> None:
    last = found(a_reader(a_book(lent_on=date(2026, 5, 1), returned_on=None)))
    assert last.day == date(2026, 7, 13)
    assert [each.key for each in last.changed] == ["tasks.lending.return_it@first"]


def test_where_no_day_turns_anything_there_is_none() -> None:
    nothing = a_reader(a_book(lent_on=UNKNOWN, returned_on=UNKNOWN), born_on=UNKNOWN)
    assert found(nothing, date(2031, 1, 1)) == Lasting(None, (), ()), "the last period has ended"


def test_a_due_day_counted_from_the_day_itself_moves_with_it_and_is_no_change() -> None:
    rules = load_rule_sets()["landlord"]
    year = {"key": "2026", "facts": {"landlord_year.year": 2026, "landlord_year.occupation_survey_sent_on": "2026-10-12"}}
    subject = read_subject(rules.root, {"parts": {"landlord.years": [year]}})
    last = lasting(rules, Reading(rules.index, rules.run(subject, date(2026, 11, 20)), date(2026, 11, 20)))
    assert last is not None
    assert last.day == date(2026, 12, 1)
    assert "tasks.tenant_surveys.income_survey" not in {each.unit.id for each in last.changed}
    assert [each.id for each in last.follows] == ["calculations.landlord_years.income_survey_closing"]


def test_the_new_year_changes_what_is_asked_of_a_household() -> None:
    rules = load_rule_sets()["household"]
    reading = Reading(rules.index, rules.run(a_household(), date(2025, 12, 1)), date(2025, 12, 1))
    last = lasting(rules, reading)
    assert last is not None
    assert last.day == date(2026, 1, 1)
