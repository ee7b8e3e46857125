"""
How a rule is declared: ``document``, ``calculation``, ``derived`` and ``task``. What an author needs is imported from here.

Declaring registers nothing: a rule is found because it stands in a module under ``rules``, and its id is
``kind.file.name``. Every rule names its legal source and how sure we are of it.
"""

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, get_type_hints

from domain.calendar import Period
from domain.declared import place_of_caller, typed
from domain.expressions import Condition, Conditional, Expression, Named, condition
from domain.facts import Fact
from domain.subjects import Subject
from domain.text import Text
from rules.engine.rule import Alert, Calculation, Confidence, Document, Requirement, Source, Task

__all__ = ["Alert", "Confidence", "Requirement", "Source", "calculation", "derived", "document", "task"]

T = TypeVar("T")


@typed
def document(
    *,
    of: type[Subject],
    title: Text,
    requirement: Requirement,
    source: Source | tuple[Source, ...],
    who: Conditional | None = None,
    when: Conditional | None = None,
    confidence: Confidence = Confidence.SOURCED,
    obtained: Fact[date | None] | None = None,
    made_then: bool = False,
    alternatives: tuple[Text, ...] = (),
    number: int = 1,
    period: Text | None = None,
    covers: tuple[str, ...] = (),
    doubt: Named | tuple[Named, ...] = (),
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
) -> Document:
    """
    Declare a document, asked for each part of its type that *who* and *when* select; ``Rule`` says what every rule has.

    An applicant is asked only for what is ``SOURCED``. Beside what every rule has:

        requirement: how it is asked for.
        who: for which parts, a condition like any other.
        when: in which situation.
        obtained: the milestone of the step that the document belongs to: once done, it is to be checked and no longer gathered.
        made_then: there is no such document before that day: it comes out of the task that is done on it, and not into it.
        alternatives: any one of these will do; none: the title says it all.
        number: how many are asked for.
        period: what the number covers, "the last three months".
        covers: ids of the documents that its paper is as well, ``documents.couples.marriage_family_book``: one paper is asked for once.
        doubt: the shared conditions that say what is taken for true where they hold, told as to be verified by their titles and notes.
    """
    return Document(
        of=of,
        title=title,
        sources=_tuple(source),
        who=_condition(who),
        when=_condition(when),
        requirement=requirement,
        confidence=confidence,
        obtained=obtained,
        made_then=made_then,
        alternatives=alternatives,
        number=number,
        period=period,
        covers=covers,
        doubts=_tuple(doubt),
        since=since,
        until=until,
        note=note,
        place=place_of_caller(),
    )


@typed
def calculation(
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    unit: str | None = None,
    when: Named | None = None,
    doubt: Named | tuple[Named, ...] = (),
    sure: Named | None = None,
    gives: Expression[Any] | None = None,
    confidence: Confidence = Confidence.SOURCED,
    law_date: Expression[date] | Expression[date | None] | None = None,
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
    headline: Text | None = None,
) -> Callable[[Callable[..., T]], Calculation[T]]:
    """
    Declare a calculation: the decorated function is pure, and its parameter names are its inputs.

    A name is looked up among the facts of *of* and of what stands above it, then the calculations, then the dated
    figures; ``as_of`` is the day. An input that is unknown never reaches the function: the result is unknown then. Where it
    *gives* a fact, that fact is its value unless somebody said another. *when* names the shared condition without which there is no
    such value: then nobody is asked for its inputs. With a *headline* the value stands in the summary of an answer, by that name. Where
    a shared condition of *doubt* holds, it and all that rests on it are told as to be verified: the title and note of the condition say
    what is taken for true. Where *sure* holds, the value comes out the same whatever is in doubt behind it.
    """
    place = place_of_caller()

    def declare(function: Callable[..., T]) -> Calculation[T]:
        hints = get_type_hints(function)
        result = hints.pop("return", None)
        return Calculation(
            of=of,
            title=title,
            sources=_tuple(source),
            unit=unit,
            when=when,
            doubts=_tuple(doubt),
            sure=sure,
            gives=gives,
            confidence=confidence,
            law_date=law_date,
            since=since,
            until=until,
            note=note,
            headline=headline,
            place=place,
            function=function,
            name=function.__name__,
            parameters={name: hints.get(name) for name in inspect.signature(function).parameters},
            result=result,
        )

    return declare


@typed
def derived(
    value: Expression[T],
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    unit: str | None = None,
    when: Named | None = None,
    doubt: Named | tuple[Named, ...] = (),
    sure: Named | None = None,
    gives: Expression[Any] | None = None,
    confidence: Confidence = Confidence.SOURCED,
    note: Text | None = None,
    headline: Text | None = None,
) -> Calculation[T]:
    """Declare a calculation by an expression: a date moved by a period, a count, a total."""
    return Calculation(
        of=of,
        title=title,
        sources=_tuple(source),
        unit=unit,
        when=when,
        doubts=_tuple(doubt),
        sure=sure,
        gives=gives,
        confidence=confidence,
        note=note,
        headline=headline,
        place=place_of_caller(),
        expression=value,
    )


@typed
def task(
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    closed: Conditional,
    display: Conditional | None = None,
    open_while: Conditional | None = None,
    counts_to: Expression[date] | Expression[date | None] | None = None,
    shown_from: Period | None = None,
    alerts: Mapping[Alert, Period] | None = None,
    confidence: Confidence = Confidence.SOURCED,
    delay_confidence: Confidence = Confidence.SOURCED,
    alerts_confidence: Confidence = Confidence.PROPOSAL,
    blocks: tuple[str, ...] = (),
    asks_for: tuple[Fact[Any], ...] = (),
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
) -> Task:
    """
    Declare a task; ``Rule`` says what every rule has. *confidence* is how sure we are of the duty.

        closed: when it is done.
        display: for which parts, and when, it is to be done at all; never tests what *closed* tests. ``None``: always.
        open_while: the stage at which it can be done; past it, it is told only where it was done. Never tests what *closed* tests.
        counts_to: the due day; every threshold is counted back from it. ``None``: no deadline.
        shown_from: how long before the due day it appears, that day included; ``None``: at once.
        alerts: how long before the due day each alert begins, the day after.
        delay_confidence, alerts_confidence: of the delay, and of the alerts, which hardly any text fixes.
        blocks: ids of the tasks that cannot be done before this one, ``tasks.funding.funding_request``.
        asks_for: the facts that it is done with, though its condition reads none: while it is to be done they are asked for.
    """
    return Task(
        of=of,
        title=title,
        sources=_tuple(source),
        display=_condition(display),
        open_while=_condition(open_while),
        closed=condition(closed),
        counts_to=counts_to,
        shown_from=shown_from,
        alerts=alerts or {},
        confidence=confidence,
        delay_confidence=delay_confidence,
        alerts_confidence=alerts_confidence,
        blocks=blocks,
        asks_for=asks_for,
        since=since,
        until=until,
        note=note,
        place=place_of_caller(),
    )


def _tuple(found: T | tuple[T, ...]) -> tuple[T, ...]:
    return found if isinstance(found, tuple) else (found,)


def _condition(value: Conditional | None) -> Condition | None:
    return None if value is None else condition(value)
