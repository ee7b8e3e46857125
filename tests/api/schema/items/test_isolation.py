"""Items are reached through their file: not by another organisation, nor by an applicant whose file it is not; and roles have their own."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from api.identity.development import development_token, somebody, state_folder
from api.principal import Role
from tests.api.clients import NOON, Client, a_person, served
from tests.api.schema.items.changes import (
    ANNOUNCE,
    ASSIGN,
    CARD,
    CONFIRM,
    DELETE,
    DOCUMENTS,
    EDIT,
    HISTORY,
    REMOVE,
    REVIEW,
    WRITE,
    change,
    send,
)

TRAIL = "query ($id: ID!) { household(id: $id) { itemHistory { nodes { action by item at } } } }"
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
FILE = {"name": "a.pdf", "mediaType": "application/pdf", "size": 9}


@pytest.fixture
def client(migrated_file: Path, tmp_path: Path) -> Iterator[Client]:
    (tmp_path / "items.db").write_bytes(migrated_file.read_bytes())
    with served(f"sqlite:///{tmp_path / 'items.db'}", files=str(tmp_path / "files")) as made:
        yield made


@pytest.fixture
def household(client: Client) -> str:
    return client.household(persons=[a_person()])


def bearing(role: Role, organisation: str = "demo", *subjects: str) -> dict[str, str]:
    """Return the header of somebody's token."""
    token = development_token(somebody(role, organisation, subjects), state_folder(os.environ), NOON)
    return {"authorization": f"Bearer {token}"}


def refusal(client: Client, mutation: str, headers: Mapping[str, str], **given: Any) -> str:
    """Return the code with which a change is refused, as an error or as an answer."""
    answer = client.send(mutation, headers=headers, input=given)
    if "errors" in answer:
        return str(answer["errors"][0]["extensions"]["code"])
    (made,) = answer["data"].values()
    return str(made["code"])


def shown(client: Client, household: str, headers: Mapping[str, str]) -> dict[str, Any]:
    """Return what a caller sees of the identity card."""
    found = client.send(DOCUMENTS, headers=headers, id=household)["data"]["household"]["documents"]
    return dict(next(each for each in found if each["key"] == CARD))


def test_an_applicant_sends_files_for_its_own_file_and_sees_how_far_they_have_come(client: Client, household: str) -> None:
    mine = bearing(Role.APPLICANT, "demo", household)
    announced = send(client, household, headers=mine)
    assert change(client, CONFIRM, mine, file=announced["file"]["id"])["receipt"]["state"] == "RECEIVED"
    change(client, REVIEW, subject=household, item=CARD, state="REFUSED", reason="expired")
    assert shown(client, household, mine)["receipt"]["reason"] == "expired"


def test_an_applicant_sees_no_comment_marked_internal_by_any_door(client: Client, household: str) -> None:
    mine = bearing(Role.APPLICANT, "demo", household)
    internal = change(client, WRITE, subject=household, item=CARD, text="internal canary", internal=True)["comment"]["id"]
    change(client, WRITE, subject=household, item=CARD, text="Please send both sides.")
    change(client, WRITE, mine, subject=household, item=CARD, text="Here they are.")
    assert [each["text"] for each in shown(client, household, mine)["comments"]["nodes"]] == ["Please send both sides.", "Here they are."]
    assert client.send(NODES, headers=mine, ids=[internal])["data"]["nodes"] == [None]
    assert refusal(client, EDIT, mine, comment=internal, text="mine now") == "NOT_FOUND"
    assert refusal(client, DELETE, mine, comment=internal) == "NOT_FOUND"
    history = client.send(HISTORY, headers=mine, id=household)
    assert "COMMENT" not in str(history.get("data"))
    assert "canary" not in str(history)


@pytest.mark.parametrize(
    ("mutation", "given"),
    [(REVIEW, {"state": "ACCEPTED"}), (ASSIGN, {"assignee": "anna"}), (WRITE, {"text": "hidden", "internal": True})],
    ids=["review", "assign", "internal comment"],
)
def test_an_applicant_neither_reviews_nor_assigns_nor_hides(client: Client, household: str, mutation: str, given: dict[str, Any]) -> None:
    mine = bearing(Role.APPLICANT, "demo", household)
    assert refusal(client, mutation, mine, subject=household, item=CARD, **given) == "FORBIDDEN"


@pytest.mark.parametrize(
    ("mutation", "given"),
    [(ANNOUNCE, FILE), (REVIEW, {"state": "ACCEPTED"}), (WRITE, {"text": "x"}), (ASSIGN, {"assignee": "anna"})],
    ids=["announce", "review", "write", "assign"],
)
def test_an_auditor_changes_nothing(client: Client, household: str, mutation: str, given: dict[str, Any]) -> None:
    assert refusal(client, mutation, bearing(Role.AUDITOR), subject=household, item=CARD, **given) == "FORBIDDEN"


def test_an_auditor_reads_who_did_what(client: Client, household: str) -> None:
    change(client, REVIEW, subject=household, item=CARD, state="ACCEPTED")
    told = client.send(TRAIL, headers=bearing(Role.AUDITOR), id=household)["data"]["household"]["itemHistory"]["nodes"]
    assert told == [{"action": "DOCUMENT_ACCEPTED", "by": "development", "item": CARD, "at": "2026-03-02T12:00:00+00:00"}]


@pytest.mark.parametrize("who", ["caseworker elsewhere", "another applicant"])
def test_what_hangs_on_somebody_elses_items_is_not_there(client: Client, household: str, who: str) -> None:
    other = bearing(Role.CASEWORKER, "elsewhere") if who == "caseworker elsewhere" else bearing(Role.APPLICANT, "demo", "another")
    file = send(client, household)["file"]["id"]
    comment = change(client, WRITE, subject=household, item=CARD, text="canary")["comment"]["id"]
    on = {"subject": household, "item": CARD}
    assert refusal(client, ANNOUNCE, other, **on, **FILE) == "NOT_FOUND"
    assert refusal(client, WRITE, other, **on, text="x") == "NOT_FOUND"
    assert refusal(client, CONFIRM, other, file=file) == "NOT_FOUND"
    assert refusal(client, REMOVE, other, file=file) == "NOT_FOUND"
    assert refusal(client, EDIT, other, comment=comment, text="x") == "NOT_FOUND"
    assert client.send(DOCUMENTS, headers=other, id=household)["data"]["household"] is None
    assert client.send(NODES, headers=other, ids=[file, comment])["data"]["nodes"] == [None, None]


def test_a_task_assigned_elsewhere_is_in_no_list_of_ours(client: Client) -> None:
    operation = client.operation(kind="DEMOLITION", worksStart="2026-09-01")
    tasks = "query ($assignee: ID) { tasks(assignee: $assignee) { nodes { key } } }"
    key = client.ask(tasks)["tasks"]["nodes"][0]["key"]
    change(client, ASSIGN, subject=operation, item=key, assignee="anna")
    assert len(client.ask(tasks, assignee="anna")["tasks"]["nodes"]) == 1
    elsewhere = client.send(tasks, headers=bearing(Role.CASEWORKER, "elsewhere"), assignee="anna")
    assert elsewhere["data"]["tasks"]["nodes"] == []
