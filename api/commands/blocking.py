"""Which tasks to come are to be done before another: on the same part, or on one that it belongs to or that belongs to it."""

from collections.abc import Iterable

from api.commands.answer_items import AnswerItems
from api.commands.due_bindings import PROPOSED, binding_of
from domain.facts import UNKNOWN
from rules.engine.answers.reading import Evaluation, above
from rules.engine.language.wording import OR
from rules.engine.run import Node, Outcome
from rules.engine.terms import And, FactTerm, Leaf, UnitTerm
from rules.engine.trees import leaves_of, truth_of


class Blocking:
    """
    What blocks what.

    Args:
        tasks: that are to be done, may have to be, or wait for a day.
    """

    def __init__(self, tasks: Iterable[Evaluation]) -> None:
        self._by_rule: dict[str, list[Evaluation]] = {}
        self._to_come: set[str] = set()
        for each in tasks:
            self._to_come.add(each.unit.id)
            for blocked in each.unit.task.blocks if each.unit.task else ():
                self._by_rule.setdefault(blocked, []).append(each)

    def of(self, evaluation: Evaluation) -> list[Evaluation]:
        """Return the tasks that are to be done before another."""
        return [each for each in self._by_rule.get(evaluation.unit.id, ()) if _touch(each.node, evaluation.node)]

    def by(self, evaluation: Evaluation) -> list[str]:
        """Return the ids of the tasks to come that wait for one."""
        return [each for each in (evaluation.unit.task.blocks if evaluation.unit.task else ()) if each in self._to_come]

    def steps(self, evaluation: Evaluation) -> int:
        """Return how many tasks, one after the other, are to be done before another: no rule blocks itself, in however many steps."""
        return max((1 + self.steps(each) for each in self.of(evaluation)), default=0)


def _touch(one: Node, other: Node) -> bool:
    return one.is_within(other) or other.is_within(one)


def said_blocking(items: AnswerItems, blocking: Iterable[Evaluation], *, here: Node | None = None) -> list[str]:
    """Return the titles of tasks that block another, those first that are sure to be done; of the rest, that they are if they apply."""
    tasks = list(blocking)
    sure = [each for each in tasks if not is_unsure(each) and not _may_come_to_nothing(items, each)]
    said = {items.title(each): "" for each in sure}
    said = dict(zip(said, items.by_title(sure, here=here), strict=True))
    for each in (each for each in tasks if each not in sure and items.title(each) in said):
        part = items.say("if_it_applies", items.parts.name(each.node.type_name, each.node.path))
        said[items.title(each)] += f", {part}"
    unsure = (each for each in tasks if each not in sure and items.title(each) not in said)
    return [*said.values(), *(items.say("if_it_applies", each) for each in items.by_title(unsure, here=here))]


def following(first: Iterable[Evaluation], others: Iterable[Evaluation]) -> list[Evaluation]:
    """Return those of the other tasks that wait for the first ones, or for one that does."""
    start, rest = list(first), list(others)
    found = list(start)
    for each in found:
        blocked = each.unit.task.blocks if each.unit.task else ()
        found += [it for it in rest if it.unit.id in blocked and _touch(it.node, each.node) and it not in found]
    return found[len(start) :]


def blocker_planned_after(items: AnswerItems, blocking: Blocking, evaluation: Evaluation) -> Evaluation | None:
    """Return the task that blocks another and is planned after it, the last where several are: their days contradict each other."""
    due = items.due(evaluation)
    after = [(day, each) for each in blocking.of(evaluation) if due is not None and (day := items.due(each)) is not None and day > due]
    return max(after, key=lambda pair: pair[0])[1] if after else None


def is_contradicted(items: AnswerItems, blocking: Blocking, evaluation: Evaluation) -> bool:
    """Tell whether a day that this tool proposes has passed while what blocks the task is planned after it."""
    passed = evaluation.output is Outcome.MISSED and binding_of(items, evaluation) == PROPOSED
    return passed and blocker_planned_after(items, blocking, evaluation) is not None


def said_contradiction(items: AnswerItems, blocking: Blocking, evaluation: Evaluation) -> list[str]:
    """Say that what blocks a task is planned after its own day."""
    other = blocker_planned_after(items, blocking, evaluation)
    due = None if other is None else items.due(other)
    if other is None or due is None:
        return []
    return [items.say("comes_before", items.phrasebook.quoted([items.item(other)], OR), items.day(due))]


def _may_come_to_nothing(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether, of a shared condition that a task waits for, or not looked at yet, something is unknown: it may never hold."""
    condition, units = evaluation.unit.condition, items.decision.index.units
    for leaf in condition.items if isinstance(condition, And) else [condition]:
        if isinstance(leaf, Leaf) and leaf.test == "condition" and evaluation.node.block[leaf.slot] is not True:
            (term,) = leaf.terms
            assert isinstance(term, UnitTerm)
            node = above(evaluation.node, term.level)
            facts = (it for each in leaves_of(units[term.id].condition) for it in each.terms if isinstance(it, FactTerm))
            if any(items.decision.reading.raw(each, node) is UNKNOWN for each in facts):
                return True
    return False


def is_unsure(evaluation: Evaluation) -> bool:
    """Tell whether it is not known that a task is to be done at all: something of its condition is unknown, other than that it is done."""
    condition, node, task = evaluation.unit.condition, evaluation.node, evaluation.unit.task
    done = {(each.test, each.terms) for each in leaves_of(task.closed if task else None)}
    parts = condition.items if isinstance(condition, And) else [condition]
    unknown = (each for each in parts if each is not None and truth_of(each, node) is UNKNOWN)
    leaves = (leaf for each in unknown for leaf in leaves_of(each) if node.block[leaf.slot] is UNKNOWN)
    return any((each.test, each.terms) not in done for each in leaves)
