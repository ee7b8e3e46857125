"""
Changes that are made once, however often they are sent: what every mutation does with its idempotency key.

The answer to a change that was made before is what it made, as it is now. What was refused was not made: it may be corrected and sent again
under the same key.
"""

from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Any, Protocol, TypeVar

import orjson
import strawberry

from api.principal import Principal
from api.schema.context import Context
from api.schema.errors import BadIdempotencyKey
from api.schema.subjects.results import Error, IdempotencyKeyReused
from domain.store.errors import KeyReused, KeyTaken
from domain.store.idempotency import Key, Made
from domain.values import known_neutral

T = TypeVar("T")

LONGEST = 100
KEY = (
    "What you call this change, such as a new UUID: sent again within 24 hours under the same key it is not made twice, "
    "and the answer is what it made, as it is now (clé d'idempotence)."
)


class Keyed(Protocol):
    """The input of a mutation."""

    @property
    def idempotency_key(self) -> str | None:
        """What its caller calls the change."""


async def once(
    context: Context, given: Keyed, change: Callable[[Key | None], Awaitable[T]], again: Callable[[Made], Awaitable[T]]
) -> T | IdempotencyKeyReused:
    """
    Make a change, unless it was made before.

    Args:
        context: of the operation.
        given: the input of the mutation.
        change: makes it, and takes the key in its own transaction.
        again: answers with what it made before.

    Raises:
        BadIdempotencyKey: the key is empty or too long.
    """
    if given.idempotency_key is None:
        return await change(None)
    key = key_of(given, context.principal, context.answering.deciding.clock())
    keys = context.answering.keys
    try:
        made = await keys.find(key)
        if made is not None:
            return await again(made)
        changed = await change(key)
        if isinstance(changed, Error) and (made := await keys.find(key)) is not None:  # refused because its twin came first
            return await again(made)
    except KeyTaken as taken:
        return await again(Made(taken.type, taken.ids))
    except KeyReused as reused:
        return IdempotencyKeyReused.of(reused)
    return changed


def key_of(given: Keyed, principal: Principal, at: datetime) -> Key:
    """
    Return the key of an input.

    Raises:
        BadIdempotencyKey: it is empty or too long.
    """
    name = given.idempotency_key
    if name is None or not 0 < len(name) <= LONGEST or not name.isprintable():
        raise BadIdempotencyKey(LONGEST)
    written = orjson.dumps({"input": type(given).__name__, "given": plain(given)}, option=orjson.OPT_SORT_KEYS)
    return Key(principal.organisation, principal.id, name, sha256(written).hexdigest(), at)


def plain(given: Any) -> Any:
    """Return an input in plain form: what was left out stays out, and so does the key itself."""
    if is_dataclass(given):
        said = {each.name: getattr(given, each.name) for each in fields(given) if each.name != "idempotency_key"}
        return {name: plain(value) for name, value in said.items() if value is not strawberry.UNSET}
    if isinstance(given, list):
        return [plain(each) for each in given]
    return given.value if isinstance(given, Enum) else known_neutral(given)
