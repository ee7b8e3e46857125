"""
What the command line refuses, besides what rules, store and settings do.

    AttenduError
    ├── NotRead               what was given cannot be read
    │   ├── FileRefused       a file that cannot be used; every problem is told, with its line
    │   ├── DayRefused        a day about which no question is answered
    │   ├── DecisionUnread    neither the id nor the number of a decision
    │   └── SideUnknown       nothing can be compared under this name
    ├── RuleUnknown           no rule has this id
    ├── DecisionUnknown       no recorded decision has this id or number
    ├── VersionUnknown        no one stored version of the rules has this digest
    ├── DatabaseMissing       there is no database to read
    ├── PortTaken             another process listens on this port
    ├── LawDoubtful           the rules cannot all be right
    └── PagesStale            pages of the catalogue are no longer what the rules say
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.calendar import ANSWERABLE
from domain.errors import AttenduError


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing wrong with a file: the line (0: none), the field, a stable code, what to do."""

    line: int
    field: str
    code: str
    message: str


class NotRead(AttenduError):
    """What was given, an argument or a file, cannot be read; the command ends with 2."""

    code = "NOT_READ"


class FileRefused(NotRead):
    """A file that cannot be used; every problem is told."""

    code = "FILE_REFUSED"

    def __init__(self, path: Path, problems: Iterable[FileProblem]) -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda each: (each.line, each.field)))
        super().__init__("\n".join(map(self._said, self.problems)))

    def _said(self, problem: FileProblem) -> str:
        field = f"{problem.field}: " if problem.field else ""
        place = f"{self.path}:{problem.line}" if problem.line else str(self.path)
        return f"{place}: {field}{problem.message} [{problem.code}]"


class DayRefused(NotRead):
    """A day about which no question is answered."""

    code = "DATE_OUT_OF_RANGE"

    def __init__(self, day: date) -> None:
        super().__init__(f"Nothing is answered about {day}; give {ANSWERABLE}.")


class DecisionUnread(NotRead):
    """Neither the id nor the number of a decision."""

    code = "BAD_ID"

    def __init__(self) -> None:
        super().__init__("Give the number of a decision, such as 12, or its id, which is a UUID.")


class SideUnknown(NotRead):
    """Nothing can be compared under this name."""

    code = "SIDE_UNKNOWN"


class RuleUnknown(AttenduError):
    """No rule has this id."""

    code = "RULE_UNKNOWN"


class DecisionUnknown(AttenduError):
    """No recorded decision has this id or number."""

    code = "DECISION_UNKNOWN"


class VersionUnknown(AttenduError):
    """No stored version of the rules, or several, have a digest that begins so."""

    code = "VERSION_UNKNOWN"


class DatabaseMissing(AttenduError):
    """There is no database to read."""

    code = "DATABASE_MISSING"

    def __init__(self, file: Path) -> None:
        super().__init__(f"There is no database {file.absolute()}. Set ATTENDU_DATABASE_URL to another, or run `attendu db upgrade`.")


class PortTaken(AttenduError):
    """Another process listens on this port."""

    code = "PORT_TAKEN"

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Another process listens on port {port} of {host}. Stop it, or give another --port; 0: any that is free.")


class LawDoubtful(AttenduError):
    """The rules cannot all be right."""

    code = "LAW_DOUBTFUL"


class PagesStale(AttenduError):
    """Pages of the catalogue are no longer what the rules say."""

    code = "PAGES_STALE"

    def __init__(self, pages: list[str]) -> None:
        named = ", ".join(pages[:5]) + (f" and {len(pages) - 5} more" if len(pages) > 5 else "")
        super().__init__(f"{named}: no longer what the rules say; write them anew with `attendu rules site`")
