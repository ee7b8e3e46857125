"""
What of a person's facts may leave in telemetry: nothing.

An attribute that tells a fact's value is made here and nowhere else, from values that say whether they are personal; those are dropped
before anything is set, and so is every value of a type not known to be plain. What stays of them is a keyed digest: equal inputs
of one key have equal digests, and without the key an age cannot be found by trying all ages.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

import orjson

from tracing.rule_spans import AttributeValue

PROCESS_KEY: Final = secrets.token_bytes(32)  # digests compare within one process, unless the deployment configures a key

_MOST = 4_096  # bytes of one JSON attribute


class Seen(NamedTuple):
    """
    A value that a rule read or gave.

    Attributes:
        name: of the fact or calculation.
        value: as the rule saw it.
        personal: whether its declaration says that it is about a person.
    """

    name: str
    value: object
    personal: bool


def safe_attributes(prefix: str, values: Iterable[Seen]) -> dict[str, AttributeValue]:
    """
    Return the values that may be told, each as an attribute of its own.

    >>> safe_attributes("attendu.rule.input.", [Seen("zone", "B1", personal=False), Seen("birth", date(1990, 1, 1), personal=True)])
    {'attendu.rule.input.zone': 'B1'}
    """
    return {prefix + name: value for name, value in _told(values)}


def safe_json(values: Iterable[Seen]) -> str:
    """
    Return the values that may be told as one JSON object of at most 4 KiB; those that no longer fit are left out.

    >>> safe_json([Seen("zone", "B1", personal=False), Seen("age", 34, personal=True), Seen("dwellings", 12, personal=False)])
    '{"zone":"B1","dwellings":12}'
    """
    members, size = list[bytes](), 2
    for name, value in _told(values):
        member = orjson.dumps({name: value})[1:-1]
        size += len(member) + 1
        if size > _MOST:
            break
        members.append(member)
    return "{" + b",".join(members).decode() + "}"


def inputs_digest(key: bytes, values: Iterable[Seen]) -> str:
    """
    Return 32 hexadecimal digits that tell whether a rule saw the same inputs: a keyed BLAKE2b over names and values.

    BLAKE2 has its key built in (RFC 7693), and for short texts it keeps the interpreter's lock, which an HMAC gives up and has to win back
    from the requests, for every rule.
    """
    canonical = orjson.dumps({seen.name: _plain(seen.value) for seen in values}, default=_canonical, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(canonical, key=key, digest_size=16).hexdigest()


def _told(values: Iterable[Seen]) -> Iterable[tuple[str, AttributeValue]]:
    """Return what is not personal and has a plain type."""
    for seen in values:
        value = None if seen.personal else _plain(seen.value)
        if isinstance(value, str | bool | int | float):
            yield seen.name, value


def _plain(value: object) -> object:
    """Return a value as JSON and OTLP know it, or as it is when they do not."""
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal) or (isinstance(value, int) and not -(2**63) <= value < 2**63):
        return str(value)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def _canonical(value: object) -> object:
    """Return what JSON does not know in a form that is always the same for the same value."""
    if isinstance(value, AbstractSet):
        return sorted(map(str, value))
    if isinstance(value, Mapping):
        return {str(key): member for key, member in value.items()}
    return str(value)
