"""
One database, whichever it is, behind four doors: read, look one row up, write one statement, transact.

Work is a plain function of an SQLAlchemy connection. PostgreSQL runs it on its asynchronous driver; SQLite, which has none, on a thread:
there one hop for the whole work costs half of what one for every call would. What looks one row up is over sooner than any hop.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

from sqlalchemy import URL, Connection

T = TypeVar("T")
Work = Callable[[Connection], T]

PATIENCE = 5.0
"""Seconds within which a database has to answer, waiting for a free connection counted in."""


class Doors(Protocol):
    """The four doors; see Database."""

    async def read(self, work: Work[T]) -> T:
        """Run *work*, whose statements each see the database as it stands."""
        ...

    async def look_up(self, work: Work[T]) -> T:
        """Run *work*, which finds a row by its key and is over at once."""
        ...

    async def write(self, work: Work[T]) -> T:
        """Run *work*, which is one statement and is stored whole or not at all."""
        ...

    async def transact(self, work: Work[T], *, patience: float | None = None) -> T:
        """Run *work* in one transaction."""
        ...


class Database(ABC):
    """
    A database of Attendu; every call opens and closes its own short transaction.

    Every door raises StoreUnavailable when the database is gone, locked or full, or has not answered within the patience.
    A write that was given up may still have been stored.
    """

    kind: ClassVar[str]

    def __init__(self, url: URL, patience: float) -> None:
        self.url = url
        self.patience = patience

    @property
    def file(self) -> Path | None:
        """The file that holds the database, if one does."""
        return None

    def within(self, organisation: str) -> "Doors":
        """
        Return the same doors for one organisation: what goes through them sees its rows only, whatever a statement forgets to ask.

        SQLite has no such second net; there the statements alone keep organisations apart.
        """
        del organisation
        return self

    @abstractmethod
    async def read(self, work: Work[T]) -> T:
        """Run *work*, whose statements each see the database as it stands."""

    async def look_up(self, work: Work[T]) -> T:
        """Run *work*, which finds a row by its key and is over at once."""
        return await self.read(work)

    @abstractmethod
    async def write(self, work: Work[T]) -> T:
        """Run *work*, which is one statement and is stored whole or not at all; no lock outlives the statement."""

    @abstractmethod
    async def transact(self, work: Work[T], *, patience: float | None = None) -> T:
        """Run *work* in one transaction, which is stored whole or not at all."""

    async def hear(self, channel: str, heard: Callable[[str], None]) -> None:  # noqa: ARG002 (one process has nobody else to hear)
        """Call *heard* with what any process says on *channel*, until the connection is lost."""
        await asyncio.Event().wait()

    @abstractmethod
    async def close(self) -> None:
        """Let go of every connection."""
