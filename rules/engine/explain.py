"""
Why, why not, what is missing: three questions that one condition tree answers.

The reasons of an outcome are the leaves that decided it; what is missing are the facts that its unknown leaves wait for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain.facts import UNKNOWN
from rules.engine.plan import Aggregate, And, FactPlan, FactTerm, Leaf, MovedTerm, Negation, Or, Term, Tree, Unit, UnitKind, UnitTerm
from rules.engine.reading import STATES, Evaluation, Reading, Value, above
from rules.engine.run import Node
from rules.engine.trees import reached_leaves, trees, truth_of

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
        self._missing: dict[tuple[int, int], Found] = {}
        self._named: dict[tuple[int, int], tuple[Reason, ...]] = {}

    def reasons(self, evaluation: Evaluation) -> tuple[Reason, ...]:
        """Return what decided: the leaves without which the outcome could have been another."""
        unit, node = evaluation.unit, evaluation.node
        if unit.kind is UnitKind.CALCULATION:
            if evaluation.output is not UNKNOWN:
                return ()
            return tuple(self._reason_of_unknown(term, unit, node) for term in self._unknown_terms(unit, node))
        found = tuple(self._decisive(unit.condition, unit, node))
        shown = unit.task is not None and (node.block[unit.slot] in STATES or self._open_question(unit, node))
        return (*found, *self._decisive(unit.task.closed, unit, node)) if shown and unit.task else found

    def _open_question(self, unit: Unit, node: Node) -> bool:
        """Tell whether a task is undetermined because nobody knows if it is done."""
        return node.block[unit.slot] is UNKNOWN and (unit.condition is None or truth_of(unit.condition, node) is True)

    def _unknown_terms(self, unit: Unit, node: Node) -> list[Term]:
        terms = [each.term for each in unit.inputs] or ([unit.moved] if unit.moved else [])
        return [term for term in terms if self.reading.value(term, node, unit).value is UNKNOWN]

    def _reason_of_unknown(self, term: Term, unit: Unit, node: Node) -> Reason:
        leaf = Leaf(-1, "known", (term,))
        return Reason(leaf, unit, node.path, False, (self.reading.value(term, node, unit),))

    def _decisive(self, tree: Tree | None, unit: Unit, node: Node) -> Iterator[Reason]:
        """Yield the leaves of *tree* that decided it, in order."""
        match tree:
            case Leaf():
                yield self._reason(tree, unit, node)
            case Negation(item):
                yield from self._decisive(item, unit, node)
            case And(items) | Or(items):
                truth = truth_of(tree, node)
                for item in items:
                    if truth_of(item, node) is truth:
                        yield from self._decisive(item, unit, node)

    def _reason(self, leaf: Leaf, unit: Unit, node: Node) -> Reason:
        truth = node.block[leaf.slot]
        values = tuple(self.reading.value(term, node, unit) for term in leaf.terms)
        inner: tuple[Reason, ...] = ()
        if leaf.test == "condition" and isinstance(leaf.terms[0], UnitTerm):
            inner = self._of_named(self.reading.index.units[leaf.terms[0].id], above(node, leaf.terms[0].level))
        return Reason(leaf, unit, node.path, truth, values, inner)

    def _of_named(self, unit: Unit, node: Node) -> tuple[Reason, ...]:
        """Return the reasons of a shared condition; looked for once, however many rules name it."""
        key = (id(unit), id(node))  # units and nodes live as long as the reading
        found = self._named.get(key)
        if found is None:
            shared = self._of_parts(unit.aggregate, unit, node) if unit.aggregate else self._decisive(unit.condition, unit, node)
            found = self._named[key] = tuple(shared)
        return found

    def _of_parts(self, aggregate: Aggregate, unit: Unit, node: Node) -> tuple[Reason, ...]:
        """Return a reason for each part whose truth is the aggregate's."""
        truth = node.block[unit.slot]
        found: list[Reason] = []
        for part in node.children[aggregate.list_index]:
            if aggregate.where is not None and self.reading.raw(aggregate.where, part) is truth:
                inner, where = self.reading.index.units[aggregate.where.id], above(part, aggregate.where.level)
                found.append(Reason(None, inner, part.path, truth, (), tuple(self._decisive(inner.condition, inner, where))))
        return tuple(found)

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
