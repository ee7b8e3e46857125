"""Whoever follows a file is told what others do to its items, in order and once, beside what decisions change."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Connection

from api.identity.development import somebody
from api.principal import Role
from domain.store.database import Database
from domain.store.items.actions import NEXT
from domain.store.items.comments import CommentStore
from domain.store.reach import OPERATOR
from tests.api.clients import a_person
from tests.api.live.desk import Desk, Following, served
from tests.api.schema.items.changes import ASSIGN, CARD, DELETE, EDIT, REVIEW, WRITE
from tests.databases import on_postgresql
from tests.domain.store.items.acts import a_household, an_act
from tests.tracing.audit.entries import a_projection, an_entry, store_rule_set
from tracing.audit.item_events import ItemEventLog
from tracing.audit.log import DecisionLog

CHANGED = """
subscription ($id: ID!, $after: String) {
  subjectChanged(id: $id, after: $after, language: EN) {
    cursor decisionNumber causes { __typename sentence ... on ItemChanged { item title action } }
    subject { documents { key receipt { state } } }
  }
}
"""
RECORDED = "subscription ($after: String) { decisionRecorded(after: $after) { decisionNumber } }"


async def act(desk: Desk, mutation: str, **given: Any) -> dict[str, Any]:
    (made,) = (await desk.ask(mutation, input=given)).values()
    assert "code" not in made, made
    return dict(made)


async def told(following: Following, count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(30):
        return [await following.event() for _ in range(count)]


def said(event: dict[str, Any]) -> list[str]:
    return [each.get("action") or each["__typename"] for each in event["causes"]]


def kinds(events: Sequence[dict[str, Any]]) -> list[str]:
    return [each for event in events for each in said(event)]


async def test_what_a_colleague_does_to_a_document_is_told_with_its_cause(either: Desk) -> None:
    identifier = await either.household(persons=[a_person()])
    item = {"subject": identifier, "item": CARD}
    async with either.following(CHANGED, id=identifier) as following, either.following(RECORDED) as record:
        await act(either, REVIEW, **item, state="ACCEPTED")
        await act(either, ASSIGN, **item, assignee="anna")
        comment = (await act(either, WRITE, **item, text="seen"))["comment"]["id"]
        await act(either, EDIT, comment=comment, text="seen twice")
        await act(either, DELETE, comment=comment)
        await either.change(identifier, rent="600")
        events = await told(following, 6)
        assert (await told(record, 1))[0] == {"decisionNumber": 2}
    actions = ["DOCUMENT_ACCEPTED", "ASSIGNED", "COMMENT_WRITTEN", "COMMENT_EDITED", "COMMENT_DELETED"]
    assert sorted(kinds(events)) == sorted([*actions, "FactsChanged"])
    done = [each for each in events if said(each) != ["FactsChanged"]]
    assert kinds(done) == actions
    (cause,) = done[0]["causes"]
    title = "National identity card or passport"
    assert cause == {
        "__typename": "ItemChanged",
        "sentence": f"Document accepted: {title}.",
        "item": CARD,
        "title": title,
        "action": "DOCUMENT_ACCEPTED",
    }
    assert {each["key"]: each["receipt"]["state"] for each in done[0]["subject"]["documents"]}[CARD] == "ACCEPTED"


async def test_whoever_resumes_after_any_cursor_misses_nothing_and_hears_nothing_twice(either: Desk) -> None:
    identifier = await either.household(persons=[a_person()])
    other = await either.household(persons=[a_person()])
    start = await either.cursor()
    async with either.following(CHANGED, id=identifier, after=start) as following:
        for number in range(3):
            await act(either, WRITE, subject=identifier, item=CARD, text=str(number))
            await act(either, WRITE, subject=other, item=CARD, text="elsewhere")
            await either.change(identifier, rent=str(number))
        events = await told(following, 6)
    assert sorted(kinds(events)) == ["COMMENT_WRITTEN"] * 3 + ["FactsChanged"] * 3
    for at, event in enumerate(events):
        async with either.following(CHANGED, id=identifier, after=event["cursor"]) as resumed:
            await act(either, ASSIGN, subject=identifier, item=CARD, assignee=f"anna-{at}")
            rest = await told(resumed, 6)
        assert sorted(kinds(rest)) == sorted([*kinds(events[at + 1 :]), *["ASSIGNED"] * (at + 1)])


async def test_an_applicant_is_not_told_of_internal_comments(desk: Desk) -> None:
    identifier = await desk.household(persons=[a_person()])
    applicant = desk.of(somebody(Role.APPLICANT, subjects=[identifier]))
    item = {"subject": identifier, "item": CARD}
    async with applicant.following(CHANGED, id=identifier) as theirs, desk.following(CHANGED, id=identifier) as ours:
        comment = (await act(desk, WRITE, **item, text="among us", internal=True))["comment"]["id"]
        await act(desk, EDIT, comment=comment, text="among us, again")
        await act(desk, DELETE, comment=comment)
        await act(desk, REVIEW, **item, state="REFUSED", reason="unreadable")
        assert [said(each) for each in await told(ours, 4)][:3] == [["COMMENT_WRITTEN"], ["COMMENT_EDITED"], ["COMMENT_DELETED"]]
        assert said((await told(theirs, 1))[0]) == ["DOCUMENT_REFUSED"]


@on_postgresql
async def test_what_is_done_in_another_process_is_told_here(database_address: str) -> None:
    async with served(database_address) as here, served(database_address) as there:
        identifier = await here.household(persons=[a_person()])
        async with here.following(CHANGED, id=identifier) as following:
            await act(there, REVIEW, subject=identifier, item=CARD, state="ACCEPTED")
            assert said((await told(following, 1))[0]) == ["DOCUMENT_ACCEPTED"]


@on_postgresql
async def test_a_process_that_stops_while_it_does_something_holds_up_no_decision(database: Database) -> None:
    await store_rule_set(database)
    log = DecisionLog(database)
    await log.start()
    inside, over = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def stopped(connection: Connection) -> None:
        connection.execute(NEXT["postgresql"]).one()
        loop.call_soon(inside.set)

    async def stall() -> None:
        async with database._engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:  # type: ignore[attr-defined]
            await connection.run_sync(stopped)
            await over.wait()

    stalling = asyncio.create_task(stall())
    await inside.wait()
    assert await log.record(an_entry(projection=a_projection())) == 1
    over.set()
    await stalling
    await log.stop()


@pytest.mark.parametrize("rounds", [30])
async def test_acts_are_numbered_without_a_gap_in_the_order_of_their_commits(database: Database, rounds: int) -> None:
    """A reader that always goes on after the last number it saw has seen every act in the end."""
    await a_household(database)
    comments, events = CommentStore(database), ItemEventLog(database)
    writing = asyncio.gather(*(comments.write(an_act(), str(number), internal=False) for number in range(rounds)))
    seen: list[int] = []
    async with asyncio.timeout(60):
        while len(seen) < rounds:
            seen += [number for number, _ in await events.page(OPERATOR, after=seen[-1] if seen else 0, first=7)]
    await writing
    assert seen == list(range(1, rounds + 1))
    assert await events.last() == rounds


async def test_another_label_is_told_as_such_and_not_as_other_facts(desk: Desk) -> None:
    identifier = await desk.household(rent="500")
    rename = "mutation ($input: RenameSubjectInput!) { renameSubject(input: $input) { __typename } }"
    async with desk.following(CHANGED, id=identifier) as following:
        await desk.ask(rename, input={"id": identifier, "label": "Martin"})
        assert said((await told(following, 1))[0]) == ["Renamed"]
