"""What is no rule and rules read, to be read: a dated figure with all that it was, or a fact, each with what reads it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from api.commands.catalogue import Graph, RuleCatalogue
from api.commands.lines import Line, Style, heading
from api.commands.rule_sheet import KINDS, read_by_lines
from api.commands.table_words import key_in_words, unit_beside
from api.commands.words import WORDS
from domain.text import Language, Text, text
from rules.engine.language.citations import cited
from rules.engine.language.words import said_day, said_number
from rules.engine.plan import FactPlan, FigurePeriod, FigurePlan
from rules.engine.rule import Confidence
from rules.review.difference_words import NOT_FIXED

MARKS = {
    "personal": text(fr="donnée personnelle", en="personal"),
    "sensitive": text(fr="donnée sensible", en="sensitive"),
    "provided": text(fr="fourni par un service", en="provided by a service"),
    "milestone": text(fr="étape datée", en="milestone"),
    "optional": text(fr="peut être absent", en="may be absent"),
}
CHOICES = text(fr="Réponses possibles", en="Possible answers")


class InputSheet:
    """A dated figure or a fact, in one language."""

    def __init__(self, of: FigurePlan | FactPlan, catalogue: RuleCatalogue, language: Language) -> None:
        self.of = of
        self.catalogue = catalogue
        self.language = language
        self.graph: Graph = catalogue.graph()

    @property
    def kind(self) -> str:
        """``figure`` or ``fact``."""
        return "figure" if isinstance(self.of, FigurePlan) else "fact"

    def lines(self) -> Iterator[Line]:
        """Yield the whole sheet."""
        yield Line(self._say(self.of.title), 0, Style.TITLE)
        marks = [self._say(said) for name, said in MARKS.items() if isinstance(self.of, FactPlan) and getattr(self.of, name)]
        about = (self._say(KINDS[self.kind]), unit_beside(self.of.unit, self.language), *marks)
        yield Line(" · ".join(each for each in about if each), 0, Style.QUIET, self.of.id)
        yield from self._periods(self.of) if isinstance(self.of, FigurePlan) else self._fact(self.of)
        yield from read_by_lines(self.of.id, self.graph, self.language)

    def plain(self) -> dict[str, Any]:
        """Return the whole of it for programs."""
        about: dict[str, Any] = {"id": self.of.id, "kind": self.kind, "title": self._say(self.of.title), "unit": self.of.unit}
        if isinstance(self.of, FigurePlan):
            about["periods"] = [
                {name: msgspec.to_builtins(getattr(each, name)) for name in each.__struct_fields__} for each in self.of.periods
            ]
        else:
            about["choices"] = {name: self._say(said) for name, said in self.of.choices.items()}
        return about | {"read_by": self.graph.read_by().get(self.of.id, ())}

    def _fact(self, fact: FactPlan) -> Iterator[Line]:
        if fact.hint is not None:
            yield Line(self._say(fact.hint))
        if fact.choices:
            yield from heading(self._say(CHOICES))
            yield from (Line(f"• {self._say(said)}", 1, Style.PLAIN, name) for name, said in fact.choices.items())

    def _periods(self, figure: FigurePlan) -> Iterator[Line]:
        """Yield every period, the latest first: since when, in which text, what it is."""
        for period in reversed(figure.periods):
            since = "in_force_since" if period.dated else "in_force_then"
            said = self._say(WORDS[since]).format(said_day(period.since, self.language))
            yield from heading(f"{said[:1].upper()}{said[1:]}")
            source = cited(self.catalogue.sources[period.source], self.language)
            yield Line(", ".join((source, *self._doubts(period))), 1, Style.QUIET)
            yield from (Line(each, 1) for each in self._values(period.value))

    def _doubts(self, period: FigurePeriod) -> Iterator[str]:
        if period.confidence != Confidence.SOURCED.name:
            yield self._say(Confidence[period.confidence].label)
        if period.sure_until is not None:
            yield self._say(WORDS["sure_until"]).format(said_day(period.sure_until, self.language))

    def _values(self, value: Any) -> Iterator[str]:
        """Yield a value; of a table of tables, a line for each row."""
        if isinstance(value, Mapping) and any(isinstance(row, Mapping) for row in value.values()):
            yield from (self._pair(key, row) for key, row in value.items())
        else:
            yield self._value(value, self.of.unit)

    def _value(self, value: Any, unit: str | None) -> str:
        if isinstance(value, Mapping):
            return (" ; " if self.language == "fr" else "; ").join(self._pair(key, each) for key, each in value.items())
        return self._say(NOT_FIXED) if value is None else said_number(str(value), unit, self.language)

    def _pair(self, key: str, value: Any) -> str:
        """Return a key of a table and its value; what it is counted in stands whole at the head."""
        facts = (fact for index in self.catalogue.indexes for fact in index.facts.values())
        name = key_in_words(key, self.of.id, facts, self.language)
        said = self._value(value, self.of.unit and self.of.unit.partition("/")[0])
        return f"{name} — {said}" if isinstance(value, Mapping) else self._say(text(fr=f"{name} : {said}", en=f"{name}: {said}"))

    def _say(self, words: Text) -> str:
        return words.in_language(self.language)
