"""The rent solidarity reduction (RLS): CCH L442-2-1 and arrêté of 27 February 2018."""

from collections.abc import Mapping
from decimal import Decimal

from domain.households import Household
from domain.scales import family_amount
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import Confidence, calculation
from rules.sources.benefits import RENT_REDUCTION

TITLE = text(fr="Réduction de loyer de solidarité (RLS)", en="Rent solidarity reduction (RLS)")

ScaleByZone = Mapping[str, Mapping[str, Decimal]]


@calculation(
    of=Household,
    title=text(fr="Plafond de ressources de la réduction de loyer", en="Income ceiling of the rent reduction"),
    unit="EUR/month",
    source=RENT_REDUCTION,
)
def rls_income_ceiling(rls_income_ceilings: ScaleByZone, benefit_zone: RentZone, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Read the scale of the zone by family."""
    return family_amount(rls_income_ceilings[benefit_zone.name], couple=is_couple, dependants=benefit_dependants)


@calculation(
    of=Household,
    title=text(
        fr="Ressources mensuelles sous le plafond de la réduction de loyer", en="Monthly resources below the ceiling of the reduction"
    ),
    source=RENT_REDUCTION,
    confidence=Confidence.DERIVED,
    note=text(
        fr="À titre indicatif : si non, la réduction ne s’applique sans doute pas. Les ressources de l’aide au logement en décident.",
        en="An indication: if not, the reduction most likely does not apply. The resources of the housing benefit decide.",
    ),
)
def is_below_rls_ceiling(monthly_resources: Decimal, rls_income_ceiling: Decimal) -> bool:
    """Hold what the household has a month against the ceiling, until the resources of the housing benefit are known."""
    return monthly_resources < rls_income_ceiling


@calculation(
    of=Household,
    title=text(fr="Réduction de loyer de solidarité applicable", en="Rent solidarity reduction applies"),
    source=RENT_REDUCTION,
)
def rls_is_due(benefit_resources: Decimal, rls_income_ceiling: Decimal, under_apl_convention: bool) -> bool:
    """Tell whether a twelfth of the resources is below the ceiling, in a dwelling under convention that is not in a hostel."""
    return under_apl_convention and benefit_resources < 12 * rls_income_ceiling


@calculation(
    of=Household,
    title=text(fr="Barème de la réduction de loyer, si elle s’applique", en="Scale of the rent reduction, where it applies"),
    unit="EUR/month",
    source=RENT_REDUCTION,
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
