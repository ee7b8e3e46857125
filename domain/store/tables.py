"""
Every table but those of what hangs on items, which are in domain.store.items.tables.

    subject ─┬─ revision            facts, one document per revision
             ├─ latest_decision ─── task     what lists across subjects read; written with the decision they come from
             └─ decision ────────── rule_set ─── release    when each version of the rules came into force
                   ├ applied_rules (PostgreSQL), applied_rule (SQLite)    the index of which rules applied
                   └ event          the outbox: what the decision changed, for those who follow; kept for some days
             decision_counter       one row: the last number given
    idempotency_key                 changes that must not be made twice, by what their callers call them
    rental_stock                    the landlord's dwellings, by commune and year: what providers read

Whatever holds something of a subject names its organisation, which never changes: what a reader may see is found by one comparison.
``latest_decision``, ``task``, ``event`` and the index are derived: they can be made again from decisions, and hold no foreign keys.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from domain.store.columns import DueDay, Instant, Key, Number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

subject = Table(
    "subject",
    metadata,
    Column("id", Key, primary_key=True),
    Column("type", Key, nullable=False),
    Column("organisation", Key, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index(None, "organisation", "type", "id"),
)

revision = Table(
    "revision",
    metadata,
    Column("subject_id", Key, ForeignKey("subject.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("committed_at", Instant, nullable=False),
    Column("author", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("reasons", LargeBinary, nullable=False),
    Column("label", Text),
)

rule_set = Table(
    "rule_set",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("started_at", Instant, nullable=False),
    Column("archive", LargeBinary, nullable=False),
    Column("plan", LargeBinary, nullable=False),
    Column("python", Text, nullable=False),
    Column("libraries", JSON, nullable=False),
)

release = Table(
    "release",
    metadata,
    Column("subject_type", Key, primary_key=True),
    Column("started_at", Instant, primary_key=True),
    Column("digest", String(64), ForeignKey("rule_set.digest"), primary_key=True),
)

decision_counter = Table("decision_counter", metadata, Column("last", Number, nullable=False))

decision = Table(
    "decision",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("id", Uuid, nullable=False, unique=True),
    Column("subject_id", Key, nullable=False),
    Column("subject_type", Key, nullable=False),
    Column("organisation", Key, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("known_at", Instant, nullable=False),
    Column("decided_at", Instant, nullable=False, index=True),
    Column("principal", Text, nullable=False),
    Column("rule_set", String(64), ForeignKey("rule_set.digest"), nullable=False),
    Column("trace_id", String(32)),
    Column("span_id", String(16)),
    Column("body", LargeBinary, nullable=False),
    Index(None, "subject_id", "number"),
    Index(None, "organisation", "number"),
)

applied_rules = Table(
    "applied_rules",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("rules", ARRAY(BigInteger), nullable=False),
    Index(None, "rules", postgresql_using="gin"),
    info={"only": "postgresql"},
)

applied_rule = Table(
    "applied_rule",
    metadata,
    Column("rule", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    info={"only": "sqlite"},
)

event = Table(
    "event",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("organisation", Key, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("before", Text),
    Column("after", Text),
)

latest_decision = Table(
    "latest_decision",
    metadata,
    Column("subject_id", Key, primary_key=True),
    Column("subject_type", Key, nullable=False),
    Column("organisation", Key, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("decided_at", Instant, nullable=False),
    Column("decision_number", Number, nullable=False),
    Column("decision_id", Uuid, nullable=False),
    Column("changes_on", Date),
    Column("rule_set", String(64)),
    Column("standing", Text),
    Column("before", Text),
    Column("claimed_until", Instant),
    Index(None, "changes_on", "subject_id"),
)

task = Table(
    "task",
    metadata,
    Column("subject_id", Key, primary_key=True),
    Column("rule", Key, primary_key=True),
    Column("part", Key, primary_key=True),
    Column("occurrence", Key, primary_key=True),
    Column("subject_type", Key, nullable=False),
    Column("organisation", Key, nullable=False),
    Column("state", Key, nullable=False),
    Column("due_on", DueDay, nullable=False),
    Column("shown_from", Date),
    Column("moderate_from", Date),
    Column("critical_from", Date),
    Column("decision_number", Number, nullable=False),
    Column("assignee", Key),
    Column("commune", Key),
    Index(None, "organisation", "due_on", "subject_id"),
    Index(None, "organisation", "state", "due_on", "subject_id"),
    Index(None, "organisation", "rule", "state", "due_on", "subject_id"),
    *(
        Index(None, "organisation", name, "state", "due_on", "subject_id", sqlite_where=known, postgresql_where=known)
        for name, known in {"assignee": text("assignee IS NOT NULL"), "commune": text("commune IS NOT NULL")}.items()
    ),
    sqlite_with_rowid=False,
)

idempotency_key = Table(
    "idempotency_key",
    metadata,
    Column("organisation", Key, primary_key=True),
    Column("principal", Key, primary_key=True),
    Column("key", Key, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("type", Text, nullable=False),
    Column("ids", JSON, nullable=False),
    Column("made_at", Instant, nullable=False, index=True),
)

rental_stock = Table(
    "rental_stock",
    metadata,
    Column("commune", String(5), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("let", Integer, nullable=False),
    Column("vacant", Integer, nullable=False),
    Column("vacant_over_three_months", Integer, nullable=False),
)


def tables_of(kind: str) -> list[Table]:
    """Return the tables that a database of this kind has, in an order in which they can be made."""
    return [table for table in metadata.sorted_tables if table.info.get("only", kind) == kind]
