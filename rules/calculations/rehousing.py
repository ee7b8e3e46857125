"""Rehousing before a demolition: how far it has come, and when a household loses its right to stay."""

from decimal import Decimal

from domain.calendar import months
from domain.conditions import count, happened
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.demolitions import DEMOLITION_CIRCULAR, REHOUSING_OFFERS
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Relogement", en="Rehousing")

occupation_right_end = derived(
    Rehousing.third_offer_on + months(6),
    of=Rehousing,
    when=is_demolition,
    title=text(fr="Perte du droit au maintien dans les lieux", en="Loss of the right to stay"),
    source=REHOUSING_OFFERS,
)

households_to_rehouse = derived(
    count(Operation.rehousings),
    of=Operation,
    when=is_demolition,
    title=text(fr="Ménages à reloger", en="Households to rehouse"),
    unit="household",
    source=DEMOLITION_CIRCULAR,
)

# A household counts as rehoused from the day on which it has left the building.
households_rehoused = derived(
    count(Operation.rehousings, happened(Rehousing.left_on)),
    of=Operation,
    when=is_demolition,
    title=text(fr="Ménages relogés", en="Households rehoused"),
    unit="household",
    source=DEMOLITION_CIRCULAR,
)


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Avancement du relogement", en="Progress of rehousing"),
    unit="%",
    source=DEMOLITION_CIRCULAR,
)
def rehousing_progress(households_rehoused: int, households_to_rehouse: int) -> Decimal | None:
    """Return the share of households rehoused; none where there is nobody to rehouse."""
    return Decimal(100 * households_rehoused) / households_to_rehouse if households_to_rehouse else None
