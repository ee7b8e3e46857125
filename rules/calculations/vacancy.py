"""How the dwellings of the landlord and of the commune are occupied: vacancy, mobility, share of social housing."""

from collections.abc import Mapping
from decimal import Decimal

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.occupancy import RENTAL_STOCK, VACANCY_PRACTICE
from rules.sources.policy import SOCIAL_HOUSING_SHARE
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import argues_for_demolition
from rules.vocabulary.projects import weighs_on_the_share_of_social_housing

TITLE = text(fr="Vacance et rotation", en="Vacancy and turnover")


@calculation(of=Operation, title=text(fr="Taux de vacance", en="Vacancy rate"), unit="%", source=RENTAL_STOCK)
def vacancy_rate(dwellings_let: int, dwellings_vacant: int) -> Decimal | None:
    """Return the share of vacant dwellings among those let or offered; none where there are none of them."""
    offered = dwellings_let + dwellings_vacant
    return Decimal(100 * dwellings_vacant) / offered if offered else None


@calculation(of=Operation, title=text(fr="Taux de vacance structurelle", en="Structural vacancy rate"), unit="%", source=RENTAL_STOCK)
def structural_vacancy_rate(dwellings_vacant_over_three_months: int, dwellings_let: int, dwellings_vacant: int) -> Decimal | None:
    """Return the share vacant for more than three months among those let or offered; none where there are none of them."""
    offered = dwellings_let + dwellings_vacant
    return Decimal(100 * dwellings_vacant_over_three_months) / offered if offered else None


@calculation(
    of=Operation,
    title=text(fr="Taux de vacances moyennes structurelles", en="Average structural vacancy rate"),
    unit="%",
    source=VACANCY_PRACTICE,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Moyenne sur toutes les années connues du bailleur : le nombre d’années n’a pas été trouvé.",
        en="Mean over all the years the landlord knows: the number of years was not found.",
    ),
)
def average_structural_vacancy_rate(structural_vacancy_by_year: Mapping[int, Decimal]) -> Decimal | None:
    """Return the mean of the yearly rates; none where no year is known."""
    rates = structural_vacancy_by_year.values()
    return sum(rates, Decimal(0)) / len(rates) if rates else None


@calculation(
    of=Operation,
    title=text(fr="Taux de vacance de rotation", en="Frictional vacancy rate"),
    unit="%",
    source=RENTAL_STOCK,
    confidence=Confidence.FROM_MEMORY,
)
def frictional_vacancy_rate(vacancy_rate: Decimal | None, structural_vacancy_rate: Decimal | None) -> Decimal | None:
    """Return what is left of the vacancy without the structural part: the time between two tenants."""
    return None if vacancy_rate is None or structural_vacancy_rate is None else vacancy_rate - structural_vacancy_rate


@calculation(
    of=Operation,
    when=argues_for_demolition,
    title=text(fr="Perte de loyers par vacance", en="Rent lost to vacancy"),
    unit="EUR/month",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def vacancy_rent_loss(dwellings_vacant: int, average_rent: Decimal) -> Decimal:
    """Multiply the vacant dwellings by the average rent."""
    return dwellings_vacant * average_rent


@calculation(
    of=Operation,
    when=argues_for_demolition,
    title=text(fr="Taux de mobilité", en="Mobility rate"),
    unit="%",
    source=RENTAL_STOCK,
)
def mobility_rate(move_ins: int, dwellings_in_service_for_a_year: int) -> Decimal | None:
    """Return the move-ins as a share of the dwellings in service for a year or more; none without any."""
    return Decimal(100 * move_ins) / dwellings_in_service_for_a_year if dwellings_in_service_for_a_year else None


@calculation(
    of=Operation,
    when=weighs_on_the_share_of_social_housing,
    title=text(fr="Taux de logements sociaux de la commune (SRU)", en="Share of social housing of the commune (SRU)"),
    unit="%",
    source=SOCIAL_HOUSING_SHARE,
    note=text(fr="Objectif de 20 ou 25 % selon la commune.", en="The target is 20 or 25%, by commune."),
)
def social_housing_share(social_dwellings: int, main_residences: int) -> Decimal | None:
    """Return social dwellings as a share of main residences; none where nobody lives."""
    return Decimal(100 * social_dwellings) / main_residences if main_residences else None
