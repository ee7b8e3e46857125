"""Where a declaration stands in the source, so that every message can point at it."""

import inspect
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a module."""

    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}"


def place_of_caller(depth: int = 2) -> Place:
    """Return the place *depth* calls up: 1 is the caller of this function, 2 is its caller."""
    frame = inspect.currentframe()
    for _ in range(depth):
        frame = frame.f_back if frame else None
    if frame is None:  # only where Python keeps no frames
        return Place("unknown", 0)
    return Place(str(frame.f_globals.get("__name__", "unknown")), frame.f_lineno)
