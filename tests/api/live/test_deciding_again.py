"""Days pass, rules are released, processes die: subjects are decided on again, and whoever follows is told once, on the day."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, update

from api.app import Application, Surroundings, assemble
from api.decide import Decisions
from api.live.causes import Asked, Causes, DayCame, FactsChanged, RulesReleased
from api.live.deciding_again import AT_ONCE, PACE, DecidingAgain
from api.principal import DEVELOPMENT
from api.settings import Settings
from domain.store.database import Database
from domain.store.reach import OPERATOR
from domain.store.revisions import SubjectStore
from domain.store.tables import latest_decision, release
from tests.api.clients import Clock
from tests.api.live.desk import served
from tests.api.live.rounds import Rounds
from tests.api.live.test_subscriptions import ALERTS, FILE
from tests.databases import on_sqlite
from tracing.audit.events import Event, EventLog
from tracing.audit.schedule import CLAIM, Schedule
from tracing.telemetry import OFF

EVE, DAY = datetime(2026, 10, 1, 21, 30, tzinfo=UTC), datetime(2026, 10, 1, 22, tzinfo=UTC)
"""Shortly before midnight in Paris, and midnight."""
DEMOLITION = {
    "facts": {"operation.kind": "DEMOLITION", "operation.demolition_funder": "STATE", "operation.works_start": "2027-03-01"},
    "parts": {},
}
LISTED = '{ tasks(rule: "%s") { nodes { state } } }'


@dataclass
class World:
    """An application without a server, and what decides again in it."""

    application: Application
    again: DecidingAgain
    clock: Clock
    rounds: Rounds

    @property
    def subjects(self) -> SubjectStore:
        return self.application.deciding.subjects

    async def operation(self, subject_id: str, document: dict[str, Any] | None = None, *, decided: bool = True) -> None:
        """Store an operation, and decide on it unless a process died just then."""
        deciding = self.application.deciding
        revision = await self.subjects.create(
            subject_id, "operation", document or DEMOLITION, organisation="demo", committed_at=self.clock(), author="anna"
        )
        if decided:
            await Decisions(deciding, DEVELOPMENT).on_revision(revision)

    async def events(self) -> list[Event]:
        return list(await EventLog(self.application.database).page(OPERATOR, after=0, first=1000))


@asynccontextmanager
async def a_world(address: str) -> AsyncIterator[World]:
    clock, rounds = Clock(EVE), Rounds()
    async with assemble(Settings(database_url=address), Surroundings(telemetry=OFF, providers={}, clock=clock)) as application:
        database = application.database
        again = DecidingAgain(application.deciding, Schedule(database), EventLog(database), rest=rounds)
        yield World(application, again, clock, rounds)


@pytest.fixture
async def world(database_address: str) -> AsyncIterator[World]:
    async with a_world(database_address) as made:
        yield made


async def change(database: Database, statement: Any) -> None:
    await database.write(lambda connection: connection.execute(statement))


async def test_an_alert_is_told_on_its_day_though_nobody_asks(database_address: str) -> None:
    rounds, clock = Rounds(), Clock(EVE)
    async with served(database_address, clock=clock, rest=rounds) as desk:
        identifier = await desk.operation(kind="DEMOLITION", demolitionFunder="STATE", worksStart="2027-03-01")
        async with desk.following(ALERTS, rule=FILE) as alerts:
            await rounds.turn()
            assert (await desk.ask(LISTED % FILE))["tasks"]["nodes"] == [{"state": "TO_DO"}]
            clock.now = DAY
            await rounds.turn()
            told = await alerts.event()
        assert (told["subjectId"], [each["state"] for each in told["alerts"]]) == (identifier, ["MODERATE"])
        assert [(each["__typename"], each.get("day")) for each in told["causes"]] == [("DayCame", "2026-10-02")]
        assert (await desk.ask(LISTED % FILE))["tasks"]["nodes"] == [{"state": "MODERATE"}]
        found = await desk.ask("query ($id: ID!) { decision(id: $id) { principal asOf } }", id=await last_decision(desk))
        assert found["decision"] == {"principal": "system", "asOf": "2026-10-02"}


async def last_decision(desk: Any) -> str:
    found: str = (await desk.ask("{ decisions(first: 1) { nodes { id } } }"))["decisions"]["nodes"][0]["id"]
    return found


async def test_whole_decisions_are_shared_and_their_memory_is_bounded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.live.causes.SLOTS_KEPT", 10_000)
    causes = Causes(world.application.deciding, world.application.records)
    estate = {"key": "b", "parts": {"building.dwellings": [{"key": str(number)} for number in range(900)]}}
    await world.operation("small")
    await world.operation("large", {"facts": {}, "parts": {"operation.buildings": [estate]}})
    small, large = await world.events()
    kept = await causes.whole(small)
    assert (await causes.whole(large)).run_alike.weight > 10_000 > kept.run_alike.weight
    assert await causes.whole(small) is kept
    assert await causes.whole(large) is not await causes.whole(large)


async def test_only_what_is_due_is_decided_on_again_and_only_once(world: World) -> None:
    await world.operation("a")
    await world.operation("b", {"facts": {}, "parts": {}})
    assert await world.again.due() == 0
    world.clock.now = DAY
    due = await world.again.due()
    assert due >= 1
    assert await world.again.due() == 0
    told = [each for each in await world.events() if each.alerts]
    assert [(each.decision.subject_id, each.decision.principal) for each in told[-1:]] == [("a", "system")]
    assert await world.application.causes.of(told[-1]) == (DayCame(date(2026, 10, 2)),)


async def test_a_process_decides_no_faster_than_its_pace(world: World) -> None:
    for each in range(AT_ONCE + 4):
        await world.operation(f"o-{each:02}")
    world.clock.now = DAY
    assert await world.again.due() == AT_ONCE + 4
    assert world.rounds.paced == [AT_ONCE / PACE, 4 / PACE]


async def test_after_a_release_every_subject_is_decided_on_by_the_new_rules(world: World) -> None:
    for subject_id in ("a", "b"):
        await world.operation(subject_id)
    assert await world.again.stale() == 0
    old = "b" * 64
    digest = world.application.deciding.digests["operation"]
    standing = func.replace(func.replace(latest_decision.c.standing, digest, old), '"came":"', '"came":"0')
    await change(world.application.database, update(latest_decision).values(rule_set=old, standing=standing))
    world.clock.now += timedelta(minutes=1)
    assert await world.again.stale() == 2
    assert await world.again.stale() == 0
    for each in (await world.events())[2:]:
        assert each.changed
        assert await world.application.causes.of(each) == (RulesReleased(old, digest),)


async def test_rules_that_were_replaced_meanwhile_decide_nothing_again(world: World) -> None:
    await world.operation("a")
    database, digest = world.application.database, world.application.deciding.digests["household"]
    await change(database, update(latest_decision).values(rule_set="b" * 64))
    later = {"subject_type": "operation", "started_at": EVE + timedelta(seconds=1), "digest": digest}  # any that is stored
    await change(database, insert(release).values(later))
    world.clock.now += timedelta(minutes=1)
    assert await world.again.stale() == 0


async def test_facts_on_which_nobody_decided_are_decided_on(world: World) -> None:
    await world.operation("never", decided=False)
    await world.operation("once")
    world.clock.now += CLAIM
    reach = DEVELOPMENT.reach
    document = {"facts": {"operation.kind": "DEMOLITION", "operation.demolition_funder": "STATE"}, "parts": {}}
    await world.subjects.append(reach, "once", 1, document, committed_at=world.clock(), author="anna")
    assert await world.again.stale() == 1, "what was stored just now is being decided on"
    world.clock.now += CLAIM
    assert await world.again.stale() == 1
    assert await world.again.stale() == 0
    found = {each.decision.subject_id: each for each in (await world.events())[1:]}
    for subject_id, facts in (
        ("never", {"operation.kind", "operation.demolition_funder", "operation.works_start"}),
        ("once", {"operation.works_start"}),
    ):
        (cause,) = await world.application.causes.of(found[subject_id])
        assert isinstance(cause, FactsChanged)
        assert {each.fact for each in cause.differences.facts} == facts


async def test_a_file_that_cannot_be_decided_on_holds_up_no_other(world: World) -> None:
    await world.operation("broken", {"facts": {"operation.no_such_fact": "1"}, "parts": {}}, decided=False)
    await world.operation("fine", decided=False)
    world.clock.now += CLAIM
    assert await world.again.stale() == 1
    assert [each.decision.subject_id for each in await world.events()] == ["fine"]


async def test_a_question_that_comes_before_the_round_tells_the_alert_and_the_round_does_not(world: World) -> None:
    await world.operation("a")
    world.clock.now = DAY
    await Decisions(world.application.deciding, DEVELOPMENT).decide("a")
    world.clock.now += timedelta(minutes=1)
    assert await world.again.due() == 0
    assert [bool(each.alerts) for each in await world.events()][1:] == [True]
    await Decisions(world.application.deciding, DEVELOPMENT).decide("a")
    (*_, last) = await world.events()
    assert (last.changed, await world.application.causes.of(last)) == (False, (Asked(),))


@on_sqlite
async def test_old_events_are_dropped_by_the_sweep(world: World) -> None:
    await world.operation("a")
    world.clock.now += timedelta(days=7, seconds=1)
    await world.again._tidy()
    assert await world.events() == []
