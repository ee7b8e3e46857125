"""
Every subject belongs to an organisation, and whatever is kept of it says so. Files of which none was kept go to "demo".

PostgreSQL alters its tables. SQLite cannot make a column compulsory: there they are made anew and filled again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

INSTANT = sa.DateTime(timezone=True)
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

OF_SUBJECT = "coalesce((SELECT subject.organisation FROM subject WHERE subject.id = {0}.subject_id), 'demo')"
DERIVED = ("decision", "latest_decision", "task")
TABLES = ("subject", "revision", *DERIVED)
INDEXES = (
    ("subject", "organisation type id"),
    ("decision", "organisation number"),
    ("task", "organisation state due_on subject_id"),
    ("task", "organisation rule due_on subject_id"),
    ("task", "organisation due_on subject_id"),
)


def upgrade() -> None:
    op.execute("UPDATE subject SET organisation = 'demo' WHERE organisation IS NULL")
    if op.get_context().dialect.name == "postgresql":
        _alter()
    else:
        _make_anew()


def _alter() -> None:
    op.alter_column("subject", "organisation", type_=KEY, nullable=False)
    for table in DERIVED:
        op.add_column(table, sa.Column("organisation", KEY))
        op.execute(f"UPDATE {table} SET organisation = {OF_SUBJECT.format(table)}")  # noqa: S608 (names of our own)
        op.alter_column(table, "organisation", nullable=False)
    op.drop_index("ix_subject_type_id", "subject")
    for ending in ("state_due_on_subject_id", "rule_due_on_subject_id", "due_on_subject_id"):
        op.drop_index(f"ix_task_{ending}", "task")
    for table, columns in INDEXES:
        op.create_index(None, table, columns.split())


def _make_anew() -> None:
    for table in reversed(TABLES):
        op.execute(f"CREATE TABLE before_{table} AS SELECT * FROM {table}")  # noqa: S608 (names of our own)
        op.drop_table(table)
    _subjects()
    _decisions()
    _what_lists_read()
    for table in TABLES:
        columns = ", ".join(each["name"] for each in sa.inspect(op.get_bind()).get_columns(f"before_{table}"))
        more, value = (", organisation", f", {OF_SUBJECT.format(f'before_{table}')}") if table in DERIVED else ("", "")
        op.execute(f"INSERT INTO {table} ({columns}{more}) SELECT {columns}{value} FROM before_{table}")  # noqa: S608 (names of our own)
        op.drop_table(f"before_{table}")


def _subjects() -> None:
    op.create_table(
        "subject",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("type", KEY, nullable=False),
        sa.Column("organisation", KEY, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("label", sa.Text),
        sa.Index(None, "organisation", "type", "id"),
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
        "decision",
        sa.Column("number", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Uuid, nullable=False, unique=True),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("organisation", KEY, nullable=False),
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
        sa.Index(None, "organisation", "number"),
    )


def _what_lists_read() -> None:
    op.create_table(
        "latest_decision",
        sa.Column("subject_id", KEY, primary_key=True),
        sa.Column("subject_type", KEY, nullable=False),
        sa.Column("organisation", KEY, nullable=False),
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
        sa.Column("organisation", KEY, nullable=False),
        sa.Column("state", KEY, nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("shown_from", sa.Date),
        sa.Column("moderate_from", sa.Date),
        sa.Column("critical_from", sa.Date),
        sa.Column("decision_number", NUMBER, nullable=False),
        sa.Index(None, "organisation", "state", "due_on", "subject_id"),
        sa.Index(None, "organisation", "rule", "due_on", "subject_id"),
        sa.Index(None, "organisation", "due_on", "subject_id"),
        sqlite_with_rowid=False,
    )
