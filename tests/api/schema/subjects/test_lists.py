from base64 import b64decode
from typing import Any

import orjson
import pytest

from api.principal import Role
from api.schema.pagination import cursor_of
from tests.acceptance.two_organisations import bearing
from tests.api.clients import Client, a_person
from tests.databases import on_postgresql

PAGE = """
query ($first: Int!, $after: String) {
  households(first: $first, after: $after) { nodes { id revision } edges { cursor } pageInfo { hasNextPage endCursor hasPreviousPage } }
}
"""
TASKS = """
query ($first: Int!, $after: String, $states: [TaskState!], $dueBefore: Date, $rule: ID) {
  tasks(first: $first, after: $after, states: $states, dueBefore: $dueBefore, rule: $rule, language: EN) {
    nodes { key title state dueOn moderateFrom criticalFrom decisionId subject { __typename id } rule { id } }
    pageInfo { hasNextPage endCursor }
  }
}
"""
DEMOLITION = {"kind": "DEMOLITION", "demolitionFunder": "STATE", "worksStart": "2026-09-01"}


def pages(client: Client, query: str, name: str, **more: Any) -> list[list[dict[str, Any]]]:
    """Return the nodes of every page."""
    found: list[list[dict[str, Any]]] = []
    after = None
    while len(found) < 50:
        connection = client.ask(query, after=after, **more)[name]
        found.append(connection["nodes"])
        after = connection["pageInfo"]["endCursor"]
        if not connection["pageInfo"]["hasNextPage"]:
            return found
    raise AssertionError("the list has no end")


TENANCY = """
mutation ($input: CreateTenancyInput!) { createTenancy(input: $input) { ... on TenancySaved { tenancy { id tasks { key dueOn } } } } }
"""


def test_a_masked_due_day_neither_orders_a_list_nor_picks_from_it_nor_stands_in_its_cursors(either: Client) -> None:
    """Whoever may not read a day could otherwise find it by asking for what is due before it, day by day."""
    headers = bearing(Role.AUDITOR, "demo")
    either.ask(TENANCY, input={"facts": {"incomeNoticeSentOn": "2026-02-03"}})
    either.operation(**DEMOLITION)

    def listed(**wanted: Any) -> list[tuple[str, str | None]]:
        found, after = [], None
        while True:
            page = either.send(TASKS, headers=headers, first=7, after=after, **wanted)["data"]["tasks"]
            found += [(each["key"], each["dueOn"]) for each in page["nodes"]]
            after = page["pageInfo"]["endCursor"]
            assert after is None or orjson.loads(b64decode(after + "==", "-_"))[0] == found[-1][1]
            if not page["pageInfo"]["hasNextPage"]:
                return found

    masked = "tasks.tenancies.maximum_supplement"
    (due,) = {each["dueOn"] for page in pages(either, TASKS, "tasks", first=50) for each in page if each["key"] == masked}
    assert due is not None
    every = listed()
    assert [each for each in every if each[0] == masked] == [(masked, None)]
    days = [each[1] or "9999" for each in every]
    assert days == sorted(days)
    assert masked not in {key for key, _ in listed(dueBefore="2100-01-01")}


MINE = """
query ($assignee: ID, $commune: String) {
  tasks(assignee: $assignee, commune: $commune, language: EN) { nodes { key assignee subject { id } } }
}
"""
UPDATE = "mutation ($input: UpdateOperationInput!) { updateOperation(input: $input) { __typename } }"
ASSIGN = "mutation ($input: AssignItemInput!) { assignItem(input: $input) { __typename } }"


def test_tasks_are_listed_by_who_is_to_see_to_them_and_by_commune(either: Client) -> None:
    here, there = (either.operation(**DEMOLITION, commune=commune) for commune in ("69123", "35238"))
    everywhere = either.ask(MINE)["tasks"]["nodes"]
    key = everywhere[0]["key"]
    assert {each["subject"]["id"] for each in everywhere} == {here, there}
    assert {each["subject"]["id"] for each in either.ask(MINE, commune="69123")["tasks"]["nodes"]} == {here}
    assert either.ask(MINE, assignee="anna")["tasks"]["nodes"] == []
    either.ask(ASSIGN, input={"subject": there, "item": key, "assignee": "anna"})
    mine = [{"key": key, "assignee": "anna", "subject": {"id": there}}]
    assert either.ask(MINE, assignee="anna")["tasks"]["nodes"] == mine
    either.ask(UPDATE, input={"id": there, "facts": {"commune": "69123"}})
    assert either.ask(MINE, assignee="anna", commune="69123")["tasks"]["nodes"] == mine


