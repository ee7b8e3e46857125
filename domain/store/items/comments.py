"""
Comments on items. A comment that is edited gets another version; one that is deleted gets a last version without text.

The text of a deleted comment is gone from all its versions: what stays is that there was one, whose and when.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, insert, select, update

from domain.store.database import Database
from domain.store.items.actions import note
from domain.store.items.key import Act, ItemKey, bound, item_of, on_item
from domain.store.items.tables import item_comment as table
from domain.store.items.tables import item_comment_version as versions
from domain.store.paging import between, ordered, upright
from domain.store.reach import Reach, within


@dataclass(frozen=True, slots=True)
class Comment:
    """
    What somebody wrote on an item.

    Args:
        id: UUIDv7: ids follow the order of writing.
        item: on which.
        organisation: whose file it is.
        internal: whether applicants may not see it.
        by: its author, a pseudonym.
        at: when it was written.
        version: from 1, one more at each edit.
        text: ``None`` once deleted.
        changed_at: when it was written, edited or deleted last.
    """

    id: str
    item: ItemKey
    organisation: str
    internal: bool
    by: str
    at: datetime
    version: int
    text: str | None
    changed_at: datetime


_COLUMNS = [
    *(table.c[name] for name in ("id", "subject_id", "rule", "part", "occurrence", "organisation", "internal", "by", "at", "version")),
    versions.c.text,
    versions.c.at.label("changed_at"),
]
_last = and_(versions.c.comment_id == table.c.id, versions.c.number == table.c.version)
COMMENTS = select(*_COLUMNS).join(versions, _last)
ONE = COMMENTS.where(table.c.id == bindparam("id"))
OF_ITEM = COMMENTS.where(*on_item(table))
EDIT = (
    update(table)
    .where(table.c.id == bindparam("on_id"), table.c.version == bindparam("before"))
    .values(version=table.c.version + 1)
    .returning(table.c.version)
)
FORGET = update(versions).where(versions.c.comment_id == bindparam("on_id")).values(text=None)


class CommentStore:
    """The comments of a database; every method raises StoreUnavailable when that is gone, locked or full."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self,
        reach: Reach,
        item: ItemKey,
        *,
        first: int,
        after: str | None = None,
        before: str | None = None,
        latest: bool = False,
        internal: bool,
    ) -> tuple[Comment, ...]:
        """
        Return up to *first* comments on an item, the earliest first.

        Args:
            reach: of whoever asks.
            item: on which.
            first: how many at most.
            after: only comments after this one.
            before: only comments before this one.
            latest: the latest of them, and not the earliest; still the earliest first.
            internal: those too that applicants may not see.
        """
        wanted = OF_ITEM.where(*within(reach, table), *between(table.c.id, after, before), *_shown(internal=internal))
        found = await self._read(reach, ordered(wanted, table.c.id, first=first, backwards=latest), bound(item))
        return upright(found, backwards=latest)

    async def of_each(
        self, reach: Reach, subject_id: str, *, first: int, latest: bool = False, internal: bool
    ) -> dict[ItemKey, list[Comment]]:
        """Return up to *first* comments on each item of a subject, the earliest or the *latest*, the earliest first, by the items' keys."""
        order = table.c.id.desc() if latest else table.c.id
        place = func.row_number().over(partition_by=(table.c.rule, table.c.part, table.c.occurrence), order_by=order)
        of_subject = (table.c.subject_id == subject_id, *within(reach, table), *_shown(internal=internal))
        ranked = select(table.c.id, place.label("place")).where(*of_subject).subquery()
        wanted = COMMENTS.join(ranked, ranked.c.id == table.c.id).where(ranked.c.place <= first).order_by(table.c.id)
        found: dict[ItemKey, list[Comment]] = {}
        for each in await self._read(reach, wanted, {}):
            found.setdefault(each.item, []).append(each)
        return found

    async def get(self, reach: Reach, comment_id: str) -> Comment | None:
        """Return one comment, or None."""
        found = await self._read(reach, ONE.where(*within(reach, table)), {"id": comment_id})
        return found[0] if found else None

    async def write(self, act: Act, text: str, *, internal: bool) -> None:
        """
        Write a comment, whose id is that of the act.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        await self._database.within(act.organisation).transact(partial(_write, act, text, internal))

    async def edit(self, act: Act, comment: Comment, text: str | None) -> bool:
        """
        Give a comment another text, or delete it with None; False when it has changed since it was read.

        Raises:
            KeyTaken: this change was made already.
            KeyReused: another one was, under its key.
        """
        return await self._database.within(act.organisation).transact(partial(_edit, act, comment, text))

    async def _read(self, reach: Reach, statement: Select[Any], values: dict[str, Any]) -> tuple[Comment, ...]:
        rows = await self._database.within(reach.organisation).read(lambda connection: connection.execute(statement, values).all())
        return tuple(_comment(row) for row in rows)


def _shown(*, internal: bool) -> tuple[ColumnElement[bool], ...]:
    return () if internal else (table.c.internal.is_(False),)


def _comment(row: Any) -> Comment:
    said = (row.internal, row.by, row.at, row.version, row.text, row.changed_at)
    return Comment(row.id, item_of(row), row.organisation, *said)


def _write(act: Act, text: str, internal: bool, connection: Connection) -> None:  # noqa: FBT001 (bound where it is named)
    note(connection, act, "COMMENT_WRITTEN", act.id, comment=act.id, internal=internal)
    connection.execute(insert(table), act.columns | {"id": act.id, "internal": internal, "version": 1})
    connection.execute(insert(versions), {"comment_id": act.id, "number": 1, "text": text, "at": act.at})


def _edit(act: Act, comment: Comment, text: str | None, connection: Connection) -> bool:
    version = connection.execute(EDIT, {"on_id": comment.id, "before": comment.version}).scalar_one_or_none()
    if version is None:
        return False
    about = {"comment": comment.id, "version": version, "internal": comment.internal}
    note(connection, act, "COMMENT_DELETED" if text is None else "COMMENT_EDITED", comment.id, **about)
    if text is None:
        connection.execute(FORGET, {"on_id": comment.id})
    connection.execute(insert(versions), {"comment_id": comment.id, "number": version, "text": text, "at": act.at})
    return True
