"""
The readable answer: a decision as a caseworker reads it, in French or English.

What is to be done and when, what is asked and why, what is missing and what for, what was calculated from what. No code and no id
stands in the way; ids are at the end of the line for those who want them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from api.commands.abbreviations import explained
from api.commands.answer_documents import document_lines, documents, heading_of, later_lines, obtained_lines
from api.commands.answer_figures import aged_lines, doubt_lines, missing_figure_lines, why_not_calculated
from api.commands.answer_items import AnswerItems
from api.commands.answer_missing import days_to_come, missing_facts, missing_lines
from api.commands.answer_reasons import why_not
from api.commands.answer_summary import summary
from api.commands.answer_tasks import AnswerTasks
from api.commands.answer_unused import unused_lines
from api.commands.answer_values import values
from api.commands.catalogue import LISTED, LISTS, is_rule
from api.commands.due_bindings import said_state
from api.commands.kind_of_operation import said_kind
from api.commands.lines import BLANK, Line, Style, heading
from api.commands.what_holds_of_all import said_of_all
from domain.facts import UNKNOWN
from domain.provided import WHY_UNKNOWN
from domain.text import Language
from rules.engine.answers.changes import turning_on
from rules.engine.answers.reading import APPLIED, FAILED, NOT_APPLICABLE, NOT_IN_FORCE, UNDETERMINED, Evaluation
from rules.engine.answers.waits import awaited
from rules.engine.decision import Decision
from rules.engine.index import ids_read, type_of
from rules.engine.plan import UnitKind
from rules.engine.run import Outcome
from rules.review.lasting import Lasting, is_measure

YEARS_BACK = re.compile(r"(?<![\w(])N-([12])\b")
LAST_YEAR = re.compile(r"(?<=income of )last year")
NEXT_YEAR = re.compile(r"1er janvier prochain|next 1 January")
YEAR_BEFORE_LAST = re.compile(r"(?<!\(the )year before last")


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
        lasts: until when it stays so, where that was looked at.
    """

    decision: Decision
    language: Language
    title: str = ""
    ids: bool = False
    why_not: bool = False
    lasts: Lasting | None = None

    def lines(self) -> Iterator[Line]:
        """Yield the whole answer."""
        items = AnswerItems(self.decision, self.language, ids=self.ids, whole=self.why_not)
        tasks = AnswerTasks(items)
        sections = [
            self._section(items.say("tasks"), said_of_all(items, tasks.unsettled)),
            self._section(items.say("tasks_now"), tasks.lines(tasks.firm)),
            self._section(items.say("tasks_to_revise"), tasks.lines(tasks.to_revise)),
            *self._later_or_if_they_apply(items, tasks),
            self._list_not_read(items),
            *(self._section(heading_of(items, each), document_lines(items, tasks, each)) for each in LISTS),
            self._section(items.say("gather_later"), later_lines(items, tasks)),
            self._section(items.say("waiting"), tasks.waiting_lines()),
            self._missing(items),
            self._section(items.say("unused"), unused_lines(items)),
            self._section(items.say("missing_figures"), missing_figure_lines(items)),
            self._section(items.say("doubts"), doubt_lines(items)),
            self._section(items.say("aged_figures"), aged_lines(items)),
            self._silent_services(items),
            self._section(items.say("done"), tasks.done_lines()),
            self._section(items.say("obtained"), obtained_lines(items)),
            self._values(items, tasks),
            self._section(items.say("why_not_calculated"), why_not_calculated(items) if self.why_not else ()),
            self._failed(items),
            self._not_applicable(items) if self.why_not else (),
        ]
        told = [line for section in sections for line in section]
        kind = said_kind(self.decision, items.phrasebook)
        kind_said = [Line(items.say("kind_said_once", kind), 0, Style.QUIET)] if kind and not self.why_not else []
        in_short = self._section(items.say("in_short"), summary(items, tasks) if told else [Line(items.say("nothing"), 1)])
        yield from self._dated([*self._head(items), *kind_said, *in_short, *told])
        yield from self._section(items.say("abbreviations"), (Line(each, 1, Style.QUIET) for each in explained(told, self.language)))
        yield from self._dated(self._foot(items))

    def _later_or_if_they_apply(self, items: AnswerItems, tasks: AnswerTasks) -> Iterator[Iterable[Line]]:
        """Yield the sections of tasks for later and of those that may apply; these first where the day of one has passed."""
        later = [
            self._section(items.say("tasks_later"), tasks.lines(tasks.later)),
            self._section(items.say("tasks_done_or_not"), tasks.lines(tasks.done_or_not)),
        ]
        undecided = self._section(items.say("tasks_undecided"), tasks.lines(tasks.undecided))
        late = tasks.late_if_they_apply() or tasks.late_if_they_apply(proposed=True)
        yield from (undecided, *later) if late else (*later, undecided)

    def _dated(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield *lines* with the year that "N-2", "the year before last", "last year" and "next 1 January" are of, counted from today."""
        year = self.decision.as_of.year
        for each in lines:
            words = YEARS_BACK.sub(lambda found: f"{year - int(found[1])} ({found[0]})", each.words)
            for said, back in ((YEAR_BEFORE_LAST, 2), (LAST_YEAR, 1)):
                words = said.sub(rf"\g<0> ({year - back})", words)
            words = NEXT_YEAR.sub(f"{'1er janvier' if self.language == 'fr' else '1 January'} {year + 1}", words)
            yield each if words == each.words else replace(each, words=words)

    def _head(self, items: AnswerItems) -> Iterator[Line]:
        kind = self.decision.index.types[self.decision.subject_type].title.in_language(self.language)
        yield Line(f"{kind} · {self.title}" if self.title else kind, 0, Style.TITLE)
        day = items.pair("reference_day", items.day(self.decision.as_of))
        recorded = items.say("simulated") if self.decision.number is None else items.say("decision", str(self.decision.number))
        yield Line(f"{day} · {recorded}", 0, Style.QUIET, str(self.decision.id) if self.ids and self.decision.id else "")
        if persons := items.parts.persons():
            yield Line(items.pair("persons", items.separator.join(persons)), 0, Style.QUIET)

    def _foot(self, items: AnswerItems) -> Iterator[Line]:
        yield BLANK
        yield Line(self._changes(items), 0, Style.QUIET)
        if self.lasts is not None and self.lasts.follows:
            titles = [each.title.in_language(self.language) for each in self.lasts.follows]
            word = "follows_on" if self.lasts.day is None else "follows_the_day"
            yield Line(f"{items.pair(word, items.first(titles))}.", 0, Style.QUIET)
        if not self.why_not:
            yield Line(items.say("see_all"), 0, Style.QUIET)
        yield Line(items.say("rules", self.decision.rule_set[:12]), 0, Style.QUIET)

    def _changes(self, items: AnswerItems) -> str:
        """Return until when the answer holds, and which rules come out otherwise then, or may: not what is measured by one of them."""
        turns = self.decision.changes_on if self.lasts is None else self.lasts.day
        today = items.day(self.decision.as_of)
        but = "_but" if self.lasts is not None and self.lasts.follows else ""
        if turns is None:
            return items.say(f"changes_never{but}", today)
        if self.lasts is None:
            turning = (unit for unit, _ in turning_on(self.decision.reading, turns) if not unit.hidden and is_rule(unit))
            titles = items.first([each.title.in_language(self.language) for each in turning])
            return items.say("changes_on", today, items.day(turns), f" ({titles})" if titles else "")
        ids = {each.unit.id for each in self.lasts.changed}
        first = [each for each in self.lasts.changed if not (is_measure(each.unit) and ids & {*ids_read(each.unit)})]
        changed = sorted(first, key=lambda each: each.unit.kind is UnitKind.CALCULATION)
        told = items.first([self._changed(items, each) for each in changed], items.separator)
        return items.say(f"changes_first{but}", today, items.day(turns), f" ({told})")

    def _changed(self, items: AnswerItems, evaluation: Evaluation) -> str:
        """Return what comes out otherwise, and of a task how far it has come then."""
        if not isinstance(evaluation.output, Outcome):
            return items.item(evaluation)
        state = said_state(items, evaluation)
        return items.phrasebook.pair(items.item(evaluation), f"{state[:1].lower()}{state[1:]}")

    def _section(self, title: str, lines: Iterable[Line]) -> Iterator[Line]:
        found = list(lines)
        if found:
            yield from heading(title)
            yield from found

    def _list_not_read(self, items: AnswerItems) -> Iterator[Line]:
        """Yield, once and before the documents of an applicant, what the list that they stand on is worth."""
        if any(documents(items, each) for each in LISTS) and self.decision.subject_type in LISTED:
            yield from self._section(items.say("documents"), [Line(items.say("list_not_read"), 1)])

    def _missing(self, items: AnswerItems) -> Iterator[Line]:
        asked, calculated, of_dwelling = missing_facts(items)
        yield from self._section(items.say("missing"), [*missing_lines(items, asked), *days_to_come(items)])
        yield from self._section(items.say("missing_for_values"), missing_lines(items, calculated))
        yield from self._section(items.say("missing_for_dwelling"), missing_lines(items, of_dwelling))

    def _silent_services(self, items: AnswerItems) -> Iterator[Line]:
        def told() -> Iterator[Line]:
            for each in self.decision.answers:
                if each.value is UNKNOWN:
                    label = items.on_part(
                        self.decision.index.facts[each.fact].title.in_language(self.language), type_of(each.fact), each.path
                    )
                    why = WHY_UNKNOWN.get(each.because or "", WHY_UNKNOWN["NO_ANSWER"]).in_language(self.language)
                    asked = " · ".join(map(str, (*each.inputs.values(), each.source)))
                    yield Line(
                        f"• {items.phrasebook.pair(label, why)} ({asked})",
                        1,
                        Style.PLAIN,
                        each.fact if self.ids else "",
                    )

        yield from self._section(items.say("provided_unknown"), told())

    def _values(self, items: AnswerItems, tasks: AnswerTasks) -> Iterator[Line]:
        calculations = list(self.decision.of_kind(UnitKind.CALCULATION))
        applied, undetermined = ([each for each in calculations if each.outcome == outcome] for outcome in (APPLIED, UNDETERMINED))
        yield from self._section(items.say("values"), values(items, applied, undetermined, tasks.plans.days))

    def _failed(self, items: AnswerItems) -> Iterator[Line]:
        chosen = [each for each in self.decision.evaluations if each.outcome == FAILED]
        yield from self._section(items.say("failed"), (items.line(f"• {items.failure(each)}", each, Style.ALARM) for each in chosen))

    def _not_applicable(self, items: AnswerItems) -> Iterator[Line]:
        def told(chosen: Iterable[Evaluation]) -> Iterator[Line]:
            for each in chosen:
                yield items.line(f"• {items.item(each)}", each, Style.PLAIN)
                yield from (replace(line, style=Style.QUIET) for line in why_not(items, each))

        rest = [each for each in self.decision.evaluations if each.outcome in {NOT_APPLICABLE, NOT_IN_FORCE}]
        later = [each for each in rest if awaited(self.decision.explanation, each) is not None]
        yield from self._section(items.say("not_applicable_yet"), told(later))
        yield from self._section(items.say("not_applicable"), told(each for each in rest if each not in later))
