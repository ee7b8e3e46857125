"""The statements on subjects and their revisions, each built once."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, LargeBinary, Text, bindparam, case, func, insert, or_, select

from domain.store.columns import Instant
from domain.store.tables import revision, subject

_now = bindparam("now", type_=Instant)
_expected = bindparam("expected", type_=Integer)
_subject_id = bindparam("subject_id", type_=Text)
_ours = subject.c.organisation == bindparam("organisation", type_=Text)

_revisions = select(
    subject.c.id,
    subject.c.type,
    subject.c.organisation,
    revision.c.label,
    revision.c.number,
    revision.c.committed_at,
    revision.c.author,
    revision.c.document,
    revision.c.reasons,
).join(revision, revision.c.subject_id == subject.c.id)
_of_subject = _revisions.where(subject.c.id == _subject_id, _ours)
AT = _of_subject.where(revision.c.number == bindparam("number"))
BETWEEN = _of_subject.where(revision.c.number.between(bindparam("low"), bindparam("high")))
LATEST = _of_subject.order_by(revision.c.number.desc()).limit(1)
KNOWN_AT = LATEST.where(revision.c.committed_at <= bindparam("known_at"))

_newer = revision.alias()
LATEST_OF = _revisions.where(
    _ours,
    subject.c.id.in_(bindparam("ids", expanding=True)),
    revision.c.number == select(func.max(_newer.c.number)).where(_newer.c.subject_id == subject.c.id).scalar_subquery(),
)

_last_number = select(revision.c.number).where(revision.c.subject_id == subject.c.id).order_by(revision.c.number.desc()).limit(1)
PAGE = select(subject.c.id, subject.c.type, subject.c.organisation, subject.c.created_at, _last_number.scalar_subquery()).where(
    _ours, subject.c.type == bindparam("type")
)
PAGE_OF = PAGE.where(subject.c.id.in_(bindparam("ids", expanding=True)))

_last = (
    select(revision)
    .add_columns(subject.c.type, subject.c.organisation)
    .join(subject, subject.c.id == revision.c.subject_id)
    .where(revision.c.subject_id == _subject_id, _ours)
    .order_by(revision.c.number.desc())
    .limit(1)
    .subquery("last")
)


def _next(document: ColumnElement[bytes], reasons: ColumnElement[bytes], label: ColumnElement[str | None]) -> Any:
    """Return a statement that adds a revision after the last one; none when the last is not the expected one, or when there is none."""
    at = case((_last.c.committed_at > _now, _last.c.committed_at), else_=_now)
    author = bindparam("author", type_=Text)
    made = select(_subject_id, _last.c.number + 1, at, author, document, reasons, label)
    of = select(subject.c.type, subject.c.organisation).where(subject.c.id == _subject_id)
    return (
        insert(revision)
        .from_select(
            ["subject_id", "number", "committed_at", "author", "document", "reasons", "label"],
            made.where(or_(_expected.is_(None), _last.c.number == _expected)),
        )
        .returning(
            revision.c.number,
            revision.c.committed_at,
            *(of.with_only_columns(column).scalar_subquery().label(column.name) for column in of.selected_columns),
            revision.c.label,
        )
    )


APPEND = _next(bindparam("document", type_=LargeBinary), bindparam("reasons", type_=LargeBinary), _last.c.label)
"""With other facts, and the same label."""
RENAME = _next(_last.c.document, _last.c.reasons, bindparam("label", type_=Text))
"""With the same facts, and another label."""
