"""The states that what a condition reads can be in, as far as the condition can tell them apart."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from domain.facts import UNKNOWN, Fact
from rules.engine.index import PlanIndex
from rules.engine.terms import ConstantTerm, FactTerm, Leaf, MovedTerm, Term, UnitTerm

Name = tuple[Any, ...]
ABSENT = "absent"
ORDERS = {"<": {"<"}, "<=": {"<", "="}, ">": {">"}, ">=": {">", "="}, "==": {"=", "both absent"}, "!=": {"<", ">", "one absent"}}
VALUED = {*ORDERS, "one_of", "present", "holds"}


class States:
    """
    The states of everything that some leaves read.

    Attributes:
        names: of all that has states, in the order in which the leaves read it.
        independent: whether every combination of states can really come about.
    """

    def __init__(self, index: PlanIndex, leaves: list[Leaf], facts: Mapping[str, Fact[Any]]) -> None:
        self.index = index
        read = [term.of if isinstance(term, MovedTerm) else term for leaf in leaves for term in leaf.terms]
        calculated = {each.id for each in read if isinstance(each, FactTerm) and each.settled is not None}
        self.bounds = {name: (each.minimum, each.maximum) for name, each in facts.items() if name not in calculated}
        self.constants: dict[Name, list[Any]] = {}
        for leaf in leaves:
            for name in self._constants_of(leaf):
                held = self.constants.setdefault(name, [])
                held += [each.value for each in leaf.terms[1:] if isinstance(each, ConstantTerm) and each.value not in held]
        self.names = list(dict.fromkeys(name for leaf in leaves for name in self.read(leaf)))
        self.independent = all(self._is_free(name) for name in self.names)

    def _constants_of(self, leaf: Leaf) -> list[Name]:
        """Return the operand that a leaf holds against constants, if it does so."""
        plain = leaf.test in VALUED and isinstance(leaf.terms[0], FactTerm | UnitTerm)
        return [("value", *name_of(leaf.terms[0]))] if plain and all(isinstance(each, ConstantTerm) for each in leaf.terms[1:]) else []

    def _is_free(self, name: Name) -> bool:
        """Tell whether a fact alone decides the state; whether its day has come, where nothing else is said of that day."""
        times = [each for each in self.names if each[0] == "time" and each[1:4] == name[1:4]]
        held = name[0] == "value" or (len(times) == 1 and not self.constants.get(("value", *name[1:4])))
        return name[0] in {"value", "time"} and name[1] == "fact" and held

    def read(self, leaf: Leaf) -> Iterator[Name]:
        """Yield what the truth of a leaf depends on."""
        first = leaf.terms[0]
        if leaf.test == "known":
            yield ("known", *name_of(first))
        elif leaf.test in {"reached", "passed"} and isinstance(first, MovedTerm):
            yield ("value", *name_of(first.of))
            yield ("time", *name_of(first.of), first.periods)
        elif leaf.test == "includes":
            yield from (("holds", *name_of(first), each.value) for each in leaf.terms[1:] if isinstance(each, ConstantTerm))
        elif self._constants_of(leaf):
            yield ("value", *name_of(first))
        elif leaf.test in ORDERS and len(leaf.terms) == 2:
            yield ("order", *sorted(map(name_of, leaf.terms)))
        else:
            yield ("leaf", leaf.test, *map(name_of, leaf.terms))

    def of(self, name: Name) -> list[Any]:
        """Return the states of what is called *name*."""
        match name[0]:
            case "order":
                return ["<", "=", ">", "one absent", "both absent"]
            case "time":
                return ["to come", "today", "past"]
            case "value":
                return self._values(name)
        return [True, False]

    def _values(self, name: Name) -> list[Any]:
        fact = self.index.facts.get(name[2]) if name[1] == "fact" else None
        unit = self.index.units.get(name[2]) if fact is None else None
        kind = fact.kind if fact is not None else unit.value_kind if unit is not None else ""
        absent = [ABSENT] if (fact is not None and fact.optional) or (unit is not None and unit.optional) else []
        constants = self.constants.get(name, [])
        if fact is not None and fact.kind == "choice":
            return [*fact.choices, *absent]
        if kind == "bool":
            return [True, False, *absent]
        low, high = self.bounds.get(name[2], (None, None)) if fact is not None else (None, None)
        return [*_stretches(constants, kind, low, high), *absent]

    def truth(self, leaf: Leaf, world: dict[Name, Any]) -> Any:
        """Return the truth of a leaf in *world*, ``UNKNOWN`` while it does not tell."""
        states = [world.get(name, UNKNOWN) for name in self.read(leaf)]
        if leaf.test in {"reached", "passed"}:
            return _has_come(leaf.test, *states)
        if leaf.test == "includes":
            return True if True in states else UNKNOWN if UNKNOWN in states else False
        (state,) = states
        if state is UNKNOWN:
            return UNKNOWN
        if not self._constants_of(leaf):
            return _in_order(leaf, state) if leaf.test in ORDERS else state is True
        return _compared(leaf, state)


def name_of(term: Term) -> Name:
    """Return what an operand is called, with how far above it is read."""
    match term:
        case FactTerm(id=name, level=level):
            return ("fact", name, str(level))
        case UnitTerm(id=name, level=level):
            return ("unit", name, str(level))
        case MovedTerm(of=of, periods=periods):
            return (*name_of(of), str(periods))
        case ConstantTerm(value=value):
            return ("constant", str(value))
    return (type(term).__name__, str(getattr(term, "id", "")))


def _stretches(constants: list[Any], kind: str, low: Any, high: Any) -> list[Any]:
    """Return each constant, and a place before, between and after them where there is one, from *low* to *high* where these are."""
    values = sorted({_number(each) for each in constants if each is not None}, key=lambda each: (str(type(each)), each))
    if not values or any(isinstance(each, str) for each in values):
        return [*values, "another"]
    least, most = (None if each is None else _number(str(each)) for each in (low, high))
    values = sorted({*values, *(each for each in (least, most) if each is not None)})
    return [each for each in _places(values, kind) if (least is None or each >= least) and (most is None or each <= most)]


def _places(values: list[Decimal], kind: str) -> list[Decimal]:
    step = Decimal(1) if kind in {"int", "date"} else None
    found = [values[0] - 1]
    for low, high in pairwise(values):
        found += [low] if step is not None and high - low == step else [low, (low + high) / 2]
    return [*found, values[-1], values[-1] + 1]


def _number(value: Any) -> Any:
    """Return a number or a day as a number, anything else as text."""
    try:
        if isinstance(value, str) and "-" in value[1:]:
            return Decimal(date.fromisoformat(value).toordinal())
        return Decimal(value)
    except (InvalidOperation, ValueError, TypeError):
        return str(value)


def _compared(leaf: Leaf, state: Any) -> bool:
    if leaf.test == "present":
        return bool(state != ABSENT)
    if leaf.test == "holds":
        return state is True
    others = [each.value for each in leaf.terms[1:] if isinstance(each, ConstantTerm)]
    if state == ABSENT or None in others:
        return (state == ABSENT and None in others) == (leaf.test != "!=")
    if not isinstance(state, Decimal):
        return any(state in (each, str(each)) for each in others) == (leaf.test != "!=")
    numbers = [_number(each) for each in others]
    match leaf.test:
        case "<":
            return bool(state < numbers[0])
        case "<=":
            return bool(state <= numbers[0])
        case ">":
            return bool(state > numbers[0])
        case ">=":
            return bool(state >= numbers[0])
    return (state in numbers) == (leaf.test != "!=")


def _in_order(leaf: Leaf, state: str) -> bool:
    turned = {"<": ">", ">": "<"}
    names = [name_of(each) for each in leaf.terms]
    return (state if names == sorted(names) else turned.get(state, state)) in ORDERS[leaf.test]


def _has_come(test: str, day: Any, time: Any) -> Any:
    if day == ABSENT:
        return False
    if day is UNKNOWN or time is UNKNOWN:
        return False if time == "to come" else UNKNOWN
    return time in ({"today", "past"} if test == "reached" else {"past"})
