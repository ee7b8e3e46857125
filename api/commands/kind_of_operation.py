"""The kind of an operation: half the rules of an operation rest on it, so the answer says it once, at its head."""

from typing import Any

from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.answers.explain import Reason
from rules.engine.decision import Decision
from rules.engine.language.sentences import Phrasebook
from rules.engine.plan import Unit
from rules.engine.terms import FactTerm

KIND = "operation.kind"


def said_kind(decision: Decision, phrasebook: Phrasebook) -> str:
    """Return the kind of the operation that was decided on, in words; empty where it is none, or nobody said."""
    value = _kind(decision)
    return "" if value is UNKNOWN else phrasebook.words(neutral(value), FactTerm(KIND, 0, 0))


def texts_told(decision: Decision, unit: Unit) -> list[str]:
    """Return the names of the legal texts of a rule, but for those that are about operations of another kind."""
    value = _kind(decision)
    kinds = {each: decision.index.plan.sources[each].kinds for each in unit.sources}
    return [each for each in unit.sources if value is UNKNOWN or not kinds[each] or neutral(value) in kinds[each]]


def _kind(decision: Decision) -> Any:
    root = decision.root
    facts = decision.index.types[root.type_name].facts
    place = next((place for place, each in enumerate(facts) if each.id == KIND), None)
    return UNKNOWN if place is None else root.values[place]


def is_of_kind(reason: Reason) -> bool:
    """Tell whether a reason is the kind of the operation, and no more."""
    first = None if reason.leaf is None else reason.leaf.terms[0]
    return isinstance(first, FactTerm) and first.id == KIND and reason.truth is not UNKNOWN
