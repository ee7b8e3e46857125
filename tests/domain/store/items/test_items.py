"""What hangs on an item is kept, found by its key, and each act leaves its trail; on both databases."""

from collections.abc import Awaitable, Callable, Sized

import pytest

from domain.store.database import Database
from domain.store.errors import KeyReused, KeyTaken
from domain.store.items.actions import ActionStore
from domain.store.items.assignments import AssignmentStore
from domain.store.items.comments import CommentStore
from domain.store.items.documents import DocumentStore
from domain.store.items.files import FileStore
from domain.store.items.key import Act
from domain.store.items.stores import ItemStores
from domain.store.reach import Reach
from tests.databases import on_postgresql
from tests.domain.store.items.acts import HARBOUR, LEASE, NOON, PASSPORT, a_household, a_key, an_act


@pytest.fixture(autouse=True)
async def household(database: Database) -> None:
    await a_household(database)


async def trail(database: Database) -> list[tuple[str, str, str]]:
    return [(each.item.text, each.action, each.by) for each in await ActionStore(database).page(HARBOUR, "household-1", first=50)]


async def test_a_document_is_received_then_refused_with_its_reason_and_each_is_in_the_trail(database: Database) -> None:
    documents = DocumentStore(database)
    await documents.mark(an_act(), "RECEIVED", None)
    await documents.mark(an_act(LEASE), "ACCEPTED", None)
    await documents.mark(an_act(minutes=1, by="basil"), "REFUSED", "it has expired")
    found = await documents.of_subject(HARBOUR, "household-1")
    assert {item.text: (each.state, each.reason, each.by) for item, each in found.items()} == {
        PASSPORT.text: ("REFUSED", "it has expired", "basil"),
        LEASE.text: ("ACCEPTED", None, "anna"),
    }
    assert await trail(database) == [
        (PASSPORT.text, "DOCUMENT_REFUSED", "basil"),
        (LEASE.text, "DOCUMENT_ACCEPTED", "anna"),
        (PASSPORT.text, "DOCUMENT_RECEIVED", "anna"),
    ]


async def test_the_trail_is_paged_from_the_latest_back_and_narrowed_to_an_item(database: Database) -> None:
    documents, actions = DocumentStore(database), ActionStore(database)
    acts = [an_act(item) for item in (PASSPORT, LEASE, PASSPORT)]
    for act in acts:
        await documents.mark(act, "RECEIVED", None)
    first = await actions.page(HARBOUR, "household-1", first=2)
    rest = await actions.page(HARBOUR, "household-1", first=2, before=first[-1].id)
    assert [each.id for each in (*first, *rest)] == [act.id for act in reversed(acts)]
    assert [each.id for each in await actions.page(HARBOUR, "household-1", first=9, item=LEASE)] == [acts[1].id]
    assert await actions.page(HARBOUR, "household-2", first=9) == ()


async def test_a_file_that_is_kept_makes_its_document_received_and_keeping_it_again_changes_nothing(database: Database) -> None:
    files, act = FileStore(database), an_act()
    await files.announce(act, "passeport.pdf", "application/pdf", 12)
    announced = await files.get(HARBOUR, act.id)
    assert announced is not None
    assert (announced.state, announced.sha256, await files.of_subject(HARBOUR, "household-1")) == ("AWAITING", None, {})
    for minute in (1, 2):
        await files.keep(an_act(minutes=minute), announced, "a" * 64)
    ((item, (kept,)),) = (await files.of_subject(HARBOUR, "household-1")).items()
    assert (item, kept.name, kept.size, kept.sha256, kept.at) == (PASSPORT, "passeport.pdf", 12, "a" * 64, NOON)
    receipt = (await DocumentStore(database).of_subject(HARBOUR, "household-1"))[PASSPORT]
    assert (receipt.state, receipt.at) == ("RECEIVED", kept.stored_at)
    await files.remove(an_act(minutes=3), kept)
    await files.remove(an_act(minutes=4), kept)
    assert await files.of_subject(HARBOUR, "household-1") == {}
    assert [action for _, action, _ in await trail(database)] == ["FILE_REMOVED", "FILE_STORED", "FILE_ANNOUNCED"]


async def test_comments_are_paged_by_item_and_internal_ones_are_left_out_unless_asked_for(database: Database) -> None:
    comments = CommentStore(database)
    for number in range(5):
        await comments.write(an_act(minutes=number), f"text {number}", internal=number % 2 == 1)
    await comments.write(an_act(LEASE), "on the lease", internal=True)
    page = await comments.page(HARBOUR, PASSPORT, first=2, internal=True)
    rest = await comments.page(HARBOUR, PASSPORT, first=9, after=page[-1].id, internal=True)
    assert [each.text for each in (*page, *rest)] == [f"text {number}" for number in range(5)]
    assert [each.text for each in await comments.page(HARBOUR, PASSPORT, first=9, internal=False)] == ["text 0", "text 2", "text 4"]
    early = await comments.of_each(HARBOUR, "household-1", first=2, internal=True)
    assert {item: [each.text for each in found] for item, found in early.items()} == {
        PASSPORT: ["text 0", "text 1"],
        LEASE: ["on the lease"],
    }
    public = await comments.of_each(HARBOUR, "household-1", first=2, internal=False)
    assert {item: [each.text for each in found] for item, found in public.items()} == {PASSPORT: ["text 0", "text 2"]}


