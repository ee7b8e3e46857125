"""Facts are only ever added to, in one order, and an earlier state can be asked for by its instant."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.store.database import Database
from domain.store.errors import RevisionConflict, SubjectExists, SubjectUnknown
from domain.store.reach import Reach
from domain.store.revisions import Subject, SubjectStore
from domain.store.tables import revision, subject

DEMO = Reach("demo")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def store(database: Database) -> SubjectStore:
    return SubjectStore(database)


def facts(**values: Any) -> dict[str, Any]:
    return {"facts": {f"household.{name}": value for name, value in values.items()}, "parts": {}}


async def create(store: SubjectStore, subject_id: str = "household-1", **others: Any) -> None:
    given: dict[str, Any] = {"organisation": "demo", "committed_at": NOON, "author": "caseworker", **others}
    await store.create(subject_id, "household", facts(commune="35238"), **given)


async def test_what_is_stored_is_read_back(store: SubjectStore) -> None:
    document = {
        "facts": {"household.name": "Lévêque \0 \u2028 €"},
        "parts": {"household.persons": [{"key": "a", "facts": {}, "parts": {}}]},
    }
    reasons = {"household.name": "as on the passport"}
    said: dict[str, Any] = {"author": "caseworker", "reasons": reasons, "label": "Lévêque"}
    stored = await store.create("h", "household", document, organisation="demo", committed_at=NOON, **said)
    assert await store.latest(DEMO, "h") == stored
    assert (stored.number, stored.document, stored.reasons, stored.committed_at) == (1, document, reasons, NOON)


async def test_an_instant_comes_back_in_utc_whatever_zone_it_was_given_in(store: SubjectStore) -> None:
    paris = datetime.fromisoformat("2026-07-01T00:30:00.123456+02:00")
    await create(store, committed_at=paris)
    stored = await store.latest(DEMO, "household-1")
    assert stored is not None
    assert stored.committed_at.isoformat() == "2026-06-30T22:30:00.123456+00:00"


async def test_an_instant_without_its_zone_is_refused(store: SubjectStore) -> None:
    with pytest.raises(Exception, match="time zone"):
        await create(store, committed_at=datetime(2026, 1, 1))  # noqa: DTZ001 -- the fault on trial
    assert await store.latest(DEMO, "household-1") is None


async def test_revisions_are_numbered_from_one_without_a_gap(store: SubjectStore) -> None:
    await create(store)
    for expected in (1, 2, None):
        await store.append(DEMO, "household-1", expected, facts(commune=str(expected)), committed_at=NOON, author="caseworker")
    numbers = [
        each and each.number for each in [await store.at(DEMO, "household-1", number) for number in (0, 1, 2, 3, 4, 5, 2**31, 2**80)]
    ]
    assert numbers == [None, 1, 2, 3, 4, None, None, None]


async def test_a_change_made_from_an_older_revision_is_refused_and_says_which_is_the_last(store: SubjectStore) -> None:
    await create(store)
    await store.append(DEMO, "household-1", 1, facts(commune="35001"), committed_at=NOON, author="caseworker")
    with pytest.raises(RevisionConflict) as refused:
        await store.append(DEMO, "household-1", 1, facts(commune="35002"), committed_at=NOON, author="other")
    assert refused.value.current == 2
    latest = await store.latest(DEMO, "household-1")
    assert latest is not None
    assert latest.document == facts(commune="35001")


async def test_of_many_changes_made_from_one_revision_exactly_one_is_stored(store: SubjectStore) -> None:
    await create(store)
    answers = await asyncio.gather(
        *(store.append(DEMO, "household-1", 1, facts(commune=str(n)), committed_at=NOON, author="caseworker") for n in range(12)),
        return_exceptions=True,
    )
    stored = [answer for answer in answers if not isinstance(answer, BaseException)]
    assert [each.number for each in stored] == [2]
    assert sum(isinstance(answer, RevisionConflict) for answer in answers) == 11


async def test_many_changes_that_may_follow_any_other_are_all_stored(store: SubjectStore) -> None:
    await create(store)
    stored = await asyncio.gather(
        *(store.append(DEMO, "household-1", None, facts(commune=str(n)), committed_at=NOON, author="caseworker") for n in range(12))
    )
    assert sorted(each.number for each in stored) == list(range(2, 14))


async def test_an_earlier_state_is_asked_for_by_its_instant(store: SubjectStore) -> None:
    await create(store)
    await store.append(DEMO, "household-1", 1, facts(commune="2"), committed_at=NOON + HOUR, author="caseworker")
    known = [await store.latest(DEMO, "household-1", NOON + hours * HOUR) for hours in (-0.1, 0, 0.9, 1, 2)]
    assert [each and each.number for each in known] == [None, 1, 1, 2, 2]


async def test_a_clock_that_runs_behind_puts_no_revision_before_the_one_it_follows(store: SubjectStore) -> None:
    await create(store)
    late = await store.append(DEMO, "household-1", 1, facts(commune="2"), committed_at=NOON - HOUR, author="caseworker")
    assert late.committed_at == NOON
    known = await store.latest(DEMO, "household-1", NOON)
    assert known is not None
    assert known.number == 2


async def test_a_taken_id_is_refused_and_nothing_is_half_written(store: SubjectStore, database: Database) -> None:
    await create(store)
    with pytest.raises(SubjectExists):
        await create(store)
    counts = [await database.read(lambda c, t=table: len(c.execute(t.select()).all())) for table in (subject, revision)]  # type: ignore[misc]
    assert counts == [1, 1]


@pytest.mark.parametrize("subject_id", ["unknown", "", "x" * 65, "a\0b", "\ud800", "été", "'; DROP TABLE subject; --"])
async def test_an_unknown_id_of_any_shape_is_simply_unknown(store: SubjectStore, subject_id: str) -> None:
    assert await store.latest(DEMO, subject_id) is None
    assert await store.at(DEMO, subject_id, 1) is None
    with pytest.raises(SubjectUnknown):
        await store.append(DEMO, subject_id, None, facts(), committed_at=NOON, author="caseworker")


async def test_pages_follow_one_another_without_a_gap_or_a_repeat(store: SubjectStore) -> None:
    for number in range(7):
        await create(store, f"id-{number}")
    await store.create("other", "operation", facts(), organisation="demo", committed_at=NOON, author="caseworker")
    await store.append(DEMO, "id-3", 1, facts(), committed_at=NOON, author="caseworker")
    seen: list[Subject] = []
    after = None
    while page := await store.page(DEMO, "household", after=after, first=3):
        seen += page
        after = page[-1].id
    assert [(each.id, each.revision) for each in seen] == [(f"id-{n}", 2 if n == 3 else 1) for n in range(7)]
