"""What a rule or figure says in one language besides its title: its texts, how it asks, its thresholds, what it reads, its values."""

from datetime import date
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.declare import lasting_type
from api.schema.scalars import Json
from api.schema.vocabulary import Confidence, Requirement, Standing
from domain.text import Language
from rules.engine.index import PlanIndex
from rules.engine.plan import DocumentPlan, SourcePlan, TaskPlan, Unit
from rules.review.case_words import CaseWords
from rules.review.stated import Statement


@lasting_type(needs=INHERITED)
class Source:
    """A legal text that a rule rests on (source)."""

    reference: str = strawberry.field(description="Code, article or decree, always in French (référence).")
    title: str = strawberry.field(description="What it is called (intitulé).")
    address: str | None = strawberry.field(description="Where it can be read (adresse).")
    version: str | None = strawberry.field(description="Which version was read (version).")
    caveat: str | None = strawberry.field(
        description="What is to be said wherever it is cited: that it was not read, or was replaced (réserve)."
    )

    @classmethod
    def of(cls, source: SourcePlan, language: Language) -> Self:
        """Say *source* in *language*."""
        return cls(
            reference=source.reference,
            title=source.title.in_language(language),
            address=source.address,
            version=None if source.version is None else source.version.in_language(language),
            caveat=None if source.caveat is None else source.caveat.in_language(language),
        )


@lasting_type(needs=INHERITED)
class DocumentTerms:
    """How a rule asks for a document (modalités de la pièce)."""

    requirement: str = strawberry.field(description="When it is asked for (exigence).", graphql_type=Requirement)
    asked: bool = strawberry.field(description="Whether it is asked of the applicant: its rule is verified, and asks (pièce demandée).")
    standing: str = strawberry.field(
        description="On which list it stands; `UNVERIFIED` says why it is not asked for (liste de pièces).", graphql_type=Standing
    )
    alternatives: list[str] = strawberry.field(description="One of these is enough (au choix).")
    number: int = strawberry.field(description="How many (nombre).")
    period: str | None = strawberry.field(description="For which period (période).")
    covers: list[str] = strawberry.field(
        description="Which documents its paper is as well, by id, on the same part or below: it is asked for once (vaut aussi pour)."
    )
    obtained: str | None = strawberry.field(
        description="The milestone of the step that it belongs to: once done, it is to be checked; null: none (jalon d'obtention)."
    )

    @classmethod
    def of(cls, document: DocumentPlan, index: PlanIndex, language: Language) -> Self:
        """Say *document*, of the plan of *index*, in *language*."""
        return cls(
            requirement=document.requirement,
            asked=document.asked,
            standing=document.standing or document.requirement,
            alternatives=[each.in_language(language) for each in document.alternatives],
            number=document.number,
            period=None if document.period is None else document.period.in_language(language),
            covers=list(document.covers),
            obtained=None if document.obtained is None else index.facts[document.obtained.id].title.in_language(language),
        )


@lasting_type(needs=INHERITED)
class Duration:
    """A span of time, both numbers counted together (durée)."""

    months: int = strawberry.field(description="Calendar months (mois).")
    days: int = strawberry.field(description="Days (jours).")


@lasting_type(needs=INHERITED)
class TaskTerms:
    """The thresholds of a task, counted back from its due day (seuils de la tâche)."""

    shown_from: Duration | None = strawberry.field(description="Before which it is not shown (affichage).")
    moderate_from: Duration | None = strawberry.field(description="After which the moderate alert is on (alerte modérée).")
    critical_from: Duration | None = strawberry.field(description="After which the critical alert is on (alerte critique).")
    blocks: list[str] = strawberry.field(description="What may not be done while it is open (actions bloquées).")
    delay_confidence: str = strawberry.field(description="How sure we are of its due day (confiance, délai).", graphql_type=Confidence)
    alerts_confidence: str = strawberry.field(description="How sure we are of its alerts (confiance, alertes).", graphql_type=Confidence)

    @classmethod
    def of(cls, task: TaskPlan) -> Self:
        """Say *task*."""
        shown, moderate, critical = (
            None if each is None else Duration(months=each[0], days=each[1]) for each in (task.shown_from, task.moderate, task.critical)
        )
        return cls(
            shown_from=shown,
            moderate_from=moderate,
            critical_from=critical,
            blocks=list(task.blocks),
            delay_confidence=task.delay_confidence,
            alerts_confidence=task.alerts_confidence,
        )


@lasting_type(needs=INHERITED)
class RuleInput:
    """Something that a rule reads: a fact, a dated figure or another rule (entrée de la règle)."""

    what: strawberry.ID = strawberry.field(description="Which fact, figure or rule, by id (objet).")
    label: str = strawberry.field(description="What people call it (libellé).")
    unit: str | None = strawberry.field(description="Its unit (unité).")


@lasting_type(needs=INHERITED)
class RuleCase:
    """What a case of the tests states of a rule (cas d'essai)."""

    name: str = strawberry.field(description="The law that it states, in English (intitulé).")
    first_day: str = strawberry.field(description="From this day on it is so (premier jour).", graphql_type=date)
    last_day: str = strawberry.field(description="Up to this day, that day included (dernier jour).", graphql_type=date)
    part: str | None = strawberry.field(description="The part that it is stated of; null for the subject itself (élément).")
    states: str = strawberry.field(description="What comes out, as people read it (résultat attendu).")

    @classmethod
    def of(cls, statement: Statement, words: CaseWords, unit: Unit) -> Self:
        """Say *statement*, of *unit*, with *words*."""
        return cls(
            name=statement.case,
            first_day=statement.first.isoformat(),
            last_day=statement.last.isoformat(),
            part=statement.part or None,
            states=words.expected(statement.expected, unit),
        )


@lasting_type(needs=INHERITED)
class FigurePeriod:
    """What a dated figure is from a day on (valeur du barème)."""

    since: str = strawberry.field(description="From this day on (en vigueur depuis).", graphql_type=date)
    dated: bool = strawberry.field(
        description="Whether a text that was found says since when; otherwise `since` is only the day from which we apply it (daté)."
    )
    sure_until: str | None = strawberry.field(
        description="After this day it is applied as no newer value was found; null where it holds until the next (sûr jusqu’au).",
        graphql_type=date | None,
    )
    value: Json | None = strawberry.field(description="In plain form, exact; null where no text was found that fixes it (valeur).")
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).")
    source: str = strawberry.field(description="The text it stands in (source).")
    confidence: str = strawberry.field(description="How sure we are of it (confiance).", graphql_type=Confidence)
