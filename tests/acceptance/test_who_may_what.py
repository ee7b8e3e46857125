"""
Role by field by own and other's, over the whole schema: nobody sees a byte of what is not theirs, and each role sees what the page says.

The questions are made from the schema. What roles may do is read from ``docs/permissions.md``, as it was reviewed, and not from the code.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import GraphQLObjectType, GraphQLSchema
from graphql import build_schema as build

from api import permissions
from api.permissions import GRANTED, Permission, permissions_of
from api.principal import Role
from api.schema.permissions_page import PAGE
from api.schema.sdl import SDL
from domain.store import revisions
from domain.store.statements import LATEST
from tests.acceptance.every_field import Question, Written, by_ids, each_root, questions
from tests.acceptance.two_organisations import File, bearing, canaries, nobodys, populated
from tests.api.clients import Client, served

Rights = dict[tuple[str, str], dict[Role, str]]
UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"
READERS = (Role.APPLICANT, Role.CASEWORKER)


@dataclass(frozen=True)
class World:
    """The application with its files, the schema, and what the page says of it."""

    client: Client
    schema: GraphQLSchema
    rights: Rights
    files: dict[str, File]

    @property
    def query(self) -> GraphQLObjectType:
        assert self.schema.query_type is not None
        return self.schema.query_type

    @property
    def mutation(self) -> GraphQLObjectType:
        assert self.schema.mutation_type is not None
        return self.schema.mutation_type

    def asked(self) -> list[Question]:
        """Return every question, each with fields that the same roles may read."""

        def alike(type_name: str, field: str) -> object:
            return tuple(right == "no" for right in self.rights[type_name, field].values())

        every = questions(self.schema, alike, self.query, "query")
        return [*each_root(self.query, "query"), *every, *by_ids(self.schema, alike, "nodes")]

    def answer(self, question: Question, file: File, headers: dict[str, str]) -> bytes:
        """Return the answer to a question about a file, as it came."""
        body = Written(self.schema, file.given(question.root)).body(question)
        return self.client.http.post("/graphql", json=body | {"extensions": {"ruleTrace": {"level": "FULL"}}}, headers=headers).content

    def mismatches(self, file: File, roles: Iterable[Role]) -> list[Any]:
        """Return where a role may ask what the page does not allow it, or may not what it does; and any other error."""
        found = []
        for question in self.asked():
            for role in roles:
                allowed = all(self.rights[each][role] != "no" for each in question.touched)
                told = codes(self.answer(question, file, caller(role, file)))
                if told != ([] if allowed else ["FORBIDDEN"]):
                    found.append((role, question, told))
        return found

    def unmasked(self, file: File, role: Role) -> set[str]:
        """Return the personal values of a file that somebody with this role sees of it."""
        own = caller(role, file)
        return {each for question in self.asked() for each in leaks(self.answer(question, file, own), file.personal)}

    def seen_of_others(self, own: File, others: list[File], role: Role) -> set[str]:
        """Return what of others' files somebody sees who asks for them by their ids, and in lists."""
        headers, hidden = caller(role, own), canaries(others) | ({each.organisation for each in others} - {own.organisation})
        return {each for question in self.asked() for other in others for each in leaks(self.answer(question, other, headers), hidden)}


