"""
The tables of what hangs on an item.

    item_document                             how far a document has come
    item_file                                 its files; their bytes are elsewhere
    item_assignment                           who is to see to it
    item_comment ── item_comment_version      what people wrote on it
    item_action                               who did what to it, and when
    item_counter                              one row: the last number given to an act

An item's key is (subject, rule, part, occurrence). A row names the organisation whose file the subject is, which never changes.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from domain.store.columns import Instant, Key, Number
from domain.store.tables import metadata


def _item(*, primary_key: bool = False) -> Iterator[Column[Any]]:
    yield Column("subject_id", Key, ForeignKey("subject.id"), primary_key=primary_key, nullable=False)
    for name in ("rule", "part", "occurrence"):
        yield Column(name, Key, primary_key=primary_key, nullable=False)
    yield Column("organisation", Key, nullable=False)


def _said() -> Iterator[Column[Any]]:
    yield Column("by", Text, nullable=False)
    yield Column("at", Instant, nullable=False)


item_document = Table(
    "item_document", metadata, *_item(primary_key=True), Column("state", Key, nullable=False), Column("reason", Text), *_said()
)

item_file = Table(
    "item_file",
    metadata,
    Column("id", Key, primary_key=True),
    *_item(),
    Column("name", Text, nullable=False),
    Column("media_type", Key, nullable=False),
    Column("size", Number, nullable=False),
    Column("sha256", String(64)),
    Column("state", Key, nullable=False),
    *_said(),
    Column("stored_at", Instant),
    Index(None, "subject_id", "id"),
)

item_assignment = Table(
    "item_assignment",
    metadata,
    *_item(primary_key=True),
    Column("assignee", Key, nullable=False),
    *_said(),
    Index(None, "organisation", "assignee"),
)

item_comment = Table(
    "item_comment",
    metadata,
    Column("id", Key, primary_key=True),
    *_item(),
    Column("internal", Boolean, nullable=False),
    *_said(),
    Column("version", Integer, nullable=False),
    Index(None, "subject_id", "rule", "part", "occurrence", "id"),
)

item_comment_version = Table(
    "item_comment_version",
    metadata,
    Column("comment_id", Key, ForeignKey("item_comment.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", Text),
    Column("at", Instant, nullable=False),
)

item_action = Table(
    "item_action",
    metadata,
    Column("id", Key, primary_key=True),
    *_item(),
    Column("action", Key, nullable=False),
    Column("detail", JSON, nullable=False),
    *_said(),
    Column("number", Number),
    Index(None, "subject_id", "id"),
    Index(None, "number", unique=True),
)

item_counter = Table("item_counter", metadata, Column("last", Number, nullable=False))
