"""What the landlord's stock tells of a commune, on SQLite and PostgreSQL."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from domain.facts import UNKNOWN
from domain.provided import Fetched
from domain.registries.opening import open_providers
from domain.registries.rental_stock import stock_figures, structural_vacancy_by_year
from domain.store.database import Database
from domain.store.opening import open_database
from domain.store.rental_stock import RentalStock, StockYear

RENNES = [StockYear("35238", 2024, 900, 60, 30), StockYear("35238", 2025, 940, 60, 41)]


async def told(database: Database, commune: str = "35238") -> Mapping[str, Any]:
    return {each.provides: (await each.fetch([{"commune": commune}]))[0] for each in stock_figures(RentalStock(database))}


async def test_counts_are_those_of_the_last_year_and_rates_those_of_every_year(database: Database) -> None:
    await RentalStock(database).store([*RENNES, StockYear("75056", 2026, 1, 1, 1)])
    assert await told(database) == {
        "operation.dwellings_let": Fetched(940),
        "operation.dwellings_vacant": Fetched(60),
        "operation.dwellings_vacant_over_three_months": Fetched(41),
        "operation.structural_vacancy_by_year": Fetched({2024: Decimal("3.13"), 2025: Decimal("4.10")}),
    }


async def test_counts_stored_again_take_the_place_of_the_first(database: Database) -> None:
    stock = RentalStock(database)
    await stock.store(RENNES)
    await stock.store([StockYear("35238", 2025, 950, 50, 40)])
    assert [each.let for each in await stock.of_commune("35238")] == [900, 950]


async def test_a_commune_without_stock_is_unknown_and_not_zero(database: Database) -> None:
    assert set((await told(database)).values()) == {Fetched(UNKNOWN, "NO_ANSWER")}


async def test_a_year_without_a_dwelling_has_no_rate() -> None:
    assert structural_vacancy_by_year([StockYear("35238", 2025, 0, 0, 0)]) == {}


async def test_a_database_that_is_gone_leaves_the_stock_unknown(tmp_path: Any) -> None:
    gone = open_database(f"sqlite:///{tmp_path / 'no folder' / 'attendu.db'}")
    assert set((await told(gone)).values()) == {Fetched(UNKNOWN, "PROVIDER_UNAVAILABLE")}
    await gone.close()


async def test_every_provided_fact_has_its_provider(database: Database) -> None:
    async with open_providers(communes_url=None, database=database) as providers:
        assert {"household.ceiling_zone", "operation.dwellings_let", "operation.structural_vacancy_by_year"} <= set(providers)
        assert all(key == each.provides and each.source for key, each in providers.items())


@pytest.mark.parametrize("address", [None, "http://127.0.0.1:1"])
async def test_providers_open_with_or_without_a_service_and_a_database(address: str | None) -> None:
    async with open_providers(communes_url=address, database=None) as providers:
        assert set(providers) == {"household.ceiling_zone", "household.rent_zone", "operation.rent_zone"}
