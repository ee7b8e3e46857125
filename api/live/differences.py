"""What two revisions of a subject say otherwise: which facts of which part, and which parts came or went; never a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.fact_document import read_subject, write_subject
from domain.subjects import Subject


@dataclass(frozen=True, slots=True, order=True)
class ChangedFact:
    """A fact, by its id, and the path of the part it is of: empty for the subject itself."""

    fact: str
    path: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What is otherwise; parts are named by their paths."""

    facts: tuple[ChangedFact, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def differences(kind: type[Subject], before: object, after: object) -> Differences:
    """Return what the document *after* says otherwise than *before*; the facts of a part that came or went are not named one by one."""
    old, new = (write_subject(read_subject(kind, each)) for each in (before, after))
    found = list(_differences(old, new, ""))
    return Differences(
        facts=tuple(each for each in found if isinstance(each, ChangedFact)),
        added=tuple(path for path, added in _moved(found) if added),
        removed=tuple(path for path, added in _moved(found) if not added),
    )


def _moved(found: list[ChangedFact | tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    return (each for each in found if not isinstance(each, ChangedFact))


def _differences(before: Mapping[str, Any], after: Mapping[str, Any], path: str) -> Iterator[ChangedFact | tuple[str, bool]]:
    olds, news = before["facts"], after["facts"]
    for fact in dict.fromkeys((*olds, *news)):
        if (fact in olds, olds.get(fact)) != (fact in news, news.get(fact)):
            yield ChangedFact(fact, path)
    for name in dict.fromkeys((*before["parts"], *after["parts"])):
        ones, others = ({part["key"]: part for part in each["parts"].get(name, ())} for each in (before, after))
        for key in dict.fromkeys((*ones, *others)):
            below = f"{path}/{key}" if path else key
            if key in ones and key in others:
                yield from _differences(ones[key], others[key], below)
            else:
                yield below, key in others
