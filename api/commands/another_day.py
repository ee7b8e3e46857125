"""Which other day a planned day may have: none before what is lacking is known, the first that may be, and what it asks for."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import reduce

from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.blocking import following, said_blocking
from api.commands.lines import Line
from api.commands.planned_days import days_lacking, hangs_on
from api.commands.upset import UNSOURCED, Upset, closing, ends_of, is_prudence, others_of
from domain.calendar import shift
from domain.planned_days import planned_after
from rules.engine.answers.reading import Evaluation, above, id_of, periods
from rules.engine.language.wording import AND, OR
from rules.engine.terms import Leaf, MovedTerm, Term, UnitTerm


def another_day(items: AnswerItems, tasks: AnswerTasks, upset: Upset, upset_days: list[Term]) -> Iterator[Line]:
    """Yield the days without which no other can be named, then each case of the first that may be."""
    if upset.without:
        said = items.say(f"no_day_before{upset.number}", items.separator.join(upset.without))
        first = _telling_which(items, tasks, upset)
        yield Line(items.pair("another_day", items.say("to_do_first", first, said) if first else said), 2)
    for case in _cases(items, tasks, upset, upset_days):
        yield Line(f"– {case}", 3) if upset.without else Line(items.pair("another_day", case), 2)


def _cases(items: AnswerItems, tasks: AnswerTasks, upset: Upset, upset_days: list[Term]) -> Iterator[str]:
    """Yield the first day if the days lacking were today, with what else takes time then, and the first if nothing waited for them."""
    last, released, ends = upset.last, upset.released, _released_by(items, upset)
    if last is not None and last not in upset.after:
        others = [each for _, those in others_of(tasks, upset) for each in those]
        yield from _at_best(items, upset, last, others, upset_days)
        if released is not None and ends:
            after = following(_lasting(upset, others), others)
            early = items.say("early_enough", ends, items.separator.join(said_blocking(items, after))) if after else ends
            first = _first(items, released, upset.after[released], upset_days)
            yield items.say("if_released", early, _but_not_before(items, tasks, upset, first)) + _by_then(items, upset, released, after)
    elif last is not None:
        first = _first(items, last, upset.after[last], upset_days)
        if (next_one := upset.without_practice) is not None:
            word = "set_aside_planned" if planned_after(id_of(upset.after[last][0].terms[1])) else "set_aside"
            first = items.say(word, first, _first(items, next_one, upset.after[next_one], upset_days))
        yield items.say(f"whatever_they_are{upset.number}", first) if upset.without else first


def _at_best(items: AnswerItems, upset: Upset, last: date, others: list[Evaluation], upset_days: list[Term]) -> Iterator[str]:
    """Yield the first day if the days lacking were today; where something takes time after it too, when that begins: it is no first day."""
    leaf, by = upset.supposed[last]
    after, brought = _lasting(upset, others), lacked_by(items, upset.supposed[last])
    before = [each for each in others if each not in after and not brought.isdisjoint(closing(items, each))]
    said = _first(items, last, (leaf, by), upset_days)
    if after:
        ends = items.say("on_day", _named(items, leaf.terms[1], by), items.due_day(last + timedelta(leaf.test == ">="), apposed=True))
        said = items.say("then_slow", _bound(items, by, ends), items.separator.join(said_blocking(items, after)))
    said = items.say(f"if_today{upset.number}", said)
    yield items.say("not_counting", said, items.separator.join(said_blocking(items, before))) if before else said


def _lasting(upset: Upset, others: list[Evaluation]) -> list[Evaluation]:
    """Return those of the other tasks that remain as long as the tasks that wait do: they take time after the day that those lack."""
    until = {end for each in upset.waiting for end in ends_of(each)}
    return [each for each in others if not until.isdisjoint(ends_of(each))]


def _by_then(items: AnswerItems, upset: Upset, last: date, after: list[Evaluation]) -> str:
    """Return by when that must happen at the latest, were the planned day the one after *last*: the first day that a text sets after it."""
    found = [(day, each) for each in after if (day := _day_by_text(items, upset, each, last + timedelta(1))) is not None]
    if not found:
        return ""
    day, bound = min(found, key=lambda pair: pair[0])
    before = items.by_title(each for each in after if each.unit.task and bound.unit.id in each.unit.task.blocks)
    due = bound.unit.task.due if bound.unit.task else None
    said = items.say("by_then", items.due_day(day, apposed=True), items.phrasebook.name(due) if due else "")
    return items.say("earlier_with", said, items.phrasebook.quoted(before, AND)) if before else said


def _day_by_text(items: AnswerItems, upset: Upset, evaluation: Evaluation, planned: date) -> date | None:
    """Return the due day of a task by a text that was found, with another planned day; none where it follows from more than that."""
    task, reading = evaluation.unit.task, items.decision.reading
    if task is None or task.due is None or not task.due.periods or task.delay_confidence in UNSOURCED:
        return None
    itself = reading.day(task.due.of, evaluation.node) == upset.day
    hangs = itself and hangs_on(reading, task.due.of, evaluation.node, {id_of(upset.planned)})
    return reduce(shift, periods(task.due), planned) if hangs else None


def _but_not_before(items: AnswerItems, tasks: AnswerTasks, upset: Upset, first: str) -> str:
    """Return a first day with those of the days lacking that a task which is in the way waits for, or what may replace them."""
    brought = {it for _, others in others_of(tasks, upset) for each in others for it in closing(items, each)}
    said = [each for each, facts in upset.without.items() if not brought.isdisjoint(facts)]
    return items.say("never_before", first, items.separator.join(said)) if said else first


def lacked_by(items: AnswerItems, found: tuple[Leaf, Evaluation]) -> set[str]:
    """Return the facts that one comparison of a day lacks: what brings them takes time before that day."""
    leaf, by = found
    return {fact.id for days in days_lacking(items.decision.reading, leaf, by.node) for fact, _ in days}


def _telling_which(items: AnswerItems, tasks: AnswerTasks, upset: Upset) -> str:
    """Return the task in the way that tells which of several days is lacking, as one of them is enough; nothing where all are."""
    lacking = {fact.id for fact in upset.lacking} if upset.number == "_either" else set()
    found = [each for _, others in others_of(tasks, upset) for each in others if not lacking.isdisjoint(closing(items, each))]
    return items.phrasebook.quoted(items.by_title(found), OR) if found else ""


def _first(items: AnswerItems, last: date, found: tuple[Leaf, Evaluation], upset_days: list[Term]) -> str:
    """Return the first day after *last*, what that is, and that practice alone wants it where no text does."""
    leaf, by = found
    term = leaf.terms[1]
    counted, day = term.of if isinstance(term, MovedTerm) else term, _named(items, term, by)
    day = items.say("itself_upset", day) if counted in upset_days else day
    word = "from_day" if leaf.test == ">=" else "after_day" if counted == term else "more_than_after"
    return _bound(items, by, items.say(word, items.due_day(last + timedelta(1), apposed=True), day))


def _named(items: AnswerItems, term: Term, by: Evaluation) -> str:
    """Return the name of a day, with its part where it is the value of one; quoted where it is not moved from another."""
    name = items.phrasebook.name(term)
    if isinstance(term, UnitTerm):
        part = above(by.node, term.level)
        name = items.on_part(name, part.type_name, part.path)
    return name if isinstance(term, MovedTerm) else items.phrasebook.quoted([name], OR)


def _bound(items: AnswerItems, by: Evaluation, day: str) -> str:
    """Say of a day whether a text, prudence or practice wants it."""
    return items.say("by_practice" if by.unit.confidence in UNSOURCED else "by_prudence" if is_prudence(by) else "by_text", day)


def _released_by(items: AnswerItems, upset: Upset) -> str:
    """Return what must happen, on which parts, for none of the tasks that wait to be left to do; nothing where one cannot be so."""
    parts: dict[str, list[str]] = {}
    for each in upset.waiting:
        ends = ends_of(each)
        if not ends:
            return ""
        parts.setdefault(items.phrasebook.name(ends[0]), []).append(items.parts.name(each.node.type_name, each.node.path))
    return items.separator.join(items.on(name, items.first(those)) for name, those in parts.items())
