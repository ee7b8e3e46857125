"""
Lists across subjects, read from what the last decision on each left for them: reading decides nothing, and each item cites its decision.

A task belongs to a list only as long as its decision is the last one on its subject, which every list sees to: two processes that
decide the same subject at the same time may leave a row of the older decision behind, which nobody sees and the next decision removes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, literal, select, tuple_, union_all

from domain.store.columns import DueDay
from domain.store.database import Database
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach, Reaching, doors_of, within
from domain.store.tables import latest_decision, task
from tracing.audit.entry import TaskRow

Cursor = tuple[date | None, str, str, str, str]
"""Where a page ended: due day, subject, rule, part, occurrence."""


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task in a list, with the decision it comes from, and who is to see to it."""

    subject_id: str
    subject_type: str
    task: TaskRow
    decision_number: int
    decision_id: UUID
    assignee: str | None = None

    @property
    def cursor(self) -> Cursor:
        """Where a page that ends here ends."""
        return self.task.due_on, self.subject_id, self.task.rule, self.task.part, self.task.occurrence


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a list may tell to somebody for whom something is masked: by its items, by their order, and by what picks them.

    Args:
        dated: the rules whose due days are told.
        undated: those whose days are not: their tasks stand among those without one. Tasks of a rule that is neither are left out.
        located: the types of subjects whose commune is told: no other is found by it.
    """

    dated: frozenset[str]
    undated: frozenset[str]
    located: frozenset[str]


@dataclass(frozen=True, slots=True)
class LatestDecision:
    """The last decision on a subject that was about its own day, and the next day on which to decide again."""

    subject_id: str
    subject_type: str
    organisation: str
    revision: int
    decision_number: int
    decision_id: UUID
    changes_on: date | None


LATEST = select(
    latest_decision.c.subject_id,
    latest_decision.c.subject_type,
    latest_decision.c.organisation,
    latest_decision.c.revision,
    latest_decision.c.decision_number,
    latest_decision.c.decision_id,
    latest_decision.c.changes_on,
)
_decision_id = (
    select(latest_decision.c.decision_id)
    .where(latest_decision.c.subject_id == task.c.subject_id, latest_decision.c.decision_number == task.c.decision_number)
    .scalar_subquery()
)
TASKS = select(task, _decision_id.label("decision_id")).where(_decision_id.is_not(None))
"""Not a join: planners take one on two columns for nearly empty, and sort the whole table for a page of it."""

NO_DAY = literal(None, DueDay())
UNDATED = TASKS.with_only_columns(
    *(NO_DAY.label(each.name) if each is task.c.due_on else each for each in task.c), *TASKS.selected_columns[-1:]
)
"""The same, without their due days."""

STATES = ("TO_DO", "MODERATE", "CRITICAL", "MISSED", "CLOSED")
IDENTITY = (task.c.subject_id, task.c.rule, task.c.part, task.c.occurrence)
KEY = (task.c.due_on, *IDENTITY)


class Worklist:
    """What is to be done, across subjects; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tasks(
        self,
        reach: Reach,
        *,
        first: int,
        after: Cursor | None = None,
        before: Cursor | None = None,
        backwards: bool = False,
        subject_id: str | None = None,
        states: Collection[str] | None = None,
        rule: str | None = None,
        assignee: str | None = None,
        unassigned: bool = False,
        commune: str | None = None,
        due_from: date | None = None,
        due_until: date | None = None,
        told: Told | None = None,
    ) -> tuple[ListedTask, ...]:
        """Return up to *first* tasks by due day, those without a due day last.

        Args:
            reach: of whoever asks.
            first: how many at most.
            after: only those that follow this one.
            before: only those that precede this one.
            backwards: the last of them, and not the first.
            subject_id: only those of this subject.
            states: only those in one of these states; none given: in any.
            rule: only those of the rule with this id.
            assignee: only those that this person is to see to.
            unassigned: only those that nobody is to see to.
            commune: only those of subjects in this commune.
            due_from: only those due on this day or later, or without a due day.
            due_until: only those due on this day or earlier.
            told: what the list may tell; none given: everything.
        """
        if states is not None and not states:
            return ()
        indexed = {task.c.rule: rule, task.c.assignee: assignee, task.c.commune: commune}
        equal = indexed | {task.c.subject_id: subject_id}
        wanted = [*within(reach, task), *(column == value for column, value in equal.items() if value is not None)]
        wanted += [task.c.assignee.is_(None)] if unassigned else []
        wanted += [] if told is None or commune is None else [task.c.subject_type.in_(sorted(told.located))]
        lists = []
        for every, day in _of(told):
            bounds = [*_due(day, due_from, due_until), *between(tuple_(day, *IDENTITY), _bound(after), _bound(before))]
            key = (day, *IDENTITY) if day is task.c.due_on else IDENTITY
            lists.append(ordered(every.where(*wanted, *bounds), *key, first=first, backwards=backwards))
        if states is not None or any(indexed.values()):
            lists = [each.where(task.c.state == state) for each in lists for state in sorted(set(STATES if states is None else states))]
        return upright([_listed(row) for row in await self._rows(reach, _merged(lists, first, backwards=backwards))], backwards=backwards)

    async def task(self, reach: Reach, subject_id: str, rule: str, part: str, occurrence: str) -> ListedTask | None:
        """Return one task, or None."""
        key = {"subject_id": subject_id, "rule": rule, "part": part, "occurrence": occurrence}
        rows = await self._rows(reach, TASKS.where(*within(reach, task), *(task.c[name] == value for name, value in key.items())))
        return _listed(rows[0]) if rows else None

    async def latest(self, reach: Reach, subject_id: str) -> LatestDecision | None:
        """Return the last decision on a subject, or None."""
        rows = await self._rows(reach, LATEST.where(latest_decision.c.subject_id == subject_id, *within(reach, latest_decision)))
        return LatestDecision(*rows[0]) if rows else None

    async def _rows(self, reach: Reaching, statement: Select[Any]) -> Sequence[Any]:
        return await doors_of(self._database, reach).read(lambda connection: connection.execute(statement).all())


def _of(told: Told | None) -> list[tuple[Select[Any], ColumnElement[Any]]]:
    """Return the lists that one is merged from, each with what stands for the due day in it."""
    if told is None:
        return [(TASKS, task.c.due_on)]
    dated, undated = (task.c.rule.in_(sorted(rules)) for rules in (told.dated, told.undated))
    return [(TASKS.where(dated), task.c.due_on), (UNDATED.where(undated), NO_DAY)]


def _due(day: ColumnElement[Any], since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    return [*([] if since is None else [day >= since]), *([] if until is None else [day <= until])]


def _merged(lists: Sequence[Select[Any]], first: int, *, backwards: bool) -> Select[Any]:
    """Return the first tasks of several lists, each of which an index holds in the order of its days."""
    if len(lists) == 1:
        return lists[0]
    merged = union_all(*(select(each.subquery()) for each in lists)).subquery()
    return ordered(select(merged), *(merged.c[column.name] for column in KEY), first=first, backwards=backwards)


def _listed(row: Any) -> ListedTask:
    listed = TaskRow(row.rule, row.part, row.occurrence, row.state, row.due_on, row.shown_from, row.moderate_from, row.critical_from)
    return ListedTask(row.subject_id, row.subject_type, listed, row.decision_number, row.decision_id, row.assignee)


def _bound(cursor: Cursor | None) -> ColumnElement[Any] | None:
    return None if cursor is None else tuple_(cursor[0] or date.max, *cursor[1:], types=[column.type for column in KEY])
