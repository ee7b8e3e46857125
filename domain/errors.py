"""
The errors of the domain: each has a stable ``code`` and a message that carries its remedy.

    AttenduError
    ├── InvalidFacts        facts that cannot be read, or cannot all be true; lists every problem at once
    ├── Contradicted        what is known cannot be true on the day that is asked about
    └── DeclarationError    a declaration (fact, rule, figure) that cannot stand; stops the start
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar


class AttenduError(Exception):
    """An expected error: its message may be shown, its code may be relied upon."""

    code: ClassVar[str] = "ATTENDU_ERROR"


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing wrong with given facts.

    Args:
        code: stable and upper case, e.g. ``UNKNOWN_FACT``.
        path: where, from the root of the document, e.g. ``persons[0].born_on``.
        message: what is wrong and what to do; never repeats a personal value.
        facts: ids of the facts that cannot all be true, where it is about several.
    """

    code: str
    path: str
    message: str
    facts: tuple[str, ...] = ()


class InvalidFacts(AttenduError):
    """Facts that cannot be read or cannot all be true."""

    code = "INVALID_FACTS"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.path}: {problem.message}" for problem in self.problems))


class Contradicted(AttenduError):
    """What is known cannot be true on the day that is asked about; the code is that of the contradiction, as its facts declare it."""

    code = "INVALID_FACTS"

    def __init__(self, problems: Mapping[str, Problem], language: str = "en") -> None:
        self.problems = problems
        self.code = problems[language].code  # type: ignore[misc]  # one class for the many codes that facts declare
        super().__init__(problems[language].message)

    def in_language(self, language: str) -> "Contradicted":
        """Return it with its message in another language."""
        return Contradicted(self.problems, language)


class DeclarationError(AttenduError):
    """A declaration that cannot stand: wrong facts, rules or figures stop the start."""

    code = "INVALID_DECLARATION"
