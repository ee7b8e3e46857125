"""Types of columns that say the same on SQLite and on PostgreSQL."""
# ruff: noqa: ARG002 -- SQLAlchemy hands every type the dialect, which these have no need of

from datetime import UTC, date, datetime

from sqlalchemy import BigInteger, Date, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

Number = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit integer; on SQLite the one that can be a table's own key."""

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""An id of ours: compared by its bytes, so that lists have the same order on both."""


class Instant(TypeDecorator[datetime]):
    """An instant, always with its time zone, always given back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Take an instant.

        Raises:
            ValueError: it has no time zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone: use datetime.now(UTC)")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an instant back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DueDay(TypeDecorator[date]):
    """A day, or none; none comes after every day, so that lists by day can be paged with one comparison."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> date:
        """Take a day or none."""
        return date.max if value is None else value

    def process_result_value(self, value: date | None, dialect: Dialect) -> date | None:
        """Give a day or none back."""
        return None if value == date.max else value
