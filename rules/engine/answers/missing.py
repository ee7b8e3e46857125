"""
What is missing: the facts and dated figures that undetermined rules and due days wait for, through whatever they read.

A rule on one of 500 dwellings may wait, through a total above it, for facts of all 500. So what each waits for is never written out: a
fact of a part is one bit, in the order of parts and then of the plan, and what a rule waits for is one integer. The bits of figures that
have no value on the day of the law stand above those of all facts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.facts import UNKNOWN
from rules.engine.answers.reading import APPLIED, UNDETERMINED, Evaluation, Reading, above
from rules.engine.plan import Aggregate, FactPlan, FigurePlan, Unit
from rules.engine.run import Node, Outcome
from rules.engine.terms import FactTerm, FigureTerm, MovedTerm, Term, UnitTerm
from rules.engine.trees import reached_leaves, trees

Bits = int


@dataclass(frozen=True, slots=True)
class Missing:
    """
    A fact that nobody said and that a rule waits for; *bit* is its place among the facts of the run.

    *refused*: it was said, and the answer was no: a list is not complete, and its rules wait for the rest of it.
    """

    fact: FactPlan
    path: str
    bit: int
    refused: bool = False


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """
    A dated figure that has no value on the *day* of the law, and that a rule waits for.

    *source* is the text that fixed it until then, or does later; *since* the day from which it has its next value, ``None`` where no text
    was found that fixes one.
    """

    figure: FigurePlan
    day: date
    source: str
    since: str | None
    bit: int


class Lacking:
    """What the units of one run wait for; looked for once each, however many read it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._nodes = list(reading.root.walk())
        self._starts: list[int] = []
        self._start_of: dict[int, int] = {}
        self._found: dict[tuple[int, int], Bits] = {}
        start = 0
        for node in self._nodes:
            self._starts.append(start)
            self._start_of[id(node)] = start
            start += len(node.values)
        self._first_figure = start
        self._figures: list[tuple[str, date]] = []

    def of(self, evaluation: Evaluation) -> Bits:
        """Return what an evaluation waits for: an undetermined one, or the due day of a task that is to be done."""
        if evaluation.outcome == UNDETERMINED:
            return self._of_unit(evaluation.unit, evaluation.node)
        return self.for_due(evaluation) if evaluation.outcome == APPLIED and evaluation.output is not Outcome.CLOSED else 0

    def for_due(self, evaluation: Evaluation) -> Bits:
        """Return what a task's due day waits for."""
        task = evaluation.unit.task
        return 0 if task is None or task.due is None else self._of_term(task.due, evaluation.node)

    def fact(self, bit: int) -> Missing:
        """Return the fact that a bit stands for."""
        place = bisect_right(self._starts, bit) - 1
        node = self._nodes[place]
        position = bit - self._starts[place]
        refused = node.values[position] is False
        return Missing(self.reading.index.types[node.type_name].facts[position], node.path, bit, refused)

    def facts(self, bits: Bits) -> list[Missing]:
        """Return the facts that *bits* stand for, a subject's before those of its parts."""
        return [self.fact(each) for each in ones(bits & ((1 << self._first_figure) - 1))]

    def is_fact(self, bit: int) -> bool:
        """Tell whether a bit stands for a fact, and not for a figure."""
        return bit < self._first_figure

    def figures(self, bits: Bits) -> list[MissingFigure]:
        """Return the figures that *bits* stand for, by their ids."""
        found = (self._figure(each + self._first_figure) for each in ones(bits >> self._first_figure))
        return sorted(found, key=lambda each: (each.figure.id, each.day))

    def _figure(self, bit: int) -> MissingFigure:
        name, day = self._figures[bit - self._first_figure]
        figure, now = self.reading.index.figures[name], self.reading.index.period(name, day)
        later = next((each for each in figure.periods if each.since > day.isoformat() and each.value is not None), None)
        fixing = now or later or figure.periods[0]
        return MissingFigure(figure, day, fixing.source, None if later is None else later.since, bit)

    def bit(self, node: Node, position: int) -> int:
        """Return the bit of the fact at *position* of *node*."""
        return self._start_of[id(node)] + position

    def _of_unit(self, unit: Unit, node: Node) -> Bits:
        key = (id(unit), id(node))  # units and nodes live as long as the reading
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._of_settled(unit, node) if unit.settles else self._of_parts(unit, node)
        return found

    def _of_parts(self, unit: Unit, node: Node) -> Bits:
        if unit.when is not None and (truth := self.reading.raw(unit.when, node)) is not True:
            return self._of_term(unit.when, node) if truth is UNKNOWN else 0  # the rest is asked for once it is known to be needed
        found = 0 if unit.aggregate is None else self._of_aggregate(unit.aggregate, node)
        due = unit.task.due if unit.task else None
        for term in (*(each.term for each in unit.inputs), unit.moved, unit.law_date, due):
            if term is not None:
                found |= self._of_operand(term, unit, node)
        for tree in trees(unit):
            for leaf in reached_leaves(tree, node):
                if node.block[leaf.slot] is UNKNOWN:
                    for term in leaf.terms:
                        found |= self._of_operand(term, unit, node)
        return found

    def _of_operand(self, term: Term, unit: Unit, node: Node) -> Bits:
        if not isinstance(term, FigureTerm):
            return self._of_term(term, node)
        day = self.reading.law_day(unit, node)
        if not isinstance(day, date) or self.reading.value(term, node, unit).value is not UNKNOWN:
            return 0  # the law's day is waited for, and not the figure
        if (term.id, day) not in self._figures:
            self._figures.append((term.id, day))
        return 1 << (self._first_figure + self._figures.index((term.id, day)))

    def _of_settled(self, unit: Unit, node: Node) -> Bits:
        """Wait for what the calculation waits for; for the fact itself where it can be provided, or where nothing else would help."""
        given, calculated = unit.inputs
        found = self._of_term(calculated.term, node)
        if found and not self.reading.index.facts[unit.id].provided:
            return found
        return found | self._of_term(given.term, node)

    def _of_aggregate(self, aggregate: Aggregate, node: Node) -> Bits:
        found = 0
        for part in node.children[aggregate.list_index]:
            if aggregate.where is not None and self.reading.raw(aggregate.where, part) is not False:
                found |= self._of_term(aggregate.where, part)
            if aggregate.of is not None and (aggregate.where is None or self.reading.raw(aggregate.where, part) is not False):
                found |= self._of_term(aggregate.of, part)
        if self.reading.raw(aggregate.complete, node) is not True:
            found |= 1 << self.bit(node, aggregate.complete.index)
        return found

    def _of_term(self, term: Term, node: Node) -> Bits:
        inner = term.of if isinstance(term, MovedTerm) else term
        if not isinstance(inner, FactTerm | UnitTerm) or self.reading.raw(inner, node) is not UNKNOWN:
            return 0
        where = above(node, inner.level)
        if isinstance(inner, UnitTerm) or inner.settled is not None:
            return self._of_unit(self.reading.index.units[inner.id], where)
        return 1 << self.bit(where, inner.index)


