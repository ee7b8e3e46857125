from collections.abc import Iterator
from typing import Any

import pytest

from api.schema.decisions import rule_trace
from tests.api.clients import Client, a_person

ASK = "query ($id: ID!) { household(id: $id) { decision { id number ruleSet } missing { fact } } }"


def trace(client: Client, identifier: str, level: str | None) -> dict[str, Any]:
    """Return the trace of one answer."""
    extensions = {} if level is None else {"ruleTrace": {"level": level}}
    found: dict[str, Any] = client.send(ASK, extensions=extensions, id=identifier)["extensions"].get("ruleTrace", {})
    return found


def test_the_default_tells_every_rule_that_applied_failed_or_was_undetermined(either: Client) -> None:
    identifier = either.household(persons=[a_person()])
    answer = either.send(ASK, id=identifier)
    told = answer["extensions"]["ruleTrace"]
    (decision,) = told["decisions"]
    assert (told["level"], told["truncated"]) == ("DECISIVE", False)
    assert decision["id"] == answer["data"]["household"]["decision"]["id"]
    assert decision["number"] == answer["data"]["household"]["decision"]["number"]
    assert decision["ruleSet"] == answer["data"]["household"]["decision"]["ruleSet"]
    assert {each["outcome"] for each in decision["evaluations"]} <= {"applied", "undetermined", "failed"}
    counts = decision["counts"]
    assert len(decision["evaluations"]) == counts["applied"] + counts["undetermined"] + counts["failed"]
    card = next(each for each in decision["evaluations"] if each["rule"] == "documents.identity.identity_card")
    assert card["part"] == "marie"
    assert {"id": "person.nationality", "origin": "given", "part": "marie", "value": "FRENCH"} in card["inputs"]
    assert {"test": "person.nationality == FRENCH", "truth": "TRUE"} in card["reasons"]


