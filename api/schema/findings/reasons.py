"""Why something came out as it did: reasons, and the values that were looked at; made once for all evaluations that are alike."""

from datetime import date
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.decisions import masking
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.view import DecisionView
from api.schema.declare import MASKED, lasting_type
from api.schema.facts.overrides import ValuePassedOver, passed_over
from api.schema.facts.questions import PART
from api.schema.revisions.reasons import path_of
from api.schema.scalars import Json
from api.schema.vocabulary import Origin, Truth
from domain.values import known_neutral
from rules.engine.answers.explain import Reason as EngineReason
from rules.engine.answers.reading import TRUTHS, Value, since_when
from rules.engine.language.sentences import Phrasebook
from rules.engine.terms import UnitTerm


@lasting_type(needs=INHERITED)
class ValueSeen:
    """A value that was looked at (valeur examinée)."""

    what: strawberry.ID | None = strawberry.field(description="Which fact, figure or rule, by id; null for a constant (objet).")
    label: str = strawberry.field(description="What people call it (libellé).")
    value: Json | None = strawberry.field(
        description='In plain form; {"unknown": true} where nobody said; null where it is masked (valeur).', metadata=MASKED
    )
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).", metadata=MASKED)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read it (masquée).")
    unit: str | None = strawberry.field(description="Its unit (unité).")
    origin: str = strawberry.field(description="Where it comes from (origine).", graphql_type=Origin)
    part: str | None = strawberry.field(description=PART)
    since: str | None = strawberry.field(
        description="Of a dated figure: since when it is so; null where no text that was found says so (en vigueur depuis).",
        graphql_type=date | None,
    )
    source: str | None = strawberry.field(description="Of a dated figure: the text it stands in (source).")
    sure_until: str | None = strawberry.field(
        description="Of a dated figure that is applied after it, as no newer value was found: the last day that it is sure (sûr jusqu’au).",
        graphql_type=date | None,
    )
    reason: str | None = strawberry.field(description="Why a person gave it, where that was said (motif).", metadata=MASKED)
    passed_over: list[ValuePassedOver] = strawberry.field(
        description="What a registry or a rule says instead of what a person gave (valeurs écartées).", metadata=MASKED
    )

    @classmethod
    def of(cls, value: Value, view: DecisionView) -> Self:
        """Say *value* in the language of *view*."""
        phrasebook, masked = view.catalogue.phrasebook, value.id in view.hidden
        given = value.origin == "given" and not masked
        return cls(
            what=strawberry.ID(value.id) if value.id else None,
            label=phrasebook.name(value.term),
            value=None if masked else Json(known_neutral(value.value)),
            text=phrasebook.say(masking.MASKED) if masked else phrasebook.words(value.value, value.term),
            masked=masked,
            unit=value.unit,
            origin=value.origin,
            part=value.path or None,
            since=None if value.period is None else since_when(value.period),
            source=None if value.period is None else value.period.source,
            sure_until=value.period.sure_until if value.aged and value.period is not None else None,
            reason=_reason_of(value, view) if given else None,
            passed_over=list(passed_over(value, view)) if given else [],
        )


def _reason_of(value: Value, view: DecisionView) -> str | None:
    known = view.given_because.get(path_of(value.path, value.id))
    return None if known is None else str(known["reason"])


@lasting_type(needs=INHERITED)
class Reason:
    """One reason for an outcome (motif)."""

    sentence: str = strawberry.field(description="As a sentence without a final stop (phrase).", metadata=MASKED)
    truth: str = strawberry.field(description="What it came to (valeur de vérité).", graphql_type=Truth, metadata=MASKED)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to know what it came to (masqué).")
    values: list[ValueSeen] = strawberry.field(description="The values it looked at (valeurs examinées).")
    because: list["Reason"] = strawberry.field(description="Of a shared condition: what decided that (motifs).")
    rule: Rule | None = strawberry.field(description="The shared condition or rule it names (condition partagée).")

    @classmethod
    def of(cls, reason: EngineReason, view: DecisionView) -> Self:
        """Say *reason* in the language of *view*."""
        named = reason.leaf.terms[0] if reason.leaf and reason.leaf.test == "condition" else None
        phrasebook, masked = view.catalogue.phrasebook, masking.hides_leaf(view.hidden, reason.leaf, reason.unit)
        return cls(
            sentence=_masked_sentence(reason, phrasebook) if masked else phrasebook.sentence(reason),
            truth="MASKED" if masked else TRUTHS[reason.truth],
            masked=masked,
            values=[view.said(each, ValueSeen.of) for each in reason.values],
            because=[view.said(each, Reason.of) for each in reason.reasons],
            rule=view.catalogue.rules.get(named.id) if isinstance(named, UnitTerm) else None,
        )


def _masked_sentence(reason: EngineReason, phrasebook: Phrasebook) -> str:
    about = reason.path if reason.leaf is None else phrasebook.name(reason.leaf.terms[0])
    return phrasebook.pair(about, phrasebook.say(masking.MASKED))
