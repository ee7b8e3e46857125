"""
What compiled functions run on: nodes, the day's environment, the few functions that generated code calls, and room for their frames.

A ``Node`` is one part in a run: its values, its growing block, what stands above and below it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from types import FunctionType
from typing import Any, ParamSpec, TypeVar
from weakref import ref

from domain.calendar import Period, first_day_reaching, shift_all
from domain.facts import UNKNOWN, Unknown
from domain.subjects import Subject
from domain.values import PLAIN, neutral
from rules.engine.figures import Figure

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Outcome(Enum):
    """What a truth slot can hold besides ``True``, ``False``, ``UNKNOWN`` and ``None`` (not reached, not in force)."""

    FAILED = "failed"
    NOT_YET = "not_yet"
    TO_DO = "to_do"
    MODERATE = "moderate"
    CRITICAL = "critical"
    MISSED = "missed"
    CLOSED = "closed"

    __hash__ = object.__hash__  # by identity, as they are compared


AS_IT_IS = PLAIN | {Outcome}
"""Types of what stands in a run and is plain already."""


class Node:
    """
    One part in a run: the only thing that grows while it is evaluated.

    Its *path* is the keys from the root down, joined by ``/``; empty for the root. A node holds its parts and not what stands
    above it: whoever reads a part keeps the root. So a run is freed when it is done with, and no garbage collector has to look for it.
    """

    __slots__ = ("__weakref__", "above", "block", "children", "failures", "key", "path", "plain", "type_name", "values")

    def __init__(self, type_name: str, key: str, values: tuple[Any, ...], parent: "Node | None") -> None:
        self.type_name = type_name
        self.key = key
        self.values = values
        self.above = None if parent is None else ref(parent)
        self.path: str = f"{parent.path}/{key}" if parent is not None and parent.path else key
        self.block: list[Any] = []
        self.failures: tuple[tuple[int, str, str], ...] = ()
        self.children: list[list[Node]] = []
        self.plain: list[Any] | None = None

    @classmethod
    def of(cls, subject: Subject, parent: "Node | None" = None, by_type: "defaultdict[str, list[Node]] | None" = None) -> "Node":
        """Return the node of *subject*, with those of its parts; where *by_type* is given, note each there, by its type."""
        node = cls(subject.type_name, subject.key, subject.values, parent)
        if by_type is not None:
            by_type[node.type_name].append(node)
        if subject.parts:
            node.children = [[cls.of(part, node, by_type) for part in items] for items in subject.parts]
        return node

    @property
    def parent(self) -> "Node | None":
        """What it is a part of; ``None`` for the root."""
        if self.above is None:
            return None
        parent = self.above()
        assert parent is not None, "the root of this part was let go of; keep it as long as its parts"
        return parent

    def is_within(self, other: "Node") -> bool:
        """Tell whether it is *other*, or a part of it."""
        node: Node | None = self
        while node is not None and node is not other:
            node = node.parent
        return node is other

    def failed(self, slot: int, error: Exception) -> None:
        """Keep what a unit raised (slot, type, text); its result is unknown, because it failed."""
        self.failures = (*self.failures, (slot, type(error).__name__, str(error)))

    def made_plain(self) -> list[Any]:
        """Return its facts, then its block, in plain form but for ``UNKNOWN`` and outcomes; made once, when the run is over."""
        if self.plain is None:
            self.plain = [value if type(value) in AS_IT_IS else neutral(value) for value in (*self.values, *self.block)]
        return self.plain

    def walk(self) -> "Iterator[Node]":
        """Yield this node and those below it, each before its parts."""
        yield self
        for items in self.children:
            for item in items:
                yield from item.walk()


def figure_on(figure: Figure, day: Any) -> Any:
    """Return what *figure* is on *day*, ``UNKNOWN`` where the day is not known or no period covers it."""
    if not isinstance(day, date):
        return UNKNOWN
    value: Any = None
    for period in figure.periods:
        if period.since > day:
            break
        value = period.value
    return UNKNOWN if value is None else value


def as_day(value: Any) -> Any:
    """Return a day from its plain form; anything else as it is: a record has days, choices and codes alike as text."""
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value


def in_force(since: date | None, until: date | None, day: Any) -> bool | Unknown:
    """Tell whether a rule is in force on *day*, unknown where the day is."""
    if not isinstance(day, date):
        return UNKNOWN
    return (since is None or since <= day) and (until is None or day <= until)


def day_before_which(as_of: date, periods: tuple[Period, ...], *, reached: bool) -> date:
    """Return the day before which a date, moved by *periods*, is over on *as_of*, or has come where *reached*."""
    target = as_of + timedelta(1) if reached and as_of < date.max else as_of
    return first_day_reaching(target, periods)


def moved(day: date | None, periods: tuple[Period, ...]) -> date | None:
    """Move a day that may be absent."""
    return None if day is None else shift_all(day, periods)


def holds_unknown(value: Any) -> bool:
    """Tell whether *value* is unknown or a collection that holds an unknown."""
    if isinstance(value, Mapping):
        return any(holds_unknown(item) for item in value.values())
    if isinstance(value, tuple | frozenset):
        return any(holds_unknown(item) for item in value)
    return value is UNKNOWN


def whole(value: Any) -> Any:
    """Return *value*, or ``UNKNOWN`` where it is a collection that holds an unknown."""
    return UNKNOWN if holds_unknown(value) else value


def checked(value: Any, kind: type, *, optional: bool) -> Any:
    """
    Return *value* if it is what the calculation is declared to return.

    Raises:
        TypeError: it is not; a wrong type would be recorded as if it were right.
    """
    if (optional and value is None) or (isinstance(value, kind) and not (kind is int and isinstance(value, bool))):
        return value
    raise TypeError(f"the calculation returned {type(value).__name__} instead of {kind.__name__}")


Function = Callable[[list[Node], list[Any]], None]
P = ParamSpec("P")
T = TypeVar("T")

LARGE_FRAME = 1_000  # words; half of what Python takes from the system at a time: such a frame fits as often as it does not
ROOM = 7_300  # words; with the spare that Python adds, just over 64 kB: it then asks for 128 kB, half of which stay free


def has_large_frame(function: Callable[..., object]) -> bool:
    """Tell whether a Python function needs much memory for each call."""
    assert isinstance(function, FunctionType)
    code = function.__code__
    return code.co_nlocals + code.co_stacksize > LARGE_FRAME


def with_room(function: Callable[P, T]) -> Callable[P, T]:
    """
    Return a copy of *function* with so large a frame that those of all it calls find room beside it.

    Python keeps frames in chunks of 16 kB. A call that does not fit takes another chunk from the system, and gives it back on return. The
    frame of a segment is up to 13 kB: by chance of the depth it is called from, every call paid for that. See
    ``docs/adr/0028-a-run-leaves-room-for-the-frames-of-its-segments.md``.
    """
    assert isinstance(function, FunctionType)
    return FunctionType(function.__code__.replace(co_stacksize=ROOM), function.__globals__, function.__name__)
