"""
The two sides of a comparison, as people write them.

    2026-01-01            the present rules on that day
    now                   the present rules, on each question's own day
    3f9c2ab41d            a stored version of the rules, by how its digest begins; 3f9c2ab41d@2026-01-01 on that day
    recorded              what was answered; only over decisions
    household.yaml        a sample's own facts; both sides then
"""

import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from api.commands.errors import DayRefused, SideUnknown
from domain.calendar import is_answerable
from domain.fact_document import read_subject
from rules.engine.answers.reading import Reading
from rules.engine.ruleset import RuleSet
from rules.review.questions import Question
from tracing.audit.rule_sets import RuleSet as Version
from tracing.audit.stored_rules import StoredRules

FORMS = "a day such as 2026-01-01, now, recorded, the beginning of a stored version's digest (at least 6 digits), or two sample files"
SAMPLES = {".yaml", ".yml", ".json"}
DIGEST = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True, slots=True)
class Side:
    """
    One side of a comparison.

    Attributes:
        words: as it was written.
        day: that it is asked on; none: the question's own.
        version: how the digest of a stored version begins; none: the present rules.
        recorded: whether it is what was answered.
        file: a sample whose facts it is about; none: those of the questions.
    """

    words: str
    day: date | None = None
    version: str | None = None
    recorded: bool = False
    file: Path | None = None

    @classmethod
    def read(cls, words: str) -> Self:
        """
        Return what *words* say.

        Raises:
            SideUnknown: they name no side.
            DayRefused: they name a day about which nothing is answered.
        """
        if words == "recorded":
            return cls(words, recorded=True)
        if Path(words).suffix in SAMPLES:
            return cls(words, file=Path(words))
        rules, at, day = words.partition("@")
        if not at and _day(words) is not None:
            return cls(words, day=_day(words))
        if (rules == "now" or DIGEST.fullmatch(rules)) and (not at or _day(day) is not None):
            return cls(words, day=_day(day), version=None if rules == "now" else rules)
        raise SideUnknown(f"{words!r} cannot be compared; write {FORMS}.")


def _day(words: str) -> date | None:
    try:
        day = date.fromisoformat(words) if len(words) == 10 else None
    except ValueError:
        return None
    if day is not None and not is_answerable(day):
        raise DayRefused(day)
    return day


class Answering:
    """Answers questions for a side; closes the workers of stored versions at the end."""

    def __init__(self, rule_sets: Mapping[str, RuleSet], versions: Mapping[str, Version], held: ExitStack) -> None:
        """
        Keep what answers.

        Args:
            rule_sets: the present rules, by root type.
            versions: the stored versions that sides name, by what they name.
            held: closes what is opened here.
        """
        self.rule_sets = rule_sets
        self.stored = {name: held.enter_context(StoredRules(version)) for name, version in versions.items()}

    def answer(self, side: Side, question: Question) -> Reading | None:
        """
        Return what *side* says; nothing where it is about other subjects, or where nothing is on record.

        Raises:
            InvalidFacts, FactsRefused: the facts are not those of this version.
            VersionSilent: the stored version does not run.
        """
        if side.recorded:
            return question.answer
        day = side.day or question.as_of
        if side.version is None:
            rule_set = self.rule_sets[question.root]
            return Reading(rule_set.index, rule_set.run(read_subject(rule_set.root, question.document), day), day)
        stored = self.stored[side.version]
        return stored.read(question.document, day) if stored.index.plan.root == question.root else None
