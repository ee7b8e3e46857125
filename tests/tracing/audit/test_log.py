"""A decision's number is told once it is on disk; numbers have no gap and follow the order of commits."""

import asyncio
from datetime import timedelta
from sys import getrefcount

import pytest

from domain.store.database import Database
from domain.store.tables import applied_rule, applied_rules, decision, decision_counter
from tests.databases import on_postgresql
from tests.tracing.audit.entries import DEMO, NOON, a_projection, an_entry, store_rule_set
from tracing.audit.entry import DecisionEntry
from tracing.audit.errors import RecordUnavailable
from tracing.audit.log import DecisionLog, Waiting
from tracing.audit.search import DecisionSearch

BOUND = 30


async def numbers(database: Database) -> list[int]:
    return list(await database.read(lambda connection: connection.execute(decision.select().order_by(decision.c.number)).scalars().all()))


async def last_given(database: Database) -> int:
    return await database.read(lambda connection: connection.execute(decision_counter.select()).scalar_one())


async def test_what_is_recorded_is_read_back(log: DecisionLog, database: Database) -> None:
    entry = an_entry(trace_id=None, span_id=None)
    number = await log.record(entry)
    stored = await DecisionSearch(database).get(DEMO, entry.id)
    assert stored is not None
    assert stored == await DecisionSearch(database).by_number(DEMO, number)
    for name in set(DecisionEntry.__slots__) - {"applied", "projection"}:
        assert getattr(stored, name) == getattr(entry, name)


async def test_numbers_start_at_one_and_have_no_gap(log: DecisionLog, database: Database) -> None:
    first = await log.record(an_entry())
    given = await asyncio.gather(*(log.record(an_entry()) for _ in range(300)))
    assert first == 1
    assert sorted(given) == list(range(2, 302))
    assert await numbers(database) == list(range(1, 302))
    assert await last_given(database) == 301


async def test_numbers_follow_the_order_in_which_decisions_arrive(log: DecisionLog) -> None:
    given = await asyncio.gather(*(log.record(an_entry()) for _ in range(200)))
    assert given == sorted(given)


async def test_how_many_wait_is_told_while_they_do(log: DecisionLog) -> None:
    recording = [asyncio.create_task(log.record(an_entry())) for _ in range(30)]
    await asyncio.sleep(0)
    recording[0].cancel()
    assert log.waiting == 30
    await asyncio.gather(*recording, return_exceptions=True)
    assert log.waiting == 0


async def test_a_group_sent_twice_is_stored_once(log: DecisionLog, database: Database) -> None:
    entries = [an_entry(projection=a_projection()) for _ in range(5)]
    once = await log._groups.write(entries[:3])
    again = await log._groups.write(entries)
    assert {id_: again[id_] for id_ in once} == once
    assert sorted(again.values()) == [1, 2, 3, 4, 5]
    assert await log._groups.write(entries) == again
    assert await numbers(database) == [1, 2, 3, 4, 5]
    index = applied_rules if database.kind == "postgresql" else applied_rule
    assert len(await database.read(lambda connection: connection.execute(index.select()).all())) == 5


async def test_the_same_id_recorded_by_two_callers_at_once_gives_both_its_number(log: DecisionLog, database: Database) -> None:
    entry = an_entry()
    assert list(await asyncio.gather(log.record(entry), log.record(entry))) == [1, 1]
    assert await numbers(database) == [1]


@on_postgresql
async def test_two_writers_share_one_row_of_numbers(log: DecisionLog, database: Database) -> None:
    other = DecisionLog(database)
    await other.start()
    shared = [an_entry() for _ in range(40)]  # both writers send these, as after a lost connection
    answers = await asyncio.gather(*(each.record(entry) for entry in shared for each in (log, other)))
    given = await asyncio.gather(*(each.record(an_entry()) for _ in range(200) for each in (log, other)))
    await other.stop()
    assert answers[::2] == answers[1::2]
    assert sorted({*answers, *given}) == list(range(1, 441)) == await numbers(database)


async def test_an_entry_that_cannot_be_stored_spares_those_beside_it(log: DecisionLog, database: Database) -> None:
    entries = [an_entry() for _ in range(9)]
    entries[4] = an_entry(rule_set="b" * 64)  # never stored
    answers = await asyncio.gather(*(log.record(entry) for entry in entries), return_exceptions=True)
    assert isinstance(answers.pop(4), RecordUnavailable)
    assert answers == [1, 2, 3, 4, 5, 6, 7, 8] == await numbers(database)


async def test_a_decision_nobody_waits_for_any_more_does_not_hold_up_the_others(log: DecisionLog) -> None:
    impatient = asyncio.create_task(log.record(an_entry()))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await log.record(an_entry()) in {1, 2}


