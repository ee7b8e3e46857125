"""
The floor: the fastest plain Python that answers the same rules, generated from the same plan.

One function of ``if`` and ``else``: no calls, the bodies of calculations written in place, the same types, short-circuit, parts in loops.
It keeps the rules' results and no truth of any leaf, knows no unknown, and fails as a whole where one rule raises.
"""

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.subjects import Subject
from rules.engine.emission import Emission
from rules.engine.plan import And, ConstantTerm, FactTerm, Leaf, Negation, Or, Segment, Term, Tree, Unit, UnitKind, UnitTerm
from rules.engine.rule import Calculation
from rules.engine.ruleset import RuleSet
from rules.engine.trees import leaves_of

Answer = Callable[[Subject, list[Any]], tuple[Any, ...]]


@dataclass
class _Names(Emission):
    """Names every fact ``member_f3`` and every result ``member_s7``, and notes what is read."""

    types: list[str] = field(default_factory=list)
    read: dict[str, None] = field(default_factory=dict)

    def term(self, term: Term) -> str:
        """Return the name of an operand."""
        match term:
            case FactTerm(level=level, index=index):
                name = f"{self.types[level]}_f{index}"
            case UnitTerm(level=level, slot=slot):
                name = f"{self.types[level]}_s{slot}"
            case _:
                return super().term(term)
        self.read[name] = None
        return name

    def tree(self, tree: Tree) -> str:
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


def compile_floor(rules: RuleSet) -> Answer:
    """Return the floor of *rules*: from a subject and a day's environment to every result, in the order of ``results``."""
    text = _Text(rules)
    names = _globals(rules)
    exec("\n".join(text.function()), names)
    floor: Answer = names["floor"]
    return floor


def results(rules: RuleSet, subject: Subject, as_of: date) -> tuple[Any, ...]:
    """Return what the engine answers, in the order of the floor: by segment, then by part."""
    nodes = list(rules.run(subject, as_of).walk())
    units = {unit.id: unit for unit in rules.plan.units}
    return tuple(
        tuple(node.block[units[name].slot] for name in segment.units)
        for segment in rules.plan.segments
        for node in nodes
        if node.type_name == segment.type
    )


