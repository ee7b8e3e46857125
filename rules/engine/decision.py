"""
A decision: one run of a rule set on one subject, with everything that makes it provable. The trace is this value.

Spans, records, GraphQL answers and golden files are views of it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from domain.facts import UNKNOWN
from rules.engine.answers.aging import AgedFigure
from rules.engine.answers.alike import Alike, AlikeRun, Kept
from rules.engine.answers.changes import changes_on
from rules.engine.answers.explain import Explanation
from rules.engine.answers.missing import Missing, Waiting
from rules.engine.answers.reading import APPLIED, FAILED, UNDETERMINED, Evaluation, Reading
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit, UnitKind
from rules.engine.providers import Answer
from rules.engine.run import Node


@dataclass(frozen=True)
class Decision:
    """
    What was decided.

    Args:
        id: UUIDv7; ``None`` for a simulation, which is not recorded.
        number: its place in the record, from 1 without gaps; ``None`` until recorded.
        subject_id: whose facts; ``None`` for a simulation on facts that are nobody's.
        revision: which revision of them.
        as_of: the day that was today.
        known_at: the instant whose knowledge was used.
        decided_at: when it was made.
        rule_set: the digest of the rule set's version.
        index: that version's plan.
        root: the run.
        answers: what providers said.
    """

    id: UUID | None
    number: int | None
    subject_id: str | None
    revision: int | None
    as_of: date
    known_at: datetime
    decided_at: datetime
    rule_set: str
    index: PlanIndex
    root: Node
    answers: tuple[Answer, ...] = ()
    trace_id: str | None = None
    span_id: str | None = None
    principal: str = ""

    @cached_property
    def run_alike(self) -> AlikeRun:
        """What is kept for runs that are like this one in every value and truth; what is read of this one is read of the first of them."""
        provided = frozenset((each.path, each.fact) for each in self.answers if each.value is not UNKNOWN)
        return self.index.derived("alike", Kept).of_run(Reading(self.index, self.root, self.as_of, provided))

    @property
    def reading(self) -> Reading:
        """The run, read with its plan."""
        return self.run_alike.reading

    @property
    def explanation(self) -> Explanation:
        """Why, why not, what is missing."""
        return self.run_alike.explanation

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Every rule on every part."""
        return self.run_alike.evaluations

    @property
    def changes_on(self) -> date | None:
        """The next day on which time alone may change it."""
        return self.run_alike.once("changes on", lambda: changes_on(self.reading))

    def identified(self, **identity: Any) -> "Decision":
        """Return the same decision under its identity (id, number, subject, trace); what was read of the run alone is kept."""
        same = object.__new__(Decision)
        vars(same).update(vars(self), **identity)
        return same

    def alike(self, evaluation: Evaluation) -> Alike:
        """Return what is kept for evaluations like this one of this decision."""
        known = self.run_alike.of_evaluations
        found = known.get(id(evaluation))
        if found is None:
            found = known[id(evaluation)] = self.index.derived("alike", Kept).of(evaluation, self.reading)
        return found

    @property
    def recorded(self) -> bool:
        """Whether it stands in the record."""
        return self.number is not None

    @property
    def subject_type(self) -> str:
        """The type of the subject decided on."""
        return self.index.plan.root

    def of_kind(self, kind: UnitKind) -> tuple[Evaluation, ...]:
        """Return the evaluations of one kind of rule."""
        return self.run_alike.once(kind, lambda: tuple([each for each in self.evaluations if each.unit.kind is kind]))

    @property
    def applied(self) -> tuple[str, ...]:
        """The ids of the documents and tasks that applied, each once, in order of evaluation."""
        return self.run_alike.once("applied", lambda: tuple(dict.fromkeys(self._applied())))

    def _applied(self) -> Iterable[str]:
        return (each.unit.id for each in self.evaluations if each.outcome == APPLIED and each.unit.kind is not UnitKind.CALCULATION)

    @property
    def missing(self) -> tuple[tuple[Missing, int], ...]:
        """What is missing, in the order in which to ask, with how many rules wait for it."""
        return self.waiting.facts

    @property
    def waiting(self) -> Waiting:
        """Which rules wait for what."""
        return self.run_alike.once("waiting", lambda: Waiting(self.explanation.lacking, self.evaluations))

    @property
    def aged_figures(self) -> tuple[tuple[AgedFigure, tuple[Evaluation, ...]], ...]:
        """The figures of which no newer value was found, by their ids, each with what applies and rests on it."""
        return self.run_alike.once("aged figures", self._aged_figures)

    def _aged_figures(self) -> tuple[tuple[AgedFigure, tuple[Evaluation, ...]], ...]:
        found: dict[tuple[str, str], tuple[AgedFigure, list[Evaluation]]] = {}
        for evaluation in self.evaluations:
            for each in self.explanation.aging.of(evaluation) if evaluation.outcome == APPLIED else ():
                found.setdefault((each.figure.id, each.period.since), (each, []))[1].append(evaluation)
        return tuple([(aged, tuple(resting)) for _, (aged, resting) in sorted(found.items(), key=lambda each: each[0])])

    @property
    def doubts(self) -> tuple[tuple[Unit, tuple[Evaluation, ...]], ...]:
        """What was taken for true and is to be verified, by the condition that says so, each with the documents and values it bears on."""
        return self.run_alike.once("doubts", self._doubts)

    def _doubts(self) -> tuple[tuple[Unit, tuple[Evaluation, ...]], ...]:
        found: dict[str, tuple[Unit, list[Evaluation]]] = {}
        aging = self.explanation.aging
        for evaluation in (*self.of_kind(UnitKind.DOCUMENT), *self.of_kind(UnitKind.CALCULATION)):
            if evaluation.outcome != APPLIED:
                continue
            of_document = evaluation.unit.kind is UnitKind.DOCUMENT
            for each in aging.own(evaluation.unit, evaluation.node) if of_document else aging.doubts(evaluation):
                found.setdefault(each.id, (each, []))[1].append(evaluation)
        return tuple([(doubt, tuple(resting)) for _, (doubt, resting) in sorted(found.items())])

    @property
    def counts(self) -> dict[str, int]:
        """How many evaluations had each outcome."""
        return self.run_alike.once("counts", self._counts)

    def _counts(self) -> dict[str, int]:
        found = Counter([each.outcome for each in self.evaluations])
        return {"evaluated": len(self.evaluations), APPLIED: 0, UNDETERMINED: 0, FAILED: 0} | found
