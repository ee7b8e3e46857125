"""The calendar year of a landlord, from which its yearly duties are counted."""

from datetime import date

from domain.landlords import LandlordYear
from domain.text import text
from rules.engine.declare import calculation
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import RESERVATION_REPORT
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Année du bailleur", en="Year of the landlord")


@calculation(
    of=LandlordYear,
    title=text(fr="Premier jour de l’année", en="First day of the year"),
    source=(RENTAL_STOCK, RESERVATION_REPORT, RENT_REVISION),
)
def year_start(year: int) -> date:
    """Return 1 January: the texts fix days of the calendar year, 1 January, 28 February, 1 March."""
    return date(year, 1, 1)
