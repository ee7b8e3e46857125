"""The solidarity rent supplement (SLS) of a household above the ceiling of its dwelling: CCH L441-3 and R441-21."""

from collections.abc import Mapping
from decimal import Decimal

from domain.conditions import named
from domain.expressions import condition
from domain.funding import FundingProduct
from domain.households import Household
from domain.money import CENT, round_half_up
from domain.text import text
from domain.zones import RentZone
from rules.calculations.income_ceilings import is_below_lowest_ceiling
from rules.engine.declare import calculation
from rules.engine.figures import figure
from rules.sources.incomes import CEILINGS
from rules.sources.supplements import SUPPLEMENT, SUPPLEMENT_CAP, SUPPLEMENT_SCOPE

TITLE = text(fr="Supplément de loyer de solidarité (SLS ou surloyer)", en="Solidarity rent supplement (SLS)")

NOTHING = Decimal(0)


@calculation(
    of=Household,
    sure=is_below_lowest_ceiling,
    title=text(fr="Supplément de loyer de solidarité (SLS) possible", en="Solidarity rent supplement (SLS) possible"),
    source=(SUPPLEMENT, CEILINGS),
    note=text(
        fr="Ressources comparées au plafond le plus bas, le PLAI : sous le seuil, le supplément est sans objet dans tout logement.",
        en="Income held against the lowest ceiling, PLAI: below the threshold there is no supplement in any dwelling.",
    ),
)
def sls_is_within_reach(reference_income: Decimal, plai_ceiling: Decimal, sls_excess_threshold: int) -> bool:
    """Tell whether the income exceeds the lowest ceiling by the threshold: below that none is due, whatever the dwelling."""
    return _excess_percent(reference_income, plai_ceiling) >= sls_excess_threshold


may_owe_supplement = named(
    text(fr="ressources assez élevées pour un supplément de loyer", en="income high enough for a rent supplement"),
    condition(sls_is_within_reach),
    otherwise=text(
        fr="ressources trop faibles pour un supplément de loyer, quel que soit le logement",
        en="income too low for a rent supplement, whatever the dwelling",
    ),
)


@calculation(
    of=Household,
    when=may_owe_supplement,
    title=text(fr="Plafond du logement", en="Ceiling of the dwelling"),
    unit="EUR/year",
    source=(SUPPLEMENT, CEILINGS),
)
def dwelling_ceiling(
    dwelling_product: FundingProduct, plai_ceiling: Decimal, plus_ceiling: Decimal, pls_ceiling: Decimal
) -> Decimal | None:
    """Return the ceiling of the product that funded the dwelling; none for a product without a ceiling of its own."""
    ceilings = {FundingProduct.PLAI: plai_ceiling, FundingProduct.PLUS: plus_ceiling, FundingProduct.PLS: pls_ceiling}
    return ceilings.get(dwelling_product)


@calculation(
    of=Household,
    when=may_owe_supplement,
    title=text(fr="Dépassement du plafond", en="Excess over the ceiling"),
    unit="%",
    source=(SUPPLEMENT, SUPPLEMENT_SCOPE),
)
def sls_excess_percent(reference_income: Decimal, dwelling_ceiling: Decimal | None) -> int | None:
    """Return the excess in whole points, truncated: the scale knows whole points only; none where there is no ceiling."""
    return None if dwelling_ceiling is None else _excess_percent(reference_income, dwelling_ceiling)


def _excess_percent(income: Decimal, ceiling: Decimal) -> int:
    return max(0, int(100 * income / ceiling) - 100)


exceeds_ceiling = named(
    text(fr="dépassement du plafond au seuil du supplément", en="excess over the ceiling at the threshold of the supplement"),
    may_owe_supplement & (sls_excess_percent >= figure("sls_excess_threshold", int)),
    otherwise=text(fr="dépassement inférieur au seuil du supplément", en="excess below the threshold of the supplement"),
)


