"""
Why, why not, what is missing: three questions that one condition tree answers.

The reasons of an outcome are the leaves that decided it; what is missing are the facts that its unknown leaves wait for.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from rules.engine.answers.aging import Aging
from rules.engine.answers.grounds import Ground, Grounds
from rules.engine.answers.missing import Lacking, Missing, MissingFigure
from rules.engine.answers.reading import Evaluation, Reading, Value
from rules.engine.plan import Unit
from rules.engine.terms import Leaf


class Reason(NamedTuple):
    """A leaf that helped to decide, with its truth and operands; *reasons* are those of what it names."""

    leaf: Leaf | None
    unit: Unit
    path: str
    truth: Any
    values: tuple[Value, ...]
    reasons: "tuple[Reason, ...]" = ()


def figures_of(reasons: Iterable[Reason]) -> list[Value]:
    """Return the dated figures that *reasons*, and what they name, held something against, each once."""
    found: dict[tuple[str, str], Value] = {}
    for each in reasons:
        inner = (*(value for value in each.values if value.origin == "figure"), *figures_of(each.reasons))
        found |= {(value.id, "" if value.period is None else value.period.since): value for value in inner}
    return list(found.values())


def read_by(reasons: Iterable[Reason]) -> dict[str, set[str]]:
    """Return the paths of the parts on which *reasons*, and what they name, looked at each fact."""
    found: dict[str, set[str]] = {}
    for each in reasons:
        for value in each.values:
            found.setdefault(value.id, set()).add(value.path)
        for fact, paths in read_by(each.reasons).items():
            found.setdefault(fact, set()).update(paths)
    return found


class Explanation:
    """Answers for the evaluations of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.grounds = Grounds(reading)
        self._reasons: dict[int, Reason] = {}

    def reasons(self, evaluation: Evaluation) -> tuple[Reason, ...]:
        """Return what decided: the leaves without which the outcome could have been another."""
        return tuple([self._reason(each) for each in self.grounds.of(evaluation)])

    def _reason(self, ground: Ground) -> Reason:
        """Return a ground with the operands that were looked at; made once, however many rules share it."""
        known = self._reasons.get(id(ground))  # the grounds are kept where they were looked for
        if known is None:
            leaf, unit, node, truth, inner = ground
            values = () if leaf is None else tuple(self.reading.value(term, node, unit) for term in leaf.terms)
            known = self._reasons[id(ground)] = Reason(leaf, unit, node.path, truth, values, tuple(self._reason(each) for each in inner))
        return known

    @cached_property
    def lacking(self) -> Lacking:
        """What each rule waits for."""
        return Lacking(self.reading)

    def missing(self, evaluation: Evaluation) -> list[Missing]:
        """Return the facts that an undetermined rule, or the due day of an open task, waits for, each once."""
        return self.lacking.facts(self.lacking.of(evaluation))

    def missing_figures(self, evaluation: Evaluation) -> list[MissingFigure]:
        """Return the dated figures without a value on the day of the law that an undetermined rule waits for, each once."""
        return self.lacking.figures(self.lacking.of(evaluation))

    @cached_property
    def aging(self) -> Aging:
        """Which figures without a newer value each rule rests on."""
        return Aging(self.reading)

    def missing_for_due(self, evaluation: Evaluation) -> list[Missing]:
        """Return the facts that nobody said and without which a task's due day is not known."""
        return self.lacking.facts(self.lacking.for_due(evaluation))
