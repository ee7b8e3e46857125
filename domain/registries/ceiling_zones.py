"""The zone of the income ceilings in which a commune lies: from a service over HTTP, or from the table beside this file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx2
import yaml

from domain.facts import UNKNOWN
from domain.households import Household
from domain.provided import Fetched
from domain.registries.communes import INSEE_CODE, is_commune
from domain.registries.errors import AnswerNotUnderstood
from domain.registries.http import Headers, NotFound, fetch_json
from domain.zones import CeilingZone

TABLE = Path(__file__).with_name("ceiling_zones.yaml")
NO_ANSWER = Fetched(UNKNOWN, "NO_ANSWER")
NO_SUCH_COMMUNE = Fetched(UNKNOWN, "NO_SUCH_COMMUNE")


class CeilingZoneTable:
    """The zones from the table that comes with the program."""

    name = "ceiling_zones"
    provides = Household.ceiling_zone.id
    inputs: tuple[str, ...] = ("commune",)

    def __init__(self, path: Path = TABLE) -> None:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.source = str(table["source"])
        self._by_commune = {code: zone.name for zone in CeilingZone for code in table.get(zone.name, {}).get("communes", ())}
        self._by_department = {
            department: name
            for name in (*CeilingZone.__members__, "NOT_COVERED")
            for department in table.get(name, {}).get("departments", ())
        }

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Return the zone of each commune."""
        return [self._zone(each["commune"]) for each in requests]

    def _zone(self, commune: str) -> Fetched:
        if not is_commune(commune):
            return NO_SUCH_COMMUNE
        name = self._by_commune.get(commune) or self._by_department.get(commune[:2], CeilingZone.OTHER_REGIONS.name)
        return Fetched(UNKNOWN, name) if name == "NOT_COVERED" else Fetched(CeilingZone[name])


class CeilingZoneRegistry:
    """
    The zones from a service: ``GET {address}/{INSEE code}`` answers ``{"code": "35238", "zone": "OTHER_REGIONS"}``.

    Args:
        client: the connections.
        address: of the service.
        headers: makes the headers of a call, such as those that carry the trace on.
    """

    name = "ceiling_zones"
    provides = Household.ceiling_zone.id
    inputs: tuple[str, ...] = ("commune",)

    def __init__(self, client: httpx2.AsyncClient, address: str, headers: Headers = dict) -> None:
        self.source = address
        self._client = client
        self._address = address.rstrip("/")
        self._headers = headers

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Return the zone of each commune."""
        return [await self._zone(each["commune"]) for each in requests]

    async def _zone(self, commune: str) -> Fetched:
        if not INSEE_CODE.fullmatch(commune):  # never part of an address otherwise
            return NO_SUCH_COMMUNE
        try:
            answer = await fetch_json(self._client, f"{self._address}/{commune}", self._headers())
        except NotFound:
            return NO_ANSWER
        match answer:
            case {"code": code, "zone": str(zone)} if code == commune and zone in CeilingZone.__members__:
                return Fetched(CeilingZone[zone])
        raise AnswerNotUnderstood
