"""Whether a condition implies another by its form alone, whatever it reads: what shares its items with it, or is the same."""

from collections.abc import Hashable

from rules.engine.terms import And, Leaf, Negation, Or, Tree
from rules.review.states import name_of


def implies(one: Tree, other: Tree) -> bool:
    """Tell whether *other* holds wherever *one* does, as their forms show; where they do not, it may still be so."""
    if form(one) == form(other):
        return True
    if isinstance(other, And):
        return all(implies(one, item) for item in other.items)
    if isinstance(one, Or):
        return all(implies(item, other) for item in one.items)
    return (isinstance(one, And) and any(implies(item, other) for item in one.items)) or (
        isinstance(other, Or) and any(implies(one, item) for item in other.items)
    )


def form(tree: Tree) -> Hashable:
    """Return what is the same of conditions that are written alike, in whatever order their items stand."""
    match tree:
        case Leaf(test=test, terms=terms):
            return test, tuple(map(name_of, terms))
        case Negation(item):
            return "not", form(item)
        case And(items) | Or(items):
            return type(tree).__name__, frozenset(map(form, items))
