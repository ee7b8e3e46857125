"""One rule to be read: what it asks for and when, what it reads, on which text it rests, what depends on it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from api.commands.catalogue import Graph
from api.commands.lines import Line, Style, heading
from api.commands.words import WORDS
from domain.calendar import Period
from domain.text import Language, Text, text
from rules.engine.index import PlanIndex
from rules.engine.language.citations import cited
from rules.engine.language.wording import Wording
from rules.engine.language.words import said_day, said_number
from rules.engine.plan import FigurePlan, Unit
from rules.engine.rule import Confidence, Requirement
from rules.engine.terms import And, Leaf, Negation, Or, Tree, UnitTerm
from rules.review.case_words import CaseWords
from rules.review.stated import Statement

KINDS: dict[str, Text] = {
    "document": text(fr="Pièce", en="Document"),
    "calculation": text(fr="Calcul", en="Calculation"),
    "task": text(fr="Tâche", en="Task"),
    "condition": text(fr="Condition partagée", en="Shared condition"),
    "fact": text(fr="Fait", en="Fact"),
    "figure": text(fr="Chiffre daté", en="Dated figure"),
}


READ_BY = text(fr="Ce qui en dépend", en="What depends on it")
CASES = text(fr="Cas d’essai (leurs noms sont en anglais)", en="Cases")
NO_CASES = text(
    fr="Aucun cas ne parle d’elle seule ; voir ceux des règles qui en dépendent.",
    en="No case is about it alone; see the rules that depend on it.",
)


class RuleSheet:
    """A rule in one language, with figures as they are on one day."""

    def __init__(self, unit: Unit, index: PlanIndex, graph: Graph, language: Language, today: date) -> None:
        self.unit = unit
        self.index = index
        self.graph = graph
        self.language = language
        self.today = today
        self.wording = Wording(index, language)

    def lines(self) -> Iterator[Line]:
        """Yield the whole sheet."""
        unit = self.unit
        yield Line(self._say(unit.title), 0, Style.TITLE)
        about = f"{self._say(KINDS[unit.kind.value])} · {self._say(self.index.types[unit.type].title)}"
        yield Line(about, 0, Style.QUIET, unit.id)
        if unit.note is not None:
            yield Line(self._say(unit.note))
        if unit.headline is not None:
            where = self._words("dans le résumé de la réponse", "in the summary of the answer")
            yield Line(self.wording.pair(where, self._say(unit.headline)))
        for each in unit.doubts:
            said = self._say(self.index.units[each.id].title)
            yield Line(self.wording.pair(self._words("à vérifier, le cas échéant", "to be verified, where it is so"), said))
        yield from self._asked()
        tree = unit.condition if unit.when is None else Leaf(-1, "condition", (unit.when,))
        if unit.kind.value != "calculation" or tree is not None:
            yield from heading(self._words("Quand", "When"))
            yield from self._tree(tree, 1) if tree else [Line(self._say(WORDS["always"]), 1)]
        yield from self._task()
        yield from self._reads()
        yield from self._sources()
        yield from read_by_lines(self.unit.id, self.graph, self.language)

    def _asked(self) -> Iterator[Line]:
        document = self.unit.document
        if document is not None:
            yield Line(self._say(Requirement[document.requirement].label))
            if document.standing != document.requirement:
                yield Line(self._say(WORDS[document.standing]))
            if document.obtained is not None:
                yield Line(
                    self.wording.pair(
                        self._words("à vérifier au dossier dès que", "to be checked in the file once"), self.wording.name(document.obtained)
                    )
                )

    def _tree(self, tree: Tree, depth: int) -> Iterator[Line]:
        match tree:
            case Leaf():
                yield Line(f"• {self.wording.condition(tree)}", depth)
                named = tree.terms[0]
                if tree.test == "condition" and isinstance(named, UnitTerm) and self.index.units[named.id].condition:
                    inner = self.index.units[named.id].condition
                    yield from self._tree(inner, depth + 1) if inner is not None else ()
            case Negation(item):
                yield Line(f"• {self._say(WORDS['not'])}", depth)
                yield from self._tree(item, depth + 1)
            case And(items) | Or(items):
                yield Line(f"• {self._say(WORDS['all_of' if isinstance(tree, And) else 'any_of'])}", depth)
                for item in items:
                    yield from self._tree(item, depth + 1)

    def _task(self) -> Iterator[Line]:
        task = self.unit.task
        if task is None:
            return
        yield from heading(self._words("Faite quand", "Done when"))
        yield from self._tree(task.closed, 1)
        yield from heading(self._words("Échéance", "Due"))
        yield Line(self.wording.name(task.due) if task.due else self._say(WORDS["no_due"]), 1)
        thresholds = {
            self._words("à faire à partir de", "to do from"): task.shown_from,
            self._words("alerte modérée", "moderate alert"): task.moderate,
            self._words("alerte critique", "critical alert"): task.critical,
        }
        for name, before in thresholds.items():
            if before is not None:
                length = self._say(Period(*before).label)
                yield Line(self.wording.pair(name, self._words(f"{length} avant", f"{length} before")), 1)
        sure = {self._words("délai", "delay"): task.delay_confidence if task.due else "SOURCED"}
        sure |= {self._words("alertes", "alerts"): task.alerts_confidence if task.moderate or task.critical else "SOURCED"}
        for name, confidence in sure.items():
            if confidence != "SOURCED":
                yield Line(self.wording.pair(name, self._say(Confidence[confidence].label)), 1, Style.QUIET)

    def _reads(self) -> Iterator[Line]:
        names = self.graph.reads[self.unit.id]
        if names:
            yield from heading(self._words("Ce qu’elle lit", "What it reads"))
        for name in names:
            node = self.graph.nodes[name]
            figure = self.index.figures.get(name)
            said = f"{self._say(KINDS[node.kind])} · {self._say(node.title)}"
            yield Line(said if figure is None else f"{said} ({self._figure(figure)})", 1, Style.PLAIN, name)

    def _figure(self, figure: FigurePlan) -> str:
        period = self.index.period(figure.id, self.today) or figure.periods[-1]
        since = self._say(WORDS["in_force_since" if period.dated else "in_force_then"])
        since = since.format(said_day(period.since, self.language))
        said = period.value is not None and not isinstance(period.value, dict)
        value = said_number(str(period.value), figure.unit, self.language) + ", " if said else ""
        doubt = "" if period.confidence == "SOURCED" else f", {self._say(Confidence[period.confidence].label)}"
        if period.sure_until is not None:
            doubt += ", " + self._say(WORDS["sure_until"]).format(said_day(period.sure_until, self.language))
        unsure = (each for each in figure.periods if each is not period and each.confidence != "SOURCED")
        others = "".join(f" ; {said_day(each.since, self.language)} : {self._say(Confidence[each.confidence].label)}" for each in unsure)
        return f"{value}{since}, {cited(self.index.plan.sources[period.source], self.language)}{doubt}{others}"

    def _sources(self) -> Iterator[Line]:
        unit = self.unit
        if unit.sources:
            yield from heading(self._words("Textes", "Texts"))
        for name in unit.sources:
            source = self.index.plan.sources[name]
            yield Line(f"{cited(source, self.language)} — {self._say(source.title)}", 1)
            version = None if source.version is None else self._say(source.version)
            yield from (Line(each, 2, Style.QUIET) for each in (source.address, version) if each)
        yield Line(self.wording.pair(self._words("confiance", "confidence"), self._say(Confidence[unit.confidence].label)), 1)
        days = {self._words("en vigueur depuis le", "in force since"): unit.since, self._words("jusqu’au", "until"): unit.until}
        yield from (Line(f"{name} {said_day(day, self.language)}", 1) for name, day in days.items() if day)
        place = unit.place.replace(", line ", self._words(", ligne ", ", line "))
        yield Line(f"version {unit.version} · {place}" if unit.version else place, 1, Style.QUIET)

    def cases(self, stated: Sequence[Statement]) -> Iterator[Line]:
        """Yield what cases state of it: each by its name, and below it on which days and of which part."""
        words = CaseWords(self.index, self.language)
        yield from heading(self._say(CASES))
        for case, of_case in groupby(stated, key=lambda each: each.case):
            yield Line(f"• {case}", 1)
            for (first, last), of_day in groupby(of_case, key=lambda each: (each.first, each.last)):
                said = [f"{f'{each.part}, ' if each.part else ''}{words.expected(each.expected, self.unit)}" for each in of_day]
                yield Line(self.wording.pair(words.days(first, last), self._words(" ; ", "; ").join(said)), 2, Style.QUIET)
        if not stated:
            yield Line(self._say(NO_CASES), 1)

    def _say(self, words: Text) -> str:
        return words.in_language(self.language)

    def _words(self, fr: str, en: str) -> str:
        return fr if self.language == "fr" else en


def read_by_lines(name: str, graph: Graph, language: Language) -> Iterator[Line]:
    """Yield the rules and conditions that read a rule, figure or fact."""
    names = graph.read_by().get(name, ())
    if names:
        yield from heading(READ_BY.in_language(language))
    for each in names:
        node = graph.nodes[each]
        yield Line(f"{KINDS[node.kind].in_language(language)} · {node.title.in_language(language)}", 1, Style.PLAIN, each)
