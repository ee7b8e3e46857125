"""Somebody does something to an item of a household, at noon or later."""

from datetime import UTC, datetime, timedelta
from typing import Any

from uuid_utils import uuid7

from domain.store.database import Database
from domain.store.idempotency import Key
from domain.store.items.key import Act, ItemKey
from domain.store.reach import Reach
from domain.store.revisions import SubjectStore

HARBOUR = Reach("harbour")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PASSPORT = ItemKey("household-1", "documents.identity.passport", "marie")
LEASE = ItemKey("household-1", "documents.housing.lease")


async def a_household(database: Database, subject_id: str = "household-1") -> None:
    await SubjectStore(database).create(subject_id, "household", {}, organisation="harbour", committed_at=NOON, author="anna")


def an_act(item: ItemKey = PASSPORT, *, minutes: int = 0, **changes: Any) -> Act:
    fields: dict[str, Any] = {
        "id": str(uuid7()),
        "item": item,
        "organisation": "harbour",
        "by": "anna",
        "at": NOON + timedelta(minutes=minutes),
    }
    return Act(**(fields | changes))


def a_key(name: str = "k", digest: str = "1") -> Key:
    return Key("harbour", "anna", name, digest * 64, NOON)
