"""Each version of the rules, stored once, so that a decision made under it can be read and made again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from domain.store.database import Database
from domain.store.tables import release, rule_set


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules.

    Args:
        digest: 64 hex digits, the same for the same version.
        started_at: when a process first ran it.
        archive: its source.
        plan: its rules as data, which tell how to read its records.
        python: the version of Python.
        libraries: the version of each library, by name.
    """

    digest: str
    started_at: datetime
    archive: bytes
    plan: bytes
    python: str
    libraries: Mapping[str, str]


class RuleSetStore:
    """The versions of the rules; every method raises StoreUnavailable when the database is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def store(self, version: RuleSet) -> None:
        """Store a version, unless it is there: its first start is what counts."""
        if await self.get(version.digest) is not None:
            return
        values = {column.name: getattr(version, column.name) for column in rule_set.c}
        try:
            await self._database.write(lambda connection: connection.execute(insert(rule_set), values))
        except IntegrityError:  # another process stored it at the same time
            return

    async def get(self, digest: str) -> RuleSet | None:
        """Return the version with this digest, or None."""
        statement = select(rule_set).where(rule_set.c.digest == digest)
        row = await self._database.read(lambda connection: connection.execute(statement).one_or_none())
        return RuleSet(*row) if row is not None else None

    async def digests(self, beginning: str = "") -> tuple[str, ...]:
        """Return the digests that begin so, in the order in which their versions first started."""
        order = rule_set.c.started_at, rule_set.c.digest
        statement = select(rule_set.c.digest).where(rule_set.c.digest.startswith(beginning, autoescape=True)).order_by(*order)
        return tuple(await self._database.read(lambda connection: connection.execute(statement).scalars().all()))

    async def release(self, subject_type: str, digest: str, started_at: datetime) -> None:
        """Put a stored version into force for subjects of a type from an instant on, unless it is in force then."""
        if await self.in_force(subject_type, started_at) == digest:
            return
        values = {"subject_type": subject_type, "started_at": started_at, "digest": digest}
        try:
            await self._database.write(lambda connection: connection.execute(insert(release), values))
        except IntegrityError:  # another process started it at the same instant
            return

    async def in_force(self, subject_type: str, known_at: datetime) -> str | None:
        """Return the digest of the version that was the last to come into force by an instant, or None."""
        order = release.c.started_at.desc(), release.c.digest
        earlier = release.c.subject_type == subject_type, release.c.started_at <= known_at
        statement = select(release.c.digest).where(*earlier).order_by(*order).limit(1)
        return await self._database.read(lambda connection: connection.execute(statement).scalar_one_or_none())
