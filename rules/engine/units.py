"""The units of facts, calculations and figures, with their words. What has none of its own would be read as it is spelt in code."""

from dataclasses import dataclass

from domain.text import Text, text
from rules.engine.errors import near


@dataclass(frozen=True, slots=True)
class UnitWords:
    """
    How a number is said with its unit.

    Args:
        one: a pattern with ``{}`` for the number, for one of it.
        many: the same for several.
        scale: what the number is multiplied with.
        cents: whether a broken number always has two decimals.
        decimals: how many decimals are shown at most.
        grouped: whether thousands stand apart: not in the number of a year.
    """

    one: Text
    many: Text
    scale: int = 1
    cents: bool = False
    decimals: int = 2
    grouped: bool = True


def alike(fr: str, en: str, *, scale: int = 1, cents: bool = False) -> UnitWords:
    """Return the words of a unit that are the same for one and for several."""
    return UnitWords(text(fr=fr, en=en), text(fr=fr, en=en), scale, cents)


def _counted(fr: str, en: str, *, many_fr: str = "", many_en: str = "") -> UnitWords:
    return UnitWords(text(fr=f"{{}} {fr}", en=f"{{}} {en}"), text(fr=f"{{}} {many_fr or fr + 's'}", en=f"{{}} {many_en or en + 's'}"))


UNITS: dict[str, UnitWords] = {
    "EUR": alike("{} €", "€{}", cents=True),
    "EUR/month": alike("{} € par mois", "€{} a month", cents=True),
    "EUR/year": alike("{} € par an", "€{} a year", cents=True),
    "EUR/m2": alike("{} € par m²", "€{} a square metre", cents=True),
    "EUR/m2/month": alike("{} € par m² et par mois", "€{} per square metre per month", cents=True),
    "EUR/dwelling": alike("{} € par logement", "€{} a dwelling", cents=True),
    "EUR/day/person": alike("{} € par jour et par personne", "€{} per person per day", cents=True),
    "FRF/year": alike("{} F par an", "{} francs a year", cents=True),
    "%": alike("{} %", "{}%"),
    "ratio": alike("{} %", "{}%", scale=100),
    "m": alike("{} m", "{} m"),
    "m2": alike("{} m²", "{} m²"),
    "kWh/m2/year": alike("{} kWh par m² et par an", "{} kWh per square metre per year"),
    "kgCO2/m2/year": alike("{} kg de CO₂ par m² et par an", "{} kg of CO₂ per square metre per year"),
    "kWh or kgCO2/m2/year": alike("{} kWh ou kg de CO₂ par m² et par an", "{} kWh or kg of CO₂ per square metre per year"),
    "calendar year": UnitWords(text(fr="{}", en="{}"), text(fr="{}", en="{}"), grouped=False),
    "index": alike("{}", "{}"),
    "category": alike("{}", "{}"),
    "coefficient": UnitWords(text(fr="{}", en="{}"), text(fr="{}", en="{}"), decimals=4),
    "agreement": _counted("convention", "agreement"),
    "appeal": _counted("recours", "appeal", many_fr="recours"),
    "company": _counted("entreprise", "company", many_en="companies"),
    "day": _counted("jour", "day"),
    "guarantor": _counted("garant", "guarantor"),
    "lease": _counted("bail", "lease", many_fr="baux"),
    "man-day": _counted("homme-jour", "man-day", many_fr="hommes-jours"),
    "reserve": _counted("réserve", "defect"),
    "worker": _counted("travailleur", "worker"),
    "zone": alike("{}", "{}"),
    "dwelling": _counted("logement", "dwelling"),
    "garage": _counted("garage", "garage"),
    "household": _counted("ménage", "household"),
    "month": _counted("mois", "month", many_fr="mois"),
    "move-in": _counted("emménagement", "move-in"),
    "offer": _counted("offre", "offer"),
    "person": _counted("personne", "person"),
    "room": _counted("pièce", "room"),
    "year": _counted("an", "year"),
}


def untold(unit: str | None) -> str:
    """Return what is wrong with a unit that has no words; nothing, where it has some."""
    if unit is None or unit in UNITS:
        return ""
    return f"the unit {unit!r} has no words; write one of UNITS in rules/engine/units.py, or add it there{near(str(unit), UNITS)}"
