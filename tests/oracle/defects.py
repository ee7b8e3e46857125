"""
The known defects of the oracle: what each one spoils, and when. What it spoils is left out of the comparison, and counted.

Each has a case of its own under ``tests/rules/cases``, with the value that the text gives.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from tests.oracle.households import UNKNOWN_TO_THE_ORACLE, Sample

PLAI = frozenset({"plai_ceiling", "is_eligible_for_plai"})
CEILINGS = PLAI | {"plus_ceiling"}
ELIGIBILITY = frozenset({"is_eligible_for_plai"})


class Defect(Enum):
    """A defect: its number, what it is, the variables it spoils."""

    PARIS_CATEGORY_2 = 1, "PLAI ceiling of Paris, category 2, in 2022: 218805 for 21805", PLAI
    PLAI_FROZEN = 2, "PLAI ceilings end in 2022 and stand for later years", PLAI
    COMMUNES = 3, "Boulogne-Billancourt and the arrondissements of Paris lie in no zone of their own", CEILINGS | {"ceiling_zone"}
    DISABILITY_CARD = 4, "a disability card raises no category", CEILINGS
    GROWN_CHILD = (
        5,
        "a couple of more than 55 years with a grown child who is no dependant is category 6",
        CEILINGS | {"household_category"},
    )
    STRICT_COMPARISONS = 6, "a drop of exactly 10 %, or to exactly the ceiling, is refused", ELIGIBILITY
    TAX_DEPENDANT = 7, "dependants under the tax code are those of the benefit", CEILINGS | {"household_category"}
    SECOND_TAX_HOUSEHOLD = 7, "one tax household alone is read, that of the applicant", ELIGIBILITY
    CATEGORY_4_IN_2020 = 8, "PLUS ceiling of other regions, category 4, begins on 2 January 2020", frozenset({"plus_ceiling"})

    def __init__(self, number: int, words: str, spoils: frozenset[str]) -> None:
        self.number = number
        self.words = words
        self.spoils = spoils

    def touches(self, sample: Sample, ours: Mapping[str, Any]) -> bool:
        """Tell whether this defect may spoil the oracle's answers on *sample*, of which our rules say *ours*."""
        match self:
            case Defect.PARIS_CATEGORY_2:
                return sample.as_of.year == 2022 and ours["household_category"] == 2
            case Defect.PLAI_FROZEN:
                return sample.as_of.year > 2022
            case Defect.COMMUNES:
                return sample.commune in UNKNOWN_TO_THE_ORACLE
            case Defect.DISABILITY_CARD:
                return any(each.disability_card for each in sample.members)
            case Defect.GROWN_CHILD:
                return any(each.role == "CHILD" and not each.dependant for each in sample.members)
            case Defect.STRICT_COMPARISONS:
                return 10 * sample.n1 == 9 * sample.n2 or sample.n1 == ours["plai_ceiling"]
            case Defect.TAX_DEPENDANT:
                return any(each.dependant and sample.age(each) >= 21 for each in sample.members)
            case Defect.SECOND_TAX_HOUSEHOLD:
                return sample.others is not None
            case Defect.CATEGORY_4_IN_2020:
                return sample.as_of == date(2020, 1, 1) and ours["household_category"] == 4
        return False


def spoiling(sample: Sample, ours: Mapping[str, Any]) -> dict[str, Defect]:
    """Return the variables on which the oracle is known to be wrong about *sample*, each with the first defect that spoils it."""
    found: dict[str, Defect] = {}
    for defect in Defect:
        if defect.touches(sample, ours):
            found |= dict.fromkeys(defect.spoils - found.keys(), defect)
    return found
