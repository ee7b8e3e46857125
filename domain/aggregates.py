"""Aggregates: what is counted, summed or collected over the parts of a subject. A kind of expression; see ``domain.expressions``."""

from dataclasses import dataclass
from typing import TypeVar

from domain.expressions import Condition, Expression, PartList

N = TypeVar("N")
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Count(Expression[int]):
    """How many parts fulfil a condition."""

    parts: PartList
    where: Condition | None


@dataclass(frozen=True, eq=False)
class Total(Expression[N]):
    """The sum of an expression over the parts that fulfil a condition."""

    parts: PartList
    of: Expression[N]
    where: Condition | None


@dataclass(frozen=True, eq=False)
class Values(Expression[tuple[T, ...]]):
    """An expression's value for each part that fulfils a condition, in the order of the parts."""

    parts: PartList
    of: Expression[T]
    where: Condition | None
