"""
The landlord's dwellings, by commune and year: those let, those offered and vacant, those vacant for more than three months.

The counts are those of the yearly declaration of the social rental stock (RPLS), taken on 1 January.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from domain.store.database import Database
from domain.store.tables import rental_stock

OF_COMMUNE = select(rental_stock).where(rental_stock.c.commune == bindparam("commune")).order_by(rental_stock.c.year)
FORGET = delete(rental_stock).where(rental_stock.c.commune == bindparam("old_commune"), rental_stock.c.year == bindparam("old_year"))


@dataclass(frozen=True, slots=True)
class StockYear:
    """The landlord's dwellings in one commune on 1 January of one year."""

    commune: str
    year: int
    let: int
    vacant: int
    vacant_over_three_months: int


class RentalStock:
    """The stock of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_commune(self, commune: str) -> tuple[StockYear, ...]:
        """Return what is known of a commune, the earliest year first."""
        rows = await self._database.read(lambda connection: connection.execute(OF_COMMUNE, {"commune": commune}).all())
        return tuple(StockYear(*row) for row in rows)

    async def store(self, years: Sequence[StockYear]) -> None:
        """Store counts, in place of those known for the same communes and years; all or none."""

        def replace(connection: Connection) -> None:
            connection.execute(FORGET, [{"old_commune": each.commune, "old_year": each.year} for each in years])
            connection.execute(insert(rental_stock), [asdict(each) for each in years])

        if years:
            await self._database.transact(replace)
