"""Lists across subjects show what the newest decision left, whichever was stored last, and page by due day."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.store.database import Database
from domain.store.items.assignments import AssignmentStore
from domain.store.items.key import ItemKey
from domain.store.revisions import SubjectStore
from domain.store.tables import task
from tests.databases import on_postgresql
from tests.domain.store.items.acts import an_act
from tests.tracing.audit.entries import DEMO, NOON, a_projection, a_task, an_entry
from tracing.audit.entry import Projection, to_project
from tracing.audit.log import DecisionLog
from tracing.audit.worklist import ListedTask, Told, Worklist

MINUTE = timedelta(minutes=1)


@pytest.fixture
def worklist(database: Database) -> Worklist:
    return Worklist(database)


async def listed(worklist: Worklist, **wanted: Any) -> list[tuple[str, str]]:
    return [(each.subject_id, each.task.rule) for each in await worklist.tasks(DEMO, first=100, **wanted)]


async def test_a_decision_lists_its_tasks_and_says_when_to_decide_again(log: DecisionLog, worklist: Worklist) -> None:
    alert = a_task(state="CRITICAL", shown_from=date(2026, 7, 1), moderate_from=date(2026, 9, 1), critical_from=date(2026, 11, 1))
    entry = an_entry(projection=a_projection(alert, changes_on=date(2026, 12, 1)))
    number = await log.record(entry)
    assert await worklist.tasks(DEMO, first=10) == (ListedTask("operation-1", "operation", alert, number, entry.id),)
    latest = await worklist.latest(DEMO, "operation-1")
    assert latest is not None
    assert (latest.decision_id, latest.revision, latest.changes_on) == (entry.id, 1, date(2026, 12, 1))


async def test_the_next_decision_takes_the_place_of_the_last_one(log: DecisionLog, worklist: Worklist, database: Database) -> None:
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.1"), a_task("tasks.a.2"))))
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.2", state="CLOSED"), a_task("tasks.a.3")), revision=2))
    assert await listed(worklist) == [("operation-1", "tasks.a.2"), ("operation-1", "tasks.a.3")]
    assert len(await database.read(lambda connection: connection.execute(task.select()).all())) == 2, "no row is left behind"
    await log.record(an_entry(projection=Projection(None, ()), revision=3))
    assert await listed(worklist) == []
    assert await worklist.latest(DEMO, "operation-1") is not None


async def test_a_row_that_an_older_decision_left_behind_is_listed_nowhere(log: DecisionLog, worklist: Worklist, database: Database) -> None:
    """As one does that was stored while the newer one could not see it yet."""
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.1"))))
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.1")), revision=2))
    (row,) = await database.read(lambda connection: connection.execute(task.select()).all())
    behind = row._asdict() | {"rule": "tasks.a.behind", "decision_number": 1}
    await database.write(lambda connection: connection.execute(task.insert(), behind))
    assert await listed(worklist) == [("operation-1", "tasks.a.1")]
    assert await worklist.task(DEMO, "operation-1", "tasks.a.behind", "", "") is None


@pytest.mark.parametrize("grouped", [False, True])
async def test_of_two_decisions_at_one_instant_the_later_one_is_listed(log: DecisionLog, worklist: Worklist, grouped: bool) -> None:
    two = [an_entry(projection=a_projection(a_task(f"tasks.a.{number}"))) for number in range(2)]
    for group in [two] if grouped else [two[:1], two[1:]]:
        await log._groups.write(group)
    assert await listed(worklist) == [("operation-1", "tasks.a.1")]


async def test_a_decision_about_another_day_or_an_earlier_knowledge_lists_nothing(log: DecisionLog, worklist: Worklist) -> None:
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.1"))))
    await log.record(an_entry(projection=None, revision=2))
    assert await listed(worklist) == [("operation-1", "tasks.a.1")]


@pytest.mark.parametrize(
    "older", [{"revision": 1, "decided_at": NOON + MINUTE}, {"revision": 2, "decided_at": NOON - MINUTE}], ids=["revision", "instant"]
)
async def test_an_older_decision_stored_later_changes_no_list(log: DecisionLog, worklist: Worklist, older: dict[str, Any]) -> None:
    newer = an_entry(revision=2, decided_at=NOON, projection=a_projection(a_task("tasks.newer.1")))
    await log.record(newer)
    await log.record(an_entry(**older, projection=a_projection(a_task("tasks.older.1"), a_task("tasks.newer.1", state="CLOSED"))))
    assert [(each.task.rule, each.task.state, each.decision_id) for each in await worklist.tasks(DEMO, first=9)] == [
        ("tasks.newer.1", "TO_DO", newer.id)
    ]


async def test_of_one_group_the_newest_decision_on_each_subject_is_listed(log: DecisionLog, worklist: Worklist) -> None:
    entries = [
        an_entry(subject_id=subject, revision=revision, projection=a_projection(a_task(f"tasks.of.{revision}")))
        for revision in (2, 5, 3)
        for subject in ("a", "b")
    ]
    await log._groups.write(entries)
    assert await listed(worklist) == [("a", "tasks.of.5"), ("b", "tasks.of.5")]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 3), st.integers(0, 3), st.booleans()), min_size=1), max_size=4))
async def test_whatever_the_groups_lists_hold_the_newest_of_all(
    database: Database, log: DecisionLog, worklist: Worklist, groups: list[list[tuple[str, int, int, bool]]]
) -> None:
    await database.transact(lambda connection: [connection.exec_driver_sql(f"DELETE FROM {name}") for name in ("task", "latest_decision")])
    recorded = []
    for group in groups:
        entries = [
            an_entry(
                subject_id=subject,
                revision=revision,
                decided_at=NOON + minutes * MINUTE,
                projection=a_projection(a_task(f"tasks.of.{revision}"), a_task(f"tasks.at.{minutes}")) if projected else None,
            )
            for subject, revision, minutes, projected in group
        ]
        await log._groups.write(entries)
        recorded += entries
    expected = {(each.subject_id, task.rule) for each in to_project(recorded) if each.projection for task in each.projection.tasks}
    assert set(await listed(worklist)) == expected


@on_postgresql
async def test_processes_that_decide_the_same_subjects_at_once_leave_one_decision_in_the_lists(
    log: DecisionLog, database: Database, worklist: Worklist
) -> None:
    other = DecisionLog(database)
    await other.start()
    entries = [
        an_entry(subject_id=f"s{n % 5}", revision=n, projection=a_projection(*(a_task(f"tasks.of.{n}.{each}") for each in range(n % 4))))
        for n in range(1, 201)
    ]
    await asyncio.gather(*((log, other)[n % 2].record(entry) for n, entry in enumerate(entries)))
    await other.stop()
    newest = {each.subject_id: each for each in to_project(entries)}
    assert {(each.subject_id, each.decision_id) for each in await worklist.tasks(DEMO, first=100)} == {
        (subject, entry.id) for subject, entry in newest.items() if entry.projection and entry.projection.tasks
    }


async def test_a_list_is_paged_by_due_day_and_ends_with_what_has_none(log: DecisionLog, worklist: Worklist) -> None:
    days = [date(2027, 1, 2), None, date(2027, 1, 1)]
    for subject in ("b", "a"):
        tasks = [a_task(f"tasks.t.{n}", due_on=day, part=part) for n, day in enumerate(days) for part in ("x", "y")]
        await log.record(an_entry(subject_id=subject, projection=a_projection(*tasks)))
    seen: list[ListedTask] = []
    while page := await worklist.tasks(DEMO, first=5, after=seen[-1].cursor if seen else None):
        seen += page
    assert [(each.task.due_on, each.subject_id, each.task.part) for each in seen] == [
        (day, subject, part) for day in (days[2], days[0], None) for subject in "ab" for part in "xy"
    ]


async def test_a_list_is_narrowed_by_state_rule_subject_and_due_day(log: DecisionLog, worklist: Worklist) -> None:
    critical = a_task("tasks.a.1", state="CRITICAL", due_on=date(2027, 1, 1))
    later = a_task("tasks.a.2", due_on=date(2027, 2, 1))
    undated = a_task("tasks.a.3", state="MISSED", due_on=None)
    await log.record(an_entry(subject_id="a", projection=a_projection(critical, later)))
    await log.record(an_entry(subject_id="b", subject_type="tenancy", projection=a_projection(undated)))
    first, second, third = ("a", "tasks.a.1"), ("a", "tasks.a.2"), ("b", "tasks.a.3")
    assert await listed(worklist, states=["CRITICAL"]) == [first]
    assert await listed(worklist, states=["CRITICAL", "MISSED"]) == [first, third]
    assert await listed(worklist, rule="tasks.a.2") == [second]
    assert await listed(worklist, subject_id="a", due_from=date(2027, 1, 2)) == [second]
    assert await listed(worklist, due_until=date(2027, 1, 31)) == [first]


async def test_an_assigned_task_is_listed_for_whom_it_is_assigned_to_before_and_after_the_next_decision(
    log: DecisionLog, database: Database, worklist: Worklist
) -> None:
    await SubjectStore(database).create("operation-1", "operation", {}, organisation="demo", committed_at=NOON, author="anna")
    assignments = AssignmentStore(database)
    early = ItemKey("operation-1", "tasks.a.early")
    await assignments.assign(an_act(early, organisation="demo"), "anna")
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.early"), a_task("tasks.a.late"))))
    assert await listed(worklist, assignee="anna") == [("operation-1", "tasks.a.early")]
    await assignments.assign(an_act(ItemKey("operation-1", "tasks.a.late"), organisation="demo"), "basil")
    assert await listed(worklist, assignee="basil") == [("operation-1", "tasks.a.late")]
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.late", state="CRITICAL")), revision=2))
    assert [(each.task.state, each.assignee) for each in await worklist.tasks(DEMO, first=9)] == [("CRITICAL", "basil")]
    await log.record(an_entry(projection=a_projection(a_task("tasks.a.early")), revision=3))
    assert await listed(worklist, assignee="anna", states=["TO_DO"]) == [("operation-1", "tasks.a.early")]
    await assignments.assign(an_act(early, organisation="demo"), None)
    assert await listed(worklist, assignee="anna") == []


async def test_a_list_is_narrowed_by_commune_and_ordered_by_day_over_all_states(log: DecisionLog, worklist: Worklist) -> None:
    states = ["TO_DO", "MODERATE", "CRITICAL", "MISSED", "CLOSED"]
    tasks = [a_task(f"tasks.a.{number}", state=state, due_on=date(2027, 1, 9 - number)) for number, state in enumerate(states)]
    await log.record(an_entry(subject_id="lyon", projection=Projection(None, tuple(tasks), commune="69123")))
    await log.record(an_entry(subject_id="nowhere", projection=a_projection(a_task("tasks.a.0"))))
    pages: list[ListedTask] = []
    while page := await worklist.tasks(DEMO, first=2, commune="69123", after=pages[-1].cursor if pages else None):
        pages += page
    assert [each.task.state for each in pages] == states[::-1]
    assert await listed(worklist, commune="69123", rule="tasks.a.2") == [("lyon", "tasks.a.2")]
    assert await listed(worklist, commune="69123", states=["MISSED"]) == [("lyon", "tasks.a.3")]
    await log.record(an_entry(subject_id="lyon", projection=Projection(None, (tasks[0],), commune="35238"), revision=2))
    assert (await listed(worklist, commune="69123"), len(await listed(worklist, commune="35238"))) == ([], 1)


async def test_a_due_day_that_is_not_told_neither_orders_nor_picks_nor_stands_in_a_cursor(log: DecisionLog, worklist: Worklist) -> None:
    days = {"tasks.told.1": date(2027, 1, 2), "tasks.told.2": None, "tasks.masked.1": date(2027, 1, 1), "tasks.masked.2": None}
    for subject in ("b", "a"):
        tasks = [a_task(rule, due_on=day, part=part) for rule, day in days.items() for part in ("x", "y")]
        await log.record(an_entry(subject_id=subject, projection=a_projection(*tasks)))
    told = Told(frozenset({"tasks.told.1", "tasks.told.2"}), frozenset({"tasks.masked.1", "tasks.masked.2"}), frozenset())
    for states in (None, ("TO_DO", "MISSED")):
        seen: list[ListedTask] = []
        while page := await worklist.tasks(DEMO, first=3, after=seen[-1].cursor if seen else None, told=told, states=states):
            seen += page
        back: tuple[ListedTask, ...] = ()
        while page := await worklist.tasks(
            DEMO, first=3, before=back[0].cursor if back else None, backwards=True, told=told, states=states
        ):
            back = (*page, *back)
        assert [*back] == seen
        dated = [(date(2027, 1, 2), subject, "tasks.told.1", part) for subject in "ab" for part in "xy"]
        undated = [(None, subject, rule, part) for subject in "ab" for rule in sorted(set(days) - {"tasks.told.1"}) for part in "xy"]
        assert [(each.task.due_on, each.subject_id, each.task.rule, each.task.part) for each in seen] == dated + undated
    assert {rule for _, rule in await listed(worklist, due_until=date(2027, 1, 31), told=told)} == {"tasks.told.1"}
    assert {rule for _, rule in await listed(worklist, rule="tasks.masked.1", told=told)} == {"tasks.masked.1"}


async def test_nothing_is_found_by_a_commune_that_is_not_told(log: DecisionLog, worklist: Worklist) -> None:
    for kind in ("operation", "household"):
        projection = replace(a_projection(), commune="35238")
        await log.record(an_entry(subject_id=kind, subject_type=kind, projection=projection))
    assert len(await listed(worklist, commune="35238")) == 2
    told = Told(frozenset({"tasks.demolition.file"}), frozenset(), frozenset({"operation"}))
    assert await listed(worklist, commune="35238", told=told) == [("operation", "tasks.demolition.file")]
