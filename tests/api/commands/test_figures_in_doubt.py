"""Dated figures in doubt, in the answer on a household: those without a newer value, and those without a value on the day."""

import asyncio
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from api.commands.evaluate import running
from api.commands.samples import read_sample
from api.settings import Settings
from domain.text import Language
from rules.engine.decision import Decision
from tests.api.commands.answers import read

NONE_NEWER: dict[Language, str] = {
    "fr": "aucune valeur plus récente trouvée : à vérifier",
    "en": "no newer value found: to be verified",
}
PLUS, PLS = "calculations.income_ceilings.plus_ceiling", "calculations.income_ceilings.pls_ceiling"


@cache
def rennes(day: date) -> Decision:
    """Decide on the household of Rennes on another day; before its second child is born, without it."""

    async def decide() -> Decision:
        async with running(Settings()) as rules:
            sample = read_sample(Path("examples/household-lone-parent-rennes.yaml"), date(2026, 11, 20))
            persons = sample.document["parts"]["household.persons"]
            persons[:] = [each for each in persons if date.fromisoformat(str(each["facts"]["person.born_on"])) <= day]
            return await rules.simulate(sample.type, sample.document, as_of=day)

    return asyncio.run(decide())


def told(day: date, language: Language, *, why_not: bool = False) -> str:
    return read(Answer(rennes(day), language, why_not=why_not).lines())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_ceiling_of_the_year_before_carries_the_reserve_wherever_it_is_read(language: Language) -> None:
    words, reserve = told(date(2027, 6, 1), language), NONE_NEWER[language]
    ceiling, since = {
        "fr": ("Plafond PLUS : 45 374 € par an", "1er janvier 2026"),
        "en": ("PLUS ceiling: €45,374 a year", "1 January 2026"),
    }[language]
    assert f"{since}, Arrêté du 19 décembre 2025 modifiant l’arrêté du 29 juillet 1987, {reserve}" in words
    assert words.count(f"{ceiling} ({reserve})") >= 3  # PLS ceiling, share of the ceiling, loan categories
    section = words[
        words.index({"fr": "Valeurs publiées peut-être dépassées\n", "en": "Published figures that may be out of date\n"}[language]) :
    ]
    title = {"fr": "Plafonds de ressources PLUS (", "en": "PLUS income ceilings ("}[language]
    assert section[: section.index("\n\n")].count(title) == 1  # once, however many values rest on it


def test_on_its_last_sure_day_it_carries_none() -> None:
    words, decree = told(date(2026, 12, 31), "en"), "Arrêté du 30 décembre 2024 relatif au calcul des aides personnelles au logement"
    assert (
        "PLUS income ceilings (in force since 1 January 2026, Arrêté du 19 décembre 2025 modifiant l’arrêté du 29 juillet 1987);" in words
    )
    assert f"PLUS ceiling: €45,374 a year ({NONE_NEWER['en']})" not in words
    assert f"Flat allowance on resources (in force since 1 January 2025, {decree}, {NONE_NEWER['en']})" in words


def test_the_summary_says_that_its_values_are_to_be_verified() -> None:
    short = told(date(2027, 6, 1), "en").partition("In short")[2].partition("\n\n")[0]
    assert f"(social rental loan with the highest ceiling) ({NONE_NEWER['en']})" in short
    assert "counted all year for the housing benefit; 5 published figures that may be out of date (" in short


def test_programs_are_told_by_figure_by_value_and_by_input() -> None:
    said = answer_json(rennes(date(2027, 6, 1)), "en")
    (plus,) = [each for each in said["aged_figures"] if each["figure"] == "plus_ceilings"]
    assert (plus["since"], plus["sure_until"]) == ("2026-01-01", "2026-12-31")
    assert plus["text"].endswith(NONE_NEWER["en"])
    assert {PLUS, PLS} <= set(plus["rules"])
    values = {each["rule"]: each for each in said["values"]}
    assert values[PLUS]["aged_figures"] == values[PLS]["aged_figures"] == ["plus_ceilings"]
    doubts = {each["name"]: each["doubt"] for each in values[PLS]["inputs"]}
    assert doubts == {"PLUS ceiling": NONE_NEWER["en"], "PLS ceiling as a multiple of the PLUS ceiling": None}
    assert values["calculations.incomes.reference_income"]["aged_figures"] == []


def test_a_figure_without_a_value_on_the_day_is_named_with_the_day_from_which_it_has_one_and_what_waits() -> None:
    day = date(2016, 6, 1)
    french, english = told(day, "fr"), told(day, "en")
    assert (
        "  • PLAI income ceilings: this tool holds no value for 1 June 2016; the first found after it holds from 1 January 2017 on\n"
        "    for: loan categories open to the household, PLAI ceiling, Solidarity rent supplement (SLS) possible, "
        "Ceiling of the dwelling and 6 others\n"
        "    source: Arrêté du 22 décembre 2016 modifiant l’arrêté du 29 juillet 1987\n"
    ) in english
    assert "Reference rent supplements: this tool holds no value for 1 June 2016; look it up at the source\n" in english
    assert (
        "3 published figures that this tool does not hold (PLAI income ceilings; " in english.partition("In short")[2].partition("\n\n")[0]
    )
    assert (
        "  • Plafonds de ressources PLAI : cet outil n’a pas de valeur pour le 1er juin 2016 ; "
        "la première trouvée ensuite vaut depuis le 1er janvier 2017\n"
    ) in french


def test_the_whole_answer_says_why_each_value_is_not_calculable() -> None:
    words = told(date(2016, 6, 1), "en", why_not=True)
    section = words[words.index("What is not calculable yet\n") :].partition("\n\n")[0]
    assert (
        "  • PLAI ceiling\n"
        "    because: PLAI income ceilings: this tool holds no value for that day\n"
        "    Missing: “PLAI income ceilings” (this tool holds no value for 1 June 2016)"
    ) in section
    assert (
        "  • Loan categories open to the household\n"
        "    because: PLAI ceiling: not known yet\n"
        "    Missing: “PLAI income ceilings” (this tool holds no value for 1 June 2016)"
    ) in section


def test_programs_are_told_which_figures_are_missing_for_what() -> None:
    said = answer_json(rennes(date(2016, 6, 1)), "en")
    (plai,) = [each for each in said["missing_figures"] if each["figure"] == "plai_ceilings"]
    assert (plai["day"], plai["next_since"]) == ("2016-06-01", "2017-01-01")
    assert "calculations.income_ceilings.eligible_products" in plai["rules"]
    undetermined = {each["rule"]: each for each in said["undetermined"]}
    products = undetermined["calculations.income_ceilings.eligible_products"]
    assert [each["figure"] for each in products["missing_figures"]] == ["plai_ceilings"]
    assert products["missing"] == []
    assert undetermined["calculations.income_ceilings.plai_ceiling"]["because"] == [
        "PLAI income ceilings: this tool holds no value for that day"
    ]
