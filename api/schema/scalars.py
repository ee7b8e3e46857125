"""
The scalars, each with a documented JSON form; none ever passes through a binary fraction.

What resolvers give is mostly in plain form already (``domain.values``), so serialising is the identity for texts.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from domain.values import Unreadable, neutral, read

Json = NewType("Json", object)
"""A value in plain form: see ``domain.values``."""


def _plain(value: object) -> object:
    return value if type(value) is str else neutral(value)


def _instant(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def _day(raw: object) -> date:
    try:
        day: date = read(date, raw)
    except Unreadable as error:
        raise GraphQLError(f"Date cannot represent value: {error}") from None
    return day


def _decimal(raw: object) -> Decimal:
    if isinstance(raw, float):
        raise GraphQLError('Decimal cannot represent value: write it as a text, such as "1234.50"; a JSON fraction is not exact')
    try:
        number: Decimal = read(Decimal, raw)
    except Unreadable as error:
        raise GraphQLError(f"Decimal cannot represent value: {error}") from None
    return number


def _moment(raw: object) -> datetime:
    try:
        instant = datetime.fromisoformat(raw if isinstance(raw, str) and len(raw) <= 40 else "")
        if instant.tzinfo is not None:
            return instant.astimezone(UTC)
    except (ValueError, OverflowError):  # the latter: no year that there is, in UTC
        pass
    raise GraphQLError('DateTime cannot represent value: an instant with its offset is expected, such as "2026-01-31T09:00:00+01:00"')


SCALARS: Final[Mapping[object, ScalarDefinition]] = {
    date: strawberry.scalar(
        name="Date",
        description='A day (jour), as "2026-01-31".',
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=_plain,
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description='An instant (instant) with its offset, as "2026-01-31T09:00:00+01:00".',
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=_instant,
        parse_value=_moment,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description='An exact decimal number (nombre décimal exact), as a text: "1234.50". A whole number may be given as a JSON integer.',
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259#section-6",
        serialize=_plain,
        parse_value=_decimal,
    ),
    Json: strawberry.scalar(
        name="JSON",
        description=(
            "A value in plain form (forme simple): true or false, a whole number, a text (also for days, exact decimals and the codes "
            'of choices), null where there is none, {"unknown": true} where nobody said, a list, or an object with text keys.'
        ),
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    ),
}
