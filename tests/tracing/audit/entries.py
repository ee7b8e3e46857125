"""Decisions to record that are fine but for what a test changes."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import uuid_utils

from domain.store.database import Database
from domain.store.reach import Reach
from tracing.audit.entry import DecisionEntry, Projection, TaskRow
from tracing.audit.rule_sets import RuleSet, RuleSetStore

DEMO = Reach("demo")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 20)
RULE_SET = RuleSet("a" * 64, NOON, b"archive", b"plan", "3.11.7", {"sqlalchemy": "2.1.9"})


async def store_rule_set(database: Database) -> None:
    await RuleSetStore(database).store(RULE_SET)


def an_entry(**changes: Any) -> DecisionEntry:
    fields: dict[str, Any] = {
        "id": UUID(bytes=uuid_utils.uuid7().bytes),
        "subject_id": "operation-1",
        "subject_type": "operation",
        "organisation": "demo",
        "revision": 1,
        "as_of": TODAY,
        "known_at": NOON,
        "decided_at": NOON,
        "principal": "p-1",
        "rule_set": RULE_SET.digest,
        "trace_id": "1" * 32,
        "span_id": "2" * 16,
        "body": b"\x00compact\xff",
        "applied": ("documents.identity.passport",),
        "projection": None,
    }
    return DecisionEntry(**(fields | changes))


def a_task(rule: str = "tasks.demolition.file", **changes: Any) -> TaskRow:
    fields: dict[str, Any] = {"part": "", "occurrence": "", "state": "TO_DO", "due_on": date(2027, 1, 1)}
    return TaskRow(rule, **(fields | changes))


def a_projection(*tasks: TaskRow, changes_on: date | None = None, came: str = "") -> Projection:
    return Projection(changes_on, tasks or (a_task(),), came)
