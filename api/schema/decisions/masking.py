"""
What of a file somebody may not read though they may open it: values of personal facts, of sensitive ones, and what depends on them.

Titles and outcomes stay. A value is hidden by the id of its fact or rule; what depends on a hidden fact, however far off, is hidden too.
"""

from collections.abc import Collection
from typing import Final

from api.permissions import Permission
from api.schema.revisions.reasons import Reasons
from domain.text import text
from rules.engine.answers.reading import id_of
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit
from rules.engine.terms import Leaf
from rules.engine.trees import leaves_of

Hidden = frozenset[str]
"""Ids of facts and rules whose values are masked."""

NOTHING: Final[Hidden] = frozenset()
MASKED: Final = text(fr="masqué", en="masked")


def hidden_in(index: PlanIndex, permissions: Collection[str]) -> Hidden:
    """Return what whoever has these permissions may not read of decisions with this plan."""
    if Permission.PERSONAL not in permissions:
        return index.personal
    return NOTHING if Permission.SENSITIVE in permissions else index.sensitive


def hides_leaf(hidden: Hidden, leaf: Leaf | None, unit: Unit) -> bool:
    """Tell whether the truth of a leaf is hidden; without a leaf, that of *unit* on a part."""
    if not hidden:
        return False
    return unit.id in hidden if leaf is None else any(id_of(each) in hidden for each in leaf.terms)


def hides_due(hidden: Hidden, unit: Unit) -> bool:
    """Tell whether the due day of a task is hidden."""
    return bool(hidden) and unit.task is not None and unit.task.due is not None and unit.task.due.of.id in hidden


def hides_obtained(hidden: Hidden, unit: Unit) -> bool:
    """Tell whether the day since which a document is there is hidden: its milestone is."""
    return bool(hidden) and unit.document is not None and unit.document.obtained is not None and unit.document.obtained.id in hidden


def hides_done(hidden: Hidden, unit: Unit) -> bool:
    """Tell whether the day on which a task was done is hidden: what closes it is."""
    return bool(hidden) and unit.task is not None and any(hides_leaf(hidden, leaf, unit) for leaf in leaves_of(unit.task.closed))


def shown_reasons(reasons: Reasons, hidden: Hidden, index: PlanIndex) -> Reasons:
    """Return the reasons that stand with facts, but for hidden ones, and those of facts that are no longer there under that id."""
    shown = index.facts.keys() - hidden
    return {path: each for path, each in reasons.items() if path.rpartition("/")[2] in shown} if hidden else reasons
