"""
The plan: a rule set as data, in evaluation order, from which runs are compiled and records are read back.

A plan holds no code. It is stored once per version, so that a record made years ago can be expanded whole without running anything.

    Plan
    ├── types      subject types, a root first, each with its facts and lists of parts
    ├── units      documents, calculations, tasks and shared conditions; each has a slot in its type's block
    ├── segments   what is evaluated together: units of one type, in order
    ├── figures    dated figures with every period and its source
    └── sources    the legal texts

A *block* is the flat list of one part's results, by slot: values of calculations, truths of all else and of leaves.
"""

from enum import Enum
from typing import Any

import msgspec

from domain.text import Text
from rules.engine.terms import FactTerm, MovedTerm, Term, Tree, UnitTerm


class UnitKind(Enum):
    """What a unit is."""

    DOCUMENT = "document"
    CALCULATION = "calculation"
    TASK = "task"
    CONDITION = "condition"


class Aggregate(msgspec.Struct, frozen=True, omit_defaults=True):
    """
    What a unit makes of the parts in *list*: ``any``, ``all``, ``count``, ``total`` or ``values``.

    *where* and *of* are read on the part's own type; *complete* is the fact that says whether the list is complete.
    """

    make: str
    list: str
    list_index: int
    complete: FactTerm
    where: UnitTerm | None = None
    of: Term | None = None


class DocumentPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a document unit adds; *standing* is the list on which it stands for now, *obtained* the day that says that it is there."""

    requirement: str
    asked: bool
    standing: str = ""
    alternatives: tuple[Text, ...] = ()
    number: int = 1
    period: Text | None = None
    obtained: FactTerm | None = None
    made_then: bool = False
    covers: tuple[str, ...] = ()


class TaskPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a task unit adds: *closed*, and its *stage* before it in the condition; due day; thresholds (months, days)."""

    closed: Tree
    stage: Tree | None = None
    due: MovedTerm | None = None
    shown_from: tuple[int, int] | None = None
    moderate: tuple[int, int] | None = None
    critical: tuple[int, int] | None = None
    delay_confidence: str = "SOURCED"
    alerts_confidence: str = "PROPOSAL"
    blocks: tuple[str, ...] = ()
    asks_for: tuple[str, ...] = ()


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named input of a calculation."""

    name: str
    term: Term


class Unit(msgspec.Struct, frozen=True, omit_defaults=True):
    """
    One thing that is evaluated once a part.

    *condition* is the tree of a document or condition, or when a task is told; *when* is a calculation's shared one, *doubts* those under
    which it, or a document, is to be verified, *sure* that under which no doubt changes it, its *headline* its name in summaries. *hidden*
    units exist only for the engine: the inner condition of an aggregate, an expression inside a comparison. An *elapsed* calculation is an
    age: whole years up to ``as_of``; what else is made of the day *turns* each ``year-2``, two years back, or ``within`` its first two
    inputs. A unit that *settles* a fact takes its first input, given or provided, or else its second.
    """

    id: str
    kind: UnitKind
    type: str
    slot: int
    title: Text
    hidden: bool = False
    sources: tuple[str, ...] = ()
    confidence: str = "SOURCED"
    version: str = ""
    since: str | None = None
    until: str | None = None
    law_date: FactTerm | None = None
    note: Text | None = None
    otherwise: Text | None = None
    place: str = ""
    condition: Tree | None = None
    document: DocumentPlan | None = None
    task: TaskPlan | None = None
    inputs: tuple[Input, ...] = ()
    aggregate: Aggregate | None = None
    moved: MovedTerm | None = None
    elapsed: bool = False
    turns: str = ""
    settles: bool = False
    when: UnitTerm | None = None
    doubts: tuple[UnitTerm, ...] = ()
    sure: UnitTerm | None = None
    unit: str | None = None
    value_kind: str = ""
    choices: dict[str, Text] = {}
    optional: bool = False
    headline: Text | None = None


class FactPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A fact as the plan knows it."""

    id: str
    title: Text
    kind: str
    unit: str | None = None
    optional: bool = False
    personal: bool = False
    sensitive: bool = False
    provided: bool = False
    milestone: bool = False
    step: int = 1
    choices: dict[str, Text] = {}
    hint: Text | None = None


class ListPlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A list of parts."""

    id: str
    name: str
    title: Text
    of: str


class TypePlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A subject type: *above* is the type it is a part of; *width* is the length of its block."""

    name: str
    title: Text
    facts: tuple[FactPlan, ...]
    lists: tuple[ListPlan, ...]
    above: str | None
    width: int


class Segment(msgspec.Struct, frozen=True, omit_defaults=True):
    """Units of one type that are evaluated together: slots from *start*, values up to *truths*, then truths to *end*."""

    type: str
    units: tuple[str, ...]
    start: int
    truths: int
    end: int


class FigurePeriod(msgspec.Struct, frozen=True, omit_defaults=True):
    """A figure's value from a day on; *dated*: a text says since when; *sure_until*: the day after which no newer one was found."""

    since: str
    value: Any
    source: str
    confidence: str = "SOURCED"
    dated: bool = True
    sure_until: str | None = None


class FigurePlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dated figure with every period, the earliest first."""

    id: str
    title: Text
    kind: str
    unit: str | None
    periods: tuple[FigurePeriod, ...]


class SourcePlan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A legal text."""

    reference: str
    title: Text
    address: str | None = None
    version: Text | None = None
    caveat: Text | None = None
    kinds: tuple[str, ...] = ()


class Plan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule set as data; *root* is the subject type it decides."""

    name: str
    root: str
    types: tuple[TypePlan, ...]
    units: tuple[Unit, ...]
    segments: tuple[Segment, ...]
    figures: tuple[FigurePlan, ...]
    sources: dict[str, SourcePlan]

    def encode(self) -> bytes:
        """Return the plan as JSON."""
        return msgspec.json.encode(self, order="deterministic")

    @staticmethod
    def decode(stored: bytes) -> "Plan":
        """Read a plan back."""
        return msgspec.json.decode(stored, type=Plan)
