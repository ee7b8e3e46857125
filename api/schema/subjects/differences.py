"""What comes out otherwise between two runs of the rules, as types: before, after, and what made the difference."""

from datetime import date
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.context import Context
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.view import DecisionView
from api.schema.declare import object_type
from api.schema.facts.questions import PART
from api.schema.findings.items import KEY
from api.schema.scalars import Json
from api.schema.subjects.subjects import Subject
from api.schema.vocabulary import DifferenceKind, TaskState
from api.schema.vocabulary import Outcome as OutcomeName
from domain.facts import UNKNOWN
from domain.values import known_neutral
from rules.engine.plan import UnitKind
from rules.review.causes import Cause
from rules.review.compare import Came as EngineCame
from rules.review.compare import Flip, compare
from rules.review.difference_words import KINDS, Words


@object_type(needs=INHERITED)
class Came:
    """What came out of a rule on one side (issue de la règle)."""

    outcome: str = strawberry.field(description="What came out (résultat).", graphql_type=OutcomeName)
    text: str = strawberry.field(description="As people read it: a value, a task's state, when a document is asked for (en clair).")
    value: Json | None = strawberry.field(description="Of a calculation: its value in plain form, exact (valeur).")
    state: str | None = strawberry.field(description="Of a task: where it stands (état).", graphql_type=TaskState | None)
    due_on: str | None = strawberry.field(description="Of a task: the last day for it (échéance).", graphql_type=date | None)
    doubts: list[Rule] = strawberry.field(
        description="The shared conditions that put it, or what it rests on, however far off, in doubt: to be verified (hypothèses)."
    )


@object_type(needs=INHERITED)
class DifferenceCause:
    """What made a difference, at its root (cause de la différence)."""

    kind: str = strawberry.field(description="What it is (nature).", graphql_type=DifferenceKind)
    kind_text: str = strawberry.field(description="What it is, in words (nature, en clair).")
    what: strawberry.ID = strawberry.field(description="Which fact, figure, list of parts or rule, by id; as_of for the day (objet).")
    part: str | None = strawberry.field(description=PART)
    text: str = strawberry.field(description="What changed, from what to what (en clair).")

    @classmethod
    def of(cls, cause: Cause, words: Words) -> Self:
        """Say *cause*."""
        kind = KINDS[cause.kind].in_language(words.language)
        return cls(kind=cause.kind, kind_text=kind, what=strawberry.ID(cause.id), part=cause.path or None, text=words.cause(cause))


@object_type(needs=INHERITED)
class Difference:
    """A rule that comes out otherwise (différence)."""

    key: strawberry.ID = strawberry.field(description=KEY)
    rule: Rule = strawberry.field(description="The rule (règle).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    part: str | None = strawberry.field(description=PART)
    before: Came | None = strawberry.field(description="On the first side; null where its part is not there (avant).")
    after: Came | None = strawberry.field(description="On the other side; null where its part is not there (après).")
    causes: list[DifferenceCause] = strawberry.field(description="What made the difference (causes).")

    @classmethod
    def of(cls, flip: Flip, view: DecisionView, words: Words) -> Self:
        """Say *flip*."""
        rule = view.catalogue.rules[flip.unit.id]
        return cls(
            key=strawberry.ID(flip.key),
            rule=rule,
            title=rule.title,
            part=flip.path or None,
            before=_came(flip, flip.before, view, words),
            after=_came(flip, flip.after, view, words),
            causes=[DifferenceCause.of(each, words) for each in flip.causes],
        )


def _came(flip: Flip, came: EngineCame | None, view: DecisionView, words: Words) -> Came | None:
    if came is None:
        return None
    task = came.output if flip.unit.kind is UnitKind.TASK and came.output is not None else {}
    value = came.output if flip.unit.kind is UnitKind.CALCULATION and came.output is not UNKNOWN else None
    return Came(
        outcome=came.outcome,
        text=words.came(flip, came),
        value=None if value is None else Json(known_neutral(value)),
        state=task.get("state"),
        due_on=task.get("due"),
        doubts=view.catalogue.named(each.id for each in came.doubts if each.id not in view.hidden),
    )


class Sides:
    """Compares simulations of one kind of subject."""

    def __init__(self, context: Context, of: type[Subject]) -> None:
        self._rule_set = context.answering.deciding.rule_sets[of.kind.type_name]

    def differences(self, before: DecisionView, after: DecisionView) -> list[Difference]:
        """Return every rule that comes out otherwise *after*."""
        words = Words(after.decision.index, after.catalogue.language)
        flips = compare(before.decision.reading, after.decision.reading, self._rule_set)
        return [Difference.of(each, after, words) for each in flips]
