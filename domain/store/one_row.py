"""
One row, found by its key: what every request asks the database for.

SQLite finds it in fifteen microseconds, around which SQLAlchemy does two hundred's worth of its own. So there the statement is compiled
once, by SQLAlchemy, and goes to the driver's own cursor from then on; values are written and read as its columns say.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]
STATEMENTS = 64
"""Compiled statements that are kept; there are a handful."""
_DIALECT = SQLiteDialect_pysqlite()


def one_row(statement: Select[Any], values: Mapping[str, Any], connection: Connection) -> Any:
    """Return the one row that *statement* finds, with its columns as attributes, or ``None``."""
    if connection.dialect.name != _DIALECT.name:
        return connection.execute(statement, values).one_or_none()
    return _compiled(statement).find(connection, values)


class Compiled:
    """A statement as SQLite's driver takes it."""

    def __init__(self, statement: Select[Any]) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self._text = compiled.string
        self._given = [(name, compiled.params[name], _written(compiled.binds[name].type)) for name in compiled.positiontup or ()]
        self._row = _row_of(statement.selected_columns.keys())
        self._read = [_read(column.type) for column in statement.selected_columns]

    def find(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Return the row or ``None``."""
        given = [write(values.get(name, otherwise)) for name, otherwise, write in self._given]
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self._text, given)
            found = cursor.fetchone()
        finally:
            cursor.close()
        return None if found is None else self._row(*[read(value) for read, value in zip(self._read, found, strict=True)])


_compiled = lru_cache(STATEMENTS)(Compiled)


def _row_of(names: Sequence[str]) -> Callable[..., Any]:
    return namedtuple("Row", names)  # noqa: PYI024 (the names are the statement's)


def _as_it_is(value: Any) -> Any:
    return value


def _written(kind: TypeEngine[Any]) -> Convert:
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT) or _as_it_is


def _read(kind: TypeEngine[Any]) -> Convert:
    return kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None) or _as_it_is
