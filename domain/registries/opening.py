"""Every provider there is, opened together: what the composition root binds to the engine's port."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

import httpx2
import stamina.instrumentation

from domain.operations import Operation
from domain.registries.ceiling_zones import CeilingZoneRegistry, CeilingZoneTable
from domain.registries.guard import Bounds, Guarded, Registry
from domain.registries.http import Headers, new_client
from domain.registries.rent_zones import RentZoneTable
from domain.registries.rental_stock import stock_figures
from domain.store.database import Database
from domain.store.rental_stock import RentalStock

Wrapped = Callable[[Registry], Registry]
TALKATIVE = ("httpx2", "httpcore2")
"""Loggers of libraries that write addresses down; an address may name a household's commune."""


@asynccontextmanager
async def open_providers(
    *, communes_url: str | None, database: Database | None, wrapped: Wrapped = lambda registry: registry, headers: Headers = dict
) -> AsyncIterator[Mapping[str, Registry]]:
    """
    Open the providers and let go of their connections at the end.

    Args:
        communes_url: the service that knows the zones of communes; none: the table that comes with the program.
        database: where the landlord's stock is; none: its figures stay unknown.
        wrapped: put around each registry, inside its guard: a span for each call.
        headers: makes the headers of a call to a service.

    Returns:
        The providers by the id of the fact each provides.
    """
    _quieten()
    async with new_client(Bounds().attempt_seconds) as client:
        zones = _zones(client, communes_url, wrapped, headers)
        rent_zones = (RentZoneTable(), RentZoneTable(Operation.rent_zone))
        stock = () if database is None else stock_figures(RentalStock(database))
        yield {each.provides: each for each in (zones, *rent_zones, *(wrapped(figure) for figure in stock))}


def _zones(client: httpx2.AsyncClient, address: str | None, wrapped: Wrapped, headers: Headers) -> Registry:
    if address is None:
        return CeilingZoneTable()
    return Guarded(wrapped(CeilingZoneRegistry(client, address, headers)))


def _quieten() -> None:
    """Keep libraries from writing down whom they ask and how often: spans tell it, without addresses."""
    stamina.instrumentation.set_on_retry_hooks(())
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
