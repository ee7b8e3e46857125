"""The answer in a few lines: what is asked now and later, what is late, what is missing."""

from collections.abc import Iterator
from datetime import date

from api.commands.answer_documents import gathered_later, may_be_more, to_gather
from api.commands.answer_figures import doubts_in_short, missing_in_short
from api.commands.answer_headlines import headlines
from api.commands.answer_items import AnswerItems
from api.commands.answer_missing import missing_facts
from api.commands.answer_questions import labelled
from api.commands.answer_tasks import SOON, AnswerTasks
from api.commands.catalogue import OPERATIONS
from api.commands.due_bindings import BINDINGS, BY_LAW, PROPOSED, TO_VERIFY, binding_of, is_reminder
from api.commands.lines import Line
from api.commands.planned_days import questioned_day
from api.commands.upset_plans import upset_plans
from rules.engine.answers.reading import Evaluation
from rules.engine.language.doubts import TO_VERIFY as DOUBTED
from rules.engine.language.wording import OR
from rules.engine.run import Outcome

REQUIRED, OTHERS = ("TO_REGISTER", "TO_PROCESS"), ("ON_REQUEST", "UNVERIFIED")
"""The lists of documents that are asked for, and those whose documents may be, or are to be looked up first."""


def summary(items: AnswerItems, tasks: AnswerTasks) -> Iterator[Line]:
    """Yield the lines: what a text makes late, or may, then what upsets a plan, both before what is to be done."""
    late = [Line(items.pair("late", said), 1) for said in [_late(items, tasks)] if said]
    bound = tasks.late_if_they_apply() or tasks.late(BY_LAW) or tasks.late(TO_VERIFY)
    upset = upset_plans(items, tasks)
    ours = items.decision.subject_type in OPERATIONS
    late += (*headlines(items), *doubts_in_short(items)) if ours else ()
    yield from (*late, *upset) if bound else (*upset, *late)
    yield from _alerted(items, tasks)
    yield Line(items.pair("asked_now", _asked(items, tasks)), 1)
    yield from (Line(items.pair("besides", each), 1) for each in _counted(items, tasks, OTHERS))
    if later := _later(items, tasks):
        yield Line(items.pair("later", later), 1)
    yield Line(items.pair("lacking", _lacking(items)), 1)
    yield from () if ours else (*headlines(items), *doubts_in_short(items))


def _asked(items: AnswerItems, tasks: AnswerTasks) -> str:
    said = _counted(items, tasks, REQUIRED)
    reminders = [each for each in tasks.firm if is_reminder(items, each)]
    states = [each.output for each in tasks.firm if each not in reminders]
    counts = {
        "passed": states.count(Outcome.MISSED),
        "alerted": states.count(Outcome.CRITICAL) + states.count(Outcome.MODERATE),
        "reminded": len(reminders),
        "soon": states.count(Outcome.TO_DO),
        "to_revise": len(tasks.to_revise),
    }
    said += [items.counted(word, count) for word, count in counts.items() if count]
    first = items.phrasebook.quoted([items.item((tasks.firm or tasks.pressing)[0])], OR) if tasks.pressing else ""
    leading = items.say("first" if len(tasks.pressing) > 1 else "only", first) if first else ""
    now = ", ".join(said) + leading
    unsure = _named(items, "undecided_now", possible) if (possible := tasks.to_settle(possible=True)) else ""
    return items.separator.join(each for each in (now, _perhaps_done(items, tasks), unsure) if each) or items.say("nothing_here")


def _perhaps_done(items: AnswerItems, tasks: AnswerTasks) -> str:
    """Return how many tasks may be done already, the first by its day; nothing where that is not late or soon."""
    first = tasks.done_or_not[0] if tasks.done_or_not else None
    due = items.due(first) if first else None
    if first is None or due is None or due > items.decision.as_of + SOON:
        return ""
    return f"{items.led('done_or_not', len(tasks.done_or_not), items.item(first))} ({items.day(due)})"


