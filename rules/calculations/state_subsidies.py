"""The State's subsidies: base and rate for new supply (arrêté of 5 May 1995), instalments, demolition, change of use."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.costs import NewUse, SubsidyCase
from domain.money import round_half_up
from domain.operations import Operation
from domain.text import text
from domain.zones import RentZone
from rules.engine.declare import Confidence, calculation
from rules.sources.costs import DEMOLITION_SUBSIDIES, PALULOS_INSTALMENTS, SUBSIDY_BASE, SUBSIDY_RATES
from rules.vocabulary.operations import (
    changes_the_use_of_a_building,
    is_demolition,
    is_palulos_rehabilitation,
    is_subsidised_supply,
    palulos_is_being_paid,
)

TITLE = text(fr="Subventions de l’État", en="State subsidies")

# From the next day on the amount is capped a dwelling (décret 2022-1256), and PLAI acquisitions no longer are.
FORMULA_ENDS = date(2022, 9, 27)


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Coefficient de structure (subvention)", en="Structure coefficient (subsidy)"),
    unit="coefficient",
    source=SUBSIDY_BASE,
    until=FORMULA_ENDS,
)
def subsidy_structure_coefficient(
    dwellings: int, usable_area: Decimal, subsidy_structure_factor: Decimal, subsidy_structure_area: int
) -> Decimal | None:
    """Return 0.777 × (1 + 20 × dwellings / usable area), rounded to four decimals; none without any area. The rent has 0.77."""
    if not usable_area:
        return None
    return round_half_up(subsidy_structure_factor * (1 + subsidy_structure_area * dwellings / usable_area), Decimal("0.0001"))


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Garages retenus", en="Garages that count"),
    unit="garage",
    source=SUBSIDY_BASE,
    until=FORMULA_ENDS,
)
def garages_retained(garages: int, dwellings: int, hostel: bool, garages_per_dwelling: Mapping[str, Decimal]) -> int:
    """Count the garages, at most one a dwelling, or one for two in a hostel."""
    return min(garages, int(dwellings * garages_per_dwelling["HOSTEL" if hostel else "HOUSING"]))


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Assiette de subvention", en="Subsidy base"),
    unit="EUR",
    source=SUBSIDY_BASE,
    until=FORMULA_ENDS,
)
def subsidy_base(
    base_value: Decimal,
    subsidy_structure_coefficient: Decimal | None,
    usable_area: Decimal,
    subsidy_increase: Decimal,
    subsidy_increase_cap: Decimal,
    garage_flat_cost: Decimal,
    garages_retained: int,
) -> Decimal:
    """Return VB × CS × SU × (1 + CM) + CFG × garages, the increase CM within its cap."""
    coefficient = subsidy_structure_coefficient or Decimal(0)
    increase = min(subsidy_increase, subsidy_increase_cap)
    return base_value * coefficient * usable_area * (1 + increase) + garage_flat_cost * garages_retained


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Taux de subvention retenu", en="Subsidy rate applied"),
    unit="ratio",
    source=SUBSIDY_RATES,
    until=FORMULA_ENDS,
)
def subsidy_rate_retained(subsidy_rate: Decimal, subsidy_case: SubsidyCase, subsidy_maximum_rates: Mapping[str, Decimal]) -> Decimal:
    """Return the rate asked for, at most that of the case."""
    return min(subsidy_rate, subsidy_maximum_rates[subsidy_case.name])


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Montant de la subvention de l’État", en="Amount of the State subsidy"),
    unit="EUR",
    source=SUBSIDY_RATES,
    until=FORMULA_ENDS,
    note=text(fr="Le taux du PLAI n’a pas été trouvé.", en="The rate of PLAI was not found."),
)
def state_subsidy(subsidy_base: Decimal, subsidy_rate_retained: Decimal) -> Decimal:
    """Multiply base and rate."""
    return subsidy_base * subsidy_rate_retained


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Plafond du coût d’acquisition en PLAI", en="Cap of the acquisition cost with PLAI"),
    unit="EUR",
    source=SUBSIDY_BASE,
    until=FORMULA_ENDS,
)
def plai_acquisition_cap(base_value: Decimal, usable_area: Decimal, rent_zone: RentZone, plai_acquisition_share: Decimal) -> Decimal | None:
    """Return a share of VB × SU in zones 2 and 3; none elsewhere."""
    return plai_acquisition_share * base_value * usable_area if rent_zone in {RentZone.ZONE_2, RentZone.ZONE_3} else None


@calculation(
    of=Operation,
    when=is_palulos_rehabilitation,
    title=text(fr="Acompte de démarrage", en="First instalment"),
    unit="EUR",
    source=PALULOS_INSTALMENTS,
)
def palulos_first_instalment(subsidy_amount: Decimal, palulos_first_instalment_share: Decimal) -> Decimal:
    """Return the share of the subsidy that may be paid when the works start."""
    return palulos_first_instalment_share * subsidy_amount


@calculation(
    of=Operation,
    when=is_palulos_rehabilitation,
    title=text(fr="Plafond des acomptes", en="Cap of the instalments"),
    unit="EUR",
    source=PALULOS_INSTALMENTS,
)
def palulos_instalments_cap(subsidy_amount: Decimal, palulos_instalments_share: Decimal) -> Decimal:
    """Return the share that may be paid before the final cost is known."""
    return palulos_instalments_share * subsidy_amount


@calculation(
    of=Operation,
    when=palulos_is_being_paid,
    title=text(fr="Subvention déjà versée", en="Subsidy already paid"),
    unit="EUR",
    source=PALULOS_INSTALMENTS,
    confidence=Confidence.DERIVED,
)
def palulos_paid(subsidy_amount: Decimal, instalments_paid: Decimal) -> Decimal:
    """Return what the instalments paid so far come to, from their share in percent."""
    return subsidy_amount * instalments_paid / 100


@calculation(
    of=Operation,
    when=palulos_is_being_paid,
    title=text(fr="Subvention restant à verser", en="Subsidy left to pay"),
    unit="EUR",
    source=PALULOS_INSTALMENTS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="Le solde est arrêté sur le coût définitif : il peut être moindre.",
        en="The balance is fixed on the final cost: it may be less.",
    ),
)
def palulos_left_to_pay(subsidy_amount: Decimal, palulos_paid: Decimal) -> Decimal:
    """Return what is left of the subsidy that was decided."""
    return subsidy_amount - palulos_paid


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Plafond de la subvention de démolition", en="Cap of the demolition subsidy"),
    unit="EUR",
    source=DEMOLITION_SUBSIDIES,
    note=text(fr="Ancien régime de l’État, avant l’ANRU.", en="Old State scheme, before the renewal agency."),
)
def demolition_subsidy_cap(demolition_base: Decimal, demolition_subsidy_share: Decimal) -> Decimal:
    """Return a share of the base."""
    return demolition_subsidy_share * demolition_base


@calculation(
    of=Operation,
    when=changes_the_use_of_a_building,
    title=text(fr="Plafond de la subvention de changement d’usage", en="Cap of the change-of-use subsidy"),
    unit="EUR",
    source=DEMOLITION_SUBSIDIES,
    note=text(fr="Ancien régime de l’État, avant l’ANRU.", en="Old State scheme, before the renewal agency."),
)
def change_of_use_subsidy_cap(
    change_of_use_works: Decimal, new_use: NewUse, change_of_use_subsidy_shares: Mapping[str, Decimal]
) -> Decimal:
    """Return a share of the works, lower for a public activity."""
    return change_of_use_subsidy_shares[new_use.name] * change_of_use_works
