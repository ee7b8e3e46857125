"""
Operands: from the conditions and expressions of declarations to the plan's trees and terms, each a fact, slot, figure or constant.

Types and units are checked here, where both sides of a comparison are known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.aggregates import Count, Total, Values
from domain.expressions import (
    All,
    AnyTrue,
    Comparison,
    Condition,
    Expression,
    Holds,
    Includes,
    Known,
    Moved,
    Not,
    OneOf,
    Present,
    Reached,
    Truth,
)
from domain.facts import Fact, Holder
from domain.text import Choice
from domain.values import neutral
from rules.engine.compilation.drafts import Draft, Graph
from rules.engine.compilation.kinds import Kinds, said
from rules.engine.compilation.levels import levels
from rules.engine.errors import RuleSetError
from rules.engine.figures import FigureReference
from rules.engine.rule import Calculation
from rules.engine.terms import And, ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Negation, Or, Term, Tree, UnitTerm


class Operands:
    """
    Lowers what the drafts of one graph read.

    Attributes:
        kinds: the types and units of expressions.
        constants: the live values that conditions compare with, in the order of their index.
        figures: the names of the figures that are used, in the order of their index.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.kinds = Kinds(graph.figures)
        self.constants: list[Any] = []
        self._indexes: dict[tuple[type, str], int] = {}
        self.figures: list[str] = []

    def tree(self, tree: Condition, draft: Draft, slots: Iterator[int]) -> Tree:
        """Lower a condition; leaves take their slots from left to right."""
        match tree:
            case All(items):
                return And(tuple(self.tree(item, draft, slots) for item in items))
            case AnyTrue(items):
                return Or(tuple(self.tree(item, draft, slots) for item in items))
            case Not(item):
                return Negation(self.tree(item, draft, slots))
        return self._leaf(tree, draft, next(slots))

    def _leaf(self, leaf: Condition, draft: Draft, slot: int) -> Leaf:
        match leaf:
            case Comparison(left, operator, right):
                self.kinds.check_comparison(left, right, draft)
                return Leaf(slot, operator.value, (self.term(left, draft), self.term(right, draft)))
            case OneOf(of, values):
                for value in values:
                    self.kinds.check_comparison(of, value, draft)
                return Leaf(slot, "one_of", (self.term(of, draft), *(self.term(value, draft) for value in values)))
            case Includes(of, values):
                self.kinds.check_element(of, values, draft)
                return Leaf(slot, "includes", (self.term(of, draft), *(self.term(value, draft) for value in values)))
            case Reached(of, after):
                return Leaf(slot, "passed" if after else "reached", (self.moved(of, draft),))
            case Holds(of):
                self.kinds.check_yes_or_no(of, draft)
                return Leaf(slot, "holds", (self.term(of, draft),))
            case Present(of):
                return Leaf(slot, "present", (self.term(of, draft),))
            case Known(of):
                return Leaf(slot, "known", (self.term(of, draft),))
        return Leaf(slot, "condition", (self.unit(self.graph.draft(leaf), draft),))

    def term(self, value: Any, draft: Draft) -> Term:
        """Lower an operand."""
        match value:
            case Fact():
                return self.fact(value, draft)
            case Calculation() | Count() | Total() | Values():
                return self.unit(self.graph.draft(value), draft)
            case Truth(of=named):
                return self.unit(self.graph.draft(named), draft)
            case FigureReference(name=name):
                if name not in self.figures:
                    self.figures.append(name)
                return FigureTerm(name, self.figures.index(name))
            case Moved():
                return self.moved(value, draft)
            case Expression():
                raise RuleSetError(
                    "bad expression", f"{draft.where}: {said(value)} cannot stand here; derive a calculation from it and read that"
                )
        return ConstantTerm(self._constant(value), neutral(value), value.label if isinstance(value, Choice) else None)

    def _constant(self, value: Any) -> int:
        """Return the index of a live value; what many rules compare with is kept once."""
        key = type(value), repr(value)
        if key not in self._indexes:
            self._indexes[key] = len(self.constants)
            self.constants.append(value)
        return self._indexes[key]

    def moved(self, value: Any, draft: Draft) -> MovedTerm:
        """Lower a date: a fact or calculation moved by no, one or several periods."""
        periods: list[tuple[int, int]] = []
        while isinstance(value, Moved):
            periods.insert(0, (value.period.months, value.period.days))
            value = value.of
        inner = self.term(value, draft)
        if self.kinds.kind(value) is not date or not isinstance(inner, FactTerm | UnitTerm):
            raise RuleSetError("wrong type", f"{draft.where}: {said(value)} is not a day; only a day can be moved, reached or counted to")
        return MovedTerm(inner, tuple(periods))

    def day(self, value: Any, draft: Draft) -> FactTerm:
        """Lower a day that is a fact."""
        if not isinstance(value, Fact) or value.kind is not date:
            raise RuleSetError("wrong type", f"{draft.where}: {said(value)} is no fact that holds a day; name the milestone that says so")
        return self.fact(value, draft)

    def fact(self, fact: Fact[Any], draft: Draft) -> FactTerm:
        """Lower a fact."""
        settled = self.graph.settled.get(id(fact))
        slot = None if settled is None else self.graph.draft(settled).slot
        return FactTerm(fact.id, self.level(fact.owner, draft, fact.id), fact.index, slot)

    def unit(self, other: Draft, draft: Draft) -> UnitTerm:
        """Lower the result of another unit."""
        return UnitTerm(other.id, self.level(other.of, draft, other.id), other.slot)

    def level(self, of: type[Holder], draft: Draft, what: str = "a part") -> int:
        """
        Return how far a type stands above that of *draft*.

        Raises:
            RuleSetError: it does not stand above it.
        """
        level = next((number for number, each in enumerate(levels(draft.of)) if each is of), None)
        if level is None:
            remedy = "read a part through any_of, all_of, count or total"
            raise RuleSetError("wrong subject", f"{draft.where}: {what} is neither a fact of {draft.of.type_name} nor above it; {remedy}")
        return level
