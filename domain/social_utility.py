"""
What a landlord's social utility agreement (CUS) counts: dwellings approved, dwellings renovated.

Form step: 2, as for a landlord.
"""

from domain.facts import Fact, fact
from domain.subjects import FactGroup
from domain.text import text


class YearlyDwellings(FactGroup):
    """The dwellings approved in a year, by funding product, and those renovated."""

    plai_approved: Fact[int] = fact(
        fr="Logements PLAI agréés dans l’année", en="PLAI dwellings approved in the year", unit="dwelling", step=2, minimum=0
    )
    plus_approved: Fact[int] = fact(
        fr="Logements PLUS agréés dans l’année", en="PLUS dwellings approved in the year", unit="dwelling", step=2, minimum=0
    )
    pls_approved: Fact[int] = fact(
        fr="Logements PLS agréés dans l’année", en="PLS dwellings approved in the year", unit="dwelling", step=2, minimum=0
    )
    dwellings_rehabilitated: Fact[int] = fact(
        fr="Logements réhabilités dans l’année",
        en="Dwellings renovated in the year",
        unit="dwelling",
        step=2,
        minimum=0,
        hint=text(
            fr="Ceux des opérations de réhabilitation éligibles à un prêt de la Caisse des dépôts.",
            en="Those of renovations that a loan of the Caisse des dépôts could fund.",
        ),
    )


class SocialUtility(FactGroup):
    """What the agreement under way is held against."""

    agreement_first_year: Fact[int] = fact(
        fr="Première année de la convention d’utilité sociale en cours",
        en="First year of the social utility agreement under way",
        unit="calendar year",
        step=2,
        minimum=2000,
        maximum=2200,
    )
    dwellings_owned: Fact[int] = fact(
        fr="Parc total de logements du bailleur", en="All dwellings of the landlord", unit="dwelling", step=2, minimum=0
    )