@calculation(
    of=Household,
    when=exceeds_ceiling,
    title=text(fr="Supplément de loyer de solidarité applicable", en="Solidarity rent supplement applies"),
    source=(SUPPLEMENT, SUPPLEMENT_SCOPE),
)
def sls_is_due(in_priority_neighbourhood: bool, in_rural_renewal_zone: bool) -> bool:
    """Tell whether a dwelling whose household exceeds the ceiling by the threshold lies in no exempt zone."""
    return not (in_priority_neighbourhood or in_rural_renewal_zone)


owes_supplement = named(
    text(fr="supplément de loyer dû", en="rent supplement due"),
    exceeds_ceiling & sls_is_due,
    otherwise=text(fr="aucun supplément de loyer dû", en="no rent supplement due"),
)


@calculation(
    of=Household,
    when=owes_supplement,
    title=text(fr="Coefficient de dépassement du plafond de ressources (CDPR)", en="Coefficient of the excess"),
    unit="coefficient",
    source=SUPPLEMENT,
)
def sls_coefficient(sls_excess_percent: int | None, sls_coefficients: Mapping[str, Decimal]) -> Decimal:
    """
    Add up the scale point by point.

    It holds a first value at the threshold, then from each percentage on what one more point adds.
    """
    if sls_excess_percent is None:
        return NOTHING
    (_, first), *bands = sorted((int(percent), value) for percent, value in sls_coefficients.items())
    ends = [*(start - 1 for start, _ in bands[1:]), sls_excess_percent]
    points = [max(0, min(sls_excess_percent, end) - start + 1) for (start, _), end in zip(bands, ends, strict=True)]
    return first + sum((count * rate for count, (_, rate) in zip(points, bands, strict=True)), NOTHING)


@calculation(
    of=Household,
    title=text(fr="Supplément de loyer de référence de la zone (SLR)", en="Reference supplement of the zone"),
    unit="EUR/m2/month",
    source=SUPPLEMENT,
    gives=Household.reference_supplement,
    note=text(
        fr="Valeurs de 2009, indexées depuis chaque 1er janvier (IRL) : celle en vigueur n’a pas été trouvée, le bailleur la donne.",
        en="Values of 2009, indexed each 1 January since: the value in force was not found, the landlord gives it.",
    ),
)
def sls_reference_supplement(rent_zone: RentZone, sls_reference_supplements: Mapping[str, Decimal]) -> Decimal:
    """Read the scale by zone."""
    return sls_reference_supplements[rent_zone.name]


@calculation(
    of=Household,
    when=owes_supplement,
    title=text(fr="Supplément mensuel avant plafonnement", en="Monthly supplement before the cap"),
    unit="EUR/month",
    source=SUPPLEMENT,
)
def sls_gross_monthly(dwelling_living_area: Decimal, reference_supplement: Decimal, sls_coefficient: Decimal) -> Decimal:
    """Multiply area, reference supplement and coefficient, rounded to the cent."""
    return round_half_up(dwelling_living_area * reference_supplement * sls_coefficient, CENT)


@calculation(
    of=Household,
    when=owes_supplement,
    title=text(fr="Plafond mensuel du supplément", en="Monthly cap of the supplement"),
    unit="EUR/month",
    source=SUPPLEMENT_CAP,
    note=text(
        fr="Un taux plus élevé peut être voté dans la convention d’utilité sociale.",
        en="A higher rate may be voted in the social utility agreement.",
    ),
)
def sls_cap_monthly(reference_income: Decimal, rent: Decimal, sls_cap_share: Decimal) -> Decimal:
    """Return what the rent leaves of a share of a twelfth of the income; never negative."""
    return max(NOTHING, sls_cap_share * reference_income / 12 - rent)


@calculation(
    of=Household,
    when=owes_supplement,
    title=text(fr="Supplément de loyer de solidarité", en="Solidarity rent supplement"),
    unit="EUR/month",
    source=(SUPPLEMENT, SUPPLEMENT_CAP),
)
def sls_monthly(sls_gross_monthly: Decimal, sls_cap_monthly: Decimal) -> Decimal:
    """Return the supplement, at most its cap."""
    return min(sls_gross_monthly, sls_cap_monthly)
