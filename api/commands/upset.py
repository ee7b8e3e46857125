"""What calls a planned day into question, and what else is in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.planned_days import deeds
from rules.engine.answers.reading import Evaluation, id_of
from rules.engine.plan import FactPlan
from rules.engine.rule import Confidence
from rules.engine.run import Outcome
from rules.engine.terms import And, FactTerm, Leaf, Negation, Term

UNSOURCED = (Confidence.FROM_MEMORY.name, Confidence.PROPOSAL.name)
"""What no text that was found says: a day that follows from it binds nobody."""


@dataclass(slots=True)
class Upset:
    """What calls a planned day into question: tasks, the days it is to come after, by which task, known or not there yet, and those."""

    planned: Term
    day: date
    by: list[Evaluation] = field(default_factory=list)
    after: dict[date, tuple[Leaf, Evaluation]] = field(default_factory=dict)
    supposed: dict[date, tuple[Leaf, Evaluation]] = field(default_factory=dict)
    without: dict[str, set[str]] = field(default_factory=dict)
    lacking: list[FactPlan] = field(default_factory=list)
    waiting: list[Evaluation] = field(default_factory=list)

    @property
    def last(self) -> date | None:
        """The last of the days that it is to come after, or may yet be; none where it does so already."""
        return self._past({**self.supposed, **self.after})

    @property
    def number(self) -> str:
        """How many days are lacking, as the words for them end: several, one, or one of several."""
        if len(self.without) > 1:
            return ""
        return "_one" if len({fact.id for fact in self.lacking}) == 1 else "_either"

    @property
    def released(self) -> date | None:
        """The last of those days by tasks that wait for nothing."""
        return self._past({day: found for day, found in self.after.items() if found[1] not in self.waiting})

    @property
    def without_practice(self) -> date | None:
        """The last of the other days where practice alone wants the very last: nobody is bound by that one."""
        last = max(self.after, default=None)
        if last is None or not is_prudence(self.after[last][1]):
            return None
        return self._past(day for day in self.after if day < last)

    @property
    def too_late(self) -> set[str]:
        """The facts of the days that it comes before and should not."""
        found = (leaf.terms[1] for last, (leaf, _) in self.after.items() if last >= self.day)
        return {each.id for each in found if isinstance(each, FactTerm)}

    def _past(self, days: Iterable[date]) -> date | None:
        last = max(days, default=None)
        return last if last is not None and last >= self.day else None


def is_prudence(evaluation: Evaluation) -> bool:
    """Tell whether no text that was found wants a task to hold a planned day against another."""
    task = evaluation.unit.task
    return task is not None and task.delay_confidence == Confidence.PROPOSAL.name


def closing(items: AnswerItems, evaluation: Evaluation) -> Iterator[str]:
    """Yield the days that close a task."""
    yield from deeds(items.decision.index, evaluation.unit.task.closed if evaluation.unit.task else None)


def ends_of(evaluation: Evaluation) -> list[Term]:
    """Return the days from which a task is not to be done any more."""
    condition = evaluation.unit.condition
    tests = [it.item for it in (condition.items if isinstance(condition, And) else [condition]) if isinstance(it, Negation)]
    return [it.terms[0] for it in tests if isinstance(it, Leaf) and it.test == "reached"]


def others_of(tasks: AnswerTasks, upset: Upset) -> Iterator[tuple[Evaluation, list[Evaluation]]]:
    """Yield each of these tasks with those that are in its way."""
    blocked = {name for each in upset.by if each.unit.task for name in each.unit.task.blocks}
    for each in tasks.unsettled:
        due = each.unit.task.due if each.unit.task else None
        if each.unit.id not in blocked and not (due is not None and id_of(due.of) == id_of(upset.planned) and not due.periods):
            continue
        others = [it for it in tasks.blocking.of(each) if it not in upset.by and it.output is not Outcome.CLOSED]
        if others:
            yield each, others
