"""Which tasks to come are to be done before another: on the same part, or on one that it belongs to or that belongs to it."""

from collections.abc import Iterable

from rules.engine.reading import Evaluation


class Blocking:
    """
    What blocks what.

    Args:
        tasks: that are to be done, may have to be, or wait for a day.
    """

    def __init__(self, tasks: Iterable[Evaluation]) -> None:
        self._by_rule: dict[str, list[Evaluation]] = {}
        for each in tasks:
            for blocked in each.unit.task.blocks if each.unit.task else ():
                self._by_rule.setdefault(blocked, []).append(each)

    def of(self, evaluation: Evaluation) -> list[Evaluation]:
        """Return the tasks that are to be done before another."""
        return [each for each in self._by_rule.get(evaluation.unit.id, ()) if is_within(each.node.path, evaluation.node.path)]

    def steps(self, evaluation: Evaluation) -> int:
        """Return how many tasks, one after the other, are to be done before another: no rule blocks itself, in however many steps."""
        return max((1 + self.steps(each) for each in self.of(evaluation)), default=0)


def is_within(one: str, other: str) -> bool:
    """
    Tell whether one path leads to, or through, the other.

    >>> is_within("", "tower"), is_within("tower/01", "tower"), is_within("tower", "tower-2")
    (True, True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    return not shorter or f"{longer}/".startswith(f"{shorter}/")
