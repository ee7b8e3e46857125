"""
Reading a run: outcomes, inputs, reasons and what is missing, from the plan and the blocks alone.

Nothing here runs a rule, so a record made years ago reads as it did on the day: the plan says what each slot means.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from domain.calendar import Period, shift_all
from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.errors import DayToCome, FigureMissing
from rules.engine.index import PlanIndex
from rules.engine.plan import FigurePeriod, Unit, UnitKind
from rules.engine.run import Node, Outcome, as_day, in_force
from rules.engine.terms import AsOfTerm, ConstantTerm, FactTerm, FigureTerm, MovedTerm, Term, UnitTerm

APPLIED, NOT_APPLICABLE, UNDETERMINED, NOT_IN_FORCE, FAILED = "applied", "not_applicable", "undetermined", "not_in_force", "failed"
TRUTHS = {True: "TRUE", False: "FALSE", UNKNOWN: "UNKNOWN", None: "NOT_REACHED"}
TOLD = {FigureMissing.__name__, DayToCome.__name__}
"""Errors of rules whose text may be shown; that of others may quote facts."""
STATES = frozenset({Outcome.TO_DO, Outcome.MODERATE, Outcome.CRITICAL, Outcome.MISSED, Outcome.CLOSED})


class Value(NamedTuple):
    """
    An operand as it was: *value* is in plain form, ``UNKNOWN`` where it was not known.

    *origin* is ``given``, ``provided``, ``calculated``, ``figure``, ``constant`` or ``day``. A figure is *aged* where it was read for a day
    after the last for which it is sure: no newer value was found.
    """

    id: str
    value: Any
    origin: str
    unit: str | None = None
    term: Term | None = None
    path: str = ""
    period: FigurePeriod | None = None
    aged: bool = False


class Evaluation(NamedTuple):
    """One rule on one part: what came out. *output* is a value, a task's state or ``None``."""

    unit: Unit
    node: Node
    outcome: str
    output: Any

    @property
    def key(self) -> str:
        """The item's stable key: the rule and the part."""
        return f"{self.unit.id}@{self.node.path}" if self.node.path else self.unit.id


