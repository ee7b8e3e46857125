"""
How long an answer lasts: the first day on which something comes out otherwise, where nothing but the day is new.

``changes_on`` names the next day on which anything that was read turns over, be it a birthday that nothing depends on. Here the rules
are run on each such day until an answer differs. Ages, and what measures how far the day itself has come, move all the time: what follows
from them counts, such as an alert, a document or a yes that becomes a no.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from domain.fact_document import read_subject
from rules.engine.answers.changes import changes_on
from rules.engine.answers.reading import Evaluation, Reading
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit
from rules.engine.ruleset import RuleSet
from rules.engine.run import Outcome
from rules.engine.terms import AsOfTerm, MovedTerm, Term, UnitTerm
from rules.review.questions import document_of

MOST_RUNS = 500
"""How many days are looked at; more than a year of what turns over daily."""

MEASURED = frozenset({"int", "Decimal", "date"})
"""Kinds of values that move with the day without saying that anything is otherwise."""


class Lasting(NamedTuple):
    """
    The first change.

    Args:
        day: on which it comes; ``None`` where time alone changes nothing.
        changed: what comes out otherwise then, as it does.
        follows: what is otherwise by then because it follows the day itself, and was left out.
    """

    day: date | None
    changed: tuple[Evaluation, ...]
    follows: tuple[Unit, ...]


def lasting(rules: RuleSet, reading: Reading, quiet: Collection[str] = ()) -> Lasting | None:
    """
    Return the first change after *reading*, a run of *rules*; ``None`` where so many days come by that it was not found.

    Args:
        rules: of the subject.
        reading: a run of them.
        quiet: the keys of tasks whose reminders and alerts tell nothing, as their days are to be revised.
    """
    index = reading.index
    following = index.derived("following", _following)
    subject = read_subject(rules.root, document_of(reading.root, index))
    before, found = _came(reading, following, quiet), reading
    for _ in range(MOST_RUNS):
        day = changes_on(found)
        if day is not None:
            found = Reading(index, rules.run(subject, day), day, reading.provided)
        changed = [each for key, (each, came) in _came(found, following, quiet).items() if key not in before or before[key][1] != came]
        telling = tuple(each for each in changed if each.unit.id not in following)
        if telling or day is None:
            moved = {each.unit.id: each.unit for each in changed if each.unit.id in following}
            return Lasting(day, telling, tuple(moved.values()))
    return None


def _came(reading: Reading, following: Collection[str], quiet: Collection[str]) -> dict[str, tuple[Evaluation, Any]]:
    """Return what came out of each rule, by its key; of a task with its due day, but for one that follows the day itself."""
    return {each.key: (each, (each.outcome, _output(each, quiet), _due(reading, each, following))) for each in reading.evaluations()}


def _output(evaluation: Evaluation, quiet: Collection[str]) -> Any:
    told_of_later = evaluation.key in quiet and evaluation.output in {Outcome.MODERATE, Outcome.CRITICAL}
    return Outcome.TO_DO if told_of_later else evaluation.output


def _due(reading: Reading, evaluation: Evaluation, following: Collection[str]) -> date | None:
    due = None if evaluation.unit.task is None else evaluation.unit.task.due
    return None if due is None or _follows(due, following) else reading.due(evaluation.unit, evaluation.node)


def _following(index: PlanIndex) -> frozenset[str]:
    """Return the calculations that measure the day itself: ages, lists of ages, how far something has come and what is measured by that."""
    ages: set[str] = set()
    measures: set[str] = set()
    for unit in index.plan.units:  # in the order of evaluation
        of = None if unit.aggregate is None else unit.aggregate.of
        if unit.elapsed or (isinstance(of, UnitTerm) and of.id in ages):
            ages.add(unit.id)
        elif unit.turns == "within" or (is_measure(unit) and any(_follows(each.term, measures) for each in unit.inputs)):
            measures.add(unit.id)
    return frozenset(ages | measures)


def is_measure(unit: Unit) -> bool:
    """Tell whether a value is a number or a day, which moves with what it is measured from."""
    return not unit.turns and any(kind in unit.value_kind for kind in MEASURED)


def _follows(term: Term, measures: Collection[str]) -> bool:
    inner = term.of if isinstance(term, MovedTerm) else term
    return isinstance(inner, AsOfTerm) or (isinstance(inner, UnitTerm) and inner.id in measures)
