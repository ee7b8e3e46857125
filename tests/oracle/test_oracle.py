"""The comparison with the oracle, as far as it can be tried without it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from domain.calendar import whole_years
from domain.registries.ceiling_zones import CeilingZoneTable
from domain.zones import CeilingZone
from tests.oracle import inside
from tests.oracle.__main__ import households
from tests.oracle.comparison import Tally, agree
from tests.oracle.defects import Defect, spoiling
from tests.oracle.households import APL_ZONES, UNKNOWN_TO_THE_ORACLE, Incomes, Member, Sample, drawn, question
from tests.oracle.outside import PROGRAM

REPOSITORY = Path(__file__).parents[2]
DAY = date(2026, 10, 1)
LONE = Sample(
    DAY,
    (Member("APPLICANT", date(1980, 1, 1), dependant=False),),
    "35238",
    "ZONE_2",
    "WHOLE_DWELLING",
    incomes=Incomes(Decimal(1000), Decimal(1000)),
)


def test_only_the_program_that_runs_apart_imports_openfisca() -> None:
    files = [
        path for folder in ("api", "domain", "rules", "tracing", "tests", "benchmarks") for path in (REPOSITORY / folder).rglob("*.py")
    ]
    importing = [path for path in files if re.search(r"^\s*(from|import) openfisca", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert importing == [PROGRAM]


def test_the_same_seed_draws_the_same_households() -> None:
    assert list(islice(households(7, DAY, Tally()), 20)) == list(islice(households(7, DAY, Tally()), 20))


def test_a_household_that_a_hair_decides_is_drawn_anew_and_counted() -> None:
    half = replace(LONE, rent=Decimal("205.57"))  # a rent rate of 0.001125, before it is rounded to five decimals
    assert inside.is_decided_by_a_hair(half, CeilingZone.OTHER_REGIONS)
    assert not inside.is_decided_by_a_hair(replace(half, rent=Decimal("205.56")), CeilingZone.OTHER_REGIONS)
    tally = Tally()
    samples = list(islice(households(1, DAY, tally), 100))
    assert tally.drawn_anew > 0
    assert not any(inside.is_decided_by_a_hair(*each) for each in zip(samples, inside.zones(samples), strict=True))


def test_households_have_one_to_eight_persons_in_all_zones_on_either_side_of_each_age() -> None:
    samples = list(islice(drawn(Random(1), DAY), 500))
    assert {len(each.members) for each in samples} == set(range(1, 9))
    assert {each.rent_zone for each in samples} == set(APL_ZONES)
    assert {zone.name for zone in inside.zones(samples)} == set(CeilingZone.__members__)
    pairs = Counter(sum(whole_years(each.born_on, DAY) for each in sample.members) for sample in samples if len(sample.members) == 2)
    assert min(pairs[54], pairs[55], pairs[56]) > 0
    children = {whole_years(each.born_on, DAY) for sample in samples for each in sample.members if each.role == "CHILD"}
    assert {20, 21} <= children


def test_a_household_is_asked_about_in_whole_years_and_plain_numbers() -> None:
    assert question(LONE) == {
        "persons": [{"role": "APPLICANT", "age": 46, "disabled": False}],
        "tax_households": [{"n2": 1000.0, "n1": 1000.0}, None],
        "benefit_resources": 0.0,
        "commune": "35238",
        "rent_zone": "ZONE_2",
        "rent": 500.0,
        "occupancy": "WHOLE_DWELLING",
    }


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "same"),
    [
        ("apl_net", Decimal(153), 153.01, True),
        ("apl_net", Decimal(153), 153.02, False),
        ("apl_gross", Decimal("446.25"), 446.23999999999996, True),
        ("apl_rent_rate", Decimal("0.00305"), 0.00304, False),
        ("household_category", 3, 3, True),
        ("household_category", 3, 2, False),
        ("is_couple", True, 1, True),
        ("ceiling_zone", "OTHER_REGIONS", "ILE_DE_FRANCE", False),
    ],
)
def test_amounts_agree_within_a_cent_and_all_else_exactly(name: str, ours: object, theirs: object, same: bool) -> None:
    assert agree(name, ours, theirs) is same


def test_what_a_known_defect_spoils_is_left_out_and_counted() -> None:
    sample = replace(LONE, commune="92012")
    ours = {"household_category": 1, "ceiling_zone": "PARIS_AND_ADJOINING", "plai_ceiling": Decimal(14811), "apl_net": Decimal(153)}
    theirs = {"household_category": 1, "ceiling_zone": "ILE_DE_FRANCE", "plai_ceiling": 13378.0, "apl_net": 150.0}
    tally = Tally()
    tally.add(sample, ours, theirs)
    assert tally.left_out == {Defect.PLAI_FROZEN: 1, Defect.COMMUNES: 1}
    assert tally.compared == {"household_category": 1, "apl_net": 1}
    assert [(each.name, each.ours, each.theirs) for each in tally.differences] == [("apl_net", Decimal(153), 150.0)]


def test_a_defect_of_a_day_spoils_that_day_only() -> None:
    def spoilt(day: date, category: int) -> set[Defect]:
        sample = replace(LONE, as_of=day)
        return set(spoiling(sample, {"household_category": category, "plai_ceiling": Decimal(1)}).values())

    assert spoilt(date(2020, 1, 1), 4) == {Defect.CATEGORY_4_IN_2020}
    assert spoilt(date(2020, 1, 2), 4) == set()
    assert spoilt(date(2021, 12, 31), 2) == set()
    assert spoilt(date(2022, 1, 1), 2) == {Defect.PARIS_CATEGORY_2}
    assert spoilt(date(2022, 12, 31), 3) == set()
    assert spoilt(date(2023, 1, 1), 3) == {Defect.PLAI_FROZEN}


@pytest.mark.parametrize(
    ("sample", "defect"),
    [
        (replace(LONE, members=(replace(LONE.members[0], disability_card=True),)), Defect.DISABILITY_CARD),
        (replace(LONE, members=(*LONE.members, Member("CHILD", date(2001, 1, 1), dependant=False))), Defect.GROWN_CHILD),
        (replace(LONE, members=(*LONE.members, Member("CHILD", date(2005, 10, 1), dependant=True))), Defect.TAX_DEPENDANT),
        (replace(LONE, incomes=Incomes(Decimal(1000), Decimal(900))), Defect.STRICT_COMPARISONS),
        (replace(LONE, incomes=Incomes(Decimal(30000), Decimal(14811))), Defect.STRICT_COMPARISONS),
        (replace(LONE, others=Incomes(Decimal(1), Decimal(1))), Defect.SECOND_TAX_HOUSEHOLD),
        (replace(LONE, commune="75101"), Defect.COMMUNES),
    ],
)
def test_a_household_touches_a_defect_by_what_it_is(sample: Sample, defect: Defect) -> None:
    ours = {"household_category": 1, "plai_ceiling": Decimal(14811)}
    assert [each for each in Defect if each.touches(sample, ours)] == sorted({Defect.PLAI_FROZEN, defect}, key=list(Defect).index)


async def test_communes_unknown_to_the_oracle_lie_in_the_zone_of_paris() -> None:
    found = await CeilingZoneTable().fetch([{"commune": each} for each in UNKNOWN_TO_THE_ORACLE])
    assert {each.value for each in found} == {CeilingZone.PARIS_AND_ADJOINING}
