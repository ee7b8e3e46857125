"""
What cases state of each rule, as they are written: read for whoever reads the rule, and not run.

Where a program is installed without its tests there are no cases, and nothing is said of any.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from rules.review.case_checks import BadCase, days_seen, read_cases
from rules.review.cases import FOLDER, full_name


class Statement(NamedTuple):
    """
    What a case states of one rule.

    Attributes:
        case: its name.
        first, last: the days on which it is so.
        part: of which it is so; empty for the subject.
        expected: an outcome, or what the rule puts out.
    """

    case: str
    first: date
    last: date
    part: str
    expected: Any

    def plain(self) -> dict[str, Any]:
        """Return it for programs."""
        days = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        return {"name": self.case, **days, "part": self.part or None, "expected": _plain(self.expected)}


def statements(folder: Path = FOLDER, rule: str = "") -> Mapping[str, list[Statement]]:
    """
    Return what the cases below *folder* state, by the rule that they state it of.

    Args:
        folder: of the cases; where there is none, nothing is stated.
        rule: files that do not name this one are passed over.

    Raises:
        BadCase: a file is no file of cases; the message names the line and what to do.
    """
    found: dict[str, list[Statement]] = defaultdict(list)
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if rule.rpartition(".")[2] in text:
            for name, statement in _stated_in(str(path.relative_to(folder)), text):
                found[name].append(statement)
    return found


def _stated_in(path: str, text: str) -> Iterator[tuple[str, Statement]]:
    content = read_cases(path, text)
    for case in content["cases"]:
        days = case.get("days") or {case.get("as_of", content.get("as_of")): case["then"]}
        for written, then in days.items():
            try:
                first, last = days_seen(written)
            except BadCase as problem:
                raise BadCase(f"{path}, line {case.line}, {case['name']}: {problem}") from None
            for key, expected in then.items():
                name, _, part = full_name(content.get("family", ""), key).partition("@")
                yield name, Statement(case["name"], first, last, part, expected)


def _plain(expected: Any) -> Any:
    if isinstance(expected, Mapping):
        return {name: _plain(each) for name, each in expected.items()}
    return expected.isoformat() if isinstance(expected, date) else expected
