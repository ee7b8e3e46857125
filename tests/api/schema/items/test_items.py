"""What hangs on items, from the outside: files sent, documents reviewed, comments, assignments, and who did what."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from tests.api.clients import Client, a_person, served
from tests.api.files.contents import PDF
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


@pytest.fixture
def client(database_address: str, tmp_path: Path) -> Iterator[Client]:
    with served(database_address, files=str(tmp_path / "files")) as made:
        yield made


@pytest.fixture
def household(client: Client) -> str:
    return client.household(persons=[a_person()])


def documents(client: Client, household: str, *states: str) -> dict[str, dict[str, Any]]:
    """Return the documents that have come so far, by their keys."""
    found = client.ask(DOCUMENTS, id=household, received=list(states) or None)["household"]["documents"]
    return {each["key"]: each for each in found}


def test_a_file_is_announced_uploaded_and_confirmed_and_its_document_is_received(client: Client, household: str) -> None:
    assert documents(client, household)[CARD]["receipt"] == {"state": "AWAITED", "reason": None, "files": []}
    announced = send(client, household)
    assert (announced["file"]["state"], announced["file"]["downloadUrl"]) == ("AWAITING", None)
    assert documents(client, household, "RECEIVED") == {}
    confirmed = change(client, CONFIRM, file=announced["file"]["id"])
    assert (confirmed["file"]["state"], confirmed["receipt"]["state"]) == ("STORED", "RECEIVED")
    assert [each["id"] for each in confirmed["receipt"]["files"]] == [announced["file"]["id"]]
    downloaded = client.http.get(confirmed["file"]["downloadUrl"])
    assert (downloaded.content, downloaded.headers["content-disposition"]) == (PDF, "attachment; filename*=UTF-8''carte.pdf")
    (received,) = documents(client, household, "RECEIVED").values()
    assert (received["key"], received["receipt"]["files"]) == (CARD, [{"name": "carte.pdf", "size": len(PDF), "state": "STORED"}])
    assert CARD not in documents(client, household, "AWAITED", "ACCEPTED", "REFUSED")


def test_a_file_that_is_removed_is_no_longer_shown_or_given(client: Client, household: str) -> None:
    announced = send(client, household)
    confirmed = change(client, CONFIRM, file=announced["file"]["id"])
    assert change(client, REMOVE, file=announced["file"]["id"]) == {"file": {"state": "REMOVED"}}
    assert client.http.get(confirmed["file"]["downloadUrl"]).status_code == 403
    assert documents(client, household)[CARD]["receipt"]["files"] == []
    assert change(client, CONFIRM, file=announced["file"]["id"]) == {"code": "FILE_MISSING", "path": ["file"]}


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"item": "documents.identity.identity_card@nobody"}, "ITEM_UNKNOWN", "item"),
        ({"item": "documents.identity.identity_card"}, "ITEM_UNKNOWN", "item"),
        ({"item": "tasks.requests.renew_request"}, "ITEM_UNKNOWN", "item"),
        ({"subject": "nobody"}, "NOT_FOUND", "subject"),
        ({"name": ""}, "FILE_NAME_REFUSED", "name"),
        ({"name": "a\nb.pdf"}, "FILE_NAME_REFUSED", "name"),
        ({"name": " "}, "FILE_NAME_REFUSED", "name"),
        ({"mediaType": "text/html"}, "FILE_TYPE_REFUSED", "mediaType"),
        ({"size": 0}, "FILE_SIZE_REFUSED", "size"),
        ({"size": 20 * 2**20 + 1}, "FILE_SIZE_REFUSED", "size"),
    ],
)
def test_what_cannot_be_announced_is_refused_with_its_place(
    client: Client, household: str, changes: dict[str, Any], code: str, path: str
) -> None:
    about: dict[str, Any] = {"subject": household, "item": CARD, "name": "carte.pdf", "mediaType": "application/pdf", "size": 9, **changes}
    assert change(client, ANNOUNCE, **about) == {"code": code, "path": [path]}


def test_a_file_that_did_not_come_or_is_something_else_is_not_confirmed(client: Client, household: str) -> None:
    about: dict[str, Any] = {"subject": household, "item": CARD, "name": "carte.pdf", "mediaType": "application/pdf", "size": len(PDF)}
    announced = change(client, ANNOUNCE, **about)
    assert change(client, CONFIRM, file=announced["file"]["id"]) == {"code": "FILE_MISSING", "path": ["file"]}
    page = send(client, household, b"<html>".ljust(len(PDF)))
    assert change(client, CONFIRM, file=page["file"]["id"]) == {"code": "FILE_NOT_AS_ANNOUNCED", "path": ["file"]}
    assert documents(client, household, "RECEIVED") == {}


def test_a_refused_document_needs_a_reason_and_shows_it(client: Client, household: str) -> None:
    on: dict[str, Any] = {"subject": household, "item": CARD}
    assert change(client, REVIEW, **on, state="REFUSED", reason=" ")["code"] == "REASON_REQUIRED"
    assert change(client, REVIEW, **on, state="AWAITED")["code"] == "STATE_REFUSED"
    for reason in ("x" * 10_001, "It has\x00expired."):
        refused = change(client, REVIEW, **on, state="REFUSED", reason=reason)
        assert (refused["code"], refused["path"]) == ("TEXT_REFUSED", ["reason"])
    refused = change(client, REVIEW, **on, state="REFUSED", reason="It has expired.")
    assert refused == {"receipt": {"state": "REFUSED", "reason": "It has expired.", "by": "development"}}
    assert documents(client, household, "REFUSED")[CARD]["receipt"]["reason"] == "It has expired."
    change(client, REVIEW, **on, state="ACCEPTED")
    assert documents(client, household, "ACCEPTED")[CARD]["receipt"] == {"state": "ACCEPTED", "reason": None, "files": []}


def test_a_comment_is_written_edited_and_deleted_by_its_author(client: Client, household: str) -> None:
    written = change(client, WRITE, subject=household, item=CARD, text="Is it legible?")["comment"]
    assert (written["text"], written["internal"], written["author"], written["version"]) == ("Is it legible?", False, "development", 1)
    edited = change(client, EDIT, comment=written["id"], text="It is.", expectedVersion=1)
    assert edited == {"comment": {"text": "It is.", "version": 2}}
    conflict = change(client, EDIT, comment=written["id"], text="Or not.", expectedVersion=1)
    assert conflict == {"code": "COMMENT_CONFLICT", "current": {"text": "It is.", "version": 2}}
    assert change(client, DELETE, comment=written["id"]) == {"comment": {"text": None, "version": 3}}
    assert change(client, EDIT, comment=written["id"], text="Again")["code"] == "COMMENT_CONFLICT"
    for text in (" ", "Legible?\x00", "x" * 10_001):
        assert change(client, WRITE, subject=household, item=CARD, text=text) == {"code": "TEXT_REFUSED"}


def test_comments_on_each_item_are_paged(client: Client, household: str) -> None:
    for number in range(3):
        change(client, WRITE, subject=household, item=CARD, text=f"{number}")
    query = """
    query ($id: ID!, $after: String) { household(id: $id) { documents(requirement: [TO_REGISTER]) { key
      comments(first: 2, after: $after) { nodes { text } pageInfo { endCursor hasNextPage } } } } }
    """
    pages: list[list[str]] = []
    cursor: str | None = None
    for _ in range(2):
        found = client.ask(query, id=household, after=cursor)["household"]["documents"]
        page = next(each["comments"] for each in found if each["key"] == CARD)
        pages.append([each["text"] for each in page["nodes"]])
        cursor = page["pageInfo"]["endCursor"]
    assert pages == [["0", "1"], ["2"]]


def test_a_file_and_a_comment_are_found_by_their_ids(client: Client, household: str) -> None:
    file = send(client, household)["file"]["id"]
    comment = change(client, WRITE, subject=household, item=CARD, text="Legible.")["comment"]["id"]
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on File { name } ... on Comment { text } } }"
    assert client.ask(query, ids=[file, comment])["nodes"] == [
        {"id": file, "__typename": "File", "name": "carte.pdf"},
        {"id": comment, "__typename": "Comment", "text": "Legible."},
    ]


def test_a_file_that_was_confirmed_removed_or_edited_under_a_key_is_so_once(client: Client, household: str) -> None:
    file = send(client, household)["file"]["id"]
    comment = change(client, WRITE, subject=household, item=CARD, text="once")["comment"]["id"]
    for mutation, given in ((CONFIRM, {"file": file}), (EDIT, {"comment": comment, "text": "twice"}), (REMOVE, {"file": file})):
        first, again = (change(client, mutation, **given, idempotencyKey=str(len(mutation))) for _ in range(2))
        if mutation is CONFIRM:  # the address to download from is a new one
            first["file"]["downloadUrl"] = again["file"]["downloadUrl"] = None
        assert first == again
    told = client.ask(HISTORY, id=household)["household"]["itemHistory"]["nodes"]
    assert [each["action"] for each in told] == ["FILE_REMOVED", "COMMENT_EDITED", "FILE_STORED", "COMMENT_WRITTEN", "FILE_ANNOUNCED"]


def test_an_item_is_assigned_and_then_to_nobody(client: Client, household: str) -> None:
    on: dict[str, Any] = {"subject": household, "item": CARD}
    assert change(client, ASSIGN, **on, assignee="anna") == {"assignment": {"assignee": "anna", "by": "development"}}
    assert documents(client, household)[CARD]["assignment"] == {"assignee": "anna"}
    assert change(client, ASSIGN, **on, assignee=None) == {"assignment": None}
    for assignee in ("a\tb", " "):
        assert change(client, ASSIGN, **on, assignee=assignee) == {"code": "ASSIGNEE_REFUSED", "path": ["assignee"]}


def test_who_did_what_is_told_from_the_latest_back(client: Client, household: str) -> None:
    on: dict[str, Any] = {"subject": household, "item": CARD}
    announced = send(client, household)
    change(client, CONFIRM, file=announced["file"]["id"])
    change(client, REVIEW, **on, state="REFUSED", reason="expired")
    change(client, WRITE, **on, text="secret text")
    change(client, ASSIGN, **on, assignee="anna")
    first = client.ask(HISTORY, id=household, first=2)["household"]["itemHistory"]
    rest = client.ask(HISTORY, id=household, item=CARD, after=first["pageInfo"]["endCursor"])["household"]["itemHistory"]
    told = first["nodes"] + rest["nodes"]
    assert [each["action"] for each in told] == ["ASSIGNED", "COMMENT_WRITTEN", "DOCUMENT_REFUSED", "FILE_STORED", "FILE_ANNOUNCED"]
    assert {each["by"] for each in told} == {"development"}
    assert [each["detail"] for each in told[:3:2]] == [{"assignee": "anna"}, {"reason": "expired"}]
    assert "secret" not in str(told)


@pytest.mark.parametrize(
    ("mutation", "given"),
    [
        (ANNOUNCE, {"name": "a.pdf", "mediaType": "application/pdf", "size": 9}),
        (REVIEW, {"state": "ACCEPTED"}),
        (WRITE, {"text": "once"}),
        (ASSIGN, {"assignee": "anna"}),
    ],
    ids=["announce", "review", "write", "assign"],
)
def test_a_change_that_is_sent_twice_under_one_key_is_made_once(
    client: Client, household: str, mutation: str, given: dict[str, Any]
) -> None:
    on: dict[str, Any] = {"subject": household, "item": CARD, "idempotencyKey": "k", **given}
    first = change(client, mutation, **on)
    again = change(client, mutation, **on)
    assert first.keys() == again.keys()
    assert first.get("comment", {}).get("id") == again.get("comment", {}).get("id")
    assert len(client.ask(HISTORY, id=household)["household"]["itemHistory"]["nodes"]) == 1
    reused = change(client, mutation, **on | {"item": "documents.identity.european_identity_card@marie"})
    assert reused["code"] == "IDEMPOTENCY_KEY_REUSED"


def test_what_hangs_on_items_is_read_by_one_query_for_each_kind_and_only_when_it_is_asked_for(client: Client, household: str) -> None:
    read: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):  # not the statement that records a decision
            read.extend(re.findall(r"FROM (item_\w+)", statement)[:1])

    event.listen(Engine, "before_cursor_execute", note)
    client.ask("query ($id: ID!) { household(id: $id) { documents { key title because { sentence } } tasks { key } } }", id=household)
    unasked = list(read)
    found = documents(client, household)
    event.remove(Engine, "before_cursor_execute", note)
    assert len(found) > 10
    assert unasked == []
    assert sorted(read) == ["item_assignment", "item_comment", "item_document", "item_file"]


def test_in_a_simulation_nothing_hangs_on_items(client: Client) -> None:
    query = """
    query ($facts: HouseholdFactsInput!) { simulateHousehold(facts: $facts) { ... on Simulation {
      documents(requirement: [TO_REGISTER], received: [AWAITED]) { key receipt { state } assignment { by } comments { nodes { id } } } } } }
    """
    found = client.ask(query, facts={"persons": [a_person()]})["simulateHousehold"]["documents"]
    assert {each["key"]: each for each in found}[CARD] == {"key": CARD, "receipt": None, "assignment": None, "comments": None}
