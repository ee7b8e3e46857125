"""
What hangs on the items of one subject, read for one operation: one query for each kind of thing, when the first of them is asked for.

A list of two hundred documents that shows what was received costs one query more, and one that does not show it costs none.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from api.principal import Principal, Role
from domain.store.items.actions import ItemAction
from domain.store.items.assignments import Assignment
from domain.store.items.comments import Comment
from domain.store.items.documents import Receipt
from domain.store.items.files import File
from domain.store.items.key import ItemKey
from domain.store.items.objects import Objects
from domain.store.items.stores import ItemStores
from rules.engine.answers.reading import Evaluation

T = TypeVar("T")

STAFF = frozenset({Role.CASEWORKER, Role.AUDITOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """What answers about items need, made once a process: what is known of them, and the bytes of files."""

    stores: ItemStores
    objects: Objects


class OnItems:
    """
    What hangs on the items of a subject.

    Args:
        answers: where it is kept.
        subject_id: whose; checked to be one that the principal may see.
        principal: who asks; comments marked internal are for staff.
    """

    def __init__(self, answers: ItemAnswers, subject_id: str, principal: Principal) -> None:
        self.objects = answers.objects
        self._stores = answers.stores
        self._subject_id = subject_id
        self._reach = principal.reach
        self._internal = is_staff(principal)
        self._read: dict[object, asyncio.Future[Any]] = {}

    def item(self, evaluation: Evaluation) -> ItemKey:
        """Return the key of the item that a rule makes on a part."""
        return ItemKey(self._subject_id, evaluation.unit.id, evaluation.node.path)

    async def receipts(self) -> Mapping[ItemKey, Receipt]:
        """Return how far each document has come; those that are awaited are left out."""
        return await self._once("receipts", lambda: self._stores.documents.of_subject(self._reach, self._subject_id))

    async def files(self) -> Mapping[ItemKey, Sequence[File]]:
        """Return the stored files of each document."""
        return await self._once("files", lambda: self._stores.files.of_subject(self._reach, self._subject_id))

    async def assignments(self) -> Mapping[ItemKey, Assignment]:
        """Return who each item is assigned to."""
        return await self._once("assignments", lambda: self._stores.assignments.of_subject(self._reach, self._subject_id))

    async def comments(self, item: ItemKey, *, first: int, after: str | None, before: str | None, latest: bool) -> Sequence[Comment]:
        """Return up to *first* comments on an item, or the *latest*; the first page of every item is read at once."""
        stores, reach, internal = self._stores.comments, self._reach, self._internal
        if after is not None or before is not None:
            return await stores.page(reach, item, first=first, after=after, before=before, latest=latest, internal=internal)
        every = await self._once(
            ("comments", first, latest), lambda: stores.of_each(reach, item.subject_id, first=first, latest=latest, internal=internal)
        )
        return every.get(item, ())

    async def actions(
        self, *, first: int, after: str | None, before: str | None, earliest: bool, item: ItemKey | None
    ) -> Sequence[ItemAction]:
        """Return up to *first* things that were done, the latest first, or the *earliest*."""
        return await self._stores.actions.page(
            self._reach, self._subject_id, first=first, after=after, before=before, earliest=earliest, item=item
        )

    async def _once(self, name: object, read: Callable[[], Awaitable[T]]) -> T:
        if name not in self._read:
            self._read[name] = asyncio.ensure_future(read())
        found: T = await self._read[name]
        return found


def is_staff(principal: Principal) -> bool:
    """Tell whether somebody is more than an applicant."""
    return not STAFF.isdisjoint(principal.roles)
