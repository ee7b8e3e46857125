"""What the readable answer says of tasks that wait: for which event, or for which day that is known."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.planned_days import days_lacking
from rules.engine.answers.reading import Evaluation
from rules.engine.answers.waits import Awaited, awaited, day_to_come
from rules.engine.index import type_of
from rules.engine.language.wording import OR
from rules.engine.trees import leaves_of


class WaitingTasks:
    """
    The tasks that wait, among *tasks*.

    Args:
        items: of the answer.
        tasks: all of them.
    """

    def __init__(self, items: AnswerItems, tasks: Iterable[Evaluation]) -> None:
        self._items = items
        found = ((each, awaited(items.decision.explanation, each)) for each in tasks)
        self._days: dict[str, Awaited] = {}
        self.tasks: list[Evaluation] = []
        for each, days in found:
            if days is not None:
                self._days[each.key] = days
                self.tasks.append(each)

    def by_event(self, told: Callable[[Evaluation], str]) -> dict[str, list[str]]:
        """
        Return the tasks as *told*, each once, by what they wait for.

        By their title alone where no due day of their rule is known and all those of their rule wait for the same.
        """
        found: dict[str, dict[str, None]] = {}
        dated = {each.unit.id for each in self.tasks if self._items.due(each) is not None}
        events = {each.key: self.event_of(each) or self._day_to_come(each) for each in self.tasks}
        apart = Counter(name for name, _ in {(each.unit.id, events[each.key]) for each in self.tasks})
        for each in sorted(self.tasks, key=lambda each: self._items.due(each) or date.max):
            said = told(each) if each.unit.id in dated or apart[each.unit.id] > 1 else self._items.title(each)
            found.setdefault(events[each.key], {})[said] = None
        return {event: list(titles) for event, titles in found.items()}

    def event_of(self, evaluation: Evaluation) -> str:
        """Return the name of the first day without a date that a task, or its due day, waits for, with those of which one is enough."""
        days = self._days.get(evaluation.key)
        if days is None:
            days = [(each.fact, each.path) for each in self._items.asked_for_due(evaluation)]
        reading, node = self._items.decision.reading, evaluation.node
        shared = [leaf for leaf in leaves_of(evaluation.unit.condition) if leaf.test == "condition"]
        choices = (choice for leaf in shared for choice in days_lacking(reading, leaf, node))
        days = next((choice for choice in choices if days and days[0] in choice), days[:1])
        named = [self._items.on_part(fact.title.in_language(self._items.language), type_of(fact.id), path) for fact, path in days]
        return self._items.phrasebook.quoted(named, OR) if named else ""

    def _day_to_come(self, evaluation: Evaluation) -> str:
        """Return the name of the known day that a task waits for, and that day; of one from which it is shown, that there is one."""
        found = day_to_come(self._items.decision.explanation, evaluation)
        if found is None:
            return self._items.say("known_day")
        term, day = found
        name = self._items.phrasebook.quoted([self._items.phrasebook.name(term)], OR)
        return self._items.say("counted_from_day", name, self._items.day(day))
