"""Random rule sets on estates: every kind of rule, condition, value and threshold, reading each other up and down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from domain.aggregates import Count, Total
from domain.calendar import Period, days, months
from domain.conditions import (
    absent,
    all_of,
    any_of,
    calendar_year,
    count,
    known,
    named,
    passed,
    present,
    reached,
    today_within,
    total,
    values,
    years_since,
)
from domain.expressions import Condition, Expression, Named, condition
from domain.facts import Fact
from domain.subjects import Parts, Subject
from rules.engine.compilation.levels import levels
from rules.engine.declare import Alert, Requirement, calculation, derived, document, task
from rules.engine.figures import figure
from rules.engine.rule import Calculation, Rule
from tests.rules.engine.estates import FINISHING, GIVEN, SOURCE, TITLE, Colour, Estate, House, Plant, Room
from tests.rules.engine.random_estates import CONSTANTS, DAYS
from tests.rules.engine.random_functions import random_function, result_of, without_none

TYPES: list[type[Subject]] = [Estate, House, Room, Plant]
PERIODS = [months(6), months(-6), months(12), months(1), days(1), days(-30), Period(1, -1)]
RESULTS: list[Any] = [bool, int, Decimal, Decimal, date, Decimal | None, date | None, frozenset[str]]


@dataclass
class RuleSetDrawing:
    """
    A rule set in the making.

    Args:
        draw: hypothesis' own.
        knowing: whether conditions may look at knowledge itself, and calculations give what cannot be compared.
    """

    draw: Callable[[st.SearchStrategy[Any]], Any]
    knowing: bool
    declarations: dict[str, Rule | Named] = field(default_factory=dict)
    standing: dict[int, type[Subject]] = field(default_factory=dict)
    inner: list[tuple[type[Subject], Condition]] = field(default_factory=list)
    given: set[str] = field(default_factory=set)

    def one_of(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    def chance(self, percent: int) -> bool:
        return bool(self.draw(st.integers(0, 99)) >= 100 - percent)

    def rules(self, number: int) -> dict[str, Rule | Named]:
        for index in range(number):
            make = self.one_of(
                [self.shared, self.shared, self.calculated, self.calculated, self.derived, self.asked, self.asked, self.done]
            )
            folder = {self.shared: "vocabulary", self.asked: "documents", self.done: "tasks"}.get(make, "calculations")
            self.declarations[f"{folder}.random.c{index}"] = make()
        return self.declarations

    # Rules.

    def shared(self) -> Named:
        of = self.one_of(TYPES)
        made = named(TITLE, self.condition(of, 2))
        self.standing[id(made)] = of
        return made

    def asked(self) -> Rule:
        of = self.one_of(TYPES)
        who = self.condition(of, 1) if self.chance(30) else None
        when = self.condition(of, 3) if self.chance(90) else None
        rule = document(of=of, title=TITLE, source=SOURCE, requirement=Requirement.TO_REGISTER, who=who, when=when)
        return replace(rule, **self.in_force())

    def done(self) -> Rule:
        of = self.one_of(TYPES)
        due = self.day(of) if self.chance(80) else None
        moderate, critical = sorted((months(self.one_of([2, 4])), months(self.one_of([2, 4]))), key=lambda each: -each.months)
        alerts = {Alert.MODERATE: moderate} if due is not None and self.chance(70) else {}
        alerts |= {Alert.CRITICAL: critical} if due is not None and self.chance(70) else {}
        rule = task(
            of=of,
            title=TITLE,
            source=SOURCE,
            display=self.condition(of, 2) if self.chance(80) else None,
            open_while=self.condition(of, 1) if self.chance(30) else None,
            closed=self.condition(of, 1, finishing=True),
            counts_to=due,
            shown_from=months(6) if due is not None and self.chance(50) else None,
            alerts=alerts,
        )
        return replace(rule, **self.in_force())

    def calculated(self) -> Rule:
        of = self.one_of(TYPES)
        inputs = {self.one_of(names): None for names in [self.input_names(of)] for _ in range(self.draw(st.integers(0, 3)))}
        result = self.one_of(RESULTS)
        behaviour = self.one_of(["fine", "fine", "fine", "raises", "is wrong", *(["is strange"] * 3 if self.knowing else [])])
        function = random_function({name: self.annotation(name, of) for name in inputs}, result, behaviour)
        law_date = self.fact(of, date) if self.chance(30) else None
        gives = self.given_by(of, result)
        declare: Any = calculation(of=of, title=TITLE, source=SOURCE, law_date=law_date, gives=gives, when=self.when(of))
        made: Rule = replace(declare(function), **self.in_force())
        return made

    def derived(self) -> Rule:
        of = self.one_of([Estate, House])
        lists = [each for level in levels(of) for each in level.lists]
        value = self.one_of([self.moved, self.age, self.year, self.day_within, lambda _: self.aggregate(self.one_of(lists))])(of)
        return derived(value, of=of, title=TITLE, source=SOURCE, when=self.when(of))

    def when(self, of: type[Subject]) -> Named | None:
        """Return a shared condition, sometimes: where it does not hold a calculation has no value."""
        shared = self.shared_on(of)
        return self.one_of(shared) if shared and self.chance(30) else None

    def shared_on(self, of: type[Subject]) -> list[Named]:
        return [each for each in self.declarations.values() if isinstance(each, Named) and self.standing[id(each)] in levels(of)]

    def age(self, of: type[Subject]) -> Any:
        return years_since({Estate: Estate.founded_on, House: House.built_on}[of])

    def year(self, _of: type[Subject]) -> Any:
        return calendar_year(back=self.draw(st.integers(0, 3)))

    def day_within(self, of: type[Subject]) -> Any:
        return today_within({Estate: Estate.founded_on, House: House.built_on}[of], Estate.founded_on)

    def given_by(self, of: type[Subject], result: Any) -> Fact[Any] | None:
        """Return a fact that nothing has read yet, so that no circle arises; giving settles what more facts may overrule."""
        for each in GIVEN if self.knowing else []:
            fits_result = result == each.kind or (each.optional and without_none(result) == each.kind)
            if each.owner is of and fits_result and each.id not in self.given:
                self.given.add(each.id)
                return each
        return None

    def readable(self, of: type[Subject]) -> list[Fact[Any]]:
        """Return the facts that may be read on *of* by now."""
        waiting = {each.id for each in GIVEN} - self.given
        return [
            each
            for level in levels(of)
            for each in level.facts
            if each.name not in FINISHING and each.unit in {None, "EUR"} and each.id not in waiting
        ]

    def in_force(self) -> dict[str, Any]:
        since, until = sorted((self.one_of(DAYS), self.one_of(DAYS)))
        return {"since": since if self.chance(15) else None, "until": until if self.chance(15) else None}

    def input_names(self, of: type[Subject]) -> list[str]:
        names = [each.name for each in self.readable(of)]
        return [*names, *self._calculation_names(of) * 3, "as_of", "threshold", "limit", "scale"]

    def _calculation_names(self, of: type[Subject]) -> list[str]:
        return [
            name.rpartition(".")[2] for name, each in self.declarations.items() if isinstance(each, Calculation) and each.of in levels(of)
        ]

    def annotation(self, name: str, of: type[Subject]) -> Any:
        for level in levels(of):
            for each in level.facts:
                if each.name == name:
                    return each.kind | None if each.optional else each.kind
        if name in {"as_of", "threshold", "limit", "scale"}:
            return {"as_of": date, "threshold": Decimal, "limit": int, "scale": Mapping[str, Decimal]}[name]
        return result_of(self.declarations[f"calculations.random.{name}"])

    # Values.

    def fact(self, of: type[Subject], kind: Any) -> Any:
        found = [each for each in self.readable(of) if each.kind == kind]
        return self.one_of(found) if found else None

    def expression(self, of: type[Subject], kind: Any) -> Any:
        """Return something on *of* that holds values of *kind*: a fact, a calculation, an aggregate, a figure, a moved day."""
        choices: list[Callable[[], Any]] = [lambda: self.fact(of, kind)] * 3
        found = [
            each
            for each in self.declarations.values()
            if isinstance(each, Calculation) and each.of in levels(of) and kind == without_none(result_of(each))
        ]
        choices += [lambda: self.one_of(found)] * 2 if found else []
        lists = [each for level in levels(of) for each in level.lists]
        if kind is int and lists:
            choices.append(lambda: self.aggregate(self.one_of(lists), "count"))
        if kind in {int, Decimal} and lists:
            choices.append(lambda: self.aggregate(self.one_of(lists), "total", kind))
        if kind is date:
            choices.append(lambda: self.moved(of))
        if kind in {int, Decimal}:
            choices.append(lambda: figure({int: "limit", Decimal: "threshold"}[kind], kind))
        return self.one_of(choices)()

    def day(self, of: type[Subject]) -> Any:
        return self.one_of([lambda: self.expression(of, date), lambda: self.moved(of)])()

    def moved(self, of: type[Subject]) -> Any:
        inner = self.one_of([lambda: self.fact(of, date), lambda: self.expression(of, date)])()
        return inner + self.one_of(PERIODS)

    def aggregate(self, listed: Parts[Any], make: str | None = None, kind: Any = None) -> Expression[Any]:
        where = self.where(listed.of, 1) if self.chance(50) else None
        make = make or self.one_of(["count", "total", "values", "values"])
        if make == "count":
            return count(listed, where)
        kind = kind or self.one_of([int, Decimal] if make == "total" else [bool, int, date, Colour, frozenset[str], frozenset[str]])
        inner = self.expression(listed.of, kind)
        if not isinstance(inner, Fact | Calculation | Count | Total):
            inner = self.fact(listed.of, kind)
        return total(listed, inner, where) if make == "total" else values(listed, inner, where)

    # Conditions.

    def where(self, of: type[Subject], depth: int) -> Condition:
        """Return an aggregate's inner condition, sometimes one that another aggregate has too."""
        shared = [each for standing, each in self.inner if standing in levels(of)]
        if shared and self.chance(30):
            used: Condition = self.one_of(shared)
            return used
        standing = self.one_of(levels(of))
        made = self.condition(standing, depth)
        self.inner.append((standing, made))
        return made

    def condition(self, of: type[Subject], depth: int, *, finishing: bool = False) -> Condition:
        shape = self.one_of(["leaf", "leaf", "and", "or", "not"]) if depth else "leaf"
        if shape == "leaf":
            return self.finishing_leaf(of) if finishing else self.leaf(of, depth)
        first = self.condition(of, depth - 1, finishing=finishing)
        if shape == "not":
            return ~first
        second = self.condition(of, depth - 1, finishing=finishing)
        return first & second if shape == "and" else first | second

    def finishing_leaf(self, of: type[Subject]) -> Condition:
        found: Any = self.one_of([each for level in levels(of) for each in level.facts if each.name in FINISHING])
        return reached(found) if found.kind is date else condition(found)

    def leaf(self, of: type[Subject], depth: int) -> Condition:
        shared = self.shared_on(of)
        lists = [each for level in levels(of) for each in level.lists]
        choices: list[Callable[[], Condition]] = [lambda: self.comparison(of)] * 4 + [lambda: self.test(of)] * 4
        choices += [lambda: self.one_of(shared)] * 2 if shared else []
        if lists:
            choices += [lambda: self.one_of([any_of, all_of])(listed := self.one_of(lists), self.where(listed.of, min(depth, 1)))] * 2
        made: Condition = self.one_of(choices)()
        return made

    def comparison(self, of: type[Subject]) -> Condition:
        kind = self.one_of([int, Decimal, date, Colour, bool])
        left: Any = self.expression(of, kind)
        right: Any = self.one_of(CONSTANTS[kind]) if left is None or self.chance(60) else self.expression(of, kind)
        if left is None:
            left, right = self.fact(of, date), self.one_of(DAYS)
        operator = self.one_of(["==", "!=", "absent"] if kind in {Colour, bool} else ["==", "!=", "<", "<=", ">", ">=", "absent"])
        made: Condition = {
            "==": lambda: left == right,
            "!=": lambda: left != right,
            "<": lambda: left < right,
            "<=": lambda: left <= right,
            ">": lambda: left > right,
            ">=": lambda: left >= right,
            "absent": lambda: left == None,  # noqa: E711 - declares a comparison
        }[operator]()
        return made

    def test(self, of: type[Subject]) -> Condition:
        kind = self.one_of([bool, bool, date, date, Colour, frozenset[str], *([Mapping[int, Decimal]] if self.knowing else [])])
        value = self.expression(of, kind)
        if value is None:
            kind, value = date, self.fact(of, date)
        tests: list[Callable[[], Condition]] = [lambda: present(value), lambda: absent(value)]
        tests += [lambda: known(value), lambda: ~known(value)] if self.knowing else []
        tests += [lambda: condition(value)] * 6 if kind is bool else []
        tests += [lambda: reached(value), lambda: passed(value)] * 3 if kind is date else []
        tests += [lambda: value.one_of(*self.draw(st.lists(st.sampled_from(list(Colour)), min_size=1)))] * 3 if kind is Colour else []
        tests += (
            [lambda: value.includes("a"), lambda: value.includes("a", "b"), lambda: value == frozenset("a")]
            if kind == frozenset[str]
            else []
        )
        made: Condition = self.one_of(tests)()
        return made


@st.composite
def rule_sets(draw: Any, *, knowing: bool = True) -> dict[str, Rule | Named]:
    """Return declarations by id."""
    return RuleSetDrawing(draw, knowing).rules(draw(st.integers(3, 14)))
