"""What a tenant may be asked to contribute to works that save energy: CCH L442-3 and arrêté of 23 November 2009."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.calendar import days, shift_all, years
from domain.operations import Operation
from domain.text import text
from domain.zones import ClimateZone
from rules.engine.declare import calculation
from rules.sources.conventions import ENERGY_CONTRIBUTION
from rules.vocabulary.projects import has_energy_contribution, may_ask_for_flat_contribution

TITLE = text(fr="Contribution aux économies d’énergie", en="Contribution to energy savings")


@calculation(
    of=Dwelling,
    when=has_energy_contribution,
    title=text(fr="Plafond de la contribution aux économies de charges", en="Cap of the energy-savings contribution"),
    unit="EUR/month",
    source=ENERGY_CONTRIBUTION,
    note=text(fr="Montant fixe, pendant 15 ans au plus.", en="A fixed amount, for 15 years at most."),
)
def energy_contribution_cap(yearly_energy_saving: Decimal, energy_contribution_share: Decimal) -> Decimal:
    """Return a share of a twelfth of the yearly saving."""
    return energy_contribution_share * yearly_energy_saving / 12


@calculation(
    of=Dwelling,
    when=may_ask_for_flat_contribution,
    title=text(fr="Contribution forfaitaire aux économies de charges", en="Flat energy-savings contribution"),
    unit="EUR/month",
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="Bâtiment d’avant 1948 ; le texte y ajoute le bailleur de trois logements au plus, que le dossier ne dit pas.",
        en="Building of before 1948; the text adds the landlord of three dwellings at most, which the file does not tell.",
    ),
)
def energy_contribution_flat(main_rooms: int, energy_contribution_flat_amounts: Mapping[str, Decimal]) -> Decimal:
    """Read the amount by number of main rooms, the last line standing for more."""
    return energy_contribution_flat_amounts[str(min(main_rooms, len(energy_contribution_flat_amounts)))]


@calculation(
    of=Operation,
    when=has_energy_contribution,
    title=text(fr="Dernier jour de la contribution aux économies d’énergie", en="Last day of the energy-savings contribution"),
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="Quinze ans de la contribution elle-même, donc de son début (déduit). L’avis du mois civil qui suit la fin des travaux est le "
        "premier qui peut la porter (R442-25) ; aucun texte trouvé ne fait courir la durée de ce mois.",
        en="Fifteen years of the contribution itself, so from its start (derived). The rent notice of the calendar month after the works "
        "end is the first that may bear it (R442-25); no text that was found counts the years from that month.",
    ),
)
def energy_contribution_last_day(energy_contribution_started_on: date | None) -> date | None:
    """Return the last day of fifteen years, the first day included; none before it has begun."""
    return None if energy_contribution_started_on is None else shift_all(energy_contribution_started_on, (days(-1), years(15)))


@calculation(
    of=Building,
    when=has_energy_contribution,
    title=text(fr="Consommation maximale après travaux", en="Maximum consumption after works"),
    unit="kWh/m2/year",
    source=ENERGY_CONTRIBUTION,
)
def energy_consumption_limit(
    climate_zone: ClimateZone,
    altitude: Decimal,
    energy_consumption_base: int,
    climate_zone_coefficients: Mapping[str, Decimal],
    altitude_coefficients: Mapping[str, Decimal],
) -> Decimal:
    """Return 150 × (a + b), a by climate zone, b by altitude."""
    above = [metres for metres in map(int, altitude_coefficients) if altitude > metres]
    by_altitude = altitude_coefficients[str(max(above))] if above else Decimal(0)
    return energy_consumption_base * (climate_zone_coefficients[climate_zone.name] + by_altitude)
