"""Options that several commands share, and what they mean when nobody gives them."""

import json
import os
import sys
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console

from domain.text import Language

WIDTH = 110
"""Columns where there is no terminal to ask."""

Flag = Annotated[bool, Parameter(negative="")]
LanguageOption = Language | None


def language_of(asked: Language | None) -> Language:
    """Return the language asked for, or else that of the system: French or English."""
    if asked is not None:
        return asked
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fr" if system.lower().startswith("fr") else "en"


def output() -> Console:
    """Return where answers are written: as wide as the terminal, in colours only there."""
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDTH
    return console


def write_json(value: Any) -> None:
    """Write *value* as JSON."""
    sys.stdout.write(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n")


def write_json_lines(values: list[Any]) -> None:
    """Write a list as JSON, one item a line."""
    sys.stdout.write("[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in values) + "\n]\n")
