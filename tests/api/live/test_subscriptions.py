"""What subscribers are told, and why; with what cursor they resume; and what they are never told."""

import asyncio
import base64
from datetime import UTC, datetime, timedelta

import orjson
import pytest

from api.identity.development import somebody
from api.principal import Role
from tests.api.clients import a_person
from tests.api.live.desk import Desk

CAUSES = """
causes {
  __typename sentence
  ... on FactsChanged { facts { fact field part label } addedParts removedParts provided }
  ... on DayCame { day }
}
"""
CHANGED = f"""
subscription ($id: ID!, $after: String) {{
  subjectChanged(id: $id, after: $after, language: EN) {{ cursor decisionNumber {CAUSES} }}
}}
"""
FIGURES = """
subscription ($id: ID!, $after: String) {
  subjectChanged(id: $id, after: $after, language: EN) {
    causes { __typename sentence ... on FigureChanged { figure label since } ... on DayCame { day } }
  }
}
"""
ALERTS = f"""
subscription ($states: [TaskState!], $rule: ID, $subject: ID, $after: String) {{
  taskAlerts(states: $states, rule: $rule, subject: $subject, after: $after, language: EN) {{
    cursor subjectId alerts {{ key title state stateBefore dueOn rule {{ id }} }} {CAUSES}
  }}
}}
"""
RECORDED = (
    f"subscription ($after: String) {{ decisionRecorded(after: $after, language: EN) {{ cursor decisionNumber subjectId {CAUSES} }} }}"
)
ASK = "query ($id: ID!) { household(id: $id) { decision { number } } }"
FILE = "tasks.demolition.demolition_file"


def as_number(value: str) -> int:
    """Return the number of the decision in a cursor before which nothing was done to items."""
    decisions, items = orjson.loads(base64.urlsafe_b64decode(value + "=="))
    assert items == 0
    return int(decisions)


async def test_whoever_follows_a_file_is_told_which_facts_changed(either: Desk) -> None:
    identifier = await either.household(rent="500", persons=[a_person()])
    async with either.following(CHANGED, id=identifier) as following:
        await either.change(
            identifier, rent="600", persons=[{"key": "marie", "nationality": "EU_EEA_SWISS"}, a_person("paul", role="CHILD")]
        )
        event = await following.event()
    (cause,) = event["causes"]
    assert cause["__typename"] == "FactsChanged"
    assert cause["sentence"] == "Facts changed: Rent of the proposed dwelling, Nationality, parts added or removed."
    assert [(each["fact"], each["field"], each["part"]) for each in cause["facts"]] == [
        ("household.rent", "rent", None),
        ("person.nationality", "nationality", "marie"),
    ]
    assert (cause["addedParts"], cause["removedParts"], cause["provided"]) == (["paul"], [], False)
    assert "500" not in str(event)
    assert as_number(event["cursor"]) == event["decisionNumber"] == 2


async def test_a_question_that_comes_out_as_before_changes_no_file_but_stands_in_the_record(either: Desk) -> None:
    identifier = await either.household(rent="500")
    async with either.following(CHANGED, id=identifier) as changes, either.following(RECORDED) as record:
        for _ in range(3):
            await either.ask(ASK, id=identifier)
        await either.change(identifier, rent="600")
        told = [(await record.event()) for _ in range(4)]
        assert [[each["__typename"] for each in event["causes"]] for event in told] == [["Asked"]] * 3 + [["FactsChanged"]]
        assert (await changes.event())["decisionNumber"] == told[3]["decisionNumber"] == 5


async def test_an_event_shows_the_file_as_its_decision_found_it_and_decides_nothing(desk: Desk) -> None:
    identifier = await desk.household(rent="500", persons=[a_person()])
    query = """
    subscription ($id: ID!, $after: String) {
      subjectChanged(id: $id, after: $after) {
        subject { id revision documents { key } decision { number } ... on Household { facts { rent } } }
        decision { number subject { decision { number } } }
      }
    }
    """
    async with desk.following(query, id=identifier) as following, desk.following(RECORDED) as record:
        await desk.change(identifier, rent="600")
        await desk.change(identifier, rent="700")
        for number, rent in ((2, "600"), (3, "700")):
            event = await following.event()
            assert (event["subject"]["facts"], event["subject"]["decision"]) == ({"rent": rent}, {"number": number})
            assert event["subject"]["documents"]
            assert event["decision"]["number"] == number
        await desk.change(identifier, rent="800")
        assert [(await record.event())["decisionNumber"] for _ in range(3)] == [2, 3, 4]


async def test_each_event_carries_a_rule_trace_of_its_own(desk: Desk) -> None:
    identifier = await desk.household(rent="500")
    query = "subscription ($id: ID!, $after: String) { subjectChanged(id: $id, after: $after) { subject { documents { key } } } }"
    async with desk.following(query, id=identifier) as following:
        for revision in (2, 3):
            await desk.change(identifier, rent=str(revision))
            (told,) = (await following.message())["payload"]["extensions"]["ruleTrace"]["decisions"]
            assert (told["revision"], told["number"]) == (revision, revision)


async def test_whoever_subscribes_after_the_cursor_of_an_answer_misses_nothing(either: Desk) -> None:
    identifier = await either.household(rent="500")
    answered = await either.cursor()
    for rent in ("600", "700", "800"):
        await either.change(identifier, rent=rent)
    async with either.following(CHANGED, id=identifier, after=answered) as following:
        first = await following.event()
        assert [(await following.event())["decisionNumber"] for _ in range(2)] == [3, 4]
    async with either.following(CHANGED, id=identifier, after=first["cursor"]) as resumed:
        await either.change(identifier, rent="900")
        assert [(await resumed.event())["decisionNumber"] for _ in range(3)] == [3, 4, 5]


