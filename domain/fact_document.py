"""
A subject as one document, and back: the shape of files, of stored revisions and of what a form sends.

    {"facts": {"household.commune": "35238"},
     "parts": {"household.persons": [{"key": "marie", "facts": {"person.born_on": "1990-05-01"}, "parts": {}}]}}

Facts are named by id, so that a new fact needs no migration. Reading tells every problem at once.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from domain.errors import InvalidFacts, Problem
from domain.facts import UNKNOWN, Fact
from domain.subjects import Parts, Subject
from domain.values import Neutral, Unreadable, known_neutral, read

S = TypeVar("S", bound=Subject)
Document = dict[str, Any]
MAXIMUM_PARTS = 1_000
"""Parts of one subject, all lists together: what a decision on it takes grows with them."""


def write_subject(subject: Subject) -> Document:
    """Return *subject* as a document; unknown facts are left out, absent ones say null."""
    facts: dict[str, Neutral] = {}
    for each, value in zip(type(subject).facts, subject.values, strict=True):
        if value is not (None if each.milestone else UNKNOWN):
            facts[each.id] = known_neutral(value)
    below = {}
    for listed, items in zip(type(subject).lists, subject.parts, strict=True):
        if items:
            below[listed.id] = [{"key": item.key, **write_subject(item)} for item in items]
    return {"facts": facts, "parts": below}


def read_subject(kind: type[S], document: object, *, today: date | None = None) -> S:
    """
    Return the subject that *document* describes.

    Args:
        kind: the type of the subject.
        document: as above; ``facts`` and ``parts`` may be left out.
        today: when given, days that cannot lie in the future are held against it.

    Raises:
        InvalidFacts: with every problem found, each with its path.
    """
    reader = _Reader(today)
    subject = reader.subject(kind, document, "")
    if reader.problems:
        raise InvalidFacts(reader.problems)
    return subject


class _Reader:
    """Reads a document from top to bottom and gathers what is wrong with it."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self.problems: list[Problem] = []
        self.left = MAXIMUM_PARTS

    def subject(self, kind: type[S], document: object, path: str) -> S:
        given = self._object(document, path)
        self._refuse_other_keys(given, {"facts", "parts"} | ({"key"} if path else set()), path)
        facts = self._object(given.get("facts", {}), f"{path}facts")
        below = self._object(given.get("parts", {}), f"{path}parts")
        known = kind.facts_by_name
        self._refuse_unknown(facts, known, f"{path}facts.", "UNKNOWN_FACT", "fact")
        self._refuse_former(facts, kind, f"{path}facts.")
        self._refuse_unknown(below, {each.id: each for each in kind.lists}, f"{path}parts.", "UNKNOWN_LIST", "list of parts")
        values = {known[name].name: self._value(known[name], raw, f"{path}facts.{name}") for name, raw in facts.items() if name in known}
        lists = {each.name: tuple(self._items(each, below.get(each.id, []), f"{path}parts.{each.id}")) for each in kind.lists}
        return kind(**values, **lists).keyed(str(given.get("key", "")))

    def _items(self, listed: Parts[Any], raw: object, path: str) -> Iterator[Subject]:
        if not isinstance(raw, list):
            self.problems.append(Problem("WRONG_TYPE", path, "a list is expected"))
            return
        self.left -= len(raw)
        if self.left < 0 or len(raw) > listed.most:
            most = min(listed.most, MAXIMUM_PARTS)
            self.problems.append(Problem("TOO_MANY_PARTS", path, f"at most {most} can stand here, and {MAXIMUM_PARTS} parts in the whole"))
            return
        seen: set[str] = set()
        for index, item in enumerate(raw):
            key = item.get("key") if isinstance(item, Mapping) else None
            if not _is_key(key) or key in seen:
                remedy = "give each part a key of its own: a text of 1 to 100 characters, printable and without /"
                self.problems.append(Problem("BAD_KEY", f"{path}[{index}].key", remedy))
            seen.add(str(key))
            yield self.subject(listed.of, item, f"{path}[{index}].")

    def _value(self, each: Fact[Any], raw: object, path: str) -> Any:
        if raw is None:
            if not each.optional:
                self.problems.append(Problem("NOT_OPTIONAL", path, "this fact cannot be absent; leave it out where it is not known"))
            return None
        try:
            value = read(each.kind, raw)
        except Unreadable as error:
            self.problems.append(Problem("WRONG_TYPE", path, str(error)))
            return UNKNOWN
        self._hold_bounds(each, value, path)
        return value

    def _hold_bounds(self, each: Fact[Any], value: Any, path: str) -> None:
        if value is UNKNOWN:
            return
        if each.minimum is not None and value < each.minimum:
            self.problems.append(Problem("OUT_OF_RANGE", path, f"{each.minimum} or more is expected"))
        if each.maximum is not None and value > each.maximum:
            self.problems.append(Problem("OUT_OF_RANGE", path, f"{each.maximum} or less is expected"))
        if each.past and self.today and value > self.today:
            self.problems.append(Problem("IN_THE_FUTURE", path, "a day that has come is expected"))

    def _object(self, raw: object, path: str) -> Mapping[str, Any]:
        if isinstance(raw, Mapping):
            return raw
        self.problems.append(Problem("WRONG_TYPE", path.rstrip(".") or "(root)", "an object is expected"))
        return {}

    def _refuse_other_keys(self, given: Mapping[str, Any], allowed: set[str], path: str) -> None:
        self.problems.extend(
            Problem("UNKNOWN_KEY", f"{path}{name}", f"only {', '.join(sorted(allowed))} can stand here")
            for name in given
            if name not in allowed
        )

    def _refuse_former(self, given: Mapping[str, Any], kind: type[Subject], path: str) -> None:
        for each in kind.renamed_facts:
            names = [name for name in (each.id, *each.formerly) if name in given]
            self.problems.extend(
                Problem("GIVEN_TWICE", f"{path}{name}", f"this is now called {each.id}; give it once") for name in names[1:]
            )

    def _refuse_unknown(self, given: Mapping[str, Any], known: Mapping[str, object], path: str, code: str, what: str) -> None:
        for name in given:
            if name not in known:
                self.problems.append(
                    Problem(code, f"{path}{name}", f"there is no such {what} here; there are: {', '.join(sorted(known)) or 'none'}")
                )


def _is_key(key: object) -> bool:
    """Tell whether *key* can name a part: keys are joined by ``/`` to the path of a part, and shown."""
    return isinstance(key, str) and 0 < len(key) <= 100 and key.isprintable() and "/" not in key
