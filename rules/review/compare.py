"""
The comparer: the same question to the rules twice, with other facts, on another day or under another version, and what flips.

    compare(before, after)  →  every rule that came out otherwise, each with the figures, facts, days and rules that did it

What-if, two days, two versions of the rules, the record against today: each is two readings, and this.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rules.engine.answers.aging import Aging
from rules.engine.answers.reading import Evaluation, Reading
from rules.engine.plan import Unit
from rules.engine.ruleset import RuleSet
from rules.engine.run import Outcome
from rules.review.causes import Cause, Causes
from rules.review.stand import Stand, plain
from rules.review.trial import Trial


@dataclass(frozen=True, slots=True)
class Came:
    """
    What came out of a rule on a part.

    Attributes:
        outcome: applied, not applicable, …
        output: a calculation's value, a task's state and due day, what a document asks for; in plain form.
        doubts: the conditions of what was taken for true behind it; two of them alone are no other outcome.
    """

    outcome: str
    output: Any
    doubts: tuple[Unit, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Flip:
    """A rule that came out otherwise; *before* or *after* is ``None`` where the rule, or its part, is not there."""

    unit: Unit
    path: str
    before: Came | None
    after: Came | None
    causes: tuple[Cause, ...]

    @property
    def key(self) -> str:
        """The item's stable key: the rule and the part."""
        return f"{self.unit.id}@{self.path}" if self.path else self.unit.id


def compare(before: Reading, after: Reading, rules: RuleSet | None = None) -> list[Flip]:
    """
    Return every rule that came out otherwise *after*, part by part in the order of evaluation.

    Args:
        before: what came out.
        after: what comes out now, of the same plan or another.
        rules: those that ran both times, where they are at hand: of several inputs that changed they tell which mattered.
    """
    trial = None if rules is None else Trial(rules)
    olds = {each.key: each for each in before.evaluations()}
    news = {each.key: each for each in after.evaluations()}
    causes = Causes(trial if trial is not None and trial.ran(before, after) else None)
    sides = Aging(before), Aging(after)
    flips = [_flip(olds.get(key), new, sides, causes) for key, new in news.items()]
    flips += [_flip(old, None, sides, causes) for key, old in olds.items() if key not in news]
    return [each for each in flips if each is not None]


def _flip(old: Evaluation | None, new: Evaluation | None, sides: tuple[Aging, Aging], causes: Causes) -> Flip | None:
    before, after = (each.reading for each in sides)
    came = _came(old, before), _came(new, after)
    if came[0] == came[1]:
        return None
    there = new or old
    assert there is not None
    if old is None or new is None:
        found: Iterable[Cause] = (_appeared(there, before, after),)
    else:
        found = causes.of(Stand(before, old.unit, old.node), Stand(after, new.unit, new.node)).values()
    told = [_doubted(*each) for each in zip(came, (old, new), sides, strict=True)]
    return Flip(there.unit, there.node.path, told[0], told[1], tuple(found))


def _doubted(came: Came | None, evaluation: Evaluation | None, aging: Aging) -> Came | None:
    return None if came is None or evaluation is None else replace(came, doubts=aging.doubts(evaluation))


def _came(evaluation: Evaluation | None, reading: Reading) -> Came | None:
    if evaluation is None:
        return None
    unit, output = evaluation.unit, plain(evaluation.output)
    if unit.document is not None:
        asked = unit.document
        output = (
            [asked.requirement, asked.standing, asked.number, asked.period, asked.alternatives] if evaluation.outcome == "applied" else None
        )
    elif isinstance(output, Outcome):
        due = reading.due(unit, evaluation.node)
        output = {"state": output.name, "due": None if due is None else due.isoformat()}
    return Came(evaluation.outcome, output)


def _appeared(evaluation: Evaluation, before: Reading, after: Reading) -> Cause:
    """Say why a rule stands on a part in one run only: the rule is new or gone, or else the part is."""
    unit, node = evaluation.unit, evaluation.node
    versions = [reading.index.units[unit.id].version if unit.id in reading.index.units else None for reading in (before, after)]
    if None in versions:
        return Cause("rule", unit.id, "", *versions)
    part = node.type_name, node.path  # a path alone may also be that of a part in another list
    return Cause("part", *part, *(any((each.type_name, each.path) == part for each in reading.root.walk()) for reading in (before, after)))


def by_cause(flips: Iterable[Flip]) -> Iterator[tuple[Cause, list[Flip]]]:
    """Yield each root cause with all that it made come out otherwise, the most consequential first."""
    found: dict[tuple[str, str, str], tuple[Cause, list[Flip]]] = {}
    for flip in flips:
        for cause in flip.causes:
            found.setdefault(cause.key, (cause, []))[1].append(flip)
    yield from sorted(found.values(), key=lambda each: (-len(each[1]), each[0].key))
