"""The maximum rents of an operation: CCH R353-16 and the yearly rent circular, with the checks of an APL convention."""

from collections.abc import Mapping
from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.conditions import total
from domain.funding import FundingProduct
from domain.money import CENT, round_half_up
from domain.operations import Operation
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import calculation, derived
from rules.sources.conventions import APL_CONVENTION
from rules.sources.occupancy import RENT_NOTICE, USABLE_AREA
from rules.vocabulary.conventions import has_rent_without_pls, has_rent_without_pls_to_agree
from rules.vocabulary.operations import provides_dwellings

TITLE = text(fr="Loyers maximaux", en="Maximum rents")


@calculation(
    of=Operation,
    when=has_rent_without_pls_to_agree,
    title=text(fr="Loyer maximal de zone du barème", en="Maximum rent of the zone in the scale"),
    unit="EUR/m2/month",
    source=(RENT_NOTICE, USABLE_AREA),
    gives=Operation.zone_rent,
    note=text(
        fr="Seule la valeur de 2010 (PLUS, zone 2) a été trouvée ; sinon le bailleur donne celle de l’année de la convention.",
        en="Only the value of 2010 (PLUS, zone 2) was found; else the landlord gives that of the year of the agreement.",
    ),
)
def zone_rent_of_scale(convention_product: FundingProduct, rent_zone: RentZone, zone_rents: Mapping[str, Mapping[str, Decimal]]) -> Decimal:
    """Read the scale by product and zone."""
    return zone_rents[convention_product.name][rent_zone.name]


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Loyer maximal de base", en="Base maximum rent"),
    unit="EUR/m2/month",
    source=USABLE_AREA,
)
def base_maximum_rent(zone_rent: Decimal, rent_structure_coefficient: Decimal | None) -> Decimal | None:
    """Multiply the zone's rent by the structure coefficient, rounded to the cent; none without any area."""
    return None if rent_structure_coefficient is None else round_half_up(zone_rent * rent_structure_coefficient, CENT)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Loyer maximal avec majoration locale", en="Maximum rent with the local margin"),
    unit="EUR/m2/month",
    source=USABLE_AREA,
    note=text(
        fr="L’exemple publié imprime 5,55 € pour 5,26 € et 5 % : l’arithmétique donne 5,52 €.",
        en="The published example prints €5.55 for €5.26 and 5%: arithmetic gives €5.52.",
    ),
)
def maximum_rent(base_maximum_rent: Decimal | None, rent_margin: Decimal) -> Decimal | None:
    """Raise the base by the margin, rounded to the cent."""
    return None if base_maximum_rent is None else round_half_up(base_maximum_rent * (1 + rent_margin), CENT)


@calculation(
    of=Operation,
    when=has_rent_without_pls,
    title=text(fr="Produit locatif de référence sans annexes", en="Reference rental income without annexes"),
    unit="EUR/month",
    source=USABLE_AREA,
)
def rental_product_without_annexes(
    zone_rent: Decimal, living_area_of_operation: Decimal, dwellings: int, rent_structure_factor: Decimal, rent_structure_area: int
) -> Decimal:
    """Return SH × LM zone × 0.77 × (1 + 20 × N / SH), SH the living area and N the dwellings."""
    return zone_rent * rent_structure_factor * (living_area_of_operation + rent_structure_area * dwellings)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Produit locatif maximal", en="Maximum rental income"),
    unit="EUR/month",
    source=USABLE_AREA,
)
def maximum_rental_product(maximum_rent: Decimal | None, usable_area: Decimal) -> Decimal | None:
    """Multiply the maximum rent by the usable area."""
    return None if maximum_rent is None else maximum_rent * usable_area


@calculation(
    of=Operation,
    when=has_rent_without_pls,
    title=text(
        fr="Loyers, hausse due aux annexes et aux marges locales dans la limite de 18 % (25 % avec ascenseur)",
        en="Rents, raised by annexes and local margins by no more than 18% (25% with a lift)",
    ),
    source=USABLE_AREA,
)
def rental_product_is_within_limit(
    maximum_rental_product: Decimal | None,
    rental_product_without_annexes: Decimal,
    has_lift: bool,
    rental_product_limits: Mapping[str, Decimal],
) -> bool | None:
    """Tell whether annexes raise the product by no more than the law lets them; none without any area."""
    if maximum_rental_product is None:
        return None
    return maximum_rental_product <= rental_product_limits["WITH_LIFT" if has_lift else "WITHOUT_LIFT"] * rental_product_without_annexes


@calculation(
    of=Dwelling,
    when=provides_dwellings,
    title=text(fr="Loyer maximal du logement", en="Maximum rent of the dwelling"),
    unit="EUR/month",
    source=(APL_CONVENTION, USABLE_AREA),
)
def dwelling_maximum_rent(usable_area_of_dwelling: Decimal, maximum_rent: Decimal | None, own_coefficient: Decimal) -> Decimal | None:
    """Multiply area, rent a square metre and the dwelling's own coefficient."""
    return None if maximum_rent is None else usable_area_of_dwelling * maximum_rent * own_coefficient


maximum_rents_of_building = derived(
    total(Building.dwellings, dwelling_maximum_rent),
    of=Building,
    when=provides_dwellings,
    title=text(fr="Loyers maximaux du bâtiment", en="Maximum rents of the building"),
    unit="EUR/month",
    source=USABLE_AREA,
)

maximum_rents = derived(
    total(Operation.buildings, maximum_rents_of_building),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Loyers maximaux de l’opération", en="Maximum rents of the operation"),
    unit="EUR/month",
    source=USABLE_AREA,
)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Coefficients propres équilibrés", en="Coefficients of the dwellings balanced"),
    source=APL_CONVENTION,
)
def own_coefficients_are_balanced(
    maximum_rents: Decimal, maximum_rental_product: Decimal | None, dwellings: int, own_coefficient_tolerance: int
) -> bool | None:
    """Tell whether the coefficients raise the rents of all dwellings by no more than a euro each; none without any area."""
    if maximum_rental_product is None:
        return None
    return maximum_rents <= maximum_rental_product + dwellings * own_coefficient_tolerance


@calculation(
    of=Dwelling,
    when=provides_dwellings,
    title=text(fr="Loyer maximal de l’annexe", en="Maximum rent of the annex"),
    unit="EUR/month",
    source=APL_CONVENTION,
)
def annex_maximum_rent(rented_annex_area: Decimal, annex_rent_rate: Decimal, annex_rent_tolerance: Decimal) -> Decimal:
    """Multiply area and rate, with a small tolerance."""
    return rented_annex_area * annex_rent_rate + annex_rent_tolerance
