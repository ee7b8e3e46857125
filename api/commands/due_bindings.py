"""How the due day of a task binds, and so what is said of the task: what a text sets alerts, what this tool proposes reminds."""

from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.planned_days import giving_of, planned_day
from domain.days_off import day_off, working_day_from, working_day_to
from rules.engine.answers.reading import Evaluation, above
from rules.engine.language.doubts import said_doubts
from rules.engine.language.words import said_number
from rules.engine.plan import Unit
from rules.engine.rule import Confidence
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, Leaf, Term, UnitTerm
from rules.review.difference_words import STATES

BY_LAW, TO_VERIFY, PROPOSED = "", "_to_verify", "_proposed"
BINDINGS = (BY_LAW, TO_VERIFY, PROPOSED)
"""How a due day binds: a text was found that sets it, one may set it, none does; each ends the words for it."""


def said_state(items: AnswerItems, evaluation: Evaluation) -> str:
    """Return how far a task has come, in words: of a day that passed, how it bound."""
    assert isinstance(evaluation.output, Outcome)
    if is_reminder(items, evaluation):
        return items.say("first_reminder" if evaluation.output is Outcome.MODERATE else "second_reminder")
    binding = binding_of(items, evaluation)
    passed = evaluation.output is Outcome.MISSED and binding != BY_LAW
    return items.say(f"passed{binding}") if passed else STATES[evaluation.output].in_language(items.language)


def binding_of(items: AnswerItems, evaluation: Evaluation) -> str:
    """Return how the due day of a task binds: one that rests on what is taken for true is to be verified, whatever text sets it."""
    assert evaluation.unit.task is not None
    match Confidence[evaluation.unit.task.delay_confidence]:
        case Confidence.PROPOSAL:
            return PROPOSED
        case Confidence.FROM_MEMORY:
            return TO_VERIFY
    if is_from_proposed_day(items, evaluation):
        return PROPOSED
    return TO_VERIFY if due_doubts(items, evaluation) else BY_LAW


def is_from_proposed_day(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a due day is counted from one that nobody said and that this tool proposes."""
    reading, due = items.decision.reading, evaluation.unit.task.due if evaluation.unit.task else None
    giving = None if due is None else giving_of(reading, due.of, evaluation.node)
    return isinstance(giving, UnitTerm) and reading.index.units[giving.id].confidence == Confidence.PROPOSAL.name


def due_doubts(items: AnswerItems, evaluation: Evaluation) -> tuple[Unit, ...]:
    """Return what is taken for true behind the due day of a task."""
    explanation, task = items.decision.explanation, evaluation.unit.task
    if task is None or task.due is None or items.due(evaluation) is None:
        return ()
    return explanation.aging.doubts_behind(explanation.reading.value(task.due, evaluation.node, evaluation.unit), evaluation)


def reminds(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a task counts to a day that this tool proposes and that calls no plan into question: it reminds, and alerts nobody."""
    return binding_of(items, evaluation) == PROPOSED and planned_day(items.decision.reading.index, evaluation.unit) is None


def is_reminder(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a task is under such a reminder now."""
    return evaluation.output in {Outcome.MODERATE, Outcome.CRITICAL} and reminds(items, evaluation)


def said_doubt(items: AnswerItems, evaluation: Evaluation) -> list[str]:
    """Say how sure the time limit of a task is, where no text sets it outright."""
    assert evaluation.unit.task is not None
    sure, doubts = Confidence[evaluation.unit.task.delay_confidence], due_doubts(items, evaluation)
    word = "delay_planned" if sure is Confidence.PROPOSAL and _is_planned_day(items, evaluation) else f"delay_{sure.name}"
    said = [] if sure is Confidence.SOURCED else [items.say(word)]
    return [*said, said_doubts(doubts, items.language, aged=False)] if doubts else said


def _is_planned_day(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a due day is that of a fact which somebody stated, with no time limit added."""
    due = evaluation.unit.task.due if evaluation.unit.task else None
    return due is not None and isinstance(due.of, FactTerm) and not due.periods and not is_reckoned(items, due.of, evaluation)


def said_working_day(items: AnswerItems, evaluation: Evaluation, due: date) -> list[str]:
    """
    Say, where a due day to come has offices closed, the last day before it that has not.

    Of a date that this tool proposes, the first after it where it waits for a day; nothing where it is that very day, nor where the task
    does nothing but wait for its due day.
    """
    task, reading = evaluation.unit.task, items.decision.reading
    assert task is not None
    assert task.due is not None
    waits = isinstance(task.closed, Leaf) and task.closed.test == "reached" and reading.day(task.closed.terms[0], evaluation.node) == due
    if due < items.decision.as_of or day_off(due) is None or waits:
        return []
    before, counted_from = working_day_to(due), reading.day(task.due.of, evaluation.node)
    if binding_of(items, evaluation) == PROPOSED and counted_from is not None and before <= counted_from <= due:
        return [items.say("working_day_after", items.day(working_day_from(due)))] if counted_from < due else []
    return [items.say("working_day", items.day(before))]


def said_distance(items: AnswerItems, due: date, binding: str) -> str:
    """Return how far a due day is, before or after."""
    days = (due - items.decision.as_of).days
    years = abs(days) // 366
    counted = items.say("years", str(years)) if years > 1 else said_number(str(abs(days)), "day", items.language)
    return items.say("today") if days == 0 else items.say("left" if days > 0 else f"missed{binding}", counted)


def is_reckoned(items: AnswerItems, term: Term, evaluation: Evaluation) -> bool:
    """Tell whether a day that somebody could have said was calculated, as nobody did."""
    return isinstance(term, FactTerm) and items.decision.reading.origin(term, above(evaluation.node, term.level)) == "calculated"


def is_yearly(items: AnswerItems, term: Term) -> bool:
    """Tell whether a day is the same each year."""
    inputs = items.decision.index.units[term.id].inputs if isinstance(term, UnitTerm) else ()
    return {items.phrasebook.unit_of(each.term) for each in inputs} == {"calendar year"}
