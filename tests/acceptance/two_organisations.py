"""Two organisations with a file of every kind each, and a neighbour's household: all that stands in them says whose it is."""

import os
import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from api.identity.development import development_token, somebody, state_folder
from api.principal import Role
from rules.library import ROOTS
from tests.acceptance.all_facts import AllFacts
from tests.api.clients import NOON, Client

CREATE = """
mutation ($input: Create%sInput!) { made: create%s(input: $input) {
  ... on Saved { subject { id decision { id } documents { key } tasks { key dueOn } } }
  ... on InvalidFacts { problems { message path } } } }
"""
COMMENT = """
mutation ($input: WriteCommentInput!) { made: writeComment(input: $input) { ... on CommentSaved { comment { id } } ... on Error { code } } }
"""
ASSIGN = "mutation ($input: AssignItemInput!) { made: assignItem(input: $input) { __typename ... on Error { code } } }"
REVIEW = "mutation ($input: ReviewDocumentInput!) { made: reviewDocument(input: $input) { __typename ... on Error { code } } }"
ANNOUNCE = """
mutation ($input: AnnounceFileInput!) { made: announceFile(input: $input) {
  ... on FileAnnounced { file { id } upload { url } } ... on Error { code } } }
"""
CONFIRM = "mutation ($input: ConfirmFileInput!) { made: confirmFile(input: $input) { __typename ... on Error { code } } }"
PDF = {"mediaType": "application/pdf", "size": 9}
KINDS = {root.__name__: root for root in ROOTS}
FILES = {
    "harbour": {
        "amaryllis": "Household",
        "begonia": "Operation",
        "crocus": "Household",
        "freesia": "Landlord",
        "geranium": "Tenancy",
        "hyacinth": "HousingRequest",
        "narcissus": "Operation",
    },
    "valley": {"dahlia": "Household", "edelweiss": "Operation", "jasmine": "Landlord", "lavender": "Tenancy", "magnolia": "HousingRequest"},
}
CHANGES: dict[str, dict[str, Any]] = {
    "compareHousehold": {"rent": "777.7", "monthlyResources": "1"},
    "compareOperation": {"worksStart": "2027-02-03"},
    "compareTenancy": {"incomeNoticeSentOn": "2026-02-03"},
}
CONTRADICTING = frozenset({"person.dependant"})
"""Facts that cannot all be what they are here."""
UNKNOWING = "narcissus"
"""The file of which nothing is known but that it has a building, so that everything is asked, of the building too."""
CURSOR = re.compile(r'"(?:cursor|startCursor|endCursor|eventCursor)":"([^"]+)"|/files/([^."]+)')


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
    upload: str = ""
    canaries: set[str] = field(default_factory=set)
    personal: set[str] = field(default_factory=set)

    @property
    def root(self) -> str:
        """The question about one file of this kind."""
        return self.kind[:1].lower() + self.kind[1:]

    def given(self, root: str) -> dict[str, Any]:
        """Return what a question about this file sends, by the names of arguments and of fields of inputs."""
        name = self.decision if root == "decision" else self.item.partition("@")[0] if root == "rule" else self.id
        rule, _, part = self.item.partition("@")
        about = {"subject": self.id, "item": self.item, "rule!": rule, "part": part or None, "comment": self.comment, "file": self.file}
        every = {"ids": [each for each in (self.id, self.decision, self.comment, self.file) if each]} if root == "nodes" else {}
        sides = {"one": {"facts": CHANGES.get(root, {})}, "other": {"asOf": "2031-06-01"}}
        return about | every | sides | {"id": name, "first": 3, "answers": [], "facts": {}}


def nobodys(file: File) -> File:
    """Return a file of the same kind that there is not."""
    unknown = "01990000-0000-7000-8000-00000000000"
    return File(file.kind, "nobody", "nothing", f"{unknown}1", f"{unknown}2", file.item, f"{unknown}3", f"{unknown}4")


def bearing(role: Role, organisation: str, *subjects: str, also: Iterable[Role] = (), sub: str = "") -> dict[str, str]:
    """Return the header of somebody's token."""
    who = somebody(role, organisation, subjects)
    token = development_token(replace(who, id=sub or who.id, roles=who.roles | {*also}), state_folder(os.environ), NOON)
    return {"authorization": f"Bearer {token}"}


