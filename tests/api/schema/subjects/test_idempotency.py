"""Every mutation takes a key under which it is made once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from tests.api.clients import Client, a_person, served
from tests.databases import on_postgresql

CREATE = """
mutation ($input: CreateHouseholdInput!) {
  createHousehold(input: $input) {
    __typename ... on HouseholdSaved { household { id revision facts { rent } } } ... on Error { code message path }
  }
}
"""
UPDATE = """
mutation ($input: UpdateHouseholdInput!) {
  updateHousehold(input: $input) {
    __typename ... on HouseholdSaved { household { id revision facts { rent } } } ... on Error { code message path }
  }
}
"""
COUNT = "{ households(first: 100) { nodes { id } } }"


def create(client: Client, **given: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.ask(CREATE, input={"idempotencyKey": "k", **given})["createHousehold"]
    return made


def update(client: Client, **given: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.ask(UPDATE, input={"idempotencyKey": "u", **given})["updateHousehold"]
    return made


def test_a_creation_that_is_sent_again_answers_with_what_it_made_as_it_is_now(either: Client) -> None:
    first = create(either, facts={"rent": "500"})
    assert create(either, facts={"rent": "500"}) == first
    update(either, id=first["household"]["id"], facts={"rent": "600"})
    again = create(either, facts={"rent": "500"})["household"]
    assert again == {"id": first["household"]["id"], "revision": 2, "facts": {"rent": "600"}}
    assert len(either.ask(COUNT)["households"]["nodes"]) == 1


def test_a_change_that_is_sent_again_is_no_conflict_with_itself(either: Client) -> None:
    identifier = either.household(rent="500")
    change = {"id": identifier, "expectedVersion": 1, "facts": {"rent": "600"}}
    first = update(either, **change)
    assert (first["household"]["revision"], update(either, **change)) == (2, first)
    assert update(either, **change, idempotencyKey="another")["code"] == "REVISION_CONFLICT"


def test_the_same_key_with_another_body_is_refused_and_changes_nothing(either: Client) -> None:
    made = create(either, facts={"rent": "500"})
    refused = create(either, facts={"rent": "501"})
    assert (refused["__typename"], refused["code"], refused["path"]) == (
        "IdempotencyKeyReused",
        "IDEMPOTENCY_KEY_REUSED",
        ["idempotencyKey"],
    )
    other_mutation = update(either, id=made["household"]["id"], facts={"rent": "500"}, idempotencyKey="k")
    assert other_mutation["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert len(either.ask(COUNT)["households"]["nodes"]) == 1


def test_what_was_refused_may_be_corrected_under_the_same_key(client: Client) -> None:
    assert create(client, facts={"rent": "-1"})["code"] == "INVALID_FACTS"
    assert create(client, facts={"rent": "1"})["__typename"] == "HouseholdSaved"


def test_a_change_that_changes_nothing_takes_its_key_too(client: Client) -> None:
    identifier = client.household(rent="500")
    assert update(client, id=identifier, facts={"rent": "500"})["household"]["revision"] == 1
    assert update(client, id=identifier, facts={"rent": "501"})["code"] == "IDEMPOTENCY_KEY_REUSED"


def test_after_24_hours_the_key_names_a_new_change(client: Client) -> None:
    first = create(client, facts={"rent": "500"})
    client.clock.now += timedelta(hours=24, seconds=1)
    second = create(client, facts={"rent": "700"})
    assert second["household"]["id"] != first["household"]["id"]


@pytest.mark.parametrize("key", ["", "x" * 101, "a\nb", "a\x00b"])
def test_a_key_that_is_none_is_refused_by_code(client: Client, key: str) -> None:
    assert client.refused(CREATE, input={"facts": {}, "idempotencyKey": key}) == ["BAD_IDEMPOTENCY_KEY"]


@on_postgresql
def test_twins_in_two_processes_commit_once(database_address: str) -> None:
    with served(database_address) as one, served(database_address) as two, ThreadPoolExecutor(8) as threads:
        facts = {"rent": "500", "persons": [a_person()]}
        made = list(threads.map(lambda n: create([one, two][n % 2], facts=facts), range(8)))
        assert len({each["household"]["id"] for each in made}) == 1
        identifier = made[0]["household"]["id"]
        change = {"id": identifier, "expectedVersion": 1, "facts": {"rent": "600"}}
        changed = list(threads.map(lambda n: update([one, two][n % 2], **change), range(8)))
        assert {(each["__typename"], each["household"]["revision"]) for each in changed} == {("HouseholdSaved", 2)}
        assert len(one.ask(COUNT)["households"]["nodes"]) == 1