def test_files_are_listed_page_by_page_in_the_order_of_their_creation(either: Client) -> None:
    made = [either.household() for _ in range(5)]
    either.operation()
    found = pages(either, PAGE, "households", first=2)
    assert [len(each) for each in found] == [2, 2, 1]
    assert [node["id"] for each in found for node in each] == made


def test_a_file_added_meanwhile_neither_hides_nor_repeats_another(client: Client) -> None:
    first, second = client.household(), client.household()
    page = client.ask(PAGE, first=1)["households"]
    third = client.household()
    rest = client.ask(PAGE, first=10, after=page["pageInfo"]["endCursor"])["households"]
    assert [page["nodes"][0]["id"], *(each["id"] for each in rest["nodes"])] == [first, second, third]
    assert rest["pageInfo"]["hasPreviousPage"] is True


@pytest.mark.parametrize("first", [0, -1, 101, 2_000_000_000])
def test_a_page_of_no_or_too_many_items_is_refused_by_code(client: Client, first: int) -> None:
    for name in ("households", "operations", "tasks", "decisions"):
        query = f"query ($first: Int!) {{ {name}(first: $first) {{ pageInfo {{ hasNextPage }} }} }}"
        assert client.refused(query, first=first) in (["BAD_PAGE_SIZE"], ["LIMIT_EXCEEDED"])


@pytest.mark.parametrize("cursor", ["", "x", "é", "bnVsbA", "dHJ1ZQ", "e30", "LTE", "WzEsMl0", "Ilx1MDAwMCI", "A" * 3_000])
def test_what_is_no_cursor_is_refused_by_code(client: Client, cursor: str) -> None:
    for name in ("households", "operations", "tasks", "decisions"):
        for argument in ("after", "before"):
            query = f"query ($at: String) {{ {name}({argument}: $at) {{ pageInfo {{ hasNextPage }} }} }}"
            assert client.refused(query, at=cursor) == ["BAD_CURSOR"]


@on_postgresql
def test_a_null_character_which_postgresql_cannot_compare_is_refused_by_code(either: Client) -> None:
    lists = (("tasks", "rule"), ("tasks", "assignee"), ("decisions", "subject"))
    asked = [f"query ($text: ID!) {{ {name}({argument}: $text) {{ nodes {{ id }} }} }}" for name, argument in lists]
    for query in (*asked, "mutation ($text: ID!) { removeFile(input: { file: $text }) { __typename } }"):
        assert either.refused(query, text="a\x00") == ["BAD_TEXT"]


def test_tasks_are_listed_across_operations_and_cite_their_decisions(either: Client) -> None:
    urgent = either.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2026-04-01")
    later = either.operation(**DEMOLITION)
    answer = either.send(TASKS, first=50)
    nodes = answer["data"]["tasks"]["nodes"]
    files = [each for each in nodes if each["key"] == "tasks.demolition.demolition_file"]
    assert {each["subject"]["id"] for each in nodes} == {urgent, later}
    assert [(each["subject"]["id"], each["dueOn"]) for each in files] == [(urgent, "2025-12-01"), (later, "2026-05-01")]
    assert files[0]["subject"]["__typename"] == "Operation"
    cited = {each["id"] for each in answer["extensions"]["ruleTrace"]["decisions"]}
    assert cited == {each["decisionId"] for each in nodes}


def test_tasks_are_found_by_state_due_day_and_rule(client: Client) -> None:
    client.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2026-04-01")
    client.operation(**DEMOLITION)
    rule = "tasks.demolition.demolition_file"
    assert [each["state"] for each in client.ask(TASKS, first=50, rule=rule)["tasks"]["nodes"]] == ["MISSED", "TO_DO"]
    assert len(client.ask(TASKS, first=50, rule=rule, states=["MISSED"])["tasks"]["nodes"]) == 1
    assert len(client.ask(TASKS, first=50, rule=rule, dueBefore="2025-12-01")["tasks"]["nodes"]) == 0
    assert len(client.ask(TASKS, first=50, rule=rule, dueBefore="2025-12-02")["tasks"]["nodes"]) == 1
    assert client.ask(TASKS, first=50, states=[])["tasks"]["nodes"] == []
    (refused,) = client.send(TASKS, first=50, dueBefore="0001-01-01")["errors"]
    assert (refused["extensions"]["code"], refused["message"].split()[0]) == ("DATE_OUT_OF_RANGE", "dueBefore")


