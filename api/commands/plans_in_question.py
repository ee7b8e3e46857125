"""The planned days that an alert calls into question, and which due days are to be set anew with them."""

from collections.abc import Iterable, Iterator

from api.commands.answer_items import AnswerItems
from api.commands.blocking import Blocking, is_contradicted
from api.commands.due_bindings import BY_LAW, binding_of, reminds
from api.commands.planned_days import deeds, deeds_lacking, hangs_on, held_against_itself, planned_day, questioned_day
from rules.engine.answers.reading import Evaluation
from rules.engine.language.wording import OR
from rules.engine.plan import Unit
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, Term


class PlansInQuestion:
    """The planned days that the *pressing* tasks of one answer call into question."""

    def __init__(self, items: AnswerItems, blocking: Blocking, pressing: Iterable[Evaluation]) -> None:
        self.items = items
        self.reading = items.decision.reading
        self.blocking = blocking
        found = [(each, questioned_day(self.reading.index, each)) for each in pressing]
        self.days: dict[str, Term] = {day.id: day for _, day in found if isinstance(day, FactTerm)}
        self._awaited = {name for each, day in found if day is not None for name in deeds_lacking(self.reading, each)}

    def is_awaited(self, evaluation: Evaluation) -> bool:
        """Tell whether a planned day in question waits for what closes a task, or one that it blocks: it is to be done all the same."""
        task, index = evaluation.unit.task, self.reading.index
        tasks = [task, *(index.units[name].task for name in task.blocks)] if task else []
        return any(name in self._awaited for each in tasks if each is not None for name in deeds(index, each.closed))

    def _brings_what_is_awaited(self, unit: Unit) -> bool:
        """Tell whether a planned day in question waits for a task, or for one that it is to be done before: it is late already."""
        task, units = unit.task, self.reading.index.units
        assert task is not None
        awaited = not self._awaited.isdisjoint(deeds(self.reading.index, task.closed))
        return awaited or any(self._brings_what_is_awaited(units[each]) for each in task.blocks)

    def hung_on(self, evaluation: Evaluation) -> Term | None:
        """Return the planned day in question that the due day of a task is counted from, itself or through a value."""
        due = evaluation.unit.task.due if evaluation.unit.task else None
        hung = (term for name, term in self.days.items() if due and hangs_on(self.reading, due.of, evaluation.node, {name}))
        return next(hung, None)

    def to_set_anew(self, evaluation: Evaluation) -> Term | None:
        """Return the planned day in question with which a day that no text found sets is to be set anew; none where it holds."""
        due = self.items.due(evaluation)
        if due is None or binding_of(self.items, evaluation) == BY_LAW or self.is_awaited(evaluation):
            return None
        passed = due <= self.items.decision.as_of and not is_contradicted(self.items, self.blocking, evaluation)
        if passed and (not reminds(self.items, evaluation) or self._brings_what_is_awaited(evaluation.unit)):
            return None
        return None if planned_day(self.reading.index, evaluation.unit) is not None else self.hung_on(evaluation)

    def is_to_revise(self, evaluation: Evaluation) -> bool:
        """Tell whether a day that this tool proposes reminds of nothing: what comes first is planned after it, or it is to be set anew."""
        told = evaluation.output in {Outcome.MODERATE, Outcome.CRITICAL, Outcome.MISSED} and reminds(self.items, evaluation)
        anew = told and self.to_set_anew(evaluation) is not None
        return anew or is_contradicted(self.items, self.blocking, evaluation)


def said_by_construction(items: AnswerItems, evaluation: Evaluation) -> Iterator[str]:
    """Say of each day that a plan is held against, and that nobody gave, that it was worked out from the planned day itself."""
    planned = planned_day(items.decision.index, evaluation.unit)
    for reckoned in held_against_itself(items.decision.reading, evaluation):
        names = [items.phrasebook.quoted([items.phrasebook.name(day)], OR) for day in (reckoned, planned) if day is not None]
        yield items.say("by_construction", *names)
