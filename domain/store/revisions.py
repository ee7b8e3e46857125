"""
Subjects and the revisions of their facts, which are only ever added.

A revision is one statement. Its number follows the last one's, and its instant never lies before the last one's, whichever process's
clock runs behind: "the last revision known at an instant" has one answer for ever.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Select, insert
from sqlalchemy.exc import IntegrityError

from domain.store.database import Database
from domain.store.documents import Document, decode, encode
from domain.store.errors import RevisionConflict, StoreLocked, SubjectExists, SubjectUnknown
from domain.store.idempotency import Key, take
from domain.store.one_row import one_row
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach
from domain.store.statements import APPEND, AT, BETWEEN, KNOWN_AT, LATEST, LATEST_OF, PAGE, PAGE_OF, RENAME
from domain.store.tables import revision, subject

ATTEMPTS = 20
"""How often a revision that may follow any other is tried again when others come first."""

SUBJECT_ID = re.compile(r"[!-~]{1,64}")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what decisions are about.

    Args:
        id: UUIDv7, so that ids follow the order of creation.
        type: ``household``, ``operation``, …
        organisation: whose file it is.
        created_at: when its first revision was stored.
        revision: the number of its last revision.
    """

    id: str
    type: str
    organisation: str
    created_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Revision:
    """The facts of a subject from one instant on.

    Args:
        subject_id: whose.
        subject_type: ``household``, ``operation``, …
        organisation: whose file it is.
        label: what to call it in a list.
        number: from 1, without a gap.
        committed_at: never before that of the revision before.
        author: who said so.
        document: all facts, see domain.store.documents.
        reasons: why a fact was given, and instead of what, by its path, where a reason was given.
    """

    subject_id: str
    subject_type: str
    organisation: str
    label: str | None
    number: int
    committed_at: datetime
    author: str
    document: Document
    reasons: Mapping[str, Any]


