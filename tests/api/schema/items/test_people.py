"""Who asks, who has something to see to, and what nobody has."""

import pytest

from api.permissions import GRANTED
from api.principal import Role
from tests.api.clients import Client
from tests.api.schema.items.changes import ASSIGN
from tests.api.schema.items.test_isolation import bearing

VIEWER = "{ viewer { pseudonym organisation roles permissions } }"
PEOPLE = """
query ($first: Int, $last: Int, $before: String) {
  assignees(first: $first, last: $last, before: $before) { nodes { id pseudonym } pageInfo { startCursor hasPreviousPage } }
}
"""
UNASSIGNED = "query ($states: [TaskState!]) { tasks(unassigned: true, states: $states) { nodes { key assignee } } }"
TASK = "tasks.demolition.demolition_file"


@pytest.mark.parametrize("role", Role)
def test_whoever_asks_is_told_who_they_are_and_what_they_may_do(client: Client, role: Role) -> None:
    viewer = client.send(VIEWER, headers=bearing(role, "harbour"))["data"]["viewer"]
    assert (viewer["organisation"], viewer["roles"]) == ("harbour", [role.name])
    assert set(viewer["permissions"]) == {each.name for each in GRANTED[role]}
    assert viewer["pseudonym"]


def test_people_are_listed_once_however_much_they_have_to_see_to_and_found_by_their_id(either: Client) -> None:
    ids = [either.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2026-09-01") for _ in range(4)]
    for identifier, assignee in zip(ids, ("basil", "anna", "anna", "clara"), strict=True):
        either.ask(ASSIGN, input={"subject": identifier, "item": TASK, "assignee": assignee})
    everybody = either.ask(PEOPLE)["assignees"]["nodes"]
    assert [each["pseudonym"] for each in everybody] == ["anna", "basil", "clara"]
    last = either.ask(PEOPLE, last=1)["assignees"]
    assert ([each["pseudonym"] for each in last["nodes"]], last["pageInfo"]["hasPreviousPage"]) == (["clara"], True)
    before = either.ask(PEOPLE, last=5, before=last["pageInfo"]["startCursor"])["assignees"]["nodes"]
    assert [each["pseudonym"] for each in before] == ["anna", "basil"]
    node = "query ($id: ID!) { node(id: $id) { ... on Assignee { pseudonym } } }"
    assert either.ask(node, id=everybody[0]["id"])["node"] == {"pseudonym": "anna"}
    either.ask(ASSIGN, input={"subject": ids[3], "item": TASK, "assignee": None})
    assert either.ask(node, id=everybody[2]["id"])["node"] is None


def test_nobody_hears_of_people_elsewhere_nor_whoever_assigns_nothing(client: Client) -> None:
    client.ask(
        ASSIGN,
        input={
            "subject": client.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2026-09-01"),
            "item": TASK,
            "assignee": "anna",
        },
    )
    (anna,) = client.ask(PEOPLE)["assignees"]["nodes"]
    assert client.send(PEOPLE, headers=bearing(Role.CASEWORKER, "harbour"))["data"]["assignees"]["nodes"] == []
    refused = client.send(PEOPLE, headers=bearing(Role.AUDITOR))
    assert [each["extensions"]["code"] for each in refused["errors"]] == ["FORBIDDEN"]
    for headers in (bearing(Role.AUDITOR), bearing(Role.CASEWORKER, "harbour")):
        assert client.send("query ($id: ID!) { node(id: $id) { id } }", headers=headers, id=anna["id"])["data"]["node"] is None


def test_tasks_that_nobody_is_to_see_to_are_listed(either: Client) -> None:
    identifier = either.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2026-09-01")
    keys = [each["key"] for each in either.ask(UNASSIGNED)["tasks"]["nodes"]]
    assert TASK in keys
    either.ask(ASSIGN, input={"subject": identifier, "item": TASK, "assignee": "anna"})
    for states in (None, ["TO_DO", "MODERATE", "CRITICAL", "MISSED", "CLOSED"]):
        assert [each["key"] for each in either.ask(UNASSIGNED, states=states)["tasks"]["nodes"]] == [each for each in keys if each != TASK]
