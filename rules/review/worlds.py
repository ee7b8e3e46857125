"""
Whether a condition can hold at all: a search for one state of the world in which it does.

What a condition reads becomes *unknowns* with few states each: an enumeration its values, a number or a day the stretches between
the constants it is compared with, two operands their order, a day whether it has come. Unknowns are taken as independent, so
"it cannot hold" is certain; "it can" is so only where they are independent indeed: see ``World.certain``.

Not looked at: how calculations and lists of parts come about, and how a day moved by one period relates to the same day moved by
another.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.facts import UNKNOWN, Fact
from rules.engine.index import PlanIndex
from rules.engine.terms import And, FactTerm, Leaf, MovedTerm, Negation, Or, Term, Tree, UnitTerm
from rules.review.states import Name, States

Truth = Any
Fits = Callable[[Mapping[Name, Any]], bool]
MOST_STEPS = 3_000


@dataclass(frozen=True, slots=True)
class World:
    """A state of the world in which a condition holds; *certain* where it can really come about."""

    states: dict[Name, Any]
    certain: bool


class TooLarge(Exception):
    """The search was given up: the condition reads too much."""


class Search:
    """Looks for worlds in which conditions of one plan hold, with *facts* as they are declared, by id: their bounds are kept to."""

    def __init__(self, index: PlanIndex, facts: Mapping[str, Fact[Any]] | None = None) -> None:
        self.index = index
        self.facts = facts or {}

    def world(self, *trees: Tree, fits: Fits = lambda _: True) -> World | None:
        """
        Return a world in which all of *trees*, on one part, hold and that *fits*; ``None``: there is certainly none.

        Raises:
            TooLarge: it was not found out.
        """
        whole = And(tuple(self.expanded(each, 0) for each in trees))
        states = States(self.index, list(_leaves(whole)), self.facts)
        found = self._found(whole, states, {}, [0], fits)
        return None if found is None else World(found, states.independent)

    def _found(self, tree: Tree, states: States, world: dict[Name, Any], steps: list[int], fits: Fits) -> dict[Name, Any] | None:
        steps[0] += 1
        if steps[0] > MOST_STEPS:
            raise TooLarge
        truth = self._truth(tree, states, world)
        if truth is not UNKNOWN:
            return dict(world) if truth and fits(world) else None
        name = states.names[len(world)]
        for state in states.of(name):
            found = self._found(tree, states, {**world, name: state}, steps, fits)
            if found is not None:
                return found
        return None

    def _truth(self, tree: Tree, states: States, world: dict[Name, Any]) -> Truth:
        match tree:
            case Leaf():
                return states.truth(tree, world)
            case Negation(item):
                truth = self._truth(item, states, world)
                return truth if truth is UNKNOWN else not truth
            case And(items) | Or(items):
                deciding = isinstance(tree, Or)
                truths = [self._truth(item, states, world) for item in items]
                return deciding if deciding in truths else UNKNOWN if UNKNOWN in truths else not deciding

    def expanded(self, tree: Tree, level: int) -> Tree:
        """Return *tree* with the shared conditions that it names in place of their names, all levels counted from one part."""
        match tree:
            case Negation(item):
                return Negation(self.expanded(item, level))
            case And(items):
                return And(tuple(self.expanded(item, level) for item in items))
            case Or(items):
                return Or(tuple(self.expanded(item, level) for item in items))
        named = tree.terms[0]
        if tree.test == "condition" and isinstance(named, UnitTerm):
            inner = self.index.units[named.id].condition
            if inner is not None:
                return self.expanded(inner, level + named.level)
        return Leaf(tree.slot, tree.test, tuple(raised(each, level) for each in tree.terms))


def raised(term: Term, level: int) -> Term:
    """Return a term that is read *level* steps farther up."""
    match term:
        case FactTerm(id=name, level=own, index=index, settled=settled):
            return FactTerm(name, own + level, index, settled)
        case UnitTerm(id=name, level=own, slot=slot):
            return UnitTerm(name, own + level, slot)
        case MovedTerm(of=of, periods=periods):
            inner = raised(of, level)
            assert isinstance(inner, FactTerm | UnitTerm)
            return MovedTerm(inner, periods)
    return term


def _leaves(tree: Tree) -> Iterator[Leaf]:
    match tree:
        case Leaf():
            yield tree
        case Negation(item):
            yield from _leaves(item)
        case And(items) | Or(items):
            for item in items:
                yield from _leaves(item)
