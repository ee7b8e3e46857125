"""What the landlord's own stock says of a commune: four facts of an operation, read from the database."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from domain.facts import UNKNOWN, Fact
from domain.money import round_half_up
from domain.operations import Operation
from domain.provided import Fetched
from domain.store.errors import StoreUnavailable
from domain.store.rental_stock import RentalStock, StockYear

Reading = Callable[[tuple[StockYear, ...]], Any]
HUNDREDTH = Decimal("0.01")


class StockFigure:
    """
    One fact of an operation, read from the stock of its commune.

    Args:
        stock: of the landlord.
        fact: what it provides.
        reading: from the years known, the earliest first and never none, to the fact's value.
    """

    source = "Parc locatif du bailleur (RPLS)"
    inputs: tuple[str, ...] = ("commune",)

    def __init__(self, stock: RentalStock, fact: Fact[Any], reading: Reading) -> None:
        self.name = "rental_stock"
        self.provides = fact.id
        self._stock = stock
        self._reading = reading

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Read the stock of each commune; where none is known there is no answer."""
        return [await self._of(each["commune"]) for each in requests]

    async def _of(self, commune: str) -> Fetched:
        try:
            years = await self._stock.of_commune(commune)
        except StoreUnavailable:
            return Fetched(UNKNOWN, "PROVIDER_UNAVAILABLE")
        return Fetched(self._reading(years)) if years else Fetched(UNKNOWN, "NO_ANSWER")


def stock_figures(stock: RentalStock) -> tuple[StockFigure, ...]:
    """Return a provider for each fact that the landlord's stock tells; the counts are those of the last year."""
    return (
        StockFigure(stock, Operation.dwellings_let, lambda years: years[-1].let),
        StockFigure(stock, Operation.dwellings_vacant, lambda years: years[-1].vacant),
        StockFigure(stock, Operation.dwellings_vacant_over_three_months, lambda years: years[-1].vacant_over_three_months),
        StockFigure(stock, Operation.structural_vacancy_by_year, structural_vacancy_by_year),
    )


def structural_vacancy_by_year(years: Sequence[StockYear]) -> dict[int, Decimal]:
    """Return the share vacant for more than three months among those let or vacant, in percent to two decimals, by year."""
    return {
        each.year: round_half_up(Decimal(100 * each.vacant_over_three_months) / (each.let + each.vacant), HUNDREDTH)
        for each in years
        if each.let + each.vacant
    }
