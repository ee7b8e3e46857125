"""Walks over the condition trees of a plan."""

from collections.abc import Iterator
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.plan import Unit
from rules.engine.run import Node
from rules.engine.terms import And, Leaf, Negation, Or, Tree


def leaves_of(tree: Tree | None) -> "list[Leaf]":
    """Return the leaves of *tree*, left to right."""
    match tree:
        case None:
            return []
        case Leaf():
            return [tree]
        case Negation(item):
            return leaves_of(item)
        case And(items) | Or(items):
            return [leaf for item in items for leaf in leaves_of(item)]


def trees(unit: Unit) -> list[Tree]:
    """Return the condition trees of a unit, in the order in which they are evaluated."""
    return [tree for tree in (unit.condition, unit.task.closed if unit.task else None) if tree is not None]


def truth_of(tree: Tree, node: Node) -> Any:
    """Return the truth of a tree from its leaves' truths: ``None`` where it was not reached."""
    if isinstance(tree, Leaf):
        return node.block[tree.slot]
    if isinstance(tree, Negation):
        truth = truth_of(tree.item, node)
        return not truth if isinstance(truth, bool) else truth
    return joined_truth(tree, [truth_of(item, node) for item in tree.items])


def joined_truth(tree: And | Or, truths: list[Any]) -> Any:
    """Return the truth of a tree from those of its items."""
    deciding = isinstance(tree, Or)
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
