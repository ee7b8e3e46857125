"""
Dated figures: read from YAML under ``rules/parameters``, each value with its day of effect and its decree.

    plus_ceilings:
      title: {fr: Plafonds de ressources PLUS, en: PLUS income ceilings}
      unit: EUR/year
      source: ARRETE_1987          # a name in rules/sources, for all values that name none of their own
      values:
        2025-01-01: {…}            # sourced, by that text
        2026-01-01: {decree: Arrêté du 19 décembre 2025, address: https://…, confidence: sourced, value: {…}}
        2002-01-01: {value: …, effect: unknown}  # applied from that day, as no text was found that says since when
        2025-01-01: {value: …, sure_until: 2025-12-31}  # applied after that day too, as no newer value was found
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

import yaml

from domain.errors import DeclarationError
from domain.expressions import Expression
from domain.text import Text, text
from rules.engine.declare import Confidence, Source
from rules.engine.errors import FigureMissing, RuleSetError, near
from rules.engine.strict_yaml import Lined, StrictLoader, read_strictly
from rules.engine.units import untold

T = TypeVar("T")
KEYS = frozenset({"address", "confidence", "decree", "effect", "source", "sure_until", "value"})
"""What may stand beside a value, with it."""
FIGURE_KEYS = frozenset({"source", "title", "unit", "values"})


@dataclass(frozen=True, slots=True)
class Period:
    """
    What a figure is from *since* on; *value* is ``None`` from the day on which it is no longer fixed.

    Where no text was found that says since when, it is not *dated*: *since* is then the day from which we apply it. After
    *sure_until* it is applied because no newer value was found; none: it holds until the next.
    """

    since: date
    value: Any
    source: Source
    confidence: Confidence
    dated: bool = True
    sure_until: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A dated figure: a decimal, a whole number, or a table of either by text keys."""

    name: str
    title: Text
    unit: str | None
    kind: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, eq=False)
class FigureReference(Expression[T], Generic[T]):
    """A dated figure named in a condition."""

    name: str
    kind: type[T]


def figure(name: str, kind: type[T]) -> FigureReference[T]:
    """Refer to the dated figure *name*, of type ``Decimal`` or ``int``, in a condition."""
    return FigureReference(name, kind)


class Table(dict[str, Any]):
    """A figure by text keys; a cell that no text was found for is an error that names it, never a zero."""

    def __init__(self, name: str, since: date, keys: tuple[str, ...], cells: Mapping[str, Any]) -> None:
        super().__init__(cells)
        self.name, self.since, self.keys_above = name, since, keys

    def __missing__(self, key: str) -> NoReturn:
        cell = ", ".join((*self.keys_above, key))
        raise FigureMissing(
            f"the figure {self.name} of {self.since.isoformat()} has no value for {cell}; add it under rules/parameters with its source"
        )


class _ExactLoader(StrictLoader):
    """Reads numbers with a point as decimals: a binary fraction would not be exact."""


def _decimal(_loader: StrictLoader, node: yaml.ScalarNode) -> Decimal | str:
    """Return a decimal; what YAML alone takes for a number (.nan, .inf, 1:30.5) stays a text, and is refused where it stands."""
    try:
        return Decimal(node.value.replace("_", ""))
    except InvalidOperation:
        return str(node.value)


def _integer(_loader: StrictLoader, node: yaml.ScalarNode) -> int | str:
    """Return a whole number; what YAML reads otherwise than people do (010 as 8, 1:30 as 90) stays a text: the key 01 is a code."""
    plain = str(node.value).replace("_", "")
    return int(plain) if plain.removeprefix("-").isdecimal() and str(int(plain)) == plain else str(node.value)


_ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)
_ExactLoader.add_constructor("tag:yaml.org,2002:int", _integer)


def load_figures(folder: Path, sources: Mapping[str, Source]) -> dict[str, Figure]:
    """
    Read every figure under *folder*.

    Args:
        folder: holds ``*.yaml``.
        sources: the legal texts by the name under which ``rules/sources`` declares them.

    Raises:
        RuleSetError: naming the file, the figure and what is wrong with it.
    """
    found: dict[str, Figure] = {}
    for path in sorted(folder.rglob("*.y*ml")):
        if path.suffix != ".yaml" or path.parent != folder:
            raise RuleSetError(
                "stray figures", f"{path.relative_to(folder)} is not read; name it {path.stem}.yaml, right in rules/parameters"
            )
        for name, entry in _entries(path).items():
            if name in found:
                raise RuleSetError("taken figure", f"{path.name}: the figure {name} is declared twice; give one of them another name")
            found[name] = _figure(path.name, str(name), entry, sources)
    return found


