"""
Whose files somebody may read: asked for by every method that reads something of a subject, so that none can forget it.

Beyond a reach there is nothing: the same statement runs, and finds nothing, whether a file is somebody else's or was never there.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, Table

from domain.store.database import Database, Doors

NOBODY: Final = ""
"""The id of no subject."""


@dataclass(frozen=True, slots=True)
class Reach:
    """
    The files of one organisation.

    Args:
        organisation: whose files.
        subjects: only these, by id; none given: all of them.
    """

    organisation: str
    subjects: frozenset[str] | None = None

    def sought(self, subject_id: str) -> str:
        """Return the id to look for: that of no subject where this one is out of reach."""
        return subject_id if self.subjects is None or subject_id in self.subjects else NOBODY


class Operator:
    """Every organisation's files: for whoever holds the database itself, never for a request."""


OPERATOR: Final = Operator()
Reaching: TypeAlias = Reach | Operator


def within(reach: Reaching, table: Table) -> list[ColumnElement[bool]]:
    """Return what narrows a query on *table*, which has the columns ``organisation`` and ``subject_id``, to what is within *reach*."""
    if isinstance(reach, Operator):
        return []
    ours = [table.c.organisation == reach.organisation]
    return ours if reach.subjects is None else [*ours, table.c.subject_id.in_(sorted(reach.subjects))]


def doors_of(database: Database, reach: Reaching) -> Doors:
    """Return the doors of *database* for *reach*."""
    return database if isinstance(reach, Operator) else database.within(reach.organisation)
