"""What a rule takes for true, as clients see it: on the whole and on each item, and not where its facts are hidden."""

from api.schema.decisions.masking import hidden_in
from rules.library import load_rule_sets
from tests.api.clients import Client, a_person

SIMULATE = """
query ($facts: HouseholdFactsInput!) { simulateHousehold(facts: $facts, asOf: "2026-11-20", language: EN) { ... on Simulation {
  doubts { id title } calculations { rule { id } doubts { id } }
} } }
"""
ABROAD = "calculations.incomes.has_income_from_abroad"


def test_a_doubt_is_told_of_the_whole_and_of_each_value_that_rests_on_it(client: Client) -> None:
    facts = {"persons": [a_person(taxSituation="ABROAD", referenceTaxIncome="9000")], "personsComplete": True, "recentIncome": None}
    found = client.ask(SIMULATE, facts=facts)["simulateHousehold"]
    assert found["doubts"] == [{"id": ABROAD, "title": "income certified abroad, added as it is"}]
    doubted = {each["rule"]["id"].rpartition(".")[2] for each in found["calculations"] if each["doubts"] == [{"id": ABROAD}]}
    assert {"reference_income_n2", "reference_income"} <= doubted
    assert "household_persons" not in doubted


def test_the_trace_names_the_doubt_of_each_value_that_rests_on_it_and_of_no_other(client: Client) -> None:
    facts = {"persons": [a_person(taxSituation="ABROAD", referenceTaxIncome="9000")], "personsComplete": True, "recentIncome": None}
    sure = {**facts, "persons": [a_person(referenceTaxIncome="9000")]}
    for given, doubts in ((facts, [ABROAD]), (sure, None), (facts, [ABROAD])):
        (told,) = client.send(SIMULATE, facts=given)["extensions"]["ruleTrace"]["decisions"]
        traced = {each["rule"].rpartition(".")[2]: each for each in told["evaluations"]}
        assert traced["reference_income_n2"].get("doubts") == traced["reference_income"].get("doubts") == doubts
        assert "doubts" not in traced["household_persons"]


WHAT_IF = """
query ($facts: HouseholdFactsInput!, $one: HouseholdWhatIfInput!) {
  compareHousehold(facts: $facts, one: $one, asOf: "2026-11-20", language: EN) {
    ... on WhatIfs { one { differences { rule { id } before { doubts { id } } after { text doubts { title } } } } }
  }
}
"""


def test_a_what_if_names_the_doubt_of_the_side_that_rests_on_it(client: Client) -> None:
    facts = {"persons": [a_person(referenceTaxIncome="9000")], "personsComplete": True, "recentIncome": None}
    abroad = {"persons": [a_person(taxSituation="ABROAD", referenceTaxIncome="8000")]}
    differences = client.ask(WHAT_IF, facts=facts, one={"facts": abroad})["compareHousehold"]["one"]["differences"]
    (income,) = [each for each in differences if each["rule"]["id"] == "calculations.incomes.reference_income_n2"]
    assert income["before"] == {"doubts": []}
    assert income["after"] == {"text": "€8,000 a year", "doubts": [{"title": "income certified abroad, added as it is"}]}


def test_what_personal_facts_put_in_doubt_is_hidden_with_them() -> None:
    assert ABROAD in hidden_in(load_rule_sets()["household"].index, ())