class Reading:
    """
    One run, read with its plan.

    Args:
        index: the plan of the rule set that ran.
        root: the run.
        as_of: the day that was today.
        provided: the (path, fact id) pairs whose value a provider gave.
    """

    def __init__(self, index: PlanIndex, root: Node, as_of: date, provided: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.index = index
        self.root = root
        self.as_of = as_of
        self.provided = provided
        self._values: dict[tuple[int, int], Value] = {}

    def evaluations(self) -> list[Evaluation]:
        """Return every rule on every part, a part's rules in the order of evaluation, a subject before its parts."""
        found: list[Evaluation] = []
        rules, new = self.index.derived("rules to read", _to_read), tuple.__new__
        for node in self.root.walk():
            block = node.block
            for unit, slot, calculates in rules[node.type_name]:
                result = block[slot]
                if calculates or not (result is True or result is False):
                    found.append(self.evaluation(unit, node))
                else:
                    found.append(new(Evaluation, (unit, node, APPLIED if result else NOT_APPLICABLE, None)))
        return found

    def evaluation(self, unit: Unit, node: Node) -> Evaluation:
        """Return what came out of *unit* on *node*."""
        result = node.block[unit.slot]
        if unit.kind is UnitKind.CALCULATION:
            if result is not UNKNOWN:
                return Evaluation(unit, node, APPLIED, neutral(result))
            return Evaluation(unit, node, self._why_unknown(unit, node), UNKNOWN)
        if result is True:
            return Evaluation(unit, node, APPLIED, None)
        if result is False or result is Outcome.NOT_YET:
            return Evaluation(unit, node, NOT_APPLICABLE, None)
        if result is UNKNOWN:
            return Evaluation(unit, node, UNDETERMINED, None)
        if result is None:
            return Evaluation(unit, node, NOT_IN_FORCE, None)
        if result is Outcome.FAILED:
            return Evaluation(unit, node, FAILED, None)
        return Evaluation(unit, node, APPLIED, result)

    def _why_unknown(self, unit: Unit, node: Node) -> str:
        if any(slot == unit.slot for slot, _, _ in node.failures):
            return FAILED
        if self.in_force(unit, node) is False:
            return NOT_IN_FORCE
        return NOT_APPLICABLE if unit.when is not None and self.raw(unit.when, node) is False else UNDETERMINED

    def in_force(self, unit: Unit, node: Node) -> Any:
        """Tell whether a rule is in force on its law day, ``UNKNOWN`` where that is."""
        if unit.since is None and unit.until is None:
            return True
        return in_force(as_day(unit.since), as_day(unit.until), self.law_day(unit, node))

    def law_day(self, unit: Unit, node: Node) -> Any:
        """Return the day on which the unit's figures and periods are read; unknown or absent as its fact is."""
        return self.as_of if unit.law_date is None else as_day(self.raw(unit.law_date, node))

    def failure(self, evaluation: Evaluation) -> tuple[str, str | None] | None:
        """Return the type of error with which a rule failed, and its text where that may be shown; others may quote facts."""
        for slot, kind, said in evaluation.node.failures:
            if slot == evaluation.unit.slot:
                return kind, said if kind in TOLD else None
        return None

    def due(self, unit: Unit, node: Node) -> date | None:
        """Return a task's due day, ``None`` where it has none or it is not known."""
        return self._day(unit.task.due, node) if unit.task and unit.task.due else None

    def day(self, term: Term, node: Node) -> date | None:
        """Return the day that an operand is, ``None`` where it is absent, not known or no day."""
        found = as_day(self.raw(term, node))
        return found if isinstance(found, date) else None

    def _day(self, moved: MovedTerm, node: Node) -> date | None:
        anchor = as_day(self.raw(moved.of, node))
        return shift_all(anchor, periods(moved)) if isinstance(anchor, date) else None

    # Operands.

    def raw(self, term: Term, node: Node) -> Any:
        """Return an operand as it stands in the run, ``UNKNOWN`` included."""
        if isinstance(term, FactTerm):
            where = above(node, term.level)
            return where.values[term.index] if term.settled is None else where.block[term.settled]
        if isinstance(term, UnitTerm):
            return above(node, term.level).block[term.slot]
        if isinstance(term, MovedTerm):
            inner = self.raw(term.of, node)
            return inner if inner is UNKNOWN or inner is None else self._day(term, node)
        if isinstance(term, AsOfTerm):
            return self.as_of
        if isinstance(term, ConstantTerm):
            return term.value
        raise TypeError("a figure is read on its unit's law day")

    def value(self, term: Term, node: Node, unit: Unit) -> Value:
        """Return an operand of *unit* with its origin."""
        key = (id(term), id(node))  # terms and nodes live as long as the reading
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._value(term, node, unit)
        return found

    def _value(self, term: Term, node: Node, unit: Unit) -> Value:
        if isinstance(term, FactTerm):
            where = above(node, term.level)
            plain = neutral(where.values[term.index] if term.settled is None else where.block[term.settled])
            return Value(term.id, plain, self.origin(term, where), self.index.facts[term.id].unit, term, where.path)
        if isinstance(term, UnitTerm):
            where = above(node, term.level)
            return Value(term.id, neutral(where.block[term.slot]), "calculated", self.index.units[term.id].unit, term, where.path)
        if isinstance(term, ConstantTerm):
            return Value("", term.value, "constant", None, term)
        if isinstance(term, MovedTerm):
            inner = self.value(term.of, node, unit)
            return Value(inner.id, neutral(self.raw(term, node)), inner.origin, None, term, inner.path)
        if isinstance(term, FigureTerm):
            day = self.law_day(unit, node)
            period = self.index.period(term.id, day)
            value = UNKNOWN if period is None or period.value is None else period.value
            aged = period is not None and period.sure_until is not None and period.sure_until < day.isoformat()
            return Value(term.id, value, "figure", self.index.figures[term.id].unit, term, "", period, aged)
        return Value("as_of", self.as_of.isoformat(), "day", None, term)

    def origin(self, term: FactTerm, where: Node) -> str:
        """Return where a fact's value comes from: given, else provided, else calculated."""
        if term.settled is not None and where.values[term.index] is UNKNOWN:
            return "calculated"
        return "provided" if self.provided and (where.path, term.id) in self.provided else "given"

    def passed_over(self, value: Value) -> tuple[str, ...]:
        """Return the origins that a fact could have come from after the one that was used."""
        return self.index.passed_over(value.term, value.origin) if isinstance(value.term, FactTerm) else ()

    def inputs(self, evaluation: Evaluation) -> list[Value]:
        """Return the inputs of a rule: a calculation's parameters, or the operands of the leaves that were reached."""
        return [self.value(term, evaluation.node, evaluation.unit) for term in self._terms_read(evaluation)]

    def figures(self, evaluation: Evaluation) -> dict[str, FigurePeriod]:
        """Return the period of each dated figure among the inputs of a rule, by its id; nothing of one that has none on that day."""
        unit, node = evaluation.unit, evaluation.node
        periods = {term.id: self.value(term, node, unit).period for term in self._terms_read(evaluation) if isinstance(term, FigureTerm)}
        return {name: period for name, period in periods.items() if period is not None}

    def plain_inputs(self, evaluation: Evaluation) -> dict[str, Any]:
        """Return the inputs of a rule in plain form by id, ``UNKNOWN`` where one was not known: less than ``inputs``, and in less time."""
        unit, node = evaluation.unit, evaluation.node
        return {
            id_of(term): self.value(term, node, unit).value if isinstance(term, FigureTerm) else neutral(self.raw(term, node))
            for term in self._terms_read(evaluation)
        }

    def _terms_read(self, evaluation: Evaluation) -> Iterable[Term]:
        block = evaluation.node.block
        operands = self.index.operands[evaluation.unit.id]
        return {key: term for key, term, slot in operands if slot is None or block[slot] is not None}.values()


def _to_read(index: PlanIndex) -> dict[str, list[tuple[Unit, int, bool]]]:
    """Return the rules of each type with their slots, and whether they calculate."""
    return {name: [(unit, unit.slot, unit.kind is UnitKind.CALCULATION) for unit in units] for name, units in index.rules.items()}


def since_when(period: FigurePeriod) -> str | None:
    """Return since when a figure holds, ``None`` where no text that was found says so."""
    return period.since if period.dated else None


def id_of(term: Term) -> str:
    """Return the id of what a term reads."""
    if isinstance(term, MovedTerm):
        return term.of.id
    return "as_of" if isinstance(term, AsOfTerm) else "" if isinstance(term, ConstantTerm) else term.id


def above(node: Node, level: int) -> Node:
    """Return the node *level* steps up."""
    for _ in range(level):
        assert node.parent is not None
        node = node.parent
    return node


def periods(moved: MovedTerm) -> tuple[Period, ...]:
    """Return the periods by which a date is moved."""
    return tuple(Period(*each) for each in moved.periods)
