"""The cost of an operation: a number, or a formula where the size of a list is a variable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

HIGHEST = 2**53 - 1
"""The largest integer that every JSON reader understands; larger costs are told as this."""


@dataclass(frozen=True, slots=True)
class Variable:
    """The size of a list, given by one of some variables, or as many ids as it holds; *otherwise* where the request gives none."""

    names: tuple[str, ...]
    otherwise: int

    def under(self, variables: Mapping[str, object]) -> int:
        """Return the number of items that *variables* ask for."""
        return max((size for name in self.names if (size := self._size(variables.get(name))) is not None), default=self.otherwise)

    def _size(self, value: object) -> int | None:
        if isinstance(value, list):
            return max(self.otherwise, len(value))
        return max(0, int(min(value, HIGHEST))) if isinstance(value, (int, float)) else None


Size: TypeAlias = int | Variable


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """As many items as a variable says, each of the same cost."""

    size: Variable
    each: "Cost"


@dataclass(frozen=True, slots=True)
class Cost:
    """A constant, and lists whose size is a variable, with how often each stands in the operation."""

    constant: int = 0
    items: Mapping[Items, int] = field(default_factory=dict)

    def __add__(self, other: "Cost") -> "Cost":
        if not other.items:
            return Cost(self.constant + other.constant, self.items)
        items = dict(self.items)
        for item, times in other.items.items():
            items[item] = items.get(item, 0) + times
        return Cost(self.constant + other.constant, items)

    def times(self, size: Size) -> "Cost":
        """Return the cost of *size* such things."""
        if isinstance(size, Variable):
            return Cost(0, {Items(size, self): 1})
        return Cost(self.constant * size, {item: times * size for item, times in self.items.items()})

    def under(self, variables: Mapping[str, object]) -> int:
        """Return the number that the cost is under *variables*, in time linear in the document."""
        if not self.items:
            return min(self.constant, HIGHEST)
        return min(_total(self, variables, {}), HIGHEST)


def _total(cost: Cost, variables: Mapping[str, object], known: dict[Items, int]) -> int:
    total = cost.constant
    for item, times in cost.items.items():
        if item not in known:
            known[item] = item.size.under(variables) * _total(item.each, variables, known)
        total += times * known[item]
    return total


NOTHING = Cost()
