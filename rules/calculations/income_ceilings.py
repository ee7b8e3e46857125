"""Income ceilings of the rental products, and which of them a household may be housed under."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.conditions import exceeds, named
from domain.funding import FundingProduct
from domain.households import Household
from domain.money import round_half_up
from domain.text import text
from domain.zones import CeilingZone
from rules.calculations.incomes import reference_income_n2
from rules.engine.declare import calculation
from rules.headlines import Headline
from rules.sources.incomes import CEILING_CONDITIONS, CEILING_ZONES, CEILINGS, PLS_CEILING, RENT_REFERENCE_INDEX, SOCIAL_MIX
from rules.vocabulary.households import has_notices_apart, is_card_taken_for_handed_in, is_spouse_taken_for_on_joint_notice

TITLE = text(fr="Plafonds de ressources", en="Income ceilings")

Table = Mapping[str, Mapping[str, Decimal]]


@calculation(
    of=Household,
    title=text(fr="Zone des plafonds du ménage", en="Zone of the ceilings of the household"),
    headline=Headline.ZONE.label,
    source=CEILING_ZONES,
)
def household_zone(ceiling_zone: CeilingZone) -> CeilingZone:
    """Return the zone of the commune of the dwelling."""
    return ceiling_zone


@calculation(
    of=Household,
    title=text(fr="Plafond PLUS", en="PLUS ceiling"),
    headline=Headline.PLUS_CEILING.label,
    unit="EUR/year",
    source=(CEILINGS, CEILING_ZONES),
)
def plus_ceiling(plus_ceilings: Table, ceiling_zone: CeilingZone, upgraded_category: int, extra_persons: int) -> Decimal:
    """Read the table by zone and category; each person beyond category 6 adds the same amount."""
    row = plus_ceilings[ceiling_zone.name]
    return row[str(upgraded_category)] + extra_persons * row["extra_person"]


@calculation(of=Household, title=text(fr="Plafond PLAI", en="PLAI ceiling"), unit="EUR/year", source=(CEILINGS, CEILING_ZONES))
def plai_ceiling(plai_ceilings: Table, ceiling_zone: CeilingZone, upgraded_category: int, extra_persons: int) -> Decimal:
    """Read the table by zone and category; each person beyond category 6 adds the same amount."""
    row = plai_ceilings[ceiling_zone.name]
    return row[str(upgraded_category)] + extra_persons * row["extra_person"]


@calculation(of=Household, title=text(fr="Plafond PLS", en="PLS ceiling"), unit="EUR/year", source=PLS_CEILING)
def pls_ceiling(plus_ceiling: Decimal, pls_ceiling_factor: Decimal) -> Decimal:
    """Raise the PLUS ceiling by the factor, rounded half up to the euro."""
    return round_half_up(plus_ceiling * pls_ceiling_factor)


@calculation(
    of=Household,
    title=text(fr="Plafond de ressources en francs", en="Income ceiling in francs"),
    unit="FRF/year",
    source=CEILINGS,
    until=date(2001, 12, 31),
)
def income_ceiling_in_francs(
    plus_ceilings_in_francs: Table, ceiling_zone: CeilingZone, upgraded_category: int, extra_persons: int
) -> Decimal:
    """Read the table in force before the euro; each person beyond category 6 adds the same amount."""
    row = plus_ceilings_in_francs[ceiling_zone.name]
    return row[str(upgraded_category)] + extra_persons * row["extra_person"]


@calculation(
    of=Household,
    title=text(fr="Plafond PLUS au 1er janvier prochain", en="PLUS ceiling of next 1 January"),
    unit="EUR/year",
    source=(CEILING_CONDITIONS, RENT_REFERENCE_INDEX),
    note=text(
        fr="Les valeurs de l’indice sont de mémoire ; la règle retrouve les 138 plafonds publiés de 2023 à 2026.",
        en="The values of the index are from memory; the rule yields the 138 ceilings published from 2023 to 2026.",
    ),
)
def plus_ceiling_next_year(plus_ceiling: Decimal, third_quarter_rent_index: Mapping[str, Decimal]) -> Decimal:
    """Raise the ceiling as the index of the third quarter has risen in a year, rounded half up to the euro."""
    return round_half_up(plus_ceiling * third_quarter_rent_index["LATEST"] / third_quarter_rent_index["PREVIOUS"])


@calculation(
    of=Household,
    title=text(fr="Ressources rapportées au plafond PLUS", en="Income as a share of the PLUS ceiling"),
    unit="ratio",
    source=CEILINGS,
)
def income_to_plus_ceiling(reference_income: Decimal, plus_ceiling: Decimal) -> Decimal:
    """Divide the income retained by the ceiling; not rounded."""
    return reference_income / plus_ceiling


# Unproved, a drop leaves the income of year N-2, and deductions only lower an income: of a tax household that is known, none in doubt is
# higher than that of year N-2.
is_below_lowest_ceiling = named(
    text(
        fr="ressources de l’année N-2, d’un foyer fiscal connu, sous le plafond le plus bas, le PLAI",
        en="income of the year before last, of a tax household that is known, below the lowest ceiling, PLAI",
    ),
    ~exceeds(reference_income_n2, plai_ceiling) & ~has_notices_apart & ~is_spouse_taken_for_on_joint_notice & ~is_card_taken_for_handed_in,
)


@calculation(
    of=Household,
    sure=is_below_lowest_ceiling,
    title=text(fr="Produits accessibles", en="Loan categories open to the household"),
    headline=Headline.PRODUCTS.label,
    source=(CEILING_CONDITIONS, CEILINGS),
)
def eligible_products(
    reference_income: Decimal, plai_ceiling: Decimal, plus_ceiling: Decimal, pls_ceiling: Decimal
) -> tuple[FundingProduct, ...]:
    """Return the products whose ceiling the income does not exceed, the lowest ceiling first."""
    ceilings = {FundingProduct.PLAI: plai_ceiling, FundingProduct.PLUS: plus_ceiling, FundingProduct.PLS: pls_ceiling}
    return tuple(product for product, ceiling in ceilings.items() if reference_income <= ceiling)


@calculation(
    of=Household, title=text(fr="Plafond du ménage modeste", en="Ceiling of a modest household"), unit="EUR/year", source=SOCIAL_MIX
)
def very_modest_ceiling(plus_ceiling: Decimal, very_modest_income_share: Decimal) -> Decimal:
    """Return the share of the PLUS ceiling; not rounded."""
    return very_modest_income_share * plus_ceiling


is_below_very_modest_ceiling = named(
    text(
        fr="ressources de l’année N-2, d’un foyer fiscal connu, sous 60 % du plafond PLUS",
        en="income of the year before last, of a tax household that is known, below 60% of the PLUS ceiling",
    ),
    ~exceeds(reference_income_n2, very_modest_ceiling)
    & ~has_notices_apart
    & ~is_spouse_taken_for_on_joint_notice
    & ~is_card_taken_for_handed_in,
)


@calculation(
    of=Household,
    sure=is_below_very_modest_ceiling,
    title=text(fr="Ménage sous 60 % du plafond PLUS", en="Household below 60% of the PLUS ceiling"),
    source=SOCIAL_MIX,
    note=text(
        fr="Seuil d’une opération. Le premier quartile des demandeurs, par unité de consommation (CCH, art. L441-1), n’est pas suivi ici.",
        en="A threshold of operations. The first quartile of applicants, per consumption unit (CCH, art. L441-1), is not followed here.",
    ),
)
def has_very_modest_income(reference_income: Decimal, very_modest_ceiling: Decimal) -> bool:
    """Tell whether the household counts towards the share of a programme kept for the lowest incomes."""
    return reference_income <= very_modest_ceiling
