"""Figures that are applied after their last sure day, and figures without a value on the day: what rests on them, what waits for them."""

from datetime import date
from decimal import Decimal

import pytest

from domain.text import text
from rules.engine.answers.explain import Explanation
from rules.engine.answers.missing import Waiting
from rules.engine.answers.reading import Evaluation, Reading
from rules.engine.declare import Confidence, calculation
from rules.engine.figures import Figure, Period
from rules.engine.language.doubts import said_missing, said_period
from rules.engine.ruleset import RuleSet, build
from tests.rules.engine.library import CODE, DECLARATIONS, Reader, a_reader

FEE, DEPOSIT, FINE = "calculations.fees.fee", "calculations.fees.deposit_asked", "calculations.fees.fine"


@calculation(of=Reader, title=text(fr="Dépôt", en="Deposit asked"), unit="EUR", source=CODE)
def deposit_asked(fee: Decimal) -> Decimal:
    return 2 * fee


@calculation(of=Reader, title=text(fr="Amende", en="Fine"), unit="EUR", law_date=Reader.born_on, source=CODE)
def fine(value_lent: Decimal, fee_rate: Decimal) -> Decimal:
    return value_lent * fee_rate


def rules_with(*periods: Period) -> RuleSet:
    """Return the small rule set with other periods of its rate."""
    declared = {**DECLARATIONS, DEPOSIT: deposit_asked, FINE: fine}
    return build("reader", Reader, declared, {"fee_rate": Figure("fee_rate", text(fr="Taux", en="Rate"), None, "decimal", periods)})


def period(since: date, value: str | None, sure_until: date | None = None) -> Period:
    return Period(since, None if value is None else Decimal(value), CODE, Confidence.SOURCED, sure_until=sure_until)


GAP = rules_with(period(date(2002, 1, 1), "0.1", date(2002, 12, 31)), period(date(2008, 1, 1), "0.2", date(2008, 12, 31)))
"""The values of 2003 to 2007 were not found, nor those after 2008."""


def read(rules: RuleSet, day: date, reader: Reader | None = None) -> tuple[Explanation, dict[str, Evaluation]]:
    reading = Reading(rules.index, rules.run(reader or a_reader(born_on=date(1980, 5, 1)), day), day)
    return Explanation(reading), {each.unit.id: each for each in reading.evaluations()}


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2002, 12, 31), None),
        (date(2003, 1, 1), "2002-01-01"),
        (date(2007, 12, 31), "2002-01-01"),
        (date(2008, 1, 1), None),
        (date(2009, 1, 1), "2008-01-01"),
    ],
)
def test_what_is_applied_after_its_last_sure_day_marks_all_that_rests_on_it(day: date, since: str | None) -> None:
    explanation, found = read(GAP, day)
    expected = [] if since is None else [("fee_rate", since)]
    for rule in (FEE, DEPOSIT):  # the second reads no figure, but the first
        assert found[rule].outcome == "applied"
        assert [(each.figure.id, each.period.since) for each in explanation.aging.of(found[rule])] == expected
    assert explanation.aging.of(found["calculations.fees.age"]) == ()
    (rate,) = [each for each in explanation.reading.inputs(found[FEE]) if each.id == "fee_rate"]
    assert rate.aged is (since is not None)


def test_the_day_that_counts_is_that_of_the_law_and_not_today() -> None:
    explanation, found = read(GAP, date(2030, 1, 1), a_reader(born_on=date(2008, 6, 1)))
    assert explanation.aging.of(found[FINE]) == ()
    assert explanation.aging.of(found[FEE]) != ()


def test_a_figure_without_a_last_sure_day_holds_on() -> None:
    explanation, found = read(rules_with(period(date(2002, 1, 1), "0.1")), date(2030, 1, 1))
    assert explanation.aging.of(found[DEPOSIT]) == ()


def test_what_has_no_value_on_the_day_is_missing_with_the_day_from_which_it_has_one() -> None:
    rules = rules_with(period(date(2002, 1, 1), "0.1"), period(date(2003, 1, 1), None), period(date(2008, 1, 1), "0.2"))
    for day in (date(2001, 6, 1), date(2005, 6, 1)):
        explanation, found = read(rules, day)
        for rule in (FEE, DEPOSIT):
            (missing,) = explanation.missing_figures(found[rule])
            assert (missing.figure.id, missing.day) == ("fee_rate", day)
            assert missing.since == ("2002-01-01" if day.year == 2001 else "2008-01-01")
            assert explanation.missing(found[rule]) == []


def test_where_no_text_fixes_it_any_more_there_is_no_such_day() -> None:
    rules = rules_with(period(date(2002, 1, 1), "0.1"), period(date(2003, 1, 1), None))
    explanation, found = read(rules, date(2005, 6, 1))
    (missing,) = explanation.missing_figures(found[FEE])
    assert (missing.since, missing.source) == (None, "Library code, art. 1")
    assert said_missing(missing, "en") == "this tool holds no value for 1 June 2005; look it up at the source"
    assert said_missing(missing, "fr") == "cet outil n’a pas de valeur pour le 1er juin 2005 ; à relever à la source"


def test_each_missing_figure_names_the_rules_that_wait_for_it_and_is_no_fact_to_be_asked_for() -> None:
    explanation, found = read(rules_with(period(date(2030, 1, 1), "0.1")), date(2005, 6, 1))
    waiting = Waiting(explanation.lacking, found.values())
    by_day = {each.day: waiting.rules(each) for each in waiting.figures}
    assert by_day == {date(2005, 6, 1): [FEE, DEPOSIT], date(1980, 5, 1): [FINE]}
    assert "fee_rate" not in {each.fact.id for each, _ in waiting.facts}


def test_a_figure_whose_day_is_not_known_is_not_missing_yet() -> None:
    explanation, found = read(rules_with(period(date(2030, 1, 1), "0.1")), date(2005, 6, 1), Reader(books_complete=True))
    assert explanation.missing_figures(found[FINE]) == []
    assert "reader.born_on" in {each.fact.id for each in explanation.missing(found[FINE])}


def test_a_period_says_since_when_and_that_no_newer_one_was_found() -> None:
    (plan,) = GAP.index.plan.figures
    assert said_period(plan.periods[0], "en", aged=False) == "in force since 1 January 2002"
    assert said_period(plan.periods[0], "fr", aged=True) == (
        "en vigueur depuis le 1er janvier 2002, aucune valeur plus récente trouvée : à vérifier"
    )
