"""
What is to be verified: figures applied after the day up to which they are sure, as no newer value was found, and doubts that rules name.

A value rests on either through whatever it read, however far off. Both are looked for once on each part, and only behind rules that may
read one at all.
"""

from datetime import date
from typing import NamedTuple

from domain.facts import UNKNOWN
from rules.engine.answers.reading import Evaluation, Reading, Value, above
from rules.engine.index import PlanIndex, ids_read
from rules.engine.plan import Aggregate, FigurePeriod, FigurePlan, Unit
from rules.engine.run import Node
from rules.engine.terms import FactTerm, FigureTerm, MovedTerm, Term, UnitTerm

Reserve = tuple[str, str]
"""A figure, and since when the value of it that was read holds; or the condition of a doubt, and nothing."""
NONE: frozenset[Reserve] = frozenset()


class AgedFigure(NamedTuple):
    """A figure, and the period of it that is applied after its last sure day."""

    figure: FigurePlan
    period: FigurePeriod


class Aging:
    """The figures without a newer value, and the doubts, that the units of one run rest on."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._may_rest: frozenset[str] = reading.index.derived("resting on figures that age, or on doubts", may_rest)
        self._found: dict[tuple[int, int], frozenset[Reserve]] = {}

    def of(self, evaluation: Evaluation) -> tuple[AgedFigure, ...]:
        """Return the figures that an evaluation rests on, by their ids."""
        index = self.reading.index
        figures = [(name, since) for name, since in sorted(self._of_unit(evaluation.unit, evaluation.node)) if since]
        periods = ((index.figures[name], index.period(name, date.fromisoformat(since))) for name, since in figures)
        return tuple([AgedFigure(figure, period) for figure, period in periods if period is not None])

    def doubts(self, evaluation: Evaluation) -> tuple[Unit, ...]:
        """Return the conditions of the doubts that an evaluation rests on, by their ids."""
        return self._doubts(self._of_unit(evaluation.unit, evaluation.node))

    def own(self, unit: Unit, node: Node) -> list[Unit]:
        """Return the conditions that put a document or value itself in doubt, of those that hold."""
        return [self.reading.index.units[each.id] for each in unit.doubts if self.reading.raw(each, node) is True]

    def marks(self, value: Value, evaluation: Evaluation) -> bool:
        """Tell whether an operand of an evaluation is such a figure, or rests on one."""
        if value.term is None or isinstance(value.term, FigureTerm):
            return value.aged
        return any(since for _, since in self._of_term(value.term, evaluation.unit, evaluation.node))

    def doubts_behind(self, value: Value, evaluation: Evaluation) -> tuple[Unit, ...]:
        """Return the conditions of the doubts that an operand of an evaluation rests on."""
        return (
            () if value.term is None or value.value is None else self._doubts(self._of_term(value.term, evaluation.unit, evaluation.node))
        )

    def _doubts(self, found: frozenset[Reserve]) -> tuple[Unit, ...]:
        return tuple([self.reading.index.units[name] for name, since in sorted(found) if not since])

    def _of_unit(self, unit: Unit, node: Node) -> frozenset[Reserve]:
        if unit.id not in self._may_rest:
            return NONE
        key = (id(unit), id(node))  # units and nodes live as long as the reading
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._of_parts(unit, node)
        return found

    def _of_parts(self, unit: Unit, node: Node) -> frozenset[Reserve]:
        """Return what a unit rests on: of leaves those that were reached, of a value that there is none of why there is none."""
        if unit.when is not None and self.reading.raw(unit.when, node) is not True:
            return self._of_term(unit.when, unit, node)
        if unit.settles and self.reading.raw(unit.inputs[0].term, node) is not UNKNOWN:
            return NONE  # somebody said it
        found = NONE if unit.aggregate is None else self._of_aggregate(unit.aggregate, node)
        found |= {(each.id, "") for each in self.own(unit, node)}
        for operand in self.reading.index.operands[unit.id]:
            if operand.slot is None or node.block[operand.slot] is not None:
                found |= self._of_term(operand.term, unit, node)
        if unit.sure is not None and self.reading.raw(unit.sure, node) is True:
            return frozenset(each for each in found if each[1])
        return found

    def _of_aggregate(self, aggregate: Aggregate, node: Node) -> frozenset[Reserve]:
        found = NONE
        for part in node.children[aggregate.list_index]:
            if aggregate.where is not None:
                found |= self._of_unit(self.reading.index.units[aggregate.where.id], above(part, aggregate.where.level))
            if aggregate.of is not None and (aggregate.where is None or self.reading.raw(aggregate.where, part) is True):
                found |= self._of_inner(aggregate.of, part)
        return found

    def _of_term(self, term: Term, unit: Unit, node: Node) -> frozenset[Reserve]:
        if isinstance(term, FigureTerm):
            value = self.reading.value(term, node, unit)
            return frozenset({(term.id, value.period.since)}) if value.aged and value.period is not None else NONE
        return self._of_inner(term.of if isinstance(term, MovedTerm) else term, node)

    def _of_inner(self, term: Term, node: Node) -> frozenset[Reserve]:
        if isinstance(term, UnitTerm) or (isinstance(term, FactTerm) and term.settled is not None):
            return self._of_unit(self.reading.index.units[term.id], above(node, term.level))
        return NONE


def may_rest(index: PlanIndex) -> frozenset[str]:
    """Return the units that read, however far off, a figure that is not sure for ever or a value that may be in doubt."""
    found = {each.id for each in index.plan.figures if any(period.sure_until is not None for period in each.periods)}
    for unit in index.plan.units:  # in order of evaluation: what a unit reads comes before it
        if unit.doubts or any(each in found for each in ids_read(unit)):
            found.add(unit.id)
    return frozenset(found)
