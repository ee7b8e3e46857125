"""
The buildings of an operation and their dwellings.

Form step: 2, as for an operation.
"""

from datetime import date
from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import Parts, Subject, parts
from domain.text import text


class Dwelling(Subject, title=text(fr="Logement", en="Dwelling")):
    """One dwelling of a building."""

    occupied: Fact[bool] = fact(fr="Occupé", en="Occupied", step=2)
    living_area: Fact[Decimal] = fact(fr="Surface habitable", en="Living area", unit="m2", step=2, minimum=0)
    annex_area: Fact[Decimal] = fact(fr="Surface des annexes", en="Area of the annexes", unit="m2", step=2, minimum=0)


class Building(Subject, title=text(fr="Bâtiment", en="Building")):
    """One building of an operation."""

    floor_area: Fact[Decimal] = fact(fr="Surface de plancher", en="Floor area", unit="m2", step=2, minimum=0)
    first_permit_granted_on: Fact[date] = fact(
        fr="Date du permis de construire d’origine", en="Date of the original building permit", step=2, minimum=date(1500, 1, 1), past=True
    )
    state_aided: Fact[bool] = fact(fr="Construit avec l’aide de l’État", en="Built with State aid", step=2)
    dwellings_complete: Fact[bool] = fact(fr="Tous les logements sont indiqués", en="All dwellings are listed", step=2)
    dwellings: Parts[Dwelling] = parts(fr="Logements", en="Dwellings", complete=dwellings_complete)