@pytest.fixture(scope="module")
def world(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("organisations")
    shutil.copy(migrated_file, folder / "two.db")
    with served(f"sqlite:///{folder / 'two.db'}", files=str(folder / "files")) as client:
        schema, page = build(SDL.read_text(encoding="utf-8")), read_page(PAGE.read_text(encoding="utf-8"))
        yield World(client, schema, page, populated(client))


def read_page(page: str) -> Rights:
    """Return what the page says of each field and role."""
    found: Rights = {}
    for line in page.partition("## Field by field")[2].splitlines():
        columns = [each.strip() for each in line.strip("| ").split("|")]
        if re.fullmatch(r"`\w+`", columns[0]):
            for name in re.findall(r"`(\w+)`", columns[1]):
                found[columns[0].strip("`"), name] = dict(zip(Role, columns[2:], strict=True))
    return found


def caller(role: Role, file: File) -> dict[str, str]:
    """Return the header of somebody with this role in the file's organisation; of an applicant, whose only file it is."""
    return bearing(role, file.organisation, *([file.id] if role is Role.APPLICANT else []))


def codes(content: bytes) -> list[str]:
    return [each["extensions"]["code"] for each in orjson.loads(content).get("errors", [])]


def leaks(content: bytes, of: set[str]) -> set[str]:
    text = content.decode()
    return {each for each in of if each in text}


def test_the_questions_reach_every_type_that_a_query_can_answer(world: World) -> None:
    reached = {each.path[-1][2] for each in world.asked()}
    assert {"Household", "PersonFacts", "Decision", "ValueSeen", "Reason", "Comment", "File", "FactChange", "ListedTask", "Rule"} <= reached
    assert {each.root for each in world.asked()} == set(world.query.fields)


@pytest.mark.parametrize("word", ["amaryllis", "begonia"])
def test_each_role_may_ask_of_its_own_what_the_page_says(world: World, word: str) -> None:
    assert world.mismatches(world.files[word], Role) == []


@pytest.mark.parametrize("role", list(Role))
def test_personal_values_are_told_to_those_who_may_read_them_and_to_nobody_else(world: World, role: Role) -> None:
    found = world.unmasked(world.files["amaryllis"], role)
    assert {"1941-11-23", "13210.55", "text-amaryllis"} <= found if role in READERS else found == set()


@pytest.mark.parametrize("role", list(Role))
def test_nobody_sees_a_byte_of_another_organisation(world: World, role: Role) -> None:
    assert world.seen_of_others(world.files["amaryllis"], [world.files["dahlia"], world.files["edelweiss"]], role) == set()


def test_an_applicant_sees_nothing_of_its_neighbours(world: World) -> None:
    neighbours = [world.files["begonia"], world.files["crocus"]]
    assert world.seen_of_others(world.files["amaryllis"], neighbours, Role.APPLICANT) == set()


@pytest.mark.parametrize("role", list(Role))
def test_what_is_anothers_is_answered_like_what_nobody_has(world: World, role: Role) -> None:
    other, headers = world.files["dahlia"], caller(role, world.files["amaryllis"])

    def told(question: Question, file: File) -> Any:
        found = orjson.loads(world.answer(question, file, headers))
        return found.get("data"), [(each["message"], each["extensions"]["code"]) for each in found.get("errors", [])]

    for question in world.asked():
        assert told(question, other) == told(question, nobodys(other)), question


@pytest.mark.parametrize("role", list(Role))
def test_nobody_changes_what_is_anothers_and_each_role_may_ask_for_the_changes_of_the_page(world: World, role: Role) -> None:
    others, headers = [world.files["dahlia"], world.files["edelweiss"]], caller(role, world.files["amaryllis"])
    before = [state(world, each) for each in others]
    for question in each_root(world.mutation, "mutation"):
        may = world.rights["Mutation", question.root][role] != "no"
        for other in others:
            content = world.answer(question, other, headers)
            assert leaks(content, canaries(others) | {"valley"}) == set(), question
            assert ("FORBIDDEN" in codes(content)) is not may, (question.root, content)
    assert [state(world, each) for each in others] == before


def state(world: World, file: File) -> Any:
    """Return all that a change could change of a file."""
    fields = ("id", "revision", "revisions", "itemHistory", "facts", "author", "committedAt")
    question = Question((("Query", file.kind, file.kind.capitalize()),), fields)
    return orjson.loads(world.answer(question, file, caller(Role.CASEWORKER, file)))["data"]


@pytest.mark.parametrize("role", list(Role))
def test_nobody_hears_of_another_organisation(world: World, role: Role) -> None:
    own, other = world.files["amaryllis"], world.files["dahlia"]
    assert world.schema.subscription_type is not None
    followed = list(questions(world.schema, lambda *_: None, world.schema.subscription_type, "subscription"))
    direct = {each.root: each for each in followed if len(each.path) == 1}
    with world.client.http.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": caller(role, own)})
        assert socket.receive_json() == {"type": "connection_ack"}
        for root, question in direct.items():
            everything = {name: value for name, value in own.given(root).items() if name not in {"subject", "rule"}}
            socket.send_json({"type": "subscribe", "id": root, "payload": Written(world.schema, everything).body(question)})
            others = Written(world.schema, other.given(root)).body(question)
            socket.send_json({"type": "subscribe", "id": f"{root} of another", "payload": others})
        refused = [socket.receive_json() for _ in direct]
        assert {each["type"] for each in refused} <= {"error", "next"}, refused
        rent = str(600 + list(Role).index(role))
        for each in (other, own):
            updated = world.client.send(UPDATE, headers=caller(Role.CASEWORKER, each), input={"id": each.id, "facts": {"rent": rent}})
            assert "errors" not in updated
        heard: list[Any] = []
        while not {"subjectChanged", "decisionRecorded"} <= {each.get("id") for each in heard}:
            heard.append(socket.receive_json())
        for root in direct:
            socket.send_json({"type": "complete", "id": root})
        socket.send_json({"type": "ping"})
        while heard[-1] != {"type": "pong"}:
            heard.append(socket.receive_json())
    assert leaks(orjson.dumps([refused, heard]), canaries([other]) | {"valley"}) == set()


# Planted mistakes: each of these has to turn the laws above red.


def test_reading_without_the_organisation_is_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    careless = LATEST.with_only_columns(*LATEST.selected_columns)
    careless._where_criteria = tuple(each for each in LATEST._where_criteria if "organisation" not in str(each))
    monkeypatch.setattr(revisions, "LATEST", careless)
    assert world.files["dahlia"].id in world.seen_of_others(world.files["amaryllis"], [world.files["dahlia"]], Role.AUDITOR)


def test_a_role_that_reads_too_much_is_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    grant(monkeypatch, Role.AUDITOR, GRANTED[Role.AUDITOR] | {Permission.PERSONAL})
    assert "13210.55" in world.unmasked(world.files["amaryllis"], Role.AUDITOR)
    assert world.mismatches(world.files["amaryllis"], [Role.AUDITOR]) != []


@pytest.mark.parametrize("permission", [Permission.RULES, Permission.SIMULATE, Permission.FILES, Permission.DECISIONS, Permission.PERSONAL])
def test_a_role_that_lost_a_permission_is_seen(world: World, monkeypatch: pytest.MonkeyPatch, permission: Permission) -> None:
    grant(monkeypatch, Role.CASEWORKER, GRANTED[Role.CASEWORKER] - {permission})
    assert world.mismatches(world.files["amaryllis"], [Role.CASEWORKER]) != []


def grant(monkeypatch: pytest.MonkeyPatch, role: Role, granted: frozenset[Permission]) -> None:
    """Let a role do something else than it may."""
    monkeypatch.setattr(permissions, "GRANTED", {**GRANTED, role: granted})
    monkeypatch.setattr("api.schema.context.permissions_of", permissions_of.__wrapped__)
