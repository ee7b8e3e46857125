"""
Why the same rule came out otherwise in two runs: the figures, facts, days and rules at the root of it.

A difference is followed down, from what a rule reads to what that reads, wherever both runs read something else; where they
read the same and it still came out otherwise, the rule itself was changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.answers.reading import above
from rules.engine.plan import Aggregate
from rules.engine.terms import AsOfTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Term, UnitTerm
from rules.review.stand import Stand
from rules.review.trial import Trial


@dataclass(frozen=True, slots=True)
class Cause:
    """
    One root of a difference.

    Attributes:
        kind: ``figure``, ``fact``, ``part`` (there or not), ``day``, ``period`` (in force or not) or ``rule`` (its text).
        id: of the figure, fact, list of parts or rule; ``as_of`` for the day.
        path: of the part it concerns; empty for the subject and for what concerns no part.
        before, after: plain values; of a figure its periods, of a rule its versions; ``None`` where there is none.
    """

    kind: str
    id: str
    path: str
    before: Any
    after: Any

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other causes of the same difference."""
        return self.kind, self.id, self.path


Found = dict[tuple[str, str, str], Cause]


class Causes:
    """Finds the roots of the differences between two runs."""

    def __init__(self, trial: Trial | None = None) -> None:
        self._trial = trial
        self._known: dict[tuple[str, str, str], Found] = {}

    def of(self, before: Stand, after: Stand) -> Found:
        """Return the roots of the difference between what a unit gave in two runs, in the order in which they are read."""
        key = before.unit.id, after.unit.id, after.node.path
        if key not in self._known:
            self._known[key] = self._roots(before, after)
        return self._known[key]

    def _roots(self, before: Stand, after: Stand) -> Found:
        changed = Cause("rule", after.unit.id, "", before.unit.version, after.unit.version)
        found = _one(changed) if before.unit.version != after.unit.version else {}
        if before.in_force() != after.in_force():
            days = [(side.unit.since, side.unit.until) for side in (before, after)]
            found |= _one(Cause("period", after.unit.id, "", *days))
        idle = self._idle(before, after)
        for old, new in _pairs(before.terms(), after.terms()):
            if new not in idle:
                found |= self._of_operand(old, new, before, after)
        for old_leaf, new_leaf in _turned(before, after):
            for old, new in _pairs(list(old_leaf.terms), list(new_leaf.terms)):
                found |= self._of_operand(old, new, before, after)
            if new_leaf.test in {"reached", "passed"} and before.read(old_leaf.terms[0]) == after.read(new_leaf.terms[0]):
                found |= _day(before, after)
        if before.unit.aggregate is not None and after.unit.aggregate is not None:
            found |= self._of_parts(before.unit.aggregate, after.unit.aggregate, before, after)
        if not found and after.unit.task is not None:  # only its thresholds are left
            found |= _day(before, after)
        return found or _one(changed)

    def _idle(self, before: Stand, after: Stand) -> list[Term]:
        """Return the inputs of a calculation that are others now and made no difference, where that can be tried."""
        if self._trial is None or len(after.unit.inputs) < 2 or before.unit is not after.unit:
            return []
        names = self._trial.idle(before, after)
        return [each.term for each in after.unit.inputs if each.name in names]

    def _of_operand(self, old: Term, new: Term, before: Stand, after: Stand) -> Found:
        match old, new:
            case FigureTerm(), FigureTerm():
                periods = before.figure(old), after.figure(new)
                values = [None if each is None else each.value for each in periods]
                return {} if values[0] == values[1] else _one(Cause("figure", new.id, "", *periods))
            case AsOfTerm(), AsOfTerm():
                return _day(before, after)
            case MovedTerm(), MovedTerm():
                return self._of_operand(old.of, new.of, before, after)
            case UnitTerm(), UnitTerm():
                below = before.below(old), after.below(new)
                return {} if below[0].result() == below[1].result() else self.of(*below)
            case FactTerm(), FactTerm():
                return self._of_fact(old, new, before, after)
        return {}

    def _of_fact(self, old: FactTerm, new: FactTerm, before: Stand, after: Stand) -> Found:
        values = before.read(old), after.read(new)
        if values[0] == values[1]:
            return {}
        parts = above(before.node, old.level), above(after.node, new.level)
        unsaid = parts[0].values[old.index] is UNKNOWN and parts[1].values[new.index] is UNKNOWN
        if unsaid and old.settled is not None and new.settled is not None:
            return self.of(before.below(old), after.below(new))
        return _one(Cause("fact", new.id, parts[1].path, *values))

    def _of_parts(self, old: Aggregate, new: Aggregate, before: Stand, after: Stand) -> Found:
        found = self._of_fact(old.complete, new.complete, before, after)
        ones = {part.key: part for part in before.node.children[old.list_index]}
        others = {part.key: part for part in after.node.children[new.list_index]}
        for key in dict.fromkeys((*ones, *others)):
            if key not in ones or key not in others:
                path = (ones.get(key) or others[key]).path
                found |= _one(Cause("part", new.list, path, key in ones, key in others))
                continue
            below = Stand(before.reading, before.unit, ones[key]), Stand(after.reading, after.unit, others[key])
            for one, other in ((old.where, new.where), (old.of, new.of)):
                if one is not None and other is not None:
                    found |= self._of_operand(one, other, *below)
        return found


def _one(cause: Cause) -> Found:
    return {cause.key: cause}


def _day(before: Stand, after: Stand) -> Found:
    days = before.reading.as_of.isoformat(), after.reading.as_of.isoformat()
    return _one(Cause("day", "as_of", "", *days)) if days[0] != days[1] else {}


def _turned(before: Stand, after: Stand) -> Iterator[tuple[Leaf, Leaf]]:
    """Yield the leaves that came out otherwise; one that was not reached in the end decided nothing."""
    olds, news = before.leaves(), after.leaves()
    if [each.test for each in olds] != [each.test for each in news]:
        return
    for old, new in zip(olds, news, strict=True):
        truths = before.node.block[old.slot], after.node.block[new.slot]
        if truths[0] is not truths[1] and truths[1] is not None:
            yield old, new


def _pairs(olds: list[Term], news: list[Term]) -> Iterator[tuple[Term, Term]]:
    """Pair the operands that both read: by place where they are the same, else by name."""
    if len(olds) == len(news) and all(_alike(*pair) for pair in zip(olds, news, strict=True)):
        return zip(olds, news, strict=True)
    named = {_name(each): each for each in news}
    return ((each, named[_name(each)]) for each in olds if _name(each) in named)


def _alike(old: Term, new: Term) -> bool:
    """Tell whether two operands mean the same; what only the engine knows is named anew in each version."""
    if isinstance(old, MovedTerm) and isinstance(new, MovedTerm):
        return _alike(old.of, new.of)
    hidden = isinstance(old, UnitTerm) and isinstance(new, UnitTerm) and old.id.startswith("#") and new.id.startswith("#")
    return type(old) is type(new) and (hidden or _name(old) == _name(new))


def _name(term: Term) -> str:
    """Return what an operand is called: a moved date as the date, a constant and the day not at all."""
    if isinstance(term, MovedTerm):
        return term.of.id
    return term.id if isinstance(term, FactTerm | UnitTerm | FigureTerm) else ""
