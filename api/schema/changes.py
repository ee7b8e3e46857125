"""Making a change: facts committed as a revision, then decided on, so that lists across files know of it when the answer leaves."""

from typing import Any, Protocol, TypeVar

from api.schema.context import Context, language_of
from api.schema.fact_changes import FactsRefused, changed_document
from api.schema.results import Conflict, InvalidFacts, NotFound
from api.schema.subjects import Subject
from api.schema.vocabulary import Language as LanguageName
from domain.store.errors import RevisionConflict, StoreLocked
from domain.store.revisions import Revision
from domain.text import Language

S = TypeVar("S", bound=Subject)

ATTEMPTS = 5
"""How often a change that names no version is made again on top of what came first."""


class Creation(Protocol):
    """The input of a mutation that creates."""

    facts: Any
    language: LanguageName | None


class Update(Creation, Protocol):
    """The input of a mutation that changes."""

    id: Any
    expected_version: int | None


async def create(context: Context, of: type[S], given: Creation) -> S | InvalidFacts:
    """Store a new subject and decide on it."""
    deciding, language = context.answering.deciding, language_of(context, given.language)
    try:
        document = changed_document(of.kind, {}, given.facts, today=deciding.today(), language=language)
    except FactsRefused as refused:
        return InvalidFacts.of(refused)
    revision = await deciding.subjects.create(
        str(deciding.new_id()), of.kind.type_name, document, committed_at=deciding.clock(), author=context.principal
    )
    return await _decided(context, of, revision, language)


async def update(context: Context, of: type[S], given: Update) -> S | InvalidFacts | Conflict | NotFound:
    """
    Store the next revision of a subject and decide on it; what changes nothing stores nothing.

    Raises:
        StoreLocked: no version was named, and others kept coming first.
    """
    language = language_of(context, given.language)
    subjects = context.answering.deciding.subjects
    for _ in range(ATTEMPTS):
        current = await subjects.latest(given.id)
        if current is None or current.subject_type != of.kind.type_name:
            return NotFound.here()
        if given.expected_version not in {None, current.number}:
            return Conflict.of(of.of(current, context, language))
        try:
            revision = await _append(context, of, current, given, language)
        except FactsRefused as refused:
            return InvalidFacts.of(refused)
        except RevisionConflict:
            continue
        return await _decided(context, of, revision, language)
    raise StoreLocked


async def _append(context: Context, of: type[Subject], current: Revision, given: Update, language: Language) -> Revision:
    deciding = context.answering.deciding
    document = changed_document(of.kind, current.document, given.facts, today=deciding.today(), language=language)
    if document == current.document:
        return current
    return await deciding.subjects.append(
        current.subject_id, current.number, document, committed_at=deciding.clock(), author=context.principal
    )


async def _decided(context: Context, of: type[S], revision: Revision, language: Language) -> S:
    subject = of.of(revision, context, language)
    await subject.found.view()
    return subject
