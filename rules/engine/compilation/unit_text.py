"""
Units as Python text: what a document, calculation, task or condition gives, three-valued after Kleene.

Each unit leaves its result in the local of its slot, and the truth of every leaf that was reached in that leaf's. Items of a condition
are evaluated from left to right until one decides; an unknown item does not decide, and what follows it may::

    s20 = s21 = U if f0_3 is U else f0_3 is k4
    if s20 is not False:
        s20_ = s22 = U if s17 is U else s17 > k5
        if s20 is True or s20_ is False: s20 = s20_
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rules.engine.compilation.aggregates import aggregated
from rules.engine.compilation.emission import Emission
from rules.engine.plan import Unit, UnitKind
from rules.engine.run import as_day
from rules.engine.terms import And, FigureTerm, Leaf, Negation, Or, Term, Tree
from rules.engine.trees import leaves_of, trees


class UnitText:
    """
    Writes units.

    Args:
        emission: the segment's operands and leaves.
        functions: the Python functions of calculations by id.
        kinds: what each such function must return: a class, and whether it may be ``None``.
    """

    def __init__(self, emission: Emission, functions: Mapping[str, Callable[..., Any]], kinds: Mapping[str, tuple[type, bool]]) -> None:
        self.emission = emission
        self.functions = functions
        self.kinds = kinds

    def unit(self, unit: Unit, *, guarded: bool) -> Iterator[str]:
        """Yield the text of a unit: is it in force, what does it give and, where *guarded*, did it fail."""
        text = self._guarded(unit) if guarded else self._evaluated(unit)
        if not has_bounds(unit):
            yield from text
            return
        force = f"force{unit.slot}" if unit.law_date else self.emission.today(("in_force", unit.since, unit.until))
        if unit.law_date is not None:
            bounds = self.emission.named(f"bounds{unit.slot}_{unit.type}", (as_day(unit.since), as_day(unit.until)))
            yield f"{force} = in_force(*{bounds}, {self.emission.term(unit.law_date)})"
        yield f"if {force} is True:"
        yield from (f"    {line}" for line in text)
        yield f"else: s{unit.slot} = {'U' if unit.kind is UnitKind.CALCULATION else f'U if {force} is U else None'}"

    def _guarded(self, unit: Unit) -> Iterator[str]:
        yield "try:"
        yield from (f"    {line}" for line in self._evaluated(unit))
        yield "except Exception as error:"
        result = "FAILED" if unit.kind in {UnitKind.DOCUMENT, UnitKind.TASK} else "U"
        yield f"    node.failed({unit.slot}, error); s{unit.slot} = {result}"
        if leaves := leaf_locals(unit):
            yield f"    {' = '.join(leaves)} = None"

    def _evaluated(self, unit: Unit) -> Iterator[str]:
        slot = f"s{unit.slot}"
        if unit.aggregate is not None:
            yield from aggregated(self.emission, unit)
        elif unit.kind is UnitKind.CALCULATION:
            yield from self._calculation(unit)
        elif unit.task is not None:
            yield from self._task(unit)
        elif unit.condition is not None:
            yield from self._tree(unit.condition, slot)
        else:
            yield f"{slot} = True"

    # Calculations.

    def _calculation(self, unit: Unit) -> Iterator[str]:
        if unit.when is None:
            yield from self._calculated(unit)
            return
        yield f"if {self.emission.term(unit.when)} is not True: s{unit.slot} = U"
        yield "else:"
        yield from (f"    {line}" for line in self._calculated(unit))

    def _calculated(self, unit: Unit) -> Iterator[str]:
        slot, emission = f"s{unit.slot}", self.emission
        if unit.settles:
            given, calculated = (each.term for each in unit.inputs)
            yield f"{slot} = {emission.term(calculated)} if {emission.is_unknown(given)} else {emission.term(given)}"
            return
        dated: dict[Term, str] = {}
        for each in unit.inputs:
            if unit.law_date is not None and isinstance(each.term, FigureTerm):
                dated[each.term] = f"dated{each.term.index}"
                yield f"{dated[each.term]} = figure_on(dated_{each.term.id}, {emission.term(unit.law_date)})"
        read = [unit.moved] if unit.moved else [each.term for each in unit.inputs if each.term not in dated]
        doubt = emission.any_unknown(read, *(f"{name} is U" for name in dated.values()))
        if doubt:
            yield f"if {doubt}: {slot} = U"
            yield "else:"
        yield from (f"    {line}" if doubt else line for line in self._value(unit, dated))

    def _value(self, unit: Unit, dated: Mapping[Term, str]) -> Iterator[str]:
        """Yield the text of a calculation whose inputs are known."""
        slot, emission = f"s{unit.slot}", self.emission
        if unit.moved is not None:
            yield f"{slot} = {emission.term(unit.moved)}"
            return
        inputs = ", ".join(dated.get(each.term) or emission.term(each.term) for each in unit.inputs)
        function = self.functions.get(unit.id)
        called = "" if function is None else emission.named(f"function{unit.slot}_{unit.type}", function)
        yield f"{slot} = {called}({inputs})" if called else f"{slot} = {inputs}"
        if unit.id in self.kinds:
            kind, optional = self.kinds[unit.id]
            name = emission.named(f"kind_{kind.__name__}_{id(kind)}", kind)
            yield f"if type({slot}) is not {name}: {slot} = checked({slot}, {name}, optional={optional})"

    # Tasks.

    def _task(self, unit: Unit) -> Iterator[str]:
        assert unit.task is not None
        slot, not_yet, state = f"s{unit.slot}", self._not_yet(unit), self._open_state(unit)
        yield from ["shown = True"] if unit.condition is None else self._tree(unit.condition, "shown")
        yield f"if shown is not True: {slot} = shown"
        no_day = "" if unit.task.due is None else self.emission.is_unknown(unit.task.due)
        if not_yet:
            yield f"elif not ({no_day}) and {not_yet}: {slot} = NOT_YET"
        yield "else:"
        yield from (f"    {line}" for line in self._tree(unit.task.closed, "done"))
        still_open = f"TO_DO if {no_day} else {state}" if no_day else state
        yield f"    {slot} = CLOSED if done is True else U if done is U else {still_open}"

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

    # Conditions.

    def _tree(self, tree: Tree, out: str) -> Iterator[str]:
        """Yield the text of a condition, its truth left in *out*."""
        match tree:
            case Leaf(slot=slot):
                yield f"{out} = s{slot} = {self.emission.leaf(tree)}"
            case Negation(Leaf(slot=slot) as leaf):
                yield f"{out} = U if (s{slot} := {self.emission.leaf(leaf)}) is U else not s{slot}"
            case Negation(item):
                yield from self._tree(item, out)
                yield f"{out} = U if {out} is U else not {out}"
            case And(items):
                yield from self._joined(items, out, deciding="False", otherwise="True")
            case Or(items):
                yield from self._joined(items, out, deciding="True", otherwise="False")

    def _joined(self, items: tuple[Tree, ...], out: str, *, deciding: str, otherwise: str) -> Iterator[str]:
        """Join items from left to right: *out* is *otherwise* or unknown for as long as none has decided."""
        first, *rest = items
        yield from self._tree(first, out)
        item, indent = f"{out}_", ""
        for each in rest:
            yield f"{indent}if {out} is not {deciding}:"
            indent += "    "
            yield from (f"{indent}{line}" for line in self._tree(each, item))
            yield f"{indent}if {out} is {otherwise} or {item} is {deciding}: {out} = {item}"


def has_bounds(unit: Unit) -> bool:
    """Tell whether a unit is in force only from or until a day."""
    return unit.since is not None or unit.until is not None


def leaf_locals(unit: Unit) -> list[str]:
    """Return the locals of a unit's leaves, left to right."""
    return [f"s{leaf.slot}" for tree in trees(unit) for leaf in leaves_of(tree)]


def may_stay_unreached(unit: Unit) -> list[str]:
    """Return the leaves that are not assigned on every way: the first of a condition is, unless the unit may not be in force."""
    always = 1 if unit.condition is not None and not has_bounds(unit) else 0
    return leaf_locals(unit)[always:]
