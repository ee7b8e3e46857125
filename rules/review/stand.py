"""A rule, condition or calculation as it stood on one part in one run."""

from dataclasses import dataclass
from typing import Any

from domain.values import neutral
from rules.engine.answers.reading import Reading, above
from rules.engine.plan import Unit
from rules.engine.run import Node, Outcome
from rules.engine.terms import FactTerm, FigureTerm, Leaf, Term, UnitTerm
from rules.engine.trees import leaves_of, trees


@dataclass(frozen=True, slots=True)
class Stand:
    """A unit on a part, in one run."""

    reading: Reading
    unit: Unit
    node: Node

    def result(self) -> Any:
        """Return what came out."""
        return plain(self.node.block[self.unit.slot])

    def below(self, term: UnitTerm | FactTerm) -> "Stand":
        """Return the unit behind an operand, on its own part."""
        return Stand(self.reading, self.reading.index.units[term.id], above(self.node, term.level))

    def in_force(self) -> Any:
        """Tell whether the rule is in force on its law day."""
        return self.reading.in_force(self.unit, self.node)

    def read(self, term: Term) -> Any:
        """Return an operand that is no figure."""
        return plain(self.reading.raw(term, self.node))

    def figure(self, term: FigureTerm) -> Any:
        """Return the period of a figure that was read."""
        return self.reading.index.period(term.id, self.reading.law_day(self.unit, self.node))

    def terms(self) -> list[Term]:
        """Return what is read beside leaves: inputs, a moved date, a due day, the law's day."""
        unit = self.unit
        terms: list[Term] = [each.term for each in unit.inputs]
        return terms + [each for each in (unit.moved, unit.law_date, unit.when, unit.task.due if unit.task else None) if each is not None]

    def leaves(self) -> list[Leaf]:
        """Return the leaves, in order."""
        return [leaf for tree in trees(self.unit) for leaf in leaves_of(tree)]


def plain(value: Any) -> Any:
    """Return a result or an operand in plain form; outcomes and ``UNKNOWN`` as themselves."""
    return value if isinstance(value, Outcome) else neutral(value)
