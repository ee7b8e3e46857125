"""The planned days to be decided with one in question, what each asks first if it is kept, and those to be set anew after it."""

from collections.abc import Collection, Iterator
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.due_bindings import PROPOSED, binding_of, said_distance, said_working_day
from api.commands.lines import Line
from domain.facts import Fact
from domain.planned_days import decided_with, planned_after
from rules.engine.language.wording import OR


def with_plan(items: AnswerItems, tasks: AnswerTasks, planned: str, held_against: Collection[str]) -> Iterator[Line]:
    """Yield the planned days to be decided with the one in question, then those that come after it, with their days."""
    first = [each for each in decided_with(planned) if each.id in tasks.plans.with_them or each.id in held_against]
    for word, those in (("decided_first", first), ("set_anew", planned_after(planned))):
        facts = items.decision.reading.root.values
        said = [(_named(items, each), facts[each.index]) for each in those]
        days = [f"{name} ({items.day(day)})" for name, day in said if isinstance(day, date)]
        if days:
            yield Line(items.pair(word, ", ".join(days)), 2)
        yield from (line for each in those for line in _if_kept(items, tasks, each))


def _if_kept(items: AnswerItems, tasks: AnswerTasks, planned: Fact[date]) -> Iterator[Line]:
    """Yield the first day that binds which a planned day asks for if it is kept, though it is to be decided with another."""
    hung = [each for each in tasks.to_revise if tasks.plans.hung_on(each) == planned.id and binding_of(items, each) != PROPOSED]
    dated = [(due, each.key, each) for each in hung if planned.id in tasks.plans.with_them and (due := items.due(each)) is not None]
    if dated:
        due, _, each = min(dated)
        distance = [said_distance(items, due, binding_of(items, each)), *said_working_day(items, each, due)]
        day = f"{items.due_day(due, apposed=True)}, {items.separator.join(distance)}"
        said = items.say("if_kept", _named(items, planned), items.phrasebook.quoted([items.item(each)], OR), day)
        yield Line(f"– {said}", 3)


def _named(items: AnswerItems, planned: Fact[date]) -> str:
    return items.phrasebook.quoted([planned.title.in_language(items.language)], OR)
