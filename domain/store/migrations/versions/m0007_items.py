"""What hangs on an item: documents received, files, comments, assignments, and who did what."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

INSTANT = sa.DateTime(timezone=True)
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _documents()
    op.create_table("item_assignment", *_item(primary_key=True), sa.Column("assignee", KEY, nullable=False), *_said())
    _comments()
    op.create_table(
        "item_action",
        sa.Column("id", KEY, primary_key=True),
        *_item(),
        sa.Column("action", KEY, nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
        *_said(),
        sa.Index(None, "subject_id", "id"),
    )


def _documents() -> None:
    op.create_table(
        "item_document",
        *_item(primary_key=True),
        sa.Column("state", KEY, nullable=False),
        sa.Column("reason", sa.Text),
        *_said(),
    )
    op.create_table(
        "item_file",
        sa.Column("id", KEY, primary_key=True),
        *_item(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", KEY, nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("sha256", sa.String(64)),
        sa.Column("state", KEY, nullable=False),
        *_said(),
        sa.Column("stored_at", INSTANT),
        sa.Index(None, "subject_id", "id"),
    )


def _comments() -> None:
    op.create_table(
        "item_comment",
        sa.Column("id", KEY, primary_key=True),
        *_item(),
        sa.Column("internal", sa.Boolean, nullable=False),
        *_said(),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Index(None, "subject_id", "rule", "part", "occurrence", "id"),
    )
    op.create_table(
        "item_comment_version",
        sa.Column("comment_id", KEY, sa.ForeignKey("item_comment.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text),
        sa.Column("at", INSTANT, nullable=False),
    )


def _item(*, primary_key: bool = False) -> Iterator[sa.Column[Any]]:
    yield sa.Column("subject_id", KEY, sa.ForeignKey("subject.id"), primary_key=primary_key, nullable=False)
    for name in ("rule", "part", "occurrence"):
        yield sa.Column(name, KEY, primary_key=primary_key, nullable=False)
    yield sa.Column("organisation", KEY, nullable=False)


def _said() -> Iterator[sa.Column[Any]]:
    yield sa.Column("by", sa.Text, nullable=False)
    yield sa.Column("at", INSTANT, nullable=False)
