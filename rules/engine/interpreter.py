"""
The reference interpreter: what a rule set means, slow and obvious.

It walks the declarations themselves and asks for each value when it needs it: no order, no slots, no generated code.
Property tests hold the compiled rule set equal to it, result by result and leaf by leaf.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import eq, ge, gt, le, lt, ne
from types import UnionType
from typing import Any, cast, get_args, get_origin

from domain import expressions as said
from domain.aggregates import Count, Total, Values
from domain.calendar import Period, held_between, shift
from domain.expressions import Condition, Named, Operator
from domain.facts import UNKNOWN, Fact, Holder, Unknown
from domain.today import CalendarYear, TodayWithin, YearsSince
from rules.engine.ages import age
from rules.engine.compilation.kinds import Kinds
from rules.engine.compilation.levels import levels
from rules.engine.compilation.order import trees_of
from rules.engine.figures import Figure, FigureReference
from rules.engine.rule import Alert, Calculation, Document, Rule, Task
from rules.engine.run import Node, Outcome, holds_unknown

Truth = bool | Unknown | None  # None: a leaf that was not reached, a rule that is not in force

COMPARED = dict(zip(Operator, (eq, ne, lt, le, gt, ge), strict=True))


@dataclass(frozen=True, slots=True)
class Result:
    """
    What one rule or shared condition gives on one part.

    Attributes:
        value: a calculation's value, a document's or condition's truth, a task's state; ``None``: not in force, or absent.
        leaves: the truth of each leaf, left to right; of a task those of *shown*, then *closed*.
        failed: whether it raised; a document or task is ``FAILED`` then, anything else unknown.
    """

    value: Any
    leaves: tuple[Truth, ...] = ()
    failed: bool = False


def evaluate(when: said.Conditional, part: Node, as_of: date) -> Truth:
    """Evaluate one condition that reads no calculation and no figure, such as a contradiction's, with *as_of* as today."""
    return Interpreter({}, {}, as_of).truth(said.condition(when), part)[0]


