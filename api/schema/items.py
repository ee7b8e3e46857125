"""
What a decision holds for a client: documents, calculations, tasks, what is missing, any rule on any part.

Each is projected once into a plain object whose fields are attributes; reasons and sentences are made only when they are asked for, once
for all evaluations that are alike.
"""

from datetime import date
from typing import Any, Self, cast

import strawberry

from api.schema.catalogue import Rule
from api.schema.declare import answer, lasting_type, object_type
from api.schema.item_types import DocumentReceipt, Item
from api.schema.overrides import ValuePassedOver, passed_over
from api.schema.questions import PART, MissingFact
from api.schema.reasons import path_of
from api.schema.scalars import Json
from api.schema.view import DecisionView
from api.schema.vocabulary import Origin, Requirement, TaskState, Truth
from api.schema.vocabulary import Outcome as OutcomeName
from domain.facts import UNKNOWN
from domain.values import known_neutral
from rules.engine.explain import Reason as EngineReason
from rules.engine.plan import UnitTerm
from rules.engine.reading import APPLIED, TRUTHS, UNDETERMINED, Evaluation, Value
from rules.engine.run import Outcome

KEY = "What tells this item from the others, stable over decisions: hang comments, files and assignments on it (clé stable)."


@lasting_type
class ValueSeen:
    """A value that was looked at (valeur examinée)."""

    id: strawberry.ID | None = strawberry.field(description="Of the fact, figure or rule; null for a constant (identifiant).")
    label: str = strawberry.field(description="What people call it (libellé).")
    value: Json | None = strawberry.field(description='In plain form; {"unknown": true} where nobody said (valeur).')
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).")
    unit: str | None = strawberry.field(description="Its unit (unité).")
    origin: str = strawberry.field(description="Where it comes from (origine).", graphql_type=Origin)
    part: str | None = strawberry.field(description=PART)
    source: str | None = strawberry.field(description="Of a dated figure: the text it stands in (source).")
    reason: str | None = strawberry.field(description="Why a person gave it, where that was said (motif).")
    passed_over: list[ValuePassedOver] = strawberry.field(
        description="What a registry or a rule says instead of what a person gave (valeurs écartées)."
    )

    @classmethod
    def of(cls, value: Value, view: DecisionView) -> Self:
        """Say *value* in the language of *view*."""
        phrasebook = view.catalogue.phrasebook
        return cls(
            id=strawberry.ID(value.id) if value.id else None,
            label=phrasebook.name(value.term),
            value=Json(known_neutral(value.value)),
            text=phrasebook.words(value.value, value.term),
            unit=value.unit,
            origin=value.origin,
            part=value.path or None,
            source=None if value.period is None else value.period.source,
            reason=_reason_of(value, view) if value.origin == "given" else None,
            passed_over=list(passed_over(value, view)) if value.origin == "given" else [],
        )


def _reason_of(value: Value, view: DecisionView) -> str | None:
    known = view.given_because.get(path_of(value.path, value.id))
    return None if known is None else str(known["reason"])


@lasting_type
class Reason:
    """One reason for an outcome (motif)."""

    sentence: str = strawberry.field(description="As a sentence without a final stop (phrase).")
    truth: str = strawberry.field(description="What it came to (valeur de vérité).", graphql_type=Truth)
    values: list[ValueSeen] = strawberry.field(description="The values it looked at (valeurs examinées).")
    because: list["Reason"] = strawberry.field(description="Of a shared condition: what decided that (motifs).")
    rule: Rule | None = strawberry.field(description="The shared condition or rule it names (condition partagée).")

    @classmethod
    def of(cls, reason: EngineReason, view: DecisionView) -> Self:
        """Say *reason* in the language of *view*."""
        named = reason.leaf.terms[0] if reason.leaf and reason.leaf.test == "condition" else None
        return cls(
            sentence=view.catalogue.phrasebook.sentence(reason),
            truth=TRUTHS[reason.truth],
            values=[view.said(each, ValueSeen.of) for each in reason.values],
            because=[view.said(each, Reason.of) for each in reason.reasons],
            rule=view.catalogue.rules.get(named.id) if isinstance(named, UnitTerm) else None,
        )


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


@object_type
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
        """The facts it waits for; empty unless it is undetermined (faits manquants)."""
        if self.evaluation.outcome != UNDETERMINED:
            return []
        return [MissingFact.of(each, self.view) for each in self.view.missing(self.evaluation)]

    @answer
    def inputs(self) -> list[ValueSeen]:
        """The values it read (valeurs lues)."""
        return cast("list[ValueSeen]", self.view.inputs(self.evaluation, ValueSeen.of))


@object_type
class DocumentItem(RuleEvaluation, Item):
    """A document that is asked for, may be, or must not be (pièce justificative)."""

    requirement: str = strawberry.field(description="When it is asked for (exigence).", graphql_type=Requirement)
    asked: bool = strawberry.field(
        description="Whether the applicant is asked for it now: the rule applies, asks, and is verified (pièce demandée)."
    )
    alternatives: list[str] = strawberry.field(description="One of these is enough (au choix).")
    number: int = strawberry.field(description="How many (nombre).")
    period: str | None = strawberry.field(description="For which period (période).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a document rule."""
        common = shared(evaluation, view)
        terms = common["rule"].document
        return cls(
            requirement=terms.requirement,
            asked=terms.asked and evaluation.outcome == APPLIED,
            alternatives=terms.alternatives,
            number=terms.number,
            period=terms.period,
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


@object_type
class CalculationItem(RuleEvaluation):
    """A calculated value (valeur calculée)."""

    value: Json | None = strawberry.field(
        description="In plain form, exact; null where there is none or it is not known: see outcome (valeur)."
    )
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).")
    unit: str | None = strawberry.field(description="Its unit (unité).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a calculation."""
        output = evaluation.output
        return cls(
            value=None if output is UNKNOWN else Json(known_neutral(output)),
            text=view.catalogue.words_of(evaluation.unit, output),
            unit=evaluation.unit.unit,
            **shared(evaluation, view),
        )


@object_type
class TaskItem(RuleEvaluation, Item):
    """Something to do, with its due day and alerts (tâche)."""

    state: str | None = strawberry.field(
        description="Where it stands; null where that is undetermined (état).", graphql_type=TaskState | None
    )
    due_on: date | None = strawberry.field(description="The last day for it, where it has one that is known (échéance).")

    @classmethod
    def of(cls, evaluation: Evaluation, view: DecisionView) -> Self:
        """Project the evaluation of a task rule."""
        output = evaluation.output
        return cls(
            state=output.name if isinstance(output, Outcome) else None,
            due_on=view.decision.reading.due(evaluation.unit, evaluation.node),
            **shared(evaluation, view),
        )
