"""
What every declaration shares: where it stands in the source, so that messages can point at it, and a check of what it is given.

mypy finds most of what the check does, but whoever writes a rule need not have run it.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import wraps
from types import NoneType, UnionType
from typing import Any, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from domain.errors import DeclarationError

P = ParamSpec("P")
R = TypeVar("R")
EXACT: frozenset[Any] = frozenset({bool, date, int})
"""What no subclass can stand for: True is no number, a time of day no day."""
WRITTEN = {
    "Condition": "a condition such as Person.nationality == Nationality.FRENCH",
    "Expression": "a fact or calculation",
    "Fact": "a fact",
    "Named": "a condition that named(…) makes",
    "Period": "days(…), months(…) or years(…)",
    "Source": "a name from rules/sources",
    "Text": "text(fr=…, en=…)",
    "date": "date(2026, 1, 31)",
    "int": "a whole number",
    "str": "a text in quotes",
}
"""How the values of a type are written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a module."""

    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}"


def place_of_caller(depth: int = 3) -> Place:
    """Return the place *depth* calls up: 1 is the caller of this function, 3 is who calls a ``typed`` function that asks."""
    frame = inspect.currentframe()
    for _ in range(depth):
        frame = frame.f_back if frame else None
    if frame is None:  # only where Python keeps no frames
        return Place("unknown", 0)
    return Place(str(frame.f_globals.get("__name__", "unknown")), frame.f_lineno)


def typed(function: Callable[P, R]) -> Callable[P, R]:
    """
    Have *function* refuse an argument that is not what its annotation says.

    Raises:
        DeclarationError: naming the argument, what it is, and what to write.
    """
    hints = {name: hint for name, hint in get_type_hints(function).items() if name != "return"}

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        for name, value in (dict(zip(hints, args, strict=False)) | kwargs).items():
            if not _is(value, hints.get(name, object)):
                raise DeclarationError(f"{function.__name__}({name}={value!r}): write {_written(hints[name])}")
        return function(*args, **kwargs)

    return checked


def _is(value: object, hint: Any) -> bool:
    """Tell whether *value* is what an annotation says; what generics other than collections hold is not looked at."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind in {Union, UnionType}:
        return any(_is(value, each) for each in inner)
    if kind is type:
        return isinstance(value, type) and issubclass(value, inner)
    if kind is tuple:
        return isinstance(value, tuple) and all(_is(each, inner[0]) for each in value)
    if kind is Mapping:
        return isinstance(value, Mapping) and all(_is(key, inner[0]) and _is(each, inner[1]) for key, each in value.items())
    return type(value) is kind if kind in EXACT else isinstance(value, kind)


def _written(hint: Any) -> str:
    """Return how what an annotation says is written."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind in {Union, UnionType}:
        return " or ".join(dict.fromkeys(_written(each) for each in inner if each is not NoneType))
    if kind is type:
        return f"the class of a {inner[0].__name__}, such as Person"
    if kind is tuple:
        return f"({_written(inner[0])},)"
    if kind is Mapping:
        return f"{{{_written(inner[0])}: {_written(inner[1])}}}"
    if issubclass(kind, Enum):
        return ", ".join(f"{kind.__name__}.{name}" for name in kind.__members__)
    return WRITTEN.get(kind.__name__, str(kind.__name__))
