"""Every list that is paged by key: read from either end, while items are added, it shows each item once and in order."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.store.database import Database
from domain.store.items.actions import ActionStore
from domain.store.items.comments import CommentStore
from domain.store.items.key import ItemKey
from domain.store.reach import Reach
from domain.store.revisions import SubjectStore
from tests.domain.store.items.acts import an_act
from tests.tracing.audit.entries import NOON, a_projection, a_task, an_entry
from tracing.audit.log import DecisionLog
from tracing.audit.search import DecisionSearch
from tracing.audit.worklist import Worklist


class List(ABC):
    """A list of an organisation of its own."""

    def __init__(self, database: Database, log: DecisionLog) -> None:
        self.database, self.log = database, log
        self.organisation = uuid4().hex
        self.reach = Reach(self.organisation)

    @abstractmethod
    async def add(self, place: int) -> None:
        """Add an item; where its key is chosen, at this place."""

    @abstractmethod
    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        """Return the keys of up to *first* items in the order of the list, or of the *last*."""


class Subjects(List):
    async def add(self, place: int) -> None:
        identifier = f"{place:03}-{uuid4().hex}"
        await SubjectStore(self.database).create(
            identifier, "household", {}, organisation=self.organisation, committed_at=NOON, author="anna"
        )

    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        found = await SubjectStore(self.database).page(self.reach, "household", first=first, after=after, before=before, backwards=last)
        return [each.id for each in found]


class Tasks(List):
    states: tuple[str, ...] | None = None

    async def add(self, place: int) -> None:
        day = None if place % 5 == 0 else date(2027, 1, 1) + timedelta(place)
        task = a_task("tasks.a.1", due_on=day, state="CRITICAL" if place % 2 else "MODERATE")
        await self.log.record(an_entry(subject_id=uuid4().hex, organisation=self.organisation, projection=a_projection(task)))

    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        found = await Worklist(self.database).tasks(self.reach, first=first, after=after, before=before, backwards=last, states=self.states)
        return [each.cursor for each in found]


class TasksOfTwoStates(Tasks):
    states = ("CRITICAL", "MODERATE")


class Decisions(List):
    async def add(self, place: int) -> None:
        await self.log.record(an_entry(organisation=self.organisation, revision=place + 1))

    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        found = await DecisionSearch(self.database).page(self.reach, first=first, after=before, before=after, earliest=last)
        return [each.number for each in found]


class Comments(List):
    @property
    def item(self) -> ItemKey:
        return ItemKey(self.organisation, "documents.a.1")

    async def add(self, place: int) -> None:
        subjects, of = SubjectStore(self.database), self.organisation
        if await subjects.latest(self.reach, of) is None:
            await subjects.create(of, "household", {}, organisation=of, committed_at=NOON, author="anna")
        await CommentStore(self.database).write(an_act(self.item, organisation=self.organisation), str(place), internal=False)

    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        found = await CommentStore(self.database).page(
            self.reach, self.item, first=first, after=after, before=before, latest=last, internal=False
        )
        return [each.id for each in found]


class Actions(Comments):
    async def read(self, first: int, after: Any, before: Any, *, last: bool) -> Sequence[Any]:
        found = await ActionStore(self.database).page(self.reach, self.organisation, first=first, after=before, before=after, earliest=last)
        return [each.id for each in found]


LISTS = [Subjects, Tasks, TasksOfTwoStates, Decisions, Comments, Actions]
PLACES = st.lists(st.integers(0, 99), max_size=7)


async def walked(items: List, size: int, added: Sequence[int], *, backwards: bool) -> list[Any]:
    """Return every key that pages of *size* show from one end to the other, in the order of the list, while items are *added*."""
    waiting, seen = list(added), list[Any]()
    while page := await items.read(
        size, None if backwards or not seen else seen[-1], seen[0] if backwards and seen else None, last=backwards
    ):
        seen = [*page, *seen] if backwards else [*seen, *page]
        if waiting:
            await items.add(waiting.pop())
    return seen


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(there=PLACES, added=PLACES, size=st.integers(1, 4))
async def test_pages_in_either_direction_show_each_item_once_whatever_is_added_meanwhile(
    database: Database, log: DecisionLog, kind: type[List], *, backwards: bool, there: list[int], added: list[int], size: int
) -> None:
    items = kind(database, log)
    for place in there:
        await items.add(place)
    before = await items.read(100, None, None, last=False)
    seen = await walked(items, size, added, backwards=backwards)
    after = await items.read(100, None, None, last=backwards)
    assert set(before) <= set(seen)
    assert [each for each in after if each in set(seen)] == seen
    assert len(before) == len(there)


@pytest.mark.parametrize("kind", LISTS)
async def test_a_page_lies_between_two_cursors(database: Database, log: DecisionLog, kind: type[List]) -> None:
    items = kind(database, log)
    for place in range(1, 7):
        await items.add(place)
    first, *inner, last = await items.read(9, None, None, last=False)
    assert await items.read(2, first, last, last=False) == inner[:2]
    assert await items.read(2, first, last, last=True) == inner[-2:]
