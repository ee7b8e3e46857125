"""Storing a row in place of the one that has its key, on SQLite and on PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


def upserts(table: Table) -> Mapping[str, Any]:
    """Return the statement that stores a row of *table*, by the kind of database."""
    return {"sqlite": _upsert(sqlite.insert(table), table), "postgresql": _upsert(postgresql.insert(table), table)}


def _upsert(adding: Any, table: Table) -> Any:
    keys = {each.name for each in table.primary_key}
    renewed = {each.name: adding.excluded[each.name] for each in table.columns if each.name not in keys}
    return adding.on_conflict_do_update(index_elements=sorted(keys), set_=renewed)
