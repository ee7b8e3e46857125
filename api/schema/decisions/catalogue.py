"""
The catalogue: each rule of a plan in one language, made once and shared by every answer that names it.

What an item always says alike (its rule, title, sources) is looked up here, never made again for each answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any

import strawberry

from api.permissions import Permission
from api.schema.decisions.rule_terms import DocumentTerms, FigurePeriod, RuleCase, RuleInput, Source, TaskTerms
from api.schema.declare import answer, lasting_type
from api.schema.node import Node
from api.schema.scalars import Json
from api.schema.vocabulary import Confidence, RuleKind
from domain.facts import UNKNOWN
from domain.text import Language, Text
from domain.values import known_neutral
from rules.engine.index import PlanIndex, ids_read
from rules.engine.language.sentences import Phrasebook
from rules.engine.plan import FigurePlan, Unit
from rules.engine.terms import FigureTerm, UnitTerm
from rules.review.case_checks import BadCase
from rules.review.case_words import CaseWords
from rules.review.stated import Statement, statements


@lasting_type(needs=Permission.RULES)
class Figure(Node):
    """A dated figure that rules read: a ceiling, a rate, a scale (barème daté)."""

    catalogue: strawberry.Private["Catalogue"]
    title: str = strawberry.field(description="What people call it (intitulé).")
    unit: str | None = strawberry.field(description="Its unit (unité).")
    periods: list[FigurePeriod] = strawberry.field(description="What it was and is, the earliest first (valeurs datées).")

    @answer
    def used_by(self) -> list["Rule"]:
        """The rules and conditions that read it directly (utilisé par)."""
        return self.catalogue.named(self.catalogue.index.readers.get(self.id, ()))


@lasting_type(needs=Permission.RULES)
class Rule(Node):
    """A rule: what it asks, on which text it rests, what it reads (règle)."""

    plan: strawberry.Private[Unit]
    catalogue: strawberry.Private["Catalogue"]
    kind: str = strawberry.field(description="What it is (nature).", graphql_type=RuleKind)
    subject: str = strawberry.field(description="The type of part it stands on, such as person (objet).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    note: str | None = strawberry.field(description="What else to know (remarque).")
    confidence: str = strawberry.field(description="How sure we are of it (confiance).", graphql_type=Confidence)
    version: str = strawberry.field(description="The digest of its declaration (version).")
    since: str | None = strawberry.field(description="In force from this day on (en vigueur depuis).", graphql_type=date | None)
    until: str | None = strawberry.field(description="In force up to this day (en vigueur jusqu'au).", graphql_type=date | None)
    unit: str | None = strawberry.field(description="The unit of a calculation's value (unité).")
    headline: str | None = strawberry.field(
        description="What a calculation is called in the summary of an answer; null where it does not stand there (mention en tête)."
    )
    sources: list[Source] = strawberry.field(description="The legal texts it rests on (sources).")
    document: DocumentTerms | None = strawberry.field(description="Of a document: how it is asked for (modalités de la pièce).")
    task: TaskTerms | None = strawberry.field(description="Of a task: its thresholds (seuils).")

    @answer
    def when(self) -> str | None:
        """In which case it applies, in words; null for a calculation and where it always does (condition)."""
        return None if self.plan.condition is None else self.catalogue.phrasebook.condition(self.plan.condition)

    @answer
    def closed_when(self) -> str | None:
        """Of a task: when it is done, in words (condition de clôture)."""
        return None if self.plan.task is None else self.catalogue.phrasebook.condition(self.plan.task.closed)

    @answer
    def counts_to(self) -> str | None:
        """Of a task: the day it counts to, in words; null where it has none (échéance)."""
        due = None if self.plan.task is None else self.plan.task.due
        return None if due is None else self.catalogue.phrasebook.name(due)

    @answer
    def figures(self) -> list[Figure]:
        """The dated figures that it reads directly, each with what it was and is (barèmes)."""
        return [self.catalogue.figures[each] for each in dict.fromkeys(ids_read(self.plan)) if each in self.catalogue.figures]

    @answer
    def inputs(self) -> list[RuleInput]:
        """What it reads directly (entrées)."""
        return self.catalogue.inputs(self.plan)

    @answer
    def depends_on(self) -> list["Rule"]:
        """The rules and conditions that it reads directly (dépend de)."""
        return self.catalogue.named(ids_read(self.plan))

    @answer
    def used_by(self) -> list["Rule"]:
        """The rules and conditions that read it directly (utilisée par)."""
        return self.catalogue.named(self.catalogue.index.readers.get(self.plan.id, ()))

    @answer
    def cases(self) -> list[RuleCase]:
        """What the cases of the tests state of it; none where the program is installed without its tests (cas d'essai)."""
        words = CaseWords(self.catalogue.index, self.catalogue.language)
        return [RuleCase.of(each, words, self.plan) for each in _stated().get(self.plan.id, ())]


@cache
def _stated() -> Mapping[str, Sequence[Statement]]:
    """Return what cases state of each rule; nothing while one cannot be read: tests and commands say so, a question is answered."""
    try:
        return statements()
    except BadCase:
        return {}


class Catalogue:
    """The rules of one plan in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language
        self.phrasebook = Phrasebook(index, language)
        self.rules: dict[str, Rule] = {each.id: self._rule(each) for each in index.plan.units if not each.hidden}

    def named(self, ids: Iterable[str]) -> list[Rule]:
        """Return the rules with these ids, what only the engine knows replaced by what it reads or is read by."""
        return [self.rules[each] for each in dict.fromkeys(ids) if each in self.rules]

    def words_of(self, unit: Unit, value: Any) -> str:
        """Return a value of *unit* as people read it."""
        return self.phrasebook.words(value, UnitTerm(unit.id, 0, unit.slot))

    def inputs(self, unit: Unit) -> list[RuleInput]:
        """Return what *unit* reads directly."""
        return [self._input(each) for each in dict.fromkeys(ids_read(unit)) if each in self.labels]

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The dated figures, by id."""
        return {each.id: self._figure(each) for each in self.index.plan.figures}

    def _figure(self, figure: FigurePlan) -> Figure:
        periods = [
            FigurePeriod(
                since=each.since,
                dated=each.dated,
                sure_until=each.sure_until,
                value=None if each.value is None else Json(known_neutral(each.value)),
                text=self.phrasebook.words(UNKNOWN if each.value is None else each.value, FigureTerm(figure.id, 0)),
                source=each.source,
                confidence=each.confidence,
            )
            for each in figure.periods
        ]
        title = figure.title.in_language(self.language)
        return Figure(catalogue=self, id=strawberry.ID(figure.id), title=title, unit=figure.unit, periods=periods)

    @cached_property
    def labels(self) -> dict[str, tuple[Text, str | None]]:
        """Label and unit of every fact, figure and rule."""
        index = self.index
        found = {each.id: (each.title, each.unit) for each in index.facts.values()}
        found |= {each.id: (each.title, each.unit) for each in index.figures.values()}
        return found | {each.id: (each.title, each.unit) for each in index.plan.units if not each.hidden}

    def _input(self, name: str) -> RuleInput:
        title, unit = self.labels[name]
        return RuleInput(what=strawberry.ID(name), label=title.in_language(self.language), unit=unit)

    def _rule(self, unit: Unit) -> Rule:
        language = self.language
        return Rule(
            plan=unit,
            catalogue=self,
            id=strawberry.ID(unit.id),
            kind=unit.kind.value,
            subject=unit.type,
            title=unit.title.in_language(language),
            note=None if unit.note is None else unit.note.in_language(language),
            confidence=unit.confidence,
            version=unit.version,
            since=unit.since,
            until=unit.until,
            unit=unit.unit,
            headline=None if unit.headline is None else unit.headline.in_language(language),
            sources=[Source.of(self.index.plan.sources[each], language) for each in unit.sources],
            document=None if unit.document is None else DocumentTerms.of(unit.document, self.index, language),
            task=None if unit.task is None else TaskTerms.of(unit.task),
        )


def catalogue_of(index: PlanIndex, language: Language) -> Catalogue:
    """Return the catalogue of *index* in *language*, made when first asked for; kept with it, and gone with it."""
    return index.derived(f"catalogue in {language}", lambda found: Catalogue(found, language))
