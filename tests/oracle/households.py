"""
Random households for the oracle: one to eight persons, all zones, ages, incomes and rents on either side of each threshold.

The same draw serves any day: ages are counted back from it, amounts stand around the figures in force on it.

A few households (about one in a hundred each) touch a known defect of the oracle on purpose.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final

from domain.calendar import days, shift, whole_years, years
from domain.money import CENT, round_half_up

COMMUNES: Final = {
    "PARIS_AND_ADJOINING": ("75056", "92024", "92040", "92044", "93001", "93048", "93066", "94033", "94041", "94080"),
    "ILE_DE_FRANCE": ("77288", "78646", "91228", "92050", "93008", "94028", "95127"),
    "OTHER_REGIONS": ("13055", "31555", "33063", "35238", "44109", "59350", "67482", "69123", "2A004"),
}
UNKNOWN_TO_THE_ORACLE: Final = ("92012", "75101", "75112", "75120")  # defect 3: Boulogne-Billancourt, the arrondissements of Paris
APL_ZONES: Final = ("ZONE_1", "ZONE_2", "ZONE_3")
PART_OF_A_DWELLING: Final = ("FLATSHARE", "FLATSHARE", "ROOM", "ROOM_OF_ELDERLY_OR_DISABLED")
AROUND: Final = (Decimal(-1), -CENT, Decimal(0), CENT, Decimal(1))


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a household."""

    role: str
    born_on: date
    dependant: bool
    disabled: bool = False
    disability_card: bool = False


@dataclass(frozen=True, slots=True)
class Incomes:
    """The reference tax incomes of a tax household: of the year before last, and of last year."""

    n2: Decimal
    n1: Decimal


@dataclass(frozen=True, slots=True)
class Sample:
    """
    A household on a day.

    Args:
        others: the incomes of a second tax household, that of the spouse.
    """

    as_of: date
    members: tuple[Member, ...]
    commune: str
    rent_zone: str
    occupancy: str
    rent: Decimal = Decimal(500)
    benefit_resources: Decimal = Decimal(0)
    incomes: Incomes = Incomes(Decimal(0), Decimal(0))
    others: Incomes | None = None

    def age(self, member: Member) -> int:
        """Return the whole years of *member* on the day."""
        return whole_years(member.born_on, self.as_of)

    @property
    def n2(self) -> Decimal:
        """The income of the year before last, of all tax households."""
        return self.incomes.n2 + (self.others.n2 if self.others else 0)

    @property
    def n1(self) -> Decimal:
        """The income of last year, of all tax households."""
        return self.incomes.n1 + (self.others.n1 if self.others else 0)


def drawn(random: Random, as_of: date) -> Iterator[Sample]:
    """Yield households without end, their amounts still to be drawn."""
    while True:
        special = random.random()
        members = tuple(_members(random, as_of))
        commune = random.choice(COMMUNES[random.choice(tuple(COMMUNES))])
        if special < 0.01:
            commune = random.choice(UNKNOWN_TO_THE_ORACLE)
        elif special < 0.02:
            members = (replace(members[0], disabled=True, disability_card=True), *members[1:])
        elif special < 0.03:
            members = tuple(_couple_with_grown_child(random, as_of))
        elif special < 0.04 and members[-1].role == "CHILD":
            members = (*members[:-1], replace(members[-1], born_on=_born(random, as_of, random.randint(21, 24))))
        small = len(members) <= 2 and random.random() < 0.25
        occupancy = random.choice(PART_OF_A_DWELLING) if small else "WHOLE_DWELLING"
        yield Sample(as_of, members, commune, random.choice(APL_ZONES), occupancy)


def _members(random: Random, as_of: date) -> Iterator[Member]:
    size = random.randint(1, 8)
    couple = size > 1 and random.random() < 0.6
    first = random.randint(18, 37) if size == 2 else random.randint(20, 75)
    yield Member("APPLICANT", _born(random, as_of, first), dependant=False, disabled=random.random() < 0.05)
    if couple:
        second = 55 - first + random.randint(-1, 1) if size == 2 and random.random() < 0.8 else random.randint(20, 75)
        yield Member("SPOUSE", _born(random, as_of, second), dependant=False)
    for _ in range(size - 1 - couple):
        last_day_under_21 = random.random() < 0.1
        born_on = shift(shift(as_of, days(1)), years(-21)) if last_day_under_21 else _born(random, as_of, random.randint(0, 20))
        yield Member("CHILD", born_on, dependant=True)


