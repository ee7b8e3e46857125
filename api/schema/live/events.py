"""The events of the schema: what subscriptions yield, each with its cause, its decision and the cursor to resume from."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Self

import strawberry

from api.permissions import Permission
from api.schema.context import Context
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.masking import hidden_in
from api.schema.declare import MASKED, answer, interface, object_type
from api.schema.facts.questions import PART
from api.schema.findings.items import KEY
from api.schema.live.causes import Cause, cause_of
from api.schema.pagination import cursor_of
from api.schema.subjects.subjects import TYPES, Decision, Subject, subject_by_id
from api.schema.vocabulary import TaskState
from domain.text import Language
from tracing.audit.events import AlertChange
from tracing.audit.events import Event as Happened


@interface(needs=Permission.FILES)
class Event:
    """Something that happened to a subject, told to whoever follows it (événement)."""

    context: strawberry.Private[Context]
    language: strawberry.Private[Language]
    happened: strawberry.Private[Happened]
    cursor: str = strawberry.field(description="Keep the last one that you had: subscribe after it to miss nothing (curseur).")
    at: datetime = strawberry.field(description="When it was decided, or done (date).")
    subject_id: strawberry.ID = strawberry.field(description="The file it happened to (identifiant du sujet).")
    decision_id: strawberry.ID = strawberry.field(
        description="The decision that says so; of something done to an item, the last on its file (identifiant de la décision)."
    )
    decision_number: int = strawberry.field(description="The number of that decision (numéro de la décision).")

    @answer
    async def causes(self) -> list[Cause]:
        """Why it happened, the cause that matters most first (causes)."""
        answering = self.context.answering
        index = answering.deciding.rule_sets[self.happened.decision.subject_type].index
        masked = bool(hidden_in(index, self.context.permissions))
        return [cause_of(each, index, self.language, masked=masked) for each in await answering.causes.of(self.happened)]

    @answer
    def decision(self) -> Decision:
        """The decision that says so, as it was recorded; of something done to an item, the last on its file (décision)."""
        return Decision.of(self.happened.decision, self.context, self.language)

    @answer
    async def subject(self) -> Subject | None:
        """The file as that decision found it; nothing is decided anew (sujet)."""
        decision, subjects = self.happened.decision, self.context.answering.deciding.subjects
        if self.happened.after is None:
            return await subject_by_id(self.context, decision.subject_id, language=self.language)
        revision = await subjects.at(self.context.reach, decision.subject_id, decision.revision)
        return None if revision is None else TYPES[revision.subject_type].of(revision, self.context, self.language)

    @classmethod
    def of(cls, happened: Happened, context: Context, language: Language, **more: Any) -> Self:
        """Project *happened*; *more* are the fields that only this kind of event has."""
        decision = happened.decision
        return cls(
            context=context,
            language=language,
            happened=happened,
            cursor=cursor_of([*happened.position]),
            at=decision.decided_at if happened.done is None else happened.done.at,
            subject_id=strawberry.ID(decision.subject_id),
            decision_id=strawberry.ID(str(decision.id)),
            decision_number=decision.number,
            **more,
        )


@object_type(needs=Permission.FILES)
class SubjectChanged(Event):
    """A file has other facts than before, something about it came out otherwise, or was done to an item of it (sujet modifié)."""


@object_type(needs=Permission.DECISIONS)
class DecisionRecorded(Event):
    """A decision stands in the record, whether it changed anything or not (décision enregistrée)."""


@object_type(needs=Permission.FILES)
class TaskAlert:
    """A task whose alert began, became another or is over (alerte de tâche)."""

    key: strawberry.ID = strawberry.field(description=KEY)
    rule: Rule | None = strawberry.field(description="The rule behind it; null when it is no longer there (règle).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    part: str | None = strawberry.field(description=PART)
    state: str | None = strawberry.field(
        description="The alert that is on; null when it is over: closed, put off or no longer there (état).", graphql_type=TaskState | None
    )
    state_before: str | None = strawberry.field(
        description="The alert that was on before; null when there was none (état précédent).", graphql_type=TaskState | None
    )
    due_on: date | None = strawberry.field(description="The last day for it; null where it is masked (échéance).", metadata=MASKED)

    @classmethod
    def of(cls, change: AlertChange, context: Context, language: Language) -> Self:
        """Project *change*."""
        told = change.after or change.before
        assert told is not None
        rule = context.rule(told.rule, language)
        return cls(
            key=strawberry.ID(f"{told.rule}@{told.part}" if told.part else told.rule),
            rule=rule,
            title=told.rule if rule is None else rule.title,
            part=told.part or None,
            state=None if change.after is None else change.after.state,
            state_before=None if change.before is None else change.before.state,
            due_on=None if context.hides_due(rule) else told.due_on,
        )


@object_type(needs=Permission.FILES)
class TaskAlerts(Event):
    """Alerts of a file that began, became others or are over, all by one decision (alertes de tâches)."""

    alerts: list[TaskAlert] = strawberry.field(description="Those that are on first (alertes).")

    @classmethod
    def with_alerts(cls, happened: Happened, alerts: Collection[AlertChange], context: Context, language: Language) -> Self:
        """Project *happened*, of whose alerts only *alerts* are asked for."""
        return cls.of(happened, context, language, alerts=[TaskAlert.of(each, context, language) for each in alerts])