async def test_stopping_commits_what_waits_and_refuses_what_comes_later(database: Database, log: DecisionLog) -> None:
    waiting = [asyncio.create_task(log.record(an_entry())) for _ in range(200)]
    await asyncio.sleep(0)
    await log.stop()
    assert sorted([await each for each in waiting]) == list(range(1, 201)) == await numbers(database)
    with pytest.raises(RecordUnavailable):
        await log.record(an_entry())


async def test_what_follows_a_commit_cannot_end_the_writer(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    def fails(_: int) -> None:
        raise LookupError

    await store_rule_set(database)
    log = DecisionLog(database, committed=fails)
    await log.start()
    assert [await log.record(an_entry()) for _ in range(2)] == [1, 2]
    assert log.writes
    assert "What follows a commit failed" in caplog.text
    await log.stop()


async def test_a_log_whose_writer_is_gone_stops_all_the_same(database: Database) -> None:
    log = DecisionLog(database, patience=0)
    await log.start()
    assert log._writer is not None
    log._writer.cancel()
    await asyncio.wait({log._writer})
    assert not log.writes
    with pytest.raises(RecordUnavailable):
        await log.record(an_entry())
    log._queue.put_nowait(Waiting(an_entry(), asyncio.get_running_loop().create_future()))
    async with asyncio.timeout(BOUND):
        await log.stop()


async def test_a_stopped_log_can_be_followed_by_another(database: Database, log: DecisionLog) -> None:
    await log.record(an_entry())
    await log.stop()
    following = DecisionLog(database)
    await following.start()
    assert await following.record(an_entry()) == 2
    await following.stop()


async def test_more_decisions_than_there_is_room_for_wait_their_turn(database: Database, log: DecisionLog) -> None:
    await log.stop()
    narrow = DecisionLog(database, capacity=2)
    await narrow.start()
    assert sorted(await asyncio.gather(*(narrow.record(an_entry()) for _ in range(50)))) == list(range(1, 51))
    await narrow.stop()


async def test_a_commit_is_on_disk_before_it_is_told(log: DecisionLog, database: Database) -> None:
    own = log._groups.database  # the writer's own connection
    if database.kind == "sqlite":
        assert await own.transact(lambda connection: connection.exec_driver_sql("PRAGMA synchronous").scalar_one()) == 2  # FULL
        assert await own.transact(lambda connection: connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()) == "wal"
    else:
        assert await own.write(lambda connection: connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()) == "on"
        assert await own.write(lambda connection: connection.exec_driver_sql("SHOW fsync").scalar_one()) == "on"


@on_postgresql
async def test_a_client_stopped_in_the_middle_of_sending_is_cut_off(log: DecisionLog) -> None:
    own = log._groups.database
    assert await own.write(lambda connection: connection.exec_driver_sql("SHOW transaction_timeout").scalar_one()) == "10s"


async def test_pages_follow_one_another_without_a_gap_or_a_repeat(log: DecisionLog, database: Database) -> None:
    for _ in range(7):
        await log.record(an_entry())
    search, seen, before = DecisionSearch(database), list[int](), None
    while page := await search.page(DEMO, first=3, before=before):
        seen += [each.number for each in page]
        before = page[-1].number
    assert seen == [7, 6, 5, 4, 3, 2, 1]


async def test_what_was_searched_for_is_not_remembered(log: DecisionLog, database: Database) -> None:
    await log.record(an_entry())
    search = DecisionSearch(database)
    sought = [f"documents.nobody.{number}" for number in range(50)]
    assert [await search.page(DEMO, first=1, rule=each) for each in sought] == [()] * 50
    held = {id(each) for each in sought if getrefcount(each) > 3}  # by the list, the loop and the call
    assert held == set()


async def test_the_record_is_searched_by_subject_rule_applied_and_period(log: DecisionLog, database: Database) -> None:
    hours = [NOON + timedelta(hours=n) for n in range(4)]
    await log.record(an_entry(decided_at=hours[0], applied=("documents.a.b", "documents.a.c")))
    await log.record(an_entry(decided_at=hours[1], applied=(), subject_id="operation-2"))
    await log.record(an_entry(decided_at=hours[2], applied=("documents.a.c",)))
    await log.record(an_entry(decided_at=hours[3], applied=("documents.a.c",), subject_id="operation-2"))
    search = DecisionSearch(database)

    async def found(**wanted: object) -> list[int]:
        return [each.number for each in await search.page(DEMO, first=10, **wanted)]  # type: ignore[arg-type]  # a test's shorthand

    assert await found() == [4, 3, 2, 1]
    assert await found(subject_id="operation-2") == [4, 2]
    assert await found(rule="documents.a.b") == [1]
    assert await found(rule="documents.a.c") == [4, 3, 1]
    assert await found(rule="documents.unknown") == []
    assert await found(since=hours[1], until=hours[3]) == [3, 2]
    assert await found(rule="documents.a.c", subject_id="operation-1", since=hours[1]) == [3]
