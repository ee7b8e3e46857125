"""Problems of facts as a client is told them."""

from dataclasses import dataclass

MOST_TOLD = 100
"""Problems that one answer tells of; whoever has more has one cause."""


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as the client is told it: *path* leads into the input of facts."""

    code: str
    message: str
    path: tuple[str, ...]


class FactsRefused(Exception):
    """The facts cannot be read, or cannot all be true."""

    def __init__(self, problems: list[Told]) -> None:
        self.problems = problems
        super().__init__()
