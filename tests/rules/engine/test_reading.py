"""Outcomes, inputs, reasons and what is missing, as a run says them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.calendar import days, months, shift
from domain.conditions import happened, named
from domain.facts import UNKNOWN
from rules.engine.answers.changes import changes_on
from rules.engine.answers.explain import Explanation
from rules.engine.answers.missing import Waiting
from rules.engine.answers.reading import FAILED, Evaluation, Reading
from rules.engine.declare import calculation, task
from rules.engine.errors import FigureMissing
from rules.engine.figures import Table
from tests.rules.engine.estates import SOURCE, TITLE, Colour, Estate, rule_set_of
from tests.rules.engine.library import RULES, Genre, Reader, a_book, a_reader

TODAY = date(2026, 2, 1)


def read(reader: Reader, as_of: date = TODAY) -> Reading:
    return Reading(RULES.index, RULES.run(reader, as_of), as_of)


def evaluation(reading: Reading, key: str) -> Evaluation:
    return next(each for each in reading.evaluations() if each.key == key)


def why(reader: Reader, key: str) -> list[tuple[str, object]]:
    reading = read(reader)
    return [(reason.values[0].id, reason.truth) for reason in Explanation(reading).reasons(evaluation(reading, key))]


def missing(reader: Reader, key: str) -> list[tuple[str, str]]:
    reading = read(reader)
    return [(each.fact.id, each.path) for each in Explanation(reading).missing(evaluation(reading, key))]


def test_each_outcome_is_told_apart() -> None:
    outcomes = {each.key: each.outcome for each in read(a_reader(born_on=date(2020, 1, 1), member=UNKNOWN, deposit=UNKNOWN)).evaluations()}
    assert outcomes["documents.reading.card"] == "not_applicable"
    assert outcomes["documents.reading.receipt@first"] == "undetermined"
    assert outcomes["calculations.fees.value_lent"] == "applied"
    assert outcomes["calculations.fees.fee"] == "failed"
    assert evaluation(read(a_reader(), date(2031, 1, 1)), "documents.reading.receipt@first").outcome == "not_in_force"


def test_a_condition_says_the_leaves_that_decided_it() -> None:
    assert why(a_reader(member=False), "documents.reading.card") == [("vocabulary.readers.is_adult", True), ("reader.member", False)]
    assert why(a_reader(), "documents.reading.card") == [("reader.member", True)]
    assert why(a_reader(member=UNKNOWN), "documents.reading.card") == [("reader.member", UNKNOWN)]


def test_an_undetermined_rule_names_the_facts_it_waits_for_through_calculations_and_parts() -> None:
    reader = a_reader(a_book(), a_book("second", price=UNKNOWN))
    assert missing(reader, "calculations.fees.fee") == [("book.price", "second")]
    assert missing(reader.replacing(books_complete=UNKNOWN), "calculations.fees.fee") == [
        ("reader.books_complete", ""),
        ("book.price", "second"),
    ]


def test_inputs_carry_value_unit_and_origin() -> None:
    reading = read(a_reader())
    inputs = {each.id: each for each in reading.inputs(evaluation(reading, "calculations.fees.fee"))}
    assert (inputs["calculations.fees.age"].value, inputs["calculations.fees.age"].origin) == (35, "calculated")
    assert (inputs["fee_rate"].value, inputs["fee_rate"].origin) == ("0.1", "figure")
    assert (inputs["calculations.fees.value_lent"].value, inputs["calculations.fees.value_lent"].unit) == ("150", "EUR")


@pytest.mark.parametrize(("day", "rate"), [(date(2026, 5, 31), "0.1"), (date(2026, 6, 1), "0.2")])
def test_a_dated_figure_is_read_on_its_day(day: date, rate: str) -> None:
    reading = read(a_reader(), day)
    fee = evaluation(reading, "calculations.fees.fee")
    assert Decimal(fee.output) == Decimal(150) * Decimal(rate)
    assert next(each.value for each in reading.inputs(fee) if each.id == "fee_rate") == rate


def test_a_figure_missing_on_the_day_leaves_the_result_unknown_and_names_the_figure() -> None:
    reading = read(a_reader(), date(2018, 1, 1))
    fee = evaluation(reading, "calculations.fees.fee")
    assert fee.outcome == "undetermined"
    assert [each.values[0].id for each in Explanation(reading).reasons(fee)] == ["fee_rate"]


@pytest.mark.parametrize(
    ("rank", "applied", "origin", "passed_over"),
    [(7, "applied", "given", ("provided", "calculated")), (UNKNOWN, "not_applicable", "calculated", ())],
)
def test_a_fact_is_calculated_where_nobody_gives_it_and_says_what_it_passed_over(
    rank: Any, applied: str, origin: str, passed_over: tuple[str, ...]
) -> None:
    reading = read(a_reader(rank=rank))
    for key in ("documents.ranks.honours", "documents.ranks.honours_of_book@first"):
        honours = evaluation(reading, key)
        (value,) = reading.inputs(honours)
        assert (honours.outcome, value.id, value.origin, reading.passed_over(value)) == (applied, "reader.rank", origin, passed_over)


def test_a_fact_that_could_be_calculated_waits_for_what_the_calculation_waits_for() -> None:
    assert missing(a_reader(born_on=UNKNOWN), "documents.ranks.honours") == [("reader.born_on", ""), ("reader.rank", "")]


def test_an_open_task_waits_for_what_its_due_day_is_counted_from_and_a_closed_one_for_nothing() -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, closed=happened(Estate.finished_on), counts_to=Estate.founded_on + months(1))
    rules = rule_set_of({"tasks.a.survey": survey})

    def waited_for(estate: Estate) -> list[tuple[str, int]]:
        reading = Reading(rules.index, rules.run(estate, TODAY), TODAY)
        waiting = Waiting(Explanation(reading).lacking, reading.evaluations())
        return [(each.fact.id, count) for each, count in waiting.facts]

    assert waited_for(Estate(finished_on=None)) == [("estate.founded_on", 1)]
    assert waited_for(Estate(finished_on=None, founded_on=TODAY)) == []
    assert waited_for(Estate(finished_on=TODAY)) == []


def test_facts_that_settle_as_many_rules_are_asked_for_in_the_order_in_which_they_are_declared() -> None:
    survey = task(
        of=Estate, title=TITLE, source=SOURCE, display=(Estate.colour == Colour.RED) & Estate.open, closed=happened(Estate.finished_on)
    )
    rules = rule_set_of({"tasks.a.survey": survey})
    reading = Reading(rules.index, rules.run(Estate(), TODAY), TODAY)
    waiting = Waiting(Explanation(reading).lacking, reading.evaluations())
    assert [each.fact.id for each, _ in waiting.facts] == ["estate.open", "estate.colour"]


def test_a_task_of_which_nobody_knows_whether_it_is_shown_says_that_and_not_whether_it_is_done() -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, display=Estate.open, closed=happened(Estate.finished_on))
    rules = rule_set_of({"tasks.a.survey": survey})
    reading = Reading(rules.index, rules.run(Estate(), TODAY), TODAY)
    (reason,) = Explanation(reading).reasons(reading.evaluations()[0])
    assert (reason.values[0].id, reason.truth) == ("estate.open", UNKNOWN)


@pytest.mark.parametrize(("is_open", "outcome"), [(True, "applied"), (False, "not_applicable"), (UNKNOWN, "undetermined")])
def test_a_value_that_there_is_for_some_only_is_not_applicable_to_others(is_open: Any, outcome: str) -> None:
    opened = named(TITLE, Estate.open)

    def doubled(size: int) -> int:
        return 2 * size

    twice = calculation(of=Estate, title=TITLE, source=SOURCE, when=opened)(doubled)
    rules = rule_set_of({"vocabulary.a.opened": opened, "calculations.a.doubled": twice})
    reading = Reading(rules.index, rules.run(Estate(open=is_open, size=3), TODAY), TODAY)
    assert [each.outcome for each in reading.evaluations()] == [outcome]


def test_items_have_a_key_of_rule_and_part() -> None:
    keys = {each.key for each in read(a_reader(a_book("atlas"), a_book("map"))).evaluations()}
    assert {"documents.reading.receipt@atlas", "documents.reading.receipt@map", "documents.reading.card"} <= keys


def test_an_aggregate_is_explained_item_by_item() -> None:
    reading = read(a_reader(a_book("atlas"), a_book("novel", genre=Genre.NOVEL, price=Decimal(5)), deposit=UNKNOWN))
    precious, enough = Explanation(reading).reasons(evaluation(reading, "documents.reading.letter"))
    assert [item.path for item in precious.reasons] == ["atlas"]
    assert [inner.values[0].id for inner in precious.reasons[0].reasons] == ["book.genre"]
    assert enough.values[0].value == 2


def test_a_table_without_the_cell_fails_the_rule_and_names_figure_day_and_cell() -> None:
    table = Table("ceilings", date(2002, 1, 1), (), {"PARIS": Table("ceilings", date(2002, 1, 1), ("PARIS",), {"1": Decimal(7)})})
    with pytest.raises(FigureMissing, match="ceilings of 2002-01-01 has no value for PARIS, 2"):
        table["PARIS"]["2"]


def test_an_age_before_the_birth_fails_and_says_so_until_that_day() -> None:
    tomorrow = shift(TODAY, days(1))
    reading = read(a_reader(born_on=tomorrow))
    found = evaluation(reading, "calculations.fees.age")
    assert (found.outcome, changes_on(reading)) == (FAILED, tomorrow)
    kind, said = reading.failure(found) or ("", None)
    assert (kind, "ask about a later day" in (said or "")) == ("DayToCome", True)
    assert evaluation(read(a_reader(born_on=TODAY)), "calculations.fees.age").output == 0


def test_only_the_text_of_a_missing_figure_may_be_shown_of_a_failure() -> None:
    reading = read(a_reader(born_on=date(2020, 1, 1)))
    assert reading.failure(evaluation(reading, "calculations.fees.fee")) == ("ValueError", None)
    assert reading.failure(evaluation(reading, "calculations.fees.age")) is None
    reading.root.failures = tuple((slot, "FigureMissing", "no cell") for slot, _, _ in reading.root.failures)
    assert reading.failure(evaluation(reading, "calculations.fees.fee")) == ("FigureMissing", "no cell")