def test_pages_of_tasks_hold_each_task_once(client: Client) -> None:
    for _ in range(3):
        client.operation(**DEMOLITION)
    every = [(each["subject"]["id"], each["key"]) for each in client.ask(TASKS, first=100)["tasks"]["nodes"]]
    paged = [(node["subject"]["id"], node["key"]) for page in pages(client, TASKS, "tasks", first=2) for node in page]
    assert paged == every
    assert len(set(every)) == len(every) > 3


def test_a_task_that_is_closed_changes_its_state_in_the_list(client: Client) -> None:
    identifier = client.operation(**DEMOLITION)
    change = "mutation ($input: UpdateOperationInput!) { updateOperation(input: $input) { __typename } }"
    client.ask(change, input={"id": identifier, "facts": {"demolitionFileDepositedOn": "2026-02-01"}})
    (task,) = client.ask(TASKS, first=50, rule="tasks.demolition.demolition_file")["tasks"]["nodes"]
    assert task["state"] == "CLOSED"


def test_decisions_are_found_by_file_rule_and_period_the_latest_first(either: Client) -> None:
    french, foreign = either.household(persons=[a_person()]), either.household(persons=[a_person(nationality="THIRD_COUNTRY")])
    query = """
    query ($first: Int!, $after: String, $subject: ID, $rule: ID, $since: DateTime, $until: DateTime) {
      decisions(first: $first, after: $after, subject: $subject, rule: $rule, since: $since, until: $until) {
        nodes { id number subjectId subject { id } } pageInfo { hasNextPage endCursor }
      }
    }
    """
    assert [[node["number"] for node in page] for page in pages(either, query, "decisions", first=1)] == [[2], [1]]
    only = either.ask(query, first=9, subject=foreign)["decisions"]["nodes"]
    assert [(each["number"], each["subject"]["id"]) for each in only] == [(2, foreign)]
    applied = either.ask(query, first=9, rule="documents.identity.identity_card")["decisions"]["nodes"]
    assert [each["subjectId"] for each in applied] == [french]
    assert either.ask(query, first=9, until=either.clock.now.isoformat())["decisions"]["nodes"] == []
    assert len(either.ask(query, first=9, since=either.clock.now.isoformat())["decisions"]["nodes"]) == 2


ONE_LIST = """
query ($first: Int, $after: String, $last: Int, $before: String, $id: ID!) {
  %s
}
fragment P on %sConnection { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
"""
ARGUMENTS = "(first: $first, after: $after, last: $last, before: $before) { ...P }"
CONNECTIONS = {
    "households": ("Household", f"households{ARGUMENTS} household(id: $id) {{ id }}"),
    "tasks": ("ListedTask", f"tasks{ARGUMENTS} household(id: $id) {{ id }}"),
    "decisions": ("Decision", f"decisions{ARGUMENTS} household(id: $id) {{ id }}"),
    "revisions": ("FactsRevision", f"household(id: $id) {{ revisions{ARGUMENTS} }}"),
    "itemHistory": ("ItemAction", f"household(id: $id) {{ itemHistory{ARGUMENTS} }}"),
    "comments": ("Comment", f"household(id: $id) {{ documents {{ key comments{ARGUMENTS} }} }}"),
}
PASSPORT = "documents.identity.identity_card@marie"


@pytest.fixture
def busy(either: Client) -> tuple[Client, str]:
    """A household with three comments on a document, three revisions, and others beside it."""
    identifier, *_ = (either.household(persons=[a_person()]) for _ in range(3))
    for number in range(2):
        facts = {"rent": str(number)}
        either.ask(
            "mutation ($i: UpdateHouseholdInput!) { updateHousehold(input: $i) { __typename } }", i={"id": identifier, "facts": facts}
        )
    for number in range(3):
        given = {"subject": identifier, "item": PASSPORT, "text": str(number)}
        either.ask("mutation ($i: WriteCommentInput!) { writeComment(input: $i) { __typename } }", i=given)
    either.operation(**DEMOLITION)
    return either, identifier


