"""
Values as people read them: days, amounts, counts and shares, in French and English.

Only what is shown is rounded, and says so: ``≈`` stands before a number of which more is known.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.money import round_half_up
from domain.text import Language, Text
from rules.engine.units import UNITS, alike


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
    words = UNITS.get(unit or "") or (alike("{}", "{}") if unit is None else alike(f"{{}} {unit}", f"{{}} {unit}"))
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
