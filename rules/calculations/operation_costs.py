"""What an operation costs: in all, a square metre, a dwelling; and the share of the works."""

from decimal import Decimal

from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.costs import SUBSIDY_BASE
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.off_plan import is_off_plan
from rules.vocabulary.operations import is_building_work, provides_dwellings

TITLE = text(fr="Coûts de l’opération", en="Costs of the operation")


@calculation(
    of=Operation,
    when=is_off_plan,
    title=text(fr="Coût d’un achat en VEFA : son prix, terrain compris", en="Cost of an off-plan purchase: its price, land included"),
    unit="EUR",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    gives=Operation.works_cost,
)
def off_plan_cost(off_plan_price: Decimal) -> Decimal:
    """Return the price, which pays for the land and the building."""
    return off_plan_price


@calculation(
    of=Operation, when=provides_dwellings, title=text(fr="Prix de revient total", en="Total cost price"), unit="EUR", source=SUBSIDY_BASE
)
def cost_price(land_cost: Decimal, works_cost: Decimal, fees: Decimal, value_added_tax: Decimal) -> Decimal:
    """Add land, works, fees and value-added tax."""
    return land_cost + works_cost + fees + value_added_tax


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Prix de revient au m² de surface utile", en="Cost price a square metre of usable area"),
    unit="EUR/m2",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def cost_per_square_metre(cost_price: Decimal, usable_area: Decimal) -> Decimal | None:
    """Divide the cost price by the usable area; none without any."""
    return cost_price / usable_area if usable_area else None


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Prix de revient par logement", en="Cost price a dwelling"),
    unit="EUR/dwelling",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def cost_per_dwelling(cost_price: Decimal, dwellings: int) -> Decimal | None:
    """Divide the cost price by the dwellings; none without any."""
    return cost_price / dwellings if dwellings else None


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Part des travaux dans le prix de revient", en="Share of the works in the cost price"),
    unit="ratio",
    source=SUBSIDY_BASE,
)
def works_share_of_cost_price(works_cost: Decimal, cost_price: Decimal) -> Decimal | None:
    """Divide the works by the cost price; none where nothing costs."""
    return works_cost / cost_price if cost_price else None


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Part minimale de travaux respectée", en="Least share of works reached"),
    source=SUBSIDY_BASE,
)
def works_share_is_sufficient(kind: OperationKind, works_share_of_cost_price: Decimal | None, works_share_minimum: Decimal) -> bool | None:
    """Tell whether an acquisition with improvement has works enough; none for any other operation."""
    if kind is not OperationKind.ACQUISITION_IMPROVEMENT or works_share_of_cost_price is None:
        return None
    return works_share_of_cost_price >= works_share_minimum
