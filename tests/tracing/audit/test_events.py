"""Every decision leaves one event, in its own commit; an event tells what changed, and each change is told by one event only."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from domain.store.database import Database
from domain.store.reach import OPERATOR
from tests.databases import on_postgresql
from tests.tracing.audit.entries import NOON, a_projection, a_task, an_entry
from tracing.audit.entry import DecisionEntry
from tracing.audit.events import Event, EventLog
from tracing.audit.log import DecisionLog
from tracing.audit.postgresql import PostgreSQLGroups

MINUTE = timedelta(minutes=1)
RULE = "tasks.demolition.file"


@pytest.fixture
def events(database: Database) -> EventLog:
    return EventLog(database)


def deciding(state: str = "TO_DO", *, came: str = "one", minute: int = 0, **changes: Any) -> DecisionEntry:
    projection = a_projection(a_task(RULE, state=state), changes_on=date(2026, 12, 1), came=came)
    return an_entry(projection=projection, decided_at=NOON + minute * MINUTE, **changes)


async def told(events: EventLog) -> list[Event]:
    return list(await events.page(OPERATOR, after=0, first=1000))


def states(event: Event) -> list[tuple[str | None, str | None]]:
    return [(each.before.state if each.before else None, each.after.state if each.after else None) for each in event.alerts]


async def test_every_decision_leaves_one_event_under_its_number(log: DecisionLog, events: EventLog) -> None:
    numbers = await asyncio.gather(*(log.record(an_entry(subject_id=f"s-{each}", projection=a_projection())) for each in range(100)))
    assert [each.number for each in await told(events)] == sorted(numbers) == list(range(1, 101))
    assert await events.last() == 100


async def test_an_event_says_where_its_subject_stood_before_and_after(log: DecisionLog, events: EventLog) -> None:
    first, second = deciding(), deciding("MODERATE", came="two", minute=1, revision=2)
    await log.record(first)
    await log.record(second)
    one, other = await told(events)
    assert one.before is None
    assert one.after is not None
    assert (one.after.decision_id, one.after.revision, one.after.changes_on) == (first.id, 1, date(2026, 12, 1))
    assert (other.before, other.decision.id) == (one.after, second.id)
    assert other.after is not None
    assert (other.after.rule_set, other.after.as_of) == (second.rule_set, second.as_of)


@pytest.mark.parametrize(
    ("again", "changed"),
    [({}, False), ({"revision": 2}, True), ({"came": "two"}, True), ({"rule_set": "a" * 64}, False), ({"revision": 0}, False)],
    ids=["the same again", "other facts", "came out otherwise", "the same by the same rules", "older facts"],
)
async def test_only_other_facts_or_another_outcome_change_a_subject(
    log: DecisionLog, events: EventLog, again: dict[str, Any], changed: bool
) -> None:
    await log.record(deciding())
    await log.record(deciding(minute=1, **again))
    assert [each.changed for each in await told(events)] == [True, changed]


async def test_a_decision_about_another_day_changes_nothing(log: DecisionLog, events: EventLog) -> None:
    await log.record(an_entry(projection=None))
    (event,) = await told(events)
    assert (event.changed, event.alerts, event.before, event.after) == (False, (), None, None)


async def test_an_alert_is_told_when_it_begins_becomes_another_and_ends(log: DecisionLog, events: EventLog) -> None:
    for minute, state in enumerate(("TO_DO", "MODERATE", "MODERATE", "CRITICAL", "MISSED", "CLOSED")):
        await log.record(deciding(state, minute=minute))
    assert [states(each) for each in await told(events)] == [
        [],
        [(None, "MODERATE")],
        [],
        [("MODERATE", "CRITICAL")],
        [("CRITICAL", "MISSED")],
        [("MISSED", None)],
    ]


async def test_of_one_group_the_newest_decision_on_a_subject_tells_the_change(log: DecisionLog, events: EventLog) -> None:
    await log.record(deciding())
    await log._groups.write([deciding("CRITICAL", minute=2, came="three", revision=3), deciding("MODERATE", minute=1, revision=2)])
    assert [(each.decision.revision, each.changed, states(each)) for each in await told(events)] == [
        (1, True, []),
        (3, True, [(None, "CRITICAL")]),
        (2, False, []),
    ]


async def test_a_group_sent_again_tells_nothing_twice(log: DecisionLog, events: EventLog) -> None:
    group = [deciding("MODERATE")]
    await log._groups.write(group)
    await log._groups.write(group)
    assert [states(each) for each in await told(events)] == [[(None, "MODERATE")]]


@on_postgresql
async def test_writers_that_decide_the_same_at_once_tell_an_alert_once(log: DecisionLog, events: EventLog, database: Database) -> None:
    writers = [PostgreSQLGroups(database) for _ in range(4)]  # type: ignore[arg-type]  # of its kind in this test
    for day in range(12):
        state = ("MODERATE", "CRITICAL")[day % 2]
        await asyncio.gather(*(each.write([deciding(state, minute=day)]) for each in writers))
    for each in writers:
        await each.close()
    found = await told(events)
    assert len(found) == 48
    assert [states(each) for each in found if each.alerts] == [
        [(None if day == 0 else ("MODERATE", "CRITICAL")[(day - 1) % 2], ("MODERATE", "CRITICAL")[day % 2])] for day in range(12)
    ]


async def test_events_are_read_from_a_number_on_and_of_one_subject(log: DecisionLog, events: EventLog) -> None:
    for each in range(6):
        await log.record(deciding(subject_id="ab"[each % 2], minute=each))
    assert [each.number for each in await events.page(OPERATOR, after=2, first=3)] == [3, 4, 5]
    assert [each.number for each in await events.page(OPERATOR, after=1, first=9, subject_id="a")] == [3, 5]
    assert [each.number for each in await events.page(OPERATOR, after=1, first=9, until=4)] == [2, 3, 4]


async def test_events_are_forgotten_from_the_oldest_on(log: DecisionLog, events: EventLog) -> None:
    assert await events.bounds() == (0, 0)
    for each in range(6):
        await log.record(deciding(minute=each))
    assert await events.bounds() == (0, 6)
    assert await events.forget(NOON + 2 * MINUTE) == 2
    assert await events.bounds() == (2, 6)
    assert await events.forget(NOON, most=1) == 3
    assert [each.number for each in await told(events)] == [6]
    assert await events.forget(NOON + 9 * MINUTE) == 1
    assert await events.bounds() == (6, 6)
