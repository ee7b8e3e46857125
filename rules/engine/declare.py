"""
How a rule is declared: ``document``, ``calculation``, ``derived`` and ``task``, each a frozen value.

Declaring registers nothing: a rule is found because it stands in a module under ``rules``, and its id is
``kind.file.name``. Every rule names its legal source and how sure we are of it.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar, get_type_hints

from domain.calendar import Period
from domain.declared import Place, place_of_caller
from domain.expressions import Condition, Conditional, Expression, condition
from domain.subjects import Subject
from domain.text import Choice, Text, text

T = TypeVar("T")


class Confidence(Choice):
    """How sure we are that a rule says what the law says."""

    SOURCED = text(fr="texte trouvé", en="a text was found")
    DERIVED = text(fr="déduit de textes trouvés", en="derived from texts that were found")
    FROM_MEMORY = text(fr="de mémoire, à vérifier", en="from memory, to be verified")
    PROPOSAL = text(fr="proposition de notre part", en="our own proposal")


class Requirement(Choice):
    """How a document is asked for. Only the first two are asked; the law's list is limitative."""

    TO_REGISTER = text(fr="exigée pour enregistrer la demande", en="required to register the request")
    TO_PROCESS = text(fr="exigée pour instruire la demande", en="required to process the request")
    ON_REQUEST = text(fr="peut être demandée", en="may be requested")
    NEVER = text(fr="ne doit jamais être demandée", en="must never be asked for")


class Alert(Choice):
    """How pressing an open task is, before it is missed."""

    MODERATE = text(fr="modérée", en="moderate")
    CRITICAL = text(fr="critique", en="critical")


@dataclass(frozen=True, slots=True)
class Source:
    """
    A legal text, named once.

    Args:
        reference: the text and article, as a jurist cites it: "CCH, art. R441-2-4".
        title: what it is about.
        address: where it can be read.
        version: the version that was read, or what is doubtful about it.
    """

    reference: str
    title: Text
    address: str | None = None
    version: str | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule:
    """
    What every rule has.

    Args:
        of: the type it stands on; it reads that type's facts and those above it.
        title: what it yields, in both languages.
        sources: the legal texts; never empty.
        confidence: how sure we are that the texts say so.
        since: the first day on which it is in force; ``None``: always was.
        until: the last day on which it is in force; ``None``: still is.
        law_date: the fact that says on which day's law it is read; ``None``: ``as_of``.
        note: interpretation or doubt, shown beside the rule.
    """

    of: type[Subject]
    title: Text
    sources: tuple[Source, ...]
    confidence: Confidence = Confidence.SOURCED
    since: date | None = None
    until: date | None = None
    law_date: Expression[date] | Expression[date | None] | None = None
    note: Text | None = None
    place: Place


@dataclass(frozen=True, eq=False, kw_only=True)
class Document(Rule):
    """A document to ask for, to accept on request, or never to ask for."""

    who: Condition | None
    when: Condition | None
    requirement: Requirement
    alternatives: tuple[Text, ...] = ()
    number: int = 1
    period: Text | None = None


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Calculation(Rule, Expression[T], Generic[T]):
    """A value computed from inputs: by a pure function of named inputs, or by an expression."""

    unit: str | None
    function: Callable[..., T] | None = None
    expression: Expression[T] | None = None
    name: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    result: Any = None

    def __repr__(self) -> str:
        return self.name or f"the calculation at {self.place}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Task(Rule):
    """Something to do on a subject, with the day it counts to."""

    who: Condition | None
    display: Condition
    closed: Condition
    counts_to: Expression[date] | Expression[date | None] | None = None
    shown_from: Period | None = None
    alerts: Mapping[Alert, Period] = field(default_factory=dict)
    delay_confidence: Confidence = Confidence.SOURCED
    alerts_confidence: Confidence = Confidence.PROPOSAL
    blocks: "tuple[Task, ...]" = ()


