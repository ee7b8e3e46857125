"""The planned days that alerts call into question: by which tasks, until when no other day is sure, and what else is in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce

from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.blocking import following, said_blocking
from api.commands.days_with_plans import with_plan
from api.commands.due_bindings import PROPOSED, binding_of
from api.commands.lines import Line, Style
from api.commands.planned_days import days_lacking, deeds, hangs_on, questioned_day
from domain.calendar import shift
from domain.planned_days import paid_by_loans, planned_after
from rules.engine.answers.days_told import earliest_day
from rules.engine.answers.reading import Evaluation, above, id_of, periods
from rules.engine.index import type_of
from rules.engine.language.wording import OR
from rules.engine.language.words import said_number
from rules.engine.plan import FactPlan
from rules.engine.rule import Confidence
from rules.engine.run import Outcome
from rules.engine.terms import And, FactTerm, Leaf, MovedTerm, Negation, Term, UnitTerm
from rules.engine.trees import leaves_of

UNSOURCED = (Confidence.FROM_MEMORY.name, Confidence.PROPOSAL.name)
"""What no text that was found says: a day that follows from it binds nobody."""

# Days, about a quarter of a year: what is left of a time limit that a text sets is told as short below it.
NARROW = 92


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
        if last is None or not _is_prudence(self.after[last][1]):
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
        yield from _another_day(items, tasks, upset, [each.planned for each in found.values()])
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


def _another_day(items: AnswerItems, tasks: AnswerTasks, upset: Upset, upset_days: list[Term]) -> Iterator[Line]:
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
        said = items.say(f"if_today{upset.number}", _first(items, last, upset.supposed[last], upset_days))
        until = {end for each in upset.waiting for end in _ends(each)}
        others, brought = [each for _, those in _others(tasks, upset) for each in those], _lacked_by(items, upset.supposed[last])
        slow = [each for each in others if not until.isdisjoint(_ends(each)) or not brought.isdisjoint(_closing(items, each))]
        yield items.say("not_counting", said, items.separator.join(said_blocking(items, slow))) if slow else said
        if released is not None and ends:
            first, then = _first(items, released, upset.after[released], upset_days), following(slow, others)
            ends = items.say("early_enough", ends, items.separator.join(said_blocking(items, then))) if then else ends
            yield items.say("if_released", ends, _but_not_before(items, tasks, upset, first))
    elif last is not None:
        first = _first(items, last, upset.after[last], upset_days)
        if (next_one := upset.without_practice) is not None:
            word = "set_aside_planned" if planned_after(id_of(upset.after[last][0].terms[1])) else "set_aside"
            first = items.say(word, first, _first(items, next_one, upset.after[next_one], upset_days))
        yield items.say(f"whatever_they_are{upset.number}", first) if upset.without else first


def _but_not_before(items: AnswerItems, tasks: AnswerTasks, upset: Upset, first: str) -> str:
    """Return a first day with those of the days lacking that a task which is in the way waits for, or what may replace them."""
    closing = {it for _, others in _others(tasks, upset) for each in others for it in _closing(items, each)}
    said = [each for each, facts in upset.without.items() if not closing.isdisjoint(facts)]
    return items.say("never_before", first, items.separator.join(said)) if said else first


def _lacked_by(items: AnswerItems, found: tuple[Leaf, Evaluation]) -> set[str]:
    """Return the facts that one comparison of a day lacks: what brings them takes time before that day."""
    leaf, by = found
    return {fact.id for days in days_lacking(items.decision.reading, leaf, by.node) for fact, _ in days}


def _telling_which(items: AnswerItems, tasks: AnswerTasks, upset: Upset) -> str:
    """Return the task in the way that tells which of several days is lacking, as one of them is enough; nothing where all are."""
    lacking = {fact.id for fact in upset.lacking} if upset.number == "_either" else set()
    found = [each for _, others in _others(tasks, upset) for each in others if not lacking.isdisjoint(_closing(items, each))]
    return items.phrasebook.quoted(items.by_title(found), OR) if found else ""


def _closing(items: AnswerItems, evaluation: Evaluation) -> Iterator[str]:
    """Yield the days that close a task."""
    yield from deeds(items.decision.index, evaluation.unit.task.closed if evaluation.unit.task else None)


def _first(items: AnswerItems, last: date, found: tuple[Leaf, Evaluation], upset_days: list[Term]) -> str:
    """Return the first day after *last*, what that is, and that practice alone wants it where no text does."""
    leaf, by = found
    term = leaf.terms[1]
    counted, name = term.of if isinstance(term, MovedTerm) else term, items.phrasebook.name(term)
    if isinstance(term, UnitTerm):
        part = above(by.node, term.level)
        name = items.on_part(name, part.type_name, part.path)
    day = name if isinstance(term, MovedTerm) else items.phrasebook.quoted([name], OR)
    day = items.say("itself_upset", day) if counted in upset_days else day
    word = "from_day" if leaf.test == ">=" else "after_day" if counted == term else "more_than_after"
    first = items.say(word, items.day(last + timedelta(1)), day)
    return items.say("by_practice" if by.unit.confidence in UNSOURCED else "by_prudence" if _is_prudence(by) else "by_text", first)


def _is_prudence(evaluation: Evaluation) -> bool:
    """Tell whether no text that was found wants a task to hold a planned day against another."""
    task = evaluation.unit.task
    return task is not None and task.delay_confidence == Confidence.PROPOSAL.name


def _released_by(items: AnswerItems, upset: Upset) -> str:
    """Return what must happen, on which parts, for none of the tasks that wait to be left to do; nothing where one cannot be so."""
    parts: dict[str, list[str]] = {}
    for each in upset.waiting:
        ends = _ends(each)
        if not ends:
            return ""
        parts.setdefault(items.phrasebook.name(ends[0]), []).append(items.parts.name(each.node.type_name, each.node.path))
    return items.separator.join(items.on(name, items.first(those)) for name, those in parts.items())


def _ends(evaluation: Evaluation) -> list[Term]:
    """Return the days from which a task is not to be done any more."""
    condition = evaluation.unit.condition
    tests = [it.item for it in (condition.items if isinstance(condition, And) else [condition]) if isinstance(it, Negation)]
    return [it.terms[0] for it in tests if isinstance(it, Leaf) and it.test == "reached"]


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
        yield Line(items.pair(word, items.say("by_lead", items.day(day), title, lead)), 2)
    for name, on in _unpaid(items, upset, day):
        said = items.say("unpaid_by_then", name, on, title, items.due_day(day, apposed=True), lead, items.say(delay))
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
    """Yield, for each task of the planned day and each that waits for it, what else is to be done before."""
    word = "first_before" if upset.last is None else "also_before"
    for each, others in _others(tasks, upset):
        title = items.phrasebook.quoted([items.title(each)], OR)
        yield Line(items.say(word, title, items.separator.join(said_blocking(items, others))), 2)


def _others(tasks: AnswerTasks, upset: Upset) -> Iterator[tuple[Evaluation, list[Evaluation]]]:
    """Yield each of these tasks with those that are in its way."""
    blocked = {name for each in upset.by if each.unit.task for name in each.unit.task.blocks}
    for each in tasks.unsettled:
        due = each.unit.task.due if each.unit.task else None
        if each.unit.id not in blocked and not (due is not None and id_of(due.of) == id_of(upset.planned) and not due.periods):
            continue
        others = [it for it in tasks.blocking.of(each) if it not in upset.by and it.output is not Outcome.CLOSED]
        if others:
            yield each, others
