"""
The measure of a request: strawberry's own ASGI application, answering the same typed fields from constant data.

No extension, default JSON. ``uvicorn benchmarks.plain_strawberry:app``, with ``ANSWER`` naming the file of an answer of ours.
"""

import datetime as dt
import json
import os
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import strawberry
from strawberry.asgi import GraphQL

T = TypeVar("T")


@strawberry.enum
class Outcome(Enum):
    """As in our schema."""

    APPLIED = "APPLIED"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    UNDETERMINED = "UNDETERMINED"
    NOT_IN_FORCE = "NOT_IN_FORCE"
    FAILED = "FAILED"


@strawberry.enum
class Requirement(Enum):
    """As in our schema."""

    TO_REGISTER = "TO_REGISTER"
    TO_PROCESS = "TO_PROCESS"
    ON_REQUEST = "ON_REQUEST"
    NEVER = "NEVER"


@strawberry.enum
class Truth(Enum):
    """As in our schema."""

    TRUE = "TRUE"
    FALSE = "FALSE"
    UNKNOWN = "UNKNOWN"
    NOT_REACHED = "NOT_REACHED"


@strawberry.enum
class Origin(Enum):
    """As in our schema."""

    GIVEN = "GIVEN"
    PROVIDED = "PROVIDED"
    CALCULATED = "CALCULATED"
    FIGURE = "FIGURE"
    CONSTANT = "CONSTANT"
    DAY = "DAY"


@strawberry.type
class ValueSeen:
    """As in our schema."""

    label: str
    text: str
    unit: str | None
    origin: Origin


@strawberry.type
class Reason:
    """As in our schema."""

    sentence: str
    truth: Truth
    values: list[ValueSeen]
    because: list["Reason"]


@strawberry.type
class Source:
    """As in our schema."""

    reference: str


@strawberry.type
class Rule:
    """As in our schema."""

    id: strawberry.ID
    sources: list[Source]


@strawberry.type
class MissingFact:
    """As in our schema."""

    fact: strawberry.ID
    label: str


@strawberry.type
class DocumentItem:
    """As in our schema."""

    key: strawberry.ID
    rule: Rule
    title: str
    part: str | None
    outcome: Outcome
    requirement: Requirement
    asked: bool
    because: list[Reason]
    missing: list[MissingFact]


@strawberry.type
class Decision:
    """As in our schema."""

    id: strawberry.ID
    number: int
    as_of: dt.date


@strawberry.type
class Household:
    """As in our schema."""

    id: strawberry.ID
    revision: int
    documents: list[DocumentItem]
    decision: Decision


def many(kind: type[T], raw: list[dict[str, Any]], **made: Any) -> list[T]:
    return [kind(**{**each, **{name: make(each[name]) for name, make in made.items() if name in each}}) for each in raw]


def values(raw: list[dict[str, Any]]) -> list[ValueSeen]:
    return many(ValueSeen, raw, origin=Origin)


def reasons(raw: list[dict[str, Any]]) -> list[Reason]:
    return many(Reason, [{"because": [], "values": [], **each} for each in raw], truth=Truth, values=values, because=reasons)


def rule(raw: dict[str, Any]) -> Rule:
    return Rule(id=raw["id"], sources=many(Source, raw["sources"]))


def household(raw: dict[str, Any]) -> Household:
    documents = many(
        DocumentItem,
        raw["documents"],
        rule=rule,
        outcome=Outcome,
        requirement=Requirement,
        because=reasons,
        missing=lambda each: many(MissingFact, each),
    )
    given = raw["decision"]
    decision = Decision(id=given["id"], number=given["number"], as_of=dt.date.fromisoformat(given["asOf"]))
    return Household(id=raw["id"], revision=raw["revision"], documents=documents, decision=decision)


CONSTANT = household(json.loads(Path(os.environ["ANSWER"]).read_text())["data"]["household"])


@strawberry.type
class Query:
    """As in our schema."""

    @strawberry.field
    async def household(self, id: strawberry.ID) -> Household | None:  # noqa: A002, ARG002 (the same query)
        """Answer with what stands ready."""
        return CONSTANT


app: GraphQL[None, None] = GraphQL(strawberry.Schema(Query), graphql_ide=None)
