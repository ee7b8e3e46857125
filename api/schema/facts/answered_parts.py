"""A typed input of facts as it is put together from answers, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args, get_origin

import strawberry

from api.schema.facts.facts import FactReasonInput, fact_types, field_name
from api.schema.facts.questions import KINDS
from domain.facts import Fact
from domain.subjects import Parts, Subject
from domain.text import Choice
from domain.values import WHOLE_NUMBER

Places = dict[tuple[str, ...], int]
"""Where in the typed input each answer went, and which answer it was."""

FIELDS: Final[Mapping[str, str]] = {"day": "DATE"} | {
    name: name.upper() for name in ("text", "integer", "decimal", "boolean", "choice", "choices", "table")
}
"""The type of question that each field of a value answers."""

FORGET: Final = object()


class Unfit(ValueError):
    """A value that does not answer its question."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a table, as the typed input has it."""

    key: Any
    value: Any


class Part:
    """The answers about one part, and those about the parts below it."""

    def __init__(self, kind: type[Subject], key: str = "") -> None:
        self._kind = kind
        self._key = key
        self._values: dict[str, tuple[int, Any]] = {}
        self._unknown: list[tuple[int, str]] = []
        self._reasons: list[tuple[int, FactReasonInput]] = []
        self._parts: dict[str, dict[str, Part]] = {}

    def below(self, lists: list[Parts[Any]], path: str | None) -> "Part | None":
        """Return the part at *path*, which goes through *lists*; ``None`` where it cannot."""
        keys = path.split("/") if path else []
        if len(keys) != len(lists):
            return None
        where = self
        for listed, key in zip(lists, keys, strict=True):
            where = where._parts.setdefault(listed.name, {}).setdefault(key, Part(listed.of, key))
        return where

    def take(self, number: int, fact: Fact[Any], value: Any, reason: str | None) -> None:
        """
        Take the answer of this number.

        Raises:
            Unfit: the value does not answer the question.
        """
        typed = value_of(fact, value)
        if fact.name in self._values or any(fact.id == name for _, name in self._unknown):
            raise Unfit("ONE_VALUE", "this question is answered already: leave one of its answers out")
        if typed is FORGET:
            self._unknown.append((number, fact.id))
        else:
            self._values[fact.name] = number, typed
        if reason is not None:
            self._reasons.append((number, FactReasonInput(fact=strawberry.ID(fact.id), reason=reason)))

    def input(self, places: Places, path: tuple[str, ...] = ()) -> Any:
        """Return the typed input, and note in *places* where each answer stands in it."""
        given: dict[str, Any] = {} if self._kind.above is None else {"key": self._key}
        for fact in self._kind.facts:
            if fact.name in self._values:
                places[*path, field_name(fact)], given[fact.name] = self._values[fact.name]
        for name, listed in (("unknown", self._unknown), ("because", self._reasons)):
            given[name] = [each for _, each in listed]
            places |= {(*path, name, str(index)): number for index, (number, _) in enumerate(listed)}
        for parts in self._kind.lists:
            if parts.name in self._parts:
                inside = (*path, field_name(parts))
                below = enumerate(self._parts[parts.name].values())
                given[parts.name] = [part.input(places, (*inside, str(index))) for index, part in below]
        return fact_types(self._kind).input(**given)


def value_of(fact: Fact[Any], given: Any) -> Any:
    """
    Return a value as the typed input has it; ``FORGET`` to make the fact unknown.

    Raises:
        Unfit: it does not answer the question.
    """
    said = {name: getattr(given, name) for name in (*FIELDS, "none", "unknown")}
    said = {name: value for name, value in said.items() if value is not None and value is not strawberry.UNSET and value is not False}
    if isinstance(given.boolean, bool):
        said["boolean"] = given.boolean
    if len(said) != 1:
        raise Unfit("ONE_VALUE", "an answer has exactly one value: fill one field, that of the question's type")
    ((name, value),) = said.items()
    if name == "unknown":
        return FORGET
    if name == "none":
        if not fact.optional:
            raise Unfit("NOT_OPTIONAL", "this fact cannot be absent: send unknown where it is not known")
        return None
    wanted = kind_of(fact)
    if FIELDS[name] != wanted:
        raise Unfit("WRONG_TYPE", f"the question is of type {wanted}: answer in {'date' if wanted == 'DATE' else wanted.lower()}")
    return [_entry(fact, each) for each in value] if name == "table" else value


def kind_of(fact: Fact[Any]) -> str:
    """Return how a form asks for *fact*."""
    origin = get_origin(fact.kind)
    if origin is not None:
        return "TABLE" if issubclass(origin, Mapping) else "CHOICES"
    return "CHOICE" if issubclass(fact.kind, Choice) else KINDS[fact.kind.__name__]


def _entry(fact: Fact[Any], given: Any) -> Entry:
    whole = get_args(fact.kind)[1] is int and given.value is not None and WHOLE_NUMBER.fullmatch(given.value)
    return Entry(given.key, int(given.value) if whole else given.value)
