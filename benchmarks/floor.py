"""
The floor: the fastest plain Python that answers the same rules, generated from the same plan.

One function of ``if`` and ``else``: no call but of calculations that are more than one expression of their inputs, whose functions are
called as by hand; the same types, short-circuit, parts in loops. It keeps the rules' results and no truth of any leaf, knows no unknown,
takes lists of parts to be complete, and fails as a whole where one rule raises.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.floor_parts import Parts
from domain.facts import UNKNOWN
from domain.subjects import Subject
from rules.engine.compilation.emission import Emission
from rules.engine.plan import Segment, Unit, UnitKind
from rules.engine.rule import Calculation
from rules.engine.ruleset import RuleSet
from rules.engine.terms import And, ConstantTerm, FactTerm, FigureTerm, Leaf, Negation, Or, Term, Tree, UnitTerm
from rules.engine.trees import leaves_of, trees

Answer = Callable[[Subject, list[Any]], tuple[Any, ...]]


@dataclass
class _Names(Emission):
    """Names every fact ``member_f3`` and every result ``member_s7``, and notes what is read."""

    types: list[str] = field(default_factory=list)
    read: dict[str, None] = field(default_factory=dict)

    def term(self, term: Term) -> str:
        """Return the name of an operand."""
        match term:
            case FactTerm(level=level, settled=slot) if slot is not None:
                name = f"{self.types[level]}_s{slot}"
            case FactTerm(level=level, index=index):
                name = f"{self.types[level]}_f{index}"
            case UnitTerm(level=level, slot=slot):
                name = f"{self.types[level]}_s{slot}"
            case _:
                return super().term(term)
        self.read[name] = None
        return name

    def tree(self, tree: Tree | None) -> str:
        """Return a condition as one expression."""
        match tree:
            case Leaf():
                return f"({self.test(tree)})"
            case Negation(item):
                return f"(not {self.tree(item)})"
            case And(items):
                return f"({' and '.join(map(self.tree, items))})"
            case Or(items):
                return f"({' or '.join(map(self.tree, items))})"
        return "True"


def compile_floor(rules: RuleSet, left_out: frozenset[str] = frozenset()) -> Answer:
    """
    Return the floor of *rules*: from a subject and a day's environment to every result, in the order of ``results``.

    Args:
        rules: the rule set.
        left_out: ids of units that are unknown whatever the facts are; the floor does not look at them.
    """
    text = _Text(rules, left_out)
    lines = list(text.function())
    names = {**text.globals, **text.names}
    exec("\n".join(lines), names)
    floor: Answer = names["floor"]
    return floor


def results(rules: RuleSet, subject: Subject, as_of: date, left_out: frozenset[str] = frozenset()) -> tuple[Any, ...]:
    """Return what the engine answers, in the order of the floor: by segment, then by part."""
    nodes = list(rules.run(subject, as_of).walk())
    units = {unit.id: unit for unit in rules.plan.units}
    return tuple(
        tuple(UNKNOWN if name in left_out else node.block[units[name].slot] for name in segment.units)
        for segment in rules.plan.segments
        for node in nodes
        if node.type_name == segment.type
    )


class _Text:
    """Writes the function."""

    def __init__(self, rules: RuleSet, left_out: frozenset[str]) -> None:
        self.rules = rules
        self.plan = rules.plan
        self.left_out = left_out
        self.units = {unit.id: unit for unit in self.plan.units}
        self.names: dict[str, Any] = {}
        self.globals = {name: value for segment in rules.segments for name, value in segment.function.__globals__.items()}
        self.environment = {key: index for index, key in enumerate(rules.environment_keys)}
        self.optional = frozenset(fact.id for each in self.plan.types for fact in each.facts if fact.optional)
        self.optional |= frozenset(unit.id for unit in self.plan.units if unit.optional)
        self.parts = Parts(self.plan, self.optional)
        self.read: dict[str, None] = {}
        terms = [term for unit in self.plan.units for tree in trees(unit) for leaf in leaves_of(tree) for term in leaf.terms]
        self.constants = {each.index: self.globals.get(f"k{each.index}", each.value) for each in terms if isinstance(each, ConstantTerm)}

    def function(self) -> Iterator[str]:
        """Yield the lines of the whole function."""
        root = self.plan.root
        body = [line for number, segment in enumerate(self.plan.segments) for line in self._segment(number, segment)]
        yield "def floor(root, e):"
        yield from (f"    e{index} = e[{index}]" for index in range(len(self.environment)))
        yield "    values = root.values"
        yield from (f"    {name} = values[{name.rpartition('f')[2]}]" for name in self.read if name.startswith(f"{root}_f"))
        yield from (f"    {line}" for line in self.parts.gathered())
        yield from body
        each = (f"results{n}" if segment.type == root else f"*results{n}" for n, segment in enumerate(self.plan.segments))
        yield f"    return ({', '.join(each)},)"

    def _segment(self, number: int, segment: Segment) -> Iterator[str]:
        names = _Names(
            segment,
            self.constants,  # type: ignore[arg-type]  # read by index, as the list is
            self.optional,
            frozenset(),
            self.environment,
            self.names,
            types=self.parts.chain(segment.type),
        )
        units = [self.units[name] for name in segment.units]
        body = [line for unit in units for line in self._unit(unit, names)]
        self.read |= names.read
        outcome = "".join(f"{segment.type}_s{unit.slot}, " for unit in units)
        if segment.type == self.plan.root:
            yield from (f"    {line}" for line in body)
            yield f"    results{number} = ({outcome})"
        else:
            yield f"    results{number} = []"
            yield f"    for place, part in enumerate({segment.type}_parts):"
            yield from (f"        {line}" for line in (*self.parts.loaded(names.read, segment, number), *body))
            yield f"        results{number} += (({outcome}),)"

    def _unit(self, unit: Unit, names: _Names) -> Iterator[str]:
        result = f"{unit.type}_s{unit.slot}"
        if unit.id in self.left_out:
            yield f"{result} = U"
        elif unit.aggregate is not None:
            yield from self.parts.aggregated(unit, result, names.term)
        elif unit.kind is UnitKind.CALCULATION:
            yield from _only_when(unit.when, self._calculation(unit, names, result), names, result)
        elif unit.task is not None:
            yield from self._task(unit, names, result)
        else:
            yield f"{result} = {names.tree(unit.condition)}"

    def _calculation(self, unit: Unit, names: _Names, result: str) -> Iterator[str]:
        inputs = {each.name: names.term(each.term) for each in unit.inputs}
        declared = self.rules.declarations.get(unit.id)
        function = declared.function if isinstance(declared, Calculation) else None
        if unit.law_date is not None:
            dated = {each.name: each.term.id for each in unit.inputs if isinstance(each.term, FigureTerm)}
            inputs |= {name: f"figure_on(dated_{figure}, {names.term(unit.law_date)})" for name, figure in dated.items()}
        if unit.settles:
            yield f"{result} = {inputs['calculated']} if {inputs['given']} is U else {inputs['given']}"
        elif unit.moved is not None:
            yield f"{result} = {names.term(unit.moved)}"
        elif function is None and not unit.elapsed and not unit.turns:
            yield f"{result} = {inputs['value']}"
        else:
            called = f"function{unit.slot}_{unit.type}({', '.join(inputs.values())})"
            yield f"{result} = {(_body(function, inputs) if function else None) or called}"

    def _task(self, unit: Unit, names: _Names, result: str) -> Iterator[str]:
        task = unit.task
        assert task is not None
        yield f"if not {names.tree(unit.condition)}: {result} = False"
        day = "None" if task.due is None else names.term(task.due.of)

        def threshold(back: tuple[int, int], *, reached: bool) -> str:
            assert task is not None
            assert task.due is not None
            periods = task.due.periods if back == (0, 0) else (*task.due.periods, (-back[0], -back[1]))
            return names.today(("before", periods, reached))

        if task.shown_from is not None:
            yield f"elif {day} is not None and {day} >= {threshold(task.shown_from, reached=True)}: {result} = NOT_YET"
        yield f"elif {names.tree(task.closed)}: {result} = CLOSED"
        if task.due is not None:
            without = f" or {day} is U" if isinstance(task.due.of, UnitTerm) and self.units[task.due.of.id].when else ""
            yield f"elif {day} is None{without}: {result} = TO_DO"
            for state, back in (("MISSED", (0, 0)), ("CRITICAL", task.critical), ("MODERATE", task.moderate)):
                if back is not None:
                    yield f"elif {day} < {threshold(back, reached=False)}: {result} = {state}"
        yield f"else: {result} = TO_DO"


def _only_when(when: UnitTerm | None, lines: Iterator[str], names: _Names, result: str) -> Iterator[str]:
    """Yield what gives a value that only some subjects have."""
    if when is None:
        yield from lines
        return
    yield f"if not {names.term(when)}: {result} = U"
    yield "else:"
    yield from (f"    {line}" for line in lines)


def _body(function: Callable[..., Any], inputs: dict[str, str]) -> str:
    """Return what a function of one ``return`` over its inputs gives, with their names put in; empty for any other function."""
    (source,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    assert isinstance(source, ast.FunctionDef)
    statements = [each for each in source.body if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))]
    if len(statements) > 1 or not isinstance(statements[0], ast.Return) or statements[0].value is None:
        return ""
    names = [node for node in ast.walk(statements[0].value) if isinstance(node, ast.Name)]
    if any(node.id not in inputs for node in names):
        return ""
    for node in names:
        node.id = inputs[node.id]
    return f"({ast.unparse(statements[0].value)})"
