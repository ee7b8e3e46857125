"""What is asked of the rules twice, to be compared: somebody's facts, on a day."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.fact_document import Document, write_subject
from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.answers.reading import Reading
from rules.engine.index import PlanIndex
from rules.engine.run import Node
from rules.review.cases import Case


@dataclass(frozen=True, slots=True)
class Question:
    """
    Facts, and a day that is today.

    Attributes:
        name: what people call it: a case, a decision, a file.
        root: the type of the subject.
        document: its facts.
        as_of: the day, unless a side of the comparison names another.
        answer: what was answered when it was asked, where that is on record.
    """

    name: str
    root: str
    document: Document
    as_of: date
    answer: Reading | None = None


def questions_of(cases: Iterable[Case], *, any_day: bool) -> list[Question]:
    """Return the questions that *cases* ask, each once; where *any_day*, those that differ in their day alone count as one."""
    found: dict[str, Question] = {}
    for case in cases:
        document = write_subject(case.subject)
        key = json.dumps([case.subject.type_name, document, "" if any_day else case.as_of.isoformat()])
        found.setdefault(key, Question(case.name, case.subject.type_name, document, case.as_of))
    return list(found.values())


def document_of(node: Node, index: PlanIndex) -> Document:
    """Return the facts that a run stood on, provided ones included, as a document."""
    plan = index.types[node.type_name]
    facts: dict[str, Any] = {fact.id: neutral(value) for fact, value in zip(plan.facts, node.values, strict=True) if value is not UNKNOWN}
    below = {
        listed.id: [{"key": part.key, **document_of(part, index)} for part in items]
        for listed, items in zip(plan.lists, node.children, strict=True)
        if items
    }
    return {"facts": facts, "parts": below}
