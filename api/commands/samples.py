"""
Samples: one subject in a file, YAML or JSON, as ``examples/`` has them.

    type: household
    title: Mère seule avec deux enfants, Rennes     # may be left out
    as_of: 2026-11-20                               # the day it is decided on, unless told otherwise; may be left out
    facts: {household.commune: "35238"}
    parts: {household.persons: [{key: nadia, facts: {person.role: APPLICANT}}]}
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from api.commands.errors import FileProblem, FileRefused
from api.commands.files import read_text
from api.commands.located import Located, read_located
from domain.calendar import ANSWERABLE, is_answerable
from domain.errors import InvalidFacts, Problem
from domain.fact_document import Document, read_subject
from domain.subjects import Subject
from domain.text import Language
from domain.values import Unreadable, read
from rules.engine.contradictions import contradictions
from rules.library import ROOTS

KEYS = ("type", "title", "as_of", "facts", "parts")


@dataclass(frozen=True)
class Sample:
    """A subject in a file."""

    path: Path
    type: str
    title: str
    as_of: date | None
    document: Document
    subject: Subject


def read_sample(path: Path, today: date, language: Language = "en", decided_on: date | None = None) -> Sample:
    """
    Return the sample in *path*.

    Args:
        path: of a YAML file, or of a JSON file where it ends in ``.json``.
        today: days that cannot lie in the future are held against it.
        language: of what is said about facts that cannot all be true.
        decided_on: the day that is decided on, where it is not the sample's own.

    Raises:
        FileRefused: it cannot be read, or its facts cannot all be true.
    """
    located = read_located(read_text(path), is_json=path.suffix == ".json")
    if located.problems and not isinstance(located.value, Mapping):
        raise _refused(path, located, located.problems)
    return _sample(path, located, today, language, decided_on)


def _sample(path: Path, located: Located, today: date, language: Language, decided_on: date | None) -> Sample:
    given: Mapping[str, Any] = located.value if isinstance(located.value, Mapping) else {}
    problems = [*located.problems, *_problems_of_heading(given)]
    as_of = _day(given.get("as_of"), problems)
    root = next((each for each in ROOTS if each.type_name == given.get("type")), None)
    if root is None:
        expected = ", ".join(each.type_name for each in ROOTS)
        raise _refused(path, located, [*problems, Problem("UNKNOWN_TYPE", "type", f"one of {expected} is expected")])
    document = {key: given[key] for key in ("facts", "parts") if key in given}
    try:
        subject = read_subject(root, document, today=today)
    except InvalidFacts as error:
        raise _refused(path, located, [*problems, *error.problems]) from None
    places = dict(_places_of_parts(document, ""))
    for each in contradictions(subject, decided_on or as_of or today, language):
        places_of_facts = (f"{places.get(each.path, '')}facts.{fact}" for fact in each.facts)
        place = next((at for at in places_of_facts if at in located.lines), places.get(each.path, ""))
        problems.append(Problem(each.code, place.removesuffix("."), each.message))
    if problems:
        raise _refused(path, located, problems)
    return Sample(path, root.type_name, str(given.get("title") or path.stem), as_of, document, subject)


def _problems_of_heading(given: Mapping[str, Any]) -> Iterator[Problem]:
    for name in given:
        if name not in KEYS:
            yield Problem("UNKNOWN_KEY", name, f"only {', '.join(KEYS)} can stand here")
    if not isinstance(given.get("title", ""), str):
        yield Problem("WRONG_TYPE", "title", "a text is expected")


def _day(raw: object, problems: list[Problem]) -> date | None:
    """Return the day that the heading names; add to *problems* where it names none."""
    try:
        day: date | None = None if raw is None else read(date, raw)
    except Unreadable as error:
        problems.append(Problem("WRONG_TYPE", "as_of", str(error)))
        return None
    if day is not None and not is_answerable(day):
        problems.append(Problem("DATE_OUT_OF_RANGE", "as_of", f"{ANSWERABLE} is expected"))
        return None
    return day


def _places_of_parts(document: Mapping[str, Any], place: str, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield where each part stands in the file, by its path of keys."""
    for name, items in document.get("parts", {}).items():
        for index, item in enumerate(items):
            at, key = f"{place}parts.{name}[{index}]", f"{path}/{item['key']}" if path else item["key"]
            yield key, f"{at}."
            yield from _places_of_parts(item, f"{at}.", key)


def _refused(path: Path, located: Located, problems: list[Problem]) -> FileRefused:
    return FileRefused(path, [FileProblem(located.line(each.path), each.path, each.code, each.message) for each in problems])
