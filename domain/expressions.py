"""
Expressions and conditions: what a rule says about facts, as values that can be read four ways.

One condition tree answers: why or why not, what is missing, what must be fetched, what would have to change.
Conditions are three-valued after Kleene and read left to right, stopping at the first leaf that decides.

    Expression[T]       has a value: a fact, a calculation, a dated figure, a date moved by a period, an aggregate
    Condition           is true, false or unknown: leaves joined by ``&``, ``|`` and ``~``
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, NoReturn, TypeVar

from domain.calendar import Period
from domain.declared import Place
from domain.errors import DeclarationError
from domain.text import Text

T = TypeVar("T")
U = TypeVar("U")


class Operator(Enum):
    """How two values are compared."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class PartList:
    """A list of parts below a subject; what it holds is declared in ``domain.facts``."""

    __slots__ = ()


class Expression(Generic[T]):
    """Something that has a value of type *T* once facts are known. Comparing it makes a condition."""

    __slots__ = ()

    # Comparing an expression declares a condition, as in SQLAlchemy: equality returns one instead of a truth value.
    def __eq__(self, other: "T | Expression[T]") -> "Comparison":  # type: ignore[override]
        return Comparison(self, Operator.EQUAL, other)

    def __ne__(self, other: "T | Expression[T]") -> "Comparison":  # type: ignore[override]
        return Comparison(self, Operator.NOT_EQUAL, other)

    __hash__ = object.__hash__

    def __lt__(self, other: "T | Expression[T]") -> "Comparison":
        return Comparison(self, Operator.LESS, other)

    def __le__(self, other: "T | Expression[T]") -> "Comparison":
        return Comparison(self, Operator.AT_MOST, other)

    def __gt__(self, other: "T | Expression[T]") -> "Comparison":
        return Comparison(self, Operator.MORE, other)

    def __ge__(self, other: "T | Expression[T]") -> "Comparison":
        return Comparison(self, Operator.AT_LEAST, other)

    def one_of(self, *values: T) -> "OneOf":
        """Say that the value is one of *values*."""
        return OneOf(self, _some(self, values))

    def includes(self: "Expression[frozenset[U]] | Expression[tuple[U, ...]]", *values: U) -> "Includes":
        """Say that the collection holds at least one of *values*."""
        return Includes(self, _some(self, values))

    def __add__(self: "Expression[date] | Expression[date | None]", period: Period) -> "Moved":
        return Moved(self, _checked(period))

    def __sub__(self: "Expression[date] | Expression[date | None]", period: Period) -> "Moved":
        return Moved(self, -_checked(period))

    def __and__(self: "Expression[bool]", other: "Condition | Expression[bool]") -> "Condition":
        return Holds(self) & other

    def __or__(self: "Expression[bool]", other: "Condition | Expression[bool]") -> "Condition":
        return Holds(self) | other

    def __invert__(self: "Expression[bool]") -> "Condition":
        return ~Holds(self)

    def __bool__(self) -> NoReturn:
        raise DeclarationError("an expression has no truth value in declarations: join conditions with &, | and ~, not and, or, not")


def _some(of: Expression[Any], values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise DeclarationError(f"{of!r} is held against no values, and the condition is never true; name one or more")
    return values


def _checked(period: Period) -> Period:
    if not isinstance(period, Period):
        raise DeclarationError(
            f"a day is moved by days(…), months(…) or years(…), not by {period!r}; days are compared with later(…, than=…)"
        )
    return period


@dataclass(frozen=True, eq=False)
class Moved(Expression[date]):
    """A date moved by a calendar period; absent where the date is."""

    of: Expression[date] | Expression[date | None]
    period: Period


@dataclass(frozen=True, eq=False)
class Truth(Expression[bool]):
    """Whether a shared condition holds, as a value."""

    of: "Named"


class Condition:
    """True, false or unknown; joined by ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def __and__(self, other: "Condition | Expression[bool]") -> "Condition":
        return All((*parts_of(All, self), *parts_of(All, condition(other))))

    def __or__(self, other: "Condition | Expression[bool]") -> "Condition":
        return AnyTrue((*parts_of(AnyTrue, self), *parts_of(AnyTrue, condition(other))))

    def __invert__(self) -> "Condition":
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise DeclarationError("a condition has no truth value when rules are declared: join conditions with &, | and ~, not and, or, not")


@dataclass(frozen=True, eq=False)
class Comparison(Condition):
    """Two values compared. An absent value equals nothing but absence and has no order: the comparison is false."""

    left: Expression[Any]
    operator: Operator
    right: object


@dataclass(frozen=True, eq=False)
class OneOf(Condition):
    """A value is among those listed."""

    of: Expression[Any]
    values: tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Includes(Condition):
    """A collection holds at least one of the values listed."""

    of: Expression[Any]
    values: tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Holds(Condition):
    """A yes-or-no value is yes."""

    of: Expression[bool]


@dataclass(frozen=True, eq=False)
class Present(Condition):
    """There is one: the value is not absent."""

    of: Expression[Any]


@dataclass(frozen=True, eq=False)
class Known(Condition):
    """Somebody said it: the only condition that looks at knowledge itself, so it is never unknown."""

    of: Expression[Any]


@dataclass(frozen=True, eq=False)
class Reached(Condition):
    """
    The day is there and has come: it is ``as_of`` or before (*after* false), or strictly before (*after* true).

    An absent day has not come.
    """

    of: Expression[date] | Expression[date | None]
    after: bool = False


@dataclass(frozen=True, eq=False)
class AnyOf(Condition):
    """At least one part fulfils the condition."""

    parts: PartList
    where: Condition


@dataclass(frozen=True, eq=False)
class AllOf(Condition):
    """Every part fulfils the condition."""

    parts: PartList
    where: Condition


@dataclass(frozen=True, eq=False)
class Named(Condition):
    """
    A condition with a meaning of its own, shared by the rules that name it.

    *otherwise* is how people call it when it is false, *note* what else to know of it.
    """

    title: Text
    means: Condition
    place: Place
    otherwise: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, eq=False)
class All(Condition):
    """Every item is true (and)."""

    items: tuple[Condition, ...]


@dataclass(frozen=True, eq=False)
class AnyTrue(Condition):
    """At least one item is true (or)."""

    items: tuple[Condition, ...]


@dataclass(frozen=True, eq=False)
class Not(Condition):
    """The item is false (not)."""

    item: Condition


Conditional = Condition | Expression[bool]


def condition(value: Conditional) -> Condition:
    """
    Return *value* as a condition: a yes-or-no expression means that it holds.

    Raises:
        DeclarationError: it is neither.
    """
    if isinstance(value, Condition):
        return value
    if not isinstance(value, Expression):
        raise DeclarationError(f"{value!r} is no condition; write one of facts, such as Person.nationality == Nationality.FRENCH")
    return Holds(value)


def parts_of(kind: type[All] | type[AnyTrue], value: Condition) -> Iterator[Condition]:
    """Yield the items of *value* where it is joined by *kind*, else *value* itself, so that chains stay flat."""
    yield from value.items if isinstance(value, kind) else (value,)


def leaves(value: Condition) -> Iterator[Condition]:
    """Yield the leaves of *value*, left to right."""
    match value:
        case All(items) | AnyTrue(items):
            for item in items:
                yield from leaves(item)
        case Not(item):
            yield from leaves(item)
        case _:
            yield value