def _alerted(items: AnswerItems, tasks: AnswerTasks) -> Iterator[Line]:
    """Yield the next days under alert that can still be met, the critical ones where there are any; those in question are told above."""
    plans = tasks.plans
    binding = [each for each in tasks.pressing if binding_of(items, each) != PROPOSED and plans.to_set_anew(each) is None]
    binding = [each for each in binding if questioned_day(items.decision.index, each) is None]
    for word, alert, shown in (("critical", Outcome.CRITICAL, 2), ("moderate", Outcome.MODERATE, 1)):
        dated = sorted((due, each.key, each) for each in binding if each.output is alert and (due := items.due(each)) is not None)
        if dated:
            said = [f"{items.item(each)} ({_alert_day(items, tasks, each, due)})" for due, _, each in dated]
            yield Line(f"{items.counted(word, len(said))}{items.first(said, shown=shown)}", 1)
            return


def _alert_day(items: AnswerItems, tasks: AnswerTasks, evaluation: Evaluation, due: date) -> str:
    """Return the day of an alert; one that no text sets gives no time where it hangs on a planned day which waits for the task itself."""
    if binding_of(items, evaluation) != TO_VERIFY:
        return items.day(due)
    if tasks.plans.hung_on(evaluation) is not None:
        return items.say("without_waiting")
    return f"{items.day(due)}, {DOUBTED.in_language(items.language)}"


def _counted(items: AnswerItems, tasks: AnswerTasks, groups: tuple[str, ...]) -> list[str]:
    """Return in one how many documents of some lists are to be gathered, where any is."""
    counts = {each: len(to_gather(items, tasks, each)) for each in groups}
    ours = items.decision.subject_type in OPERATIONS
    said = ", ".join(items.counted("gather" if ours else group, count) for group, count in counts.items() if count)
    more = any(may_be_more(items, tasks, each) for each in groups if counts[each])
    return [items.say("may_be_more", said) if more else said] if said else []


def _later(items: AnswerItems, tasks: AnswerTasks) -> str:
    dated = [each for each in tasks.later if items.due(each)]
    said = [items.led("dated_later", len(dated), items.item(dated[0]))] if dated else []
    said += [items.counted("undated", len(tasks.later) - len(dated))] if len(tasks.later) > len(dated) else []
    waiting = sum(len(titles) for titles in tasks.awaited.values())
    done_or_not = 0 if _perhaps_done(items, tasks) else len(tasks.done_or_not)
    with_task, undecided = len(gathered_later(items, tasks)), len(tasks.to_settle(possible=False))
    counts = {"done_or_not": done_or_not, "undecided": undecided, "waiting": waiting, "gather_later": with_task}
    said += [items.counted(word, count) for word, count in counts.items() if count]
    return items.separator.join(said)


def _late(items: AnswerItems, tasks: AnswerTasks) -> str:
    """Return what is late; nothing where no task has a day that it could be late for."""
    if not any(items.due(each) for each in (*tasks.unsettled, *tasks.done)):
        return ""
    late = {binding: tasks.late(binding) for binding in BINDINGS}
    said = [_named(items, f"late{binding}", those) for binding, those in late.items() if those]
    if unsure := tasks.late_if_they_apply():
        said.insert(bool(late[BY_LAW]), _dated(items, "late_if_it_applies", unsure))
    if proposed := tasks.late_if_they_apply(proposed=True):
        said.append(_dated(items, "late_proposed_if_it_applies", proposed))
    return items.separator.join(said) or items.say("nothing_here")


def _named(items: AnswerItems, word: str, late: list[Evaluation]) -> str:
    return f"{items.counted(word, len(late))} ({items.first([items.item(each) for each in late])})"


def _dated(items: AnswerItems, word: str, late: list[Evaluation]) -> str:
    days = [f"{items.item(each)}{items.separator}{items.due_day(day, apposed=True)}" for each in late if (day := items.due(each))]
    return f"{items.counted(word, len(late))} ({items.first(days)})"


def _lacking(items: AnswerItems) -> str:
    asked, calculated, of_dwelling = missing_facts(items)
    said = []
    if asked:
        said.append(items.led("missing", len(asked), labelled(items, asked[0])))
    if calculated:
        said.append(items.counted("missing_for_values", len(calculated)))
    if of_dwelling:
        said.append(items.counted("missing_for_dwelling", len(of_dwelling)))
    said += missing_in_short(items)
    return items.separator.join(said) or items.say("nothing_here")
