"""Giving a file another label: a revision with the same facts, so that its history tells who did so, and what it was called before."""

from functools import partial
from typing import Protocol

from api.schema.context import Context, language_of
from api.schema.subjects.changes import ATTEMPTS, Spoken, checked_label
from api.schema.subjects.idempotency import once
from api.schema.subjects.results import Conflict, IdempotencyKeyReused, NotFound
from api.schema.subjects.subjects import TYPES, Subject, subject_by_id
from domain.store.errors import RevisionConflict, StoreLocked
from domain.store.idempotency import Key, Made
from domain.store.revisions import Revision


class Renaming(Spoken, Protocol):
    """The input of the mutation."""

    @property
    def id(self) -> str:
        """Which subject."""

    @property
    def label(self) -> str | None:
        """What to call it."""

    @property
    def expected_version(self) -> int | None:
        """The revision that the change was made from."""


async def rename(context: Context, given: Renaming) -> Subject | Conflict | NotFound | IdempotencyKeyReused:
    """
    Give a subject another label and decide on it as before; the label that it has changes nothing.

    Raises:
        BadLabel: it is empty or too long.
        StoreLocked: no version was named, and others kept coming first.
    """
    return await once(context, given, partial(_rename, context, given, checked_label(given.label)), partial(_again, context, given))


async def _rename(context: Context, given: Renaming, label: str | None, key: Key | None) -> Subject | Conflict | NotFound:
    language = language_of(context, given.language)
    for _ in range(ATTEMPTS):
        current = await context.answering.deciding.subjects.latest(context.reach, given.id)
        if current is None:
            return NotFound.here()
        if given.expected_version not in {None, current.number}:
            return Conflict.of(TYPES[current.subject_type].of(current, context, language))
        try:
            renamed = await _stored(context, current, label, key)
        except RevisionConflict:
            continue
        return await _decided(TYPES[renamed.subject_type].of(renamed, context, language))
    raise StoreLocked


async def _stored(context: Context, current: Revision, label: str | None, key: Key | None) -> Revision:
    deciding, by = context.answering.deciding, context.principal.id
    if label != current.label:
        return await deciding.subjects.rename(context.reach, current, label, committed_at=deciding.clock(), author=by, key=key)
    if key is not None:
        await context.answering.keys.keep(key, current.subject_type, (current.subject_id,))
    return current


async def _again(context: Context, given: Renaming, made: Made) -> Subject | NotFound:
    found = await subject_by_id(context, *made.ids, language=language_of(context, given.language))
    return NotFound.here() if found is None else await _decided(found)


async def _decided(subject: Subject) -> Subject:
    await subject.found.view()
    return subject
