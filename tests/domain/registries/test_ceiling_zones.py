"""The zone of a commune: from the table, or from a service that may be slow, broken, hostile or wrong."""

import gzip
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from domain.facts import UNKNOWN
from domain.provided import WHY_UNKNOWN, Fetched
from domain.registries.ceiling_zones import CeilingZoneRegistry, CeilingZoneTable
from domain.registries.guard import Bounds, Guarded
from domain.registries.http import MAXIMUM_BYTES, new_client
from domain.registries.opening import open_providers
from domain.zones import CeilingZone
from tests.domain.registries.service import Service, serving

BOUNDS = Bounds(attempt_seconds=20, total_seconds=50, attempts=2, failures=3, rest_seconds=3600)
HURRIED = replace(BOUNDS, attempt_seconds=0.1)
RENNES = {"commune": "35238"}


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    time = __call__


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    async with serving() as each:
        yield each


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def zones(service: Service, clock: Clock) -> AsyncIterator[Guarded]:
    async with new_client(20.0) as client:
        yield Guarded(CeilingZoneRegistry(client, service.address, lambda: {"traceparent": "carried"}), BOUNDS, clock=clock)


async def ask(zones: Guarded, commune: str = "35238") -> Fetched:
    (answer,) = await zones.fetch([{"commune": commune}])
    return answer


@pytest.mark.parametrize(
    ("commune", "zone"),
    [
        ("75056", CeilingZone.PARIS_AND_ADJOINING),
        ("75101", CeilingZone.PARIS_AND_ADJOINING),
        ("75120", CeilingZone.PARIS_AND_ADJOINING),
        ("92012", CeilingZone.PARIS_AND_ADJOINING),
        ("94080", CeilingZone.PARIS_AND_ADJOINING),
        ("92050", CeilingZone.ILE_DE_FRANCE),
        ("77284", CeilingZone.ILE_DE_FRANCE),
        ("35238", CeilingZone.OTHER_REGIONS),
        ("2A004", CeilingZone.OTHER_REGIONS),
        ("01053", CeilingZone.OTHER_REGIONS),
    ],
)
async def test_the_table_tells_the_zone_of_every_commune_of_the_mainland(commune: str, zone: CeilingZone) -> None:
    assert await CeilingZoneTable().fetch([{"commune": commune}]) == [Fetched(zone)]


async def test_the_table_holds_the_29_communes_around_paris_and_says_where_it_comes_from() -> None:
    table = CeilingZoneTable()
    assert len(table._by_commune) == 29
    assert "29 juillet 1987" in table.source
    assert "2026" in table.source


@pytest.mark.parametrize(
    ("commune", "why"),
    [
        ("97411", "NOT_COVERED"),
        *((none, "NO_SUCH_COMMUNE") for none in ("35999", "75999", "01000", "2A999", "00000", "20004", "Rennes", "")),
    ],
)
async def test_what_the_table_does_not_know_is_unknown_and_never_the_rest_of_the_country(commune: str, why: str) -> None:
    assert await CeilingZoneTable().fetch([{"commune": commune}]) == [Fetched(UNKNOWN, why)]


async def test_a_service_is_asked_once_and_its_answer_remembered_for_its_time(service: Service, zones: Guarded, clock: Clock) -> None:
    first, same = await zones.fetch([RENNES, RENNES])
    assert (first, same) == (Fetched(CeilingZone.OTHER_REGIONS), Fetched(CeilingZone.OTHER_REGIONS))
    assert (await ask(zones)).cached
    assert service.asked == ["/communes/35238"]
    clock.now += BOUNDS.kept_seconds + 1
    assert not (await ask(zones)).cached
    assert len(service.asked) == 2


async def test_a_call_carries_the_trace_on(service: Service, zones: Guarded) -> None:
    await ask(zones)
    assert "traceparent: carried" in service.headers[0]


async def test_a_failure_that_passes_is_tried_again(service: Service, zones: Guarded) -> None:
    service.fails_first = 1
    assert (await ask(zones)).value is CeilingZone.OTHER_REGIONS


async def test_a_commune_that_the_service_does_not_know_is_an_answer_and_no_failure(service: Service, zones: Guarded) -> None:
    service.status = 404
    answers = [await ask(zones) for _ in range(BOUNDS.failures + 2)]
    assert {each.because for each in answers} == {"NO_ANSWER"}


async def test_no_address_is_made_of_what_is_no_code(service: Service, zones: Guarded) -> None:
    assert await ask(zones, "35238/../../secret?x=") == Fetched(UNKNOWN, "NO_SUCH_COMMUNE")
    assert service.asked == []


@pytest.mark.parametrize("bounds", [HURRIED, replace(BOUNDS, total_seconds=0.1)])
async def test_a_service_that_hangs_is_given_up_in_time(service: Service, bounds: Bounds) -> None:
    service.silent = True
    async with new_client(20.0) as client:
        assert await ask(Guarded(CeilingZoneRegistry(client, service.address), bounds)) == Fetched(UNKNOWN, "PROVIDER_TIMEOUT")


