"""
The one way to decide: load the facts, run the rules, commit the record, hand on the spans, return the decision.

Nothing else decides, so nothing can forget the record. A question about the same subject, day and knowledge within one
request is one decision: ``Decisions`` is made anew for each operation and remembers.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cachetools import LRUCache

from api.principal import Principal
from domain.calendar import PARIS
from domain.errors import Contradicted
from domain.fact_document import read_subject
from domain.store.revisions import Revision, SubjectStore
from domain.subjects import Subject
from rules.engine.contradictions import contradictions
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.providers import Answer, Provider, run_in_waves
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node
from tracing.audit.log import DecisionLog
from tracing.audit.past_rules import PastRules
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch
from tracing.decision_entry import entry_of
from tracing.decision_spans import run_spans
from tracing.spans import TraceLevel, current_ids, ruleset_run, summarize_run
from tracing.telemetry import Telemetry

PARTS_READ = 16_384
"""Subjects and parts whose facts are kept as they were read."""


def parts_in(subject: Subject) -> int:
    """Return how many parts a subject has, with itself."""
    return 1 + sum(parts_in(each) for items in subject.parts for each in items)


class Unknown(Exception):
    """There is no such subject or decision, or no right to know of it."""


@dataclass(frozen=True, kw_only=True)
class Running:
    """
    What running the rules needs: enough to simulate, on facts that are nobody's and without a database.

    Args:
        rule_sets: by root type.
        digests: the version of each.
        providers: by the id of the fact each provides.
        telemetry: where spans and counts go.
        clock: the instant now, in UTC.
    """

    rule_sets: Mapping[str, RuleSet]
    digests: Mapping[str, str]
    providers: Mapping[str, Provider]
    telemetry: Telemetry
    clock: Callable[[], datetime]

    def today(self) -> date:
        """Return the day in Paris: "today" in every condition that is not asked about another day."""
        return self.clock().astimezone(PARIS).date()

    async def simulate(self, root: str, document: object, *, as_of: date | None = None, principal: str = "") -> Decision:
        """
        Decide on facts that are nobody's: no number, no record, no id.

        Raises:
            InvalidFacts: the facts cannot be read; every problem is told.
            Contradicted: they cannot be true on that day.
        """
        rule_set = self.rule_sets[root]
        return await self.run(rule_set, read_subject(rule_set.root, document, today=self.today()), as_of, ask=True, principal=principal)

    async def run(self, rule_set: RuleSet, subject: Subject, as_of: date | None, *, ask: bool, principal: str) -> Decision:
        """
        Run the rules and return what came out, as yet without identity.

        Raises:
            Contradicted: the facts, which may be true today, cannot be on the past day that is asked about.
        """
        if as_of is not None and as_of < self.today():
            for english, french in zip(contradictions(subject, as_of), contradictions(subject, as_of, "fr"), strict=True):
                if english not in contradictions(subject, self.today()):
                    raise Contradicted({"en": english, "fr": french})
        now, started = self.clock(), time.perf_counter()
        day = as_of or now.astimezone(PARIS).date()
        root, answers = await run_in_waves(rule_set, subject, day, providers=self.providers if ask else {}, at=now)
        decision = _unidentified(
            rule_set.index, root, answers, digest=self.digests[rule_set.plan.root], day=day, now=now, principal=principal
        )
        self.count(decision, started)
        return decision

    def count(self, decision: Decision, started: float) -> None:
        """Count a run that began at *started*, by the performance counter."""
        if self.telemetry.meter_provider is not None:
            evaluations = decision.evaluations
            rules, outcomes = tuple([each.unit.id for each in evaluations]), tuple([each.outcome for each in evaluations])
            self.telemetry.count_run(rules, outcomes, time.perf_counter() - started)


def _unidentified(
    index: PlanIndex, root: Node, answers: tuple[Answer, ...], *, digest: str, day: date, now: datetime, principal: str
) -> Decision:
    """Return what came out of a run that is nobody's yet."""
    return Decision(
        id=None,
        number=None,
        subject_id=None,
        revision=None,
        as_of=day,
        known_at=now,
        decided_at=now,
        rule_set=digest,
        index=index,
        root=root,
        answers=answers,
        principal=principal,
    )


