"""
The buildings of an operation and their dwellings.

Form step: 2, as for an operation.
"""

from datetime import date
from decimal import Decimal

from domain.dwelling_letting import DwellingLetting
from domain.energy import EnergyPerformance
from domain.facts import Fact, fact, milestone
from domain.subjects import Parts, Subject, parts
from domain.text import text


class Dwelling(DwellingLetting, Subject, title=text(fr="Logement", en="Dwelling")):
    """One dwelling of a building."""

    occupied: Fact[bool] = fact(fr="Occupé", en="Occupied", step=2)
    secured_on: Fact[date | None] = milestone(fr="Neutralisation du logement libéré", en="Vacated dwelling secured", step=6)
    living_area: Fact[Decimal] = fact(fr="Surface habitable", en="Living area", unit="m2", step=2, minimum=0)
    annex_area: Fact[Decimal] = fact(fr="Surface des annexes", en="Area of the annexes", unit="m2", step=2, minimum=0)


class Building(EnergyPerformance, Subject, title=text(fr="Bâtiment", en="Building")):
    """One building of an operation."""

    floor_area: Fact[Decimal] = fact(fr="Surface de plancher", en="Floor area", unit="m2", step=2, minimum=0)
    first_permit_granted_on: Fact[date] = fact(
        fr="Date du permis de construire d’origine", en="Date of the original building permit", step=2, minimum=date(1500, 1, 1), past=True
    )
    construction_year: Fact[int] = fact(fr="Année de construction", en="Year of construction", unit="calendar year", step=2, minimum=1000)
    collective: Fact[bool] = fact(fr="Bâtiment collectif", en="Block of dwellings", step=2)
    attached_houses: Fact[bool] = fact(
        fr="Maisons accolées, superposées, contiguës à un local d’activité ou en secteur de bruit classé",
        en="Houses joined, stacked, next to business premises or in an area classed as noisy",
        step=2,
    )
    highest_floor_height: Fact[Decimal] = fact(
        fr="Hauteur du plancher du dernier niveau au-dessus du sol",
        en="Height of the highest floor above ground",
        unit="m",
        step=2,
        minimum=0,
    )
    public_access_category: Fact[int | None] = fact(
        fr="Catégorie d’établissement recevant du public, s’il en est un",
        en="Category of building open to the public, if it is one",
        unit="category",
        step=2,
        minimum=1,
        maximum=5,
    )
    special_structure: Fact[bool] = fact(fr="Structure ou fondations particulières", en="Special structure or foundations", step=2)
    asbestos_found: Fact[bool] = fact(fr="Amiante repéré", en="Asbestos found", step=2)
    volume_division: Fact[bool] = fact(fr="Division en volumes", en="Divided into volumes", step=2)
    co_ownership: Fact[bool] = fact(fr="En copropriété", en="In co-ownership", step=2)
    parking_division: Fact[bool] = fact(fr="Stationnements en lots distincts", en="Parking divided into lots", step=2)
    state_aided: Fact[bool] = fact(fr="Construit avec l’aide de l’État", en="Built with State aid", step=2)
    dwellings_complete: Fact[bool] = fact(fr="Tous les logements sont indiqués", en="All dwellings are listed", step=2)
    dwellings: Parts[Dwelling] = parts(fr="Logements", en="Dwellings", complete=dwellings_complete)
