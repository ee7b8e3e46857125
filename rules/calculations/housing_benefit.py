"""Housing benefit (APL), from the resources to the amount paid: what the household bears itself, degressivity, reductions."""

from collections.abc import Mapping
from decimal import Decimal

from domain.conditions import count
from domain.households import Household
from domain.money import CENT, round_down, round_half_up
from domain.scales import family_amount
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import calculation, derived
from rules.sources.benefits import BENEFIT_FORMULA, BENEFIT_SCALES, CRDS, RENT_REDUCTION
from rules.vocabulary.persons import has_disability

TITLE = text(fr="APL : des ressources au montant versé", en="Housing benefit: from income to payment")

Scale = Mapping[str, Decimal]
ScaleByZone = Mapping[str, Scale]
NOTHING = Decimal(0)

disabled_persons = derived(
    count(Household.persons, has_disability),
    of=Household,
    title=text(fr="Personnes handicapées du ménage", en="Disabled persons of the household"),
    unit="person",
    source=BENEFIT_FORMULA,
    note=text(
        fr="La carte mobilité inclusion « invalidité » suffit : elle suppose un taux d’incapacité d’au moins 80 % (de mémoire).",
        en="The mobility inclusion card (disability) is enough: it takes a rate of incapacity of 80% or more (from memory).",
    ),
)


@calculation(
    of=Household,
    title=text(fr="Abattement forfaitaire sur les ressources (R0)", en="Flat allowance on resources (R0)"),
    unit="EUR/year",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_resource_allowance(apl_resource_allowances: Scale, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Return R0: read the scale by family."""
    return family_amount(apl_resource_allowances, couple=is_couple, dependants=benefit_dependants)


@calculation(
    of=Household,
    title=text(fr="Ressources après abattement (Rp)", en="Resources after the allowance (Rp)"),
    unit="EUR/year",
    source=BENEFIT_FORMULA,
)
def apl_resources_after_allowance(benefit_resources: Decimal, apl_resource_allowance: Decimal) -> Decimal:
    """Return Rp: the resources less R0, never negative."""
    return max(NOTHING, benefit_resources - apl_resource_allowance)


@calculation(
    of=Household, title=text(fr="Taux famille (TF)", en="Family rate (TF)"), unit="ratio", source=(BENEFIT_SCALES, BENEFIT_FORMULA)
)
def apl_family_rate(apl_family_rates: Scale, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Return TF: read the scale by family; it falls with each dependant."""
    return family_amount(apl_family_rates, couple=is_couple, dependants=benefit_dependants)


@calculation(
    of=Household,
    title=text(fr="Participation minimale (P0)", en="Minimum participation (P0)"),
    unit="EUR/month",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_participation_minimum(
    apl_retained_rent: Decimal, apl_flat_charges: Decimal, apl_minimum_participation_rate: Decimal, apl_minimum_participation: Decimal
) -> Decimal:
    """Return P0: a share of L + C, at least a flat amount."""
    return max(apl_minimum_participation_rate * (apl_retained_rent + apl_flat_charges), apl_minimum_participation)


@calculation(
    of=Household,
    title=text(fr="Participation personnelle (PP)", en="Personal participation (PP)"),
    unit="EUR/month",
    source=BENEFIT_FORMULA,
)
def apl_personal_participation(
    apl_participation_minimum: Decimal, apl_family_rate: Decimal, apl_rent_rate: Decimal, apl_resources_after_allowance: Decimal
) -> Decimal:
    """Return PP = P0 + (TF + TL) × Rp: the rates apply to the yearly Rp and give a monthly amount."""
    return apl_participation_minimum + (apl_family_rate + apl_rent_rate) * apl_resources_after_allowance


@calculation(
    of=Household,
    title=text(fr="APL avant dégressivité", en="Benefit before tapering (dégressivité)"),
    unit="EUR/month",
    source=BENEFIT_FORMULA,
)
def apl_before_degressivity(apl_retained_rent: Decimal, apl_flat_charges: Decimal, apl_personal_participation: Decimal) -> Decimal:
    """Return L + C − PP, never negative."""
    return max(NOTHING, apl_retained_rent + apl_flat_charges - apl_personal_participation)


@calculation(
    of=Household,
    title=text(fr="Coefficient de dégressivité", en="Tapering coefficient (dégressivité)"),
    unit="ratio",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_degressivity_coefficient(
    rent: Decimal, apl_rent_ceiling: Decimal, benefit_zone: RentZone, apl_degressivity: ScaleByZone, disabled_persons: int
) -> Decimal:
    """
    Return 1 up to a first multiple of the ceiling, 0 beyond a second, linear between; both rounded to the cent.

    It is always 1 for a household with a disabled person.
    """
    reduced_from = round_half_up(apl_rent_ceiling * apl_degressivity[benefit_zone.name]["REDUCED_FROM"], CENT)
    stopped_from = round_half_up(apl_rent_ceiling * apl_degressivity[benefit_zone.name]["STOPPED_FROM"], CENT)
    if disabled_persons:
        return Decimal(1)
    return min(Decimal(1), max(NOTHING, 1 - (rent - reduced_from) / (stopped_from - reduced_from)))


@calculation(
    of=Household,
    title=text(fr="APL brute", en="Gross benefit"),
    unit="EUR/month",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_gross(apl_before_degressivity: Decimal, apl_degressivity_coefficient: Decimal, apl_flat_reduction: int) -> Decimal:
    """Apply the coefficient, rounded to the cent, and take off the flat reduction; never negative."""
    return max(NOTHING, round_half_up(apl_before_degressivity * apl_degressivity_coefficient, CENT) - apl_flat_reduction)


@calculation(
    of=Household,
    title=text(fr="APL après réduction de loyer de solidarité", en="Benefit after the rent solidarity reduction"),
    unit="EUR/month",
    source=(RENT_REDUCTION, BENEFIT_FORMULA),
)
def apl_after_rent_reduction(apl_gross: Decimal, rls_amount: Decimal, rls_share_deducted: Decimal) -> Decimal:
    """Take off most of the rent reduction; never negative."""
    return max(NOTHING, apl_gross - rls_share_deducted * rls_amount)


@calculation(of=Household, title=text(fr="CRDS sur l’APL", en="CRDS levy on the benefit"), unit="EUR/month", source=(CRDS, BENEFIT_FORMULA))
def apl_levy(apl_after_rent_reduction: Decimal, crds_rate: Decimal) -> Decimal:
    """Return the levy, truncated to the cent."""
    return round_down(apl_after_rent_reduction * crds_rate, CENT)


@calculation(
    of=Household,
    title=text(fr="APL nette", en="Net benefit"),
    unit="EUR/month",
    source=BENEFIT_FORMULA,
    gives=Household.housing_benefit,
)
def apl_net(apl_after_rent_reduction: Decimal, apl_levy: Decimal) -> Decimal:
    """Take off the levy, truncated to the euro."""
    return round_down(apl_after_rent_reduction - apl_levy)
