"""Subjects of the generated workload: one of 40 facts, and a household of persons with 20 facts each."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import GenericAlias, new_class
from typing import Any

from domain.facts import UNKNOWN, Fact, fact, milestone
from domain.subjects import Parts, Subject, parts
from domain.text import Choice, Text, text
from rules.engine.rule import Source

TITLE = text(fr="titre", en="title")
SOURCE = Source("Code, art. 1", TITLE)
TODAY = date(2026, 3, 1)


class Colour(Choice):
    """A choice among five."""

    RED = text(fr="rouge", en="red")
    GREEN = text(fr="vert", en="green")
    BLUE = text(fr="bleu", en="blue")
    WHITE = text(fr="blanc", en="white")
    BLACK = text(fr="noir", en="black")


KINDS: dict[str, Any] = {
    "choice": Fact[Colour],
    "flag": Fact[bool],
    "number": Fact[int],
    "amount": Fact[Decimal],
    "day": Fact[date],
    "milestone": Fact[date | None],
}
FLAT = {"choice": 10, "flag": 10, "number": 5, "amount": 5, "day": 4, "milestone": 6}
HALF = {"choice": 5, "flag": 5, "number": 2, "amount": 3, "day": 2, "milestone": 3}


def _subject(name: str, numbers: dict[str, int], more: dict[str, Any] | None = None, hints: dict[str, Any] | None = None) -> Any:
    """Declare a subject with so many facts of each kind, named ``flag_0``, ``flag_1`` and so on."""
    facts: dict[str, Any] = {}
    annotations: dict[str, Any] = dict(hints or {})
    for kind, number in numbers.items():
        for index in range(number):
            declared: Any = milestone(fr=kind, en=kind) if kind == "milestone" else fact(fr=kind, en=kind)
            facts[f"{kind}_{index}"] = declared
            annotations[f"{kind}_{index}"] = KINDS[kind]
    body = facts | (more or {}) | {"__annotations__": annotations, "__module__": __name__}
    return new_class(name, (Subject,), {"title": Text(name, name)}, lambda namespace: namespace.update(body))


Dossier = _subject("Dossier", FLAT)
Member = _subject("Member", HALF)
_complete: Fact[bool] = fact(fr="complet", en="complete")
_members: Parts[Any] = parts(fr="membres", en="members", complete=_complete)
Family = _subject(
    "Family",
    HALF | {"flag": 4},
    {"members_complete": _complete, "members": _members},
    {"members_complete": Fact[bool], "members": GenericAlias(Parts, (Member,))},
)


def a_dossier(random: Random, unknown: float = 0) -> Subject:
    """Return a dossier whose facts are unknown with the given probability."""
    return _random(Dossier, FLAT, random, unknown)


def a_family(random: Random, unknown: float = 0) -> Subject:
    """Return a household of four, likewise; its list of persons is complete."""
    members = tuple(_random(Member, HALF, random, unknown).keyed(str(index)) for index in range(4))
    return _random(Family, HALF | {"flag": 4}, random, unknown).replacing(members_complete=True, members=members)


def _random(of: Any, numbers: dict[str, int], random: Random, unknown: float) -> Subject:
    facts = {
        f"{kind}_{index}": UNKNOWN if random.random() < unknown else _value(kind, random)
        for kind, number in numbers.items()
        for index in range(number)
    }
    made: Subject = of(**facts)
    return made


def _value(kind: str, random: Random) -> Any:
    day = TODAY + timedelta(random.randint(-800, 800))
    return {
        "choice": random.choice(list(Colour)),
        "flag": random.random() < 0.5,
        "number": random.randint(0, 9),
        "amount": Decimal(random.randint(0, 300_000)) / 100,
        "day": day,
        "milestone": day if random.random() < 0.6 else None,
    }[kind]