async def test_a_comment_gets_versions_and_a_deleted_one_keeps_no_text(database: Database) -> None:
    comments, act = CommentStore(database), an_act()
    await comments.write(act, "first", internal=False)
    first = await comments.get(HARBOUR, act.id)
    assert first is not None
    assert await comments.edit(an_act(minutes=1), first, "second")
    assert not await comments.edit(an_act(minutes=2), first, "from what was read before")
    second = await comments.get(HARBOUR, act.id)
    assert second is not None
    assert (second.text, second.version, second.at, second.changed_at) == ("second", 2, NOON, an_act(minutes=1).at)
    assert await comments.edit(an_act(minutes=3), second, None)
    gone = await comments.get(HARBOUR, act.id)
    assert gone is not None
    assert (gone.text, gone.version) == (None, 3)
    texts = await database.read(lambda connection: connection.exec_driver_sql("SELECT text FROM item_comment_version").scalars().all())
    assert texts == [None, None, None]
    assert [action for _, action, _ in await trail(database)] == ["COMMENT_DELETED", "COMMENT_EDITED", "COMMENT_WRITTEN"]


async def test_an_item_is_assigned_to_one_person_at_a_time_or_to_nobody(database: Database) -> None:
    assignments = AssignmentStore(database)
    await assignments.assign(an_act(), "basil")
    await assignments.assign(an_act(minutes=1), "clara")
    await assignments.assign(an_act(LEASE), "basil")
    await assignments.assign(an_act(LEASE), None)
    found = await assignments.of_subject(HARBOUR, "household-1")
    assert {item: each.assignee for item, each in found.items()} == {PASSPORT: "clara"}
    assert [action for _, action, _ in await trail(database)] == ["UNASSIGNED", "ASSIGNED", "ASSIGNED", "ASSIGNED"]


CHANGES: dict[str, Callable[[Database, Act], Awaitable[object]]] = {
    "mark": lambda database, act: DocumentStore(database).mark(act, "REFUSED", "why"),
    "announce": lambda database, act: FileStore(database).announce(act, "a.pdf", "application/pdf", 3),
    "write": lambda database, act: CommentStore(database).write(act, "text", internal=False),
    "assign": lambda database, act: AssignmentStore(database).assign(act, "basil"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_a_change_that_is_sent_twice_under_one_key_is_made_once(
    database: Database, change: Callable[[Database, Act], Awaitable[object]]
) -> None:
    await change(database, an_act(key=a_key()))
    with pytest.raises(KeyTaken):
        await change(database, an_act(key=a_key()))
    with pytest.raises(KeyReused):
        await change(database, an_act(key=a_key(digest="2")))
    assert len(await trail(database)) == 1


@pytest.mark.parametrize("reach", [Reach("valley"), Reach("harbour", frozenset({"household-2"})), Reach("harbour", frozenset())], ids=str)
async def test_beyond_a_reach_nothing_hangs_on_an_item(database: Database, reach: Reach) -> None:
    stores, act = ItemStores.of(database), an_act()
    await stores.files.announce(act, "a.pdf", "application/pdf", 3)
    (file,) = [await stores.files.get(HARBOUR, act.id)]
    assert file is not None
    await stores.files.keep(an_act(), file, "a" * 64)
    comment = an_act()
    await stores.comments.write(comment, "text", internal=False)
    await stores.assignments.assign(an_act(), "basil")
    own = Reach("harbour", frozenset({"household-1"}))
    assert await stores.files.get(own, act.id) is not None
    assert [len(each) for each in await everything(stores, own)] == [1, 1, 1, 1, 4, 1]
    assert [len(each) for each in await everything(stores, reach)] == [0] * 6
    assert (await stores.files.get(reach, act.id), await stores.comments.get(reach, comment.id)) == (None, None)


async def everything(stores: ItemStores, reach: Reach) -> list[Sized]:
    return [
        await stores.documents.of_subject(reach, "household-1"),
        await stores.files.of_subject(reach, "household-1"),
        await stores.assignments.of_subject(reach, "household-1"),
        await stores.comments.page(reach, PASSPORT, first=9, internal=True),
        await stores.actions.page(reach, "household-1", first=9),
        await stores.comments.of_each(reach, "household-1", first=9, internal=True),
    ]


@on_postgresql
async def test_a_statement_that_asks_for_every_version_finds_one_organisations_comments(database: Database) -> None:
    await CommentStore(database).write(an_act(), "canary", internal=False)

    async def texts(organisation: str) -> list[str]:
        doors = database.within(organisation)
        return list(await doors.read(lambda connection: connection.exec_driver_sql("SELECT text FROM item_comment_version").scalars()))

    assert (await texts("harbour"), await texts("valley")) == (["canary"], [])
