"""
The compiler: a plan's segments as straight-line Python functions, every unit in its own guard.

Where no input of a unit is unknown its condition is plain two-valued Python; otherwise a *twin* evaluates the same tree
three-valued. Unknowns then cost one call, and knowing everything costs one test a unit::

    unknown = f0_3 is U or …
    …
    try:
        if unknown and (f0_3 is U or s17 is U):
            s20, s21, s22 = twin20(f0_3, s17)
        else:
            s20 = ((s21 := f0_3 is k4) and (s22 := s17 > k5))
    except Exception as error:
        node.failed(20, error); s20 = FAILED
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.aggregates import aggregated
from rules.engine.emission import Emission, EnvironmentKey
from rules.engine.plan import FigureTerm, Segment, Term, Unit, UnitKind
from rules.engine.run import (
    Function,
    Outcome,
    as_day,
    checked,
    figure_on,
    holds_unknown,
    in_force,
    moved,
    one_by_one,
    whole,
)
from rules.engine.trees import leaves_of

LOCAL = re.compile(r"\b(?:[fu]\d+_\d+|[se]\d+)\b")
LARGEST_GUARD = 50
CALLED = (one_by_one, checked, figure_on, holds_unknown, in_force, moved, whole)


@dataclass(frozen=True, slots=True)
class CompiledSegment:
    """A segment's function: from the nodes of a type and the day's environment it adds the segment's stretch to their blocks."""

    type_name: str
    function: Function


class Compiler:
    """
    Compiles segments.

    Args:
        units: the plan's units by id.
        constants: the live values that conditions compare with.
        functions: the Python functions of calculations by id.
        kinds: what each such function must return: a class, and whether it may be ``None``.
        optional: ids of facts and calculations that can be absent.
        collections: ids of facts that hold collections.
        names: live figures, by ``dated_`` and their name.
    """

    def __init__(
        self,
        *,
        units: dict[str, Unit],
        constants: list[Any],
        functions: dict[str, Callable[..., Any]],
        kinds: dict[str, tuple[type, bool]],
        optional: frozenset[str],
        collections: frozenset[str],
        names: dict[str, Any],
    ) -> None:
        self.units = units
        self.constants = constants
        self.functions = functions
        self.kinds = kinds
        self.optional = optional
        self.collections = collections
        self.environment: dict[EnvironmentKey, int] = {("as_of",): 0}
        self.names: dict[str, Any] = (
            {each.__name__: each for each in CALLED} | {each.name: each for each in Outcome} | {"U": UNKNOWN, "zero": Decimal(0)} | names
        )

    def compile(self, segments: Iterable[Segment]) -> list[CompiledSegment]:
        """Return the functions of *segments*, in order."""
        compiled = []
        for number, segment in enumerate(segments):
            # Globals of its own: Python finds a global fast only among the first 65,536 of a dictionary.
            names = dict(self.names)
            emission = Emission(segment, self.constants, self.optional, self.collections, self.environment, names)
            text = _SegmentText(self, emission).function(f"segment{number}", [self.units[each] for each in segment.units])
            code = compile(text, f"<rules of {segment.type}, segment {number}>", "exec")
            exec(code, names)  # noqa: S102 - our own text, made from checked declarations
            compiled.append(CompiledSegment(segment.type, names[f"segment{number}"]))
        return compiled


