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
from api.schema.errors import BadCursor, BadPage, BadPageSize

K = TypeVar("K")
T = TypeVar("T")
S = TypeVar("S")

MOST = 100
LONGEST = 1_000

USUAL = 20

First = Annotated[
    int | None,
    strawberry.argument(description=f"How many items from the start, 1 to {MOST}; neither first nor last: {USUAL} (nombre d'éléments)."),
]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor (curseur).")]
Last = Annotated[int | None, strawberry.argument(description=f"How many items from the end, 1 to {MOST} (nombre d'éléments).")]
Before = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor (curseur).")]


@dataclass(frozen=True, slots=True)
class Window(Generic[K]):
    """
    The part of a list that is asked for.

    Args:
        size: how many items a page of it holds.
        after: only what comes after the item with this key.
        before: only what comes before the item with this key.
        from_end: the last of them, and not the first.
    """

    size: int
    after: K | None
    before: K | None
    from_end: bool

    @property
    def more(self) -> int:
        """How many items to read: one more than a page holds says that there is more."""
        return self.size + 1

    def shown(self, found: Sequence[S]) -> Sequence[S]:
        """Return what a page shows of the items that were found, in the order of the list."""
        return found[-self.size :] if self.from_end else found[: self.size]

    @classmethod
    def of(cls, first: int | None, after: str | None, last: int | None, before: str | None, *, key: Callable[[str], K]) -> Self:
        """
        Return the part that the arguments of a connection ask for; *key* reads a cursor.

        Raises:
            BadPage: both first and last are given.
            BadPageSize: a page cannot hold so many.
            BadCursor: a cursor is none of this list.
        """
        if first is not None and last is not None:
            raise BadPage
        size = USUAL if first is None and last is None else first or last or 0
        if not 1 <= size <= MOST:
            raise BadPageSize(MOST)
        return cls(size, None if after is None else key(after), None if before is None else key(before), last is not None)


@object_type(needs=INHERITED)
class PageInfo:
    """Where a page ends, and whether there is more (page)."""

    has_next_page: bool = strawberry.field(description="Whether more follows (page suivante).")
    has_previous_page: bool = strawberry.field(description="Whether more precedes (page précédente).")
    start_cursor: str | None = strawberry.field(description="Of the first item: ask for what comes before it (premier curseur).")
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
    def of(cls, found: Sequence[S], window: Window[Any], *, key: Callable[[S], Any], node: Callable[[S], T]) -> Self:
        """
        Return a page.

        Args:
            found: up to ``window.more`` items, in the order of the list.
            window: the part that was asked for. Beyond the cursor it was asked for with, an item is taken to be there.
            key: the key of an item, in plain form.
            node: what to show of it.
        """
        shown, more = window.shown(found), len(found) > window.size
        edges = [Edge(cursor=cursor_of(key(each)), node=node(each)) for each in shown]
        page = PageInfo(
            has_next_page=window.before is not None if window.from_end else more,
            has_previous_page=more if window.from_end else window.after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=edges, nodes=[each.node for each in edges], page_info=page)


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
        text = urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor) % 4))
        key = orjson.loads(text)
    except ValueError:
        raise BadCursor from None
    if b"\\u0000" in text:  # PostgreSQL holds no such text
        raise BadCursor
    return key
