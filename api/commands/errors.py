"""
What the command line refuses, besides what rules, store and settings do.

    AttenduError
    ├── FileRefused       a file that cannot be used; every problem is told, with its line
    ├── RuleUnknown       no rule has this id
    ├── DecisionUnknown   no recorded decision has this id or number
    ├── SideUnknown       nothing can be compared under this name
    ├── LawDoubtful       the rules cannot all be right
    └── PagesStale        pages of the catalogue are no longer what the rules say
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from domain.errors import AttenduError


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing wrong with a file: the line, the field, a stable code, what to do."""

    line: int
    field: str
    code: str
    message: str


class FileRefused(AttenduError):
    """A file that cannot be used; every problem is told."""

    code = "FILE_REFUSED"

    def __init__(self, path: Path, problems: Iterable[FileProblem]) -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda each: (each.line, each.field)))
        super().__init__("\n".join(map(self._said, self.problems)))

    def _said(self, problem: FileProblem) -> str:
        field = f"{problem.field}: " if problem.field else ""
        return f"{self.path}:{problem.line}: {field}{problem.message} [{problem.code}]"


class RuleUnknown(AttenduError):
    """No rule has this id."""

    code = "RULE_UNKNOWN"


class DecisionUnknown(AttenduError):
    """No recorded decision has this id or number."""

    code = "DECISION_UNKNOWN"


class SideUnknown(AttenduError):
    """Nothing can be compared under this name."""

    code = "SIDE_UNKNOWN"


class LawDoubtful(AttenduError):
    """The rules cannot all be right."""

    code = "LAW_DOUBTFUL"


class PagesStale(AttenduError):
    """Pages of the catalogue are no longer what the rules say."""

    code = "PAGES_STALE"

    def __init__(self, pages: list[str]) -> None:
        named = ", ".join(pages[:5]) + (f" and {len(pages) - 5} more" if len(pages) > 5 else "")
        super().__init__(f"{named}: no longer what the rules say; write them anew with `attendu rules site`")
