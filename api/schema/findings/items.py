"""
What a decision holds for a client: documents, calculations, tasks, what is missing, any rule on any part.

Each is projected once into a plain object whose fields are attributes; reasons and sentences are made only when they are asked for, once
for all evaluations that are alike.
"""

from datetime import date
from typing import Any, Self, cast

import strawberry

from api.permissions import INHERITED
from api.schema.decisions import masking
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.view import DecisionView
from api.schema.declare import MASKED, answer, object_type
from api.schema.facts.questions import PART, MissingFact
from api.schema.findings.attached import DocumentReceipt, Item
from api.schema.findings.awaited import AwaitedEvent, awaited_by
from api.schema.findings.figures import AgedFigure, MissingFigure
from api.schema.findings.reasons import Reason, ValueSeen
from api.schema.scalars import Json
from api.schema.vocabulary import Outcome as OutcomeName
from api.schema.vocabulary import Requirement, Standing, TaskState
from domain.facts import UNKNOWN
from domain.values import known_neutral
from rules.engine.answers.days_told import done_on, is_told_by_what_came_after, obtained_on
from rules.engine.answers.reading import APPLIED, Evaluation
from rules.engine.run import Outcome

KEY = "What tells this item from the others, stable over decisions: hang comments, files and assignments on it (clé stable)."


def shared(evaluation: Evaluation, view: DecisionView) -> dict[str, Any]:
    """Return what every item says of *evaluation*."""
    rule = view.catalogue.rules[evaluation.unit.id]
    return {
        "view": view,
        "evaluation": evaluation,
        "key": evaluation.key,
        "rule": rule,
        "title": rule.title,
        "part": evaluation.node.path or None,
        "outcome": evaluation.outcome,
    }


