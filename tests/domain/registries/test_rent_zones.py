"""The zone of rents of a commune, as far as a list tells it."""

import pytest

from domain.facts import UNKNOWN
from domain.operations import Operation
from domain.registries.rent_zones import RentZoneTable
from domain.zones import RentZone


@pytest.mark.parametrize("commune", ["75056", "75111", "93048", "92012"])
async def test_paris_and_the_communes_that_adjoin_it_are_zone_1_bis(commune: str) -> None:
    (zone,) = await RentZoneTable().fetch([{"commune": commune}])
    assert zone.value is RentZone.ZONE_1_BIS


async def test_an_operation_is_told_as_a_household_is() -> None:
    table = RentZoneTable(Operation.rent_zone)
    (zone,) = await table.fetch([{"commune": "93048"}])
    assert (table.provides, zone.value) == ("operation.rent_zone", RentZone.ZONE_1_BIS)


@pytest.mark.parametrize("commune", ["78646", "35238", "97411"])
async def test_of_others_the_people_are_asked(commune: str) -> None:
    (zone,) = await RentZoneTable().fetch([{"commune": commune}])
    assert (zone.value, zone.because) == (UNKNOWN, "NO_ANSWER")


async def test_where_no_commune_has_the_code_it_is_to_be_corrected() -> None:
    (zone,) = await RentZoneTable().fetch([{"commune": "75999"}])
    assert (zone.value, zone.because) == (UNKNOWN, "NO_SUCH_COMMUNE")
