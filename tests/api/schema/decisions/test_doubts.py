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


def test_what_personal_facts_put_in_doubt_is_hidden_with_them() -> None:
    assert ABROAD in hidden_in(load_rule_sets()["household"].index, ())
