"""The ids of things that have none where they are stored: made of what tells them from others, and read back."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import strawberry

from api.schema.errors import BadCursor
from api.schema.pagination import cursor_of, key_of


class IdKind(StrEnum):
    """What such an id is of."""

    ACTION = "action"
    ASSIGNEE = "assignee"
    REVISION = "revision"
    TASK = "task"


def id_of(kind: IdKind, *parts: str | int) -> strawberry.ID:
    """Return the id of the thing of this kind that *parts* tell from others."""
    return strawberry.ID(cursor_of([kind.value, *parts]))


def parts_of(key: str) -> Sequence[Any]:
    """Return the kind and the parts in an id, nothing where it was not made here."""
    try:
        parts = key_of(key)
    except BadCursor:
        return ()
    return parts if isinstance(parts, list) else ()
