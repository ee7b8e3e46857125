"""How the works keep to their schedule."""

from datetime import date
from decimal import Decimal

from domain.calendar import days, shift
from domain.conditions import today_within
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.headlines import Headline
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.site_safety import SAFETY_DECLARATION
from rules.vocabulary.building_sites import is_built_without_cdc_loan, progress_is_measured
from rules.vocabulary.operations import has_works_of_its_own

TITLE = text(fr="Planning des travaux", en="Schedule of the works")


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(
        fr="Date limite de la déclaration préalable SPS", en="Last day to send the prior notice of the works (déclaration préalable SPS)"
    ),
    source=SAFETY_DECLARATION,
)
def safety_declaration_limit(permission: PlanningPermission, permit_filed_on: date | None, works_start: date) -> date | None:
    """Return the day on which the building permit is applied for, none before it; without such a permit thirty days before the works."""
    return permit_filed_on if permission is PlanningPermission.BUILDING_PERMIT else shift(works_start, days(-30))


@calculation(
    of=Operation,
    title=text(fr="Dépassement de délai", en="Schedule overrun"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def schedule_overrun(completed_on: date | None, works_start: date, works_end: date, works_started_on: date | None) -> Decimal | None:
    """Compare the actual duration with the planned one, in days; none until the works are completed."""
    planned = (works_end - works_start).days
    if works_started_on is None or completed_on is None or not planned:
        return None
    return Decimal(100 * ((completed_on - works_started_on).days - planned)) / planned


@calculation(
    of=Operation,
    when=is_built_without_cdc_loan,
    title=text(fr="Avancement des travaux, sans prêt CDC signé", en="Progress of the works, with no signed CDC loan"),
    headline=Headline.LOAN_UNSIGNED.label,
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def works_without_loan(works_progress: Decimal) -> Decimal:
    """Return how far the works are."""
    return works_progress


day_of_works = derived(
    today_within(Operation.works_start, Operation.works_end),
    of=Operation,
    when=progress_is_measured,
    title=text(fr="Jour auquel l’avancement est mesuré", en="Day on which progress is measured"),
    note=text(
        fr="Le jour de référence ; une fois la fin prévue passée, cette fin.",
        en="The reference day; once the planned end is past, that end.",
    ),
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)


@calculation(
    of=Operation,
    when=progress_is_measured,
    title=text(fr="Part écoulée du calendrier des travaux", en="Elapsed share of the schedule"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def time_progress(works_start: date, works_end: date, day_of_works: date) -> Decimal:
    """Return the share of the planned days that have passed, from 0 to 100."""
    planned = (works_end - works_start).days
    return Decimal(100 * (day_of_works - works_start).days) / planned if planned else Decimal(100)
