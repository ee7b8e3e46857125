"""What is not calculable yet and matters to nothing here: rules read it, and none of them applies."""

from collections.abc import Iterator

from rules.engine.answers.reading import NOT_APPLICABLE, UNDETERMINED
from rules.engine.decision import Decision


def moot(decision: Decision) -> frozenset[str]:
    """Return the keys of the undetermined evaluations that only rules which do not apply read."""
    outcomes: dict[str, set[str]] = {}
    for each in decision.evaluations:
        outcomes.setdefault(each.unit.id, set()).add(each.outcome)

    def reading(value: str) -> Iterator[str]:
        for each in decision.index.readers.get(value, ()):
            if each != value:  # a fact that is calculated reads what was said of it
                yield from [each] if each in outcomes else reading(each)

    def is_moot(unit: str) -> bool:
        return set().union(*(outcomes[each] for each in reading(unit))) == {NOT_APPLICABLE}

    units = {each for each, found in outcomes.items() if UNDETERMINED in found and is_moot(each)}
    return frozenset(each.key for each in decision.evaluations if each.unit.id in units and each.outcome == UNDETERMINED)
