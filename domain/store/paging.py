"""Pages of a list by the keys of its items: from its start or from its end, and stable when items are added."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select

T = TypeVar("T")


def between(key: ColumnElement[Any], after: Any, before: Any) -> list[ColumnElement[bool]]:
    """Return the conditions that pick what follows *after* and precedes *before*, where these are not None."""
    follows = [] if after is None else [key > after]
    return follows if before is None else [*follows, key < before]


def ordered(statement: Select[Any], *key: ColumnElement[Any], first: int, backwards: bool = False) -> Select[Any]:
    """Return the *first* rows by *key*; *backwards*: the highest, beginning with the very highest."""
    return statement.order_by(*(column.desc() if backwards else column for column in key)).limit(first)


def upright(rows: Sequence[T], *, backwards: bool) -> tuple[T, ...]:
    """Return *rows* in the order of their keys, though they may have been read *backwards*."""
    return tuple(reversed(rows)) if backwards else tuple(rows)
