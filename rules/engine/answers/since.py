"""Since when a condition holds, or does so no more."""

from datetime import date, timedelta

from rules.engine.answers.reading import Reading, above
from rules.engine.run import Node
from rules.engine.terms import And, Leaf, Negation, Or, Tree, UnitTerm

UNDATED = date.min
"""Since when holds what holds without a day that says since when."""


def held_since(reading: Reading, tree: Tree, node: Node, *, truth: bool = True, as_found: bool = False) -> date | None:
    """
    Return the day since which days that have come, and nothing else, make *tree* true: the last of all that must, the first that is enough.

    ``None``: they do not. Where *truth* is false: the day since which they make it false.

    Where *as_found*, the run itself is asked, which looks no further than it must: only what it found is so counts, what no milestone
    says since ``UNDATED``.
    """
    match tree:
        case Leaf(test="condition", terms=(UnitTerm() as term,)) if (named := reading.index.units[term.id].condition) is not None:
            return held_since(reading, named, above(node, term.level), truth=truth, as_found=as_found)
        case Leaf():
            return _since_found(reading, tree, node, truth=truth) if as_found else _since_its_day(reading, tree, node, truth=truth)
        case Negation(item):
            return held_since(reading, item, node, truth=not truth, as_found=as_found)
        case And(items) | Or(items):
            days = [held_since(reading, each, node, truth=truth, as_found=as_found) for each in items]
            come = [each for each in days if each is not None]
            if isinstance(tree, And) is not truth:  # one is enough
                return min(come, default=None)
            return max(come) if len(come) == len(days) else None


def _since_its_day(reading: Reading, leaf: Leaf, node: Node, *, truth: bool) -> date | None:
    """Return the day since which a day that has come makes a leaf true for good; none ever makes one false."""
    day = reading.day(leaf.terms[0], node) if truth and leaf.test in {"reached", "passed"} else None
    if day is None or day > reading.as_of or (day == reading.as_of and leaf.test == "passed"):
        return None
    return day if leaf.test == "reached" else day + timedelta(1)


def _since_found(reading: Reading, leaf: Leaf, node: Node, *, truth: bool) -> date | None:
    """Return the day since which the run found a leaf so, ``UNDATED`` where it is no day that has come."""
    if node.block[leaf.slot] is not truth:
        return None
    return (reading.day(leaf.terms[0], node) if truth and leaf.test == "reached" else None) or UNDATED
