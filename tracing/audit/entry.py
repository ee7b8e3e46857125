"""One decision on its way into the record, and what lists across subjects will read of it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as lists across subjects show it; (rule, part, occurrence) is its stable key within the subject.

    Args:
        rule: the id of its rule.
        part: the path of the part it concerns, empty for the subject itself.
        occurrence: which of several, empty for the only one.
        state: ``TO_DO``, ``MODERATE``, ``CRITICAL``, ``MISSED`` or ``CLOSED``.
        due_on: the last day for it, where it has one.
        shown_from: the first day on which it is shown.
        moderate_from: the first day of the moderate alert.
        critical_from: the first day of the critical alert.
    """

    rule: str
    part: str
    occurrence: str
    state: str
    due_on: date | None = None
    shown_from: date | None = None
    moderate_from: date | None = None
    critical_from: date | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """What lists across subjects read of a decision about today.

    Args:
        changes_on: the next day on which the subject must be decided again, where there is one.
        tasks: every task to list.
        came: a digest of all that came out.
        commune: where the subject is, for the lists of tasks of a commune, where that is known.
    """

    changes_on: date | None
    tasks: tuple[TaskRow, ...]
    came: str = ""
    commune: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision to record.

    Args:
        id: UUIDv7; recording the same id again changes nothing.
        subject_id: whom or what it is about.
        subject_type: ``household``, ``operation``, …
        organisation: whose file the subject is.
        revision: of the subject's facts.
        as_of: "today" in every condition.
        known_at: the instant whose knowledge was used.
        decided_at: now.
        principal: who asked, a pseudonym.
        rule_set: hex digest of a rule set stored before.
        trace_id: 32 hex digits.
        span_id: 16 hex digits.
        body: the compact record.
        applied: ids of the rules that applied, for the search.
        projection: None when the decision is not about today as known now.
    """

    id: UUID
    subject_id: str
    subject_type: str
    organisation: str
    revision: int
    as_of: date
    known_at: datetime
    decided_at: datetime
    principal: str
    rule_set: str
    trace_id: str | None
    span_id: str | None
    body: bytes
    applied: tuple[str, ...]
    projection: Projection | None

    @property
    def applied_keys(self) -> list[int]:
        """Those rules as the search knows them."""
        return [_key_of_ours(rule) for rule in self.applied]


def rule_key(rule: str) -> int:
    """Return the eight bytes by which the search knows a rule: the first of its id's SHA-256, as a signed integer."""
    return int.from_bytes(hashlib.sha256(rule.encode()).digest()[:8], "big", signed=True)


_key_of_ours = cache(rule_key)  # of the rules that there are, and not of whatever is searched for


def to_project(entries: Iterable[DecisionEntry]) -> list[DecisionEntry]:
    """Return, of each subject, the newest entry that has a projection: the later revision, or the later decision on the same."""
    newest: dict[str, DecisionEntry] = {}
    for entry in entries:
        other = newest.get(entry.subject_id, entry)
        if entry.projection is not None and (entry.revision, entry.decided_at) >= (other.revision, other.decided_at):
            newest[entry.subject_id] = entry
    return list(newest.values())
