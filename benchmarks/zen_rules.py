"""
The same rules in zen-engine: one expression a rule, in the order of the plan, with zen's own trace on.

Days are numbers and thresholds are worked out beforehand, which spares zen the calendar; it knows no unknown.
"""

import ast
import inspect
import json
from datetime import date
from decimal import Decimal
from typing import Any

import zen

from domain.calendar import Period
from domain.subjects import Subject
from domain.text import Choice
from rules.engine.plan import Unit
from rules.engine.rule import Calculation
from rules.engine.ruleset import RuleSet
from rules.engine.run import Outcome, day_before_which
from rules.engine.terms import And, ConstantTerm, FactTerm, Leaf, Negation, Or, Term, Tree, UnitTerm

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Lt: "<", ast.Gt: ">"}


class ZenRules:
    """A flat rule set as a decision of zen-engine."""

    def __init__(self, rules: RuleSet, as_of: date) -> None:
        self.rules = rules
        self.as_of = as_of
        expressions = [{"id": f"e{unit.slot}", "key": f"s{unit.slot}", "value": self._unit(unit)} for unit in rules.plan.units]
        content = {"expressions": expressions, "passThrough": False, "inputField": None, "outputPath": None, "executionMode": "single"}
        place = {"x": 0, "y": 0}
        nodes = [
            {"id": "in", "name": "in", "type": "inputNode", "position": place},
            {"id": "rules", "name": "rules", "type": "expressionNode", "position": place, "content": content},
            {"id": "out", "name": "out", "type": "outputNode", "position": place},
        ]
        edges = [{"id": f"{a}{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in (("in", "rules"), ("rules", "out"))]
        graph = {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
        self.decision = zen.ZenEngine().create_decision(json.dumps(graph))

    def evaluate(self, given: dict[str, Any]) -> Any:
        """Evaluate every rule, with the trace."""
        return self.decision.evaluate(given, {"trace": True})

    def given(self, subject: Subject) -> dict[str, Any]:
        """Return a subject as zen takes it."""
        return {f"f{index}": _plain(value) for index, value in enumerate(subject.values)}

    def check(self, subject: Subject) -> None:
        """Check that zen and the engine agree."""
        answers, block = self.evaluate(self.given(subject))["result"], self.rules.run(subject, self.as_of).block
        for unit in self.rules.plan.units:
            theirs, ours = answers[f"s{unit.slot}"], _plain(block[unit.slot])
            if theirs != ours and not (isinstance(ours, float) and abs(theirs - ours) < 1e-6):
                raise AssertionError(f"{unit.id}: zen says {theirs}, the engine {ours}")

    def _unit(self, unit: Unit) -> str:
        if unit.task is not None:
            return self._task(unit)
        if unit.condition is not None:
            return self._tree(unit.condition)
        declared = self.rules.declarations[unit.id]
        assert isinstance(declared, Calculation)
        assert declared.function is not None
        source = ast.parse(inspect.getsource(declared.function)).body[0]
        assert isinstance(source, ast.FunctionDef)
        assert isinstance(source.body[0], ast.Return)
        return _python(source.body[0].value, {each.name: self._term(each.term) for each in unit.inputs})

    def _term(self, term: Term) -> str:
        match term:
            case FactTerm(index=index):
                return f"f{index}"
            case UnitTerm(slot=slot):
                return f"$.s{slot}"
            case ConstantTerm(value=value, label=label):
                return f"'{value}'" if label else str(value)
        raise TypeError(f"the flat workload holds no {type(term).__name__} there")

    def _tree(self, tree: Tree) -> str:
        match tree:
            case And(items):
                return f"({' and '.join(map(self._tree, items))})"
            case Or(items):
                return f"({' or '.join(map(self._tree, items))})"
            case Negation(item):
                return f"not ({self._tree(item)})"
        return self._leaf(tree)

    def _leaf(self, leaf: Leaf) -> str:
        first = leaf.terms[0]
        if leaf.test == "reached":
            day = self._term(first.of)  # type: ignore[union-attr]  # a day that is reached is always moved, if by nothing
            return f"({day} != null and {day} < {self._before(first.periods, reached=True)})"  # type: ignore[union-attr]  # as above
        return self._term(first) if leaf.test == "holds" else f"{self._term(first)} {leaf.test} {self._term(leaf.terms[1])}"

    def _before(self, periods: tuple[tuple[int, int], ...], *, reached: bool) -> int:
        return day_before_which(self.as_of, tuple(Period(*each) for each in periods), reached=reached).toordinal()

    def _task(self, unit: Unit) -> str:
        task = unit.task
        assert task is not None
        assert unit.condition is not None
        state = "'TO_DO'"
        early = "false"
        if task.due is not None:
            day = self._term(task.due.of)
            for name, back in (("MODERATE", task.moderate), ("CRITICAL", task.critical), ("MISSED", (0, 0))):
                if back is not None:
                    state = f"({day} < {self._before((*task.due.periods, (-back[0], -back[1])), reached=False)} ? '{name}' : {state})"
            state = f"({day} == null ? 'TO_DO' : {state})"
            if task.shown_from is not None:
                before = self._before((*task.due.periods, (-task.shown_from[0], -task.shown_from[1])), reached=True)
                early = f"({day} != null and {day} >= {before})"
        closed = self._tree(task.closed)
        return f"{self._tree(unit.condition)} ? ({early} ? 'NOT_YET' : ({closed} ? 'CLOSED' : {state})) : false"


def _python(node: ast.AST | None, names: dict[str, str]) -> str:
    """Return a Python expression in zen's language."""
    match node:
        case ast.BinOp(left, operator, right):
            return f"({_python(left, names)} {OPERATORS[type(operator)]} {_python(right, names)})"
        case ast.Compare(left, [operator], [right]):
            return f"({_python(left, names)} {OPERATORS[type(operator)]} {_python(right, names)})"
        case ast.IfExp(test, body, orelse):
            return f"({_python(test, names)} ? {_python(body, names)} : {_python(orelse, names)})"
        case ast.Name(name):
            return names[name]
        case ast.Constant(value):
            return str(value)
    raise TypeError("the workload's calculations hold nothing else")


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return float(value)
        case date():
            return value.toordinal()
        case Choice() | Outcome():
            return value.name
    return value