class SubjectStore:
    """The subjects of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self,
        subject_id: str,
        subject_type: str,
        document: Document,
        *,
        organisation: str,
        committed_at: datetime,
        author: str,
        reasons: Mapping[str, Any] | None = None,
        label: str | None = None,
        key: Key | None = None,
    ) -> Revision:
        """Store a new subject with its first revision, both or neither; with the idempotency key, where one is given.

        Raises:
            SubjectExists: the id is taken.
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
            ValueError: the id is longer than 64 characters, or has others than printable ASCII.
        """
        if not SUBJECT_ID.fullmatch(subject_id):
            raise ValueError("the id of a subject is up to 64 printable ASCII characters: use a UUIDv7")
        first = Revision(subject_id, subject_type, organisation, label, 1, committed_at, author, document, reasons or {})
        identity = {"id": subject_id, "type": subject_type, "organisation": organisation, "created_at": committed_at}
        try:
            await self._database.within(organisation).transact(partial(_create, identity, first, key))
        except IntegrityError:
            raise SubjectExists(subject_id) from None
        return first

    async def append(
        self,
        reach: Reach,
        subject_id: str,
        expected: int | None,
        document: Document,
        *,
        committed_at: datetime,
        author: str,
        reasons: Mapping[str, Any] | None = None,
        key: Key | None = None,
    ) -> Revision:
        """Store the next revision of a subject.

        Args:
            reach: of whoever says so.
            subject_id: whose.
            expected: the number of the revision that this one was made from; None follows whichever is the last.
            document: all its facts, not only those that changed.
            committed_at: now.
            author: who says so.
            reasons: why, by the path of the fact.
            key: what its caller calls this change.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
            RevisionConflict: the last revision is not the expected one.
            SubjectUnknown: there is no such subject.
            StoreLocked: others kept coming first.
        """
        if not SUBJECT_ID.fullmatch(subject_id):
            raise SubjectUnknown
        values = {
            "subject_id": reach.sought(subject_id),
            "organisation": reach.organisation,
            "expected": expected,
            "now": committed_at,
            "author": author,
            **_encoded(document, reasons or {}),
        }
        for _ in range(ATTEMPTS):
            row = await self._write(reach, APPEND, values, key)
            if row is not None:
                of = row.type, row.organisation, row.label
                return Revision(subject_id, *of, row.number, row.committed_at, author, document, reasons or {})
            await self._check_others_came_first(reach, subject_id, expected)
        raise StoreLocked

    async def _check_others_came_first(self, reach: Reach, subject_id: str, expected: int | None) -> None:
        last = await self.latest(reach, subject_id)
        if last is None:
            raise SubjectUnknown
        if expected is not None:
            raise RevisionConflict(last.number)

    async def rename(
        self, reach: Reach, last: Revision, label: str | None, *, committed_at: datetime, author: str, key: Key | None = None
    ) -> Revision:
        """
        Store a revision with the same facts as the *last* one, and another label.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
            RevisionConflict: another one came first.
        """
        of = {"subject_id": reach.sought(last.subject_id), "organisation": reach.organisation, "expected": last.number}
        row = await self._write(reach, RENAME, of | {"now": committed_at, "author": author, "label": label}, key)
        if row is None:
            raise RevisionConflict(last.number + 1)
        return replace(last, number=row.number, committed_at=row.committed_at, author=author, label=row.label)

    async def latest(self, reach: Reach, subject_id: str, known_at: datetime | None = None) -> Revision | None:
        """Return the last revision, or the last that was known at an instant; None when there is none within reach."""
        if known_at is None:
            return await self._revision(reach, subject_id, LATEST, {})
        return await self._revision(reach, subject_id, KNOWN_AT, {"known_at": known_at})

    async def latest_of(self, reach: Reach, subject_ids: Sequence[str]) -> dict[str, Revision]:
        """Return the last revision of each subject, by its id; those that are not there, or not within reach, are left out."""
        known = [reach.sought(each) for each in subject_ids if SUBJECT_ID.fullmatch(each)]
        values = {"ids": known, "organisation": reach.organisation}
        rows = (
            await self._database.within(reach.organisation).read(lambda connection: connection.execute(LATEST_OF, values).all())
            if known
            else ()
        )
        return {row.id: _revision_of(row) for row in rows}

    async def at(self, reach: Reach, subject_id: str, number: int) -> Revision | None:
        """Return the revision of this number, or None."""
        if not 0 < number < 2**31:
            return None
        return await self._revision(reach, subject_id, AT, {"number": number})

    async def between(self, reach: Reach, subject_id: str, low: int, high: int) -> list[Revision]:
        """Return the revisions of a subject whose numbers lie between *low* and *high*, both counted in."""
        given = {"subject_id": reach.sought(subject_id), "organisation": reach.organisation, "low": low, "high": high}
        rows = (
            await self._database.within(reach.organisation).read(lambda connection: connection.execute(BETWEEN, given).all())
            if low <= high
            else ()
        )
        return [_revision_of(row) for row in rows]

    async def page(
        self, reach: Reach, subject_type: str, *, first: int, after: str | None = None, before: str | None = None, backwards: bool = False
    ) -> tuple[Subject, ...]:
        """
        Return up to *first* subjects of a type, in the order of their ids.

        Args:
            reach: of whoever asks.
            subject_type: of which type.
            first: how many at most.
            after: only those that follow this id.
            before: only those that precede this id.
            backwards: the last of them, and not the first.
        """
        values: dict[str, Any] = {"organisation": reach.organisation, "type": subject_type}
        statement = PAGE
        if reach.subjects is not None:
            statement, values["ids"] = PAGE_OF, sorted(reach.subjects)
        wanted = ordered(statement.where(*between(subject.c.id, after, before)), subject.c.id, first=first, backwards=backwards)
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(wanted, values).all())
        return upright([Subject(*row) for row in rows], backwards=backwards)

    async def _revision(self, reach: Reach, subject_id: str, statement: Select[Any], values: dict[str, Any]) -> Revision | None:
        if not SUBJECT_ID.fullmatch(subject_id):
            return None
        given = {"subject_id": reach.sought(subject_id), "organisation": reach.organisation, **values}
        row = await self._database.within(reach.organisation).look_up(partial(one_row, statement, given))
        if row is None:
            return None
        return _revision_of(row)

    async def _write(self, reach: Reach, statement: Any, values: dict[str, Any], key: Key | None) -> Row[Any] | None:
        append, doors = partial(_append, statement, values, key), self._database.within(reach.organisation)
        try:
            return await (doors.write(append) if key is None else doors.transact(append))
        except IntegrityError:  # another process took the number at the same time
            return None


def _revision_of(row: Any) -> Revision:
    of = row.id, row.type, row.organisation, row.label
    return Revision(*of, row.number, row.committed_at, row.author, decode(row.document), decode(row.reasons))


def _append(statement: Any, values: Mapping[str, Any], key: Key | None, connection: Connection) -> Row[Any] | None:
    row: Row[Any] | None = connection.execute(statement, values).one_or_none()
    if row is not None:
        take(connection, key, row.type, (values["subject_id"],))
    return row


def _create(identity: Mapping[str, Any], first: Revision, key: Key | None, connection: Connection) -> None:
    take(connection, key, first.subject_type, (first.subject_id,))
    connection.execute(insert(subject), identity)
    said = {"committed_at": first.committed_at, "author": first.author, "label": first.label}
    connection.execute(insert(revision), {"subject_id": first.subject_id, "number": 1, **said, **_encoded(first.document, first.reasons)})


def _encoded(document: Document, reasons: Mapping[str, Any]) -> dict[str, bytes]:
    return {"document": encode(document), "reasons": encode(reasons)}
