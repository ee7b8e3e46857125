"""Followers get each event that concerns them once, in order and without a gap, whoever wrote it and wherever they begin."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from datetime import timedelta
from typing import Any

import pytest

from api.live.errors import CursorAhead, CursorExpired, FellBehind
from api.live.feed import Feed
from api.live.mailbox import CAPACITY, Interest
from domain.store.database import Database
from domain.store.reach import Reach
from tests.databases import on_postgresql, on_sqlite
from tests.tracing.audit.entries import NOON, a_projection, an_entry, store_rule_set
from tracing.audit.events import Event, EventLog, Position
from tracing.audit.log import DecisionLog

NEVER = 3600.0


def interest(organisation: str = "demo", subjects: frozenset[str] | None = None) -> Interest:
    return Interest(Reach(organisation, subjects), None, lambda _: True)


@pytest.fixture
async def feed(database: Database) -> AsyncIterator[Feed]:
    """A feed that looks at nothing unless it is woken."""
    made = Feed(database, poll=NEVER)
    await made.start()
    running = [asyncio.create_task(made.run()), asyncio.create_task(made.listen())]
    yield made
    for each in running:
        each.cancel()
        with suppress(asyncio.CancelledError):
            await each


@pytest.fixture
async def log(database: Database, feed: Feed) -> AsyncIterator[DecisionLog]:
    """A log in the same process as the feed."""
    await store_rule_set(database)
    started = DecisionLog(database, committed=feed.wake)
    await started.start()
    yield started
    await started.stop()


async def record(log: DecisionLog, subject_id: str = "a", **changes: Any) -> int:
    return await log.record(an_entry(subject_id=subject_id, projection=a_projection(), **changes))


async def taken(events: AsyncGenerator[Event, None], count: int) -> list[int]:
    async with asyncio.timeout(20):
        return [(await anext(events)).number for _ in range(count)]


async def begun(events: AsyncGenerator[Event, None]) -> "asyncio.Task[Event]":
    """Begin to follow, and return what will come first."""
    coming = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0)
    return coming


async def test_an_event_reaches_those_whom_it_concerns_and_nobody_else(log: DecisionLog, feed: Feed) -> None:
    async with (
        aclosing(feed.follow(interest(), None)) as everything,
        aclosing(feed.follow(interest(subjects=frozenset({"b"})), None)) as own,
        aclosing(feed.follow(interest("harbour"), None)) as others,
        aclosing(feed.follow(interest("harbour", frozenset({"b"})), None)) as forged,
    ):
        coming = [await begun(each) for each in (everything, own, others, forged)]
        await record(log, "a")
        await record(log, "b")
        await record(log, "c", organisation="harbour")
        async with asyncio.timeout(20):
            assert [(await each).number for each in coming[:3]] == [1, 2, 3]
        assert await taken(everything, 1) == [2]
        assert not coming[3].done()
        coming[3].cancel()
        with suppress(asyncio.CancelledError):
            await coming[3]


@on_postgresql
async def test_what_another_process_commits_wakes_this_one(feed: Feed, database: Database) -> None:
    await store_rule_set(database)
    other = DecisionLog(database)
    await other.start()
    async with aclosing(feed.follow(interest(), None)) as events:
        coming = await begun(events)
        while not coming.done():  # what is said before the ear is on the wire is not heard: nothing else wakes here
            await record(other)
        assert coming.result().number >= 1
    await other.stop()


async def test_an_ear_that_fails_is_put_to_the_wire_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = asyncio.Event()
    failures = iter([RuntimeError("canary"), OSError("canary")])

    async def hear(_channel: str, _heard: object) -> None:
        for failure in failures:
            raise failure
        heard.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(database, "hear", hear)
    listening = asyncio.create_task(Feed(database, poll=0.001).listen())
    await asyncio.wait([listening, waiting := asyncio.ensure_future(heard.wait())], timeout=20, return_when=asyncio.FIRST_COMPLETED)
    assert waiting.done()
    listening.cancel()


@on_sqlite
async def test_should_no_word_come_the_outbox_is_looked_at_all_the_same(database: Database) -> None:
    await store_rule_set(database)
    deaf = Feed(database, poll=0.01)
    await deaf.start()
    running = asyncio.create_task(deaf.run())
    silent = DecisionLog(database)
    await silent.start()
    async with aclosing(deaf.follow(interest(), None)) as events:
        coming = await begun(events)
        await record(silent)
        async with asyncio.timeout(20):
            assert (await coming).number == 1
    running.cancel()
    await silent.stop()


async def test_whoever_resumes_misses_nothing_and_gets_nothing_twice(log: DecisionLog, feed: Feed) -> None:
    for each in range(9):
        await record(log, "ab"[each % 2])
    writing = [asyncio.create_task(record(log, "a")) for _ in range(20)]
    async with aclosing(feed.follow(interest(subjects=frozenset({"a"})), Position(4, 0))) as events:
        assert await taken(events, 23) == [5, 7, 9, *range(10, 30)]
    await asyncio.gather(*writing)


async def test_whoever_begins_while_the_feed_moves_on_with_nobody_following_is_not_passed_over(
    log: DecisionLog, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, over, last = asyncio.Event(), asyncio.Event(), feed._log.last

    async def slowly() -> int:
        looking.set()
        await over.wait()
        return await last()

    monkeypatch.setattr(feed._log, "last", slowly)
    feed.look()
    await looking.wait()
    async with aclosing(feed.follow(interest(), None)) as events:
        coming = await begun(events)
        assert await record(log) == 1
        over.set()
        async with asyncio.timeout(20):
            assert (await coming).number == 1


@on_sqlite  # on PostgreSQL the server would say the second number too, at a time of its own
async def test_what_is_read_for_those_who_left_is_not_told_to_whoever_begins_further_on(
    log: DecisionLog, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, over, page = asyncio.Event(), asyncio.Event(), feed._log.page

    async def slowly(*args: Any, **wanted: Any) -> tuple[Event, ...]:
        found = await page(*args, **wanted)
        read.set()
        await over.wait()
        return found

    async with aclosing(feed.follow(interest(), None)) as events:
        coming = await begun(events)
        monkeypatch.setattr(feed._log, "page", slowly)
        assert [*await asyncio.gather(record(log), record(log))] == [1, 2]
        await read.wait()
        coming.cancel()
        with suppress(asyncio.CancelledError):
            await coming
    feed.wake(1)
    async with aclosing(feed.follow(interest(), None)) as events:
        coming = await begun(events)
        over.set()
        async with asyncio.timeout(20):
            assert (await coming).number == 2


async def test_a_long_absence_is_made_good_page_by_page(log: DecisionLog, feed: Feed) -> None:
    await asyncio.gather(*(record(log) for _ in range(450)))
    async with aclosing(feed.follow(interest(), Position(0, 0))) as events:
        assert await taken(events, 450) == list(range(1, 451))


async def test_a_cursor_whose_events_are_gone_is_refused_and_so_is_one_of_the_future(
    log: DecisionLog, feed: Feed, database: Database
) -> None:
    for minute in range(4):
        await record(log, decided_at=NOON + timedelta(minutes=minute))
    await EventLog(database).forget(NOON + timedelta(minutes=2))
    async with aclosing(feed.follow(interest(), Position(2, 0))) as events:
        assert await taken(events, 2) == [3, 4]
    for after, refused in ((1, CursorExpired), (5, CursorAhead)):
        async with aclosing(feed.follow(interest(), Position(after, 0))) as events:
            with pytest.raises(refused):
                await anext(events)


@on_sqlite
async def test_whoever_takes_too_slowly_is_told_to_resume_and_holds_up_nobody(log: DecisionLog, feed: Feed) -> None:
    async with aclosing(feed.follow(interest(), None)) as slow, aclosing(feed.follow(interest(), None)) as quick:
        first, other = await begun(slow), await begun(quick)
        await record(log)
        assert (await first).number == (await other).number == 1
        for turn in range(CAPACITY + 1):
            await record(log)
            assert await taken(quick, 1) == [2 + turn]
        with pytest.raises(FellBehind):
            await anext(slow)
    async with aclosing(feed.follow(interest(), Position(1, 0))) as resumed:
        assert await taken(resumed, CAPACITY + 1) == list(range(2, CAPACITY + 3))


@on_sqlite
async def test_nothing_is_kept_of_those_who_left(log: DecisionLog, feed: Feed) -> None:
    async with aclosing(feed.follow(interest(subjects=frozenset({"a", "b"})), None)) as events:
        coming = await begun(events)
        await record(log)
        await coming
        assert feed._mailboxes
    assert not feed._mailboxes
    await record(log)
    assert feed.position == (2, 0)
