"""The planned days that an alert calls into question, those to be decided with them, and which due days hang on either."""

from collections.abc import Iterable, Iterator
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.blocking import Blocking, blocker_planned_after, is_contradicted
from api.commands.due_bindings import BY_LAW, binding_of, reminds
from api.commands.planned_days import deeds, deeds_lacking, hangs_on, held_against_itself, planned_day, questioned_day
from domain.planned_days import planned_before
from rules.engine.answers.reading import Evaluation, id_of
from rules.engine.index import ids_read
from rules.engine.language.wording import OR
from rules.engine.plan import Unit
from rules.engine.rule import Confidence
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm


class PlansInQuestion:
    """
    The planned days that the *pressing* tasks of one answer call into question.

    Attributes:
        days: those days, by the ids of their facts.
        with_them: the fact ids of planned days that prepare one of them, each with that one: whatever puts that one off, but for the
            distance between the two, puts these off.
    """

    def __init__(self, items: AnswerItems, blocking: Blocking, pressing: Iterable[Evaluation]) -> None:
        self.items = items
        self.reading = items.decision.reading
        self.blocking = blocking
        self.days: dict[str, FactTerm] = {}
        self.with_them: dict[str, FactTerm] = {}
        self._awaited: set[str] = set()
        for each in pressing:
            term = questioned_day(self.reading.index, each)
            if isinstance(term, FactTerm):
                self.days[term.id] = term
                self._awaited |= deeds_lacking(self.reading, each)
                read = set(ids_read(each.unit))
                self.with_them.update({before: term for before in self._prepares(term) if before not in read})

    def is_awaited(self, evaluation: Evaluation) -> bool:
        """Tell whether a planned day in question waits for what closes a task, or one that it blocks: it is to be done all the same."""
        task, index = evaluation.unit.task, self.reading.index
        tasks = [task, *(index.units[name].task for name in task.blocks)] if task else []
        return any(name in self._awaited for each in tasks if each is not None for name in deeds(index, each.closed))

    def _brings_what_is_awaited(self, unit: Unit) -> bool:
        """Tell whether a planned day in question, or what a text wants before it, waits for a task or one that follows: it is late."""
        task, units = unit.task, self.reading.index.units
        assert task is not None
        awaited = not self._awaited.isdisjoint(deeds(self.reading.index, task.closed))
        return awaited or any(
            self._is_wanted_by_a_text(unit, units[each]) or self._brings_what_is_awaited(units[each]) for each in task.blocks
        )

    def _is_wanted_by_a_text(self, unit: Unit, blocked: Unit) -> bool:
        """Tell whether a text that was found wants a task done before the deed planned for a day in question."""
        due = blocked.task.due if blocked.task else None
        return unit.confidence == Confidence.SOURCED.name and due is not None and not due.periods and id_of(due.of) in self.days

    def _prepares(self, planned: FactTerm) -> Iterator[str]:
        for fact in planned_before(planned.id):
            day = self.reading.root.values[fact.index]
            if isinstance(day, date) and day > self.items.decision.as_of:
                yield fact.id

    def hung_on(self, evaluation: Evaluation) -> str | None:
        """Return which of these planned days the due day of a task is counted from, itself or through a value."""
        due = evaluation.unit.task.due if evaluation.unit.task else None
        names = (*self.days, *self.with_them) if due else ()
        return next((name for name in names if due and hangs_on(self.reading, due.of, evaluation.node, {name})), None)

    def is_put_off(self, evaluation: Evaluation) -> bool:
        """Tell whether the day that a task prepares is to be decided first: not of what is in the way of the day in question too."""
        name, task = self.hung_on(evaluation), evaluation.unit.task
        itself = planned_day(self.reading.index, evaluation.unit) is not None
        if task is None or name not in self.with_them or itself or self.is_awaited(evaluation):
            return False
        blocked = (self.reading.index.units[each].task for each in task.blocks)
        starts = (each.due for each in blocked if each is not None and each.due is not None and not each.due.periods)
        return self.with_them[name].id not in [id_of(each.of) for each in starts]

    def to_set_anew(self, evaluation: Evaluation) -> str | None:
        """Return the planned day with which a due day is to be set anew; none once it holds, or where a text sets it."""
        due, name = self.items.due(evaluation), self.hung_on(evaluation)
        if due is None or name is None or planned_day(self.reading.index, evaluation.unit) is not None:
            return None
        if name in self.with_them:
            return name if self.is_put_off(evaluation) else None
        if binding_of(self.items, evaluation) == BY_LAW or self.is_awaited(evaluation):
            return None
        passed = due <= self.items.decision.as_of and not is_contradicted(self.items, self.blocking, evaluation)
        firm = passed and (not reminds(self.items, evaluation) or self._brings_what_is_awaited(evaluation.unit))
        return None if firm else name

    def is_to_revise(self, evaluation: Evaluation) -> bool:
        """Tell whether a day reminds of nothing: this tool proposes it and it is to be set anew or contradicted, or it is put off."""
        told = evaluation.output in {Outcome.MODERATE, Outcome.CRITICAL, Outcome.MISSED} or self._is_untenable(evaluation)
        anew = told and reminds(self.items, evaluation) and self.to_set_anew(evaluation) is not None
        return anew or self.is_put_off(evaluation) or is_contradicted(self.items, self.blocking, evaluation)

    def _is_untenable(self, evaluation: Evaluation) -> bool:
        """Tell whether a day to come precedes that of what blocks the task, or waits for a day that is to be decided first."""
        before = self.blocking.of(evaluation) if evaluation.output is Outcome.TO_DO else []
        return any(map(self.is_put_off, before)) or (
            bool(before) and blocker_planned_after(self.items, self.blocking, evaluation) is not None
        )

    def said(self, word: str, name: str) -> str:
        """Say of one of these planned days, or of one to be decided with it and why, what is to be done with it."""
        titles = self.reading.index.facts
        named = titles[name].title.in_language(self.items.language)
        if name in self.days:
            return self.items.say(word, named)
        return self.items.say(f"{word}_with", named, titles[self.with_them[name].id].title.in_language(self.items.language))


def said_by_construction(items: AnswerItems, evaluation: Evaluation) -> Iterator[str]:
    """Say of each day that a plan is held against, and that nobody gave, that it was worked out from the planned day itself."""
    planned = planned_day(items.decision.index, evaluation.unit)
    for reckoned in held_against_itself(items.decision.reading, evaluation):
        names = [items.phrasebook.quoted([items.phrasebook.name(day)], OR) for day in (reckoned, planned) if day is not None]
        yield items.say("by_construction", *names)