@dataclass(frozen=True, kw_only=True)
class Deciding(Running):
    """
    What deciding needs, made once by the composition root.

    Args:
        subjects: the revisions of facts.
        log: the writer of the record.
        search: the record, for reading.
        versions: the stored versions of rule sets; *digests* are among them.
        past: the versions that are not loaded here, to be run in processes of their own.
        new_id: makes a UUIDv7.
        span_level: how much of a run its rule spans tell.
    """

    subjects: SubjectStore
    log: DecisionLog
    search: DecisionSearch
    versions: RuleSetStore
    past: PastRules
    new_id: Callable[[], UUID]
    span_level: TraceLevel = "decisive"
    _read: LRUCache[tuple[str, int], Subject] = field(default_factory=lambda: LRUCache(PARTS_READ, parts_in), init=False, repr=False)

    def _subject(self, root: type[Subject], revision: Revision) -> Subject:
        """Return the facts of a revision, which never change, as a subject; read once for as long as others do not push it out."""
        key = revision.subject_id, revision.number
        subject = self._read.get(key)
        if subject is None:
            subject = self._read[key] = read_subject(root, revision.document)
        return subject

    async def version(self, subject_type: str, known_at: datetime | None) -> str:
        """
        Return the digest of the version that decides: the one loaded, or for a past instant the one in force then.

        Raises:
            NoRulesThen: there was none.
        """
        return self.digests[subject_type] if known_at is None else await self.past.in_force(subject_type, known_at)

    async def run_on(self, revision: Revision, digest: str, as_of: date | None, *, ask: bool, principal: str) -> Decision:
        """
        Run one version on a revision and return what came out, as yet without identity; only the loaded one asks providers.

        Raises:
            PastRulesSilent, VersionAltered, FactsRefused: another version cannot be run on it here.
        """
        if digest == self.digests[revision.subject_type]:
            rule_set = self.rule_sets[revision.subject_type]
            return await self.run(rule_set, self._subject(rule_set.root, revision), as_of, ask=ask, principal=principal)
        now, started = self.clock(), time.perf_counter()
        reading = await self.past.read(digest, revision.document, as_of or now.astimezone(PARIS).date())
        decision = _unidentified(reading.index, reading.root, (), digest=digest, day=reading.as_of, now=now, principal=principal)
        self.count(decision, started)
        return decision


class Decisions:
    """The decisions of one operation, for one principal."""

    def __init__(self, deciding: Deciding, principal: Principal) -> None:
        self.deciding = deciding
        self.principal = principal
        self.made: dict[tuple[str, date | None, datetime | None, int | None], asyncio.Future[Decision]] = {}

    async def decide(self, subject_id: str, *, as_of: date | None = None, known_at: datetime | None = None) -> Decision | None:
        """
        Decide on a subject and record it; ``None`` where there is no such subject.

        Args:
            subject_id: whose facts.
            as_of: the day that is today; none given: today in Paris.
            known_at: the instant whose facts and rules are used; none given: now. For a past one no provider is asked.

        Raises:
            Contradicted: what is known cannot be true on that day.
            NoRulesThen, PastRulesSilent, VersionAltered, FactsRefused: the rules of that time do not answer.
            RecordUnavailable: the record could not be stored, so there is no answer.
            StoreUnavailable: the facts could not be read.
        """
        revision = await self.deciding.subjects.latest(self.principal.reach, subject_id, known_at)
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
        digest = await deciding.version(revision.subject_type, known_at)
        with ruleset_run(deciding.telemetry.tracer, revision.subject_type, digest, deciding.span_level) as span:
            run = await deciding.run_on(revision, digest, as_of, ask=known_at is None, principal=self.principal.id)
            ids = current_ids()
            decision = run.identified(
                id=deciding.new_id(),
                subject_id=revision.subject_id,
                revision=revision.number,
                known_at=known_at or run.decided_at,
                trace_id=ids.get("trace_id"),
                span_id=ids.get("span_id"),
            )
            entry = entry_of(decision, organisation=revision.organisation, about_now=as_of is None and known_at is None)
            number = await deciding.log.record(entry)
            decision = decision.identified(number=number)
            if span.is_recording():
                self._tell(decision, span)
        return decision

    async def simulate(self, root: str, document: object, *, as_of: date | None = None) -> Decision:
        """
        Decide on facts that are nobody's: no number, no record, no id.

        Raises:
            InvalidFacts: the facts cannot be read; every problem is told.
        """
        return await self.deciding.simulate(root, document, as_of=as_of, principal=self.principal.id)

    def _tell(self, decision: Decision, span: Any) -> None:
        """Describe the run's span and hand on those of its rules."""
        counts = decision.counts
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
