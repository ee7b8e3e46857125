"""The rent solidarity reduction (RLS): CCH L442-2-1 and arrêté of 27 February 2018."""

from collections.abc import Mapping
from decimal import Decimal

from domain.households import Household
from domain.scales import family_amount
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import calculation
from rules.sources.benefits import RENT_REDUCTION

TITLE = text(fr="Réduction de loyer de solidarité (RLS)", en="Rent solidarity reduction (RLS)")

ScaleByZone = Mapping[str, Mapping[str, Decimal]]


@calculation(
    of=Household,
    title=text(fr="Plafond de ressources de la réduction de loyer", en="Income ceiling of the rent reduction"),
    unit="EUR/month",
    source=RENT_REDUCTION,
    note=text(
        fr="Il se compare à un douzième des « Ressources retenues pour l’aide au logement », et non aux ressources mensuelles.",
        en="It is held against a twelfth of the “Resources counted for the housing benefit”, not against the monthly resources.",
    ),
)
def rls_income_ceiling(rls_income_ceilings: ScaleByZone, benefit_zone: RentZone, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Read the scale of the zone by family."""
    return family_amount(rls_income_ceilings[benefit_zone.name], couple=is_couple, dependants=benefit_dependants)


@calculation(
    of=Household,
    title=text(
        fr="Ressources prises en compte pour l’aide au logement : un douzième sous le plafond de la réduction de loyer",
        en="Resources counted for the housing benefit: a twelfth below the ceiling of the rent reduction",
    ),
    source=RENT_REDUCTION,
    note=text(
        fr="Elles ne sont pas ce que le ménage perçoit chaque mois.",
        en="They are not what the household receives each month.",
    ),
)
def is_below_rls_ceiling(benefit_resources: Decimal, rls_income_ceiling: Decimal) -> bool:
    """Hold a twelfth of the resources of the housing benefit against the ceiling."""
    return benefit_resources < 12 * rls_income_ceiling


@calculation(
    of=Household,
    title=text(fr="Réduction de loyer de solidarité applicable", en="Rent solidarity reduction applies"),
    source=RENT_REDUCTION,
)
def rls_is_due(is_below_rls_ceiling: bool, under_apl_convention: bool) -> bool:
    """Tell whether the resources are below the ceiling, in a dwelling under convention that is not in a hostel."""
    return is_below_rls_ceiling and under_apl_convention


@calculation(
    of=Household,
    title=text(fr="Barème de la réduction de loyer, si elle s’applique", en="Scale of the rent reduction, where it applies"),
    unit="EUR/month",
    source=RENT_REDUCTION,
    note=text(
        fr="L’APL baisse alors de presque autant : le ménage n’y gagne que la différence.",
        en="The housing benefit then falls by almost as much: the household gains the difference only.",
    ),
)
def rls_scale_amount(rls_amounts: ScaleByZone, benefit_zone: RentZone, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Read the scale of the zone by family."""
    return family_amount(rls_amounts[benefit_zone.name], couple=is_couple, dependants=benefit_dependants)


@calculation(
    of=Household,
    title=text(fr="Montant de la réduction de loyer de solidarité", en="Amount of the rent solidarity reduction"),
    unit="EUR/month",
    source=RENT_REDUCTION,
)
def rls_amount(rls_is_due: bool, rls_scale_amount: Decimal) -> Decimal:
    """Return the amount of the scale where the reduction is due, else nothing."""
    return rls_scale_amount if rls_is_due else Decimal(0)
