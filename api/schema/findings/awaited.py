"""What a rule waits for that does not apply yet: events that have no day, or a day that is still to come."""

import strawberry

from api.permissions import INHERITED
from api.schema.decisions.view import DecisionView
from api.schema.declare import object_type
from api.schema.facts.questions import PART
from rules.engine.answers.reading import Evaluation
from rules.engine.answers.waits import awaited


@object_type(needs=INHERITED)
class AwaitedEvent:
    """An event that a rule waits for (événement attendu)."""

    fact: strawberry.ID = strawberry.field(description="The fact that holds its day, by id (information).")
    label: str = strawberry.field(description="What people call it (libellé).")
    part: str | None = strawberry.field(description=PART)


def awaited_by(evaluation: Evaluation, view: DecisionView) -> list[AwaitedEvent] | None:
    """Return what an evaluation waits for; ``None`` where it does not wait, or where the caller may not read one of those days."""
    days = awaited(view.decision.explanation, evaluation)
    if days is None or any(fact.id in view.hidden for fact, _ in days) or evaluation.unit.id in view.hidden:
        return None
    language = view.catalogue.language
    return [AwaitedEvent(fact=strawberry.ID(fact.id), label=fact.title.in_language(language), part=path or None) for fact, path in days]
