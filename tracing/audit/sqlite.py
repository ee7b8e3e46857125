"""
A group of decisions on SQLite: one transaction under BEGIN IMMEDIATE, on the thread that alone writes.

The statements go to the driver's own cursor as they stand, values in the forms in which SQLAlchemy reads them: what SQLAlchemy does around
each costs several times as much as running it.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from domain.store.database import Database
from tracing.audit.entry import DecisionEntry, Projection, to_project
from tracing.audit.standing import standing_of

PRESENT = "SELECT id, number FROM decision WHERE id IN (SELECT value FROM json_each(?))"
TAKE = "UPDATE decision_counter SET last = last + ? RETURNING last"
RECORD = """
INSERT INTO decision (
    number, id, subject_id, subject_type, organisation, revision, as_of, known_at, decided_at, principal, rule_set, trace_id, span_id, body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INDEX = "INSERT INTO applied_rule (rule, number) VALUES (?, ?)"
LATEST = """
INSERT INTO latest_decision AS other (
    subject_id, subject_type, organisation, revision, decided_at, decision_number, decision_id, changes_on, rule_set, standing
)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (subject_id) DO UPDATE SET
    subject_type = excluded.subject_type, revision = excluded.revision, decided_at = excluded.decided_at,
    decision_number = excluded.decision_number, decision_id = excluded.decision_id, changes_on = excluded.changes_on,
    rule_set = excluded.rule_set, before = other.standing, standing = excluded.standing, claimed_until = NULL
WHERE (other.revision, other.decided_at) <= (excluded.revision, excluded.decided_at)
"""
TELL = """
INSERT INTO event (number, organisation, recorded_at, before, after)
SELECT given.number, given.organisation, given.recorded_at, latest.before, latest.standing
FROM (SELECT ? AS number, ? AS organisation, ? AS recorded_at, ? AS subject_id) AS given
LEFT JOIN latest_decision AS latest ON latest.subject_id = given.subject_id AND latest.decision_number = given.number
"""
CLEAR = "DELETE FROM task WHERE subject_id = (SELECT subject_id FROM latest_decision WHERE subject_id = ? AND decision_number = ?)"
LIST = """
INSERT INTO task (
    subject_id, rule, part, occurrence, subject_type, organisation,
    state, due_on, shown_from, moderate_from, critical_from, commune, decision_number
)
SELECT subject_id, ?, ?, ?, subject_type, organisation, ?, ?, ?, ?, ?, ?, decision_number
FROM latest_decision WHERE subject_id = ? AND decision_number = ?
"""
ASSIGN = """
UPDATE task SET assignee = item_assignment.assignee FROM item_assignment
WHERE item_assignment.subject_id = ? AND task.subject_id = item_assignment.subject_id
AND task.rule = item_assignment.rule AND task.part = item_assignment.part AND task.occurrence = item_assignment.occurrence
"""

Row = tuple[object, ...]


class SQLiteGroups:
    """Stores groups in the one file."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def write(self, entries: Sequence[DecisionEntry]) -> dict[UUID, int]:
        """Store the entries that are not stored yet, and return the number of each.

        Raises:
            StoreUnavailable: nothing may be counted on; send the group again.
        """
        return await self.database.transact(partial(_write, entries))

    async def close(self) -> None:
        """Leave the file to its owner."""


def _write(entries: Sequence[DecisionEntry], connection: Connection) -> dict[UUID, int]:
    cursor = connection.connection.cursor()
    cursor.execute(PRESENT, (json.dumps([entry.id.hex for entry in entries]),))
    present = {UUID(id_): number for id_, number in cursor.fetchall()}
    fresh = [entry for entry in entries if entry.id not in present]
    if not fresh:
        return present
    cursor.execute(TAKE, (len(fresh),))
    [(last,)] = cursor.fetchall()
    given = {entry.id: number for number, entry in enumerate(fresh, last - len(fresh) + 1)}
    projected = [(entry, entry.projection) for entry in to_project(entries) if entry.projection and entry.id in given]
    _each(cursor, RECORD, [_decision(entry, given[entry.id]) for entry in fresh])
    _each(cursor, INDEX, [(key, given[entry.id]) for entry in fresh for key in entry.applied_keys])
    _each(cursor, LATEST, [_latest(entry, projection, given[entry.id]) for entry, projection in projected])
    _each(cursor, TELL, [_event(entry, given[entry.id]) for entry in fresh])
    _each(cursor, CLEAR, [(entry.subject_id, given[entry.id]) for entry, _ in projected])
    _each(cursor, LIST, [row for entry, projection in projected for row in _tasks(entry, projection, given[entry.id])])
    _each(cursor, ASSIGN, [(entry.subject_id,) for entry, _ in projected])
    return present | given


def _each(cursor: DBAPICursor, statement: str, rows: list[Row]) -> None:
    if rows:
        cursor.executemany(statement, rows)


def _decision(entry: DecisionEntry, number: int) -> Row:
    known_at, decided_at = _instant(entry.known_at), _instant(entry.decided_at)
    about = (entry.subject_id, entry.subject_type, entry.organisation, entry.revision, entry.as_of.isoformat(), known_at, decided_at)
    return (number, entry.id.hex, *about, entry.principal, entry.rule_set, entry.trace_id, entry.span_id, entry.body)


def _latest(entry: DecisionEntry, projection: Projection, number: int) -> Row:
    about = (entry.subject_id, entry.subject_type, entry.organisation, entry.revision, _instant(entry.decided_at))
    return (*about, number, entry.id.hex, _day(projection.changes_on), entry.rule_set, standing_of(entry))


def _event(entry: DecisionEntry, number: int) -> Row:
    return number, entry.organisation, _instant(entry.decided_at), entry.subject_id


def _tasks(entry: DecisionEntry, projection: Projection, number: int) -> Iterable[Row]:
    for task in projection.tasks:
        days = (_day(task.due_on or date.max), _day(task.shown_from), _day(task.moderate_from), _day(task.critical_from))
        yield (task.rule, task.part, task.occurrence, task.state, *days, projection.commune, entry.subject_id, number)


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
