"""Subjects for the engine's tests: an estate, its houses and their rooms, and its trees; every kind of fact is there."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.expressions import Named
from domain.facts import Fact, fact, milestone
from domain.subjects import Parts, Subject, parts
from domain.text import Choice, text
from rules.engine.declare import Confidence, Source
from rules.engine.figures import Figure, Period
from rules.engine.rule import Rule
from rules.engine.ruleset import RuleSet, build

TITLE = text(fr="titre", en="title")
SOURCE = Source("Code, art. 1", text(fr="un texte", en="a text"))


class Colour(Choice):
    RED = text(fr="rouge", en="red")
    GREEN = text(fr="vert", en="green")
    BLUE = text(fr="bleu", en="blue")


class Room(Subject, title=text(fr="Pièce", en="Room")):
    heated: Fact[bool] = fact(fr="chauffée", en="heated")
    floor: Fact[int | None] = fact(fr="étage", en="floor")
    area: Fact[Decimal] = fact(fr="surface", en="area", unit="m2")
    painted_on: Fact[date | None] = fact(fr="peinte le", en="painted on")
    finished: Fact[bool] = fact(fr="achevée", en="finished")


class House(Subject, title=text(fr="Maison", en="House")):
    valuation: Fact[Decimal | None] = fact(fr="valeur", en="valuation", unit="EUR")
    rooms_complete: Fact[bool] = fact(fr="pièces complètes", en="rooms complete")
    rooms: Parts[Room] = parts(fr="pièces", en="rooms", complete=rooms_complete)
    lived_in: Fact[bool | None] = fact(fr="habitée", en="lived in")
    colour: Fact[Colour | None] = fact(fr="couleur", en="colour")
    rent: Fact[Decimal] = fact(fr="loyer", en="rent", unit="EUR")
    size: Fact[int] = fact(fr="taille", en="size")
    built_on: Fact[date] = fact(fr="construite le", en="built on")
    sold_on: Fact[date | None] = milestone(fr="vendue le", en="sold on")
    names: Fact[frozenset[str]] = fact(fr="noms", en="names")
    finished_on: Fact[date | None] = milestone(fr="achevée le", en="finished on")


class Plant(Subject, title=text(fr="Arbre", en="Tree"), name="tree"):
    height: Fact[int | None] = fact(fr="hauteur", en="height")
    price: Fact[Decimal] = fact(fr="prix", en="price", unit="EUR")
    alive: Fact[bool] = fact(fr="vivant", en="alive")
    planted_on: Fact[date] = fact(fr="planté le", en="planted on")
    finished: Fact[bool] = fact(fr="achevé", en="finished")


class Estate(Subject, title=text(fr="Domaine", en="Estate")):
    estimate: Fact[int] = fact(fr="estimation", en="estimate")
    marks: Fact[frozenset[str]] = fact(fr="marques", en="marks")
    houses_complete: Fact[bool] = fact(fr="maisons complètes", en="houses complete")
    houses: Parts[House] = parts(fr="maisons", en="houses", complete=houses_complete)
    trees_complete: Fact[bool] = fact(fr="arbres complets", en="trees complete")
    trees: Parts[Plant] = parts(fr="arbres", en="trees", complete=trees_complete)
    open: Fact[bool] = fact(fr="ouvert", en="open")
    colour: Fact[Colour] = fact(fr="couleur", en="colour")
    budget: Fact[Decimal | None] = fact(fr="budget", en="budget", unit="EUR")
    size: Fact[int] = fact(fr="taille", en="size")
    founded_on: Fact[date] = fact(fr="fondé le", en="founded on")
    sold_on: Fact[date | None] = milestone(fr="vendu le", en="sold on")
    names: Fact[frozenset[str]] = fact(fr="noms", en="names")
    levies: Fact[Mapping[int, Decimal]] = fact(fr="taxes", en="levies")
    finished: Fact[bool] = fact(fr="achevé", en="finished")
    finished_on: Fact[date | None] = milestone(fr="achevé le", en="finished on")


FINISHING = {"finished", "finished_on"}  # facts that only `closed` tests
GIVEN: list[Fact[Any]] = [Estate.estimate, Estate.marks, House.valuation]  # facts that calculations give


def _figure(name: str, kind: str, *values: tuple[date, object]) -> Figure:
    return Figure(name, TITLE, None, kind, tuple(Period(since, value, SOURCE, Confidence.SOURCED) for since, value in values))


FIGURES = {
    "threshold": _figure("threshold", "decimal", (date(2024, 1, 1), Decimal(2)), (date(2026, 3, 1), Decimal("2.5"))),
    "limit": _figure("limit", "integer", (date(2024, 1, 1), 2), (date(2026, 1, 1), None), (date(2026, 6, 1), 3)),
    "scale": _figure("scale", "table", (date(2026, 2, 1), {"a": Decimal(1)}), (date(2026, 3, 2), {"a": Decimal(2)})),
}


def rule_set_of(declarations: Mapping[str, Rule | Named]) -> RuleSet:
    """Build a rule set on estates; ids are ``kind.file.name``."""
    return build("estate", Estate, declarations, FIGURES)
