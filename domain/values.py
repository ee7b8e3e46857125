"""
Values in the form that files, records and the API share: plain JSON, exact and readable.

    bool, int, str   as they are           date            "2026-01-31"
    Decimal          "1234.50"             Choice          its member's name
    tuple, frozenset a list                Mapping         an object with text keys
    None             absent                UNKNOWN         {"unknown": true}, where it must be said

``read`` goes from that form to the typed value, ``neutral`` comes back; neither ever goes through a binary fraction.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin

from domain.facts import UNKNOWN, Unknown
from domain.text import Choice

Neutral = bool | int | str | None | list["Neutral"] | dict[str, "Neutral"]


WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


PLAIN = frozenset({type(None), bool, int, str, Unknown})


class Unreadable(ValueError):
    """A value that is not of its kind; the message says what is expected and never repeats the value."""


def neutral(value: object) -> Neutral | Unknown:
    """Return *value* in plain JSON form, ``UNKNOWN`` as itself; plain JSON comes back unchanged."""
    if type(value) in PLAIN:
        return value  # type: ignore[return-value]  # told by its type, which mypy does not follow through a set
    match value:
        case Choice():
            return value.name
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case frozenset():
            return sorted((known_neutral(item) for item in value), key=str)
        case tuple() | list():
            return [known_neutral(item) for item in value]
        case Mapping():
            return {str(known_neutral(key)): known_neutral(item) for key, item in value.items()}
    raise TypeError(
        f"a value of type {type(value).__name__} cannot be kept: use bool, int, str, Decimal, date, a Choice or a collection of these"
    )


def known_neutral(value: object) -> Neutral:
    """Return *value* in plain JSON form, an unknown inside a collection said as such."""
    plain = neutral(value)
    return {"unknown": True} if isinstance(plain, Unknown) else plain


def read(kind: Any, raw: object) -> Any:
    """
    Return *raw* as a value of *kind*.

    Raises:
        Unreadable: *raw* is not of that kind.
    """
    if raw == {"unknown": True}:
        return UNKNOWN
    origin = get_origin(kind)
    if origin is tuple or origin is frozenset:
        if not isinstance(raw, list | tuple):
            raise Unreadable("a list is expected")
        return origin(read(get_args(kind)[0], item) for item in raw)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(raw, Mapping):
            raise Unreadable("an object is expected")
        key_kind, value_kind = get_args(kind)
        return {read(key_kind, _key(key_kind, key)): read(value_kind, item) for key, item in raw.items()}
    return _read_scalar(kind, raw)


def _key(kind: Any, key: object) -> object:
    """Turn an object's text key into what *kind* reads: JSON has no other keys."""
    return int(key) if kind is int and isinstance(key, str) and WHOLE_NUMBER.fullmatch(key) else key


def _read_scalar(kind: Any, raw: object) -> Any:
    if isinstance(kind, type) and issubclass(kind, Choice):
        if isinstance(raw, kind):
            return raw
        if isinstance(raw, str) and raw.upper() in kind.__members__:
            return kind[raw.upper()]
        raise Unreadable(f"one of {', '.join(kind.__members__)} is expected")
    if kind is Decimal:
        return _read_decimal(raw)
    if kind is date:
        return _read_date(raw)
    if kind is bool and isinstance(raw, bool):
        return raw
    if kind is int and isinstance(raw, int) and not isinstance(raw, bool):
        return _read_whole_number(raw)
    if kind is str and isinstance(raw, str):
        return _read_text(raw)
    raise Unreadable(
        {
            bool: "true or false is expected",
            int: "a whole number is expected",
            str: "a text is expected, in quotation marks where it could be a number",
        }.get(kind, "another kind is expected")
    )


def _read_whole_number(raw: int) -> int:
    if abs(raw) >= 10**15:
        raise Unreadable("a whole number of at most 15 digits is expected")
    return raw


def _read_decimal(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal):
        raise Unreadable('a number is expected, such as 1234 or "1234.50"')
    try:
        number = Decimal(str(raw))
    except (InvalidOperation, ValueError):
        raise Unreadable('a number is expected, such as 1234 or "1234.50"') from None
    if not number.is_finite() or len(number.as_tuple().digits) > 24 or abs(number.adjusted()) > 24:
        raise Unreadable("a finite number of at most 24 digits is expected")
    return number


def _read_date(raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(raw if isinstance(raw, str) and DAY.fullmatch(raw) else "")
    except ValueError:
        raise Unreadable('a day is expected, such as "2026-01-31"') from None


def _read_text(raw: str) -> str:
    if "\x00" in raw or any(0xD800 <= ord(letter) <= 0xDFFF for letter in raw):
        raise Unreadable("a text without null characters or lone surrogates is expected")
    if len(raw) > 10_000:
        raise Unreadable("a text of at most 10,000 characters is expected")
    return raw
