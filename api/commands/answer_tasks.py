"""What the readable answer says of tasks: the most pressing first, when each is due and since when it is late, and what was done."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from api.commands.answer_items import AnswerItems
from api.commands.answer_reasons import because
from api.commands.answer_waiting import WaitingTasks
from api.commands.blocking import Blocking, is_unsure
from api.commands.bringing import Bringing
from api.commands.deadlines import Deadlines
from api.commands.due_bindings import (
    BINDINGS,
    BY_LAW,
    PROPOSED,
    binding_of,
    due_doubts,
    is_reminder,
    said_state,
)
from api.commands.lines import Line, Style
from api.commands.planned_days import deeds, held_against_itself, planned_day, questioned_day
from api.commands.plans_in_question import PlansInQuestion, said_by_construction
from rules.engine.answers.days_told import done_on, is_told_by_what_came_after
from rules.engine.answers.reading import APPLIED, UNDETERMINED, Evaluation
from rules.engine.language.doubts import TO_VERIFY
from rules.engine.language.words import said_number
from rules.engine.plan import UnitKind
from rules.engine.rule import Confidence
from rules.engine.run import Outcome
from rules.engine.trees import leaves_of
from tracing.decision_entry import first_days

STYLES = {Outcome.MISSED: Style.ALARM, Outcome.CRITICAL: Style.ALARM, Outcome.MODERATE: Style.WARNING}

ALERTS = {Outcome.MODERATE, Outcome.CRITICAL}

SOON = timedelta(30)
"""How long before its due day a task is to be done now, even where no alert is on."""


class AnswerTasks:
    """The tasks of one answer."""

    def __init__(self, items: AnswerItems) -> None:
        self.items = items
        self.reading = items.decision.reading
        of_kind = list(items.decision.of_kind(UnitKind.TASK))
        applied = [each for each in of_kind if each.outcome == APPLIED and isinstance(each.output, Outcome)]
        undecided = [each for each in of_kind if each.outcome == UNDETERMINED]
        unclosed = [each for each in applied if each.output is not Outcome.CLOSED]
        self.waiting = WaitingTasks(items, of_kind)
        self.blocking = Blocking([*unclosed, *undecided, *self.waiting.tasks])
        self.plans = PlansInQuestion(items, self.blocking, (each for each in unclosed if self.is_pressing(each)))
        alerted = [each for each in unclosed if each.output in ALERTS and not self._reminds(each)]
        self.before_alerts = {before.key for each in alerted for before in self.blocking.of(each)}
        self._missed = [each for each in unclosed if each.output is Outcome.MISSED]
        self.open = sorted(unclosed, key=self._urgency)
        self.pressing = [each for each in self.open if self.is_pressing(each)]
        self.to_revise = [each for each in self.open if self.plans.is_to_revise(each)]
        self.firm = [each for each in self.pressing if each not in self.to_revise]
        self.later = [each for each in self.open if each not in self.pressing and each not in self.to_revise]
        closed = [each for each in applied if each.output is Outcome.CLOSED]
        self.done = sorted(closed, key=lambda each: self._done(each) or date.max)
        undecided.sort(key=lambda each: (items.due(each) or date.max, each.key))
        self.undecided = [each for each in undecided if is_unsure(each)]
        self.done_or_not = [each for each in undecided if each not in self.undecided]
        self.unsettled = [*self.open, *undecided]
        self.to_come = [*self.unsettled, *self.waiting.tasks]
        self.deadlines = Deadlines(items, self.plans, self.blocking, self.to_come)

    def late(self, binding: str) -> list[Evaluation]:
        """Return the open tasks whose day is past, of those that bind alike."""
        late = (each for each in self.open if each.output is Outcome.MISSED and binding_of(self.items, each) == binding)
        return [each for each in late if not self.plans.is_to_revise(each)]

    def late_if_they_apply(self, *, proposed: bool = False) -> list[Evaluation]:
        """Return the tasks that are not known to apply, and whose day is past if they do; those of a proposed day apart."""
        found = ((each, self.items.due(each)) for each in self.undecided if (binding_of(self.items, each) == PROPOSED) is proposed)
        return [each for each, due in found if due is not None and due < self.items.decision.as_of]

    def to_settle(self, *, possible: bool) -> list[Evaluation]:
        """Return the other tasks that are not known to apply: those that can be done already if they do, or those that cannot."""
        late = [*self.late_if_they_apply(), *self.late_if_they_apply(proposed=True)]
        others = (each for each in self.undecided if each not in late)
        return [each for each in others if (self.deadlines.possible_since(each) is not None) is possible]

    def _urgency(self, evaluation: Evaluation) -> tuple[bool, bool, int, int, bool, bool, date, int, str]:
        """
        Return what sorts open tasks: what a text makes late, or may, then by alert what upsets the plan, what is soon, in the way.

        What counts to a day that this tool proposes stands after every alert of a day that binds, but for what an alert waits for; where
        such a day has passed, what another task waits for stands first. What a late task waits for ranks with it, and so does what ends
        the doubt of its day, which stands before it.
        """
        order = [Outcome.MISSED, Outcome.CRITICAL, Outcome.MODERATE, Outcome.TO_DO]
        bound = self._bound(evaluation) if evaluation.output is Outcome.MISSED else 0
        due, steps = self.items.due(evaluation) or date.max, self.blocking.steps(evaluation)
        after_alerts = self._reminds(evaluation) and evaluation.key not in self.before_alerts
        quiet, rank = evaluation.output is Outcome.TO_DO, order.index(evaluation.output)
        unquestioned = questioned_day(self.reading.index, evaluation) is None
        alone = bound == BINDINGS.index(PROPOSED) and not self.blocking.by(evaluation)
        return (
            quiet,
            after_alerts,
            rank,
            bound,
            unquestioned,
            alone,
            due,
            steps + bool(self._in_doubt_until_done(evaluation)),
            evaluation.key,
        )

    def _bound(self, missed: Evaluation) -> int:
        """Return how much the day of a late task binds, or that of a late task which waits for it or rests on a doubt that it ends."""
        waiting = (each for each in self._missed if missed in (*self.blocking.of(each), *self._in_doubt_until_done(each)))
        return min(BINDINGS.index(binding_of(self.items, each)) for each in (missed, *waiting))

    def _in_doubt_until_done(self, evaluation: Evaluation) -> list[Evaluation]:
        """Return the late tasks that give a day which is taken for known behind the due day of another late one."""
        index = self.reading.index
        lacking = {fact for doubt in due_doubts(self.items, evaluation) for fact in deeds(index, doubt.condition)}
        closing = ((each, each.unit.task.closed) for each in self._missed if each.unit.task is not None)
        return [each for each, closed in closing if each.key != evaluation.key and not lacking.isdisjoint(deeds(index, closed))]

    def _reminds(self, evaluation: Evaluation) -> bool:
        """Tell whether a task alerts nobody: this tool proposes its day, or what it prepares is to be decided first."""
        return is_reminder(self.items, evaluation) or self.plans.is_put_off(evaluation)

    def is_pressing(self, evaluation: Evaluation) -> bool:
        """Tell whether a task is late, under alert or due soon."""
        due = self.items.due(evaluation)
        return evaluation.output is not Outcome.TO_DO or (due is not None and due <= self.items.decision.as_of + SOON)

    def _done(self, evaluation: Evaluation) -> date | None:
        return done_on(self.reading, evaluation)

    def later_with(self, document: Evaluation) -> Evaluation | None:
        """Return the task that brings a document, where it is for later: none that does is pressing, or it comes out of its task."""
        bringing = self._bringing.of(document)
        made_then = document.unit.document is not None and document.unit.document.made_then
        now = not made_then and any(map(self._is_for_now, bringing))
        return None if not bringing or now else min(bringing, key=lambda each: self.items.due(each) or date.max)

    def _is_for_now(self, evaluation: Evaluation) -> bool:
        """Tell whether a task presses otherwise than by a reminder of a day that is still far, or by a day that is to be revised."""
        due = self.items.due(evaluation)
        far = due is not None and due > self.items.decision.as_of + SOON
        return evaluation in self.firm and not (far and is_reminder(self.items, evaluation))

    @cached_property
    def _bringing(self) -> Bringing:
        return Bringing(self.reading, self.to_come)

    # Lines.

    def lines(self, tasks: Iterable[Evaluation]) -> Iterator[Line]:
        """Yield tasks with their days and reasons; what one rule says of itself stands once, over its tasks that follow each other."""
        for _, found in groupby(tasks, key=lambda each: each.unit.id):
            first, *others = found
            if not others:
                yield from (*self._explained(first), *self.items.grounds(first.unit))
                continue
            those = [first, *others]
            yield Line(self.items.say("tasks_together", self.items.by_title(those)[0], str(len(those))), 1)
            yield from self.items.grounds(first.unit)
            yield from (replace(line, depth=line.depth + 1) for each in those for line in self._explained(each))

    def _explained(self, evaluation: Evaluation) -> Iterator[Line]:
        told = isinstance(evaluation.output, Outcome) and evaluation not in self.done_or_not
        state = f"{self.state(evaluation)} · " if told else ""
        unsure = (evaluation.output is Outcome.MISSED and binding_of(self.items, evaluation) != BY_LAW) or is_reminder(
            self.items, evaluation
        )
        style = Style.WARNING if unsure else STYLES.get(evaluation.output, Style.ITEM)
        yield self.items.line(f"• {state}{self.items.item(evaluation)}", evaluation, style)
        yield from (Line(said, 2) for said in self.deadlines.said(evaluation))
        yield from because(self.items, evaluation)

    @cached_property
    def awaited(self) -> dict[str, list[str]]:
        """The tasks that wait, each once, by what they wait for; the due days that are known stand with them."""
        return self.waiting.by_event(self.with_due)

    def waiting_lines(self) -> Iterator[Line]:
        """Yield the tasks that wait, by what they wait for."""
        for event, titles in self.awaited.items():
            yield Line(self.items.phrasebook.pair(f"• {event}", ", ".join(titles)), 1)

    def heading_of(self, evaluation: Evaluation) -> str:
        """Return a task with the day by which it is due; where none is known, with what it waits for, if anything."""
        if self.items.due(evaluation) is not None:
            return self.with_due(evaluation)
        event = self.waiting.event_of(evaluation)
        return f"{self.items.item(evaluation)} ({self.items.say('awaits', event) if event else self.items.say('no_day_yet')})"

    def with_due(self, evaluation: Evaluation) -> str:
        """Return a task with its part and, where it is known, the day by which it is due."""
        due, item = self.items.due(evaluation), self.items.item(evaluation)
        if due is None:
            return item
        day = self.items.due_day(due, apposed=True)
        planned = self.plans.to_set_anew(evaluation)
        upset = self.deadlines.upset(evaluation) if planned is None else [self.plans.said("anew", planned)]
        told = [self.items.say(f"due{binding_of(self.items, evaluation)}", day), *upset]
        shown = first_days(self.items.decision, evaluation).shown
        if shown is not None and shown > self.items.decision.as_of:
            told.insert(0, self.items.say("shown_from", self.items.day(shown)))
        return f"{item} ({self.items.separator.join(told)})"

    def done_lines(self) -> Iterator[Line]:
        """Yield what is done: when, by which fact, on which texts."""
        for each in self.done:
            doubtful = f", {TO_VERIFY.in_language(self.items.language)}" if self.items.is_done_in_doubt(each) else ""
            yield self.items.line(f"• {self.state(each)}{doubtful} · {self.items.item(each)}", each, Style.GOOD)
            assert each.unit.task is not None
            reckoned = list(said_by_construction(self.items, each))
            yield from (Line(said, 2) for said in reckoned)
            yield from () if reckoned else because(self.items, each, leaves_of(each.unit.task.closed))
            yield Line(self.items.sources(each.unit), 2, Style.QUIET)

    def state(self, evaluation: Evaluation) -> str:
        """Return how far a task has come, in words: since when it is done, and how late that was."""
        assert isinstance(evaluation.output, Outcome)
        done, due = self._done(evaluation), self.items.due(evaluation)
        if evaluation.output is Outcome.TO_DO and evaluation in self.later:
            return self.items.say("state_undated" if due is None else "state_later")
        if evaluation.output is Outcome.CLOSED and planned_day(self.reading.index, evaluation.unit) is not None:
            return self.items.say("plan_reckoned" if held_against_itself(self.reading, evaluation) else "plan_holds")
        if self.plans.is_to_revise(evaluation):
            return self.items.say(f"to_revise{binding_of(self.items, evaluation)}")
        if evaluation.output is not Outcome.CLOSED or done is None:
            return said_state(self.items, evaluation)
        if is_told_by_what_came_after(self.reading, evaluation):
            return self.items.say("done_by", self.items.day(done))
        said = self.items.say("done_on", self.items.day(done))
        binding = binding_of(self.items, evaluation)
        if due is None or done <= due or binding == PROPOSED:  # what this tool proposes makes nobody late
            return said
        late = said_number(str((done - due).days), "day", self.items.language)
        assert evaluation.unit.task is not None
        derived = binding == BY_LAW and evaluation.unit.task.delay_confidence == Confidence.DERIVED.name
        return said + self.items.say("done_late_derived" if derived else f"done_late{binding}", late, self.items.due_day(due, apposed=True))
