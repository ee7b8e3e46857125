"""What decided an outcome: the leaves of its condition without which it could have come out otherwise."""

from typing import Any, NamedTuple

from domain.facts import UNKNOWN
from rules.engine.answers.reading import STATES, Evaluation, Reading, above
from rules.engine.index import PlanIndex
from rules.engine.plan import Aggregate, Unit, UnitKind
from rules.engine.run import Node
from rules.engine.terms import FigureTerm, Leaf, Negation, Term, Tree, UnitTerm
from rules.engine.trees import joined_truth, truth_of


class Ground(NamedTuple):
    """
    A leaf that helped to decide, where it stands.

    *leaf* is ``None`` for a part on which something was decided; *grounds* are those of the shared condition that the leaf names.
    """

    leaf: Leaf | None
    unit: Unit
    node: Node
    truth: Any
    grounds: "tuple[Ground, ...]" = ()


class Grounds:
    """The grounds of the evaluations of one reading; each is looked for once, however many ask. Units and nodes live as long as it does."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._unknown_leaves: dict[int, Leaf] = reading.index.derived("unknown leaves", unknown_leaves)
        self._of_rules: dict[tuple[int, int], tuple[Ground, ...]] = {}
        self._of_conditions: dict[tuple[int, int], tuple[Ground, ...]] = {}

    def of(self, evaluation: Evaluation) -> tuple[Ground, ...]:
        """Return what decided *evaluation*, in order."""
        key = (id(evaluation.unit), id(evaluation.node))
        found = self._of_rules.get(key)
        if found is None:
            found = self._of_rules[key] = tuple(self._of_rule(evaluation))
        return found

    def _of_rule(self, evaluation: Evaluation) -> list[Ground]:
        unit, node = evaluation.unit, evaluation.node
        if unit.kind is UnitKind.CALCULATION:
            return self._why_no_value(unit, node) if evaluation.output is UNKNOWN else []
        found: list[Ground] = []
        self._gather(unit.condition, unit, node, found)
        if unit.task is not None and (node.block[unit.slot] in STATES or self._open_question(unit, node)):
            self._gather(unit.task.closed, unit, node, found)
        return found

    def _open_question(self, unit: Unit, node: Node) -> bool:
        """Tell whether a task is undetermined because nobody knows if it is done."""
        return node.block[unit.slot] is UNKNOWN and (unit.condition is None or truth_of(unit.condition, node) is True)

    def _why_no_value(self, unit: Unit, node: Node) -> list[Ground]:
        """Return that there is no such value here, or else what is not known."""
        if unit.when is None or (truth := self.reading.raw(unit.when, node)) is True:
            return self._unknown_inputs(unit, node)
        named = self._of_named(self.reading.index.units[unit.when.id], above(node, unit.when.level))
        return [Ground(self._unknown_leaves[id(unit.when)], unit, node, truth, named)]

    def _unknown_inputs(self, unit: Unit, node: Node) -> list[Ground]:
        leaves = ((self._unknown_leaves[id(term)], term) for term in inputs_of(unit))
        return [Ground(leaf, unit, node, False) for leaf, term in leaves if self._is_unknown(term, unit, node)]

    def _is_unknown(self, term: Term, unit: Unit, node: Node) -> bool:
        found = self.reading.value(term, node, unit).value if isinstance(term, FigureTerm) else self.reading.raw(term, node)
        return found is UNKNOWN

    def _gather(self, tree: Tree | None, unit: Unit, node: Node, found: list[Ground]) -> None:
        """Add the leaves of *tree* that decided it, in order."""
        if isinstance(tree, Leaf):
            found.append(self._ground(tree, unit, node))
        elif isinstance(tree, Negation):
            self._gather(tree.item, unit, node, found)
        elif tree is not None:
            truths = [truth_of(item, node) for item in tree.items]
            truth = joined_truth(tree, truths)
            for item, each in zip(tree.items, truths, strict=True):
                if each is truth:
                    self._gather(item, unit, node, found)

    def _ground(self, leaf: Leaf, unit: Unit, node: Node) -> Ground:
        first = leaf.terms[0]
        if leaf.test != "condition" or not isinstance(first, UnitTerm):
            return Ground(leaf, unit, node, node.block[leaf.slot])
        named = self._of_named(self.reading.index.units[first.id], above(node, first.level))
        return Ground(leaf, unit, node, node.block[leaf.slot], named)

    def _of_named(self, unit: Unit, node: Node) -> tuple[Ground, ...]:
        """Return the grounds of a shared condition."""
        key = (id(unit), id(node))
        found = self._of_conditions.get(key)
        if found is None:
            shared: list[Ground] = []
            if unit.aggregate is None:
                self._gather(unit.condition, unit, node, shared)
            else:
                self._gather_parts(unit.aggregate, unit, node, shared)
            found = self._of_conditions[key] = tuple(shared)
        return found

    def _gather_parts(self, aggregate: Aggregate, unit: Unit, node: Node, found: list[Ground]) -> None:
        """Add a ground for each part whose truth is the aggregate's."""
        truth = node.block[unit.slot]
        for part in node.children[aggregate.list_index]:
            if aggregate.where is not None and self.reading.raw(aggregate.where, part) is truth:
                inner, where = self.reading.index.units[aggregate.where.id], above(part, aggregate.where.level)
                below: list[Ground] = []
                self._gather(inner.condition, inner, where, below)
                found.append(Ground(None, inner, part, truth, tuple(below)))


def inputs_of(unit: Unit) -> list[Term]:
    """Return what a calculation reads."""
    return [each.term for each in unit.inputs] or ([unit.moved] if unit.moved else [])


def unknown_leaves(index: PlanIndex) -> dict[int, Leaf]:
    """Return a leaf for what may leave a calculation without a value, by the identity of its term: an input, or its condition."""
    found = {id(term): Leaf(-1, "known", (term,)) for unit in index.plan.units for term in inputs_of(unit)}
    return found | {id(unit.when): Leaf(-1, "condition", (unit.when,)) for unit in index.plan.units if unit.when is not None}
