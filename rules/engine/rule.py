"""
What a rule is: a document, a calculation or a task, each a frozen value with its legal sources and how sure we are.

Rules are declared with the functions of ``rules.engine.declare``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from domain.calendar import Period
from domain.declared import Place
from domain.expressions import Condition, Expression, Named
from domain.facts import Fact
from domain.subjects import Subject
from domain.text import Choice, Text, text

T = TypeVar("T")


class Confidence(Choice):
    """How sure we are that a rule says what the law says."""

    SOURCED = text(fr="texte trouvé", en="a text was found")
    DERIVED = text(fr="déduit de textes trouvés", en="derived from texts that were found")
    FROM_MEMORY = text(fr="de mémoire, à vérifier", en="noted from memory, to be verified")
    PROPOSAL = text(fr="proposé par l’outil, aucun texte trouvé", en="proposed by this tool, no text was found")


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
        reference: the text and article, as a jurist cites it, in French: "CCH, art. R441-2-4".
        title: what it is about.
        address: where it can be read.
        version: the version that was read, or what is doubtful about it.
        caveat: what is said in parentheses wherever it is cited: "not read", "replaced".
        kinds: of the operations that it is about, where a rule of others cites it too; none: it is about all.
    """

    reference: str
    title: Text
    address: str | None = None
    version: Text | None = None
    caveat: Text | None = None
    kinds: tuple[Choice, ...] = ()

    @property
    def name(self) -> str:
        """What a plan knows it by: the citation in French, its caveat included."""
        return self.reference if self.caveat is None else f"{self.reference} ({self.caveat.fr})"


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
    """
    A document to ask for, to accept on request, or never to ask for.

    *obtained* is the milestone of the step that it belongs to: once done, it is to be checked; ``None``: there is none. What is *made_then*
    cannot be had before. The documents that it *covers* are the same paper on the same part or below it. Where one of its *doubts* holds,
    which asks for no fact, it is asked for as it is because that was taken for true.
    """

    who: Condition | None
    when: Condition | None
    requirement: Requirement
    obtained: Expression[date | None] | None = None
    made_then: bool = False
    alternatives: tuple[Text, ...] = ()
    number: int = 1
    period: Text | None = None
    covers: tuple[str, ...] = ()
    doubts: tuple[Named, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Calculation(Rule, Expression[T], Generic[T]):
    """
    A value computed from inputs: by a pure function of named inputs, or by an expression.

    Where it *gives* a fact, the fact is that value unless somebody said or provided another. Where *when* does not hold there is
    no such value, and none of its inputs is asked for. A *headline* is what it is called in the summary of an answer; ``None``: it is
    not told there. Where one of its *doubts* holds, which asks for no fact, the value and all that rests on it are to be verified, by its
    title; where *sure* does, which asks for none either, it comes out the same whatever is in doubt behind it.
    """

    unit: str | None
    function: Callable[..., T] | None = None
    expression: Expression[T] | None = None
    name: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    result: Any = None
    gives: Expression[Any] | None = None
    when: Named | None = None
    doubts: tuple[Named, ...] = ()
    sure: Named | None = None
    headline: Text | None = None

    def __repr__(self) -> str:
        return self.name or f"the calculation at {self.place}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Task(Rule):
    """
    Something to do on a subject, with the day it counts to.

    It is there to be done where *display* holds and *open_while* does; once done, it stays in the history whatever *open_while* says.
    """

    display: Condition | None
    open_while: Condition | None
    closed: Condition
    counts_to: Expression[date] | Expression[date | None] | None = None
    shown_from: Period | None = None
    alerts: Mapping[Alert, Period] = field(default_factory=dict)
    delay_confidence: Confidence = Confidence.SOURCED
    alerts_confidence: Confidence = Confidence.PROPOSAL
    blocks: tuple[str, ...] = ()
    asks_for: tuple[Fact[Any], ...] = ()

    @property
    def shown(self) -> Condition | None:
        """When it is told at all: where it is there to be done, or was done."""
        if self.open_while is None:
            return self.display
        kept = self.open_while | self.closed
        return kept if self.display is None else self.display & kept
