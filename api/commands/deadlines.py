"""What the readable answer says of the due day of a task: what it counts from, how far it is, its alerts, what comes before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.answer_questions import question
from api.commands.blocking import Blocking, is_contradicted, said_blocking, said_contradiction
from api.commands.due_bindings import (
    BY_LAW,
    PROPOSED,
    binding_of,
    is_reckoned,
    is_yearly,
    reminds,
    said_distance,
    said_doubt,
    said_working_day,
)
from api.commands.planned_days import planned_day, questioned_day
from api.commands.plans_in_question import PlansInQuestion
from rules.engine.answers.reading import UNDETERMINED, Evaluation
from rules.engine.answers.since import held_since
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, MovedTerm
from tracing.decision_entry import first_days

SHOWN_QUESTIONS = 3
"""How many of the facts that a due day waits for are asked for beside it."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """
    The due days of the tasks of one answer.

    Attributes:
        items: of the answer.
        plans: the planned days that alerts call into question.
        blocking: what blocks what.
        to_come: the tasks not done yet, in the order in which they are told.
    """

    items: AnswerItems
    plans: PlansInQuestion
    blocking: Blocking
    to_come: list[Evaluation]

    def said(self, evaluation: Evaluation) -> Iterator[str]:
        """Yield when a task is due, when its next alerts begin, and what waits for it; where no day is known, what would settle it."""
        yield from self._day_said(evaluation)
        if alerts := ", ".join(self._alerts_of(evaluation)):
            yield alerts
        if blocked := self.blocking.by(evaluation):
            titles = (self.items.decision.index.units[each].title for each in blocked)
            yield self.items.pair("blocks", ", ".join(each.in_language(self.items.language) for each in titles))
        blocking = self.blocking.of(evaluation)
        if before := said_blocking(self.items, (each for each in self.to_come if each in blocking), here=evaluation.node):
            yield self.items.pair("blocked_by", self.items.separator.join(before))

    def upset(self, evaluation: Evaluation) -> list[str]:
        """Say that a due day is counted from a planned day, or a value from one, that an alert calls into question."""
        planned = self.plans.hung_on(evaluation)
        return [self.plans.said("upset", planned)] if planned is not None else []

    def _day_said(self, evaluation: Evaluation) -> Iterator[str]:
        items, task, due = self.items, evaluation.unit.task, self.items.due(evaluation)
        assert task is not None
        if task.due is None:
            yield self._no_due(evaluation)
        elif due is None:
            yield from self._due_unknown(evaluation, task.due)
        elif evaluation.output is not Outcome.MISSED and planned_day(self.items.decision.reading.index, evaluation.unit) is not None:
            word = "decided_later" if questioned_day(self.items.decision.reading.index, evaluation) is None else "decided_now"
            yield items.say(word, items.phrasebook.name(task.due), items.due_day(due, apposed=True), said_distance(items, due, BY_LAW))
        elif (planned := self.plans.to_set_anew(evaluation)) is not None:
            yield self._set_anew(evaluation, task.due, due, planned)
        else:
            yield self._known(evaluation, task.due, due)

    def possible_since(self, evaluation: Evaluation) -> date | None:
        """Return since when a task that is not known to apply can be done, where a day tells it."""
        task = evaluation.unit.task
        stage = task.stage if task is not None and evaluation.outcome == UNDETERMINED else None
        return None if stage is None else held_since(self.items.decision.reading, stage, evaluation.node)

    def _no_due(self, evaluation: Evaluation) -> str:
        """Say that no day is due; since when it can be done, where the reasons, which tell what is not known, leave that out."""
        items, day = self.items, self.possible_since(evaluation)
        since = [] if day is None else [items.say("possible_since", items.day(day))]
        return items.separator.join([items.say("no_due"), *since])

    def _set_anew(self, evaluation: Evaluation, counted: MovedTerm, due: date, planned: str) -> str:
        """Return the due day of a task that is to be set anew with a planned day, and why it is in doubt."""
        items = self.items
        itself = isinstance(counted.of, FactTerm) and counted.of.id == planned and not counted.periods
        from_day = [] if itself else [self._counted_from(counted, evaluation)]
        contradicted = is_contradicted(items, self.blocking, evaluation)
        contradiction = said_contradiction(items, self.blocking, evaluation) if contradicted else []
        said = items.say(f"due{binding_of(items, evaluation)}", items.due_day(due))
        why = items.separator.join([*from_day, *said_doubt(items, evaluation), *contradiction])
        return f"{said}{items.separator}{self.plans.said('anew', planned)}" + (f" ({why})" if why else "")

    def _known(self, evaluation: Evaluation, counted: MovedTerm, due: date) -> str:
        """Return the due day of a task, what it is counted from, how far it is and what makes it doubtful."""
        items = self.items
        binding = binding_of(self.items, evaluation)
        doubts = [said_distance(items, due, binding), *said_doubt(items, evaluation), *self.upset(evaluation)]
        doubts += [*said_contradiction(items, self.blocking, evaluation), *said_working_day(items, evaluation, due)]
        doubt = items.separator.join(doubts)
        counted_from = self._counted_from(counted, evaluation)
        said = items.say(f"due{binding}", items.due_day(due, apposed=not counted_from))
        return f"{said}, {counted_from} ({doubt})" if counted_from else f"{said} ({doubt})"

    def _alerts_of(self, evaluation: Evaluation) -> Iterator[str]:
        """Yield since when a task is under its alert, and from when the alerts are that are to come."""
        first, today = first_days(self.items.decision, evaluation), self.items.decision.as_of
        kind = PROPOSED if reminds(self.items, evaluation) else ""
        if self.plans.to_set_anew(evaluation) is not None:
            return
        for level, alert, day in (("moderate", Outcome.MODERATE, first.moderate), ("critical", Outcome.CRITICAL, first.critical)):
            if day is not None and (day > today or evaluation.output is alert):
                yield self.items.say(f"{level}_from{kind}" if day > today else f"{level}_since{kind}", self.items.day(day))

    def _due_unknown(self, evaluation: Evaluation, due: MovedTerm) -> Iterator[str]:
        """Yield what the due day is counted from, and the facts without which it is not known, as questions."""
        items = self.items
        asked = items.asked_for_due(evaluation)
        doubt = "".join(f" ({each})" for each in said_doubt(items, evaluation))
        said = items.say("due_unknown" if asked else "due_none_yet", self._counted_from(due, evaluation))
        yield items.say(f"due{binding_of(self.items, evaluation)}", said) + doubt
        for each in asked[:SHOWN_QUESTIONS]:
            yield f"→ {question(items, [each])}"

    def _counted_from(self, due: MovedTerm, evaluation: Evaluation) -> str:
        """Return what a due day is counted from, and its day; nothing where it is the same each year, which the day says by itself."""
        if is_yearly(self.items, due.of):
            return ""
        name, day = self.items.phrasebook.name(due), self.items.decision.reading.day(due.of, evaluation.node)
        supposed = self.items.say("reckoned") if day is not None and is_reckoned(self.items, due.of, evaluation) else ""
        if not due.periods:
            return self.items.say("day_of", name) + supposed
        if day is None:
            return name
        return self.items.say("counted_from_day", name, self.items.day(day)) + supposed
