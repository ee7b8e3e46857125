"""Housing benefit (APL), what it takes for rent: the ceiling, the rent retained, its ratio to a reference, flat charges."""

from collections.abc import Mapping
from decimal import Decimal

from domain.conditions import count
from domain.households import Household
from domain.money import CENT, round_half_up
from domain.proposed_dwellings import Occupancy
from domain.scales import family_amount
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.benefits import ALTERNATING_CUSTODY_RULING, BENEFIT_DEPENDANTS, BENEFIT_FORMULA, BENEFIT_SCALES
from rules.vocabulary.benefits import (
    has_child_of_two_homes,
    has_relative_left_out,
    is_benefit_ascendant,
    is_benefit_child,
    is_spouse,
)

TITLE = text(fr="APL : loyer pris en compte", en="Housing benefit: the rent it takes into account")

Scale = Mapping[str, Decimal]
ScaleByZone = Mapping[str, Scale]

TEN_THOUSANDTH = Decimal("0.0001")
HUNDRED_THOUSANDTH = Decimal("0.00001")

spouses = derived(
    count(Household.persons, is_spouse),
    of=Household,
    title=text(fr="Conjoints du demandeur", en="Spouse or partner of the applicant"),
    unit="person",
    source=BENEFIT_FORMULA,
)

benefit_children = derived(
    count(Household.persons, is_benefit_child),
    of=Household,
    title=text(fr="Enfants à charge pour l’aide au logement", en="Dependent children for the housing benefit"),
    unit="person",
    doubt=has_child_of_two_homes,
    source=(BENEFIT_DEPENDANTS, ALTERNATING_CUSTODY_RULING),
)

benefit_ascendants = derived(
    count(Household.persons, is_benefit_ascendant),
    of=Household,
    title=text(fr="Ascendants à charge pour l’aide au logement", en="Dependent parents and grandparents for the housing benefit"),
    unit="person",
    doubt=has_relative_left_out,
    confidence=Confidence.DERIVED,
    source=BENEFIT_DEPENDANTS,
)


@calculation(
    of=Household,
    title=text(fr="Personnes à charge pour l’aide au logement", en="Dependants for the housing benefit"),
    unit="person",
    source=BENEFIT_DEPENDANTS,
    note=text(
        fr="L’âge et les ressources comptent ici, et non la charge fiscale. Ne comptent ni l’enfant qui vient en droit de visite, ni, ici, "
        "l’enfant à naître (aucun texte trouvé ne le compte).",
        en="Age and means count here, not dependency under the tax code. Neither a child who only visits nor, here, an unborn child "
        "(no text that was found counts it) is counted.",
    ),
)
def benefit_dependants(benefit_children: int, benefit_ascendants: int) -> int:
    """Add children and ascendants."""
    return benefit_children + benefit_ascendants


@calculation(of=Household, title=text(fr="Couple", en="Couple"), source=BENEFIT_FORMULA)
def is_couple(spouses: int) -> bool:
    """Tell whether the applicant lives as a couple."""
    return spouses > 0


@calculation(
    of=Household,
    title=text(fr="Zone du barème de l’aide au logement", en="Zone of the scales of the housing benefit"),
    source=BENEFIT_SCALES,
    note=text(fr="Pour l’aide au logement, la zone 1 bis vaut zone 1.", en="For the housing benefit, zone 1 bis counts as zone 1."),
)
def benefit_zone(rent_zone: RentZone) -> RentZone:
    """Return zone 1, 2 or 3: zone 1 bis counts as zone 1."""
    return RentZone.ZONE_1 if rent_zone is RentZone.ZONE_1_BIS else rent_zone


@calculation(of=Household, title=text(fr="Loyer plafond", en="Rent ceiling"), unit="EUR/month", source=(BENEFIT_SCALES, BENEFIT_FORMULA))
def apl_rent_ceiling(
    apl_rent_ceilings: ScaleByZone,
    apl_occupancy_factors: Scale,
    benefit_zone: RentZone,
    occupancy: Occupancy,
    is_couple: bool,
    benefit_dependants: int,
) -> Decimal:
    """Read the scale of the zone by family, a room as for one person; a share of each line, rounded to the cent."""
    share = apl_occupancy_factors[occupancy.name]
    scale = {line: round_half_up(amount * share, CENT) for line, amount in apl_rent_ceilings[benefit_zone.name].items()}
    if occupancy in {Occupancy.ROOM, Occupancy.ROOM_OF_ELDERLY_OR_DISABLED}:
        return scale["SINGLE"]
    return family_amount(scale, couple=is_couple, dependants=benefit_dependants)


@calculation(of=Household, title=text(fr="Loyer retenu (L)", en="Rent taken into account (L)"), unit="EUR/month", source=BENEFIT_FORMULA)
def apl_retained_rent(rent: Decimal, apl_rent_ceiling: Decimal) -> Decimal:
    """Return L: the rent, at most the ceiling."""
    return min(rent, apl_rent_ceiling)


@calculation(
    of=Household,
    title=text(fr="Loyer de référence (LR)", en="Reference rent (LR)"),
    unit="EUR/month",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_reference_rent(apl_rent_ceilings: ScaleByZone, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Return LR: the ceiling of the same family for a whole dwelling in zone 2."""
    return family_amount(apl_rent_ceilings["ZONE_2"], couple=is_couple, dependants=benefit_dependants)


@calculation(of=Household, title=text(fr="Rapport de loyer (RL)", en="Rent ratio (RL)"), unit="ratio", source=BENEFIT_FORMULA)
def apl_rent_ratio(apl_retained_rent: Decimal, apl_reference_rent: Decimal) -> Decimal:
    """Return RL = L / LR, as a percentage rounded to two decimals."""
    return round_half_up(apl_retained_rent / apl_reference_rent, TEN_THOUSANDTH)


@calculation(of=Household, title=text(fr="Taux loyer (TL)", en="Rent rate (TL)"), unit="ratio", source=(BENEFIT_SCALES, BENEFIT_FORMULA))
def apl_rent_rate(apl_rent_ratio: Decimal, apl_rent_rate_thresholds: Scale, apl_rent_rates: Scale) -> Decimal:
    """Return TL: nothing up to the lower threshold, one rate up to the upper, another beyond; a percentage of three decimals."""
    lower, upper = apl_rent_rate_thresholds["LOWER"], apl_rent_rate_thresholds["UPPER"]
    between = max(Decimal(0), min(apl_rent_ratio, upper) - lower)
    beyond = max(Decimal(0), apl_rent_ratio - upper)
    return round_half_up(between * apl_rent_rates["LOWER"] + beyond * apl_rent_rates["UPPER"], HUNDRED_THOUSANDTH)


@calculation(
    of=Household,
    title=text(fr="Forfait de charges (C)", en="Flat charges (C)"),
    unit="EUR/month",
    source=(BENEFIT_SCALES, BENEFIT_FORMULA),
)
def apl_flat_charges(apl_flat_charges_scale: ScaleByZone, occupancy: Occupancy, is_couple: bool, benefit_dependants: int) -> Decimal:
    """Return C: an amount for the adults, lower in a flatshare, and one for each dependant."""
    scale = apl_flat_charges_scale["FLATSHARE" if occupancy is Occupancy.FLATSHARE else "WHOLE_DWELLING"]
    return scale["COUPLE" if is_couple else "SINGLE"] + benefit_dependants * scale["EXTRA"]