class Waiting:
    """
    Who waits for what in one run: its undetermined evaluations and its tasks without a due day, summed up.

    Args:
        lacking: of the run.
        evaluations: all of them.
    """

    def __init__(self, lacking: Lacking, evaluations: Iterable[Evaluation]) -> None:
        self._lacking = lacking
        self._found = [(each.unit.id, bits) for each in evaluations if (bits := lacking.of(each))]

    @cached_property
    def facts(self) -> tuple[tuple[Missing, int], ...]:
        """
        Each missing fact, with how many rules wait for it.

        Ordered by form step, then by how many rules it could settle, then as declared; provided facts are never asked of people.
        """
        facts = ((self._lacking.fact(bit), count) for bit, count in self._counts.items() if self._lacking.is_fact(bit))
        asked = [each for each in facts if not each[0].fact.provided]
        declared = self._lacking.reading.index.order_of_facts
        return tuple(sorted(asked, key=lambda each: (each[0].fact.step, -each[1], declared[each[0].fact.id], each[0].path)))

    @cached_property
    def figures(self) -> list[MissingFigure]:
        """Each figure that has no value on the day of the law, that for which most rules wait first."""
        found = self._lacking.figures(sum(1 << bit for bit in self._counts if not self._lacking.is_fact(bit)))
        return sorted(found, key=self.count, reverse=True)

    def count(self, missing: Missing | MissingFigure) -> int:
        """Return how many evaluations wait for a fact or figure."""
        return self._counts.get(missing.bit, 0)

    def rules(self, missing: Missing | MissingFigure) -> list[str]:
        """Return the ids of the rules that wait for a fact or figure, each once."""
        return self._rules.get(missing.bit, [])

    @cached_property
    def _counts(self) -> dict[int, int]:
        return dict(counted(bits for _, bits in self._found))

    @cached_property
    def _rules(self) -> dict[int, list[str]]:
        by_rule: dict[str, Bits] = {}
        for rule, bits in self._found:
            by_rule[rule] = by_rule.get(rule, 0) | bits
        found: dict[int, list[str]] = {}
        for rule, bits in by_rule.items():
            for bit in ones(bits):
                found.setdefault(bit, []).append(rule)
        return found


def ones(bits: Bits) -> Iterator[int]:
    """
    Yield the places of the bits that are set, the lowest first, in a time that is linear in their number.

    >>> list(ones(0b10110))
    [1, 2, 4]
    """
    digits = f"{bits:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def counted(sets: Iterable[Bits]) -> list[tuple[int, int]]:
    """
    Return each bit that is set in some of *sets*, with in how many.

    All bits are counted at once: the digits of their counts stand in integers of their own, to which a set is added like a number.

    >>> counted([0b011, 0b010, 0b010])
    [(0, 1), (1, 3)]
    """
    digits: list[Bits] = []
    some = 0
    for each in sets:
        some |= each
        carried = each
        for place, digit in enumerate(digits):
            digits[place], carried = digit ^ carried, digit & carried
            if not carried:
                break
        if carried:
            digits.append(carried)
    written = [f"{each:0{some.bit_length()}b}"[::-1] for each in digits]
    return [(bit, sum(1 << place for place, digit in enumerate(written) if digit[bit] == "1")) for bit in ones(some)]
