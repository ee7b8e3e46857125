"""Who said what, when and why: every revision of a subject's facts, and what it changed."""

from datetime import timedelta
from typing import Any

import pytest

from api.permissions import Permission
from api.schema.decisions.masking import hidden_in, shown_reasons
from api.schema.subjects.history import Saying, _change
from rules.engine.language.sentences import Phrasebook
from rules.library import load_rule_sets
from tests.api.clients import Client, a_person

PAGE = """
query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $knownAt: DateTime) {
  household(id: $id, knownAt: $knownAt, language: EN) {
    revisions(first: $first, after: $after, last: $last, before: $before) {
      totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { number author committedAt changes { fact label part before beforeText after afterText reason } }
    }
  }
}
"""
UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"


@pytest.fixture
def long(client: Client) -> tuple[Client, str]:
    """A household with seven revisions."""
    identifier = client.household(rent="1")
    for number in range(2, 8):
        client.clock.now += timedelta(hours=1)
        client.ask(UPDATE, input={"id": identifier, "facts": {"rent": str(number)}})
    return client, identifier


def page(client: Client, identifier: str, **arguments: Any) -> Any:
    return client.ask(PAGE, id=identifier, **arguments)["household"]["revisions"]


def numbers(found: Any) -> list[int]:
    return [each["number"] for each in found["nodes"]]


def test_each_revision_says_what_it_changed_in_words_and_why(either: Client) -> None:
    identifier = either.household(rent="500", persons=[a_person(bornOn=None)])
    because = [{"fact": "person.born_on", "reason": "as on the passport"}]
    facts = {"rent": None, "persons": [{"key": "marie", "bornOn": "1990-05-01", "because": because}]}
    either.ask(UPDATE, input={"id": identifier, "facts": facts})
    latest, first = page(either, identifier)["nodes"]
    assert (latest["number"], first["number"], latest["author"]) == (2, 1, "development")
    rent, born = latest["changes"]
    assert rent == {
        "fact": "household.rent",
        "label": rent["label"],
        "part": None,
        "before": "500",
        "beforeText": rent["beforeText"],
        "after": {"unknown": True},
        "afterText": rent["afterText"],
        "reason": None,
    }
    assert "500" in rent["beforeText"]
    assert (born["part"], born["before"], born["afterText"], born["reason"]) == (
        "marie",
        {"unknown": True},
        "1 May 1990",
        "as on the passport",
    )
    assert {(each["fact"], each["part"]) for each in first["changes"]} == {
        ("household.rent", None),
        ("person.role", "marie"),
        ("person.nationality", "marie"),
    }


def test_the_latest_comes_first_page_by_page_also_from_the_end(long: tuple[Client, str]) -> None:
    client, identifier = long
    first = page(client, identifier, first=3)
    assert (numbers(first), first["totalCount"]) == ([7, 6, 5], 7)
    assert (first["pageInfo"]["hasNextPage"], first["pageInfo"]["hasPreviousPage"]) == (True, False)
    second = page(client, identifier, first=10, after=first["pageInfo"]["endCursor"])
    assert (numbers(second), second["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == ([4, 3, 2, 1], False, True)
    last = page(client, identifier, last=2)
    assert (numbers(last), last["pageInfo"]["hasPreviousPage"]) == ([2, 1], True)
    assert numbers(page(client, identifier, last=2, before=last["pageInfo"]["startCursor"])) == [4, 3]
    assert numbers(page(client, identifier, first=2, after=first["edges"][0]["cursor"], before=last["edges"][0]["cursor"])) == [6, 5]


def test_a_cursor_stands_still_while_revisions_are_added(long: tuple[Client, str]) -> None:
    client, identifier = long
    first = page(client, identifier, first=2)
    client.ask(UPDATE, input={"id": identifier, "facts": {"rent": "99"}})
    assert numbers(page(client, identifier, first=2, after=first["pageInfo"]["endCursor"])) == [5, 4]


def test_the_history_ends_with_what_was_known(long: tuple[Client, str]) -> None:
    client, identifier = long
    instant = page(client, identifier)["nodes"][4]["committedAt"]
    assert numbers(page(client, identifier, knownAt=instant)) == [3, 2, 1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"first": 1, "last": 1}, "BAD_PAGE"),
        ({"first": 0}, "BAD_PAGE_SIZE"),
        ({"last": 101}, "BAD_PAGE_SIZE"),
        ({"after": "x"}, "BAD_CURSOR"),
        ({"before": "bnVsbA"}, "BAD_CURSOR"),
        ({"before": "dHJ1ZQ"}, "BAD_CURSOR"),
    ],
)
def test_a_page_that_cannot_be_is_refused_by_code(client: Client, arguments: dict[str, Any], code: str) -> None:
    assert client.refused(PAGE, id=client.household(), **arguments) == [code]


@pytest.mark.parametrize("masked", [True, False])
def test_a_fact_that_is_no_longer_there_is_masked_from_whoever_may_not_read_all(masked: bool) -> None:
    """Whether it was personal, nobody knows any more."""
    index = load_rule_sets()["household"].index
    saying = Saying(Phrasebook(index, "en"), hidden_in(index, () if masked else frozenset(Permission)), not masked)
    change = _change("marie/person.maiden_name", {"unknown": True}, "Durand", {"reason": "as Durand said"}, saying)
    assert (change.label, change.part, change.masked) == ("person.maiden_name", "marie", masked)
    assert ("Durand" in f"{change.after} {change.after_text} {change.reason}") is not masked
    assert bool(shown_reasons({"marie/person.maiden_name": {"reason": "as Durand said"}}, saying.hidden, index)) is not masked
