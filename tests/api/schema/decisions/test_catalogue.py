import pytest

from api.schema.decisions import catalogue
from rules.review.case_checks import BadCase
from tests.api.clients import Client

RULES = """
query ($kind: RuleKind) { rules(kind: $kind, language: EN) {
  id kind title subject version confidence sources { reference title } inputs { what label unit } dependsOn { id } usedBy { id }
  document { requirement asked } task { shownFrom { months days } } unit
} }
"""


def test_the_catalogue_holds_every_rule_with_its_source(client: Client) -> None:
    rules = client.ask(RULES)["rules"]
    assert {each["kind"] for each in rules} == {"DOCUMENT", "CALCULATION", "TASK", "CONDITION"}
    assert all(each["sources"] for each in rules if each["kind"] != "CONDITION")
    assert all((each["document"] is not None) == (each["kind"] == "DOCUMENT") for each in rules)
    assert all((each["task"] is not None) == (each["kind"] == "TASK") for each in rules)
    assert len({each["id"] for each in rules}) == len(rules)


def test_rules_are_found_by_kind_and_by_id(client: Client) -> None:
    assert {each["kind"] for each in client.ask(RULES, kind="TASK")["rules"]} == {"TASK"}
    rule = client.ask('{ rule(id: "tasks.demolition.demolition_file", language: FR) { title kind subject } }')["rule"]
    assert (rule["kind"], rule["subject"]) == ("TASK", "operation")


def test_what_a_rule_reads_and_what_reads_it_are_two_sides_of_one_graph(client: Client) -> None:
    rules = {each["id"]: each for each in client.ask(RULES)["rules"]}
    for name, rule in rules.items():
        for needed in rule["dependsOn"]:
            assert name in [each["id"] for each in rules[needed["id"]]["usedBy"]]
    card = rules["documents.identity.identity_card"]
    assert {"what": "person.nationality", "label": "Nationality", "unit": None} in card["inputs"]


def test_a_page_for_a_rule_says_when_it_applies_when_it_is_done_and_what_it_counts_to(client: Client) -> None:
    query = """
    query ($id: ID!) {
      rule(id: $id, language: EN) {
        when closedWhen countsTo note version sources { title address version } task { delayConfidence alertsConfidence blocks }
      }
    }
    """
    task = client.ask(query, id="tasks.demolition.demolition_file")["rule"]
    assert task["when"]
    assert task["closedWhen"]
    assert "Signature of the works contracts" in task["countsTo"]
    assert task["task"]["delayConfidence"] in {"SOURCED", "DERIVED", "FROM_MEMORY", "PROPOSAL"}
    calculation = client.ask(query, id="calculations.income_ceilings.plus_ceiling")["rule"]
    assert (calculation["when"], calculation["closedWhen"], calculation["countsTo"]) == (None, None, None)


SURE_UNTIL = {
    "apl_flat_charges_scale": ["2027-09-30"],
    "apl_minimum_participation": ["2027-09-30"],
    "apl_rent_ceilings": ["2027-09-30"],
    "apl_resource_allowances": ["2020-12-31", "2025-12-31"],
    "plai_ceilings": ["2026-12-31"],
    "plus_ceilings": ["2002-12-31", "2008-12-31", "2026-12-31"],
    "plus_ceilings_in_francs": ["1987-12-31", "1999-12-31"],
    "rls_amounts": ["2026-12-31"],
    "rls_income_ceilings": ["2024-12-31", "2026-12-31"],
}
"""What a text revises each year: the eve of the revision after the last value, and after a value that a gap follows."""


def test_a_page_for_a_figure_says_what_it_was_and_is_and_what_reads_it(client: Client) -> None:
    periods = "periods { since dated sureUntil value text source confidence }"
    query = f"{{ figures(language: EN) {{ id title unit {periods} usedBy {{ id figures {{ id }} }} }} }}"
    figures = client.ask(query)["figures"]
    assert len(figures) > 20
    assert all(each["periods"] and each["title"] for each in figures)
    for each in figures:
        assert [period["since"] for period in each["periods"]] == sorted(period["since"] for period in each["periods"])
        assert all(each["id"] in {figure["id"] for figure in rule["figures"]} for rule in each["usedBy"])
    (rents,) = [each for each in figures if each["title"] == "Maximum rents of the zones"]
    assert rents["periods"][-1]["value"] is None
    sure = {each["id"]: [period["sureUntil"] for period in each["periods"] if period["sureUntil"]] for each in figures}
    assert {name: days for name, days in sure.items() if days} == SURE_UNTIL
    published = {"2021-07-01"}  # earlier than its text nothing applies, whenever it takes effect
    assert {period["since"] for each in figures for period in each["periods"] if not period["dated"]} == {"2002-01-01", *published}
    euro = {each["title"] for each in figures if any(it["dated"] and it["since"] == "2002-01-01" for it in each["periods"])}
    assert euro == {"PLUS income ceilings"}  # whatever else begins that day has no day that was found


def test_a_page_for_a_rule_has_its_cases_with_what_they_state(client: Client) -> None:
    query = "query ($id: ID!) { rule(id: $id, language: EN) { cases { name firstDay lastDay part states } } }"
    cases = client.ask(query, id="calculations.income_ceilings.plus_ceiling")["rule"]["cases"]
    (one,) = (each for each in cases if each["name"] == "one person in other regions, in 2026")
    assert (one["part"], one["states"].replace("\u202f", " ").replace("\xa0", " ")) == (None, "€23,403 a year")
    assert one["firstDay"] == one["lastDay"]
    cards = client.ask(query, id="documents.identity.identity_card")["rule"]["cases"]
    assert {"does not apply", "undetermined"} <= {each["states"] for each in cards}
    assert all(each["part"] for each in cards)


def test_a_rule_has_no_case_where_there_are_none_or_one_cannot_be_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable() -> None:
        raise BadCase("line 1: it has no cases")

    query = '{ rule(id: "documents.identity.identity_card") { cases { name } } }'
    for found in (dict, unreadable):
        catalogue._stated.cache_clear()
        monkeypatch.setattr(catalogue, "statements", found)
        assert client.ask(query)["rule"]["cases"] == []
    catalogue._stated.cache_clear()
