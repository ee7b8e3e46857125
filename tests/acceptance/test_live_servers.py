"""Events cross processes, outlive a cut network and a killed server, and end when a server is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed

from tests.acceptance.followers import over_events, over_websocket
from tests.acceptance.servers import CREATE, Server
from tests.databases import on_postgresql, on_sqlite
from tests.domain.registries.service import serving

pytestmark = pytest.mark.server

UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"
Start = Callable[..., Awaitable[Server]]


@pytest.fixture
async def start(database_address: str) -> AsyncIterator[Start]:
    """Start a server, with settings; the test's end is that of every server."""
    started: list[Server] = []

    async def start_one(**environment: str) -> Server:
        started.append(await Server.start(database_address, 0, asyncio.Event(), **environment))
        return started[-1]

    yield start_one
    for each in started:
        await each.kill()


async def ask(server: Server, query: str, **variables: Any) -> Any:
    async with httpx2.AsyncClient(timeout=60, trust_env=False) as client:
        answer = (await client.post(f"{server.address}/graphql", json={"query": query, "variables": variables})).json()
    assert "errors" not in answer, answer
    return answer["data"]


async def household(server: Server) -> str:
    identifier: str = (await ask(server, CREATE, input={"facts": {"rent": "500"}}))["createHousehold"]["household"]["id"]
    return identifier


async def change(server: Server, identifier: str, rent: str) -> None:
    await ask(server, UPDATE, input={"id": identifier, "facts": {"rent": rent}})


async def cursor(server: Server) -> str:
    found: str = (await ask(server, "{ eventCursor }"))["eventCursor"]
    return found


def rent(event: Any) -> str:
    said: str = event["subject"]["facts"]["rent"]
    return said


@on_postgresql
async def test_what_one_server_records_reaches_those_who_follow_another(start: Start) -> None:
    one, other = await start(), await start()
    identifier = await household(one)
    after = await cursor(one)
    async with (
        over_websocket(other.address, id=identifier, after=after) as socket,
        over_events(other.address, id=identifier, after=after) as stream,
    ):
        for said in ("600", "700"):
            await change(one, identifier, said)
            event = await socket.event()
            assert rent(event) == said
            assert event["causes"] == [{"__typename": "FactsChanged", "provided": False, "facts": [{"fact": "household.rent"}]}]
            assert await stream.event() == event


@pytest.mark.parametrize("follow", [over_websocket, over_events])
async def test_whoever_comes_back_after_a_cut_network_has_missed_nothing(start: Start, follow: Any) -> None:
    server = await start()
    identifier = await household(server)
    async with over_websocket(server.address, id=identifier, after=await cursor(server)) as following:
        await change(server, identifier, "600")
        last = (await following.event())["cursor"]
        following.cut()
        for said in ("700", "800"):
            await change(server, identifier, said)
        with pytest.raises(ConnectionClosed):
            await following.event()
    async with follow(server.address, id=identifier, after=last) as resumed:
        await change(server, identifier, "900")
        assert [rent(await resumed.event()) for _ in range(3)] == ["700", "800", "900"]


@on_sqlite
async def test_a_registry_that_answers_otherwise_is_told_as_the_cause(start: Start) -> None:
    """The second server has forgotten what the first was answered."""
    person = {
        "key": "marie",
        "role": "APPLICANT",
        "nationality": "FRENCH",
        "bornOn": "1990-05-01",
        "disabilityCard": False,
        "dependant": False,
    }
    ask_again = "query ($id: ID!) { household(id: $id) { decision { number } } }"
    async with serving() as registry:
        server = await start(ATTENDU_COMMUNES_URL=registry.address)
        made = await ask(server, CREATE, input={"facts": {"commune": "35238", "personsComplete": True, "persons": [person]}})
        identifier = made["createHousehold"]["household"]["id"]
        after = await cursor(server)
        await server.kill()
        registry.answers({"code": "35238", "zone": "ILE_DE_FRANCE"})
        again = await start(ATTENDU_COMMUNES_URL=registry.address)
        async with over_websocket(again.address, id=identifier, after=after) as following:
            await ask(again, ask_again, id=identifier)
            event = await following.event()
    assert event["causes"] == [{"__typename": "FactsChanged", "provided": True, "facts": [{"fact": "household.ceiling_zone"}]}]


@on_sqlite
async def test_events_outlive_the_server_that_recorded_them(start: Start) -> None:
    server = await start()
    identifier = await household(server)
    after = await cursor(server)
    for said in ("600", "700"):
        await change(server, identifier, said)
    await server.kill()
    again = await start()
    async with over_websocket(again.address, id=identifier, after=after) as following:
        await change(again, identifier, "800")
        assert [rent(await following.event()) for _ in range(3)] == ["600", "700", "800"]


@on_sqlite
async def test_streams_end_when_the_server_is_told_to_stop_and_the_server_with_them(start: Start) -> None:
    server = await start()
    identifier = await household(server)
    after = await cursor(server)
    async with (
        over_websocket(server.address, id=identifier, after=after) as socket,
        over_events(server.address, id=identifier, after=after) as stream,
    ):
        await change(server, identifier, "600")
        assert (rent(await socket.event()), rent(await stream.event())) == ("600", "600")
        server.process.send_signal(signal.SIGTERM)
        with pytest.raises(ConnectionClosed) as closed:
            await socket.event()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012
        with pytest.raises(AssertionError, match="the stream ended"):
            await stream.event()
        async with asyncio.timeout(5):
            await server.process.wait()
