from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from domain.store.errors import StoreUnavailable
from domain.store.revisions import SubjectStore
from tests.api.clients import Client, a_person
from tracing.audit.errors import RecordUnavailable
from tracing.audit.log import DecisionLog

CANARY = "Zéphyrine-Canari-1987"


@contextmanager
def broken(monkeypatch: pytest.MonkeyPatch, of: type, name: str, error: Exception) -> Iterator[None]:
    """Let a method fail as the database makes it fail."""

    async def fail(*_given: object, **_named: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(of, name, fail)
        yield


def test_without_a_record_there_is_no_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = client.household(persons=[a_person()])
    with broken(monkeypatch, DecisionLog, "record", RecordUnavailable()):
        answer = client.send("query ($id: ID!) { household(id: $id) { documents { title } } rules { id } }", id=identifier)
    assert answer["data"]["household"] is None
    assert answer["data"]["rules"]
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["RECORD_UNAVAILABLE"]
    assert "ruleTrace" not in answer["extensions"]


def test_facts_that_were_stored_stay_stored_when_the_record_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    query = "mutation ($i: CreateHouseholdInput!) { createHousehold(input: $i) { __typename } }"
    with broken(monkeypatch, DecisionLog, "record", RecordUnavailable()):
        assert client.refused(query, i={"facts": {"rent": "5"}}) == ["RECORD_UNAVAILABLE"]
    (node,) = client.ask("{ households { nodes { facts { rent } } } }")["households"]["nodes"]
    assert node == {"facts": {"rent": "5"}}


def test_a_change_whose_record_was_gone_is_sent_again_and_decided_on(either: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    query = """
    mutation ($i: CreateHouseholdInput!) {
      createHousehold(input: $i) { ... on HouseholdSaved { household { revision decision { recorded } } } }
    }
    """
    given = {"facts": {"rent": "5"}, "idempotencyKey": "once"}
    with broken(monkeypatch, DecisionLog, "record", RecordUnavailable()):
        assert either.refused(query, i=given) == ["RECORD_UNAVAILABLE"]
    assert either.ask(query, i=given)["createHousehold"]["household"] == {"revision": 1, "decision": {"recorded": True}}
    assert len(either.ask("{ households { nodes { id } } }")["households"]["nodes"]) == 1


def test_a_database_that_is_gone_is_said_by_its_code(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = client.household()
    with broken(monkeypatch, SubjectStore, "latest", StoreUnavailable()):
        assert client.refused("query ($id: ID!) { household(id: $id) { id } }", id=identifier) == ["STORE_UNAVAILABLE"]


def test_what_nobody_expected_is_masked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = client.household()
    with broken(monkeypatch, SubjectStore, "latest", RuntimeError(CANARY)):
        answer = client.send("query ($id: ID!) { household(id: $id) { id } }", id=identifier)
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["INTERNAL"]
    assert CANARY not in str(answer)
