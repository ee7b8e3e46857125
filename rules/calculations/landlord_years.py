"""The calendar year of a landlord, from which its yearly duties are counted."""

from datetime import date, timedelta

from domain.calendar import months
from domain.landlords import LandlordYear
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import INCOME_SURVEY, RESERVATION_REPORT
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Année du bailleur", en="Year of the landlord")


@calculation(
    of=LandlordYear,
    title=text(fr="Premier jour de l’année", en="First day of the year"),
    source=RENT_REVISION,
)
def year_start(year: int) -> date:
    """Return 1 January, the day of yearly revisions and supplements."""
    return date(year, 1, 1)


# A month before the supplement of the next 1 January, for the formal notice of fifteen days.
income_survey_end = derived(
    year_start + months(11),
    of=LandlordYear,
    title=text(fr="Fin visée de l’enquête ressources (SLS)", en="Intended end of the income survey (SLS)"),
    confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
)


@calculation(
    of=LandlordYear,
    title=text(fr="Dernier jour avant le 28 février", en="Last day before 28 February"),
    source=RESERVATION_REPORT,
)
def reservation_report_due(year: int) -> date:
    """Return 27 February: the report is sent before the 28th."""
    return date(year, 2, 27)


@calculation(of=LandlordYear, title=text(fr="Dernier jour avant le 1er mars", en="Last day before 1 March"), source=RENTAL_STOCK)
def rental_stock_due(year: int) -> date:
    """Return the last day of February: the file is sent before 1 March."""
    return date(year, 3, 1) - timedelta(days=1)
