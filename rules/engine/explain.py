"""
Why, why not, what is missing: three questions that one condition tree answers.

The reasons of an outcome are the leaves that decided it; what is missing are the facts that its unknown leaves wait for.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.facts import UNKNOWN
from rules.engine.grounds import Ground, Grounds
from rules.engine.plan import Aggregate, FactPlan, FactTerm, Leaf, MovedTerm, Term, Unit, UnitTerm
from rules.engine.reading import Evaluation, Reading, Value, above
from rules.engine.run import Node
from rules.engine.trees import reached_leaves, trees

Found = dict[tuple[str, str], "Missing"]


class Reason(NamedTuple):
    """A leaf that helped to decide, with its truth and operands; *reasons* are those of what it names."""

    leaf: Leaf | None
    unit: Unit
    path: str
    truth: Any
    values: tuple[Value, ...]
    reasons: "tuple[Reason, ...]" = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that nobody said and that an undetermined rule waits for."""

    fact: FactPlan
    path: str


class Explanation:
    """Answers for the evaluations of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.grounds = Grounds(reading)
        self._missing: dict[tuple[int, int], Found] = {}
        self._reasons: dict[int, Reason] = {}

    def reasons(self, evaluation: Evaluation) -> tuple[Reason, ...]:
        """Return what decided: the leaves without which the outcome could have been another."""
        return tuple([self._reason(each) for each in self.grounds.of(evaluation)])

    def _reason(self, ground: Ground) -> Reason:
        """Return a ground with the operands that were looked at; made once, however many rules share it."""
        known = self._reasons.get(id(ground))  # the grounds are kept where they were looked for
        if known is None:
            leaf, unit, node, truth, inner = ground
            values = () if leaf is None else tuple(self.reading.value(term, node, unit) for term in leaf.terms)
            known = self._reasons[id(ground)] = Reason(leaf, unit, node.path, truth, values, tuple(self._reason(each) for each in inner))
        return known

    def missing(self, evaluation: Evaluation) -> list[Missing]:
        """Return the facts that an undetermined rule waits for, each once."""
        return list(self._missing_of_unit(evaluation.unit, evaluation.node).values())

    def _missing_of_unit(self, unit: Unit, node: Node) -> Found:
        """Return what a unit waits for; looked for once, however many read it."""
        key = (id(unit), id(node))  # units and nodes live as long as the reading
        found = self._missing.get(key)
        if found is None:
            found = self._missing[key] = self._missing_of_settled(unit, node) if unit.settles else self._missing_of_parts(unit, node)
        return found

    def _missing_of_parts(self, unit: Unit, node: Node) -> Found:
        found: Found = {} if unit.aggregate is None else self._missing_of_aggregate(unit.aggregate, node)
        due = unit.task.due if unit.task else None
        for term in (*(each.term for each in unit.inputs), unit.moved, unit.law_date, due):
            if term is not None:
                found |= self._missing_of_term(term, node)
        for tree in trees(unit):
            for leaf in reached_leaves(tree, node):
                if node.block[leaf.slot] is UNKNOWN:
                    for term in leaf.terms:
                        found |= self._missing_of_term(term, node)
        return found

    def _missing_of_settled(self, unit: Unit, node: Node) -> Found:
        """Wait for what the calculation waits for; for the fact itself where it can be provided, or where nothing else would help."""
        given, calculated = unit.inputs
        found = self._missing_of_term(calculated.term, node)
        if found and not self.reading.index.facts[unit.id].provided:
            return found
        return found | self._missing_of_term(given.term, node)

    def _missing_of_aggregate(self, aggregate: Aggregate, node: Node) -> Found:
        found: Found = {}
        for part in node.children[aggregate.list_index]:
            if aggregate.where is not None and self.reading.raw(aggregate.where, part) is not False:
                found |= self._missing_of_term(aggregate.where, part)
            if aggregate.of is not None and (aggregate.where is None or self.reading.raw(aggregate.where, part) is not False):
                found |= self._missing_of_term(aggregate.of, part)
        if self.reading.raw(aggregate.complete, node) is not True:
            fact = self.reading.index.facts[aggregate.complete.id]
            found.setdefault((fact.id, node.path), Missing(fact, node.path))
        return found

    def _missing_of_term(self, term: Term, node: Node) -> Found:
        inner = term.of if isinstance(term, MovedTerm) else term
        if not isinstance(inner, FactTerm | UnitTerm) or self.reading.raw(inner, node) is not UNKNOWN:
            return {}
        where = above(node, inner.level)
        if isinstance(inner, UnitTerm) or inner.settled is not None:
            return self._missing_of_unit(self.reading.index.units[inner.id], where)
        fact = self.reading.index.facts[inner.id]
        return {(fact.id, where.path): Missing(fact, where.path)}
