"""
What stops the start: a rule set that cannot stand.

    DeclarationError
    └── RuleSetError    one rule, figure or the whole set; ``problem`` names what, the message adds where and the remedy

And what a rule meets while it runs:

    AttenduError
    ├── FigureMissing   a table has no such cell
    └── DayToCome       an age is asked for before the day that it is counted from

The rule has failed then, and the message may be shown.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from domain.errors import AttenduError, DeclarationError


class RuleSetError(DeclarationError):
    """A rule set that cannot stand."""

    code = "INVALID_RULE_SET"

    def __init__(self, problem: str, message: str) -> None:
        self.problem = problem
        super().__init__(message)


def raise_together(problems: Sequence[RuleSetError]) -> None:
    """Raise the problems as one, each on a line of its own; none, and nothing happens."""
    if problems:
        raise RuleSetError(problems[0].problem, "\n".join(dict.fromkeys(str(problem) for problem in problems)))


def near(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean rent?`` where something that is known has nearly that name, else nothing."""
    found = get_close_matches(name, set(known), n=1, cutoff=0.7)
    return f"; did you mean {found[0]}?" if found else ""


class FigureMissing(AttenduError):
    """A dated figure has no value for what was asked: no text was found that fixes it."""

    code = "FIGURE_MISSING"


class DayToCome(AttenduError):
    """An age is asked for on a day before the one that it is counted from."""

    code = "DAY_TO_COME"
