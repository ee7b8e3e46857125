"""
Pages of lists, by Relay's shape: keyset cursors, stable when items are added, and a bound on ``first``.

A cursor is the key of the item it stands on; what comes after it is found by that key, never by counting.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Self, TypeVar

import orjson
import strawberry

from api.permissions import INHERITED
from api.schema.declare import object_type
from api.schema.errors import BadCursor, BadPageSize

T = TypeVar("T")
S = TypeVar("S")

MOST = 100
LONGEST = 1_000

First = Annotated[int, strawberry.argument(description=f"How many items, from 1 to {MOST} (nombre d'éléments).")]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor (curseur).")]

FromStart = Annotated[
    int | None,
    strawberry.argument(description=f"How many items from the start, 1 to {MOST}; neither first nor last: 20 (nombre d'éléments)."),
]
FromEnd = Annotated[int | None, strawberry.argument(description=f"How many items from the end, 1 to {MOST} (nombre d'éléments).")]
Before = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor (curseur).")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of a list that is asked for, from its start or from its end."""

    first: int | None
    after: str | None
    last: int | None
    before: str | None


@object_type(needs=INHERITED)
class PageInfo:
    """Where a page ends, and whether there is more (page)."""

    has_next_page: bool = strawberry.field(description="Whether more follows (page suivante).")
    has_previous_page: bool = strawberry.field(description="Whether this page was asked for after another (page précédente).")
    start_cursor: str | None = strawberry.field(description="Of the first item (premier curseur).")
    end_cursor: str | None = strawberry.field(description="Of the last item: ask for what comes after it (dernier curseur).")


@object_type(needs=INHERITED)
class Edge(Generic[T]):
    """An item in a list (élément de liste)."""

    cursor: str = strawberry.field(description="Where it stands (curseur).")
    node: T = strawberry.field(description="The item (élément).")


@object_type(needs=INHERITED)
class Connection(Generic[T]):
    """A page of a list (page de liste)."""

    edges: list[Edge[T]] = strawberry.field(description="The items with their cursors (éléments).")
    nodes: list[T] = strawberry.field(description="The items alone (éléments).")
    page_info: PageInfo = strawberry.field(description="Where the page ends (page).")

    @classmethod
    def of(cls, found: Sequence[S], first: int, after: str | None, *, key: Callable[[S], Any], node: Callable[[S], T]) -> Self:
        """
        Return a page.

        Args:
            found: up to ``first + 1`` items; one more than asked for says that there is more.
            first: how many were asked for.
            after: the cursor they were asked for with.
            key: the key of an item, in plain form.
            node: what to show of it.
        """
        edges = [Edge(cursor=cursor_of(key(each)), node=node(each)) for each in found[:first]]
        page = PageInfo(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=edges, nodes=[each.node for each in edges], page_info=page)


def page_size(first: int) -> int:
    """
    Return *first* if a page can hold so many.

    Raises:
        BadPageSize: it cannot.
    """
    if not 1 <= first <= MOST:
        raise BadPageSize(MOST)
    return first


def cursor_of(key: Any) -> str:
    """Return the cursor of an item with this key."""
    return urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


def key_of(cursor: str) -> Any:
    """
    Return the key in *cursor*, in plain form.

    Raises:
        BadCursor: it is none.
    """
    try:
        return orjson.loads(urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor) % 4)))
    except ValueError:
        raise BadCursor from None