def _couple_with_grown_child(random: Random, as_of: date) -> Iterator[Member]:
    for role in ("APPLICANT", "SPOUSE"):
        yield Member(role, _born(random, as_of, random.randint(40, 70)), dependant=False)
    born_on = shift(as_of, years(-21)) if random.random() < 0.5 else _born(random, as_of, random.randint(21, 35))
    yield Member("CHILD", born_on, dependant=False)


def _born(random: Random, as_of: date, age: int) -> date:
    """Return a day of birth that makes somebody *age* years old, often on its birthday or on the eve of the next."""
    return shift(shift(as_of, years(-age)), days(-random.choice((0, random.randint(1, 363), 364))))


def with_amounts(random: Random, sample: Sample, figures: Mapping[str, Decimal]) -> Sample:
    """Return *sample* with incomes, resources and rent around *figures*: the values of our calculations by name."""
    couple = len(sample.members) > 1 and sample.members[1].role == "SPOUSE"
    others = Incomes(Decimal(9000), Decimal(9000)) if couple and random.random() < 0.02 else None
    resources = (
        figures["apl_resource_allowance"] + random.choice(AROUND),
        12 * figures["rls_income_ceiling"] + random.choice(AROUND),
        Decimal(random.randint(0, 6_000_000)) / 100,
        Decimal(random.randint(0, 1_500_000)) / 100,
    )
    return replace(
        sample,
        incomes=_incomes(random, figures),
        others=others,
        benefit_resources=random.choice(resources),
        rent=_rent(random, figures, sample.rent_zone),
    )


def _incomes(random: Random, figures: Mapping[str, Decimal]) -> Incomes:
    """Return incomes around a ceiling, or a drop of about 10 %."""
    ceiling = figures[random.choice(("plai_ceiling", "plus_ceiling"))]
    delta = random.choice([each for each in AROUND if each])
    tenth = round_half_up(ceiling / 9)
    kind = random.random()
    if kind < 0.3:  # no drop
        n2 = ceiling + random.choice(AROUND)
        return Incomes(n2, n2)
    if kind < 0.5:  # a drop of about a tenth, to about the ceiling
        return Incomes(10 * tenth, 9 * tenth + delta)
    if kind < 0.7:  # a great drop, to about the ceiling
        return Incomes(2 * ceiling, ceiling + delta)
    if kind < 0.71:
        return random.choice((Incomes(10 * tenth, 9 * tenth), Incomes(2 * ceiling, ceiling)))
    return Incomes(Decimal(random.randint(0, 90_000)), Decimal(random.randint(0, 90_000)))


def _rent(random: Random, figures: Mapping[str, Decimal], zone: str) -> Decimal:
    """Return a rent around the ceiling, a threshold of the rent rate, or where the benefit is reduced or stops; or any."""
    ceiling, reference = figures["apl_rent_ceiling"], figures["apl_reference_rent"]
    reduced, stopped = (Decimal("3.4"), Decimal(4)) if zone == "ZONE_1" else (Decimal("2.5"), Decimal("3.1"))
    threshold = random.choice((ceiling, reference * Decimal("0.45"), reference * Decimal("0.75"), ceiling * reduced, ceiling * stopped))
    around = round_half_up(threshold, CENT) + random.choice(AROUND)
    between = round_half_up(ceiling * (reduced + (stopped - reduced) * Decimal(random.random())), CENT)
    any_rent = Decimal(random.randint(5_000, 120_000)) / 100
    return random.choices((around, between, any_rent), (5, 1, 4))[0]


def question(sample: Sample) -> dict[str, Any]:
    """Return a household as the oracle reads it: ages in whole years, which it would count in mean years of 365.2425 days."""
    ages = [whole_years(each.born_on, sample.as_of) for each in sample.members]
    return {
        "persons": [
            {"role": each.role, "age": age, "disabled": each.disabled or each.disability_card}
            for each, age in zip(sample.members, ages, strict=True)
        ],
        "tax_households": [_plain(sample.incomes), _plain(sample.others) if sample.others else None],
        "benefit_resources": float(sample.benefit_resources),
        "commune": sample.commune,
        "rent_zone": sample.rent_zone,
        "rent": float(sample.rent),
        "occupancy": sample.occupancy,
    }


def _plain(incomes: Incomes) -> dict[str, float]:
    return {"n2": float(incomes.n2), "n1": float(incomes.n1)}
