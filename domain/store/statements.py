"""The statements on subjects and their revisions, each built once."""

from sqlalchemy import Integer, LargeBinary, Text, bindparam, case, func, insert, or_, select

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
    subject.c.label,
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
PAGE = select(
    subject.c.id, subject.c.type, subject.c.organisation, subject.c.created_at, subject.c.label, _last_number.scalar_subquery()
).where(_ours, subject.c.type == bindparam("type"))
PAGE_OF = PAGE.where(subject.c.id.in_(bindparam("ids", expanding=True)))

_last = (
    select(revision.c.number, revision.c.committed_at, subject.c.type, subject.c.organisation)
    .join(subject, subject.c.id == revision.c.subject_id)
    .where(revision.c.subject_id == _subject_id, _ours)
    .order_by(revision.c.number.desc())
    .limit(1)
    .subquery("last")
)
APPEND = (
    insert(revision)
    .from_select(
        ["subject_id", "number", "committed_at", "author", "document", "reasons"],
        select(
            _subject_id,
            _last.c.number + 1,
            case((_last.c.committed_at > _now, _last.c.committed_at), else_=_now),
            bindparam("author", type_=Text),
            bindparam("document", type_=LargeBinary),
            bindparam("reasons", type_=LargeBinary),
        ).where(or_(_expected.is_(None), _last.c.number == _expected)),
    )
    .returning(
        revision.c.number,
        revision.c.committed_at,
        select(subject.c.type).where(subject.c.id == _subject_id).scalar_subquery().label("type"),
        select(subject.c.organisation).where(subject.c.id == _subject_id).scalar_subquery().label("organisation"),
        select(subject.c.label).where(subject.c.id == _subject_id).scalar_subquery().label("label"),
    )
)
"""Adds a revision after the last one; adds none when the last is not the expected one, or when there is none."""