async def test_cursors_that_cannot_be_resumed_from_are_refused(desk: Desk) -> None:
    identifier = await desk.household(rent="500")
    for after, code in (
        ("no cursor", "BAD_CURSOR"),
        ("LTE", "BAD_CURSOR"),
        ("dHJ1ZQ", "BAD_CURSOR"),
        ("OTk5", "BAD_CURSOR"),
        ("Wzk5OSwwXQ", "CURSOR_AHEAD"),
        ("WzEsOV0", "CURSOR_AHEAD"),
    ):
        async with desk.following(CHANGED, id=identifier, after=after) as following:
            assert (await following.refused()) == [code], after


async def test_a_file_that_is_not_there_cannot_be_followed(desk: Desk) -> None:
    async with desk.following(CHANGED, id="nobody") as following:
        assert (await following.refused()) == ["NOT_FOUND"]


async def test_the_passing_of_a_day_tells_an_alert_when_somebody_asks(either: Desk) -> None:
    """With nobody to look at the calendar, the question of the next day finds it; see test_passing for the calendar."""
    either.clock.now = datetime(2026, 9, 1, 12, tzinfo=UTC)
    identifier = await either.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2027-02-01")
    before = await either.cursor()
    async with either.following(ALERTS, rule=FILE) as alerts:
        either.clock.now += timedelta(days=3)
        await either.ask("query ($id: ID!) { operation(id: $id) { decision { number } } }", id=identifier)
        event = await alerts.event()
    async with either.of(somebody(Role.AUDITOR)).following(ALERTS, rule=FILE, after=before) as audited:
        masked = await audited.event()
    (alert,) = event["alerts"]
    assert (alert["key"], alert["state"], alert["stateBefore"], alert["dueOn"]) == (FILE, "MODERATE", None, "2026-10-01")
    assert alert["rule"] == {"id": FILE}
    assert [(each["__typename"], each.get("day")) for each in event["causes"]] == [("DayCame", "2026-09-02")]
    assert [(each["__typename"], each.get("day")) for each in masked["causes"]] == [("DayCame", None)]
    assert "2026" not in "".join(each["sentence"] for each in masked["causes"])


async def test_a_figure_that_has_another_value_is_told_beside_the_day_that_brought_it(either: Desk) -> None:
    either.clock.now = datetime(2025, 12, 30, 12, tzinfo=UTC)
    persons = [a_person(), a_person("leo", role="CHILD", bornOn="2015-01-01")]
    identifier = await either.household(persons=persons, personsComplete=True, ceilingZone="OTHER_REGIONS")
    async with either.following(FIGURES, id=identifier) as following:
        either.clock.now += timedelta(days=3)
        await either.ask(ASK, id=identifier)
        day, *figures = (await following.event())["causes"]
    assert (day["__typename"], day["day"]) == ("DayCame", "2026-01-01")
    assert {
        "__typename": "FigureChanged",
        "figure": "plus_ceilings",
        "label": "PLUS income ceilings",
        "since": "2026-01-01",
        "sentence": "New figure since 1 January 2026: PLUS income ceilings.",
    } in figures


async def test_an_alert_that_is_over_is_told_and_filters_hold(desk: Desk) -> None:
    desk.clock.now = datetime(2026, 9, 25, 12, tzinfo=UTC)
    identifier = await desk.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2027-02-01")
    other = await desk.operation(kind="DEMOLITION", demolitionFunder="STATE")
    async with (
        desk.following(ALERTS, rule=FILE) as every,
        desk.following(ALERTS, states=["CRITICAL"], rule=FILE) as critical,
        desk.following(ALERTS, subject=other, rule=FILE) as others,
        desk.following(ALERTS, states=[]) as none,
    ):
        await desk.change_operation(identifier, demolitionFileDepositedOn="2026-09-24")
        await desk.change_operation(other, worksStart="2027-02-01")
        assert [(each["state"], each["stateBefore"]) for each in (await every.event())["alerts"]] == [(None, "CRITICAL")]
        for following in (every, critical, others):
            event = await following.event()
            assert (event["subjectId"], [each["state"] for each in event["alerts"]]) == (other, ["CRITICAL"])
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await none.event()


@pytest.mark.parametrize("query", [CHANGED, ALERTS, RECORDED], ids=["changes", "alerts", "record"])
async def test_nothing_of_another_organisation_is_told(desk: Desk, query: str) -> None:
    desk.clock.now = datetime(2026, 9, 25, 12, tzinfo=UTC)
    harbour = desk.of(somebody(Role.CASEWORKER, "harbour"))
    theirs = await desk.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2027-02-01")
    ours = await harbour.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2027-02-01")
    async with harbour.following(query, id=ours) as following:
        await desk.change_operation(theirs, worksStart="2027-01-31")
        await harbour.change_operation(ours, worksStart="2027-01-30")
        event = await following.event()
    assert as_number(event["cursor"]) == 4
    assert theirs not in str(event)
    if query != RECORDED:
        async with harbour.following(query, id=theirs, subject=theirs) as following:
            assert await following.refused() == ["NOT_FOUND"]


async def test_an_applicant_is_told_of_its_own_files_only(desk: Desk) -> None:
    own, other = await desk.household(rent="500"), await desk.household(rent="500")
    applicant = desk.of(somebody(Role.APPLICANT, subjects=[own]))
    async with applicant.following(CHANGED, id=other) as following:
        assert await following.refused() == ["NOT_FOUND"]
    async with applicant.following(RECORDED) as following:
        await desk.change(other, rent="600")
        await desk.change(own, rent="600")
        assert (await following.event())["subjectId"] == own