class _SegmentText:
    """Writes the text of one segment."""

    def __init__(self, compiler: Compiler, emission: Emission) -> None:
        self.compiler = compiler
        self.emission = emission
        self.twins: list[str] = []
        self.calls: dict[str, str] = {}

    def function(self, name: str, units: list[Unit]) -> str:
        """Return the text of the function *name* and of its twins."""
        segment, emission = self.emission.segment, self.emission
        body = [
            line
            for shared, guarded in groupby(units, _shares_guard)
            for line in (self._shared_guard(list(guarded)) if shared else chain.from_iterable(map(self._guard, guarded)))
        ]
        unreached = [slot for unit in units for slot in self._may_stay_unreached(unit)]
        results = ", ".join(f"s{slot}" for slot in range(segment.start, segment.end))
        part = [
            *(f"{local} = {text}" for local, text in emission.loads.items()),
            f"unknown = {' or '.join(emission.doubts) or False}",
            *(f"{' = '.join(unreached[low : low + 200])} = None" for low in range(0, len(unreached), 200)),
            *body,
            f"node.block {'+=' if segment.start else '='} [{results}]",
        ]
        today = [f"    {local} = {text}" for local, text in emission.today_loads.items()]
        return "\n".join((*self.twins, f"def {name}(nodes, e):", *today, "    for node in nodes:", *(f"        {line}" for line in part)))

    def _may_stay_unreached(self, unit: Unit) -> list[str]:
        """Return the leaves that are not assigned on every way: the first leaf of a condition is, unless the unit may not be in force."""
        always = 1 if unit.condition is not None and unit.since is None and unit.until is None else 0
        return _slots(unit)[1 + always :]

    def _shared_guard(self, units: list[Unit]) -> Iterator[str]:
        """Yield units that no other reads inside one guard: when one fails, each is evaluated again in its own."""
        for low in range(0, len(units), LARGEST_GUARD):
            group = units[low : low + LARGEST_GUARD]
            yield "try:"
            yield from (f"    {line}" for unit in group for line in self._unit(unit))
            yield "except Exception:"
            results = ", ".join(slot for unit in group for slot in _slots(unit))
            yield f"    {results} = one_by_one(node, {', '.join(self.calls[unit.id] for unit in group)})"

    def _guard(self, unit: Unit) -> Iterator[str]:
        """Yield a unit's text inside its tests: is it in force, and did it fail."""
        force = "".join(self._force(unit))
        inner = "    " if force else ""
        if unit.since is not None or unit.until is not None:
            yield from self._law_day(unit)
            yield f"if {force} is True:"
        yield f"{inner}try:"
        yield from (f"{inner}    {line}" for line in self._unit(unit))
        yield f"{inner}except Exception as error:"
        result = "FAILED" if unit.kind in {UnitKind.DOCUMENT, UnitKind.TASK} else "U; unknown = True"
        yield f"{inner}    node.failed({unit.slot}, error); s{unit.slot} = {result}"
        if leaves := _slots(unit)[1:]:
            yield f"{inner}    {' = '.join(leaves)} = None"
        if force:
            yield f"else: s{unit.slot} = {'U; unknown = True' if unit.kind is UnitKind.CALCULATION else f'U if {force} is U else None'}"

    def _force(self, unit: Unit) -> Iterator[str]:
        if unit.since is not None or unit.until is not None:
            yield f"force{unit.slot}" if unit.law_date else self.emission.today(("in_force", unit.since, unit.until))

    def _law_day(self, unit: Unit) -> Iterator[str]:
        if unit.law_date is not None:
            bounds = self.emission.named(f"bounds{unit.slot}_{unit.type}", (as_day(unit.since), as_day(unit.until)))
            yield f"force{unit.slot} = in_force(*{bounds}, {self.emission.term(unit.law_date)})"

    def _unit(self, unit: Unit) -> Iterator[str]:
        slot = f"s{unit.slot}"
        if unit.aggregate is not None:
            yield from aggregated(self.emission, unit)
        elif unit.kind is UnitKind.TASK:
            yield from self._task(unit)
        elif unit.kind is UnitKind.CALCULATION:
            yield from self._calculation(unit)
        elif unit.condition is None:
            yield f"{slot} = True"
        else:
            known = [f"{slot} = {self.emission.known(unit.condition)}"]
            doubt = self.emission.any_doubt(self.emission.asked(unit.condition))
            yield from self._either(unit, doubt, known, list(self.emission.three_valued(unit.condition, slot)))

    def _either(self, unit: Unit, doubt: str, known: list[str], three_valued: list[str]) -> Iterator[str]:
        """Yield the two-valued text behind a test of its inputs, and write the twin for when one is unknown."""
        slots = _slots(unit)
        inputs = dict.fromkeys(name for line in three_valued for name in LOCAL.findall(line) if name not in slots)
        twin, results = f"twin{unit.slot}_{unit.type}", ", ".join(slots)
        self.twins += [f"def {twin}({', '.join(inputs)}):", f"    {' = '.join(slots)} = None"]
        self.twins += [*(f"    {line}" for line in three_valued), f"    return {results}"]
        self.calls[unit.id] = f"({', '.join((str(unit.slot), str(len(slots)), twin, *inputs))})"
        if doubt:
            yield f"if {doubt}:"
            yield f"    {results} = {twin}({', '.join(inputs)})"
            yield "else:"
        yield from (f"    {line}" if doubt else line for line in known)

    # Calculations.

    def _calculation(self, unit: Unit) -> Iterator[str]:
        slot = f"s{unit.slot}"
        if unit.settles:
            given, calculated = (each.term for each in unit.inputs)
            self.emission.doubt(calculated)
            yield f"{slot} = {self.emission.term(calculated)} if {self.emission.is_unknown(given)} else {self.emission.term(given)}"
            return
        dated: dict[Term, str] = {}
        for each in unit.inputs:
            if unit.law_date is not None and isinstance(each.term, FigureTerm):
                dated[each.term] = f"dated{each.term.index}"
                yield f"dated{each.term.index} = figure_on(dated_{each.term.id}, {self.emission.term(unit.law_date)})"
        terms = [unit.moved] if unit.moved else [each.term for each in unit.inputs if each.term not in dated]
        tests = [*(f"{name} is U" for name in dated.values()), self.emission.any_doubt(terms)]
        doubt = " or ".join(filter(None, tests))
        if doubt:
            yield f"if {doubt}: {slot} = U; unknown = True"
            yield "else:"
        indent = "    " if doubt else ""
        yield f"{indent}{slot} = {self._value(unit, dated)}"
        if unit.id in self.compiler.kinds:
            kind, optional = self.compiler.kinds[unit.id]
            name = self.emission.named(f"kind_{kind.__name__}_{id(kind)}", kind)
            yield f"{indent}if type({slot}) is not {name}: {slot} = checked({slot}, {name}, optional={optional})"

    def _value(self, unit: Unit, dated: Mapping[Term, str]) -> str:
        """Return the text of a calculation whose inputs are known."""
        if unit.moved is not None:
            return self.emission.term(unit.moved)
        inputs = ", ".join(dated.get(each.term) or self.emission.term(each.term) for each in unit.inputs)
        function = self.compiler.functions.get(unit.id)
        return inputs if function is None else f"{self.emission.named(f'function{unit.slot}_{unit.type}', function)}({inputs})"

    # Tasks.

    def _task(self, unit: Unit) -> Iterator[str]:
        assert unit.task is not None
        emission, slot, closed = self.emission, f"s{unit.slot}", unit.task.closed
        due = () if unit.task.due is None else (unit.task.due,)
        display = "True" if unit.condition is None else emission.known(unit.condition)
        not_yet, state = self._not_yet(unit), self._open_state(unit)
        known = [f"if not {display}: {slot} = False"]
        known += [f"elif {not_yet}: {slot} = NOT_YET"] if not_yet else []
        known += [f"elif {emission.known(closed)}: {slot} = CLOSED", f"else: {slot} = {state}"]
        twin = ["shown = True"] if unit.condition is None else list(emission.three_valued(unit.condition, "shown"))
        twin += [f"if shown is not True: {slot} = shown"]
        unknown = "".join(map(emission.is_unknown, due))
        twin += [f"elif not ({unknown}) and {not_yet}: {slot} = NOT_YET"] if not_yet else []
        twin += ["else:", *(f"    {line}" for line in emission.three_valued(closed, "done"))]
        still_open = f"TO_DO if {unknown} else {state}" if unknown else state
        twin += [f"    {slot} = CLOSED if done is True else U if done is U else {still_open}"]
        terms = (term for tree in (unit.condition, closed) for term in emission.asked(tree))
        yield from self._either(unit, emission.any_doubt((*terms, *due)), known, twin)

    def _not_yet(self, unit: Unit) -> str:
        """Return the test of a task that is not shown yet, whose due day is known; empty where it is shown at once."""
        assert unit.task is not None
        if unit.task.due is None or unit.task.shown_from is None:
            return ""
        day = self.emission.term(unit.task.due.of)
        test = f"{day} >= {self._before_due(unit, unit.task.shown_from, reached=True)}"
        return f"{day} is not None and {test}" if self.emission.can_be_absent(unit.task.due) else test

    def _open_state(self, unit: Unit) -> str:
        """Return the state of an open task: the strongest threshold that has passed, each told by one comparison of days."""
        assert unit.task is not None
        if unit.task.due is None:
            return "TO_DO"
        day, state = self.emission.term(unit.task.due.of), "TO_DO"
        for name, back in (("MODERATE", unit.task.moderate), ("CRITICAL", unit.task.critical), ("MISSED", (0, 0))):
            if back is not None:
                state = f"{name} if {day} < {self._before_due(unit, back, reached=False)} else {state}"
        return f"(TO_DO if {day} is None else {state})" if self.emission.can_be_absent(unit.task.due) else f"({state})"

    def _before_due(self, unit: Unit, back: tuple[int, int], *, reached: bool) -> str:
        assert unit.task is not None
        assert unit.task.due is not None
        periods = unit.task.due.periods if back == (0, 0) else (*unit.task.due.periods, (-back[0], -back[1]))
        return self.emission.today(("before", periods, reached))


def _slots(unit: Unit) -> list[str]:
    """Return the locals of a unit's result and of its leaves."""
    trees = (unit.condition, unit.task.closed if unit.task else None)
    return [f"s{unit.slot}", *(f"s{leaf.slot}" for tree in trees for leaf in leaves_of(tree))]


def _shares_guard(unit: Unit) -> bool:
    """Tell whether a unit needs no guard of its own: nothing reads it, and it is always in force."""
    asks = unit.task is not None or (unit.document is not None and unit.condition is not None)
    return asks and unit.since is None and unit.until is None
