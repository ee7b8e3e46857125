"""Nobody changes what is anothers, or learns of it by trying; and whatever a change may answer is asked for of one's own."""

from itertools import product
from typing import Any

import orjson
import pytest

from api.principal import Role
from tests.acceptance.every_field import Branch, Question
from tests.acceptance.two_organisations import File, bearing, canaries, leaks, nobodys
from tests.acceptance.world import Seen, World, caller, codes, told_in

UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename ... on Error { code } } }"
CREATE = """
mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) {
  __typename ... on Error { code } ... on Saved { subject { id } } } }
"""
ELSEWHERE = {"HousingRequest", "Landlord", "MissingFact", "Rule", "Tenancy"}
"""Types of which not everything is told here: see test_who_may_what."""
WRONG: dict[str, dict[str, Any]] = {
    "fine": {"assignee": "anna", "state": "ACCEPTED", "mediaType": "application/pdf", "size": 9, "name": "a.pdf"},
    "an old version": {"expectedVersion": 99},
    "no such item": {"item": "documents.nothing.nobody"},
    "impossible facts": {"facts": {"rent": "-1"}, "answers": [{"fact": "nothing", "value": {"text": "x"}}]},
    "a key": {"idempotencyKey": "one", "text": "first"},
    "the key again": {"idempotencyKey": "one", "text": "second", "name": "b.pdf", "label": "another"},
    "nobody's": {"id": "nobody", "subject": "nobody", "file": "nobody", "comment": "nobody"},
}


def state(world: World, file: File) -> Any:
    """Return all that a change could change of a file."""
    leaves = ["id", "revision", "author", "committedAt", "label"]
    pages = [
        Branch(file.kind, "revisions", "FactsRevisionConnection", leaves=["totalCount"]),
        Branch(
            file.kind, "itemHistory", "ItemActionConnection", below=[Branch("ItemActionConnection", "nodes", "ItemAction", leaves=["id"])]
        ),
    ]
    question = Question((Branch("Query", file.root, file.kind, leaves=leaves, below=pages),))
    world.kept.clear()
    return orjson.loads(world.answer(question, file, caller(Role.CASEWORKER, file)))["data"]


@pytest.mark.parametrize("role", list(Role))
def test_nobody_changes_what_is_anothers_and_each_role_may_ask_for_the_changes_of_the_page(world: World, role: Role) -> None:
    others, headers = [world.files["dahlia"], world.files["edelweiss"]], caller(role, world.files["amaryllis"])
    before = [state(world, each) for each in others]
    for question in world.asking.mutations:
        for other in others:
            content = world.answer(question, other, headers, operation="mutation", more={"expectedVersion": 99})
            assert leaks(content, canaries(others) | {"valley"}) == set(), question
            assert ("FORBIDDEN" in codes(content)) is not world.asking.allows(question, role), (question.root, content)
            if not question.root.startswith("create"):
                same = world.answer(question, nobodys(other), headers, operation="mutation", more={"expectedVersion": 99})
                assert orjson.loads(content).get("data") == orjson.loads(same).get("data")
    assert [state(world, each) for each in others] == before


def test_whatever_a_change_may_answer_was_answered_once(world: World) -> None:
    """Else nothing would be known of what it tells about another's file."""
    told: Seen = set()
    for word in ("crocus", "narcissus"):
        file = world.files[word]
        for more, question in product(WRONG.values(), world.asking.mutations):
            content = world.answer(question, file, caller(Role.CASEWORKER, file), operation="mutation", more=more)
            told |= told_in(question, orjson.loads(content).get("data"))
    asked = {each for question in world.asking.mutations for each in question.touched}
    assert [(kind, name) for kind, name in sorted(asked - told) if kind not in ELSEWHERE] == []


@pytest.mark.parametrize("sub", ["", "of the same name"])
def test_anothers_idempotency_keys_are_ones_own_to_use(world: World, sub: str) -> None:
    given = {"facts": {"rent": "1"}, "idempotencyKey": f"the same {sub}"}
    made = [world.client.send(CREATE, headers=bearing(Role.CASEWORKER, each, sub=sub), input=given) for each in ("harbour", "valley")]
    names = [each["data"]["createHousehold"]["__typename"] for each in made]
    assert names == ["HouseholdSaved"] * 2
    assert len({each["data"]["createHousehold"]["subject"]["id"] for each in made}) == 2
