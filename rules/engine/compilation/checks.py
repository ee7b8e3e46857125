"""
What is checked when a rule set is built, beyond what resolving names and types finds by itself.

A rule set that cannot stand stops the start: a wrong rule must not answer.
"""

import inspect
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from domain.aggregates import Count, Total, Values
from domain.calendar import Period
from domain.expressions import AllOf, AnyOf, Comparison, Condition, Holds, Includes, Known, Moved, Named, OneOf, Present, Reached, leaves
from domain.facts import Fact
from domain.money import holds_float
from rules.engine.compilation.drafts import Draft, Graph
from rules.engine.errors import RuleSetError, near
from rules.engine.rule import Alert, Calculation, Document, Rule, Task
from rules.engine.units import untold

DAYS_OF_A_MONTH = 365.2425 / 12


def check(graph: Graph, drafts: list[Draft]) -> None:
    """
    Check every draft.

    Raises:
        RuleSetError: naming the rule, where it stands and what to do.
    """
    _check_facts(graph)
    taken: dict[str, Draft] = {}
    for draft in drafts:
        if taken.setdefault(draft.id, draft) is not draft:
            raise RuleSetError("taken id", f"{draft.id} is declared twice; rename one of them")
        _check_heading(draft.declared)
        match draft.declared:
            case Task() as task:
                _check_task(task, draft)
            case Calculation(function=function) as rule if function is not None:
                _check_function(function, rule)
            case Named() as named if id(named) not in graph.names:
                message = (
                    f"{named.place}: a named condition is used that no module under rules declares; give it a name in rules/vocabulary"
                )
                raise RuleSetError("unnamed condition", message)
    _check_covers({draft.id: draft.declared for draft in drafts if isinstance(draft.declared, Document)})
    _check_blocks({draft.id: draft.declared for draft in drafts if isinstance(draft.declared, Task)})


def _check_facts(graph: Graph) -> None:
    """Check that units have words, and that a form has every step that a fact says it is asked in, or nobody would ever be asked."""
    last = len(graph.root.steps)
    for fact in (fact for each in graph.types for fact in each.facts):
        if problem := untold(fact.unit):
            raise RuleSetError("unknown unit", f"{fact.id}: {problem}")
        if last and not 1 <= fact.step <= last:
            said = f"{fact.id} is asked in step {fact.step}, but {graph.root.type_name} has steps 1 to {last}"
            raise RuleSetError("unknown step", f"{said}; give it one of these, or add a title to steps")


def _check_heading(declared: Any) -> None:
    """Check that a rule is in force on some day, and that its unit has words."""
    if isinstance(declared, Calculation) and (problem := untold(declared.unit)):
        raise RuleSetError("unknown unit", f"{declared.place}: {problem}")
    if isinstance(declared, Rule) and declared.since and declared.until and declared.until < declared.since:
        raise RuleSetError(
            "never in force", f"{declared.place}: it ends ({declared.until}) before it begins ({declared.since}); swap the days"
        )


def _check_function(function: Any, rule: Calculation[Any]) -> None:
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.POSITIONAL_ONLY}:
            raise RuleSetError("bad parameter", f"{rule.place}: the parameter {parameter.name} names no input; name each input by itself")
        if parameter.default is not parameter.empty:
            raise RuleSetError(
                "bad parameter", f"{rule.place}: the input {parameter.name} has a default; an unknown input must stay unknown"
            )
        if rule.parameters[parameter.name] is None:
            raise RuleSetError("untyped parameter", f"{rule.place}: the parameter {parameter.name} has no type; annotate it")
    if rule.result is None:
        raise RuleSetError("untyped result", f"{rule.place}: the result of {rule.name} has no type; annotate it")
    if any(map(holds_float, (rule.result, *rule.parameters.values()))):
        raise RuleSetError("inexact", f"{rule.place}: a float is not exact; use Decimal")


