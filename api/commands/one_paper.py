"""One paper that serves for several documents: it is listed and counted once, and told what else it serves for."""

from collections.abc import Iterable

from rules.engine.answers.reading import Evaluation

UNVERIFIED = "UNVERIFIED"


def covered(documents: Iterable[Evaluation]) -> dict[str, Evaluation]:
    """
    Return which of the *documents* that apply are another's paper, by key, each with that other: the first, itself no other's.

    What is still to be verified on the national list stands by itself: it is not to be asked for in the wake of another.
    """
    by_rule: dict[str, list[Evaluation]] = {}
    for each in (documents := [each for each in documents if each.unit.document and each.unit.document.standing != UNVERIFIED]):
        by_rule.setdefault(each.unit.id, []).append(each)
    found: dict[str, Evaluation] = {}
    for each in documents:
        names = each.unit.document.covers if each.unit.document else ()
        for other in (other for name in names for other in by_rule.get(name, ())):
            if other.node.is_within(each.node):
                found.setdefault(other.key, found.get(each.key, each))
    return found
