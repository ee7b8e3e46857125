"""How the works keep to their schedule."""

from datetime import date
from decimal import Decimal

from domain.conditions import today_within
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.practice import NO_TEXT_FOUND

TITLE = text(fr="Planning des travaux", en="Schedule of the works")


@calculation(
    of=Operation,
    title=text(fr="Dépassement de délai", en="Schedule overrun"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def schedule_overrun(works_start: date, works_end: date, works_started_on: date | None, completed_on: date | None) -> Decimal | None:
    """Compare the actual duration with the planned one, in days; none until the works are completed."""
    planned = (works_end - works_start).days
    if works_started_on is None or completed_on is None or not planned:
        return None
    return Decimal(100 * ((completed_on - works_started_on).days - planned)) / planned


day_of_works = derived(
    today_within(Operation.works_start, Operation.works_end),
    of=Operation,
    title=text(fr="Jour de référence, ramené entre le début et la fin des travaux", en="Reference day, held within the works"),
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)


@calculation(
    of=Operation,
    title=text(fr="Avancement temporel", en="Elapsed share of the schedule"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def time_progress(works_start: date, works_end: date, day_of_works: date) -> Decimal:
    """Return the share of the planned days that have passed, from 0 to 100."""
    planned = (works_end - works_start).days
    return Decimal(100 * (day_of_works - works_start).days) / planned if planned else Decimal(100)
