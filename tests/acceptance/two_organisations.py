"""Two organisations with a household and an operation each, and a neighbour's household: everything in them says whose it is."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.identity.development import development_token, somebody, state_folder
from api.principal import Role
from tests.api.clients import NOON, Client

CREATE = """
mutation ($input: Create%sInput!) { made: create%s(input: $input) {
  ... on Saved { subject { id decision { id } documents { key } tasks { key } } } ... on InvalidFacts { problems { message path } } } }
"""
COMMENT = """
mutation ($input: WriteCommentInput!) { made: writeComment(input: $input) { ... on CommentSaved { comment { id } } ... on Error { code } } }
"""
ASSIGN = "mutation ($input: AssignItemInput!) { made: assignItem(input: $input) { __typename ... on Error { code } } }"
ANNOUNCE = """
mutation ($input: AnnounceFileInput!) { made: announceFile(input: $input) { ... on FileAnnounced { file { id } } ... on Error { code } } }
"""
DAYS = ("{year}-11-23", "23 November {year}", "23 novembre {year}", "23/11/{year}")
AMOUNTS = ("{0}3210.55", "{0}3,210.55", "{0}3\u202f210,55", "{0}3\u00a0210,55", "{0}3 210,55")


@dataclass
class File:
    """A subject with all that hangs on it, and what of it nobody else may ever see."""

    kind: str
    organisation: str
    word: str
    id: str = ""
    decision: str = ""
    item: str = ""
    comment: str = ""
    file: str = ""
    canaries: set[str] = field(default_factory=set)
    personal: set[str] = field(default_factory=set)

    def given(self, root: str) -> dict[str, Any]:
        """Return what a question about this file sends, by the names of arguments and of fields of inputs."""
        name = self.decision if root == "decision" else self.id
        rule = self.item.partition("@")[0]
        about = {"subject": self.id, "item": self.item, "comment": self.comment, "file": self.file, "rule": rule}
        every = [each for each in (self.id, self.decision, self.comment, self.file) if each]
        return about | {"id": name, "ids": every, "first": 3, "answers": [], "facts": {}, "one": {}}


def nobodys(file: File) -> File:
    """Return a file of the same kind that there is not."""
    unknown = "01990000-0000-7000-8000-00000000000"
    return File(file.kind, "nobody", "nothing", f"{unknown}1", f"{unknown}2", file.item, f"{unknown}3", f"{unknown}4")


def bearing(role: Role, organisation: str, *subjects: str) -> dict[str, str]:
    """Return the header of somebody's token."""
    token = development_token(somebody(role, organisation, subjects), state_folder(os.environ), NOON)
    return {"authorization": f"Bearer {token}"}


def populated(client: Client) -> dict[str, File]:
    """Store the files, by their words."""
    files = [
        File("household", "harbour", "amaryllis"),
        File("operation", "harbour", "begonia"),
        File("household", "harbour", "crocus"),
        File("household", "valley", "dahlia"),
        File("operation", "valley", "edelweiss"),
    ]
    for number, each in enumerate(files, 1):
        _store(client, each, number)
    return {each.word: each for each in files}


def _store(client: Client, file: File, number: int) -> None:
    headers = bearing(Role.CASEWORKER, file.organisation)
    made = _made(client, CREATE % (file.kind.capitalize(), file.kind.capitalize()), headers, facts=_facts(file, number))
    subject = made["subject"]
    file.id, file.decision = subject["id"], subject["decision"]["id"]
    keys = [each["key"] for each in (*subject["documents"], *subject["tasks"])]
    file.item = next((each for each in keys if file.word in each), keys[0])
    about = {"subject": file.id, "item": file.item}
    file.comment = _made(client, COMMENT, headers, **about, text=f"text-{file.word}", internal=False)["comment"]["id"]
    _made(client, ASSIGN, headers, **about, assignee=f"assignee-{file.word}")
    file.canaries |= {file.id, file.decision, file.comment, file.word}
    file.personal |= {f"text-{file.word}"}
    if file.kind == "household":
        sent = {"name": f"{file.word}.pdf", "mediaType": "application/pdf", "size": 9}
        file.file = _made(client, ANNOUNCE, headers, **about, **sent)["file"]["id"]
        days, amounts = {each.format(year=1940 + number) for each in DAYS}, {each.format(number) for each in AMOUNTS}
        file.canaries |= {file.file, *days, *amounts}
        file.personal |= {f"{file.word}.pdf", *days, *amounts}


def _facts(file: File, number: int) -> Mapping[str, Any]:
    if file.kind == "operation":
        return {"kind": "DEMOLITION", "buildings": [{"key": f"key-{file.word}"}], "worksStart": "2026-09-01"}
    person = {"key": f"key-{file.word}", "role": "APPLICANT", "nationality": "FRENCH", "bornOn": f"{1940 + number}-11-23"}
    return {"rent": "500", "personsComplete": True, "persons": [person | {"referenceTaxIncome": f"{number}3210.55"}]}


def _made(client: Client, mutation: str, headers: Mapping[str, str], **given: Any) -> Any:
    answer = client.send(mutation, headers=headers, input=given)
    assert "errors" not in answer, answer["errors"]
    assert "code" not in answer["data"]["made"], answer["data"]
    assert "problems" not in answer["data"]["made"], answer["data"]
    return answer["data"]["made"]


def canaries(files: Iterable[File]) -> set[str]:
    """Return what nobody may see who may not see *files*."""
    return {canary for each in files for canary in each.canaries}
