"""
``extensions.ruleTrace``: what every answer tells of the decisions it rests on, as one JSON value.

    NONE       nothing
    SUMMARY    each decision, with how many rules came out how
    DECISIVE   and every rule that applied, failed or was undetermined: inputs, output, reasons
    FULL       and every other rule

It grows as decisions are made, and stops at 256 KB: ``decision(id)`` has it all.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

import orjson

from api.schema.decisions.told_evaluations import Teller
from api.schema.decisions.view import DecisionView
from api.schema.errors import BadTraceLevel
from rules.engine.answers.reading import APPLIED, FAILED, UNDETERMINED
from tracing.spans import current_ids

LARGEST: Final = 256 * 1024
"""Bytes of evaluations, and of reasons that people gave for facts, in one answer."""


class Level(StrEnum):
    """How much is told."""

    NONE = "NONE"
    SUMMARY = "SUMMARY"
    DECISIVE = "DECISIVE"
    FULL = "FULL"


DECISIVE: Final = frozenset({APPLIED, FAILED, UNDETERMINED})


def level_of(extensions: Mapping[str, object]) -> Level:
    """
    Return the level that a request's ``extensions`` ask for.

    Raises:
        BadTraceLevel: there is no such level.
    """
    asked = extensions.get("ruleTrace")
    level = asked.get("level", Level.DECISIVE) if isinstance(asked, Mapping) else Level.DECISIVE if asked is None else None
    if not isinstance(level, str) or level not in Level.__members__:
        raise BadTraceLevel
    return Level(level)


class RuleTrace:
    """
    The trace of one operation.

    Args:
        level: how much is told.
        extensions: of the answer; the trace is put there with the first decision.
    """

    def __init__(self, level: Level, extensions: dict[str, object]) -> None:
        self.level = level
        self._extensions = extensions
        self._told: dict[str, object] = {}
        self._decisions: dict[object, dict[str, object]] = {}
        self._left = LARGEST

    def evaluated(self, view: DecisionView) -> None:
        """Tell of a decision that was made, or read back whole."""
        decision = view.decision
        key = decision.id or id(view)
        if self.level is Level.NONE or "counts" in self._decisions.get(key, ()):
            return
        told = self._entry(key)
        told |= {
            "id": None if decision.id is None else str(decision.id),
            "number": decision.number,
            "recorded": decision.recorded,
            "subject": decision.subject_id,
            "revision": decision.revision,
            "asOf": decision.as_of,
            "knownAt": decision.known_at,
            "ruleSet": decision.rule_set,
            "traceId": decision.trace_id,
            "counts": decision.counts,
        }
        if self.level is not Level.SUMMARY and view.given_because:
            self._tell(told, "reasons", lambda: orjson.dumps(view.given_because))
        if self.level is not Level.SUMMARY:
            self._tell(told, "evaluations", lambda: self._evaluations(view))

    def cited(self, decision_id: object, number: int) -> None:
        """Tell of a decision that a list cites without reading it."""
        if self.level is not Level.NONE and decision_id not in self._decisions:
            self._entry(decision_id).update({"id": str(decision_id), "number": number, "recorded": True})

    def _entry(self, key: object) -> dict[str, object]:
        if not self._told:
            self._told = {"level": self.level, "truncated": False, "decisions": [], **_trace_id()}
            self._extensions["ruleTrace"] = self._told
        entry = self._decisions.get(key)
        if entry is None:
            entry = self._decisions[key] = {}
            decisions = self._told["decisions"]
            assert isinstance(decisions, list)
            decisions.append(entry)
        return entry

    def _tell(self, entry: dict[str, object], name: str, write: Callable[[], bytes]) -> None:
        """Tell what *write* writes while there is room; once there was not, nothing more is written, however many decisions follow."""
        if self._left:
            written = write()
            if len(written) <= self._left:
                self._left -= len(written)
                entry[name] = orjson.Fragment(written)
                return
        self._told["truncated"], self._left = True, 0

    def _evaluations(self, view: DecisionView) -> bytes:
        if view.hidden:
            return _written(view, self.level)
        written: bytes = view.decision.run_alike.once(self.level, lambda: _written(view, self.level))
        return written


def _written(view: DecisionView, level: Level) -> bytes:
    """Return the evaluations as JSON; where they are more than an answer holds, only so many that this shows."""
    teller, every = Teller(view.decision, view.hidden), level is Level.FULL
    told, size = [], 0
    for each in view.decision.evaluations:
        if size <= LARGEST and (every or each.outcome in DECISIVE):
            told.append(teller.evaluation(each))
            size += len(told[-1]) + 1
    return b"[" + b",".join(told) + b"]"


def _trace_id() -> dict[str, object]:
    ids = current_ids()
    return {"traceId": ids["trace_id"]} if ids else {}
