"""
Random estates, and what was known of them before.

Each comes from a seed: hypothesis finds the rule set that shows a mistake and makes it small; drawing every fact through it would cost more
than deciding the estate.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from domain.facts import UNKNOWN, Fact
from domain.subjects import Subject
from tests.rules.engine.estates import Colour, Estate

DAYS = [
    date(2024, 2, 29),
    date(2025, 8, 31),
    *(date(2026, month, day) for month, day in [(2, 28), (3, 1), (3, 2), (5, 31), (7, 1), (8, 31)]),
]
CONSTANTS: Mapping[Any, list[Any]] = {
    bool: [True, False],
    int: [0, 1, 2, 3],
    Decimal: [Decimal(0), Decimal(2), Decimal("2.5")],
    date: DAYS,
    Colour: list(Colour),
    frozenset[str]: [frozenset(), frozenset("a"), frozenset("ab")],
    Mapping[int, Decimal]: [{}, {1: Decimal(2)}],
}


estates = st.integers(0, 2**32 - 1).map(lambda seed: random_subject(Estate, Random(seed)))


def random_subject(of: type[Subject], random: Random) -> Subject:
    """Return a subject with few parts, whose keys tell them apart."""
    facts = {each.name: random_value(each, random) for each in of.facts}
    lists = {
        each.name: tuple(random_subject(each.of, random).keyed(str(index)) for index in range(random.choice([0, 1, 1, 2, 3])))
        for each in of.lists
    }
    return of(**facts, **lists)


def random_value(each: Fact[Any], random: Random) -> Any:
    options = [UNKNOWN, *CONSTANTS[each.kind] * 2] + ([None] if each.optional else [])
    if each.kind == frozenset[str]:
        options.append(frozenset(["a", UNKNOWN]))
    if each.kind == Mapping[int, Decimal]:
        options.append({1: UNKNOWN})
    return random.choice([True, True, True, False, UNKNOWN] if each.name.endswith("_complete") else options)


def vaguer(subject: Subject, random: Random) -> Subject:
    """Return what was known before: some facts of *subject* were unknown, and lists not known to be complete were shorter."""
    of = type(subject)
    known = subject.replacing(
        **{each.name: random.choice([value, value, UNKNOWN]) for each, value in zip(of.facts, subject.values, strict=True)}
    )
    lists = {}
    for each, items in zip(of.lists, subject.parts, strict=True):
        complete = known.values[each.complete.index] is True
        lists[each.name] = tuple(vaguer(item, random) for item in items if complete or random.random() < 0.7)
    return known.replacing(**lists)
