"""
The readable answer: a decision as a caseworker reads it, in French or English.

What is to be done and when, what is asked and why, what is missing and what for, what was calculated from what. No code and no id
stands in the way; ids are at the end of the line for those who want them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from api.commands.abbreviations import explained
from api.commands.answer_items import AnswerItems
from api.commands.answer_missing import missing_facts, missing_lines
from api.commands.answer_values import values
from api.commands.catalogue import LISTS, list_of
from api.commands.lines import BLANK, Line, Style, heading
from api.commands.words import UNDECIDED
from domain.facts import UNKNOWN
from domain.provided import WHY_UNKNOWN
from domain.text import Language
from rules.engine.decision import Decision
from rules.engine.plan import UnitKind
from rules.engine.reading import APPLIED, FAILED, NOT_APPLICABLE, NOT_IN_FORCE, UNDETERMINED, Evaluation
from rules.engine.run import Outcome
from rules.review.difference_words import STATES


@dataclass(frozen=True)
class Answer:
    """
    A decision to be read.

    Args:
        decision: what was decided.
        title: what the file is called; none: the type of its subject.
        language: to read it in.
        ids: whether ids stand at the end of lines.
        why_not: whether what does not apply is told too.
    """

    decision: Decision
    language: Language
    title: str = ""
    ids: bool = False
    why_not: bool = False

    def lines(self) -> Iterator[Line]:
        """Yield the whole answer."""
        items = AnswerItems(self.decision, self.language)
        sections = [
            self._tasks(items),
            *(self._documents(items, each) for each in LISTS),
            self._missing(items),
            self._silent_services(items),
            self._values(items),
            self._failed(items),
            self._not_applicable(items) if self.why_not else (),
        ]
        yield from self._head(items)
        told = [line for section in sections for line in section]
        yield from told or [BLANK, Line(items.say("nothing"))]
        yield from self._section(items.say("abbreviations"), (Line(each, 1, Style.QUIET) for each in explained(told, self.language)))
        yield from self._foot(items)

    def _head(self, items: AnswerItems) -> Iterator[Line]:
        kind = self.decision.index.types[self.decision.subject_type].title.in_language(self.language)
        yield Line(f"{kind} · {self.title}" if self.title else kind, 0, Style.TITLE)
        day = items.pair("reference_day", items.day(self.decision.as_of))
        recorded = items.say("simulated") if self.decision.number is None else items.say("decision", str(self.decision.number))
        yield Line(f"{day} · {recorded}", 0, Style.QUIET, str(self.decision.id) if self.ids and self.decision.id else "")

    def _foot(self, items: AnswerItems) -> Iterator[Line]:
        yield BLANK
        if self.decision.changes_on is not None:
            yield Line(items.say("changes_on", items.day(self.decision.changes_on)), 0, Style.QUIET)
        yield Line(items.say("rules", self.decision.rule_set[:12]), 0, Style.QUIET)

    def _section(self, title: str, lines: Iterable[Line]) -> Iterator[Line]:
        found = list(lines)
        if found:
            yield from heading(title)
            yield from found

    def _item(self, words: str, evaluation: Evaluation, style: Style = Style.ITEM) -> Line:
        return Line(words, 1, style, evaluation.key if self.ids else "")

    def _of(self, kind: UnitKind, outcome: str) -> Iterator[Evaluation]:
        return (each for each in self.decision.of_kind(kind) if each.outcome == outcome)

    def _documents(self, items: AnswerItems, group: str) -> Iterator[Line]:
        chosen = [each for each in self._of(UnitKind.DOCUMENT, APPLIED) if list_of(each.unit) == group]
        if group == "NEVER":
            yield from self._section(items.say(group), (Line(each, 1) for each in dict.fromkeys(items.title(each) for each in chosen)))
        else:
            yield from self._section(items.say(group), self._explained(items, chosen))

    def _explained(self, items: AnswerItems, chosen: Iterable[Evaluation]) -> Iterator[Line]:
        """Yield documents; those that are asked for for the same reasons, on the same texts, are explained together."""
        alike: dict[tuple[Line, ...], list[Evaluation]] = {}
        for each in chosen:
            explained = (*items.because(each), *items.grounds(each.unit))
            alike.setdefault(explained, []).append(each)
        for explained, documents in alike.items():
            for each in documents:
                yield self._item(f"• {items.item(each)}", each)
                yield from (Line(term, 2) for term in items.terms(each))
            yield from explained

    def _tasks(self, items: AnswerItems) -> Iterator[Line]:
        order = {state: place for place, state in enumerate(STATES)}
        chosen = [each for each in self._of(UnitKind.TASK, APPLIED) if isinstance(each.output, Outcome)]
        chosen.sort(key=lambda each: (order[each.output], items.due(each) or self.decision.as_of.max, each.key))
        chosen += self._of(UnitKind.TASK, UNDETERMINED)
        told = [line for each in chosen for line in self._task(items, each)]
        yield from self._section(items.say("tasks"), [*self._alerts(items, chosen), *told])

    def _alerts(self, items: AnswerItems, tasks: Iterable[Evaluation]) -> Iterator[Line]:
        """Say of which tasks the alert thresholds stand in no text: of almost all, so it is said once."""
        known = {items.title(each): each.unit.task.alerts_confidence for each in tasks if each.unit.task and each.unit.task.critical}
        sourced = [title for title, sure in known.items() if sure == "SOURCED"]
        if len(sourced) < len(known):
            said = items.say("alerts_proposed_but", ", ".join(sourced)) if sourced else items.say("alerts_proposed")
            yield Line(said, 1, Style.QUIET)

    def _task(self, items: AnswerItems, evaluation: Evaluation) -> Iterator[Line]:
        state = evaluation.output if isinstance(evaluation.output, Outcome) else None
        said = UNDECIDED if state is None else STATES[state]
        styles = {Outcome.MISSED: Style.ALARM, Outcome.CRITICAL: Style.ALARM, Outcome.MODERATE: Style.WARNING, Outcome.CLOSED: Style.GOOD}
        yield self._item(
            f"• {said.in_language(self.language)} · {items.item(evaluation)}",
            evaluation,
            Style.ITEM if state is None else styles.get(state, Style.ITEM),
        )
        if state is not Outcome.CLOSED:
            yield from (Line(each, 2) for each in items.deadline(evaluation))
        yield from items.because(evaluation)
        yield from items.grounds(evaluation.unit)

    def _missing(self, items: AnswerItems) -> Iterator[Line]:
        asked, calculated = missing_facts(items)
        yield from self._section(items.say("missing"), missing_lines(items, asked, ids=self.ids))
        yield from self._section(items.say("missing_for_values"), missing_lines(items, calculated, ids=self.ids))

    def _silent_services(self, items: AnswerItems) -> Iterator[Line]:
        def told() -> Iterator[Line]:
            for each in self.decision.answers:
                if each.value is UNKNOWN:
                    label = items.on_part(self.decision.index.facts[each.fact].title.in_language(self.language), each.path)
                    why = WHY_UNKNOWN.get(each.because or "", WHY_UNKNOWN["NO_ANSWER"]).in_language(self.language)
                    yield Line(f"• {items.phrasebook.pair(label, why)} ({each.source})", 1, Style.PLAIN, each.fact if self.ids else "")

        yield from self._section(items.say("provided_unknown"), told())

    def _values(self, items: AnswerItems) -> Iterator[Line]:
        applied, undetermined = self._of(UnitKind.CALCULATION, APPLIED), self._of(UnitKind.CALCULATION, UNDETERMINED)
        yield from self._section(items.say("values"), values(items, applied, undetermined, ids=self.ids, whole=self.why_not))

    def _failed(self, items: AnswerItems) -> Iterator[Line]:
        chosen = [each for each in self.decision.evaluations if each.outcome == FAILED]
        yield from self._section(items.say("failed"), (self._item(f"• {items.failure(each)}", each, Style.ALARM) for each in chosen))

    def _not_applicable(self, items: AnswerItems) -> Iterator[Line]:
        def told() -> Iterator[Line]:
            for each in self.decision.evaluations:
                if each.outcome in {NOT_APPLICABLE, NOT_IN_FORCE}:
                    yield self._item(f"• {items.item(each)}", each, Style.PLAIN)
                    yield from (replace(line, style=Style.QUIET) for line in items.why_not(each))

        yield from self._section(items.say("not_applicable"), told())
