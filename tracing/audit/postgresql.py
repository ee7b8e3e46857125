"""
A group of decisions on PostgreSQL: one statement, which commits itself.

No transaction is ever held by a client: a process that is stopped or dies between two bytes holds no lock. The statement takes its numbers
from the one row of ``decision_counter``, whose lock makes groups follow one another: numbers have no gap, and their order is the order of
commits. Ids already there are not stored again, so a group whose answer was lost can be sent once more.

The statement sees tables as they were when it began, but a row that it updates as the last commit left it. Where a subject stood before
is therefore taken from its row of ``latest_decision`` alone: whoever decides at the same time, each change is told by exactly one event.

SQLAlchemy carries it, not the bare driver: that would save 20 µs of CPU a group, and cost a second way to connect, time out and fail.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from domain.store.postgresql import PostgreSQLDatabase
from tracing.audit.entry import DecisionEntry, to_project
from tracing.audit.standing import standing_of

SESSION = {
    # The statement only ever looks up by key. Its plan is made while the tables may be empty, and kept while they grow.
    "enable_seqscan": "off",
    # A client stopped in the middle of sending can leave the server waiting for the last bytes, the statement done but not committed.
    "transaction_timeout": "10s",
}

ENTRY = (
    "id", "subject_id", "subject_type", "organisation", "revision", "as_of", "known_at", "decided_at", "principal", "rule_set",
    "trace_id", "span_id", "body",
)  # fmt: skip
TASK = ("rule", "part", "occurrence", "state", "shown_from", "moderate_from", "critical_from", "due_on")

STATEMENT = """
WITH entry AS MATERIALIZED (
    SELECT * FROM unnest(
        $1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::date[], $7::timestamptz[], $8::timestamptz[], $9::text[],
        $10::text[], $11::text[], $12::text[], $13::bytea[], $14::text[], $15::text[], $16::date[],
        $26::text[]
    ) WITH ORDINALITY AS entry (
        id, subject_id, subject_type, organisation, revision, as_of, known_at, decided_at, principal, rule_set,
        trace_id, span_id, body, applied, standing, changes_on, commune, position
    )
),
entry_task AS MATERIALIZED (
    SELECT * FROM unnest(
        $17::uuid[], $18::text[], $19::text[], $20::text[], $21::text[], $22::date[], $23::date[], $24::date[], $25::date[]
    ) AS entry_task (decision_id, rule, part, occurrence, state, shown_from, moderate_from, critical_from, due_on)
),
present AS MATERIALIZED (
    SELECT id, (SELECT decision.number FROM decision WHERE decision.id = entry.id) AS number FROM entry
),
fresh AS MATERIALIZED (
    SELECT entry.*, row_number() OVER (ORDER BY entry.position) AS place
    FROM entry WHERE entry.id NOT IN (SELECT present.id FROM present WHERE present.number IS NOT NULL)
),
counter AS (
    UPDATE decision_counter SET last = last + (SELECT count(*) FROM fresh)
    RETURNING last - (SELECT count(*) FROM fresh) AS before, pg_notify('attendu_events', last::text)
),
recorded AS (
    INSERT INTO decision (
        number, id, subject_id, subject_type, organisation, revision, as_of, known_at, decided_at, principal, rule_set,
        trace_id, span_id, body
    )
    SELECT
        counter.before + place, id, subject_id, subject_type, organisation, revision, as_of, known_at, decided_at, principal, rule_set,
        trace_id, span_id, body
    FROM fresh, counter
    RETURNING number, id
),
indexed AS (
    INSERT INTO applied_rules (number, rules)
    SELECT recorded.number, fresh.applied::bigint[] FROM fresh JOIN recorded USING (id)
),
latest AS (
    INSERT INTO latest_decision AS other (
        subject_id, subject_type, organisation, revision, decided_at, decision_number, decision_id, changes_on, rule_set, standing
    )
    SELECT subject_id, subject_type, organisation, revision, decided_at, number, id, changes_on, rule_set, standing
    FROM fresh JOIN recorded USING (id) WHERE standing IS NOT NULL
    ON CONFLICT (subject_id) DO UPDATE SET
        subject_type = excluded.subject_type, revision = excluded.revision, decided_at = excluded.decided_at,
        decision_number = excluded.decision_number, decision_id = excluded.decision_id, changes_on = excluded.changes_on,
        rule_set = excluded.rule_set, before = other.standing, standing = excluded.standing, claimed_until = NULL
    WHERE (other.revision, other.decided_at) <= (excluded.revision, excluded.decided_at)
    RETURNING subject_id, subject_type, organisation, decision_number, decision_id, before, standing
),
told AS (
    INSERT INTO event (number, organisation, recorded_at, before, after)
    SELECT recorded.number, fresh.organisation, fresh.decided_at, latest.before, latest.standing
    FROM fresh JOIN recorded USING (id) LEFT JOIN latest ON latest.decision_id = fresh.id
),
gone AS (
    DELETE FROM task USING latest
    WHERE task.subject_id = ANY ($2::text[]) AND task.subject_id = latest.subject_id
    AND (latest.decision_id, task.rule, task.part, task.occurrence) NOT IN (SELECT decision_id, rule, part, occurrence FROM entry_task)
),
assigned AS MATERIALIZED (
    SELECT subject_id, rule, part, occurrence, assignee FROM item_assignment WHERE subject_id = ANY ($2::text[])
),
listed AS (
    INSERT INTO task AS other (
        subject_id, rule, part, occurrence, subject_type, organisation,
        state, due_on, shown_from, moderate_from, critical_from, commune, assignee, decision_number
    )
    SELECT
        latest.subject_id, entry_task.rule, entry_task.part, entry_task.occurrence, latest.subject_type, latest.organisation, state,
        coalesce(due_on, 'infinity'), shown_from, moderate_from, critical_from, entry.commune, assigned.assignee, decision_number
    FROM latest JOIN entry_task USING (decision_id) JOIN entry ON entry.id = latest.decision_id
    LEFT JOIN assigned ON assigned.subject_id = latest.subject_id
        AND assigned.rule = entry_task.rule AND assigned.part = entry_task.part AND assigned.occurrence = entry_task.occurrence
    ON CONFLICT (subject_id, rule, part, occurrence) DO UPDATE SET
        subject_type = excluded.subject_type, state = excluded.state, due_on = excluded.due_on, shown_from = excluded.shown_from,
        moderate_from = excluded.moderate_from, critical_from = excluded.critical_from, commune = excluded.commune,
        decision_number = excluded.decision_number
)
SELECT id, number FROM recorded UNION ALL SELECT id, number FROM present WHERE number IS NOT NULL
"""


class PostgreSQLGroups:
    """Stores groups through one connection of its own."""

    def __init__(self, database: PostgreSQLDatabase) -> None:
        self.database = database.alone(SESSION)

    async def write(self, entries: Sequence[DecisionEntry]) -> dict[UUID, int]:
        """Store the entries that are not stored yet, and return the number of each.

        Raises:
            StoreUnavailable: the group may or may not be stored; send it again.
        """
        work = partial(_write, _arrays(entries))
        try:
            return await self.database.write(work)
        except IntegrityError:  # the same group, thought lost with its connection, was still on its way; now it is there
            return await self.database.write(work)

    async def close(self) -> None:
        """Let go of the connection."""
        await self.database.close()


def _write(arrays: tuple[list[Any], ...], connection: Connection) -> dict[UUID, int]:
    return {row.id: row.number for row in connection.exec_driver_sql(STATEMENT, arrays)}


def _arrays(entries: Sequence[DecisionEntry]) -> tuple[list[Any], ...]:
    """Return the statement's arguments, one array a column."""
    projected = {entry.id: entry.projection for entry in to_project(entries) if entry.projection}
    tasks = [(id_, task) for id_, projection in projected.items() for task in projection.tasks]
    return (
        *([getattr(entry, name) for entry in entries] for name in ENTRY),
        ["{" + ",".join(map(str, entry.applied_keys)) + "}" for entry in entries],
        [standing_of(entry) if entry.id in projected else None for entry in entries],
        [projected[entry.id].changes_on if entry.id in projected else None for entry in entries],
        [id_ for id_, _ in tasks],
        *([getattr(task, name) for _, task in tasks] for name in TASK),
        [projected[entry.id].commune if entry.id in projected else None for entry in entries],
    )
