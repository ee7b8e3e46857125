"""Subjects, their revisions, the decisions on them, and what lists read."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

revision = "0001"
down_revision = None

INSTANT = sa.DateTime(timezone=True)
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _subjects()
    _decisions()
    _which_rules_applied()
    _what_lists_read()


def _subjects() -> None:
    op.create_table(
        "subject",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("type", KEY, nullable=False),
        sa.Column("organisation", sa.Text),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("label", sa.Text),
        sa.Index(None, "type", "id"),
    )
    op.create_table(
        "revision",
        sa.Column("subject_id", KEY, sa.ForeignKey("subject.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("committed_at", INSTANT, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("reasons", sa.LargeBinary, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "rule_set",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("archive", sa.LargeBinary, nullable=False),
        sa.Column("plan", sa.LargeBinary, nullable=False),
        sa.Column("python", sa.Text, nullable=False),
        sa.Column("libraries", sa.JSON, nullable=False),
    )
    op.create_table("decision_counter", sa.Column("last", NUMBER, nullable=False))
    op.create_table(
        "decision",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Uuid, nullable=False, unique=True),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("known_at", INSTANT, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False, index=True),
        sa.Column("principal", sa.Text, nullable=False),
        sa.Column("rule_set", sa.String(64), sa.ForeignKey("rule_set.digest"), nullable=False),
        sa.Column("trace_id", sa.String(32)),
        sa.Column("span_id", sa.String(16)),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Index(None, "subject_id", "number"),
    )
    op.execute("INSERT INTO decision_counter (last) VALUES (0)")


def _which_rules_applied() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.create_table(
            "applied_rules",
            sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
            sa.Column("rules", ARRAY(sa.BigInteger), nullable=False),
            sa.Index(None, "rules", postgresql_using="gin"),
        )
    else:
        op.create_table(
            "applied_rule",
            sa.Column("rule", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
            sqlite_with_rowid=False,
        )


def _what_lists_read() -> None:
    op.create_table(
        "latest_decision",
        sa.Column("subject_id", KEY, primary_key=True),
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("decision_number", NUMBER, nullable=False),
        sa.Column("decision_id", sa.Uuid, nullable=False),
        sa.Column("changes_on", sa.Date),
        sa.Index(None, "changes_on", "subject_id"),
    )
    op.create_table(
        "task",
        sa.Column("subject_id", KEY, primary_key=True),
        sa.Column("rule", KEY, primary_key=True),
        sa.Column("part", KEY, primary_key=True),
        sa.Column("occurrence", KEY, primary_key=True),
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("state", KEY, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("shown_from", sa.Date),
        sa.Column("moderate_from", sa.Date),
        sa.Column("critical_from", sa.Date),
        sa.Column("decision_number", NUMBER, nullable=False),
        sa.Index(None, "state", "due_on", "subject_id"),
        sa.Index(None, "rule", "due_on", "subject_id"),
        sa.Index(None, "due_on", "subject_id"),
        sqlite_with_rowid=False,
    )
