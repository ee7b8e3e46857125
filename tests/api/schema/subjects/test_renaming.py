"""A file is called otherwise by a revision, so that its history tells who did so and knownAt what it was called then."""

from datetime import timedelta
from typing import Any

import pytest

from api.principal import Role
from tests.api.clients import Client
from tests.api.schema.items.test_isolation import bearing

CREATE = "mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { ... on Saved { subject { id } } } }"
RENAME = """
mutation ($input: RenameSubjectInput!) {
  renameSubject(input: $input) {
    __typename
    ... on Saved { subject { __typename id label revision } }
    ... on HouseholdSaved { household { decision { revision } } }
    ... on Error { code path }
    ... on Conflict { current { label revision } }
  }
}
"""
HISTORY = """
query ($id: ID!, $knownAt: DateTime) {
  household(id: $id, knownAt: $knownAt) { label revisions { nodes { number author label changes { fact } } } }
}
"""


def named(client: Client, label: str | None = "Martin") -> str:
    identifier: str = client.ask(CREATE, input={"facts": {"rent": "500"}, "label": label})["createHousehold"]["subject"]["id"]
    return identifier


def rename(client: Client, **given: Any) -> Any:
    return client.ask(RENAME, input=given)["renameSubject"]


def test_a_renamed_file_has_a_revision_more_the_same_facts_and_its_old_label_in_its_history(either: Client) -> None:
    identifier, then = named(either), either.clock.now
    either.clock.now += timedelta(hours=1)
    made = rename(either, id=identifier, label=" Famille Martin ", expectedVersion=1)
    subject = {"__typename": "Household", "id": identifier, "label": "Famille Martin", "revision": 2}
    assert made == {"__typename": "HouseholdSaved", "subject": subject, "household": {"decision": {"revision": 2}}}
    assert either.ask("{ households { nodes { label } } }")["households"]["nodes"] == [{"label": "Famille Martin"}]
    latest, first = either.ask(HISTORY, id=identifier)["household"]["revisions"]["nodes"]
    assert latest == {"number": 2, "author": "development", "label": "Famille Martin", "changes": []}
    assert (first["label"], first["changes"]) == ("Martin", [{"fact": "household.rent"}])
    assert either.ask(HISTORY, id=identifier, knownAt=then.isoformat())["household"]["label"] == "Martin"
    change = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { ... on Saved { subject { label revision } } } }"
    changed = either.ask(change, input={"id": identifier, "facts": {"rent": "600"}})["updateHousehold"]["subject"]
    assert changed == {"label": "Famille Martin", "revision": 3}


def test_a_conflict_shows_what_it_is_called_now_and_the_same_label_stores_nothing(either: Client) -> None:
    identifier = named(either)
    assert rename(either, id=identifier, label="Martin")["subject"]["revision"] == 1
    assert rename(either, id=identifier, label=None)["subject"] | {"id": ""} == {
        "__typename": "Household",
        "id": "",
        "label": None,
        "revision": 2,
    }
    conflict = rename(either, id=identifier, label="Dupont", expectedVersion=1)
    assert (conflict["code"], conflict["current"]) == ("REVISION_CONFLICT", {"label": None, "revision": 2})
    assert rename(either, id="nobody", label="Dupont")["code"] == "NOT_FOUND"


def test_a_renaming_that_is_sent_twice_is_made_once(either: Client) -> None:
    identifier = named(either)
    for _ in range(2):
        assert rename(either, id=identifier, label="Dupont", idempotencyKey="k")["subject"]["revision"] == 2
    assert rename(either, id=identifier, label="Durand", idempotencyKey="k")["code"] == "IDEMPOTENCY_KEY_REUSED"


@pytest.mark.parametrize("label", ["", "  ", "x" * 201, "a\0b"])
def test_a_label_that_cannot_be_is_refused_by_code(either: Client, label: str) -> None:
    assert either.refused(RENAME, input={"id": named(either), "label": label}) == ["BAD_LABEL"]
    assert either.refused(CREATE, input={"facts": {}, "label": label}) == ["BAD_LABEL"]


def test_whoever_opens_no_files_names_none_and_an_auditor_reads_no_label(client: Client) -> None:
    identifier = named(client)
    for role in (Role.APPLICANT, Role.AUDITOR, Role.ADMINISTRATOR):
        headers = bearing(role, "demo", *([identifier] if role is Role.APPLICANT else []))
        answer = client.send(RENAME, headers=headers, input={"id": identifier, "label": "x"})
        assert [each["extensions"]["code"] for each in answer["errors"]] == ["FORBIDDEN"]
    answer = client.send(HISTORY, headers=bearing(Role.AUDITOR), id=identifier)
    assert answer["data"]["household"]["revisions"]["nodes"][0]["label"] is None
