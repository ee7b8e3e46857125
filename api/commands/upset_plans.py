"""The planned days that alerts call into question: by which tasks, until when no other day is sure, and what else is in the way."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce

from api.commands.another_day import another_day, lacked_by
from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.blocking import said_blocking
from api.commands.days_with_plans import with_plan
from api.commands.due_bindings import PROPOSED, binding_of
from api.commands.lines import Line, Style
from api.commands.planned_days import days_lacking, deeds, hangs_on, questioned_day
from api.commands.upset import Upset, closing, others_of
from domain.calendar import shift
from domain.planned_days import paid_by_loans
from rules.engine.answers.days_told import earliest_day
from rules.engine.answers.reading import Evaluation, id_of, periods
from rules.engine.index import type_of
from rules.engine.language.wording import OR
from rules.engine.language.words import said_number
from rules.engine.plan import FactPlan
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, Term
from rules.engine.trees import leaves_of

# Days, about a quarter of a year: what is left of a time limit that a text sets is told as short below it.
NARROW = 92


def upset_plans(items: AnswerItems, tasks: AnswerTasks) -> Iterator[Line]:
    """Yield the planned days, each with what is known of another and what else blocks the same tasks."""
    found: dict[str, Upset] = {}
    for each in tasks.pressing:
        term, due = questioned_day(items.decision.index, each), items.due(each)
        if term is not None and due is not None:
            upset = found.setdefault(items.phrasebook.pair(items.phrasebook.name(term), items.day(due)), Upset(term, due))
            upset.by.append(each)
            _gather(items, each, term, upset)
    for planned, upset in found.items():
        yield Line(
            items.pair("calls_into_question", f"{planned} ({items.first(items.by_title(upset.by), items.separator)})"), 1, Style.WARNING
        )
        yield from another_day(items, tasks, upset, [each.planned for each in found.values()])
        yield from _by_leads(items, tasks, upset)
        yield from with_plan(items, tasks, id_of(upset.planned), upset.too_late)
        yield from _at_the_latest(items, tasks, upset)
        yield from _in_the_way(items, tasks, upset)


def _gather(items: AnswerItems, evaluation: Evaluation, planned: Term, upset: Upset) -> None:
    closed = evaluation.unit.task.closed if evaluation.unit.task else None
    if planned not in [leaf.terms[0] for leaf in leaves_of(closed)]:
        return  # what ends it is no other day: it says what the others come to
    for leaf in leaves_of(closed):
        if leaf.test not in {">", ">="} or leaf.terms[0] != planned:
            continue
        known = items.decision.reading.day(leaf.terms[1], evaluation.node)
        day = known or earliest_day(items.decision.reading, leaf.terms[1], evaluation.node)
        if day is not None:
            last = day - timedelta(leaf.test == ">=")
            (upset.supposed if known is None else upset.after)[last] = leaf, evaluation
    lacking = days_lacking(items.decision.reading, closed, evaluation.node)
    upset.lacking += [fact for days in lacking for fact, _ in days]
    upset.waiting += [evaluation] if lacking else []
    for days in lacking:
        said = items.phrasebook.quoted(list(dict.fromkeys(_told(items, *day) for day in days)), OR)
        upset.without[said] = {fact.id for fact, _ in days}


def _told(items: AnswerItems, fact: FactPlan, path: str) -> str:
    return items.on_part(fact.title.in_language(items.language), type_of(fact.id), path)


def _by_leads(items: AnswerItems, tasks: AnswerTasks, upset: Upset) -> Iterator[Line]:
    """Yield the first day that leaves each task which counts back its time, where another is known, and what is unpaid by it."""
    found = []
    for each in tasks.unsettled:
        due = each.unit.task.due if each.unit.task else None
        if due is not None and id_of(due.of) == id_of(upset.planned) and due.periods and each.output is not Outcome.CLOSED:
            leads = [-period for period in reversed(periods(due))]
            word = "by_leads_proposed" if binding_of(items, each) == PROPOSED else "by_leads"
            delay = f"delay_{each.unit.task.delay_confidence}" if each.unit.task else ""
            found.append((reduce(shift, leads, items.decision.as_of), items.title(each), items.phrasebook.name(due), word, delay))
    day, title, lead, word, delay = max(found, default=(date.min, "", "", "", ""))
    if day <= max(upset.day, upset.last or upset.day) + timedelta(1):
        return
    if not upset.without or upset.last is not None:
        yield Line(items.pair(word, items.say("by_lead", items.due_day(day, apposed=True), title, lead)), 2)
    for name, on in _unpaid(items, upset, day):
        lacking = items.say("still_lacking") if upset.without else ""
        said = items.say("unpaid_by_then", name, on, lacking, title, items.due_day(day, apposed=True), lead, items.say(delay))
        yield Line(items.pair("not_counted_on", said), 2)


def _unpaid(items: AnswerItems, upset: Upset, first: date) -> Iterator[tuple[str, str]]:
    """Yield the days to come before the first one that loans were to pay for, by their names and in words."""
    facts, today = items.decision.reading.root.values, items.decision.as_of
    for fact in paid_by_loans(upset.planned.id if isinstance(upset.planned, FactTerm) else ""):
        day = facts[fact.index]
        if isinstance(day, date) and today <= day < first:
            yield fact.title.in_language(items.language), items.day(day)


def _at_the_latest(items: AnswerItems, tasks: AnswerTasks, upset: Upset) -> Iterator[Line]:
    """Yield the last day that a text sets for the deed that is planned: that of a task which the deed closes, whatever its plan."""
    found = [each for each in tasks.unsettled if _ends_by(items, each, upset)]
    if not found:
        return
    day, title = min((due, items.title(each)) for each in found if (due := items.due(each)) is not None)
    said = items.say("closed_by", items.due_day(day, apposed=True), items.phrasebook.quoted([title], OR))
    if upset.last is not None:
        left, other = (day - upset.last).days - 1, items.day(upset.last + timedelta(1))
        word = "narrow_room" if left < NARROW else "room"
        room = items.say("no_room", other) if left < 0 else items.say(word, said_number(str(left), "day", items.language), other)
        said = f"{said} ({room})"
    yield Line(items.pair("at_the_latest", said), 2)


def _ends_by(items: AnswerItems, evaluation: Evaluation, upset: Upset) -> bool:
    """Tell whether the deed that is planned closes a task by a day that binds and does not follow from the planned day itself."""
    task, reading = evaluation.unit.task, items.decision.reading
    if task is None or task.due is None or items.due(evaluation) is None or binding_of(items, evaluation) == PROPOSED:
        return False
    deed = {name for each in upset.by if each.unit.task for name in deeds(reading.index, each.unit.task.stage)}
    planned = {upset.planned.id} if isinstance(upset.planned, FactTerm) else set()
    return not deed.isdisjoint(deeds(reading.index, task.closed)) and not hangs_on(reading, task.due.of, evaluation.node, planned)


def _in_the_way(items: AnswerItems, tasks: AnswerTasks, upset: Upset) -> Iterator[Line]:
    """Yield, for each task of the planned day and each that waits for it, what else is to be done before, not told with another day."""
    word = "first_before" if upset.last is None else "also_before"
    best = upset.supposed.get(upset.last) if upset.last is not None and upset.last not in upset.after else None
    brought = lacked_by(items, best) if best else set()
    for each, others in others_of(tasks, upset):
        title = items.phrasebook.quoted([items.title(each)], OR)
        if untold := [it for it in others if brought.isdisjoint(closing(items, it))]:
            yield Line(items.say(word, title, items.separator.join(said_blocking(items, untold))), 2)
