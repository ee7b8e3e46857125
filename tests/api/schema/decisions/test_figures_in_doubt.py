"""Dated figures in doubt, as clients see them: those without a newer value and those without a value on the day, in answer and trace."""

from typing import Any

from tests.api.clients import Client, a_person

SIMULATE = """
query ($facts: HouseholdFactsInput!, $asOf: Date!) { simulateHousehold(facts: $facts, asOf: $asOf, language: EN) { ... on Simulation {
  agedFigures { what label since sureUntil text source rules { id } }
  missingFigures { what label day nextSince text source rules { id } }
  calculations {
    rule { id } text inputs { what sureUntil } agedFigures { what sureUntil } missingFigures { what nextSince } missing { fact }
  }
} } }
"""
PLUS, PLS, PLAI = (f"calculations.income_ceilings.{name}_ceiling" for name in ("plus", "pls", "plai"))


def simulated(client: Client, day: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return what is found for one person outside Paris, each calculation, and each evaluation of the trace, by rule."""
    facts = {"persons": [a_person(disabilityCard=False)], "personsComplete": True, "ceilingZone": "OTHER_REGIONS"}
    facts |= {"dependentRelatives": 0, "expectingChild": False, "spouseInCareHome": False}
    answer = client.send(SIMULATE, facts=facts, asOf=day)
    assert "errors" not in answer, answer["errors"]
    found = answer["data"]["simulateHousehold"]
    (traced,) = answer["extensions"]["ruleTrace"]["decisions"]
    return found, {each["rule"]["id"]: each for each in found["calculations"]}, {each["rule"]: each for each in traced["evaluations"]}


def test_what_rests_on_a_figure_without_a_newer_value_says_so(client: Client) -> None:
    found, calculations, traced = simulated(client, "2027-06-01")
    (plus,) = [each for each in found["agedFigures"] if each["what"] == "plus_ceilings"]
    assert (plus["since"], plus["sureUntil"]) == ("2026-01-01", "2026-12-31")
    assert plus["text"] == "in force since 1 January 2026, no newer value found: to be verified"
    assert {PLUS, PLS} <= {each["id"] for each in plus["rules"]}
    for rule in (PLUS, PLS):
        assert calculations[rule]["agedFigures"] == [{"what": "plus_ceilings", "sureUntil": "2026-12-31"}]
        assert traced[rule]["agedFigures"] == ["plus_ceilings"]
    assert {"what": "plus_ceilings", "sureUntil": "2026-12-31"} in calculations[PLUS]["inputs"]
    (figure,) = [each for each in traced[PLUS]["inputs"] if each["id"] == "plus_ceilings"]
    assert figure["sureUntil"] == "2026-12-31"


def test_on_its_last_sure_day_nothing_is_said_of_it_though_the_same_was_told_of_another_day(client: Client) -> None:
    simulated(client, "2027-06-01")
    found, calculations, traced = simulated(client, "2026-12-31")
    assert "plus_ceilings" not in {each["what"] for each in found["agedFigures"]}
    assert calculations[PLS]["agedFigures"] == []
    assert "agedFigures" not in traced[PLS]
    assert {"what": "plus_ceilings", "sureUntil": None} in calculations[PLUS]["inputs"]


def test_a_figure_without_a_value_on_the_day_is_named_apart_from_facts(client: Client) -> None:
    found, calculations, _ = simulated(client, "2016-06-01")
    (plai,) = [each for each in found["missingFigures"] if each["what"] == "plai_ceilings"]
    assert (plai["day"], plai["nextSince"]) == ("2016-06-01", "2017-01-01")
    assert plai["text"] == "this tool holds no value for 1 June 2016; the first found after it holds from 1 January 2017 on"
    assert plai["source"] == "Arrêté du 22 décembre 2016 modifiant l’arrêté du 29 juillet 1987"
    assert PLAI in {each["id"] for each in plai["rules"]}
    assert calculations[PLAI]["missingFigures"] == [{"what": "plai_ceilings", "nextSince": "2017-01-01"}]
    assert "plai_ceilings" not in {each["fact"] for each in calculations[PLAI]["missing"]}
