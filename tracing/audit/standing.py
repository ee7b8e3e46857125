"""
Where a subject stands after a decision: enough to tell, beside the next one, what changed and why; no value of a fact.

It is kept with the last decision on each subject, and the next decision's commit puts the one before beside its own. Both then stand in
the outbox, so that nothing has to be compared, or read, while somebody waits.
"""

from datetime import date
from typing import Final
from uuid import UUID

import msgspec

from tracing.audit.entry import DecisionEntry

ALERTS: Final = frozenset({"MODERATE", "CRITICAL", "MISSED"})


class Alert(msgspec.Struct, frozen=True, array_like=True):
    """A task whose alert is on: its stable key, its state and its due day."""

    rule: str
    part: str
    occurrence: str
    state: str
    due_on: date | None

    @property
    def key(self) -> tuple[str, str, str]:
        """The stable key within the subject."""
        return self.rule, self.part, self.occurrence


class Standing(msgspec.Struct, frozen=True):
    """
    Where a subject stands.

    Args:
        decision_id: the decision that says so.
        revision: of the facts it used.
        rule_set: the digest of the rules it used.
        as_of: the day that was today.
        changes_on: the next day on which to decide again, where there is one.
        came: a digest of all that came out: two that differ came out otherwise.
        alerts: every task whose alert is on.
    """

    decision_id: UUID
    revision: int
    rule_set: str
    as_of: date
    changes_on: date | None
    came: str
    alerts: tuple[Alert, ...]


_decoder = msgspec.json.Decoder(Standing)


def standing_of(entry: DecisionEntry) -> str | None:
    """Return where its subject stands after *entry*, as it is stored; ``None`` when that is not about today."""
    if entry.projection is None:
        return None
    tasks = (each for each in entry.projection.tasks if each.state in ALERTS)
    standing = Standing(
        decision_id=entry.id,
        revision=entry.revision,
        rule_set=entry.rule_set,
        as_of=entry.as_of,
        changes_on=entry.projection.changes_on,
        came=entry.projection.came,
        alerts=tuple(Alert(each.rule, each.part, each.occurrence, each.state, each.due_on) for each in tasks),
    )
    return msgspec.json.encode(standing).decode()


def read_standing(stored: str | None) -> Standing | None:
    """Return what ``standing_of`` stored."""
    return None if stored is None else _decoder.decode(stored)
