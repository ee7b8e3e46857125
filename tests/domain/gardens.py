"""A small subject for the domain's tests: a garden and its beds."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.facts import Fact, fact, milestone
from domain.subjects import Parts, Subject, parts
from domain.text import Choice, text


class Soil(Choice):
    CLAY = text(fr="argile", en="clay")
    SAND = text(fr="sable", en="sand")


class Bed(Subject, title=text(fr="Planche", en="Bed")):
    area: Fact[Decimal] = fact(fr="surface", en="area", minimum=0, maximum=100)
    soil: Fact[Soil | None] = fact(fr="sol", en="soil", formerly=("bed.ground",))


class Garden(Subject, title=text(fr="Jardin", en="Garden")):
    beds_complete: Fact[bool] = fact(fr="planches complètes", en="beds complete")
    beds: Parts[Bed] = parts(fr="planches", en="beds", complete=beds_complete)
    tended: Fact[bool] = fact(fr="entretenu", en="tended")
    trees: Fact[int] = fact(fr="arbres", en="trees", minimum=0)
    dug_on: Fact[date] = fact(fr="bêché le", en="dug on", past=True)
    opened_on: Fact[date | None] = milestone(fr="ouvert le", en="opened on")
    names: Fact[frozenset[str]] = fact(fr="noms", en="names")
    yields: Fact[Mapping[int, Decimal]] = fact(fr="récoltes", en="yields")
