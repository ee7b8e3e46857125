"""
The order of evaluation: what is read comes before what reads it, and units of one type are kept together in segments.

A type may need several segments: a household's category counts its persons, and a person's documents may depend on
the category. Each segment has its own stretch of the type's block: values first, then truths.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from domain.expressions import AllOf, AnyOf, Condition, Named, leaves
from domain.subjects import Subject
from rules.engine.compilation.drafts import Draft
from rules.engine.errors import RuleSetError
from rules.engine.rule import Document, Task

LARGEST_SEGMENT = 400  # so few locals that they stay in the nearest cache


@dataclass
class DraftSegment:
    """Drafts of one type in order, with their stretch of the block."""

    of: type[Subject]
    drafts: list[Draft] = field(default_factory=list)
    start: int = 0
    truths: int = 0
    end: int = 0


def ordered_segments(drafts: Iterable[Draft], types: list[type[Subject]]) -> list[DraftSegment]:
    """
    Return every draft in segments, each after all that it reads, and give each its slot.

    Raises:
        RuleSetError: the drafts read each other in a circle, which is named.
    """
    waiting = {draft: len(draft.needs) for draft in drafts}
    readers: dict[Draft, list[Draft]] = {draft: [] for draft in waiting}
    for draft in waiting:
        for needed in draft.needs:
            readers[needed].append(draft)
    ready: dict[type[Subject], list[Draft]] = {each: [] for each in types}
    for draft, count in waiting.items():
        if count == 0:
            ready[draft.of].append(draft)
    segments: list[DraftSegment] = []
    while any(ready.values()):
        # Parts before what stands above them: their results are what aggregates wait for.
        of = next(each for each in reversed(types) if ready[each])
        segments.append(_fill(DraftSegment(of), ready, waiting, readers))
    circle = [draft for draft, count in waiting.items() if count > 0]
    if circle:
        raise RuleSetError("cycle", f"these read each other in a circle: {_name_circle(circle)}; one of them must not read the next")
    _give_slots(segments)
    return segments


def _fill(
    segment: DraftSegment, ready: dict[type[Subject], list[Draft]], waiting: dict[Draft, int], readers: dict[Draft, list[Draft]]
) -> DraftSegment:
    """Take every draft of the segment's type that can be evaluated now, those made ready by it included."""
    queue = ready[segment.of]
    position = 0
    while position < len(queue) and len(segment.drafts) < LARGEST_SEGMENT:
        draft = queue[position]
        position += 1
        segment.drafts.append(draft)
        for reader in readers[draft]:
            waiting[reader] -= 1
            if waiting[reader] == 0:
                ready[reader.of].append(reader)
    del queue[:position]
    return segment


def _give_slots(segments: list[DraftSegment]) -> None:
    """Number the results: in each segment values first, then truths, each truth followed by its leaves."""
    width: dict[type[Subject], int] = {}
    for segment in segments:
        segment.start = slot = width.get(segment.of, 0)
        for draft in segment.drafts:
            if draft.holds_value:
                draft.slot = slot
                slot += 1
        segment.truths = slot
        for draft in segment.drafts:
            if not draft.holds_value:
                draft.slot = slot
                slot += 1 + leaf_count(draft)
        segment.end = width[segment.of] = slot


def leaf_count(draft: Draft) -> int:
    """Return how many leaves a truth has."""
    return sum(1 for tree in trees_of(draft.declared) for _ in leaves(tree))


def trees_of(declared: Any) -> tuple[Condition, ...]:
    """Return the condition trees of a rule or condition, in the order in which their leaves are numbered."""
    match declared:
        case Document(who=who, when=when):
            trees: tuple[Condition | None, ...] = (who, when)
        case Task(shown=shown, closed=closed):
            trees = (shown, closed)
        case Named(means=means):
            trees = (means,)
        case Condition() as inner if not isinstance(inner, AnyOf | AllOf):
            trees = (inner,)
        case _:
            trees = ()
    return tuple(tree for tree in trees if tree is not None)


def _name_circle(circle: list[Draft]) -> str:
    """Follow needs from one draft until one comes twice; name each, with the line where it is declared."""
    inside = set(circle)
    path = [circle[0]]
    while path.count(path[-1]) < 2:
        path.append(next(each for each in path[-1].needs if each in inside))
    places = {draft: getattr(draft.declared, "place", None) for draft in path}
    named = [f"{draft.id} ({places[draft]})" if places[draft] else draft.id for draft in path[path.index(path[-1]) + 1 :]]
    return " → ".join((path[-1].id, *named))
