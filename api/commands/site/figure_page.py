"""The page of a dated figure: every period of it, with its decree, tables with their keys in words."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from api.commands.site.law import Law
from api.commands.site.page import linked
from api.commands.table_words import key_in_words, unit_beside
from api.commands.words import WORDS
from domain.text import Language
from rules.engine.index import PlanIndex
from rules.engine.language.citations import cited
from rules.engine.language.words import said_day, said_number
from rules.engine.plan import FigurePeriod, FigurePlan
from rules.engine.rule import Confidence


class FigurePage:
    """Writes it in one language."""

    def __init__(self, law: Law, language: Language) -> None:
        self.law = law
        self.language = language

    def head(self, figure: FigurePlan) -> Iterator[str]:
        """Yield the title, and what it is counted in."""
        unit = unit_beside(figure.unit, self.language)
        yield f"<h1>{escape(figure.title.in_language(self.language))}</h1>"
        yield f'<p class="quiet">{escape(unit)} <code>{figure.id}</code></p>'

    def periods(self, figure: FigurePlan, index: PlanIndex) -> Iterator[str]:
        """Yield every period, the latest first."""
        for period in reversed(figure.periods):
            since = said_day(period.since, self.language) if period.dated else WORDS["in_force_then"].in_language(self.language)
            yield f"<h2>{escape(since)}</h2>{self._period(period, figure, index)}"

    def _period(self, period: FigurePeriod, figure: FigurePlan, index: PlanIndex) -> str:
        source = index.plan.sources[period.source]
        sure = Confidence[period.confidence]
        doubts = [] if sure is Confidence.SOURCED else [sure.label.in_language(self.language)]
        if period.sure_until is not None:
            doubts.append(WORDS["sure_until"].in_language(self.language).format(said_day(period.sure_until, self.language)))
        said = "".join(f'<p class="doubt">{escape(each)}</p>' for each in doubts)
        return f"{said}<p>{linked(cited(source, self.language), source.address)}</p>{self._value(period.value, figure.id, figure.unit)}"

    def _value(self, value: Any, figure: str, unit: str | None) -> str:
        """Return a value; of a table a row for each key, of a table of tables also a column for each key within."""
        if not isinstance(value, dict):
            return "–" if value is None else escape(said_number(str(value), unit, self.language))
        unit = unit and unit.partition("/")[0]  # the page says it whole
        inner = list(dict.fromkeys(key for row in value.values() if isinstance(row, dict) for key in row))
        if not inner:
            rows = (f"<tr><th>{self._key(key, figure)}</th><td>{self._value(each, figure, unit)}</td></tr>" for key, each in value.items())
            return f"<table>{''.join(rows)}</table>"
        head = "".join(f"<th>{self._key(key, figure)}</th>" for key in inner)
        rows = (f"<tr><th>{self._key(key, figure)}</th>{self._cells(row, inner, figure, unit)}</tr>" for key, row in value.items())
        return f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>"

    def _cells(self, row: Mapping[str, Any], keys: list[str], figure: str, unit: str | None) -> str:
        return "".join(f"<td>{self._value(row.get(key), figure, unit)}</td>" for key in keys)

    def _key(self, key: str, figure: str) -> str:
        return escape(key_in_words(key, figure, (fact for fact, _ in self.law.facts.values()), self.language))
