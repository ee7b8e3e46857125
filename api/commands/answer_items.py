"""What the readable answer says of one rule on one part: its reasons, inputs and sources."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from api.commands.kind_of_operation import KIND, texts_told
from api.commands.lines import Line, Style
from api.commands.one_paper import covered
from api.commands.part_names import PartNames
from api.commands.planned_days import days_lacking, questioned_day
from api.commands.words import COUNTS, WORDS
from domain.days_off import day_off
from domain.facts import UNKNOWN
from domain.text import Language
from rules.engine.answers.days_told import days_awaited
from rules.engine.answers.explain import read_by
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import APPLIED, UNDETERMINED, Evaluation, Value
from rules.engine.decision import Decision
from rules.engine.language.citations import cited
from rules.engine.language.doubts import said_doubts, said_period
from rules.engine.language.sentences import Phrasebook
from rules.engine.language.wording import OR
from rules.engine.language.words import said_day
from rules.engine.plan import Unit, UnitKind
from rules.engine.rule import Confidence
from rules.engine.run import Node, Outcome, as_day
from rules.engine.terms import FigureTerm, MovedTerm, UnitTerm
from rules.engine.trees import leaves_of

SHOWN = 4
"""How many of a kind are named before the rest is counted."""

SHOWN_CALCULATIONS = 2
"""How many of the calculations that a fact is needed for are named: there are many such facts."""


class AnswerItems:
    """
    Says the items of one decision in one language.

    Args:
        decision: what was decided.
        language: to say it in.
        ids: whether ids stand at the end of lines.
        whole: whether lists are named to the last.
    """

    def __init__(self, decision: Decision, language: Language, *, ids: bool = False, whole: bool = False) -> None:
        self.decision = decision
        self.language = language
        self.ids = ids
        self.whole = whole
        self.separator = " ; " if language == "fr" else "; "
        self.phrasebook = Phrasebook(decision.index, language)
        self.parts = PartNames(decision, language)

    def say(self, word: str, *values: str) -> str:
        """Return a heading or connecting word."""
        return WORDS[word].in_language(self.language).format(*values)

    def pair(self, word: str, value: str) -> str:
        """Return a word and what it introduces."""
        return self.phrasebook.pair(self.say(word), value)

    def counted(self, word: str, count: int) -> str:
        """Return how many there are, in the word for one or for several."""
        one, many = COUNTS[word]
        return (one if count < 2 and (count or self.language == "fr") else many).in_language(self.language).format(count)

    def led(self, word: str, count: int, first: str) -> str:
        """Return how many there are, and which one comes *first*."""
        return self.counted(word, count) + self.say("first" if count > 1 else "only", self.phrasebook.quoted([first], OR))

    def line(self, words: str, evaluation: Evaluation, style: Style) -> Line:
        """Return the line that names a rule on a part."""
        return Line(words, 1, style, evaluation.key if self.ids else "")

    def day(self, day: date) -> str:
        """Return a day in words."""
        return said_day(day.isoformat(), self.language)

    def due_day(self, day: date, *, apposed: bool = False) -> str:
        """Return a day by which something is due in words, and what closes offices on it; *apposed* where parentheses follow."""
        closed = day_off(day)
        if closed is None:
            return self.day(day)
        said = closed.in_language(self.language)
        return f"{self.day(day)}, {said}" if apposed else f"{self.day(day)} ({said})"

    def first(self, words: list[str], separator: str = ", ", *, shown: int = SHOWN) -> str:
        """Return the first *shown* of *words* and how many there are besides."""
        named, rest = self._named(words, shown)
        return f"{separator.join(named)} {self.say('and_others', str(rest))}" if rest else separator.join(named)

    def shortened(self, words: list[str]) -> list[str]:
        """Return the first of *words* and, last, how many there are besides."""
        named, rest = self._named(words, SHOWN)
        return [*named, self.say("and_others", str(rest))] if rest else named

    def is_cut(self, words: list[str], shown: int) -> bool:
        """Tell whether of so many words not all are named."""
        return bool(self._named(words, shown)[1])

    def _named(self, words: list[str], shown: int) -> tuple[list[str], int]:
        distinct = list(dict.fromkeys(words))
        rest = len(distinct) - shown
        return (distinct, 0) if self.whole or rest <= 1 else (distinct[:shown], rest)  # one more is as short as saying so

    # Any rule.

    def title(self, evaluation: Evaluation) -> str:
        """Return the title of the rule."""
        return evaluation.unit.title.in_language(self.language)

    def on(self, words: str, where: str) -> str:
        """Return *words* and what they are about."""
        return f"{words} — {where}" if where else words

    def on_part(self, words: str, of: str, path: str) -> str:
        """Return *words* and the part they are about, by its type and path."""
        return self.on(words, self.parts.name(of, path) if path else "")

    def item(self, evaluation: Evaluation) -> str:
        """Return the title and the part."""
        return self.on_part(self.title(evaluation), evaluation.node.type_name, evaluation.node.path)

    def by_title(self, evaluations: Iterable[Evaluation], *, here: Node | None = None) -> list[str]:
        """Return each title once, with the parts that it is said of other than the part *here*."""
        parts: dict[str, list[str]] = {}
        for each in evaluations:
            named = [] if not each.node.path or each.node is here else [self.parts.name(each.node.type_name, each.node.path)]
            parts.setdefault(self.title(each), []).extend(named)
        return [self.on(title, self.first(those)) for title, those in parts.items()]

    def grounds(self, unit: Unit) -> Iterator[Line]:
        """Yield what the rule says of itself, and on which texts it rests."""
        if unit.note is not None:
            yield Line(unit.note.in_language(self.language), 2)
        yield Line(self.sources(unit), 2, Style.QUIET)

    def sources(self, unit: Unit) -> str:
        """Return the legal texts, and how sure we are of the rule where no text says it outright."""
        said = self.pair("source", self.separator.join(self.texts(unit)))
        confidence = Confidence[unit.confidence]
        return said if confidence is Confidence.SOURCED else f"{said} ({confidence.label.in_language(self.language)})"

    def texts(self, unit: Unit) -> list[str]:
        """Return the legal texts, each as it is cited."""
        return [self.text_of(each) for each in texts_told(self.decision, unit)]

    def failure(self, evaluation: Evaluation) -> str:
        """Return which rule failed, and how."""
        found = [each for each in evaluation.node.failures if each[0] == evaluation.unit.slot]
        return self.phrasebook.pair(self.item(evaluation), ", ".join(f"{name}: {text}" for _, name, text in found) or "?")

    # Documents.

    @cached_property
    def covered(self) -> dict[str, Evaluation]:
        """The documents that the paper of another is as well, by key, each with that other."""
        return covered(each for each in self.decision.of_kind(UnitKind.DOCUMENT) if each.outcome == APPLIED)

    def terms(self, evaluation: Evaluation) -> Iterator[str]:
        """Yield how many are asked for, for when, and what will do instead."""
        document = evaluation.unit.document
        assert document is not None
        period = "" if document.period is None else document.period.in_language(self.language)
        if document.number > 1 or period:
            yield " · ".join(each for each in (f"× {document.number}" if document.number > 1 else "", period) if each)
        if document.alternatives:
            yield self.pair("one_of", ", ".join(each.in_language(self.language) for each in document.alternatives))

    # Tasks.

    def due(self, evaluation: Evaluation) -> date | None:
        """Return the day by which a task is to be done."""
        return self.decision.reading.due(evaluation.unit, evaluation.node)

    def is_done_in_doubt(self, evaluation: Evaluation) -> bool:
        """Tell whether something was taken for true behind what closed a task."""
        explanation, closed = self.decision.explanation, evaluation.unit.task.closed if evaluation.unit.task else None
        reached = (each for each in leaves_of(closed) if evaluation.node.block[each.slot] is not None)
        read = (explanation.reading.value(term, evaluation.node, evaluation.unit) for leaf in reached for term in leaf.terms)
        return any(explanation.aging.doubts_behind(each, evaluation) for each in read)

    # Values.

    def value(self, evaluation: Evaluation) -> str:
        """Return a calculated value with its unit."""
        if evaluation.unit.id in self._due_days and evaluation.output is not None:
            return self.due_day(as_day(evaluation.output))
        return self.phrasebook.words(evaluation.output, UnitTerm(evaluation.unit.id, 0, evaluation.unit.slot))

    @cached_property
    def _due_days(self) -> set[str]:
        """The calculations whose day is that by which a task is due."""
        tasks = (each.task for each in self.decision.index.units.values())
        terms = (each.due.of for each in tasks if each is not None and each.due is not None and not each.due.periods)
        return {each.id for each in terms if isinstance(each, UnitTerm)}

    def origins(self, evaluation: Evaluation) -> Iterator[str]:
        """Yield what a value was calculated from, one input a line."""
        values = [each for each in self.decision.reading.inputs(evaluation) if each.origin != "day"]
        telling = [each for each in values if each.term != evaluation.unit.when and each.id != KIND]
        inputs = [self._input(each, evaluation) for each in (values if self.whole else telling or values)]
        if inputs:
            yield self.pair("from", self.separator.join(inputs))

    def _input(self, value: Value, evaluation: Evaluation) -> str:
        name = self.phrasebook.name(value.term)
        if isinstance(value.term, MovedTerm):
            counted_from = self.decision.reading.value(value.term.of, evaluation.node, evaluation.unit).value
            name = f"{name} ({self.phrasebook.words(counted_from, value.term.of)})" if value.term.periods else name
        if isinstance(value.term, FigureTerm):
            return self.figure(value, evaluation.unit)
        said = self.phrasebook.pair(name, self.phrasebook.words(value.value, value.term))
        source = self._provided.get((value.path, value.id))
        if doubt := self.doubt(value, evaluation):
            return f"{said} ({doubt})"
        return f"{said} ({self.say('given_by', source)})" if source else said

    def doubt(self, value: Value, evaluation: Evaluation) -> str:
        """Return what is to be verified of an input; nothing where nothing is."""
        aging = self.decision.explanation.aging
        return said_doubts(aging.doubts_behind(value, evaluation), self.language, aged=aging.marks(value, evaluation))

    def figure(self, value: Value, unit: Unit) -> str:
        """Return a dated figure that *unit* read: its value, since when it holds and by which text where *unit* rests on others."""
        known = "" if isinstance(value.value, dict) else self.phrasebook.words(value.value, value.term)
        name = self.phrasebook.name(value.term)
        said = self.phrasebook.pair(name, known) if known else name
        if value.period is None:
            return said
        text = "" if value.period.source in unit.sources else self.text_of(value.period.source)
        return f"{said} ({said_period(value.period, self.language, text, aged=value.aged)})"

    def text_of(self, source: str) -> str:
        """Return a legal text as it is cited."""
        return cited(self.decision.index.plan.sources[source], self.language)

    @cached_property
    def _provided(self) -> dict[tuple[str, str], str]:
        return {(each.path, each.fact): each.source for each in self.decision.answers if each.value is not UNKNOWN}

    # What is missing.

    def asked_for_due(self, evaluation: Evaluation) -> list[Missing]:
        """Return the facts without which the due day of a task is not known: those nobody said, and the days that have none yet."""
        return [*self.decision.explanation.missing_for_due(evaluation), *self.days_without_one(evaluation)]

    def days_without_one(self, evaluation: Evaluation) -> list[Missing]:
        """Return the days that have none yet and that the due day of a task is counted from, or that a plan in question waits for."""
        task, reading = evaluation.unit.task, self.decision.reading
        if task is None or task.due is None:
            return []
        if self.due(evaluation) is None:
            return [Missing(fact, path, -1) for fact, path in days_awaited(reading, evaluation)]
        if questioned_day(self.decision.index, evaluation) is None:
            return []
        lacking = days_lacking(reading, task.closed, evaluation.node)
        return [Missing(fact, path, -1) for days in lacking for fact, path in days]

    def asked_by(self, evaluation: Evaluation) -> Iterator[Missing]:
        """Yield the facts that a task which is to be done asks for, on its part and below: those nobody said, and days without one."""
        asked = evaluation.unit.task.asks_for if evaluation.unit.task and evaluation.outcome == APPLIED else ()
        if not asked:
            return
        read = read_by(self.decision.explanation.reasons(evaluation))
        for each, _ in self.decision.missing:
            parts = read.get(each.fact.id)
            if each.fact.id in asked and (each.path.startswith(evaluation.node.path) if parts is None else each.path in parts):
                yield each
        for place, fact in enumerate(self.decision.index.types[evaluation.node.type_name].facts):
            if fact.id in asked and evaluation.node.values[place] is None:
                yield Missing(fact, evaluation.node.path, -1)

    def waiting_for(self, missing: Missing) -> list[Evaluation]:
        """Return the evaluations that wait for a missing fact."""
        return self._waiting.get((missing.fact.id, missing.path), [])

    def waiting(self, missing: Missing) -> list[str]:
        """Return the ids of the rules that wait for a missing fact."""
        return self.decision.waiting.rules(missing)

    @cached_property
    def _waiting(self) -> dict[tuple[str, str], list[Evaluation]]:
        found: dict[tuple[str, str], dict[str, Evaluation]] = {}
        for evaluation in self.decision.evaluations:
            more = (*self.days_without_one(evaluation), *self.asked_by(evaluation)) if is_open(evaluation) else ()
            for each in (*self.decision.explanation.missing(evaluation), *more):
                found.setdefault((each.fact.id, each.path), {})[evaluation.key] = evaluation
        return {place: list(those.values()) for place, those in found.items()}


def is_open(evaluation: Evaluation) -> bool:
    """Tell whether a task is to be done, or may have to be."""
    return evaluation.outcome == UNDETERMINED or (evaluation.outcome == APPLIED and evaluation.output is not Outcome.CLOSED)