@dataclass
class Interpreter:
    """
    Evaluates declarations on parts, with *as_of* as today.

    Args:
        declarations: every rule and shared condition by id.
        figures: the dated figures by name.
        as_of: today.
    """

    declarations: Mapping[str, Rule | Named]
    figures: Mapping[str, Figure]
    as_of: date
    _results: dict[Any, Result] = field(default_factory=dict)

    @cached_property
    def giving(self) -> dict[int, Calculation[Any]]:
        """The calculations that give a fact, by that fact."""
        return {id(each.gives): each for each in self.declarations.values() if isinstance(each, Calculation) and each.gives is not None}

    def result(self, declared: Any, part: Node) -> Result:
        """Return what a rule, shared condition or aggregate gives on *part*, evaluated once."""
        key = id(declared), id(part)
        if key not in self._results:
            self._results[key] = self._in_force_and_guarded(declared, part)
        return self._results[key]

    def _in_force_and_guarded(self, declared: Any, part: Node) -> Result:
        in_force = self._in_force(declared, part) if isinstance(declared, Rule) else True
        if in_force is not True:
            return Result(UNKNOWN if in_force is UNKNOWN or isinstance(declared, Calculation) else None, _unreached(*trees_of(declared)))
        try:
            return self._evaluated(declared, part)
        except Exception:  # noqa: BLE001 - whatever a rule raises, it alone fails
            value = Outcome.FAILED if isinstance(declared, Document | Task) else UNKNOWN
            return Result(value, _unreached(*trees_of(declared)), failed=True)

    def _evaluated(self, declared: Any, part: Node) -> Result:
        match declared:
            case Task():
                return self._task(declared, part)
            case Calculation(when=Named() as when) if self._leaf(when, part) is not True:
                return Result(UNKNOWN)
            case Calculation(expression=None):
                return Result(self._called(declared, part))
            case Calculation(expression=expression):
                return Result(self.value(expression, part))
            case said.AnyOf() | said.AllOf() | Count() | Total() | Values():
                return Result(self._aggregate(declared, part))
        return Result(*self._joined(trees_of(declared), part, deciding=False))

    # Rules.

    def _in_force(self, rule: Rule, part: Node) -> bool | Unknown:
        if rule.since is None and rule.until is None:
            return True
        day = self._law_day(rule, part)
        return UNKNOWN if day is UNKNOWN or day is None else (rule.since or date.min) <= day <= (rule.until or date.max)

    def _law_day(self, rule: Rule, part: Node) -> Any:
        return self.as_of if rule.law_date is None else self.value(rule.law_date, part)

    def _called(self, rule: Calculation[Any], part: Node) -> Any:
        inputs = {name: self._input(name, rule, part) for name in rule.parameters}
        if any(value is UNKNOWN for value in inputs.values()):
            return UNKNOWN
        assert rule.function is not None
        value = rule.function(**inputs)
        if not _is_of(value, rule.result):
            raise TypeError(f"{rule.name} did not return what it declares")
        return value

    def _input(self, name: str, rule: Calculation[Any], part: Node) -> Any:
        """Return the value of the parameter *name*: a fact or calculation, the part's own first, else a figure."""
        for of in levels(rule.of):
            named: list[Any] = [each for each in of.facts if each.name == name]
            calculated = [each for full, each in self.declarations.items() if full.endswith(f".{name}") and isinstance(each, Calculation)]
            named += [each for each in calculated if each.of is of and each is not rule]
            if named:
                return self.value(named[0], part)
        return self.as_of if name == "as_of" else self._figure(name, self._law_day(rule, part))

    def _figure(self, name: str, day: Any) -> Any:
        begun = [each for each in self.figures[name].periods if isinstance(day, date) and each.since <= day]
        return UNKNOWN if not begun or begun[-1].value is None else begun[-1].value

    def _task(self, task: Task, part: Node) -> Result:
        shown, above = (True, ()) if task.shown is None else self.truth(task.shown, part)
        due = self.value(task.counts_to, part)
        early = isinstance(due, date) and task.shown_from is not None and self.as_of < shift(due, -task.shown_from)
        if shown is not True or early:
            return Result(Outcome.NOT_YET if shown is True else shown, above + _unreached(task.closed))
        closed, below = self.truth(task.closed, part)
        state = UNKNOWN if closed is UNKNOWN else Outcome.CLOSED if closed else self._open_state(task, due)
        return Result(state, above + below)

    def _open_state(self, task: Task, due: Any) -> Outcome:
        critical, moderate = task.alerts.get(Alert.CRITICAL), task.alerts.get(Alert.MODERATE)
        for state, before in ((Outcome.MISSED, Period()), (Outcome.CRITICAL, critical), (Outcome.MODERATE, moderate)):
            if isinstance(due, date) and before is not None and self.as_of > shift(due, -before):
                return state
        return Outcome.TO_DO

    # Conditions, three-valued after Kleene.

    def truth(self, tree: Condition, part: Node) -> tuple[Truth, tuple[Truth, ...]]:
        """Return the truth of a condition and of each of its leaves."""
        match tree:
            case said.All(items):
                return self._joined(items, part, deciding=False)
            case said.AnyTrue(items):
                return self._joined(items, part, deciding=True)
            case said.Not(item):
                truth, leaves = self.truth(item, part)
                return UNKNOWN if truth is UNKNOWN else not truth, leaves
        truth = self._leaf(tree, part)
        return truth, (truth,)

    def _joined(self, items: Iterable[Condition], part: Node, *, deciding: bool) -> tuple[Truth, tuple[Truth, ...]]:
        """Join items from left to right: the first that decides ends it, an unknown one does not."""
        truth: Truth = not deciding
        leaves: tuple[Truth, ...] = ()
        for item in items:
            if truth is deciding:
                leaves += _unreached(item)
                continue
            found, below = self.truth(item, part)
            truth = found if found in {deciding, UNKNOWN} else truth
            leaves += below
        return truth, leaves

    def _leaf(self, leaf: Any, part: Node) -> Truth:
        match leaf:
            case said.Named() | said.AnyOf() | said.AllOf():
                return cast("Truth", self.result(leaf, part).value)
            case said.Comparison(left, operator, right):
                return self._compared(self.value(left, part), operator, self.value(right, part))
        value = self.value(leaf.of, part)
        if isinstance(leaf, said.Known):
            return value is not UNKNOWN
        if isinstance(value, Unknown):
            return UNKNOWN
        match leaf:
            case said.OneOf(values=values):
                return value in values
            case said.Includes(values=values):
                return value is not None and any(each in value for each in values)
            case said.Holds():
                return value is True
            case said.Reached(after=after):
                return isinstance(value, date) and (value < self.as_of or (value == self.as_of and not after))
        return value is not None

    def _compared(self, left: Any, operator: Operator, right: Any) -> Truth:
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return UNKNOWN
        if (left is None or right is None) and operator not in {Operator.EQUAL, Operator.NOT_EQUAL}:
            return False
        return bool(COMPARED[operator](left, right))

    # Values.

    def value(self, expression: Any, part: Node) -> Any:
        """Return what an expression is on *part*; a collection that holds an unknown is unknown."""
        match expression:
            case Fact(owner=owner, index=index):
                value = _standing_on(owner, part).values[index]
                if value is UNKNOWN and id(expression) in self.giving:
                    return self.value(self.giving[id(expression)], part)
                return UNKNOWN if holds_unknown(value) else value
            case said.Moved(of, period):
                day = self.value(of, part)
                return shift(day, period) if isinstance(day, date) else day
            case YearsSince(of):
                day = self.value(of, part)
                return UNKNOWN if day is UNKNOWN else age(day, self.as_of)
            case CalendarYear(back):
                return self.as_of.year - back
            case TodayWithin(since, until):
                days = self.value(since, part), self.value(until, part)
                return UNKNOWN if UNKNOWN in days else held_between(*days, self.as_of)
            case Calculation(of=owner):
                return self.result(expression, _standing_on(owner, part)).value
            case said.Truth(of=read) | (Count() | Total() | Values() as read):
                return self.result(read, part).value
            case FigureReference(name=name):
                return self._figure(name, self.as_of)
        return expression

    def _aggregate(self, aggregate: Any, part: Node) -> Any:
        below = _standing_on(aggregate.parts.owner, part).children[aggregate.parts.index]
        truths = [aggregate.where is None or self.result(aggregate.where, each).value for each in below]
        doubtful = UNKNOWN in truths or self.value(aggregate.parts.complete, part) is not True
        if isinstance(aggregate, said.AnyOf | said.AllOf):
            deciding = isinstance(aggregate, said.AnyOf)
            return deciding if deciding in truths else UNKNOWN if doubtful else not deciding
        chosen = [each for each, truth in zip(below, truths, strict=True) if truth is True]
        found = [1 if isinstance(aggregate, Count) else self.value(aggregate.of, each) for each in chosen]
        if doubtful or any(value is UNKNOWN for value in found):
            return UNKNOWN
        if isinstance(aggregate, Values):
            return tuple(found)
        zero = 0 if isinstance(aggregate, Count) else Kinds(self.figures).kind(aggregate.of)(0)
        return sum((value for value in found if value is not None), zero)


def _standing_on(of: type[Holder], part: Node) -> Node:
    """Return the part of type *of*: *part* or one above it."""
    while part.type_name != of.type_name:
        assert part.parent is not None, f"{of.type_name} does not stand above"
        part = part.parent
    return part


def _unreached(*trees: Condition) -> tuple[None, ...]:
    return (None,) * sum(1 for tree in trees for _ in said.leaves(tree))


def _is_of(value: object, kind: Any) -> bool:
    """Tell whether *value* is of the type that an annotation says; a truth value is no number."""
    if isinstance(kind, UnionType):
        return any(_is_of(value, each) for each in get_args(kind))
    return isinstance(value, get_origin(kind) or kind) and (kind is bool or not isinstance(value, bool))
