"""The kind of an operation: half the rules of an operation rest on it, so the answer says it once, at its head."""

from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.answers.explain import Reason
from rules.engine.decision import Decision
from rules.engine.language.sentences import Phrasebook
from rules.engine.terms import FactTerm

KIND = "operation.kind"


def said_kind(decision: Decision, phrasebook: Phrasebook) -> str:
    """Return the kind of the operation that was decided on, in words; empty where it is none, or nobody said."""
    root = decision.root
    facts = decision.index.types[root.type_name].facts
    place = next((place for place, each in enumerate(facts) if each.id == KIND), None)
    value = UNKNOWN if place is None else root.values[place]
    return "" if value is UNKNOWN else phrasebook.words(neutral(value), FactTerm(KIND, 0, 0))


def is_of_kind(reason: Reason) -> bool:
    """Tell whether a reason is the kind of the operation, and no more."""
    first = None if reason.leaf is None else reason.leaf.terms[0]
    return isinstance(first, FactTerm) and first.id == KIND and reason.truth is not UNKNOWN
