"""
What replaces the dwellings that are pulled down, and how the landlord's stock changes.

Form step: 6, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import FactGroup


class Reconstitution(FactGroup):
    """What replaces the dwellings that are pulled down."""

    dwellings_demolished: Fact[int] = fact(fr="Logements démolis", en="Dwellings demolished", unit="dwelling", step=6, minimum=0)
    dwellings_rebuilt: Fact[int] = fact(fr="Logements reconstruits", en="Dwellings rebuilt", unit="dwelling", step=6, minimum=0)
    reconstitution_target: Fact[Decimal] = fact(
        fr="Part de l’offre à reconstruire", en="Share of the supply to be rebuilt", unit="ratio", step=6, minimum=0
    )
    plai_dwellings_rebuilt: Fact[int] = fact(
        fr="Logements reconstruits en PLAI", en="Dwellings rebuilt with PLAI", unit="dwelling", step=6, minimum=0
    )
    dwellings_rebuilt_elsewhere: Fact[int] = fact(
        fr="Logements reconstruits hors quartier prioritaire",
        en="Dwellings rebuilt outside priority neighbourhoods",
        unit="dwelling",
        step=6,
        minimum=0,
    )
    dwellings_built: Fact[int] = fact(fr="Logements construits", en="Dwellings built", unit="dwelling", step=6, minimum=0)
    dwellings_acquired: Fact[int] = fact(fr="Logements acquis", en="Dwellings acquired", unit="dwelling", step=6, minimum=0)
    dwellings_sold: Fact[int] = fact(fr="Logements vendus", en="Dwellings sold", unit="dwelling", step=6, minimum=0)
