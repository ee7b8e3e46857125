"""Which tasks to come are to be done before another: on the same part, or on one that it belongs to or that belongs to it."""

from collections.abc import Iterable

from api.commands.answer_items import AnswerItems
from domain.facts import UNKNOWN
from rules.engine.answers.reading import Evaluation
from rules.engine.run import Node
from rules.engine.terms import And
from rules.engine.trees import leaves_of, truth_of


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
        return [
            each
            for each in self._by_rule.get(evaluation.unit.id, ())
            if each.node.is_within(evaluation.node) or evaluation.node.is_within(each.node)
        ]

    def steps(self, evaluation: Evaluation) -> int:
        """Return how many tasks, one after the other, are to be done before another: no rule blocks itself, in however many steps."""
        return max((1 + self.steps(each) for each in self.of(evaluation)), default=0)


def said_blocking(items: AnswerItems, blocking: Iterable[Evaluation], *, here: Node | None = None) -> list[str]:
    """Return the titles of tasks that block another, those first that are sure to be done; of the rest, that they are if they apply."""
    tasks = list(blocking)
    sure = [each for each in tasks if not is_unsure(each)]
    unsure = [each for each in tasks if each not in sure]
    return items.by_title(sure, here=here) + [items.say("if_it_applies", each) for each in items.by_title(unsure, here=here)]


def is_unsure(evaluation: Evaluation) -> bool:
    """Tell whether it is not known that a task is to be done at all: something of its condition is unknown, other than that it is done."""
    condition, node, task = evaluation.unit.condition, evaluation.node, evaluation.unit.task
    done = {(each.test, each.terms) for each in leaves_of(task.closed if task else None)}
    parts = condition.items if isinstance(condition, And) else [condition]
    unknown = (each for each in parts if each is not None and truth_of(each, node) is UNKNOWN)
    leaves = (leaf for each in unknown for leaf in leaves_of(each) if node.block[leaf.slot] is UNKNOWN)
    return any((each.test, each.terms) not in done for each in leaves)
