"""A person may say otherwise than a registry or a rule, with a reason; both are shown, and it can be taken back."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from api.principal import Role
from api.schema.revisions.reasons import _same
from domain.registries.ceiling_zones import CeilingZoneTable
from tests.api.clients import Client, served
from tests.api.schema.items.test_isolation import bearing

RENNES = "35238"
ZONE = "household.ceiling_zone"
CEILING = "calculations.income_ceilings.plus_ceiling"
UPDATE = """
mutation ($input: UpdateHouseholdInput!) {
  updateHousehold(input: $input) {
    __typename
    ... on HouseholdSaved {
      household { id revision facts { ceilingZone housingBenefit because { fact reason passedOver { origin value text } } } }
    }
    ... on InvalidFacts { problems { code path message } }
  }
}
"""
INPUTS = """
query ($id: ID!, $rule: ID!) {
  household(id: $id, language: EN) {
    decision {
      id evaluation(rule: $rule) { inputs { what text origin reason passedOver { origin value text } } }
    }
  }
}
"""


@pytest.fixture
def desk(database_address: str) -> Iterator[Client]:
    """Serve with a table of zones."""
    zones = CeilingZoneTable()
    with served(database_address, providers={zones.provides: zones}) as made:
        yield made


def update(client: Client, identifier: str, **facts: Any) -> dict[str, Any]:
    saved: dict[str, Any] = client.ask(UPDATE, input={"id": identifier, "facts": facts, "language": "EN"})["updateHousehold"]
    return saved


def zone_read(client: Client, identifier: str) -> dict[str, Any]:
    asked = client.ask(INPUTS, id=identifier, rule=CEILING)["household"]["decision"]["evaluation"]["inputs"]
    (found,) = [each for each in asked if each["what"] == ZONE]
    return dict(found)


def test_a_registry_is_overridden_with_a_reason_and_what_it_said_is_shown(desk: Client) -> None:
    identifier = desk.household(commune=RENNES)
    refused = update(desk, identifier, ceilingZone="ILE_DE_FRANCE")
    assert [(each["code"], each["path"]) for each in refused["problems"]] == [("REASON_REQUIRED", ["facts", "ceilingZone"])]
    because = "The dwelling stands across the border"
    saved = update(desk, identifier, ceilingZone="ILE_DE_FRANCE", because=[{"fact": ZONE, "reason": because}])["household"]
    passed = {"origin": "PROVIDED", "value": "OTHER_REGIONS", "text": "Other regions"}
    assert saved["facts"]["because"] == [{"fact": ZONE, "reason": because, "passedOver": passed}]
    read = zone_read(desk, identifier)
    assert (read["origin"], read["reason"], read["passedOver"]) == ("GIVEN", because, [passed])


def test_the_trace_and_a_decision_read_back_say_why(desk: Client) -> None:
    identifier = desk.household(commune=RENNES)
    update(desk, identifier, ceilingZone="ILE_DE_FRANCE", because=[{"fact": ZONE, "reason": "because"}])
    answer = desk.send(INPUTS, id=identifier, rule=CEILING)
    (told,) = answer["extensions"]["ruleTrace"]["decisions"]
    assert told["reasons"] == {ZONE: {"reason": "because", "instead_of": "OTHER_REGIONS", "origin": "provided"}}
    query = "query ($id: ID!, $rule: ID!) { decision(id: $id) { evaluation(rule: $rule) { inputs { what reason } } } }"
    read = desk.ask(query, id=answer["data"]["household"]["decision"]["id"], rule=CEILING)["decision"]["evaluation"]["inputs"]
    assert {"what": ZONE, "reason": "because"} in read


RENOVATION = {"kind": "REHABILITATION", "fundingProducts": ["PALULOS"], "worksStart": "2027-02-01", "energyContribution": True}


def test_a_rule_is_overridden_and_what_it_calculates_now_is_shown(client: Client) -> None:
    identifier = client.operation(**RENOVATION)
    query = """
    mutation ($input: UpdateOperationInput!) {
      updateOperation(input: $input) {
        ... on OperationSaved {
          operation {
            facts { because { fact passedOver { origin value } } }
            decision {
              evaluation(rule: "tasks.sitting_tenants.energy_contribution_agreement") {
                inputs { what reason passedOver { origin value text } }
              }
            }
          }
        }
        ... on InvalidFacts { problems { code path } }
      }
    }
    """
    day = "operation.funding_request_planned"

    def send(**facts: Any) -> Any:
        return client.ask(query, input={"id": identifier, "language": "EN", "facts": facts})["updateOperation"]

    assert send(fundingRequestPlanned="2026-09-15") == {
        "problems": [{"code": "REASON_REQUIRED", "path": ["facts", "fundingRequestPlanned"]}]
    }
    assert "operation" in send(fundingRequestPlanned="2026-09-01")
    saved = send(fundingRequestPlanned="2026-09-15", because=[{"fact": day, "reason": "as agreed"}])["operation"]
    assert saved["facts"]["because"] == [{"fact": day, "passedOver": {"origin": "CALCULATED", "value": "2026-09-01"}}]
    saved = send(worksStart="2027-03-01")["operation"]
    read = next(each for each in saved["decision"]["evaluation"]["inputs"] if each["what"] == day)
    passed = {"origin": "CALCULATED", "value": "2026-10-01", "text": "1 October 2026"}
    assert read == {"what": day, "reason": "as agreed", "passedOver": [passed]}


def test_what_nobody_else_says_needs_no_reason(desk: Client) -> None:
    assert "household" in update(desk, desk.household(), ceilingZone="ILE_DE_FRANCE", housingBenefit="100")


def test_what_a_registry_says_too_needs_no_reason(desk: Client) -> None:
    saved = update(desk, desk.household(commune=RENNES), ceilingZone="OTHER_REGIONS")
    assert saved["household"]["facts"]["because"] == []


def test_a_reason_stays_as_long_as_its_value_and_no_longer(desk: Client) -> None:
    identifier = desk.household(commune=RENNES)
    update(desk, identifier, ceilingZone="ILE_DE_FRANCE", because=[{"fact": ZONE, "reason": "because"}])
    kept = update(desk, identifier, rent="500")["household"]
    assert (kept["revision"], [each["reason"] for each in kept["facts"]["because"]]) == (3, ["because"])
    assert update(desk, identifier, ceilingZone="ILE_DE_FRANCE")["household"]["revision"] == 3
    assert update(desk, identifier, ceilingZone="PARIS_AND_ADJOINING")["problems"][0]["code"] == "REASON_REQUIRED"


def test_an_override_is_taken_back_by_making_the_fact_unknown(desk: Client) -> None:
    identifier = desk.household(commune=RENNES)
    update(desk, identifier, ceilingZone="ILE_DE_FRANCE", because=[{"fact": ZONE, "reason": "because"}])
    undone = update(desk, identifier, unknown=[ZONE])["household"]
    assert (undone["revision"], undone["facts"]["ceilingZone"], undone["facts"]["because"]) == (3, None, [])
    read = zone_read(desk, identifier)
    assert (read["origin"], read["text"], read["reason"], read["passedOver"]) == ("PROVIDED", "Other regions", None, [])


@pytest.mark.parametrize(
    ("reasons", "code", "path"),
    [
        ([{"fact": "household.rent", "reason": " "}], "BAD_REASON", ["facts", "because", "0", "reason"]),
        ([{"fact": "household.rent", "reason": "x" * 1_001}], "BAD_REASON", ["facts", "because", "0", "reason"]),
        ([{"fact": "household.nothing", "reason": "x"}], "UNKNOWN_FACT", ["facts", "because", "0", "fact"]),
        ([{"fact": "household.commune", "reason": "x"}], "REASON_WITHOUT_VALUE", ["facts", "because", "0", "fact"]),
    ],
)
def test_a_reason_that_cannot_stand_is_told_with_its_path(client: Client, reasons: Any, code: str, path: list[str]) -> None:
    refused = update(client, client.household(), rent="500", because=reasons)
    assert [(each["code"], each["path"]) for each in refused["problems"]] == [(code, path)]


def test_any_fact_may_have_a_reason_also_of_a_part(client: Client) -> None:
    identifier = client.household(persons=[{"key": "marie"}])
    reasons = [{"fact": "person.born_on", "reason": "as on the passport"}]
    update(client, identifier, persons=[{"key": "marie", "bornOn": "1990-05-01", "because": reasons}])
    query = "query ($id: ID!) { household(id: $id) { facts { because { fact } persons { because { fact reason } } } } }"
    facts = client.ask(query, id=identifier)["household"]["facts"]
    assert facts == {"because": [], "persons": [{"because": reasons}]}


def test_an_applicant_gives_its_facts_and_overrides_no_registry(desk: Client) -> None:
    identifier = desk.household(commune=RENNES)
    mine = bearing(Role.APPLICANT, "demo", identifier)
    facts = {"rent": "500", "ceilingZone": "ILE_DE_FRANCE", "because": [{"fact": ZONE, "reason": "because"}]}
    refused = desk.send(UPDATE, headers=mine, input={"id": identifier, "facts": facts})["data"]["updateHousehold"]
    assert [(each["code"], each["path"]) for each in refused["problems"]] == [("OVERRIDE_REFUSED", ["facts", "ceilingZone"])]
    saved = desk.send(UPDATE, headers=mine, input={"id": identifier, "facts": {"rent": "500"}})["data"]["updateHousehold"]
    assert saved["household"]["revision"] == 2


def test_what_is_only_tried_needs_no_reason(client: Client) -> None:
    query = "query { simulateHousehold(facts: {ceilingZone: ILE_DE_FRANCE}) { ... on Simulation { recorded } } }"
    assert client.ask(query)["simulateHousehold"] == {"recorded": False}


def test_a_value_that_a_rule_calculates_with_more_digits_than_anybody_may_give_is_another_one() -> None:
    third = str(Decimal(1) / 3)
    assert not _same("household.reference_supplement", third, "0.33")
    assert _same("household.reference_supplement", "0.330", "0.33")
    assert not _same("household.reference_supplement", None, "0.33")