def _check_task(task: Task, draft: Draft) -> None:
    trees = [tree for tree in (task.display, task.open_while) if tree is not None]
    both = set(facts_tested(task.closed)) & {fact for tree in trees for fact in facts_tested(tree)}
    if both:
        said = ", ".join(sorted(fact.id for fact in both))
        remedy = f"{draft.id} tests {said} in both display and closed; leave it out of display, or the closed task could never be shown"
        raise RuleSetError("display tests closed", f"{task.place}: {remedy}")
    if task.counts_to is None and (task.alerts or task.shown_from):
        said = f"{draft.id} has thresholds but counts to no day; give counts_to, or drop them"
        raise RuleSetError("no due day", f"{task.place}: {said}")
    _check_thresholds(task, draft)


def _check_thresholds(task: Task, draft: Draft) -> None:
    thresholds = {f"the {each.name.lower()} alert": task.alerts[each] for each in Alert if each in task.alerts}
    thresholds |= {} if task.shown_from is None else {"shown_from": task.shown_from}
    for name, length in thresholds.items():
        if _days(length) < 0:
            said = (
                f"{task.place}: {name} of {draft.id} is {length.label.en} after the due day, from which it is counted back; drop the minus"
            )
            raise RuleSetError("no length", said)
    moderate, critical = task.alerts.get(Alert.MODERATE), task.alerts.get(Alert.CRITICAL)
    if moderate and critical and _days(moderate) < _days(critical):
        raise RuleSetError("alerts in disorder", f"{task.place}: {draft.id} is critical earlier than moderate; swap its alerts")
    if task.shown_from and any(_days(task.shown_from) < _days(each) for each in task.alerts.values()):
        said = f"{draft.id} alerts before it is shown; lengthen shown_from, or shorten the alert"
        raise RuleSetError("alert before shown", f"{task.place}: {said}")


def _days(length: Period) -> float:
    """Return about how many days a length has: enough to tell which of two is the longer."""
    return length.months * DAYS_OF_A_MONTH + length.days


def _check_covers(documents: Mapping[str, Document]) -> None:
    for name, document in documents.items():
        for covered in document.covers:
            if covered not in documents:
                said = f"{document.place}: {name} covers {covered}, which no document is called; correct the id{near(covered, documents)}"
                raise RuleSetError("unknown document", said)


def _check_blocks(tasks: Mapping[str, Task]) -> None:
    """Check that every task that is blocked is declared, and that no tasks wait for each other in a circle."""
    for name, task in tasks.items():
        for blocked in task.blocks:
            if blocked not in tasks:
                raise RuleSetError(
                    "unknown task", f"{task.place}: {name} blocks {blocked}, which no task is called; correct the id{near(blocked, tasks)}"
                )
    try:
        TopologicalSorter({name: task.blocks for name, task in tasks.items()}).prepare()
    except CycleError as found:
        circle = " → ".join(reversed(found.args[1]))
        raise RuleSetError("blocked in a circle", f"each of these tasks blocks the next: {circle}; one of them must not") from found


def facts_tested(tree: Condition) -> Iterator[Fact[Any]]:
    """Yield the facts that a condition tests, those of the shared conditions it names and of the parts it looks at included."""
    for leaf in leaves(tree):
        match leaf:
            case Named(means=inner) | AnyOf(where=inner) | AllOf(where=inner):
                yield from facts_tested(inner)
            case Comparison(left, _, right):
                yield from _facts_of(left)
                yield from _facts_of(right)
            case OneOf(of) | Includes(of) | Holds(of) | Present(of) | Known(of) | Reached(of):
                yield from _facts_of(of)


def _facts_of(expression: object) -> Iterator[Fact[Any]]:
    match expression:
        case Fact():
            yield expression
        case Moved(of=of):
            yield from _facts_of(of)
        case Count(where=where) | Total(where=where) | Values(where=where):
            yield from () if where is None else facts_tested(where)
            yield from _facts_of(getattr(expression, "of", None))
