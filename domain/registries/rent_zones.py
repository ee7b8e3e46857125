"""
The zone of rents and of the housing benefit of a commune, as far as the table of the income ceilings tells it.

Both draw Paris and the communes that adjoin it alike: zone 1 bis. The other zones follow agglomerations, of which no list came with the
program: there people are asked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.facts import Fact
from domain.households import Household
from domain.provided import Fetched
from domain.registries.ceiling_zones import NO_ANSWER, NO_SUCH_COMMUNE, CeilingZoneTable
from domain.zones import CeilingZone, RentZone


class RentZoneTable:
    """
    Zone 1 bis, from the table of the income ceilings.

    Args:
        fact: what it provides, the zone of a household's dwelling or of an operation.
    """

    name = "rent_zones"
    inputs: tuple[str, ...] = ("commune",)

    def __init__(self, fact: Fact[RentZone] = Household.rent_zone) -> None:
        self.provides = fact.id
        self._ceilings = CeilingZoneTable()
        self.source = f"Arrêté du 17 mars 1978 ; {self._ceilings.source}"

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Return zone 1 bis for Paris and the communes that adjoin it, no answer for the others."""
        return [_zone(ceilings) for ceilings in await self._ceilings.fetch(requests)]


def _zone(ceilings: Fetched) -> Fetched:
    if ceilings == NO_SUCH_COMMUNE:
        return ceilings
    return Fetched(RentZone.ZONE_1_BIS) if ceilings.value is CeilingZone.PARIS_AND_ADJOINING else NO_ANSWER
