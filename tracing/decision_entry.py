"""A decision as it is stored: its header, its compact body, and what lists across subjects will read of it."""

import hashlib
from dataclasses import dataclass
from datetime import date

import msgspec

from domain.calendar import Period, days, shift
from domain.facts import UNKNOWN
from rules.engine.answers.reading import Evaluation
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.plan import UnitKind
from rules.engine.run import Outcome
from tracing.audit.entry import DecisionEntry, Projection, TaskRow
from tracing.audit.record import encode


def entry_of(decision: Decision, *, organisation: str, about_now: bool) -> DecisionEntry:
    """
    Return *decision* ready to be recorded.

    Args:
        decision: with an id, a subject and a revision.
        organisation: whose file the subject is.
        about_now: whether it is about today as known now; only then may lists show it.
    """
    assert decision.id is not None
    assert decision.subject_id is not None
    assert decision.revision is not None
    return DecisionEntry(
        id=decision.id,
        subject_id=decision.subject_id,
        subject_type=decision.subject_type,
        organisation=organisation,
        revision=decision.revision,
        as_of=decision.as_of,
        known_at=decision.known_at,
        decided_at=decision.decided_at,
        principal=decision.principal,
        rule_set=decision.rule_set,
        trace_id=decision.trace_id,
        span_id=decision.span_id,
        body=encode(decision),
        applied=decision.applied,
        projection=_projection(decision) if about_now else None,
    )


def _projection(decision: Decision) -> Projection:
    tasks = tuple(_task_row(decision, each) for each in decision.of_kind(UnitKind.TASK) if isinstance(each.output, Outcome))
    return Projection(decision.changes_on, tasks, _came(decision, tasks), _commune(decision))


def _commune(decision: Decision) -> str | None:
    """Return the INSEE code of the commune that the subject says it is in."""
    place = decision.index.derived("commune", _place_of_commune)
    said = UNKNOWN if place is None else decision.root.values[place]
    return said if isinstance(said, str) else None


def _place_of_commune(index: PlanIndex) -> int | None:
    """Return where the values of a subject hold its commune, ``None`` where it has none."""
    facts = index.types[index.plan.root].facts
    return next((place for place, each in enumerate(facts) if each.id == f"{index.plan.root}.commune"), None)


def _came(decision: Decision, tasks: tuple[TaskRow, ...]) -> str:
    """Return a digest of what came out of every rule, the days of tasks included: two decisions that differ in it came out otherwise."""
    return decision.run_alike.once("came", lambda: _came_anew(decision, tasks))


def _came_anew(decision: Decision, tasks: tuple[TaskRow, ...]) -> str:
    said = [each[2:] for each in decision.evaluations]
    parts = [node.path for node in decision.root.walk()]
    ruled = decision.index.derived("ruled", _ruled)
    return hashlib.blake2b(msgspec.msgpack.encode((ruled, parts, said, tasks)), digest_size=16).hexdigest()


def _ruled(index: PlanIndex) -> bytes:
    """Return a digest of which rules stand where, so that each outcome need not name its own."""
    names = [(name, [unit.id for unit in units]) for name, units in index.rules.items()]
    return hashlib.blake2b(msgspec.msgpack.encode(names), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class FirstDays:
    """The first days on which a task is shown and each of its alerts is on; ``None`` where there is none, or it is not known."""

    shown: date | None
    moderate: date | None
    critical: date | None


def first_days(decision: Decision, evaluation: Evaluation) -> FirstDays:
    """Return the first days of a task, counted back from its due day; an alert begins the day after its threshold."""
    task, due = evaluation.unit.task, decision.reading.due(evaluation.unit, evaluation.node)
    assert task is not None

    def back(pair: tuple[int, int] | None, later: int) -> date | None:
        return None if pair is None or due is None else shift(shift(due, -Period(*pair)), days(later))

    return FirstDays(back(task.shown_from, 0), back(task.moderate, 1), back(task.critical, 1))


def _task_row(decision: Decision, evaluation: Evaluation) -> TaskRow:
    first = first_days(decision, evaluation)
    return TaskRow(
        rule=evaluation.unit.id,
        part=evaluation.node.path,
        occurrence="",
        state=evaluation.output.name,
        due_on=decision.reading.due(evaluation.unit, evaluation.node),
        shown_from=first.shown,
        moderate_from=first.moderate,
        critical_from=first.critical,
    )
