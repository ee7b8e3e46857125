"""A plan indexed for reading, and the walks over its condition trees."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.plan import (
    And,
    FactPlan,
    FactTerm,
    FigurePlan,
    FigureTerm,
    Leaf,
    MovedTerm,
    Negation,
    Or,
    Plan,
    Term,
    Tree,
    TypePlan,
    Unit,
    UnitKind,
    UnitTerm,
    leaves_of,
)
from rules.engine.run import Node


class PlanIndex:
    """A plan, indexed once for all the runs that are read with it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.types: dict[str, TypePlan] = {each.name: each for each in plan.types}
        self.units: dict[str, Unit] = {each.id: each for each in plan.units}
        self.facts: dict[str, FactPlan] = {fact.id: fact for each in plan.types for fact in each.facts}
        self.figures: dict[str, FigurePlan] = {each.id: each for each in plan.figures}
        self.by_type: dict[str, tuple[Unit, ...]] = {
            each.name: tuple(unit for unit in plan.units if unit.type == each.name) for each in plan.types
        }
        self.rules: dict[str, tuple[Unit, ...]] = {
            each.name: tuple(
                unit for unit in plan.units if unit.type == each.name and not unit.hidden and unit.kind is not UnitKind.CONDITION
            )
            for each in plan.types
        }

    @cached_property
    def readers(self) -> dict[str, list[str]]:
        """What reads each fact, figure or unit directly, by id."""
        found: dict[str, list[str]] = {}
        for unit in self.plan.units:
            for needed in dict.fromkeys(ids_read(unit)):
                found.setdefault(needed, []).append(unit.id)
        return found

    @cached_property
    def personal(self) -> frozenset[str]:
        """The facts that are personal, and the units that depend on one."""
        return self._touched({each.id for each in self.facts.values() if each.personal})

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """The facts that are sensitive, and the units that depend on one."""
        return self._touched({each.id for each in self.facts.values() if each.sensitive})

    def _touched(self, touched: set[str]) -> frozenset[str]:
        for unit in self.plan.units:  # in order of evaluation: what a unit reads comes before it
            if any(each in touched for each in ids_read(unit)):
                touched.add(unit.id)
        return frozenset(touched)


def trees(unit: Unit) -> list[Tree]:
    """Return the condition trees of a unit, in the order in which they are evaluated."""
    return [tree for tree in (unit.condition, unit.task.closed if unit.task else None) if tree is not None]


def truth_of(tree: Tree, node: Node) -> Any:
    """Return the truth of a tree from its leaves' truths: ``None`` where it was not reached."""
    match tree:
        case Leaf(slot=slot):
            return node.block[slot]
        case Negation(item):
            truth = truth_of(item, node)
            return not truth if isinstance(truth, bool) else truth
        case And(items) | Or(items):
            deciding = isinstance(tree, Or)
            truths = [truth_of(item, node) for item in items]
            if deciding in truths:
                return deciding
            return None if truths[0] is None else UNKNOWN if UNKNOWN in truths else not deciding


def reached_leaves(tree: Tree | None, node: Node) -> Iterator[Leaf]:
    """Yield the leaves that were reached, left to right."""
    match tree:
        case Leaf(slot=slot):
            if node.block[slot] is not None:
                yield tree
        case Negation(item):
            yield from reached_leaves(item, node)
        case And(items) | Or(items):
            for item in items:
                yield from reached_leaves(item, node)


def ids_read(unit: Unit) -> Iterator[str]:
    """Yield the ids of the facts, figures and units that a unit reads directly."""
    terms: list[Term] = [each.term for each in unit.inputs]
    terms += [each for each in (unit.moved, unit.law_date, unit.task.due if unit.task else None) if each is not None]
    if unit.aggregate is not None:
        terms += [each for each in (unit.aggregate.complete, unit.aggregate.where, unit.aggregate.of) if each is not None]
    for tree in trees(unit):
        terms += [term for leaf in leaves_of(tree) for term in leaf.terms]
    for term in terms:
        inner = term.of if isinstance(term, MovedTerm) else term
        if isinstance(inner, FactTerm | UnitTerm | FigureTerm):
            yield inner.id