async def test_the_client_itself_gives_up_a_service_that_hangs(service: Service) -> None:
    service.silent = True
    async with new_client(0.1) as client:
        assert await ask(Guarded(CeilingZoneRegistry(client, service.address), BOUNDS)) == Fetched(UNKNOWN, "PROVIDER_TIMEOUT")


async def test_a_service_that_cuts_the_line_or_is_not_there_is_unavailable(service: Service, zones: Guarded) -> None:
    service.cut = True
    assert await ask(zones) == Fetched(UNKNOWN, "PROVIDER_UNAVAILABLE")
    async with new_client(1.0) as client:
        nowhere = Guarded(CeilingZoneRegistry(client, "http://127.0.0.1:1"), BOUNDS)
        assert await ask(nowhere) == Fetched(UNKNOWN, "PROVIDER_UNAVAILABLE")


@pytest.mark.parametrize("status", [301, 400, 403, 429, 500, 503])
async def test_any_status_but_found_and_not_found_is_a_failure(service: Service, zones: Guarded, status: int) -> None:
    service.status, service.more_headers = status, "Location: http://127.0.0.1:1/elsewhere\r\n"
    assert await ask(zones) == Fetched(UNKNOWN, "PROVIDER_UNAVAILABLE")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b'"OTHER_REGIONS"',
        b"[" * 20_000,
        json.dumps({"code": "75056", "zone": "OTHER_REGIONS"}).encode(),  # another commune
        json.dumps({"code": "35238", "zone": "MOON"}).encode(),
        json.dumps({"code": "35238", "zone": ["OTHER_REGIONS"]}).encode(),
        json.dumps({"code": "35238"}).encode(),
    ],
)
async def test_an_answer_that_lies_or_makes_no_sense_is_refused_and_not_remembered(service: Service, zones: Guarded, body: bytes) -> None:
    service.body = body
    assert await ask(zones) == Fetched(UNKNOWN, "ANSWER_NOT_UNDERSTOOD")
    service.body = None
    assert (await ask(zones)).value is CeilingZone.OTHER_REGIONS


async def test_an_answer_is_read_only_so_far(service: Service, zones: Guarded) -> None:
    service.body = b" " * (MAXIMUM_BYTES + 1)
    assert await ask(zones) == Fetched(UNKNOWN, "ANSWER_TOO_LARGE")


async def test_a_compressed_answer_is_not_unpacked(service: Service, zones: Guarded) -> None:
    service.more_headers, service.body = "Content-Encoding: gzip\r\n", gzip.compress(b" " * 10_000_000)
    assert await ask(zones) == Fetched(UNKNOWN, "ANSWER_NOT_UNDERSTOOD")


async def test_a_service_that_keeps_failing_is_left_alone_then_tried_again(
    service: Service, zones: Guarded, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("purgatory.domain.model.time", clock)  # the library's clock cannot be given to it
    service.status = 500
    failed = [(await ask(zones, f"3500{number}")).because for number in range(BOUNDS.failures)]
    assert failed == ["PROVIDER_UNAVAILABLE"] * BOUNDS.failures
    asked = len(service.asked)
    assert (await ask(zones)).because == "CIRCUIT_OPEN"
    assert len(service.asked) == asked
    clock.now += BOUNDS.rest_seconds + 1
    assert (await ask(zones)).because == "PROVIDER_UNAVAILABLE"  # one try, and it is open again
    assert (await ask(zones)).because == "CIRCUIT_OPEN"
    clock.now += BOUNDS.rest_seconds + 1
    service.status = 200
    assert (await ask(zones)).value is CeilingZone.OTHER_REGIONS
    assert (await ask(zones, "35001")).value is CeilingZone.OTHER_REGIONS


async def test_what_is_remembered_is_answered_while_the_service_is_down(service: Service, zones: Guarded) -> None:
    await ask(zones)
    service.cut = True
    for number in range(BOUNDS.failures + 1):
        await ask(zones, f"3500{number}")
    assert await ask(zones) == Fetched(CeilingZone.OTHER_REGIONS, cached=True)


async def test_neither_the_commune_nor_the_answer_is_written_to_a_log(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    service.body, service.fails_first = b'"canary"', 1
    async with open_providers(communes_url=service.address, database=None) as providers:
        (answer,) = await providers["household.ceiling_zone"].fetch([RENNES])
    assert answer.because == "ANSWER_NOT_UNDERSTOOD"
    assert "35238" not in caplog.text
    assert "canary" not in caplog.text


async def test_every_code_has_its_words(service: Service, zones: Guarded) -> None:
    assert all(each.fr and each.en for each in WHY_UNKNOWN.values())
    service.cut = True
    assert (await ask(zones)).because in WHY_UNKNOWN
