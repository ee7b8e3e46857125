"""What a person said instead of what a registry or a rule says, as clients see it: the reason, and the value passed over."""

from collections.abc import Iterator
from typing import Any, Self

import strawberry

from api.permissions import INHERITED
from api.schema.decisions.view import DecisionView
from api.schema.declare import lasting_type, object_type
from api.schema.revisions.reasons import Reasons, overridable, path_of
from api.schema.scalars import Json
from api.schema.vocabulary import Origin
from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.answers.reading import Value
from rules.engine.language.sentences import Phrasebook
from rules.engine.terms import FactTerm


@lasting_type(needs=INHERITED)
class ValuePassedOver:
    """A value that would have counted, had nobody said another (valeur écartée)."""

    origin: str = strawberry.field(description="Where it comes from (origine).", graphql_type=Origin)
    value: Json | None = strawberry.field(description="In plain form (valeur).")
    text: str = strawberry.field(description="As people read it, with its unit (valeur en clair).")

    @classmethod
    def of(cls, origin: str, value: Any, fact: str, phrasebook: Phrasebook) -> Self:
        """Say a value of the fact *fact*."""
        return cls(origin=origin, value=Json(value), text=phrasebook.words(value, FactTerm(fact, 0, 0)))


@object_type(needs=INHERITED)
class FactReason:
    """Why a fact was given (motif d'un fait)."""

    fact: strawberry.ID = strawberry.field(description="Which fact, by id (fait).")
    reason: str = strawberry.field(description="Why (motif).")
    passed_over: ValuePassedOver | None = strawberry.field(
        description="What a registry or a rule said when it was given; null where they said nothing (valeur écartée)."
    )


def reasons_in(reasons: Reasons, part: str, phrasebook: Phrasebook) -> list[FactReason]:
    """Return the reasons of the facts of the part at *part*."""
    found = []
    for path, each in reasons.items():
        inside, _, fact = path.rpartition("/")
        if inside == part:
            passed = ValuePassedOver.of(each["origin"], each["instead_of"], fact, phrasebook) if "origin" in each else None
            found.append(FactReason(fact=strawberry.ID(fact), reason=each["reason"], passed_over=passed))
    return found


def passed_over(value: Value, view: DecisionView) -> Iterator[ValuePassedOver]:
    """Yield what would have counted instead of a given fact: what a registry said when it was given, what a rule says now."""
    phrasebook, reading = view.catalogue.phrasebook, view.decision.reading
    if value.id not in overridable(reading.index):
        return
    known = view.given_because.get(path_of(value.path, value.id), {})
    if known.get("origin") == "provided":
        yield ValuePassedOver.of("provided", known["instead_of"], value.id, phrasebook)
    unit = reading.index.units.get(value.id)
    if unit is not None and unit.settles:
        calculated = reading.raw(unit.inputs[1].term, view.nodes[unit.type, value.path])
        if calculated is not UNKNOWN:
            yield ValuePassedOver.of("calculated", neutral(calculated), value.id, phrasebook)
