"""
Evaluations as the trace tells them: plain values, ready for JSON.

Every answer carries them, so what is alike in every run of a plan (which operands a rule reads, how a test is written) is prepared once
a plan, and an operand that several rules read of the same part is told once a decision.
"""

from typing import Any, NamedTuple

from api.schema.view import DecisionView
from domain.facts import UNKNOWN
from domain.values import known_neutral
from rules.engine.explain import Reason
from rules.engine.index import PlanIndex
from rules.engine.plan import AsOfTerm, ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Term, Unit, UnitTerm
from rules.engine.reading import FAILED, TRUTHS, Evaluation, Value, above
from rules.engine.run import Node, Outcome
from rules.engine.trees import leaves_of, trees

Told = dict[str, Any]


class Read(NamedTuple):
    """An operand of a rule: where slots are given, only if a leaf whose truth stands there was reached."""

    key: tuple[str, ...]
    term: Term
    level: int | None
    slots: tuple[int, ...]


class PlanTexts:
    """What is alike in every run of one plan."""

    def __init__(self, index: PlanIndex) -> None:
        self.reads: dict[str, tuple[Read, ...]] = {unit.id: _reads(index, unit) for unit in index.plan.units}
        leaves = (leaf for unit in index.plan.units for tree in trees(unit) for leaf in leaves_of(tree))
        self.tests: dict[int, str] = {id(leaf): test(leaf) for leaf in leaves}  # the plan holds its leaves

    def test(self, leaf: Leaf) -> str:
        """Return a leaf as text."""
        return self.tests.get(id(leaf)) or test(leaf)


class Teller:
    """Tells the evaluations of one decision."""

    def __init__(self, view: DecisionView) -> None:
        self._view = view
        self._reading = view.decision.reading
        self._texts = view.decision.index.derived("trace texts", PlanTexts)
        self._inputs: dict[tuple[tuple[str, ...], int], Told] = {}

    def evaluation(self, evaluation: Evaluation) -> Told:
        """Tell one evaluation: inputs, output, reasons."""
        unit, node, output = evaluation.unit, evaluation.node, evaluation.output
        told: Told = {"rule": unit.id, "outcome": evaluation.outcome}
        if node.path:
            told["part"] = node.path
        told["inputs"] = self._inputs_of(unit, node)
        if output is not None and output is not UNKNOWN:
            told["output"] = output.name if isinstance(output, Outcome) else known_neutral(output)
        if evaluation.outcome == FAILED and (failure := self._reading.failure(evaluation)) is not None:
            told["error"] = failure[1] or failure[0]
        told["reasons"] = [self._reason(each) for each in self._view.reasons(evaluation)]
        return told

    def _inputs_of(self, unit: Unit, node: Node) -> list[Told]:
        block, known, found = node.block, self._inputs, []
        for key, term, level, slots in self._texts.reads[unit.id]:
            for slot in slots:
                if block[slot] is not None:
                    break
            else:
                if slots:
                    continue
            if level is None:
                found.append(self._input(term, node, unit))
                continue
            place = key, id(above(node, level) if level else node)
            told = known.get(place)
            if told is None:
                told = known[place] = self._input(term, node, unit)
            found.append(told)
        return found

    def _input(self, term: Term, node: Node, unit: Unit) -> Told:
        value: Value = self._reading.value(term, node, unit)
        told: Told = {"id": value.id, "origin": value.origin}
        told["value"] = {"unknown": True} if value.value is UNKNOWN else value.value
        if value.unit is not None:
            told["unit"] = value.unit
        if value.path:
            told["part"] = value.path
        if passed_over := self._reading.passed_over(value):
            told["passedOver"] = passed_over
        return told

    def _reason(self, reason: Reason) -> Told:
        told: Told
        if reason.leaf is None:
            told = {"test": reason.unit.id, "truth": TRUTHS[reason.truth], "part": reason.path}
        else:
            told = {"test": self._texts.test(reason.leaf), "truth": TRUTHS[reason.truth]}
        if reason.reasons:
            told["reasons"] = [self._reason(each) for each in reason.reasons]
        return told


def _reads(index: PlanIndex, unit: Unit) -> tuple[Read, ...]:
    slots: dict[tuple[str, ...], list[int | None]] = {}
    terms: dict[tuple[str, ...], Term] = {}
    for operand in index.operands[unit.id]:
        terms.setdefault(operand.key, operand.term)
        slots.setdefault(operand.key, []).append(operand.slot)
    return tuple(
        Read(key, term, _level(term), () if None in slots[key] else tuple(each for each in slots[key] if each is not None))
        for key, term in terms.items()
    )


def _level(term: Term) -> int | None:
    """Return how far above a term reads; none for what depends on the rule that reads it, or on nothing."""
    inner = term.of if isinstance(term, MovedTerm) else term
    return inner.level if isinstance(inner, FactTerm | UnitTerm) else None


def test(leaf: Leaf) -> str:
    """Return a leaf as text: ``person.nationality == FRENCH``."""
    names = [_name(each) for each in leaf.terms]
    return names[0] if leaf.test == "condition" else " ".join((names[0], leaf.test, *names[1:]))


def _name(term: Term) -> str:
    match term:
        case ConstantTerm(value=value):
            return str(value)
        case AsOfTerm():
            return "as_of"
        case MovedTerm(of=of, periods=periods):
            return of.id + "".join(f"{months:+}m{days:+}d" for months, days in periods)
        case FactTerm(id=name) | UnitTerm(id=name) | FigureTerm(id=name):
            return name