@pytest.mark.parametrize("name", CONNECTIONS)
def test_every_list_is_paged_from_either_end_and_each_of_its_items_found_by_its_id(busy: tuple[Client, str], name: str) -> None:
    client, identifier = busy
    kind, selection = CONNECTIONS[name]

    def page(**arguments: Any) -> tuple[list[str], dict[str, Any]]:
        found = client.ask(ONE_LIST % (selection, kind), id=identifier, **arguments)
        found = found[name] if name in found else found["household"]
        if name in {"revisions", "itemHistory"}:
            found = found[name]
        if name == "comments":
            found = next(each["comments"] for each in found["documents"] if each["key"] == PASSPORT)
        return [each["id"] for each in found["nodes"]], found["pageInfo"]

    every, info = page(first=100)
    assert (len(set(every)) == len(every) >= 3, info["hasNextPage"], info["hasPreviousPage"]) == (True, False, False)
    last, info = page(last=2)
    assert (last, info["hasNextPage"], info["hasPreviousPage"]) == (every[-2:], False, True)
    before, info = page(last=100, before=info["startCursor"])
    assert (before, info["hasNextPage"], info["hasPreviousPage"]) == (every[:-2], True, False)
    assert page(first=1, after=info["startCursor"])[0] == every[1:2]
    answers = client.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=every)["nodes"]
    assert answers == [{"__typename": kind, "id": each} for each in every]


def test_what_only_looks_like_an_id_finds_nothing(either: Client) -> None:
    for parts in (
        ["task"],
        ["task", "a", "b", "", ""],
        ["revision", "a", 0],
        ["revision", "a", 1e99],
        ["revision", "a", 2**40],
        ["action", ""],
    ):
        assert either.ask("query ($id: ID!) { node(id: $id) { id } }", id=cursor_of(parts))["node"] is None


DONE = """
mutation ($input: CreateTenancyInput!) { createTenancy(input: $input) { ... on TenancySaved { tenancy { id } } } }
"""
HOW_LATE = 'query ($id: ID!) { tenancy(id: $id, asOf: "2026-04-01") { tasks { key state dueOn doneOn daysLate masked } } }'


def test_a_task_says_when_it_was_done_and_how_late_to_whoever_may_read_what_closed_it(client: Client) -> None:
    def told(answered: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        facts = {"incomeNoticeSentOn": "2026-02-03", "incomeSurveyAnsweredOn": answered}
        identifier = client.ask(DONE, input={"facts": facts})["createTenancy"]["tenancy"]["id"]
        (task,) = client.send(HOW_LATE, headers=headers, id=identifier)["data"]["tenancy"]["tasks"]
        return {name: task[name] for name in ("state", "dueOn", "doneOn", "daysLate", "masked")}

    days = {"state": "CLOSED", "dueOn": "2026-02-18", "masked": False}
    assert told("2026-02-18") == days | {"doneOn": "2026-02-18", "daysLate": None}
    assert told("2026-02-20") == days | {"doneOn": "2026-02-20", "daysLate": 2}
    hidden = told("2026-02-20", bearing(Role.AUDITOR, "demo"))
    assert hidden == {"state": "CLOSED", "dueOn": None, "doneOn": None, "daysLate": None, "masked": True}


def test_what_a_task_waits_for_is_told_to_whoever_may_read_its_day(client: Client) -> None:
    identifier = client.ask(DONE, input={"facts": {}})["createTenancy"]["tenancy"]["id"]
    asked = 'tenancy(id: $id) { evaluation(rule: "tasks.tenancies.maximum_supplement") { waitsFor { fact } } }'

    def told(headers: dict[str, str] | None = None) -> object:
        found = client.send(f"query ($id: ID!) {{ {asked} }}", headers=headers, id=identifier)["data"]["tenancy"]["evaluation"]
        return found["waitsFor"]

    assert told() == [{"fact": "tenancy.income_notice_sent_on"}]
    assert told(bearing(Role.AUDITOR, "demo")) is None
