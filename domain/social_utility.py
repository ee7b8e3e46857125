"""
What a landlord's social utility agreement (CUS) counts: dwellings approved, dwellings rehabilitated.

Form step: 2, as for a landlord.
"""

from domain.facts import Fact, fact
from domain.subjects import FactGroup


class ApprovedDwellings(FactGroup):
    """The dwellings approved in a year, by funding product."""

    plai_approved: Fact[int] = fact(fr="Logements PLAI agréés", en="PLAI dwellings approved", unit="dwelling", step=2, minimum=0)
    plus_approved: Fact[int] = fact(fr="Logements PLUS agréés", en="PLUS dwellings approved", unit="dwelling", step=2, minimum=0)
    pls_approved: Fact[int] = fact(fr="Logements PLS agréés", en="PLS dwellings approved", unit="dwelling", step=2, minimum=0)


class SocialUtility(FactGroup):
    """What the agreement under way is held against."""

    agreement_first_year: Fact[int] = fact(
        fr="Première année de la convention d’utilité sociale",
        en="First year of the social utility agreement",
        unit="calendar year",
        step=2,
        minimum=2000,
        maximum=2200,
    )
    dwellings_owned: Fact[int] = fact(fr="Logements du bailleur", en="Dwellings of the landlord", unit="dwelling", step=2, minimum=0)
    dwellings_rehabilitated: Fact[int] = fact(fr="Logements réhabilités", en="Dwellings rehabilitated", unit="dwelling", step=2, minimum=0)
