"""Of several processes one decides on each subject that is due; a claim ends with the decision, or by itself."""

import asyncio
from datetime import date, timedelta

import pytest

from domain.store.database import Database
from domain.store.revisions import SubjectStore
from tests.databases import on_postgresql
from tests.tracing.audit.entries import NOON, a_projection, an_entry
from tracing.audit.log import DecisionLog
from tracing.audit.schedule import CLAIM, Claimed, Schedule, Stand

DAY = date(2026, 12, 1)
LATER = NOON + CLAIM


@pytest.fixture
def schedule(database: Database) -> Schedule:
    return Schedule(database)


async def decide(log: DecisionLog, subject_id: str, changes_on: date | None = DAY, *, minute: int = 0, revision: int = 1) -> None:
    decided_at = NOON + timedelta(minutes=minute)
    await log.record(
        an_entry(subject_id=subject_id, revision=revision, decided_at=decided_at, projection=a_projection(changes_on=changes_on))
    )


async def test_what_is_due_is_claimed_once_the_longest_overdue_first(log: DecisionLog, schedule: Schedule) -> None:
    for subject_id, day in (("a", DAY), ("b", date(2026, 11, 1)), ("c", date(2026, 12, 2)), ("d", None)):
        await decide(log, subject_id, day)
    assert await schedule.claim_due(DAY, now=NOON, first=1) == (Claimed("b", "demo"),)
    assert await schedule.claim_due(DAY, now=NOON, first=9) == (Claimed("a", "demo"),)
    assert await schedule.claim_due(DAY, now=NOON, first=9) == ()


async def test_a_claim_ends_with_the_decision_or_by_itself(log: DecisionLog, schedule: Schedule) -> None:
    await decide(log, "a")
    assert await schedule.claim_due(DAY, now=NOON, first=9)
    assert await schedule.claim_due(DAY, now=LATER - timedelta(seconds=1), first=9) == ()
    assert await schedule.claim_due(DAY, now=LATER, first=9)
    await decide(log, "a", minute=1)
    assert await schedule.claim_due(DAY, now=LATER, first=9)


@on_postgresql
async def test_processes_that_claim_at_once_share_what_there_is(log: DecisionLog, schedule: Schedule) -> None:
    await asyncio.gather(*(decide(log, f"s-{each:03}") for each in range(120)))
    claims = await asyncio.gather(*(schedule.claim_due(DAY, now=NOON, first=10) for _ in range(20)))
    found = [each.subject_id for claim in claims for each in claim]
    assert len(found) == len(set(found))
    while claim := await schedule.claim_due(DAY, now=NOON, first=50):
        found += [each.subject_id for each in claim]
    assert sorted(found) == [f"s-{each:03}" for each in range(120)]


async def test_named_subjects_are_claimed_unless_somebody_else_has_them(log: DecisionLog, schedule: Schedule) -> None:
    for subject_id in ("a", "b"):
        await decide(log, subject_id)
    assert await schedule.claim(["a"], now=NOON) == (Claimed("a", "demo"),)
    assert await schedule.claim(["a", "b", "nobody"], now=NOON) == (Claimed("b", "demo"),)


async def test_subjects_say_how_far_they_were_decided_on(log: DecisionLog, schedule: Schedule, database: Database) -> None:
    subjects = SubjectStore(database)
    for subject_id in ("a", "b"):
        await subjects.create(subject_id, "household", {"facts": {}}, organisation="harbour", committed_at=NOON, author="anna")
    await decide(log, "a", revision=1)
    digest = an_entry().rule_set
    assert await schedule.stands("") == (
        Stand("a", "household", "harbour", 1, NOON, 1, digest),
        Stand("b", "household", "harbour", 1, NOON, None, None),
    )
    assert [each.subject_id for each in await schedule.stands("a")] == ["b"]
