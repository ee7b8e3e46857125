"""The files that decisions are about, and the decisions: types that point at each other."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from types import new_class
from typing import Any, ClassVar, Self
from uuid import UUID

import strawberry

from api.permissions import Permission
from api.schema.context import Context
from api.schema.decisions.catalogue import catalogue_of
from api.schema.decisions.masking import Hidden, hidden_in, shown_reasons
from api.schema.decisions.on_items import OnItems, is_staff
from api.schema.decisions.view import DecisionView
from api.schema.declare import MASKED, answer, answer_of, interface, masked_answer, object_type
from api.schema.errors import BadId
from api.schema.facts.facts import fact_types, shown_facts
from api.schema.findings.attached import ItemAction, OfItem, id_in
from api.schema.findings.findings import Findings, Once
from api.schema.node import Node
from api.schema.pagination import After, Before, Connection, First, Last, Window
from api.schema.revisions.reasons import Reasons
from api.schema.subjects.history import FactsRevision, FactsRevisionConnection, Saying, history, revision_number
from domain.errors import Contradicted
from domain.fact_document import read_subject
from domain.store.items.key import ItemKey
from domain.store.revisions import Revision
from domain.subjects import Subject as DomainSubject
from domain.text import Language
from rules.engine.decision import Decision as EngineDecision
from rules.engine.language.sentences import Phrasebook
from rules.library import ROOTS
from tracing.audit.search import StoredDecision


@object_type(needs=Permission.DECISIONS)
class Decision(Node, Findings):
    """A decision: one run of the rules on one subject, recorded for ever (décision)."""

    context: strawberry.Private[Context]
    language: strawberry.Private[Language]
    number: int = strawberry.field(description="Its place in the record, from 1 without gaps (numéro).")
    subject_id: strawberry.ID = strawberry.field(description="Whom or what it is about (identifiant du sujet).")
    revision: int = strawberry.field(description="Which revision of the facts it used (révision).")
    as_of: date = strawberry.field(description="The day that was today (date de référence).")
    known_at: datetime = strawberry.field(description="The instant whose knowledge was used (date de connaissance).")
    decided_at: datetime = strawberry.field(description="When it was made (date de la décision).")
    rule_set: str = strawberry.field(description="The digest of the rules' version (version des règles).")
    trace_id: str | None = strawberry.field(description="Of the trace in which it was made (identifiant de trace).")
    principal: str = strawberry.field(description="Who asked, a pseudonym (demandeur).")
    recorded: bool = strawberry.field(description="Always true: it stands in the record (enregistrée).", default=True)

    @masked_answer
    async def changes_on(self) -> date | None:
        """The next day on which time alone may change it; null where personal facts are masked (prochain changement)."""
        view = await self.found.view()
        return None if view.hidden else view.decision.changes_on

    @answer
    async def subject(self) -> "Subject | None":
        """Whom or what it is about, as it is today (sujet)."""
        return await subject_by_id(self.context, self.subject_id, language=self.language)

    @classmethod
    def of(cls, decision: EngineDecision | StoredDecision, context: Context, language: Language, *, facts: Revision | None = None) -> Self:
        """Project a decision that is recorded; what is not at hand of it and its facts is read when something is asked of them."""

        async def view() -> DecisionView:
            whole = decision if isinstance(decision, EngineDecision) else await context.answering.records.expand(decision)
            revision = facts or await context.answering.deciding.subjects.at(
                context.reach, decision.subject_id or "", decision.revision or 0
            )
            return told(context, whole, language, None if revision is None else revision.reasons)

        assert decision.number is not None
        assert decision.subject_id is not None
        assert decision.revision is not None
        context.trace.cited(decision.id, decision.number)
        return cls(
            context=context,
            language=language,
            found=Once(view),
            id=strawberry.ID(str(decision.id)),
            number=decision.number,
            subject_id=strawberry.ID(decision.subject_id),
            revision=decision.revision,
            as_of=decision.as_of,
            known_at=decision.known_at,
            decided_at=decision.decided_at,
            rule_set=decision.rule_set,
            trace_id=decision.trace_id,
            principal=decision.principal,
        )


def told(context: Context, decision: EngineDecision, language: Language, reasons: Reasons | None = None) -> DecisionView:
    """Return the view of *decision*, of which the answer's trace now tells; *reasons* say why some of its facts were given."""
    of = decision.subject_id
    on_items = None if of is None else OnItems(context.answering.items, of, context.principal)
    hidden = hidden_in(decision.index, context.permissions)
    view = DecisionView(decision, catalogue_of(decision.index, language), reasons, on_items, hidden)
    context.trace.evaluated(view)
    return view


@contextmanager
def refusing_in(language: Language) -> Iterator[None]:
    """
    Say in this language what contradicts the day that is asked about.

    Raises:
        Contradicted: something does.
    """
    try:
        yield
    except Contradicted as contradicted:
        raise contradicted.in_language(language) from None


