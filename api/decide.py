"""
The one way to decide: load the facts, run the rules, commit the record, hand on the spans, return the decision.

Nothing else decides, so nothing can forget the record. A question about the same subject, day and knowledge within one
request is one decision: ``Decisions`` is made anew for each operation and remembers.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.fact_document import read_subject
from domain.store.revisions import Revision, SubjectStore
from domain.subjects import Subject
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.providers import Provider, run_in_waves
from rules.engine.ruleset import RuleSet
from tracing.audit.log import DecisionLog
from tracing.audit.record import decode
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch, StoredDecision
from tracing.audit.versions import plan_of
from tracing.decision_entry import entry_of
from tracing.decision_spans import run_spans
from tracing.spans import TraceLevel, current_ids, ruleset_run, summarize_run
from tracing.telemetry import Telemetry

PARIS = ZoneInfo("Europe/Paris")


class Unknown(Exception):
    """There is no such subject or decision, or no right to know of it."""


@dataclass(frozen=True)
class Deciding:
    """
    What deciding needs, made once by the composition root.

    Args:
        rule_sets: by root type.
        digests: the version of each, as stored at the start.
        subjects: the revisions of facts.
        log: the writer of the record.
        search: the record, for reading.
        versions: the stored versions of rule sets.
        providers: by the id of the fact each provides.
        telemetry: where spans and counts go.
        clock: the instant now, in UTC.
        new_id: makes a UUIDv7.
        span_level: how much of a run its rule spans tell.
    """

    rule_sets: Mapping[str, RuleSet]
    digests: Mapping[str, str]
    subjects: SubjectStore
    log: DecisionLog
    search: DecisionSearch
    versions: RuleSetStore
    providers: Mapping[str, Provider]
    telemetry: Telemetry
    clock: Callable[[], datetime]
    new_id: Callable[[], UUID]
    span_level: TraceLevel = "decisive"

    def today(self) -> date:
        """Return the day in Paris: "today" in every condition that is not asked about another day."""
        return self.clock().astimezone(PARIS).date()


class Decisions:
    """The decisions of one operation, for one principal."""

    def __init__(self, deciding: Deciding, principal: str) -> None:
        self.deciding = deciding
        self.principal = principal
        self.made: dict[tuple[str, date | None, datetime | None, int | None], asyncio.Future[Decision]] = {}

    async def decide(self, subject_id: str, *, as_of: date | None = None, known_at: datetime | None = None) -> Decision | None:
        """
        Decide on a subject and record it; ``None`` where there is no such subject.

        Args:
            subject_id: whose facts.
            as_of: the day that is today; none given: today in Paris.
            known_at: the instant whose knowledge is used; none given: now. In the past no provider is asked.

        Raises:
            RecordUnavailable: the record could not be stored, so there is no answer.
            StoreUnavailable: the facts could not be read.
        """
        revision = await self.deciding.subjects.latest(subject_id, known_at)
        if revision is None:
            return None
        return await self.on_revision(revision, as_of=as_of, known_at=known_at)

    async def on_revision(self, revision: Revision, *, as_of: date | None = None, known_at: datetime | None = None) -> Decision:
        """Decide on a revision that has just been read or committed; fields that ask at the same time share one decision."""
        key = (revision.subject_id, as_of, known_at, revision.number)
        if key not in self.made:
            self.made[key] = asyncio.ensure_future(self._make(revision, as_of, known_at))
        return await self.made[key]

    async def _make(self, revision: Revision, as_of: date | None, known_at: datetime | None) -> Decision:
        deciding = self.deciding
        rule_set = deciding.rule_sets[revision.subject_type]
        digest = deciding.digests[revision.subject_type]
        with ruleset_run(deciding.telemetry.tracer, rule_set.plan.name, digest, deciding.span_level) as span:
            subject = read_subject(rule_set.root, revision.document)
            run = await self._run(rule_set, subject, as_of, ask=known_at is None)
            ids = current_ids()
            decision = replace(
                run,
                id=deciding.new_id(),
                subject_id=revision.subject_id,
                revision=revision.number,
                known_at=known_at or run.decided_at,
                trace_id=ids.get("trace_id"),
                span_id=ids.get("span_id"),
            )
            entry = entry_of(decision, about_now=as_of is None and known_at is None)
            number = await deciding.log.record(entry)
            decision = replace(decision, number=number)
            if span.is_recording():
                self._tell(decision, span)
        return decision

    async def simulate(self, root: str, document: object, *, as_of: date | None = None) -> Decision:
        """
        Decide on facts that are nobody's: no number, no record, no id.

        Raises:
            InvalidFacts: the facts cannot be read; every problem is told.
        """
        rule_set = self.deciding.rule_sets[root]
        subject = read_subject(rule_set.root, document, today=self.deciding.today())
        return await self._run(rule_set, subject, as_of, ask=True)

    async def _run(self, rule_set: RuleSet, subject: Subject, as_of: date | None, *, ask: bool) -> Decision:
        """Run the rules and return what came out, as yet without identity."""
        deciding = self.deciding
        now, started = deciding.clock(), time.perf_counter()
        day = as_of or now.astimezone(PARIS).date()
        root, answers = await run_in_waves(rule_set, subject, day, providers=deciding.providers if ask else {}, at=now)
        decision = Decision(
            id=None,
            number=None,
            subject_id=None,
            revision=None,
            as_of=day,
            known_at=now,
            decided_at=now,
            rule_set=deciding.digests[rule_set.plan.root],
            index=rule_set.index,
            root=root,
            answers=answers,
            principal=self.principal,
        )
        if deciding.telemetry.enabled:
            evaluations = decision.evaluations
            rules, outcomes = tuple(each.unit.id for each in evaluations), tuple(each.outcome for each in evaluations)
            deciding.telemetry.count_run(rules, outcomes, time.perf_counter() - started)
        return decision

    def _tell(self, decision: Decision, span: Any) -> None:
        """Describe the run's span and hand on those of its rules."""
        counts = decision.counts()
        assert decision.id is not None
        summarize_run(
            span,
            decision.id,
            evaluated=counts["evaluated"],
            applied=counts["applied"],
            undetermined=counts["undetermined"],
            failed=counts["failed"],
        )
        self.deciding.telemetry.submit(
            run_spans(decision, span.get_span_context(), start_ns=span.start_time, end_ns=time.time_ns(), level=self.deciding.span_level)
        )