def test_each_level_tells_more_than_the_one_before(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD", nationality="THIRD_COUNTRY")])
    assert trace(client, identifier, "NONE") == {}
    assert "evaluations" not in trace(client, identifier, "SUMMARY")["decisions"][0]
    decisive = trace(client, identifier, "DECISIVE")["decisions"][0]["evaluations"]
    full = trace(client, identifier, "FULL")["decisions"][0]
    assert len(decisive) < len(full["evaluations"]) == full["counts"]["evaluated"]


def test_a_value_that_nobody_said_is_told_as_unknown(client: Client) -> None:
    identifier = client.household(persons=[{"key": "marie", "role": "APPLICANT"}])
    evaluations = trace(client, identifier, "DECISIVE")["decisions"][0]["evaluations"]
    inputs = [value for each in evaluations for value in each["inputs"] if value["id"] == "person.nationality"]
    assert inputs
    assert all(value["value"] == {"unknown": True} for value in inputs)


@pytest.mark.parametrize(("day", "since", "decree"), [("2025-12-31", "2025-01-01", "2024"), ("2026-01-01", "2026-01-01", "2025")])
def test_the_ceilings_of_either_year_are_told_with_the_day_and_the_decree_that_brought_them(
    client: Client, day: str, since: str, decree: str
) -> None:
    query = "query ($id: ID!, $day: Date!) { household(id: $id, asOf: $day) { calculations { key inputs { what since source } } } }"
    answer = client.send(query, id=client.household(persons=[a_person()]), day=day)
    (decision,) = answer["extensions"]["ruleTrace"]["decisions"]
    traced = [value for each in decision["evaluations"] for value in each["inputs"] if value["id"] == "plus_ceilings"]
    told = [value for each in answer["data"]["household"]["calculations"] for value in each["inputs"] if value["what"] == "plus_ceilings"]
    assert traced
    assert told
    assert {each["since"] for each in (*traced, *told)} == {since}
    assert [each["source"] for each in (*traced, *told) if f"décembre {decree} " not in each["source"]] == []


def test_a_reason_tells_the_figure_that_something_was_held_against(client: Client) -> None:
    site = {"manDays": 501, "kind": "CONSTRUCTION", "phases": ["BEFORE_WORKS"]}
    identifier = client.operation(**site)
    answer = client.send("query ($id: ID!) { operation(id: $id) { decision { id } } }", id=identifier)
    (decision,) = answer["extensions"]["ruleTrace"]["decisions"]
    told = [figure for each in decision["evaluations"] for reason in each.get("reasons", ()) for figure in _figures(reason)]
    (man_days,) = {each["id"]: each for each in told}.values()
    assert man_days["value"] == 500
    assert "since" not in man_days, "no text says since when"
    assert man_days["source"] == "Code du travail, art. L4532-1, R4532-2 et R4532-3"


def _figures(reason: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from reason.get("figures", ())
    for each in reason.get("reasons", ()):
        yield from _figures(each)


@pytest.mark.parametrize("asked", ["LOUD", "decisive", 3, None, ["FULL"]])
def test_a_level_that_is_none_is_refused_by_code(client: Client, asked: object) -> None:
    answer = client.send("{ __typename }", extensions={"ruleTrace": {"level": asked}})
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["BAD_TRACE_LEVEL"]
    assert "data" not in answer


def test_a_trace_that_is_no_object_is_refused_by_code(client: Client) -> None:
    answer = client.send("{ __typename }", extensions={"ruleTrace": "FULL"})
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["BAD_TRACE_LEVEL"]


def test_a_trace_that_grows_too_large_is_cut_and_names_the_decisions(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = client.household(persons=[a_person()])
    monkeypatch.setattr(rule_trace, "LARGEST", 1_000)
    told = trace(client, identifier, None)
    assert told["truncated"] is True
    (decision,) = told["decisions"]
    assert decision["id"]
    assert "evaluations" not in decision


def test_once_a_trace_is_full_nothing_more_is_written(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = client.household(persons=[a_person()]), client.household()
    ask = "query ($a: ID!, $b: ID!) { a: household(id: $a) { missing { fact } } b: household(id: $b) { missing { fact } } }"
    written: list[object] = []

    def write(view: object, _level: object) -> bytes:
        written.append(view)
        return b"[" + b" " * 1_000 + b"]"

    monkeypatch.setattr(rule_trace, "_written", write)
    monkeypatch.setattr(rule_trace, "LARGEST", 1_000)
    told = client.send(ask, extensions={"ruleTrace": {"level": "FULL"}}, a=one, b=other)["extensions"]["ruleTrace"]
    assert told["truncated"] is True
    assert len(told["decisions"]) == 2
    assert not any("evaluations" in each for each in told["decisions"])
    assert len(written) == 1


def test_reasons_that_people_gave_count_in_what_a_trace_may_hold(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    because = [{"fact": "household.ceiling_zone", "reason": "x" * 900}]
    identifier = client.household(ceilingZone="ILE_DE_FRANCE", because=because)
    told = trace(client, identifier, None)
    assert told["decisions"][0]["reasons"]
    monkeypatch.setattr(rule_trace, "LARGEST", 900)
    told = trace(client, identifier, None)
    assert told["truncated"] is True
    assert "reasons" not in told["decisions"][0]


def test_an_answer_that_cites_decisions_names_them_without_reading_them(client: Client) -> None:
    client.household(persons=[a_person()])
    answer = client.send("{ decisions { nodes { id number } } }")
    (node,) = answer["data"]["decisions"]["nodes"]
    assert answer["extensions"]["ruleTrace"]["decisions"] == [{**node, "recorded": True}]


def test_an_answer_that_rests_on_no_decision_has_no_trace(client: Client) -> None:
    assert "ruleTrace" not in client.send("{ rules { id } }")["extensions"]


def test_a_recorded_decision_is_told_as_it_was_answered(either: Client) -> None:
    identifier = either.household(persons=[a_person(), {"key": "paul", "role": "CHILD"}])
    made = either.send(ASK, extensions={"ruleTrace": {"level": "FULL"}}, id=identifier)["extensions"]["ruleTrace"]["decisions"][0]
    query = "query ($id: ID!) { decision(id: $id) { missing { fact } } }"
    answer = either.send(query, extensions={"ruleTrace": {"level": "FULL"}}, id=made["id"])
    (read,) = answer["extensions"]["ruleTrace"]["decisions"]
    assert read == made