def populated(client: Client) -> dict[str, File]:
    """Store the files, by their words."""
    files = [File(kind, organisation, word) for organisation, named in FILES.items() for word, kind in named.items()]
    for number, each in enumerate(files, 1):
        _store(client, each, number)
    return {each.word: each for each in files}


def _store(client: Client, file: File, number: int) -> None:
    headers, facts = bearing(Role.CASEWORKER, file.organisation), AllFacts(file.word, number)
    known = {"buildings": [{"key": f"key-{file.word}"}]} if file.word == UNKNOWING else facts.of(KINDS[file.kind], CONTRADICTING)
    create = {"label": f"label-{file.word}", "facts": known}
    subject = _made(client, CREATE % (file.kind, file.kind), headers, **create)["subject"]
    file.id, file.decision = subject["id"], subject["decision"]["id"]
    file.canaries = {file.id, file.decision, file.word, *facts.canaries}
    file.personal = {f"label-{file.word}", *facts.personal, *([f"personal-reason-{file.word}"] if facts.personal else [])}
    keys = [each["key"] for each in (*subject["documents"], *subject["tasks"])]
    if keys:
        file.item = next((each for each in keys if file.word in each), keys[0])
        _work_on(client, file, headers)
    if subject["tasks"]:
        first = min(subject["tasks"], key=lambda each: each["dueOn"] or "9")["key"]
        _made(client, ASSIGN, headers, subject=file.id, item=first, assignee=f"assignee-{file.word}")
    if subject["documents"]:
        file.item = next((each["key"] for each in subject["documents"] if file.word in each["key"]), subject["documents"][0]["key"])
        _send(client, file, headers)


def _work_on(client: Client, file: File, headers: Mapping[str, str]) -> None:
    about = {"subject": file.id, "item": file.item}
    file.comment = _made(client, COMMENT, headers, **about, text=f"text-{file.word}", internal=False)["comment"]["id"]
    _made(client, ASSIGN, headers, **about, assignee=f"assignee-{file.word}")
    file.canaries |= {file.comment}
    file.personal |= {f"text-{file.word}"}


def _send(client: Client, file: File, headers: Mapping[str, str]) -> None:
    about = {"subject": file.id, "item": file.item}
    announced = _made(client, ANNOUNCE, headers, **about, **PDF, name=f"{file.word}.pdf")
    file.file, file.upload = announced["file"]["id"], announced["upload"]["url"]
    assert client.http.put(file.upload, content=b"%PDF-1.7\n", headers={"content-type": "application/pdf"}).status_code == 204
    _made(client, CONFIRM, headers, file=file.file)
    _made(client, REVIEW, headers, **about, state="REFUSED", reason=f"refused-{file.word}")
    file.canaries |= {file.file}
    file.personal |= {f"{file.word}.pdf", f"refused-{file.word}"}


def _made(client: Client, mutation: str, headers: Mapping[str, str], **given: Any) -> Any:
    answer = client.send(mutation, headers=headers, input=given)
    assert "errors" not in answer, answer["errors"]
    assert "code" not in answer["data"]["made"], answer["data"]
    assert "problems" not in answer["data"]["made"], answer["data"]
    return answer["data"]["made"]


def canaries(files: Iterable[File]) -> set[str]:
    """Return what nobody may see who may not see *files*."""
    return {canary for each in files for canary in each.canaries}


def leaks(content: bytes, of: set[str]) -> set[str]:
    """Return which of some texts stand in an answer, as they are or inside its cursors and addresses."""
    text = content.decode()
    text += "".join(_opened(first or second) for first, second in CURSOR.findall(text))
    return {each for each in of if each in text and _begins_there(each, text)}


def _begins_there(canary: str, text: str) -> bool:
    """Tell "9 January" from the end of "19 January"."""
    return not canary[0].isdigit() or re.search(rf"(?<![0-9]){re.escape(canary)}", text) is not None


def _opened(cursor: str) -> str:
    try:
        return urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode(errors="replace")
    except NotBase64:
        return ""
