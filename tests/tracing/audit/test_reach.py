"""Beyond a reach there is nothing: another organisation's files, and for an applicant any file but its own."""

from collections.abc import Awaitable
from typing import Any

import pytest

from domain.store.database import Database
from domain.store.errors import SubjectUnknown
from domain.store.reach import OPERATOR, Reach
from domain.store.revisions import SubjectStore
from tests.tracing.audit.entries import NOON, a_projection, an_entry
from tracing.audit.log import DecisionLog
from tracing.audit.search import DecisionSearch
from tracing.audit.worklist import Worklist

HARBOUR, VALLEY = Reach("harbour"), Reach("valley")
APPLICANT = Reach("harbour", frozenset({"harbour-1", "valley-1"}))
FILES = {"harbour-1": HARBOUR, "harbour-2": HARBOUR, "valley-1": VALLEY}


@pytest.fixture
async def numbers(database: Database, log: DecisionLog) -> dict[str, int]:
    """Three files in two organisations, each decided on, with a task: the number of each decision."""
    found = {}
    for name, reach in FILES.items():
        await SubjectStore(database).create(name, "operation", {}, organisation=reach.organisation, committed_at=NOON, author="a")
        entry = an_entry(subject_id=name, organisation=reach.organisation, projection=a_projection(), applied=("rule",))
        found[name] = await log.record(entry)
    return found


@pytest.mark.parametrize(
    ("reach", "within"), [(HARBOUR, {"harbour-1", "harbour-2"}), (VALLEY, {"valley-1"}), (APPLICANT, {"harbour-1"}), (Reach("none"), set())]
)
async def test_every_way_to_read_finds_what_is_within_reach_and_nothing_else(
    database: Database, numbers: dict[str, int], reach: Reach, within: set[str]
) -> None:
    subjects, worklist, search = SubjectStore(database), Worklist(database), DecisionSearch(database)
    listed = [each.id for each in await subjects.page(reach, "operation", first=9)]
    tasks = [each.subject_id for each in await worklist.tasks(reach, first=9)]
    in_a_state = [each.subject_id for each in await worklist.tasks(reach, first=9, states=["TO_DO"])]
    decisions = [each.subject_id for each in await search.page(reach, first=9)]
    of_a_rule = [each.subject_id for each in await search.page(reach, first=9, rule="rule")]
    of_each = [each.subject_id for name in FILES for each in await search.page(reach, first=9, subject_id=name)]
    for found in (listed, tasks, in_a_state, decisions, of_a_rule, of_each, list(await subjects.latest_of(reach, list(FILES)))):
        assert (len(found), set(found)) == (len(within), within)
    for each in FILES:
        one = [subjects.latest(reach, each), subjects.latest(reach, each, NOON), subjects.at(reach, each, 1), worklist.latest(reach, each)]
        assert [(await found) is not None for found in [*one, search.by_number(reach, numbers[each])]] == [each in within] * 5


async def test_nobody_changes_what_is_beyond_their_reach(database: Database, numbers: dict[str, int]) -> None:
    subjects = SubjectStore(database)

    def change(reach: Reach, name: str, expected: int | None) -> Awaitable[Any]:
        return subjects.append(reach, name, expected, {}, committed_at=NOON, author="a")

    for reach, name in ((VALLEY, "harbour-1"), (HARBOUR, "valley-1"), (APPLICANT, "harbour-2"), (APPLICANT, "valley-1")):
        for expected in (None, 1):
            with pytest.raises(SubjectUnknown):
                await change(reach, name, expected)
    assert (await change(APPLICANT, "harbour-1", 1)).number == 2


async def test_whoever_holds_the_database_reads_every_decision(database: Database, numbers: dict[str, int]) -> None:
    assert len(await DecisionSearch(database).page(OPERATOR, first=9)) == 3
