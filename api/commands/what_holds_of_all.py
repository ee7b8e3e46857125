"""What the readable answer says once of all its tasks: how days bind where not all do alike, whose the thresholds are, what of days off."""

from collections.abc import Iterable, Iterator

from api.commands.answer_items import AnswerItems
from api.commands.due_bindings import BY_LAW, binding_of
from api.commands.lines import Line, Style
from api.commands.planned_days import planned_day
from api.commands.years_to_add import year_after
from domain.days_off import day_off
from rules.engine.answers.reading import Evaluation


def said_of_all(items: AnswerItems, tasks: Iterable[Evaluation]) -> Iterator[Line]:
    """Yield the lines."""
    found = list(tasks)
    dated = [each for each in found if each.unit.task is not None and each.unit.task.due is not None]
    if any(binding_of(items, each) != BY_LAW for each in dated):
        yield Line(items.say("kinds_of_due"), 1, Style.QUIET)
        if any(planned_day(items.decision.index, each.unit) is not None for each in found):
            yield Line(items.say("plans_alert"), 1, Style.QUIET)
    yield from _alerts(items, found)
    if any(due is not None and day_off(due) is not None for due in map(items.due, found)):
        yield Line(items.say("days_off"), 1, Style.QUIET)
    if year := year_after(items):
        yield Line(items.say("landlord_left_out", str(year), str(year - 1)), 1, Style.QUIET)


def _alerts(items: AnswerItems, tasks: Iterable[Evaluation]) -> Iterator[Line]:
    """Say of which tasks the alert thresholds stand in no text: of almost all, so it is said once."""
    known = {items.title(each): each.unit.task.alerts_confidence for each in tasks if each.unit.task and each.unit.task.critical}
    sourced = [title for title, sure in known.items() if sure == "SOURCED"]
    if len(sourced) < len(known):
        said = items.say("alerts_proposed_but", ", ".join(sourced)) if sourced else items.say("alerts_proposed")
        yield Line(said, 1, Style.QUIET)
