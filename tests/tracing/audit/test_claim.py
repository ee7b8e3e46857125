"""One process at a time serves an SQLite file; how it ends makes no difference to the next one."""

import asyncio
import sys
from pathlib import Path

import pytest

from domain.store.claim import Claim
from domain.store.database import Database
from domain.store.errors import StoreTaken, StoreUnavailable
from tests.databases import on_postgresql, on_sqlite
from tests.tracing.audit.entries import an_entry
from tracing.audit.log import DecisionLog

BOUND = 30
HOLD = """
import asyncio, sys
from pathlib import Path
from domain.store.claim import Claim
claim = Claim(Path(sys.argv[1]))
asyncio.run(claim.take())
print("held", flush=True)
sys.stdin.read()
"""


def descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


@on_sqlite
async def test_a_second_writer_of_a_file_is_refused_with_the_remedy(database: Database, log: DecisionLog) -> None:
    second = DecisionLog(database)
    with pytest.raises(StoreTaken, match="ATTENDU_DATABASE_URL"):
        await second.start()
    await second.stop()
    await log.stop()
    await second.start()
    await second.stop()


@on_sqlite
async def test_a_short_lived_program_may_wait_for_its_turn(database: Database, log: DecisionLog) -> None:
    second = DecisionLog(database)
    waiting = asyncio.create_task(second.start(claim_patience=BOUND))
    await asyncio.sleep(0)
    assert not waiting.done()
    await log.stop()
    await waiting
    await second.stop()


@on_postgresql
async def test_a_server_has_as_many_writers_as_like_to_come(database: Database, log: DecisionLog) -> None:
    second = DecisionLog(database)
    await second.start()
    assert [await each.record(an_entry()) for each in (log, second, log)] == [1, 2, 3]
    await second.stop()


async def test_a_process_that_is_killed_lets_go_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "attendu.db"
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, str(path), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout is not None
    async with asyncio.timeout(BOUND):
        assert await holder.stdout.readline() == b"held\n"
        claim = Claim(path)
        with pytest.raises(StoreTaken):
            await claim.take()
        holder.kill()
        await holder.communicate()
        await claim.take()
    claim.release()


async def test_whoever_stops_waiting_leaves_nothing_open(tmp_path: Path) -> None:
    path = tmp_path / "attendu.db"
    holder = Claim(path)
    await holder.take()
    opened = descriptors()
    waiting = asyncio.create_task(Claim(path).take(BOUND))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert descriptors() == opened
    holder.release()


async def test_a_folder_that_cannot_be_written_to_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        await Claim(tmp_path / "nowhere" / "attendu.db").take()
