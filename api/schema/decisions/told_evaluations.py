"""
Evaluations as the trace tells them, written as JSON.

    {"rule": "documents.identity.identity_card", "outcome": "applied", "part": "marie",
     "inputs": [{"id": "person.nationality", "origin": "given", "value": "FRENCH", "part": "marie"}],
     "reasons": [{"test": "person.nationality == FRENCH", "truth": "TRUE"}]}

A dated figure says since when it holds, where a text says so, and in which text it stands, also where a reason held something against it:

    {"id": "plus_ceilings", "origin": "figure", "since": "2026-01-01", "source": "Arrêté du 19 décembre 2025 …", "value": {…}}

What rests on a dated figure of which no newer value was found names it: ``"agedFigures": ["plus_ceilings"]``, and the figure among the
inputs says up to which day it is sure. What rests on something taken for true names that condition: ``"doubts": ["calculations.…"]``.

Every answer carries them, so what is alike in every run of a plan is written once a plan, what evaluations that are alike say is written
once for all, and an operand that several rules read of the same part once a decision. The reasons of a calculation are its inputs.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from api.schema.decisions.masking import NOTHING, Hidden, hides_leaf
from domain.facts import UNKNOWN
from domain.values import known_neutral
from rules.engine.answers.grounds import Ground
from rules.engine.answers.reading import FAILED, TRUTHS, Evaluation, Reading, Value, above, since_when
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.plan import FigurePeriod, Unit, UnitKind
from rules.engine.run import Node, Outcome
from rules.engine.terms import AsOfTerm, ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Term, UnitTerm
from rules.engine.trees import leaves_of, trees

Write = Callable[[Reading, Node, Node], bytes]
"""Writes an operand but for its part: of a reading, on the node where it stands, for a rule on another node."""


class Read(NamedTuple):
    """
    An operand of a rule.

    Args:
        key: what tells it from the rule's other operands.
        level: how far above the rule's part it stands; none where it stands on no part.
        slots: read only if a leaf whose truth stands in one of these was reached; none given: always.
        write: writes it.
    """

    key: tuple[str, ...]
    level: int | None
    slots: tuple[int, ...]
    write: Write


class Written:
    """What is alike in every run of one plan, in JSON."""

    def __init__(self, index: PlanIndex) -> None:
        self.heads = {unit.id: orjson.dumps({"rule": unit.id})[:-1] for unit in index.plan.units}
        self.reads = {unit.id: tuple(_reads(index, unit)) for unit in index.plan.units}
        leaves = [leaf for unit in index.plan.units for tree in trees(unit) for leaf in leaves_of(tree)]
        self.tests = {id(leaf): _tests(leaf) for leaf in leaves}  # the plan holds its leaves
        figures = {id(leaf): tuple(each for each in leaf.terms if isinstance(each, FigureTerm)) for leaf in leaves}
        self.figures = {leaf: terms for leaf, terms in figures.items() if terms}


class Teller:
    """Tells the evaluations of one decision, values of what is *hidden* left out: ``"masked": true`` stands in their place."""

    def __init__(self, decision: Decision, hidden: Hidden = NOTHING) -> None:
        self._decision = decision
        self._hidden = hidden
        self._grounds = decision.explanation.grounds
        self._reading = decision.reading
        self._written: Written = decision.index.derived("trace", Written)
        self._inputs: dict[tuple[tuple[str, ...], int], bytes] = {}
        self._parts: dict[int, bytes] = {}

    def evaluation(self, evaluation: Evaluation) -> bytes:
        """Write one evaluation, or return what was written of one like it."""
        if self._hidden:
            return self.written(evaluation)
        alike = self._decision.alike(evaluation)
        name = "trace", str(self._reserves(evaluation))  # what is behind its inputs may be of another day
        told: bytes | None = alike.get(name)
        if told is None:
            told = alike[name] = self.written(evaluation)
        return told

    def _reserves(self, evaluation: Evaluation) -> dict[str, list[str]]:
        """Return the figures without a newer value, and the conditions taken for true, that an evaluation rests on."""
        aging = self._decision.explanation.aging
        aged = [each.figure.id for each in aging.of(evaluation)]
        doubts = [each.id for each in aging.doubts(evaluation) if each.id not in self._hidden]
        return {name: found for name, found in (("agedFigures", aged), ("doubts", doubts)) if found}

    def written(self, evaluation: Evaluation) -> bytes:
        """Write one evaluation anew: inputs, output, reasons."""
        unit, node, output = evaluation.unit, evaluation.node, evaluation.output
        inputs = b",".join([self._input(read, node) for read in self._written.reads[unit.id] if _is_reached(read.slots, node.block)])
        told = [self._written.heads[unit.id], b',"outcome":"', evaluation.outcome.encode(), b'"', self._part(node), b',"inputs":[', inputs]
        told.append(b"]")
        if unit.id not in self._hidden and (reserves := self._reserves(evaluation)):
            told += b",", orjson.dumps(reserves)[1:-1]
        if unit.kind is UnitKind.CALCULATION and unit.id in self._hidden:
            told.append(b',"masked":true')
        elif output is not None and output is not UNKNOWN:
            told += b',"output":', orjson.dumps(output.name if isinstance(output, Outcome) else known_neutral(output))
        if evaluation.outcome == FAILED and (failure := self._reading.failure(evaluation)) is not None:
            told += b',"error":', orjson.dumps(failure[1] or failure[0])
        if unit.kind is not UnitKind.CALCULATION:
            told += b',"reasons":[', b",".join([self._reason(each) for each in self._grounds.of(evaluation)]), b"]"
        told.append(b"}")
        return b"".join(told)

    def _input(self, read: Read, node: Node) -> bytes:
        """Write an operand, once for each part that it is read of."""
        if self._hidden and read.key[0] in self._hidden:
            where = above(node, read.level or 0)
            return orjson.dumps({"id": read.key[0], "masked": True})[:-1] + self._part(where) + b"}"
        if read.level is None:
            return read.write(self._reading, node, node) + b"}"
        where = above(node, read.level) if read.level else node
        place = read.key, id(where)
        written = self._inputs.get(place)
        if written is None:
            written = self._inputs[place] = read.write(self._reading, where, node) + self._part(where) + b"}"
        return written

    def _part(self, node: Node) -> bytes:
        written = self._parts.get(id(node))
        if written is None:
            written = self._parts[id(node)] = b',"part":' + orjson.dumps(node.path) if node.parent else b""
        return written

    def _reason(self, ground: Ground) -> bytes:
        truth = truth_name(ground.truth)
        if hides_leaf(self._hidden, ground.leaf, ground.unit):
            told = self._masked_reason(ground)
        elif ground.leaf is None:
            told = orjson.dumps({"test": ground.unit.id, "truth": truth})[:-1] + self._part(ground.node)
        else:
            told = self._written.tests[id(ground.leaf)][truth] + self._figures(ground, ground.leaf)
        if ground.grounds:
            told += b',"reasons":[' + b",".join([self._reason(each) for each in ground.grounds]) + b"]"
        return told + b"}"

    def _figures(self, ground: Ground, leaf: Leaf) -> bytes:
        """Write the dated figures that a leaf held something against."""
        terms = self._written.figures.get(id(leaf))
        if terms is None:
            return b""
        return b',"figures":[' + b",".join([_value(self._reading.value(each, ground.node, ground.unit)) + b"}" for each in terms]) + b"]"

    def _masked_reason(self, ground: Ground) -> bytes:
        what = ground.unit.id if ground.leaf is None else test(ground.leaf)
        return orjson.dumps({"test": what, "masked": True})[:-1] + (self._part(ground.node) if ground.leaf is None else b"")


def truth_name(truth: Any) -> str:
    """Return what a truth is called; by identity, as the hash of an enumeration is slow."""
    return "TRUE" if truth is True else "FALSE" if truth is False else "UNKNOWN" if truth is UNKNOWN else "NOT_REACHED"


def _is_reached(slots: tuple[int, ...], block: Sequence[Any]) -> bool:
    return not slots or any(block[slot] is not None for slot in slots)


def _reads(index: PlanIndex, unit: Unit) -> list[Read]:
    slots: dict[tuple[str, ...], list[int | None]] = {}
    terms: dict[tuple[str, ...], Term] = {}
    for operand in index.operands[unit.id]:
        terms.setdefault(operand.key, operand.term)
        slots.setdefault(operand.key, []).append(operand.slot)
    always = {key for key, found in slots.items() if None in found}
    return [
        Read(key, _level(term), () if key in always else tuple(each for each in slots[key] if each is not None), _writer(index, term, unit))
        for key, term in terms.items()
    ]


def _level(term: Term) -> int | None:
    inner = term.of if isinstance(term, MovedTerm) else term
    return inner.level if isinstance(inner, FactTerm | UnitTerm) else None


def _writer(index: PlanIndex, term: Term, unit: Unit) -> Write:
    """Return what writes an operand of *unit*: facts and calculated values are most of them, and the quickest."""
    if isinstance(term, FactTerm):
        return _fact_writer(index, term)
    if isinstance(term, UnitTerm):
        slot, head = term.slot, _head(term.id, "calculated", index.units[term.id].unit)
        return lambda _reading, where, _node: head + _json(where.block[slot])

    def write(reading: Reading, _where: Node, node: Node) -> bytes:
        return _value(reading.value(term, node, unit))

    return write


def _fact_writer(index: PlanIndex, term: FactTerm) -> Write:
    heads: Mapping[str, bytes] = {
        origin: _head(term.id, origin, index.facts[term.id].unit, index.passed_over(term, origin))
        for origin in ("given", "provided", "calculated")
    }
    position, settled = term.index, term.settled

    def write(reading: Reading, where: Node, _node: Node) -> bytes:
        value = where.values[position] if settled is None else where.block[settled]
        return heads[reading.origin(term, where)] + _json(value)

    return write


def _value(value: Value) -> bytes:
    """Write an operand that was read."""
    told = _head(value.id, value.origin, value.unit, period=value.period) + _json(value.value)
    return told + b',"sureUntil":' + orjson.dumps(value.period.sure_until) if value.aged and value.period is not None else told


def _head(name: str, origin: str, unit: str | None, passed_over: tuple[str, ...] = (), *, period: FigurePeriod | None = None) -> bytes:
    """Write an operand up to its value."""
    told = {"id": name, "origin": origin, "unit": unit, "passedOver": passed_over or None}
    told |= {} if period is None else {"since": since_when(period), "source": period.source}
    return orjson.dumps({key: each for key, each in told.items() if each is not None})[:-1] + b',"value":'


def _json(value: Any) -> bytes:
    return orjson.dumps(known_neutral(value))


def _tests(leaf: Leaf) -> dict[str, bytes]:
    return {truth: orjson.dumps({"test": test(leaf), "truth": truth})[:-1] for truth in TRUTHS.values()}


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
