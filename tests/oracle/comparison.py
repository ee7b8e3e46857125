"""Holds our answers against the oracle's: variable by variable, household by household, and counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from tests.oracle.defects import Defect, spoiling
from tests.oracle.households import Sample

EUROS: Final = Decimal("0.01")
RATES: Final = Decimal("0.000001")
RATE_NAMES: Final = frozenset({"apl_rent_ratio", "apl_rent_rate", "apl_family_rate"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A variable on which the two disagree about a household."""

    name: str
    ours: Any
    theirs: Any
    sample: Sample


@dataclass
class Tally:
    """How often the two agree, by variable; what was left out, by defect; what differs; how many households were drawn anew."""

    agreed: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    left_out: Counter[Defect] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    drawn_anew: int = 0

    def add(self, sample: Sample, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
        """Compare every variable that the oracle answers about *sample* with ours."""
        spoilt = spoiling(sample, ours)
        for name, value in theirs.items():
            if name in spoilt:
                self.left_out[spoilt[name]] += 1
                continue
            self.compared[name] += 1
            if agree(name, ours[name], value):
                self.agreed[name] += 1
            else:
                self.differences.append(Difference(name, ours[name], value, sample))


def agree(name: str, ours: Any, theirs: Any) -> bool:
    """
    Tell whether two values are the same: amounts within a cent, rates within a millionth, whole numbers and truths exactly.

    A number of the oracle is a binary fraction: what is beyond its eighth decimal is noise.
    """
    if isinstance(ours, Decimal):
        return abs(ours - Decimal(str(round(theirs, 8)))) <= (RATES if name in RATE_NAMES else EUROS)
    return bool(ours == theirs)
