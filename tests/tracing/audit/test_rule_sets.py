"""A version of the rules is stored once, whoever starts it, and the one in force at an instant can be told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from domain.store.database import Database
from domain.store.tables import release
from tests.tracing.audit.entries import NOON, RULE_SET
from tracing.audit.rule_sets import RuleSetStore

HOUR = timedelta(hours=1)


async def test_a_version_is_read_back_as_it_was_stored(database: Database) -> None:
    store = RuleSetStore(database)
    assert await store.get(RULE_SET.digest) is None
    await store.store(RULE_SET)
    assert await store.get(RULE_SET.digest) == RULE_SET


async def test_the_first_start_is_what_counts_however_many_processes_start_at_once(database: Database) -> None:
    store = RuleSetStore(database)
    await store.store(RULE_SET)
    await asyncio.gather(*(store.store(replace(RULE_SET, started_at=NOON + HOUR)) for _ in range(5)))
    await asyncio.gather(*(store.store(replace(RULE_SET, digest="c" * 64)) for _ in range(5)))
    assert await store.get(RULE_SET.digest) == RULE_SET


async def test_the_version_in_force_is_the_last_to_have_been_released_by_then_for_that_type(database: Database) -> None:
    store = RuleSetStore(database)
    for digest in "abc":
        await store.store(replace(RULE_SET, digest=digest * 64))
    for subject_type, digest, hours in (("household", "b", 1), ("household", "a", 0), ("operation", "c", 0.5), ("household", "a", 3)):
        await store.release(subject_type, digest * 64, NOON + hours * HOUR)
    in_force = [await store.in_force("household", NOON + hours * HOUR) for hours in (-1, 0, 0.5, 1, 2, 3)]
    assert in_force == [None, "a" * 64, "a" * 64, "b" * 64, "b" * 64, "a" * 64], "going back to an earlier version is a release too"
    assert await store.in_force("operation", NOON + HOUR) == "c" * 64


async def test_a_version_that_starts_again_is_not_released_again(database: Database) -> None:
    store = RuleSetStore(database)
    await store.store(RULE_SET)
    await asyncio.gather(*(store.release("household", RULE_SET.digest, NOON) for _ in range(5)))
    await store.release("household", RULE_SET.digest, NOON + HOUR)
    assert await database.read(lambda connection: connection.execute(select(release.c.started_at)).scalars().all()) == [NOON]


async def test_versions_are_found_by_how_their_digest_begins(database: Database) -> None:
    store = RuleSetStore(database)
    for digest, started_at in {"ab" * 32: NOON + HOUR, "ac" * 32: NOON, "cd" * 32: NOON}.items():
        await store.store(replace(RULE_SET, digest=digest, started_at=started_at))
    assert await store.digests("a") == ("ac" * 32, "ab" * 32)
    assert await store.digests("abab") == ("ab" * 32,)
    assert await store.digests("%") == ()
    assert len(await store.digests()) == 3
