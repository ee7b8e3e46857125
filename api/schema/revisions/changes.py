"""
Facts as a client sends them, made into the document of a revision; and problems of that document, told where the client sees them.

Left out: as it was. Null: absent where the fact can be, else unknown again. A part is found by its key: changed, added or removed.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, get_origin

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.schema.revisions.problems import MOST_TOLD, FactsRefused, Told
from api.schema.revisions.reasons import Known, kept_and_stated
from domain.errors import InvalidFacts, Problem
from domain.fact_document import Document, read_subject, write_subject
from domain.facts import Fact
from domain.subjects import Subject
from domain.text import Language
from domain.values import known_neutral
from rules.engine.contradictions import contradictions

STEP = re.compile(r"parts\.[a-z_]+\.(?P<list>[a-z0-9_]+)\[(?P<index>\d+)\]\.?|facts\.[a-z_]+\.(?P<fact>[a-z0-9_]+)|(?P<key>key)")


def changed_document(
    kind: type[Subject], before: Mapping[str, Any], given: Any, *, today: date, language: Language, as_of: date | None = None
) -> Mapping[str, Any]:
    """
    Return the document of *kind* after a change, whatever the reasons.

    Args:
        kind: the type of the subject.
        before: the document as it was; an empty one for a new subject.
        given: the input of facts.
        today: the day against which impossible facts are held.
        language: of messages.
        as_of: the day on which they must be true together; none given: *today*.

    Raises:
        FactsRefused: with every problem found.
    """
    return changed(kind, Known(before, {}), given, today=today, language=language, as_of=as_of).document


def changed(kind: type[Subject], before: Known, given: Any, *, today: date, language: Language, as_of: date | None = None) -> Known:
    """
    Return what is known of a subject after a change.

    Args:
        kind: its type.
        before: what was known of it; nothing for a new subject.
        given: the input of facts.
        today: the day against which impossible facts are held.
        language: of messages.
        as_of: the day on which they must be true together; none given: *today*.

    Raises:
        FactsRefused: with every problem found.
    """
    problems: list[Told] = []
    old = write_subject(read_subject(kind, before.document))
    document = _changed(kind, old, given, (), problems)
    try:
        subject = read_subject(kind, document, today=today)
    except InvalidFacts as error:
        problems += [Told(each.code, each.message, _path(each, document, given)) for each in error.problems[:MOST_TOLD]]
        raise FactsRefused(problems) from None
    problems += [
        Told(each.code, each.message, _path_of_part(kind, each.path, document, given))
        for each in contradictions(subject, as_of or today, language)
    ]
    document = write_subject(subject)
    standing = kept_and_stated(kind, Known(old, before.reasons), document, given, problems)
    if problems:
        raise FactsRefused(problems)
    return Known(document, standing)


def _changed(kind: type[Subject], before: Mapping[str, Any], given: Any, path: tuple[str, ...], problems: list[Told]) -> Document:
    facts = dict(before.get("facts", {}))
    for each in kind.facts:
        value = getattr(given, each.name)
        if value is not strawberry.UNSET:
            _change(each, value, facts)
    _forget(kind, given, facts, path, problems)
    below = dict(before.get("parts", {}))
    for listed in kind.lists:
        items = {item["key"]: item for item in below.get(listed.id, [])}
        for key in getattr(given, f"remove_{listed.name}") or ():
            items.pop(key, None)
        sent = set[str]()
        for index, item in enumerate(getattr(given, listed.name) or ()):
            inside = (*path, to_camel_case(listed.name), str(index))
            if item.key in sent:  # else two parts would become one, and nobody be told
                problems.append(Told("BAD_KEY", "give each part a key of its own: one before it has this key", (*inside, "key")))
            sent.add(item.key)
            items[item.key] = {"key": item.key, **_changed(listed.of, items.get(item.key, {}), item, inside, problems)}
        below[listed.id] = list(items.values())
    return {"facts": facts, "parts": below}


def _change(each: Fact[Any], value: Any, facts: dict[str, Any]) -> None:
    if value is None and (each.milestone or not each.optional):
        facts.pop(each.id, None)
    else:
        facts[each.id] = _plain(each.kind, value)


def _forget(kind: type[Subject], given: Any, facts: dict[str, Any], path: tuple[str, ...], problems: list[Told]) -> None:
    known = {each.id: each for each in kind.facts}
    for index, name in enumerate(given.unknown or ()):
        if name not in known:
            message = f"there is no such fact here; there are: {', '.join(known)}"
            problems.append(Told("UNKNOWN_FACT", message, (*path, "unknown", str(index))))
        elif known[name].milestone:
            message = "a milestone is never unknown: send null where it has not happened"
            problems.append(Told("NEVER_UNKNOWN", message, (*path, "unknown", str(index))))
        elif (value := getattr(given, known[name].name)) is not None and value is not strawberry.UNSET:
            message = "a fact is given or taken back, and not both: leave one of them out"
            problems.append(Told("ONE_VALUE", message, (*path, "unknown", str(index))))
        facts.pop(name, None)


def _plain(kind: Any, value: Any) -> Any:
    """Return a value of the input in plain form."""
    if isinstance(value, Enum):
        return value.value
    if value is not None and issubclass(get_origin(kind) or object, Mapping):
        return {str(each.key): {"unknown": True} if each.value in {None, strawberry.UNSET} else known_neutral(each.value) for each in value}
    if isinstance(value, list):
        return [_plain(None, each) for each in value]
    return known_neutral(value)


def _path(problem: Problem, document: Document, given: Any) -> tuple[str, ...]:
    """Return where in the input a problem of the document stands; a part that was not sent is named by its key."""
    found: list[str] = []
    part: Any = document
    sent = given
    for step in STEP.finditer(problem.path):
        if step["list"]:
            items: list[Any] = next((items for name, items in part["parts"].items() if name.endswith(f".{step['list']}")), [])
            part = items[int(step["index"])]
            place, sent = _sent(sent, step["list"], part["key"])
            found += [to_camel_case(step["list"]), place]
        else:
            found.append(to_camel_case(step["fact"] or step["key"]))
    return tuple(found)


def _path_of_part(kind: type[Subject], path: str, document: Document, given: Any) -> tuple[str, ...]:
    """Return where in the input the part with this path of keys stands."""
    found: list[str] = []
    part: Any = document
    for key in path.split("/") if path != kind.type_name else ():
        for listed in kind.lists:
            inside = next((item for item in part["parts"].get(listed.id, ()) if item["key"] == key), None)
            if inside is not None:
                place, given = _sent(given, listed.name, key)
                found += [to_camel_case(listed.name), place]
                kind, part = listed.of, inside
                break
    return tuple(found)


def _sent(given: Any, list_name: str, key: str) -> tuple[str, Any]:
    """Return the place of the part with this key in the input, and what was sent of it."""
    items = getattr(given, list_name, None) or ()
    return next(((str(index), item) for index, item in enumerate(items) if item.key == key), (key, None))
