"""Our own answers about a household of the oracle."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from decimal import Decimal
from functools import cache
from typing import Any
from unittest.mock import patch

import anyio

from domain.funding import FundingProduct
from domain.households import Household
from domain.money import EURO, round_down, round_half_up
from domain.persons import Custody, Person, Role, TaxSituation
from domain.proposed_dwellings import Occupancy
from domain.registries.ceiling_zones import CeilingZoneTable
from domain.zones import CeilingZone, RentZone
from rules.calculations import benefit_rents, housing_benefit
from rules.engine.plan import UnitKind
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from tests.oracle.comparison import agree
from tests.oracle.households import Sample

HAIR = Decimal("1e-9")


@cache
def rule_set() -> RuleSet:
    """Return the rules of households, compiled once."""
    return load_rule_sets()["household"]


@cache
def slots() -> Mapping[str, int]:
    """Return the place of each calculation of a household, by its name."""
    units = (unit for unit in rule_set().plan.units if unit.kind is UnitKind.CALCULATION and not unit.hidden)
    return {unit.id.rpartition(".")[2]: unit.slot for unit in units if unit.type == Household.type_name}


def zones(samples: Sequence[Sample]) -> list[CeilingZone]:
    """Return the zone of each household's commune, from the table that comes with the program."""
    found = anyio.run(CeilingZoneTable().fetch, [{"commune": each.commune} for each in samples])
    return [each.value for each in found]


def answers(sample: Sample, zone: CeilingZone) -> dict[str, Any]:
    """Return what our rules say of *sample*, by name; a value that stays unknown is an error of the sample."""
    block = rule_set().run(household(sample, zone), sample.as_of).block
    found = {name: block[slot] for name, slot in slots().items()}
    found |= {"ceiling_zone": zone.name, "is_eligible_for_plai": FundingProduct.PLAI in found["eligible_products"]}
    return found


def is_decided_by_a_hair(sample: Sample, zone: CeilingZone) -> bool:
    """Tell whether something of *sample* is rounded from the exact half or whole amount: a hair lower, an answer would be another."""
    lower = _answers_a_hair_lower(sample, zone)
    return any(not agree(name, value, lower[name]) for name, value in answers(sample, zone).items())


def _answers_a_hair_lower(sample: Sample, zone: CeilingZone) -> dict[str, Any]:
    with ExitStack() as patches:
        for module in (benefit_rents, housing_benefit):
            patches.enter_context(patch.object(module, "round_half_up", _round_half_up_a_hair_lower))
        patches.enter_context(patch.object(housing_benefit, "round_down", _round_down_a_hair_lower))
        return answers(sample, zone)


def _round_half_up_a_hair_lower(amount: Decimal, step: Decimal = EURO) -> Decimal:
    return round_half_up(amount - HAIR, step)


def _round_down_a_hair_lower(amount: Decimal, step: Decimal = EURO) -> Decimal:
    return round_down(amount - HAIR, step)


def household(sample: Sample, zone: CeilingZone) -> Household:
    """Return the facts of *sample*; the income of each tax household stands on its first person."""
    incomes: dict[int, Decimal] = {0: sample.incomes.n2} | ({1: sample.others.n2} if sample.others else {})
    persons = tuple(
        Person(
            role=Role[each.role],
            custody=Custody.FULL,
            born_on=each.born_on,
            dependant=each.dependant,
            disabled=each.disabled,
            disability_card=each.disability_card,
            tax_situation=TaxSituation.OWN_NOTICE,
            reference_tax_income=incomes.get(place),
        ).keyed(str(place))
        for place, each in enumerate(sample.members)
    )
    return Household(
        persons_complete=True,
        persons=persons,
        recent_income=sample.n1,
        ceiling_zone=zone,
        rent_zone=RentZone[sample.rent_zone],
        occupancy=Occupancy[sample.occupancy],
        under_apl_convention=True,
        rent=sample.rent,
        benefit_resources=sample.benefit_resources,
    )
