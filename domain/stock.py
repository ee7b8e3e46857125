"""
The figures of the landlord and of the commune that stand beside an operation: vacancy, mobility, social housing.

Form step: 8, as for an operation.
"""

from collections.abc import Mapping
from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import FactGroup


class Stock(FactGroup):
    """The figures of the landlord and of the commune."""

    dwellings_let: Fact[int] = fact(
        fr="Logements loués du bailleur dans la commune",
        en="Dwellings let by the landlord in the commune",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    dwellings_vacant: Fact[int] = fact(
        fr="Logements proposés à la location et vacants",
        en="Dwellings offered for rent and vacant",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    dwellings_vacant_over_three_months: Fact[int] = fact(
        fr="Logements vacants depuis plus de trois mois",
        en="Dwellings vacant for more than three months",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    structural_vacancy_by_year: Fact[Mapping[int, Decimal]] = fact(
        fr="Vacance structurelle par année", en="Structural vacancy by year", unit="%", provided=True, step=8
    )
    dwellings_in_service_for_a_year: Fact[int] = fact(
        fr="Logements en service depuis un an ou plus", en="Dwellings in service for a year or more", unit="dwelling", step=8, minimum=0
    )
    move_ins: Fact[int] = fact(fr="Emménagements de l’année", en="Move-ins of the year", unit="move-in", step=8, minimum=0)
    average_rent: Fact[Decimal] = fact(fr="Loyer moyen d’un logement", en="Average rent of a dwelling", unit="EUR/month", step=8, minimum=0)
    social_dwellings: Fact[int] = fact(
        fr="Logements sociaux de la commune", en="Social dwellings of the commune", unit="dwelling", step=8, minimum=0
    )
    main_residences: Fact[int] = fact(
        fr="Résidences principales de la commune", en="Main residences of the commune", unit="dwelling", step=8, minimum=0
    )
