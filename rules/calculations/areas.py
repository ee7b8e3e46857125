"""Usable areas and the structure coefficient of the rent: CCH R353-16 and the yearly rent circular."""

from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.conditions import count, total
from domain.money import round_half_up
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.occupancy import ANNEX_AREAS, USABLE_AREA
from rules.vocabulary.operations import provides_dwellings

TITLE = text(fr="Surfaces", en="Areas")


@calculation(
    of=Dwelling,
    when=provides_dwellings,
    title=text(fr="Surface annexe retenue", en="Annex area counted"),
    unit="m2",
    source=(USABLE_AREA, ANNEX_AREAS),
    note=text(
        fr="Annexes : terrasses pour 9 m² au plus, ni garage ni jardin ; à lire au tableau des surfaces.",
        en="Annexes: terraces for 9 m² at most, neither garage nor garden; to be read in the table of areas.",
    ),
)
def annex_area_retained(annex_area: Decimal, annex_area_share: Decimal) -> Decimal:
    """Return half of the annexes."""
    return annex_area * annex_area_share


@calculation(
    of=Dwelling,
    when=provides_dwellings,
    title=text(fr="Surface utile du logement", en="Usable area of the dwelling"),
    unit="m2",
    source=USABLE_AREA,
)
def usable_area_of_dwelling(living_area: Decimal, annex_area_retained: Decimal) -> Decimal:
    """Add the retained annexes to the living area."""
    return living_area + annex_area_retained


usable_area_of_building = derived(
    total(Building.dwellings, usable_area_of_dwelling),
    of=Building,
    when=provides_dwellings,
    title=text(fr="Surface utile du bâtiment", en="Usable area of the building"),
    unit="m2",
    source=USABLE_AREA,
)

living_area_of_building = derived(
    total(Building.dwellings, Dwelling.living_area),
    of=Building,
    when=provides_dwellings,
    title=text(fr="Surface habitable du bâtiment", en="Living area of the building"),
    unit="m2",
    source=USABLE_AREA,
)

living_area_of_operation = derived(
    total(Operation.buildings, living_area_of_building),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Surface habitable de l’opération", en="Living area of the operation"),
    unit="m2",
    source=USABLE_AREA,
)

dwellings_of_building = derived(
    count(Building.dwellings),
    of=Building,
    when=provides_dwellings,
    title=text(fr="Logements du bâtiment", en="Dwellings of the building"),
    unit="dwelling",
    source=USABLE_AREA,
)

usable_area = derived(
    total(Operation.buildings, usable_area_of_building),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Surface utile de l’opération", en="Usable area of the operation"),
    unit="m2",
    source=USABLE_AREA,
)

dwellings = derived(
    total(Operation.buildings, dwellings_of_building),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Logements de l’opération", en="Dwellings of the operation"),
    unit="dwelling",
    source=USABLE_AREA,
)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Coefficient de structure (loyer)", en="Structure coefficient (rent)"),
    unit="coefficient",
    source=USABLE_AREA,
)
def rent_structure_coefficient(
    dwellings: int, usable_area: Decimal, rent_structure_factor: Decimal, rent_structure_area: int
) -> Decimal | None:
    """Return 0.77 × (1 + 20 × dwellings / usable area), rounded to four decimals; none without any area."""
    if not usable_area:
        return None
    return round_half_up(rent_structure_factor * (1 + rent_structure_area * dwellings / usable_area), Decimal("0.0001"))
