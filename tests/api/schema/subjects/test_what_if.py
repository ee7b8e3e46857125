"""Two hypotheses side by side: what each would change, and which fact, figure, day or rule makes it."""

from typing import Any

import pytest

from tests.api.clients import Client, a_person

COMPARE = """
fragment Found on Difference {
  key title part before { outcome text value state dueOn } after { outcome text value state dueOn }
  causes { kind kindText what part text }
}
query ($id: ID, $facts: HouseholdFactsInput, $one: HouseholdWhatIfInput!, $other: HouseholdWhatIfInput, $asOf: Date) {
  compareHousehold(id: $id, facts: $facts, one: $one, other: $other, asOf: $asOf, language: EN) {
    __typename
    ... on WhatIfs {
      base { recorded asOf documents { key } }
      one { simulation { recorded documents { key } } differences { ...Found } }
      other { simulation { asOf } differences { ...Found } }
      between { ...Found }
    }
    ... on Error { code path }
    ... on InvalidFacts { problems { code path } }
  }
}
"""
DEMOLITION = """
query ($one: OperationWhatIfInput!, $other: OperationWhatIfInput) {
  compareOperation(facts: {kind: DEMOLITION, demolitionFunder: STATE, worksStart: "2026-09-01"}, one: $one, other: $other, language: EN) {
    ... on WhatIfs {
      one { differences { ...Task } }
      other { differences { ...Task } }
      between { ...Task }
    }
  }
}
fragment Task on Difference { key before { state dueOn } after { outcome state dueOn text } causes { kind what text } }
"""
FILE = "tasks.demolition.demolition_file"
CARD = "documents.identity.identity_card"


def compared(client: Client, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = client.ask(COMPARE, **given)["compareHousehold"]
    return found


def of(differences: list[dict[str, Any]], key: str) -> dict[str, Any]:
    return next(each for each in differences if each["key"] == key)


def test_two_hypotheses_stand_beside_what_is_and_beside_each_other(either: Client) -> None:
    identifier = either.household(persons=[a_person()])
    foreign = {"facts": {"persons": [{"key": "marie", "nationality": "THIRD_COUNTRY"}]}}
    european = {"facts": {"persons": [{"key": "marie", "nationality": "EU_EEA_SWISS"}]}}
    found = compared(either, id=identifier, one=foreign, other=european)
    assert f"{CARD}@marie" in {each["key"] for each in found["base"]["documents"]}
    card = of(found["one"]["differences"], f"{CARD}@marie")
    assert (card["before"]["outcome"], card["after"]["outcome"], card["part"]) == ("APPLIED", "NOT_APPLICABLE", "marie")
    (cause,) = card["causes"]
    assert (cause["kind"], cause["what"], cause["part"]) == ("FACT", "person.nationality", "marie")
    assert cause["text"] == "Nationality: French → Third country"
    assert f"{CARD}@marie" not in {each["key"] for each in found["between"]}
    assert of(found["between"], "documents.identity.european_identity_card@marie")["after"]["outcome"] == "APPLIED"
    assert found["one"]["simulation"]["recorded"] is found["base"]["recorded"] is False


def test_nothing_of_it_is_stored(either: Client) -> None:
    identifier = either.household(persons=[a_person()])
    counted = "query ($id: ID!) { decisions(first: 50) { nodes { id } } household(id: $id) { revision } }"
    before = either.ask(counted, id=identifier)
    compared(either, id=identifier, one={"facts": {"rent": "1"}})
    assert either.ask(counted, id=identifier) == before


def test_a_day_makes_a_difference_too(client: Client) -> None:
    found = client.ask(DEMOLITION, one={"asOf": "2026-04-02"}, other={"facts": {"worksStart": "2027-06-01"}})["compareOperation"]
    later = of(found["one"]["differences"], FILE)
    assert (later["before"]["state"], later["after"]["state"]) == ("TO_DO", "MODERATE")
    assert [each["kind"] for each in later["causes"]] == ["DAY"]
    moved = of(found["other"]["differences"], FILE)
    assert (moved["after"]["outcome"], [each["what"] for each in moved["causes"]]) == ("NOT_APPLICABLE", ["operation.works_start"])
    assert of(found["between"], FILE)["before"]["state"] == "MODERATE"


def test_facts_that_are_nobodys_are_compared_and_one_hypothesis_is_enough(client: Client) -> None:
    found = compared(client, facts={"persons": [a_person()]}, one={"facts": {"persons": [{"key": "paul", "role": "CHILD"}]}})
    assert (found["other"], found["between"]) == (None, [])
    appeared = next(each for each in found["one"]["differences"] if each["part"] == "paul")
    assert (appeared["before"], appeared["causes"][0]["kind"]) == (None, "PART")


def test_what_cannot_be_compared_is_told(client: Client) -> None:
    assert client.refused(COMPARE, one={}) == ["NOTHING_TO_COMPARE"]
    assert client.refused(COMPARE, facts={}, one={"asOf": "0001-01-01"}) == ["DATE_OUT_OF_RANGE"]
    born = {"persons": [a_person(bornOn="1990-03-15")]}
    early = compared(client, facts=born, one={"facts": born, "asOf": "1990-03-14"})
    assert early["problems"] == [{"code": "PERSON_NOT_BORN_YET", "path": ["one", "facts", "persons", "0"]}]
    assert client.refused(COMPARE, id=client.household(**born), one={"asOf": "1990-03-14"}) == ["PERSON_NOT_BORN_YET"]
    assert compared(client, id="nobody", one={})["code"] == "NOT_FOUND"
    assert compared(client, id=client.operation(), one={})["code"] == "NOT_FOUND"


@pytest.mark.parametrize(("name", "where"), [("facts", ["facts"]), ("one", ["one", "facts"]), ("other", ["other", "facts"])])
def test_facts_that_cannot_be_are_told_where_they_stand(client: Client, name: str, where: list[str]) -> None:
    bad: dict[str, Any] = {"rent": "-1"}
    given: dict[str, Any] = {"facts": {}, "one": {}} | {name: bad if name == "facts" else {"facts": bad}}
    assert compared(client, **given)["problems"] == [{"code": "OUT_OF_RANGE", "path": [*where, "rent"]}]
