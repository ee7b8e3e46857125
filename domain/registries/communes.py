"""Which codes are those of communes, from the official geographic code (code officiel géographique) beside this file."""

import re
from functools import cache
from pathlib import Path

import yaml

INSEE_CODE = re.compile(r"(?!20)(0[1-9]|[1-8][0-9]|9[0-57-8]|2[AB])[0-9]{3}")
TABLE = Path(__file__).with_name("communes.yaml")

Stretches = tuple[tuple[int, int], ...]


def is_commune(code: str) -> bool:
    """Tell whether a commune has this INSEE code, or had it until it merged into another."""
    if not INSEE_CODE.fullmatch(code):
        return False
    number = int(code[2:])
    return any(first <= number <= last for first, last in _stretches().get(code[:2], ()))


@cache
def _stretches() -> dict[str, Stretches]:
    """Return the last three characters of the codes that there are, by the first two."""
    codes = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["codes"]
    return {start: tuple(_stretch(each) for each in stretches.split()) for start, stretches in codes.items()}


def _stretch(written: str) -> tuple[int, int]:
    first, _, last = written.partition("-")
    return int(first), int(last or first)
