"""A change that is sent twice under one key is made once, whichever of two processes gets it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.store.database import Database
from domain.store.errors import KeyReused, KeyTaken, RevisionConflict
from domain.store.idempotency import CLEARED, KEPT, Key, KeyStore, Made
from domain.store.opening import open_database
from domain.store.reach import Reach
from domain.store.revisions import SubjectStore
from domain.store.tables import idempotency_key, revision, subject

DEMO = Reach("demo")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FACTS: dict[str, Any] = {"facts": {}, "parts": {}}


@pytest.fixture
async def other(database_address: str) -> AsyncIterator[Database]:
    """The same database, through the connections of another process."""
    opened = open_database(database_address)
    yield opened
    await opened.close()


def key(name: str = "k", digest: str = "d", principal: str = "anna", at: datetime = NOON, organisation: str = "demo") -> Key:
    return Key(organisation, principal, name, digest, at)


async def create(database: Database, subject_id: str, name: Key | None) -> None:
    await SubjectStore(database).create(subject_id, "household", FACTS, organisation="demo", committed_at=NOON, author="anna", key=name)


async def count(database: Database, table: Any) -> int:
    return await database.read(lambda connection: len(connection.execute(table.select()).all()))


async def test_twins_in_two_processes_make_one_subject(database: Database, other: Database) -> None:
    made = await asyncio.gather(*(create([database, other][n % 2], f"h{n}", key()) for n in range(8)), return_exceptions=True)
    assert sum(each is None for each in made) == 1
    assert {type(each) for each in made if each is not None} == {KeyTaken}
    assert (await count(database, subject), await count(database, idempotency_key)) == (1, 1)
    winner = made.index(None)
    assert await KeyStore(other).find(key()) == Made("household", (f"h{winner}",))
    assert all(each.ids == (f"h{winner}",) for each in made if isinstance(each, KeyTaken))


@pytest.mark.parametrize("expected", [1, None])
async def test_twins_in_two_processes_append_one_revision(database: Database, other: Database, expected: int | None) -> None:
    await create(database, "h", None)
    stores = SubjectStore(database), SubjectStore(other)
    appended = await asyncio.gather(
        *(stores[n % 2].append(DEMO, "h", expected, FACTS, committed_at=NOON, author="anna", key=key()) for n in range(8)),
        return_exceptions=True,
    )
    refused = [each for each in appended if isinstance(each, KeyTaken | RevisionConflict)]
    assert (len(appended) - len(refused), len(refused)) == (1, 7)
    assert await count(database, revision) == 2
    assert await KeyStore(database).find(key()) == Made("household", ("h",))


async def test_another_change_under_the_key_is_refused_and_nothing_of_it_is_stored(database: Database) -> None:
    await create(database, "h1", key())
    with pytest.raises(KeyReused):
        await create(database, "h2", key(digest="other"))
    with pytest.raises(KeyReused):
        await KeyStore(database).find(key(digest="other"))
    assert await count(database, subject) == 1


async def test_a_change_that_fails_takes_no_key(database: Database) -> None:
    await create(database, "h", None)
    with pytest.raises(RevisionConflict):
        await SubjectStore(database).append(DEMO, "h", 7, FACTS, committed_at=NOON, author="anna", key=key())
    assert await KeyStore(database).find(key()) is None


async def test_everybody_has_keys_of_their_own(database: Database) -> None:
    await create(database, "h1", key())
    await create(database, "h2", key(digest="other", principal="bruno"))
    assert await count(database, subject) == 2


async def test_one_name_in_two_organisations_is_two_persons(database: Database) -> None:
    store = KeyStore(database)
    await store.keep(key(), "household", ("h1",))
    valley = key(digest="other", organisation="valley")
    assert await store.find(valley) is None
    await store.keep(valley, "household", ("h2",))
    assert [await store.find(each) for each in (key(), valley)] == [Made("household", ("h1",)), Made("household", ("h2",))]


async def test_a_key_is_kept_for_24_hours_and_then_names_a_new_change(database: Database) -> None:
    await create(database, "h1", key())
    last = key(at=NOON + KEPT)
    assert await KeyStore(database).find(last) == Made("household", ("h1",))
    after = key(digest="other", at=last.at + timedelta(microseconds=1))
    assert await KeyStore(database).find(after) is None
    await create(database, "h2", after)
    assert await KeyStore(database).find(after) == Made("household", ("h2",))


async def test_keys_that_are_too_old_are_cleared_away(database: Database) -> None:
    store = KeyStore(database)
    for number in range(CLEARED + 5):
        await store.keep(key(f"old-{number}"), "household", ("h",))
    for number in range(2):
        await store.keep(key(f"new-{number}", at=NOON + 2 * KEPT), "household", ("h",))
    assert await count(database, idempotency_key) == 2
