"""Which classes are taken to hold plain values only."""

import asyncio
import datetime as dt
import types
from collections import OrderedDict, UserDict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from graphql import Undefined
from graphql.pyutils import is_awaitable

from api.execution.classes import PlainClasses, is_plain
from tests.naming import named


class Ordinary:
    pass


class WithSlots:
    __slots__ = ("a",)


@dataclass(frozen=True, slots=True)
class Data:
    a: int = 1


class Pair(NamedTuple):
    a: int = 1


class Color(Enum):
    RED = 1


class Word(StrEnum):
    RED = "red"


class Dynamic:
    def __getattr__(self, name: str) -> Any:
        return name


class Watching:
    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, name)


class Pretending:
    """What a mock or a proxy does."""

    __class__ = property(lambda _self: ValueError)


class Awaited:
    def __await__(self) -> Iterator[Any]:
        return iter(())


class Below(Dynamic, Ordinary):
    pass


class Bound(Awaited):
    pass


PLAIN = [
    "text", b"", 1, 1.0, True, [], (), {}, set(), frozenset(), Ordinary(), WithSlots(), Data(), Color.RED, Word.RED, Decimal(1),
    dt.date.min, dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.time.min, dt.timedelta(1),
    Fraction(1), UUID(int=1), OrderedDict(), UserDict(), Pair(),
    types.SimpleNamespace(), object(), range(1),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=named)
def test_ordinary_classes_are_plain(value: Any) -> None:
    assert is_plain(type(value))
    assert not is_awaitable(value)
    assert not isinstance(value, Exception)


@pytest.mark.parametrize(
    "cls",
    [
        type(None), type(Undefined), ValueError, KeyboardInterrupt, types.CoroutineType, types.GeneratorType, asyncio.Future, asyncio.Task,
        Dynamic, Watching, Pretending, Awaited, Below, Bound, types.ModuleType, types.AsyncGeneratorType, type,
    ],
)  # fmt: skip
def test_classes_whose_values_must_be_asked_one_by_one_are_not(cls: type) -> None:
    assert not is_plain(cls)


def test_a_class_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[type] = []

    def look(cls: type) -> bool:
        looks.append(cls)
        return True

    monkeypatch.setattr("api.execution.classes.is_plain", look)
    plain = PlainClasses()
    assert [plain[Ordinary], plain[Ordinary]] == [True, True]
    assert looks == [Ordinary]


def test_classes_made_without_end_are_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.execution.classes._MOST_CLASSES", 3)
    plain = PlainClasses()
    assert all(plain[type(f"C{index}", (), {})] for index in range(10))
    assert len(plain) == 3
