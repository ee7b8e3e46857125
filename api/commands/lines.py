"""Lines: what a command says, before it is known where to: a terminal, a file, a test."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap

from rich.console import Console
from rich.text import Text


class Style(Enum):
    """How a line looks where looks can be had."""

    PLAIN = ""
    TITLE = "bold cyan"
    HEADING = "bold underline"
    ITEM = "bold"
    QUIET = "dim"
    ALARM = "bold red"
    WARNING = "bold yellow"
    GOOD = "green"


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line.

    Args:
        words: what it says; empty: a line left blank.
        depth: how far it is indented.
        style: how it looks.
        after: what stands at its end, quietly, such as an id.
    """

    words: str = ""
    depth: int = 0
    style: Style = Style.PLAIN
    after: str = ""


BLANK = Line()


def heading(words: str) -> list[Line]:
    """Return the heading of a section."""
    return [BLANK, Line(words, 0, Style.HEADING)]


def write(console: Console, lines: Iterable[Line]) -> None:
    """Write *lines*, broken where the console ends and indented throughout."""
    for line in lines:
        indent = " " * (2 * line.depth)
        broken = wrap(_bound(line.words), console.width - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
        said = [Text(f"{indent}{each}", style=line.style.value) for each in broken]
        if line.after:
            said[-1].append(f"  [{line.after}]", style=Style.QUIET.value)
        console.print(*said, sep="\n", soft_wrap=True)


def _bound(words: str) -> str:
    """Keep French punctuation with the word before it: no line begins with a colon."""
    for mark in ":;?!»%€":
        words = words.replace(f" {mark}", f"\u00a0{mark}")
    return words.replace("« ", "«\u00a0")