@object_type(needs=INHERITED)
class RuleEvaluation:
    """One rule on one part, whatever came out: also why not (évaluation)."""

    view: strawberry.Private[DecisionView]
    evaluation: strawberry.Private[Evaluation]
    key: strawberry.ID = strawberry.field(description=KEY)
    rule: Rule = strawberry.field(description="The rule behind it (règle).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    part: str | None = strawberry.field(description=PART)
    outcome: str = strawberry.field(description="What came out (résultat).", graphql_type=OutcomeName)

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project *evaluation*."""
        return cls(**shared(evaluation, view))

    @answer
    def because(self) -> list[Reason]:
        """What decided it: the conditions without which it could have come out otherwise (motifs)."""
        return cast("list[Reason]", self.view.reasons(self.evaluation, Reason.of))

    @answer
    def missing(self) -> list[MissingFact]:
        """The facts it waits for, undetermined or, for a task, without its due day until they are said (faits manquants)."""
        return [MissingFact.of(each, self.view) for each in self.view.missing(self.evaluation)]

    @answer
    def missing_figures(self) -> list[MissingFigure]:
        """The dated figures that it waits for, as they have no value on the day of the law (barèmes manquants)."""
        return [MissingFigure.of(each, self.view) for each in self.view.decision.explanation.missing_figures(self.evaluation)]

    @answer
    def aged_figures(self) -> list[AgedFigure]:
        """The dated figures without a newer value that it rests on, however far off: to be verified (barèmes à vérifier)."""
        return [AgedFigure.of(each, self.view) for each in self.view.decision.explanation.aging.of(self.evaluation)]

    @answer
    def doubts(self) -> list[Rule]:
        """The shared conditions that put it, or what it rests on, however far off, in doubt: to be verified (hypothèses)."""
        doubts = self.view.decision.explanation.aging.doubts(self.evaluation)
        return self.view.catalogue.named(each.id for each in doubts if each.id not in self.view.hidden)

    @answer
    def waits_for(self) -> list[AwaitedEvent] | None:
        """
        Events it waits for, where it does not apply yet or its value is not there yet; null where it waits for none, or masked (attend).

        Empty where it waits for a known day to come, such as the one from which a task is shown.
        """
        return awaited_by(self.evaluation, self.view)

    @answer
    def inputs(self) -> list[ValueSeen]:
        """The values it read (valeurs lues)."""
        return cast("list[ValueSeen]", self.view.inputs(self.evaluation, ValueSeen.of))


@object_type(needs=INHERITED)
class DocumentItem(RuleEvaluation, Item):
    """A document that is asked for, may be, or must not be (pièce justificative)."""

    requirement: str = strawberry.field(description="When it is asked for (exigence).", graphql_type=Requirement)
    asked: bool = strawberry.field(
        description="Whether the applicant is asked for it now: the rule applies, asks, and is verified (pièce demandée)."
    )
    standing: str = strawberry.field(
        description="On which list it stands; `UNVERIFIED` says why it is not asked for (liste de pièces).", graphql_type=Standing
    )
    alternatives: list[str] = strawberry.field(description="One of these is enough (au choix).")
    number: int = strawberry.field(description="How many (nombre).")
    period: str | None = strawberry.field(description="For which period (période).")
    obtained_on: date | None = strawberry.field(
        description="The day of its step, once that is done: check that it is in the file; null if none is, or masked (obtenue le).",
        metadata=MASKED,
    )
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read that day (masquée).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a document rule."""
        common = shared(evaluation, view)
        terms = common["rule"].document
        masked = masking.hides_obtained(view.hidden, evaluation.unit)
        return cls(
            requirement=terms.requirement,
            asked=terms.asked and evaluation.outcome == APPLIED,
            standing=terms.standing,
            alternatives=terms.alternatives,
            number=terms.number,
            period=terms.period,
            obtained_on=None if masked else obtained_on(view.decision.reading, evaluation),
            masked=masked,
            **common,
        )

    @answer
    async def receipt(self) -> DocumentReceipt | None:
        """How far it has come: awaited, received, accepted or refused; null in a simulation (réception)."""
        on_items = self.view.on_items
        if on_items is None:
            return None
        item = on_items.item(self.evaluation)
        return DocumentReceipt.of((await on_items.receipts()).get(item), item, on_items)


@object_type(needs=INHERITED)
class CalculationItem(RuleEvaluation):
    """A calculated value (valeur calculée)."""

    value: Json | None = strawberry.field(
        description="In plain form, exact; null where there is none, it is not known (see outcome) or it is masked (valeur).",
        metadata=MASKED,
    )
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).", metadata=MASKED)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read it (masquée).")
    unit: str | None = strawberry.field(description="Its unit (unité).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a calculation."""
        output, masked = evaluation.output, evaluation.unit.id in view.hidden
        said = view.catalogue.phrasebook.say(masking.MASKED) if masked else view.catalogue.words_of(evaluation.unit, output)
        return cls(
            value=None if masked or output is UNKNOWN else Json(known_neutral(output)),
            text=said,
            masked=masked,
            unit=evaluation.unit.unit,
            **shared(evaluation, view),
        )


@object_type(needs=INHERITED)
class TaskItem(RuleEvaluation, Item):
    """Something to do, with its due day and alerts (tâche)."""

    state: str | None = strawberry.field(
        description="Where it stands; null where that is undetermined (état).", graphql_type=TaskState | None
    )
    due_on: date | None = strawberry.field(
        description="The last day for it, where it has one that is known; null where it is masked (échéance).", metadata=MASKED
    )
    done_on: date | None = strawberry.field(
        description="The day on which it was done, or by which, where only what follows has one; null where it is masked (faite le).",
        metadata=MASKED,
    )
    days_late: int | None = strawberry.field(
        description="By how many days it was done after its due day; null where it was not, or its own day is not known (jours de retard).",
        metadata=MASKED,
    )
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read one of its days (masquée).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a task rule."""
        output, reading, unit = evaluation.output, view.decision.reading, evaluation.unit
        no_due, no_done = masking.hides_due(view.hidden, unit), masking.hides_done(view.hidden, unit)
        due = None if no_due else reading.due(unit, evaluation.node)
        done = None if no_done or output is not Outcome.CLOSED else done_on(reading, evaluation)
        by_then = done is not None and is_told_by_what_came_after(reading, evaluation)
        return cls(
            state=output.name if isinstance(output, Outcome) else None,
            due_on=due,
            done_on=done,
            days_late=None if due is None or done is None or done <= due or by_then else (done - due).days,
            masked=no_due or no_done,
            **shared(evaluation, view),
        )
