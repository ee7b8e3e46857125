"""A row that is found by the driver alone is the row that SQLAlchemy finds."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, Select

from domain.store.database import Database
from domain.store.one_row import one_row
from domain.store.revisions import SubjectStore
from domain.store.statements import AT, KNOWN_AT, LATEST

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HERS = {"subject_id": "h", "organisation": "demo"}


def both(statement: Select[Any], values: dict[str, Any], connection: Connection) -> tuple[Any, Any]:
    return one_row(statement, values, connection), connection.execute(statement, values).one_or_none()


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (LATEST, HERS),
        (LATEST, HERS | {"subject_id": "nobody"}),
        (AT, HERS | {"number": 1}),
        (KNOWN_AT, HERS | {"known_at": NOON}),
        (KNOWN_AT, HERS | {"known_at": datetime(2026, 11, 20, 11, tzinfo=UTC)}),
    ],
)
async def test_it_is_the_row_that_sqlalchemy_finds(database: Database, statement: Select[Any], values: dict[str, Any]) -> None:
    await SubjectStore(database).create(
        "h", "household", {"facts": {}, "parts": {}}, organisation="demo", committed_at=NOON, author="a", label="Lévêque"
    )
    found, expected = await database.read(partial(both, statement, values))
    assert found == expected
    if found is not None:
        assert (found.label, found.committed_at, found.number) == ("Lévêque", NOON, 1)