class Records:
    """Decisions read back from the record, each with the plan of the version that made it; runs no rule."""

    def __init__(self, deciding: Deciding) -> None:
        self.deciding = deciding
        self.indexes: dict[str, PlanIndex] = {digest: deciding.rule_sets[name].index for name, digest in deciding.digests.items()}

    async def get(self, decision_id: UUID) -> Decision | None:
        """Return the recorded decision with this id."""
        stored = await self.deciding.search.get(decision_id)
        return None if stored is None else await self.expand(stored)

    async def expand(self, stored: StoredDecision) -> Decision:
        """Return a stored decision whole, exactly as it was answered."""
        index = self.indexes.get(stored.rule_set)
        if index is None:
            version = await self.deciding.versions.get(stored.rule_set)
            assert version is not None, "a decision refers to its version by a foreign key"
            index = self.indexes[stored.rule_set] = PlanIndex(plan_of(version))
        root, answers = decode(stored.body, index)
        return Decision(
            id=stored.id,
            number=stored.number,
            subject_id=stored.subject_id,
            revision=stored.revision,
            as_of=stored.as_of,
            known_at=stored.known_at,
            decided_at=stored.decided_at,
            rule_set=stored.rule_set,
            index=index,
            root=root,
            answers=answers,
            trace_id=stored.trace_id,
            span_id=stored.span_id,
            principal=stored.principal,
        )
