"""
What is not yet, apart from what never is: a rule that only waits for days that have none, or that are still to come.

A rule that does not apply waits where each ground that decided so is a day: "the works are accepted", and no day is said. What is
behind the ground that stopped it was not looked at, so that its day comes does not say that it will apply.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rules.engine.answers.days_told import absent_days
from rules.engine.answers.explain import Explanation
from rules.engine.answers.grounds import Ground, inputs_of
from rules.engine.answers.reading import APPLIED, NOT_APPLICABLE, Evaluation, Reading, above
from rules.engine.answers.since import held_since
from rules.engine.plan import FactPlan, TaskPlan, Unit, UnitKind
from rules.engine.run import Node, Outcome, as_day
from rules.engine.terms import FactTerm, Term, UnitTerm
from rules.engine.trees import leaves_of

Awaited = list[tuple[FactPlan, str]]


def awaited(explanation: Explanation, evaluation: Evaluation) -> Awaited | None:
    """
    Return the days, each with its part, that an evaluation waits for; ``None`` where it does not wait, or for more than days.

    None is named where a task waits for a day that is known and to come, such as that from which it is shown.
    """
    reading, unit, node = explanation.reading, evaluation.unit, evaluation.node
    if evaluation.outcome == APPLIED and unit.kind is UnitKind.CALCULATION and evaluation.output is None:
        return _named(_days_of_value(reading, unit, node)) or None
    if evaluation.outcome != NOT_APPLICABLE:
        return None
    if node.block[unit.slot] is Outcome.NOT_YET:
        return []
    if unit.task is not None and _is_over(reading, unit.task, node):
        return None
    days = _awaited_by_all(reading, _grounds(explanation, evaluation))
    return days if days or unit.task is not None else None  # a child comes of age, but what it will be asked for is not known


def day_to_come(explanation: Explanation, evaluation: Evaluation) -> tuple[Term, date] | None:
    """Return the day that is known and that an evaluation waits for, with what it is the day of; ``None`` where there is none."""
    return next(_to_come(explanation.reading, _grounds(explanation, evaluation)), None)


def _grounds(explanation: Explanation, evaluation: Evaluation) -> list[Ground]:
    """Return what decided, but that a task is not done, which is looked at outside its stage: it waits for no closing of its own."""
    grounds, task = explanation.grounds.of(evaluation), evaluation.unit.task
    if task is None or task.stage is None:
        return list(grounds)
    last = leaves_of(task.stage)[-1].slot
    return [each for each in grounds if each.leaf is not None and each.leaf.slot <= last]


def _to_come(reading: Reading, grounds: Iterable[Ground]) -> Iterator[tuple[Term, date]]:
    for ground in grounds:
        yield from _to_come(reading, ground.grounds)
        if ground.leaf is not None and ground.leaf.test in {"reached", "passed"} and ground.truth is False:
            term = ground.leaf.terms[0]
            day = reading.day(term, ground.node)
            if day is not None and day >= reading.as_of:
                yield term, day


def _days_of_value(reading: Reading, unit: Unit, node: Node) -> Iterator[tuple[FactPlan, str]]:
    """Yield what a value waits for that is absent because the first of what it is counted from is: the rest may well have no day."""
    first = next(iter(inputs_of(unit)), None)
    if first is None or reading.raw(first, node) is not None:
        return
    inner = first if isinstance(first, FactTerm | UnitTerm) else getattr(first, "of", None)
    if isinstance(inner, UnitTerm):
        yield from _days_of_value(reading, reading.index.units[inner.id], above(node, inner.level))
    elif inner is not None:
        yield from absent_days(reading, inner, node)


def _is_over(reading: Reading, task: TaskPlan, node: Node) -> bool:
    """Tell whether days that have come ended the stage of a task, or did it: what else it waits for brings it no more."""
    ended = task.stage is not None and held_since(reading, task.stage, node, truth=False) is not None
    return ended or held_since(reading, task.closed, node) is not None


def _awaited_by_all(reading: Reading, grounds: Iterable[Ground]) -> Awaited | None:
    found = [_awaited_by(reading, each) for each in grounds]
    days = [each for days in found if days is not None for each in days]
    if None in found or not found:
        return None
    return [] if [] in found else _named(days)  # of several, one day that is known may do


def _awaited_by(reading: Reading, ground: Ground) -> Awaited | None:
    """Return the days that a ground waits for, ``None`` where it is something else."""
    leaf = ground.leaf
    if leaf is None or leaf.test == "condition":
        return _awaited_by_all(reading, ground.grounds)
    if leaf.test not in {"present", "reached", "passed"} or ground.truth is not False:
        return None
    return _awaited_day(reading, leaf.terms[0], ground.node)


def _awaited_day(reading: Reading, term: Term, node: Node) -> Awaited | None:
    day = as_day(reading.raw(term, node))
    if day is None:
        return _named(absent_days(reading, term, node)) or None
    if not isinstance(day, date) or day < reading.as_of:
        return None
    return [(reading.index.facts[term.id], above(node, term.level).path)] if isinstance(term, FactTerm) else []


def _named(days: Iterable[tuple[FactPlan, str]]) -> Awaited:
    return list({(fact.id, path): (fact, path) for fact, path in days if "date" in fact.kind}.values())