def document(
    *,
    of: type[Subject],
    title: Text,
    requirement: Requirement,
    source: Source | tuple[Source, ...],
    who: Conditional | None = None,
    when: Conditional | None = None,
    confidence: Confidence = Confidence.SOURCED,
    alternatives: tuple[Text, ...] = (),
    number: int = 1,
    period: Text | None = None,
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
) -> Document:
    """
    Declare a document.

    Args:
        of: one is asked for each part of this type that *who* and *when* select.
        title: the document's name.
        requirement: how it is asked for.
        source: the legal text or texts.
        who: which of them, a condition like any other.
        when: in which situation.
        confidence: how sure we are; an applicant is asked only for what is ``SOURCED``.
        alternatives: any one of these will do; none: the title says it all.
        number: how many are asked for.
        period: what the number covers, "the last three months".
        since: first day in force.
        until: last day in force.
        note: interpretation or doubt.
    """
    return Document(
        of=of,
        title=title,
        sources=_tuple(source),
        who=_condition(who),
        when=_condition(when),
        requirement=requirement,
        confidence=confidence,
        alternatives=alternatives,
        number=number,
        period=period,
        since=since,
        until=until,
        note=note,
        place=place_of_caller(),
    )


def calculation(
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    unit: str | None = None,
    confidence: Confidence = Confidence.SOURCED,
    law_date: Expression[date] | Expression[date | None] | None = None,
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
) -> Callable[[Callable[..., T]], Calculation[T]]:
    """
    Declare a calculation: the decorated function is pure, and its parameter names are its inputs.

    A name is looked up among the facts of *of* and of what stands above it, then the calculations, then the dated
    figures; ``as_of`` is the day. An input that is unknown never reaches the function: the result is unknown then.
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
            confidence=confidence,
            law_date=law_date,
            since=since,
            until=until,
            note=note,
            place=place,
            function=function,
            name=function.__name__,
            parameters={name: hints.get(name) for name in inspect.signature(function).parameters},
            result=result,
        )

    return declare


def derived(
    value: Expression[T],
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    unit: str | None = None,
    confidence: Confidence = Confidence.SOURCED,
    note: Text | None = None,
) -> Calculation[T]:
    """Declare a calculation by an expression: a date moved by a period, a count, a total."""
    return Calculation(
        of=of,
        title=title,
        sources=_tuple(source),
        unit=unit,
        confidence=confidence,
        note=note,
        place=place_of_caller(),
        expression=value,
    )


def task(
    *,
    of: type[Subject],
    title: Text,
    source: Source | tuple[Source, ...],
    display: Conditional,
    closed: Conditional,
    who: Conditional | None = None,
    counts_to: Expression[date] | Expression[date | None] | None = None,
    shown_from: Period | None = None,
    alerts: Mapping[Alert, Period] | None = None,
    confidence: Confidence = Confidence.SOURCED,
    delay_confidence: Confidence = Confidence.SOURCED,
    alerts_confidence: Confidence = Confidence.PROPOSAL,
    blocks: tuple[Task, ...] = (),
    since: date | None = None,
    until: date | None = None,
    note: Text | None = None,
) -> Task:
    """
    Declare a task.

    Args:
        of: the type it stands on.
        title: what is to be done.
        source: the legal text or texts of the duty.
        display: when it is to be done at all; never tests what *closed* tests.
        closed: when it is done.
        who: which parts it concerns.
        counts_to: the due day; every threshold is counted back from it. ``None``: no deadline.
        shown_from: how long before the due day it appears, that day included; ``None``: at once.
        alerts: how long before the due day each alert begins, the day after.
        confidence: how sure we are of the duty.
        delay_confidence: how sure we are of the delay.
        alerts_confidence: how sure we are of the alerts; hardly any text fixes them.
        blocks: tasks that cannot be done before this one.
        since: first day in force.
        until: last day in force.
        note: interpretation or doubt.
    """
    return Task(
        of=of,
        title=title,
        sources=_tuple(source),
        display=condition(display),
        closed=condition(closed),
        who=_condition(who),
        counts_to=counts_to,
        shown_from=shown_from,
        alerts=alerts or {},
        confidence=confidence,
        delay_confidence=delay_confidence,
        alerts_confidence=alerts_confidence,
        blocks=blocks,
        since=since,
        until=until,
        note=note,
        place=place_of_caller(),
    )


def _tuple(source: Source | tuple[Source, ...]) -> tuple[Source, ...]:
    return source if isinstance(source, tuple) else (source,)


def _condition(value: Conditional | None) -> Condition | None:
    return None if value is None else condition(value)
