import pytest

from api.schema.decisions.masking import hides_obtained
from rules.library import load_rule_sets
from tests.api.clients import Client, a_person

WHOLE = """
fragment Whole on Findings {
  documents { key title outcome asked because { sentence truth values { label text } } }
  calculations { key value text outcome }
  tasks { key state dueOn }
  missing { fact part rulesWaiting }
}
"""


def test_a_recorded_decision_says_what_was_answered_and_what_else_could_have_been_asked(either: Client) -> None:
    identifier = either.household(rent="500", persons=[a_person(), {"key": "paul", "role": "CHILD"}])
    now = either.ask(WHOLE + "query ($id: ID!) { household(id: $id) { ...Whole decision { id } } }", id=identifier)["household"]
    decision = now.pop("decision")["id"]
    either.ask(
        "mutation ($i: UpdateHouseholdInput!) { updateHousehold(input: $i) { __typename } }", i={"id": identifier, "facts": {"rent": "1"}}
    )
    read = either.ask(WHOLE + "query ($id: ID!) { decision(id: $id) { ...Whole } }", id=decision)["decision"]
    assert read == now


def test_a_document_says_since_when_it_is_there_and_its_rule_by_which_milestone(client: Client) -> None:
    identifier = client.operation(kind="CONSTRUCTION", fundingRequestedOn="2026-01-05")
    query = """
    query ($id: ID!) { operation(id: $id, language: EN) {
      documents { obtainedOn masked rule { document { obtained } } }
    } }
    """
    found = client.ask(query, id=identifier)["operation"]["documents"]
    there = {(each["obtainedOn"], each["masked"], each["rule"]["document"]["obtained"]) for each in found if each["obtainedOn"]}
    assert there == {("2026-01-05", False, "Request for a favourable decision filed")}
    assert any(each["rule"]["document"]["obtained"] is None for each in found)


def test_the_day_of_a_document_is_hidden_with_its_milestone() -> None:
    units = [each for each in load_rule_sets()["operation"].index.plan.units if each.document and each.document.obtained]
    assert units
    for unit in units:
        assert unit.document is not None
        assert unit.document.obtained is not None
        assert hides_obtained(frozenset({unit.document.obtained.id}), unit)
        assert not hides_obtained(frozenset({"operation.works_start"}), unit)


def test_a_decision_says_when_why_and_for_whom_it_was_made(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    query = """
    query ($id: ID!) { household(id: $id) { decision {
      number subjectId revision asOf knownAt decidedAt principal recorded changesOn traceId ruleSet subject { id }
    } } }
    """
    found = client.ask(query, id=identifier)["household"]["decision"]
    now = client.clock.now.isoformat()
    assert (found["subjectId"], found["subject"]["id"], found["revision"]) == (identifier, identifier, 1)
    assert (found["asOf"], found["knownAt"], found["decidedAt"]) == ("2026-03-02", now, now)
    assert (found["principal"], found["recorded"], found["number"]) == ("development", True, 2)


def test_anything_with_an_id_is_found_by_it(client: Client) -> None:
    household, operation = client.household(), client.operation()
    decision = client.ask("{ decisions(first: 1) { nodes { id } } }")["decisions"]["nodes"][0]["id"]
    query = "query ($id: ID!) { node(id: $id) { __typename id } }"
    for identifier, name in {
        household: "Household",
        operation: "Operation",
        decision: "Decision",
        "documents.identity.identity_card": "Rule",
    }.items():
        assert client.ask(query, id=identifier)["node"] == {"__typename": name, "id": identifier}


def test_a_simulation_is_neither_stored_nor_numbered(client: Client) -> None:
    query = """
    query ($facts: HouseholdFactsInput!) { simulateHousehold(facts: $facts, asOf: "2026-05-01", language: EN) {
      __typename
      ... on Simulation { recorded asOf documents { key asked because { sentence } } missing { fact } }
      ... on InvalidFacts { problems { code path } }
    } }
    """
    answer = client.send(query, facts={"persons": [a_person()]})
    found = answer["data"]["simulateHousehold"]
    assert (found["recorded"], found["asOf"]) == (False, "2026-05-01")
    assert "documents.identity.identity_card@marie" in [each["key"] for each in found["documents"] if each["asked"]]
    (told,) = answer["extensions"]["ruleTrace"]["decisions"]
    assert (told["recorded"], told["id"], told["number"]) == (False, None, None)
    assert client.ask("{ decisions { nodes { id } } households { nodes { id } } }") == {
        "decisions": {"nodes": []},
        "households": {"nodes": []},
    }
    wrong = client.ask(query, facts={"rent": "-1"})["simulateHousehold"]
    assert wrong == {"__typename": "InvalidFacts", "problems": [{"code": "OUT_OF_RANGE", "path": ["facts", "rent"]}]}


def test_two_simulations_stand_side_by_side(client: Client) -> None:
    query = """
    query ($facts: OperationFactsInput!) {
      soon: simulateOperation(facts: $facts, asOf: "2026-04-25") { ... on Simulation { tasks { key state } } }
      early: simulateOperation(facts: $facts, asOf: "2026-03-01") { ... on Simulation { tasks { key state } } }
    }
    """
    found = client.ask(query, facts={"kind": "DEMOLITION", "demolitionFunder": "STATE", "worksStart": "2026-09-01"})
    states = {
        name: {each["key"]: each["state"] for each in one["tasks"]}.get("tasks.demolition.demolition_file") for name, one in found.items()
    }
    assert states == {"soon": "CRITICAL", "early": "TO_DO"}


def test_tasks_of_a_file_are_found_by_state(client: Client) -> None:
    query = "query ($facts: OperationFactsInput!) { %s }"
    asked = 'simulateOperation(facts: $facts, asOf: "2026-08-01") { ... on Simulation { tasks%s { key state } } }'
    facts = {"kind": "DEMOLITION", "demolitionFunder": "STATE", "worksStart": "2026-09-01"}
    every = client.ask(query % asked % "", facts=facts)["simulateOperation"]["tasks"]
    critical = client.ask(query % asked % "(states: [CRITICAL])", facts=facts)["simulateOperation"]["tasks"]
    assert critical == [each for each in every if each["state"] == "CRITICAL"] != []
    assert client.ask(query % asked % "(states: [])", facts=facts)["simulateOperation"]["tasks"] == []


@pytest.mark.parametrize("sent", ["4bf92f3577b34da6a3ce929d0e0e4736", None])
def test_answer_record_and_error_name_one_trace_also_without_telemetry(client: Client, sent: str | None) -> None:
    identifier = client.household(persons=[a_person()])
    query = 'query ($id: ID!) { household(id: $id) { decision { traceId } } decision(id: "no id") { id } }'
    headers = {"traceparent": f"00-{sent}-00f067aa0ba902b7-01"} if sent else {}
    answer = client.send(query, headers=headers, id=identifier)
    told = answer["extensions"]["ruleTrace"]["traceId"]
    assert answer["data"]["household"]["decision"]["traceId"] == told
    assert answer["errors"][0]["extensions"]["traceId"] == told
    assert told == sent if sent else len(told) == 32
