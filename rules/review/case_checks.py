"""What is checked of a file of cases before it is run: whoever writes one is told the line, and what to do."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rules.engine.errors import RuleSetError, near
from rules.engine.strict_yaml import Lined, read_strictly
from rules.library import ROOTS

KEYS = {"type", "family", "as_of", "given", "cases"}
KEYS_OF_CASE = {"name", "as_of", "given", "then", "days"}
OUTCOMES = {"applied", "not_applicable", "not_in_force", "undetermined", "failed"}
OUTPUTS: dict[str, set[str]] = {
    "documents": {"number", "period", "requirement", "asked", "standing", "confidence", "obtained", "doubts"},
    "calculations": {"value", "decimals", "doubts"},
    "tasks": {"state", "due", "confidence", "delay", "alerts", "blocks"},
}
"""What ``then`` may name of a rule of each kind."""


class BadCase(RuleSetError):
    """A case that cannot be run, or that would state nothing."""

    code = "INVALID_CASE"

    def __init__(self, message: str) -> None:
        super().__init__("bad case", message)


def read_cases(file: str, text: str) -> Lined:
    """
    Return what a file of cases says, once its form is known to be right.

    Args:
        file: what messages call it.
        text: what it says.

    Raises:
        BadCase: naming the file, the line, the case and what to do.
    """
    try:
        content = read_strictly(text)
    except ValueError as error:
        raise BadCase(f"{file}, {error}") from None
    for problem in _problems(content):
        raise BadCase(f"{file}, {problem}")
    found: Lined = content
    return found


def _problems(content: Any) -> Iterator[str]:
    if not isinstance(content, Lined):
        yield "line 1: a file of cases has type, family and cases, as in rules/review/cases.py; write them, or delete the file"
        return
    yield from _unread(content, KEYS, "line 1: ")
    types = [root.type_name for root in ROOTS]
    if content.get("type") not in types:
        yield f"line 1: its type is {content.get('type')!r}; write one of {', '.join(types)}"
    cases = content.get("cases")
    if not isinstance(cases, list) or not cases:
        yield "line 1: it has no cases; write cases: and a list below it"
        return
    for case in cases:
        if not isinstance(case, Lined):
            yield f"line {content.line}: {case!r} is no case; a case has a name, what is given and then"
            return
        at = f"line {case.line}, {case.get('name', 'a case without a name')}: "
        yield from _unread(case, KEYS_OF_CASE, at)
        yield from (f"{at}{problem}" for problem in _problems_of(case, content))


def _problems_of(case: Lined, content: Lined) -> Iterator[str]:
    if not isinstance(case.get("name"), str):
        yield "name it by the law that it states"
    if ("then" in case) == ("days" in case):
        yield "write either then, or days with what is so on each"
        return
    for given in (content.get("given", {}), case.get("given", {})):
        if not isinstance(given, Mapping):
            yield f"given is {given!r}; write facts by name, such as {{rent: 500}}"
            return
    as_of = case.get("as_of", content.get("as_of"))
    if "then" in case and not isinstance(as_of, date):
        yield f"its as_of is {as_of!r}; write the day that is today, such as 2026-03-02, in the file or in the case"
    for written, then in case.get("days", {as_of: case.get("then")}).items():
        if not isinstance(then, Mapping):
            yield f"it states nothing{f' on {written}' if 'days' in case else ''}; name a rule and what comes out, such as applied"
            return
        for key, expected in then.items():
            yield from _problems_of_expected(str(key), expected, str(content.get("family", "")))


def _problems_of_expected(key: str, expected: Any, family: str) -> Iterator[str]:
    kind = (key if key.count(".") > 1 else family).partition(".")[0]
    if isinstance(expected, Mapping):
        allowed = OUTPUTS.get(kind)
        if allowed is not None and (unread := [str(each) for each in expected if each not in allowed]):
            known = ", ".join(sorted(allowed))
            yield f"{key}: {unread[0]} is nothing that a rule of {kind} puts out; write {known}{near(unread[0], allowed)}"
    elif expected not in OUTCOMES:
        shown = "{value: …}" if kind == "calculations" else "{state: …}" if kind == "tasks" else "{requirement: …}"
        yield f"{key}: {expected!r} is no outcome; write {', '.join(sorted(OUTCOMES))}, or what it puts out in braces, such as {shown}"


def _unread(found: Lined, known: set[str], at: str) -> Iterator[str]:
    for key in found:
        if key not in known:
            yield f"{at}{key} is not read; only {', '.join(sorted(known))} is{near(str(key), known)}"


def days_seen(written: Any) -> tuple[date, date]:
    """
    Return the first and the last day of a day or of a stretch of days.

    Raises:
        BadCase: it is neither.
    """
    try:
        first, last = (written, written) if isinstance(written, date) else (date.fromisoformat(each) for each in written.split(".."))
    except (ValueError, AttributeError):
        raise BadCase(f"{written} is no day; write one such as 2026-03-02, or the first and the last: 2026-03-02..2026-04-30") from None
    if last < first:
        raise BadCase(f"{written} ends before it begins; write the first day first")
    return first, last


def stray(folder: Path) -> Iterator[BadCase]:
    """Yield a problem for each file that would be passed over without a word."""
    for path in sorted(folder.rglob("*.yml")):
        yield BadCase(f"{path.relative_to(folder)} is not read; name it {path.stem}.yaml")
