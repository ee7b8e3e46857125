import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.facts import UNKNOWN
from domain.text import Choice, text
from domain.values import Unreadable, known_neutral, neutral, read


class Colour(Choice):
    RED = text(fr="rouge", en="red")
    GREEN = text(fr="vert", en="green")


SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(-(10**15) + 1, 10**15 - 1),
    str: st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40),
    date: st.dates(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4),
    Colour: st.sampled_from(Colour),
}


def of_kind(kind: Any) -> st.SearchStrategy[tuple[Any, Any]]:
    """Return pairs of a type and a value of it: a scalar, or a collection of such, unknown ones among them."""
    scalars = SCALARS[kind]
    inner = scalars | st.just(UNKNOWN)
    keys = st.integers(-9999, 9999) if kind is int else SCALARS[str]
    return st.one_of(
        st.tuples(st.just(kind), scalars),
        st.tuples(st.just(tuple[kind, ...]), st.lists(inner).map(tuple)),
        st.tuples(st.just(frozenset[kind]), st.frozensets(inner)),
        st.tuples(st.just(Mapping[int if kind is int else str, kind]), st.dictionaries(keys, scalars)),  # type: ignore[misc]  # a type made at run time
    )


@given(st.sampled_from(list(SCALARS)).flatmap(of_kind))
def test_a_value_comes_back_from_json_as_it_was(pair: tuple[Any, Any]) -> None:
    kind, value = pair
    again = read(kind, json.loads(json.dumps(known_neutral(value))))
    assert again == value
    assert repr(again) == repr(value) or isinstance(value, frozenset | dict)


@given(st.sampled_from(list(SCALARS)), st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_whatever_is_no_value_of_the_kind_is_refused_and_never_crashes(kind: Any, raw: Any) -> None:
    try:
        value = read(kind, raw)
    except Unreadable:
        return
    assert isinstance(value, kind)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (bool, 1, "true or false"),
        (int, True, "a whole number"),
        (int, 2.0, "a whole number"),
        (int, 10**15, "a whole number of at most 15 digits"),
        (Decimal, "twelve", "a number is expected, such as"),
        (Decimal, True, "a number is expected, such as"),
        (Decimal, "NaN", "a finite number of at most 24 digits"),
        (Decimal, "1e99", "a finite number of at most 24 digits"),
        (date, "2026-02-30", 'a day is expected, such as "2026-01-31"'),
        (date, "20260131", "a day is expected"),
        (date, "2026-W05-1", "a day is expected"),
        (date, datetime(2026, 1, 31, 12), "a day is expected"),  # noqa: DTZ001 - an instant is no day, with or without zone
        (str, "a\x00b", "a text without null characters"),
        (str, "\ud800", "a text without null characters or lone surrogates"),
        (str, "a" * 10_001, "a text of at most 10,000 characters"),
        (Colour, "BLUE", "one of RED, GREEN"),
        (Colour, 1, "one of RED, GREEN"),
        (tuple[int, ...], 1, "a list"),
        (frozenset[int], {"a": 1}, "a list"),
        (Mapping[int, int], [1], "an object"),
        (Mapping[int, int], {"²": 1}, "a whole number"),
        (Mapping[int, int], {"--1": 1}, "a whole number"),
        (Mapping[str, Decimal], {"a": "b"}, "a number"),
    ],
)
def test_what_is_expected_is_said_without_repeating_what_was_given(kind: Any, raw: Any, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected) as caught:
        read(kind, raw)
    assert repr(raw) not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Decimal, 0.1, Decimal("0.1")),
        (Decimal, "1234.50", Decimal("1234.50")),
        (Decimal, 3, Decimal(3)),
        (Colour, "red", Colour.RED),
        (Colour, Colour.RED, Colour.RED),
        (date, date(2026, 1, 31), date(2026, 1, 31)),
        (Mapping[int, Decimal], {"2024": "1.5"}, {2024: Decimal("1.5")}),
        (tuple[int, ...], [1, {"unknown": True}], (1, UNKNOWN)),
    ],
)
def test_what_people_write_is_read_exactly(kind: Any, raw: Any, value: Any) -> None:
    assert repr(read(kind, raw)) == repr(value)


def test_a_value_of_another_kind_is_never_kept() -> None:
    with pytest.raises(TypeError, match="a value of type float cannot be kept"):
        neutral(0.5)
