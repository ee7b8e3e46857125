"""
Values as people read them: days, amounts, counts and shares, in French and English.

Only what is shown is rounded, and says so: ``≈`` stands before a number of which more is known.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.money import round_half_up
from domain.text import Language, Text, text


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


def _alike(fr: str, en: str, *, scale: int = 1, cents: bool = False) -> UnitWords:
    return UnitWords(text(fr=fr, en=en), text(fr=fr, en=en), scale, cents)


def _counted(fr: str, en: str, *, many_fr: str = "", many_en: str = "") -> UnitWords:
    return UnitWords(text(fr=f"{{}} {fr}", en=f"{{}} {en}"), text(fr=f"{{}} {many_fr or fr + 's'}", en=f"{{}} {many_en or en + 's'}"))


UNITS: dict[str, UnitWords] = {
    "EUR": _alike("{} €", "€{}", cents=True),
    "EUR/month": _alike("{} € par mois", "€{} a month", cents=True),
    "EUR/year": _alike("{} € par an", "€{} a year", cents=True),
    "EUR/m2": _alike("{} € par m²", "€{} a square metre", cents=True),
    "EUR/m2/month": _alike("{} € par m² et par mois", "€{} per square metre per month", cents=True),
    "EUR/dwelling": _alike("{} € par logement", "€{} a dwelling", cents=True),
    "EUR/day/person": _alike("{} € par jour et par personne", "€{} per person per day", cents=True),
    "FRF/year": _alike("{} F par an", "{} francs a year", cents=True),
    "%": _alike("{} %", "{}%"),
    "ratio": _alike("{} %", "{}%", scale=100),
    "m": _alike("{} m", "{} m"),
    "m2": _alike("{} m²", "{} m²"),
    "kWh/m2/year": _alike("{} kWh par m² et par an", "{} kWh per square metre per year"),
    "kgCO2/m2/year": _alike("{} kg de CO₂ par m² et par an", "{} kg of CO₂ per square metre per year"),
    "kWh or kgCO2/m2/year": _alike("{} kWh ou kg de CO₂ par m² et par an", "{} kWh or kg of CO₂ per square metre per year"),
    "calendar year": UnitWords(text(fr="{}", en="{}"), text(fr="{}", en="{}"), grouped=False),
    "index": _alike("{}", "{}"),
    "category": _alike("{}", "{}"),
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
    "zone": _alike("{}", "{}"),
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


@lru_cache(maxsize=4_096)
def said_day(day: str, language: Language) -> str:
    """
    Return a day, written as in 2026-05-01, as people say it.

    >>> said_day("2026-05-01", "fr"), said_day("2026-05-01", "en")
    ('1er mai 2026', '1 May 2026')
    """
    said: str = format_date(date.fromisoformat(day), "d MMMM y", locale=language)
    return f"1er{said[1:]}" if language == "fr" and said.startswith("1 ") else said


TIMES = {"day", "month", "year"}


def is_counted(unit: str | None) -> bool:
    """
    Tell whether a number in *unit* counts things, of which there are fewer; of time there is less.

    >>> is_counted("offer"), is_counted("month"), is_counted("EUR")
    (True, False, False)
    """
    words = UNITS.get(unit or "")
    return words is not None and words.one != words.many and unit not in TIMES


def said_unit(unit: str, language: Language) -> str:
    """
    Return a unit as people read it beside a field to fill; empty for what is counted in nothing.

    >>> said_unit("EUR/year", "fr"), said_unit("dwelling", "en"), said_unit("index", "en")
    ('€ par an', 'dwellings', '')
    """
    words = UNITS.get(unit)
    return unit if words is None or words.scale != 1 else words.many.in_language(language).replace("{}", "").strip()


@lru_cache(maxsize=4_096)
def said_number(value: str, unit: str | None, language: Language) -> str:
    """
    Return a number with its unit, rounded to two decimals where it has more, a coefficient to four.

    >>> said_number("23403", "EUR/year", "en"), said_number("0.28314", "ratio", "en"), said_number("1", "dwelling", "en")
    ('€23,403 a year', '≈ 28.31%', '1 dwelling')
    """
    words = UNITS.get(unit or "") or (_alike("{}", "{}") if unit is None else _alike(f"{{}} {unit}", f"{{}} {unit}"))
    exact = Decimal(value) * words.scale
    shown = round_half_up(exact, Decimal(1).scaleb(-words.decimals))
    whole = shown == shown.to_integral_value()
    pattern = "#,##0" if whole else "#,##0.00" if words.cents else f"#,##0.{'#' * words.decimals}"
    digits = format_decimal(shown, pattern, locale=language, group_separator=words.grouped)
    one = abs(shown) < 2 if language == "fr" else shown == 1
    return ("" if shown == exact else "≈ ") + (words.one if one else words.many).in_language(language).format(digits)


def joined(words: list[str], last: Text, language: Language) -> str:
    """Return *words* as a list in a sentence, *last* before the last of them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last.in_language(language)} {words[-1]}"