@interface(needs=Permission.FILES)
class Subject(Node, Findings):
    """Whom or what decisions are about (sujet)."""

    kind: ClassVar[type[DomainSubject]]
    context: strawberry.Private[Context]
    language: strawberry.Private[Language]
    stored: strawberry.Private[Revision]
    revision: int = strawberry.field(description="The number of this revision of its facts: give it as expectedVersion (révision).")
    committed_at: datetime = strawberry.field(description="When these facts were stored (date de la révision).")
    author: str = strawberry.field(description="Who said them, a pseudonym (auteur).")
    label: str | None = strawberry.field(
        description="What to call it in lists; null where none was given, or it is masked (intitulé).", metadata=MASKED
    )

    @property
    def hidden(self) -> Hidden:
        """What of it is masked."""
        return hidden_in(self.context.answering.deciding.rule_sets[self.stored.subject_type].index, self.context.permissions)

    @property
    def phrasebook(self) -> Phrasebook:
        """What values are said with."""
        index = self.context.answering.deciding.rule_sets[self.stored.subject_type].index
        return catalogue_of(index, self.language).phrasebook

    @property
    def saying(self) -> Saying:
        """How its revisions are told."""
        return Saying(self.phrasebook, self.hidden, Permission.PERSONAL in self.context.permissions)

    @answer
    async def decision(self) -> Decision:
        """The decision on these facts, made and recorded now (décision)."""
        return Decision.of((await self.found.view()).decision, self.context, self.language, facts=self.stored)

    @answer
    async def revisions(
        self, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> FactsRevisionConnection | None:
        """The history of its facts up to now, or up to knownAt, the latest first (historique des faits)."""
        window = Window.of(first, after, last, before, key=revision_number)
        return await history(self.context.answering.deciding.subjects, self.context.reach, self.stored, self.saying, window)

    @answer
    async def item_history(
        self, item: OfItem = None, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[ItemAction] | None:
        """What was done to its items, who did it and when, the latest first; null for an applicant (historique)."""
        if not is_staff(self.context.principal):
            return None
        on_items = OnItems(self.context.answering.items, self.stored.subject_id, self.context.principal)
        of_item = None if item is None else ItemKey.read(self.stored.subject_id, item)
        window = Window.of(first, after, last, before, key=id_in)
        found = await on_items.actions(first=window.more, after=window.before, before=window.after, earliest=window.from_end, item=of_item)
        return Connection.of(found, window, key=lambda each: each.id, node=ItemAction.of)

    @classmethod
    def of(
        cls, revision: Revision, context: Context, language: Language, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> Self:
        """Project *revision*; it is decided on when something is asked that a decision says."""

        async def view() -> DecisionView:
            with refusing_in(language):
                decision = await context.decisions.on_revision(revision, as_of=as_of, known_at=known_at)
            return told(context, decision, language, revision.reasons)

        return cls(
            context=context,
            language=language,
            stored=revision,
            found=Once(view),
            id=strawberry.ID(revision.subject_id),
            revision=revision.number,
            committed_at=revision.committed_at,
            author=revision.author,
            label=revision.label if Permission.PERSONAL in context.permissions else None,
        )


def _type_of(kind: type[DomainSubject]) -> type[Subject]:
    """Declare the type of one kind of subject: what all have, and its own facts."""

    def facts(self: Subject) -> Any:
        """What is known of it (faits)."""
        reasons = shown_reasons(self.stored.reasons, self.hidden, self.phrasebook.index)
        return shown_facts(read_subject(kind, self.stored.document), reasons, self.phrasebook, self.hidden)

    def fill(namespace: dict[str, Any]) -> None:
        said = (kind.__doc__ or "").strip().partition("\n")[0].removesuffix(".")
        namespace |= {"__module__": __name__, "__doc__": f"{said} ({kind.title.fr.lower()}).", "kind": kind}
        namespace["facts"] = answer_of(fact_types(kind).output)(facts)

    return object_type(needs=Permission.FILES)(new_class(kind.__name__, (Subject,), {}, fill))


TYPES: Mapping[str, type[Subject]] = {kind.type_name: _type_of(kind) for kind in ROOTS}
"""The type of each kind of subject, by its name: ``household``, ``operation``, …"""


async def subject_by_id(
    context: Context, subject_id: str, *, language: Language, as_of: date | None = None, known_at: datetime | None = None
) -> Subject | None:
    """Return the subject with this id, ``None`` where there is none."""
    revision = await context.answering.deciding.subjects.latest(context.reach, subject_id, known_at)
    if revision is None:
        return None
    return TYPES[revision.subject_type].of(revision, context, language, as_of=as_of, known_at=known_at)


async def revision_by_number(context: Context, subject_id: str, number: int, language: Language) -> FactsRevision | None:
    """Return this revision of a subject's facts, ``None`` where there is none."""
    if not 0 < number < 2**31:
        return None
    found = {each.number: each for each in await context.answering.deciding.subjects.between(context.reach, subject_id, number - 1, number)}
    if number not in found:
        return None
    subject = TYPES[found[number].subject_type].of(found[number], context, language)
    return FactsRevision.of(found[number], found.get(number - 1), subject.saying)


async def decision_by_id(context: Context, decision_id: str, language: Language) -> Decision | None:
    """Return the recorded decision with this id, ``None`` where there is none."""
    try:
        key = UUID(decision_id)
    except ValueError:
        raise BadId from None
    stored = await context.answering.deciding.search.get(context.reach, key)
    return None if stored is None else Decision.of(stored, context, language)


@object_type(needs=Permission.SIMULATE)
class Simulation(Findings):
    """What the rules would find on facts that are nobody's: no number, no record (simulation)."""

    view: strawberry.Private[DecisionView]
    as_of: date = strawberry.field(description="The day that was today (date de référence).")
    rule_set: str = strawberry.field(description="The digest of the rules' version (version des règles).")
    recorded: bool = strawberry.field(description="Always false (enregistrée).", default=False)
    changes_on: date | None = strawberry.field(
        description="The next day on which time alone may change it; null where personal facts are masked (prochain changement).",
        metadata=MASKED,
    )

    @classmethod
    def of(cls, view: DecisionView) -> Self:
        """Project *view*."""

        async def same() -> DecisionView:
            return view

        return cls(
            view=view,
            found=Once(same),
            as_of=view.decision.as_of,
            rule_set=view.decision.rule_set,
            changes_on=None if view.hidden else view.decision.changes_on,
        )