def _entries(path: Path) -> Mapping[str, Any]:
    """Return the figures that a file writes, by name."""
    try:
        content = read_strictly(path.read_text(encoding="utf-8"), _ExactLoader)
    except ValueError as error:
        raise RuleSetError("bad figures", f"rules/parameters/{path.name}, {error}") from None
    if content is not None and not isinstance(content, Mapping):
        raise RuleSetError("bad figures", f"rules/parameters/{path.name}: figures are written by name, as in rules/engine/figures.py")
    return content or {}


def _figure(file: str, name: str, entry: Any, sources: Mapping[str, Source]) -> Figure:
    try:
        _refuse(entry)
        periods = tuple(
            _period(name, since, each, entry.get("source"), sources)
            for since, each in sorted(entry["values"].items(), key=lambda pair: str(pair[0]))
        )
        return Figure(name, _title(entry["title"]), entry.get("unit"), _kind(periods), periods)
    except (KeyError, TypeError, ValueError, AttributeError, DeclarationError) as error:
        line = f", line {entry.line}" if isinstance(entry, Lined) else ""
        message = (
            f"{file}{line}: the figure {name} cannot be read ({error}); write title, unit, source and values as in rules/engine/figures.py"
        )
        raise RuleSetError("bad figure", message) from error


def _refuse(entry: Mapping[str, Any]) -> None:
    if lacking := [each for each in ("title", "values") if each not in entry]:
        raise ValueError(f"it has no {' and no '.join(lacking)}")
    if problem := untold(entry.get("unit")):
        raise ValueError(problem)
    if unread := entry.keys() - FIGURE_KEYS:
        raise ValueError(f"{', '.join(sorted(unread))} is not read: only {', '.join(sorted(FIGURE_KEYS))} is")


def _title(given: Any) -> Text:
    if not isinstance(given, Mapping) or given.keys() != {"fr", "en"}:
        raise ValueError(f"its title is {given!r}, where {{fr: …, en: …}} is expected")
    return text(fr=str(given["fr"]), en=str(given["en"]))


def _period(name: str, since: object, each: Any, shared_source: str | None, sources: Mapping[str, Source]) -> Period:
    if not isinstance(since, date):
        raise TypeError(f"{since!r} is not a day such as 2026-01-01")
    entry = each if isinstance(each, dict) and "value" in each else {"value": each}
    if unread := entry.keys() - KEYS:
        raise ValueError(f"{', '.join(sorted(unread))} beside a value is not read: only {', '.join(sorted(KEYS))} is")
    if entry.get("effect", "unknown") != "unknown":
        raise ValueError(f"its effect is {entry['effect']!r}, where only unknown can stand: a known day is the key of the value")
    return Period(
        since,
        _exact(entry["value"], name, since),
        _source(entry, str(entry.get("source", shared_source)), sources),
        Confidence[str(entry.get("confidence", "sourced")).upper().replace(" ", "_")],
        "effect" not in entry,
        _day(entry.get("sure_until")),
    )


def _day(value: object) -> date | None:
    if value is not None and not isinstance(value, date):
        raise TypeError(f"{value!r} is not a day such as 2026-01-01")
    return value


def _source(entry: Mapping[str, Any], named: str, sources: Mapping[str, Source]) -> Source:
    """Return the text that fixes a value: the one that is named, or the decree that amends it."""
    if named not in sources:
        raise ValueError("it names no source" if named == "None" else f"its source {named!r} is not in rules/sources{near(named, sources)}")
    if "decree" not in entry:
        return sources[named]
    return Source(reference=str(entry["decree"]), title=sources[named].title, address=entry.get("address"))


def _exact(value: Any, name: str, since: date, *keys: str) -> Any:
    """Make tables hold decimals throughout, so that a whole number among them is no other type."""
    if not isinstance(value, dict):
        if isinstance(value, bool) or not isinstance(value, int | Decimal | None):
            raise TypeError(f"{value!r} is no number; write one with a point and no unit, such as 1234.50")
        return Decimal(value) if keys and isinstance(value, int) else value
    if not value:
        raise ValueError("the table {} has no cells; write them, or null where nothing is fixed any more")
    return Table(name, since, keys, {str(key): _exact(item, name, since, *keys, str(key)) for key, item in value.items()})


def _kind(periods: tuple[Period, ...]) -> str:
    """Return ``table``, ``integer`` or ``decimal``; a figure that is ever a fraction is a decimal always."""
    given = [period.value for period in periods if period.value is not None]
    if not given:
        raise ValueError("it has no values")
    if any(isinstance(value, dict) for value in given):
        return "table"
    return "integer" if all(isinstance(value, int) for value in given) else "decimal"
