"""
Facts and subjects: what can be known, declared once and typed all the way.

A fact is a descriptor. Read on the class it is an expression, from which conditions are made; read on a value it is the
value or ``UNKNOWN``::

    class Person(Subject, title=text(fr="Personne", en="Person")):
        nationality: Fact[Nationality] = fact(fr="Nationalité", en="Nationality", personal=True)

    Person.nationality == Nationality.FRENCH          # a condition
    Person(nationality=Nationality.FRENCH).nationality  # Nationality.FRENCH

Unknown, absent and zero are three things: ``UNKNOWN`` is "nobody said", ``None`` is "there is none".
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, NoReturn, TypeVar, overload

from domain.expressions import Expression
from domain.text import Text, text

T = TypeVar("T")


class Unknown(Enum):
    """The type of ``UNKNOWN``: nobody said."""

    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # by identity, as it is compared

    def __bool__(self) -> NoReturn:
        raise TypeError("an unknown value is neither true nor false: test it with `is UNKNOWN`")

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown.UNKNOWN


class Holder:
    """What holds facts: a subject, as far as a fact needs to know it."""

    type_name: ClassVar[str] = "subject"
    __slots__ = ("values",)
    values: tuple[Any, ...]


class Fact(Expression[T]):
    """
    A fact of a subject: its label, unit, and who may say it.

    Attributes:
        id: ``household.commune``, once its subject is declared.
        kind: the Python type of its values, ``None`` not counted.
        optional: whether it can be absent.
        personal: whether its values are personal data.
        sensitive: whether even the outcome of a rule that reads it says too much (health, origin); only counts leave in telemetry.
        provided: whether a provider may fetch it; such a fact is never asked of people.
        step: the form step that asks for it, from 1.
        minimum, maximum: the bounds of what is possible, inclusive.
        past: whether it is a day that cannot lie in the future.
        formerly: ids under which older revisions hold it.
        hint: what helps whoever is asked for it.
    """

    def __init__(
        self,
        title: Text,
        *,
        unit: str | None,
        personal: bool,
        sensitive: bool,
        provided: bool,
        step: int,
        milestone: bool,
        minimum: Decimal | int | date | None,
        maximum: Decimal | int | date | None,
        past: bool,
        formerly: tuple[str, ...],
        hint: Text | None = None,
    ) -> None:
        self.title = title
        self.unit = unit
        self.personal = personal or sensitive
        self.sensitive = sensitive
        self.provided = provided
        self.step = step
        self.milestone = milestone
        self.minimum = minimum
        self.maximum = maximum
        self.past = past
        self.formerly = formerly
        self.hint = hint
        self.name = ""
        self.index = -1
        self.owner: type[Holder] = Holder
        self.kind: Any = None
        self.optional = milestone

    @property
    def id(self) -> str:
        """The name in files, records and the API."""
        return f"{self.owner.type_name}.{self.name}"

    def __repr__(self) -> str:
        return self.id

    @overload
    def __get__(self, instance: None, owner: type) -> "Fact[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T | Unknown: ...
    def __get__(self, instance: object | None, owner: type) -> "Fact[T] | T | Unknown":
        if instance is None:
            return self
        assert isinstance(instance, Holder)
        value: T | Unknown = instance.values[self.index]
        return value

    def __set__(self, instance: object, value: T | Unknown) -> NoReturn:
        raise AttributeError(f"{self.id} cannot be changed: a subject is a value; make another with the facts that differ")


def fact(
    *,
    fr: str,
    en: str,
    unit: str | None = None,
    personal: bool = False,
    sensitive: bool = False,
    provided: bool = False,
    step: int = 1,
    minimum: Decimal | int | date | None = None,
    maximum: Decimal | int | date | None = None,
    past: bool = False,
    formerly: tuple[str, ...] = (),
    hint: Text | None = None,
) -> Fact[T]:
    """Declare a fact; until somebody says it, it is unknown."""
    return Fact(
        text(fr=fr, en=en),
        unit=unit,
        personal=personal,
        sensitive=sensitive,
        provided=provided,
        step=step,
        milestone=False,
        minimum=minimum,
        maximum=maximum,
        past=past,
        formerly=formerly,
        hint=hint,
    )


def milestone(
    *, fr: str, en: str, personal: bool = False, step: int = 1, hint: Text | None = None, formerly: tuple[str, ...] = ()
) -> Fact[date | None]:
    """Declare the day of a milestone: empty is absent ("has not happened, is not planned"), not unknown."""
    return Fact(
        text(fr=fr, en=en),
        unit=None,
        personal=personal,
        sensitive=False,
        provided=False,
        step=step,
        milestone=True,
        minimum=None,
        maximum=None,
        past=False,
        formerly=formerly,
        hint=hint,
    )