class _Text:
    """Writes the function."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.units = {unit.id: unit for unit in rules.plan.units}
        self.above = {each.name: each.above for each in rules.plan.types}
        self.environment = {key: index for index, key in enumerate(rules.environment_keys)}
        self.home = {(unit.type, unit.slot): number for number, each in enumerate(rules.plan.segments) for unit in self._of(each)}
        self.read: dict[str, None] = {}
        compiled = _globals(rules)
        terms = [term for unit in rules.plan.units for tree in _trees(unit) for leaf in leaves_of(tree) for term in leaf.terms]
        self.constants = {each.index: compiled.get(f"k{each.index}", each.value) for each in terms if isinstance(each, ConstantTerm)}

    def function(self) -> Iterator[str]:
        """Yield the lines of the whole function."""
        root = self.rules.plan.root
        body = [line for number, segment in enumerate(self.rules.plan.segments) for line in self._segment(number, segment)]
        yield "def floor(root, e):"
        yield from (f"    e{index} = e[{index}]" for index in range(len(self.environment)))
        yield "    values = root.values"
        yield from (f"    {name} = values[{name.rpartition('f')[2]}]" for name in self.read if name.startswith(f"{root}_f"))
        yield from body
        results = ", ".join(
            f"results{number}" if segment.type == self.rules.plan.root else f"*results{number}"
            for number, segment in enumerate(self.rules.plan.segments)
        )
        yield f"    return ({results},)"

    def _segment(self, number: int, segment: Segment) -> Iterator[str]:
        names = _Names(
            segment,
            self.constants,  # type: ignore[arg-type]  # read by index, as the list is
            frozenset(fact.id for each in self.rules.plan.types for fact in each.facts if fact.optional),
            frozenset(),
            self.environment,
            {},
            types=list(self._chain(segment.type)),
        )
        body = [line for unit in self._of(segment) for line in self._unit(unit, names)]
        root = segment.type == self.rules.plan.root
        indent = "    " if root else "        "
        self.read |= names.read
        if not root:
            own = [name for name in names.read if name.startswith(f"{segment.type}_f")]
            yield f"    results{number} = []"
            yield f"    for place, part in enumerate(root.parts[{self._list_index(segment.type)}]):"
            yield "        values = part.values"
            yield from (f"        {name} = values[{name.rpartition('f')[2]}]" for name in own)
            yield from (
                f"        {name} = {self._part_result(segment.type, slot, f'results{self.home[segment.type, slot]}[place]')}"
                for name, slot in self._read_of_parts(names, segment.type)
                if self.home[segment.type, slot] < number
            )
        yield from (f"{indent}{line}" for line in body)
        outcome = "".join(f"{segment.type}_s{unit.slot}, " for unit in self._of(segment))
        yield f"{indent}results{number} = ({outcome})" if root else f"{indent}results{number} += (({outcome}),)"

    def _read_of_parts(self, names: _Names, of: str) -> Iterator[tuple[str, int]]:
        """Yield the results of the part itself that are read, with their slots."""
        for name in names.read:
            if name.startswith(f"{of}_s"):
                yield name, int(name.rpartition("s")[2])

    def _unit(self, unit: Unit, names: _Names) -> Iterator[str]:
        result = f"{unit.type}_s{unit.slot}"
        if unit.aggregate is not None:
            yield from self._aggregate(unit, result)
        elif unit.kind is UnitKind.CALCULATION:
            inputs = {each.name: names.term(each.term) for each in unit.inputs}
            declared = self.rules.declarations[unit.id]
            assert isinstance(declared, Calculation)
            yield f"{result} = {inputs['value'] if declared.function is None else _body(declared.function, inputs)}"
        elif unit.task is not None:
            yield from self._task(unit, names, result)
        else:
            yield f"{result} = {names.tree(unit.condition) if unit.condition else True}"

    def _aggregate(self, unit: Unit, result: str) -> Iterator[str]:
        """Yield a loop over the parts' results or facts."""
        aggregate = unit.aggregate
        assert aggregate is not None
        of = next(each.of for every in self.rules.plan.types for each in every.lists if each.id == aggregate.list)
        read = aggregate.where if aggregate.make == "any" else aggregate.of
        assert isinstance(read, UnitTerm), "the workload adds up results, and asks whether any part's condition is true"
        number, value = self.home[of, read.slot], self._part_result(of, read.slot)
        if aggregate.make == "any":
            yield from (
                f"{result} = False",
                f"for each in results{number}:",
                f"    if {value}:",
                f"        {result} = True",
                "        break",
            )
        else:
            yield from (f"{result} = zero", f"for each in results{number}:", f"    {result} += {value}")

    def _part_result(self, of: str, slot: int, part: str = "each") -> str:
        segment = self.rules.plan.segments[self.home[of, slot]]
        return f"{part}[{[self.units[name].slot for name in segment.units].index(slot)}]"

    def _task(self, unit: Unit, names: _Names, result: str) -> Iterator[str]:
        task = unit.task
        assert task is not None
        yield f"if not {names.tree(unit.condition) if unit.condition else True}: {result} = False"
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
            yield f"elif {day} is None: {result} = TO_DO"
            for state, back in (("MISSED", (0, 0)), ("CRITICAL", task.critical), ("MODERATE", task.moderate)):
                if back is not None:
                    yield f"elif {day} < {threshold(back, reached=False)}: {result} = {state}"
        yield f"else: {result} = TO_DO"

    def _of(self, segment: Segment) -> list[Unit]:
        return [self.units[name] for name in segment.units]

    def _chain(self, of: str | None) -> Iterator[str]:
        while of is not None:
            yield of
            of = self.above[of]

    def _list_index(self, of: str) -> int:
        (root,) = (each for each in self.rules.plan.types if each.name == self.rules.plan.root)
        return [each.of for each in root.lists].index(of)


def _globals(rules: RuleSet) -> dict[str, Any]:
    """Return the constants that the compiled segments compare with, by name."""
    return {name: value for segment in rules.segments for name, value in segment.function.__globals__.items()}


def _trees(unit: Unit) -> Iterator[Tree]:
    yield from (tree for tree in (unit.condition, unit.task.closed if unit.task else None) if tree is not None)


def _body(function: Callable[..., Any], inputs: dict[str, str]) -> str:
    """Return what a function of one ``return`` gives, with the names of its inputs put in."""
    source = ast.parse(inspect.getsource(function)).body[0]
    assert isinstance(source, ast.FunctionDef)
    (returned,) = source.body
    assert isinstance(returned, ast.Return)
    assert returned.value is not None
    for node in ast.walk(returned.value):
        if isinstance(node, ast.Name):
            node.id = inputs[node.id]
    return ast.unparse(returned.value)
