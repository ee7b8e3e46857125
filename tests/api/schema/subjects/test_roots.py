"""Every kind of subject has the same questions and changes, made from its declaration."""

import json
from typing import Any

import pytest

from api.schema.words import Words
from rules.library import ROOTS
from tests.api.clients import Client

FACT = {
    "household": ("rent", "500", "600"),
    "operation": ("worksStart", "2026-09-01", "2026-10-01"),
    "landlord": ("socialUtilityAgreementEndsOn", "2027-01-01", "2028-01-01"),
    "tenancy": ("incomeNoticeSentOn", "2026-01-10", "2026-01-11"),
    "housing_request": ("expiresOn", "2027-01-01", "2028-01-01"),
}
ROOT = pytest.mark.parametrize("kind", ROOTS, ids=lambda each: each.type_name)


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(each.capitalize() for each in rest)


def change(client: Client, verb: str, kind: Any, **given: Any) -> dict[str, Any]:
    name, field, fact = kind.__name__, camel(kind.type_name), FACT[kind.type_name][0]
    query = f"""
    mutation ($input: {verb.capitalize()}{name}Input!) {{
      {verb}{name}(input: $input) {{
        __typename
        ... on Saved {{ subject {{ __typename id revision }} missing {{ fact }} }}
        ... on {name}Saved {{ {field} {{ id revision facts {{ {fact} }} }} }}
        ... on Error {{ code }}
        {"... on Conflict { current { id revision } }" if verb == "update" else ""}
      }}
    }}
    """
    made: dict[str, Any] = client.ask(query, input=given)[f"{verb}{name}"]
    return made


@ROOT
def test_a_subject_is_made_read_changed_listed_and_found_by_its_id(client: Client, kind: Any) -> None:
    name, field = kind.__name__, camel(kind.type_name)
    fact, before, after = FACT[kind.type_name]
    made = change(client, "create", kind, facts={fact: before}, idempotencyKey="c")
    identifier = made["subject"]["id"]
    assert made["subject"] == {"__typename": name, "id": identifier, "revision": 1}
    assert made[field] == {"id": identifier, "revision": 1, "facts": {fact: before}}
    assert change(client, "create", kind, facts={fact: before}, idempotencyKey="c") == made
    changed = change(client, "update", kind, id=identifier, expectedVersion=1, facts={fact: after}, idempotencyKey="u")
    assert changed[field] == {"id": identifier, "revision": 2, "facts": {fact: after}}
    conflict = change(client, "update", kind, id=identifier, expectedVersion=1, facts={fact: before})
    assert (conflict["code"], conflict["current"]) == ("REVISION_CONFLICT", {"id": identifier, "revision": 2})
    query = f"""
    query ($id: ID!) {{
      {field}(id: $id) {{ id facts {{ {fact} }} decision {{ number }} tasks {{ key outcome }} documents {{ key }} }}
      {camel(Words.of(kind).many)}(first: 5) {{ nodes {{ id }} }}
      node(id: $id) {{ __typename id }}
    }}
    """
    found = client.ask(query, id=identifier)
    assert (found[field]["id"], found[field]["facts"]) == (identifier, {fact: after})
    assert found[field]["decision"]["number"] > 0
    assert found[camel(Words.of(kind).many)] == {"nodes": [{"id": identifier}]}
    assert found["node"] == {"__typename": name, "id": identifier}


@ROOT
def test_facts_that_are_nobodys_are_simulated(client: Client, kind: Any) -> None:
    name, (fact, before, _) = f"simulate{kind.__name__}", FACT[kind.type_name]
    query = f"query ($facts: {kind.__name__}FactsInput!) {{ {name}(facts: $facts) {{ ... on Simulation {{ recorded tasks {{ key }} }} }} }}"
    assert client.ask(query, facts={fact: before})[name]["recorded"] is False


def test_one_kind_is_not_found_by_the_question_for_another(client: Client) -> None:
    identifier = client.household(rent="500")
    asked = client.ask("query ($id: ID!) { landlord(id: $id) { id } household(id: $id) { id } }", id=identifier)
    assert asked == {"landlord": None, "household": {"id": identifier}}
    tenancy = next(each for each in ROOTS if each.type_name == "tenancy")
    assert change(client, "update", tenancy, id=identifier, facts={})["code"] == "NOT_FOUND"


def test_many_things_are_found_by_their_ids_in_order(client: Client) -> None:
    one, two = client.household(), client.operation()
    rule = "documents.identity.identity_card"
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
    found = client.ask(query, ids=[two, "nothing", rule, one, "018f0000-0000-7000-8000-000000000000"])["nodes"]
    assert [each and each["id"] for each in found] == [two, None, rule, one, None]
    assert client.refused(query, ids=[one] * 101) == ["TOO_MANY_IDS"]


def test_many_things_cost_as_much_as_there_are_ids(client: Client) -> None:
    ids = [f"nothing-{number}" for number in range(30)]
    written = f"{{ nodes(ids: {json.dumps(ids)}) {{ id }} }}"
    assert client.send(written)["extensions"]["cost"]["requested"] == 1 + 30
    answer = client.send("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
    assert answer["extensions"]["cost"]["requested"] == 1 + 30
