"""Making a change: facts committed as a revision, then decided on, so that lists across files know of it when the answer leaves."""

from functools import partial
from typing import Any, Protocol, TypeVar

from api.permissions import Permission
from api.schema.context import Context, language_of
from api.schema.errors import BadLabel
from api.schema.revisions.changes import changed
from api.schema.revisions.problems import FactsRefused
from api.schema.revisions.reasons import NOTHING, Known, held_against, newly_said, overridable, places_in, without
from api.schema.subjects.idempotency import once
from api.schema.subjects.results import Conflict, IdempotencyKeyReused, InvalidFacts, NotFound
from api.schema.subjects.subjects import Subject
from api.schema.vocabulary import Language as LanguageName
from domain.store.errors import RevisionConflict, StoreLocked
from domain.store.idempotency import Key, Made
from domain.store.revisions import Revision
from domain.text import Language

S = TypeVar("S", bound=Subject)

LONGEST_LABEL = 200
ATTEMPTS = 5
"""How often a change that names no version is made again on top of what came first."""


class Spoken(Protocol):
    """The input of any mutation."""

    @property
    def language(self) -> LanguageName | None:
        """The language to answer in."""

    @property
    def idempotency_key(self) -> str | None:
        """What its caller calls it."""


class Stated(Spoken, Protocol):
    """The input of a mutation that states facts."""

    @property
    def facts(self) -> Any:
        """The input of facts."""


class Creation(Stated, Protocol):
    """The input of a mutation that creates."""

    @property
    def label(self) -> str | None:
        """What to call it in lists."""


class Update(Stated, Protocol):
    """The input of a mutation that changes."""

    @property
    def id(self) -> Any:
        """Which subject."""

    @property
    def expected_version(self) -> int | None:
        """The revision that the change was made from."""


async def create(context: Context, of: type[S], given: Creation) -> S | InvalidFacts | NotFound | IdempotencyKeyReused:
    """
    Store a new subject and decide on it.

    Raises:
        BadLabel: it is empty or too long.
    """
    label = checked_label(given.label)
    return await once(context, given, partial(_create, context, of, given, label), partial(again, context, of, given))


def checked_label(label: str | None) -> str | None:
    """
    Return *label* without the space around it.

    Raises:
        BadLabel: it is empty or too long.
    """
    said = None if label is None else label.strip()
    if said is not None and not (0 < len(said) <= LONGEST_LABEL and said.isprintable()):
        raise BadLabel(LONGEST_LABEL)
    return said


async def update(context: Context, of: type[S], given: Update) -> S | InvalidFacts | Conflict | NotFound | IdempotencyKeyReused:
    """
    Store the next revision of a subject and decide on it; what changes nothing stores nothing.

    Raises:
        StoreLocked: no version was named, and others kept coming first.
    """
    return await once(context, given, partial(change, context, of, given), partial(again, context, of, given))


async def _create(context: Context, of: type[S], given: Creation, label: str | None, key: Key | None) -> S | InvalidFacts | NotFound:
    deciding, language = context.answering.deciding, language_of(context, given.language)
    try:
        made = await _changed(context, of, NOTHING, given)
    except FactsRefused as refused:
        return InvalidFacts.of(refused)
    revision = await deciding.subjects.create(
        str(deciding.new_id()),
        of.kind.type_name,
        made.document,
        reasons=made.reasons,
        organisation=context.principal.organisation,
        committed_at=deciding.clock(),
        author=context.principal.id,
        label=label,
        key=key,
    )
    return await _decided(context, of, revision, language)


async def change(context: Context, of: type[S], given: Update, key: Key | None) -> S | InvalidFacts | Conflict | NotFound:
    """
    Store the next revision of a subject under an idempotency key, and decide on it.

    Raises:
        StoreLocked: no version was named, and others kept coming first.
    """
    language = language_of(context, given.language)
    for _ in range(ATTEMPTS):
        current = await _current(context, of, given.id)
        if current is None:
            return NotFound.here()
        if given.expected_version not in {None, current.number}:
            return Conflict.of(of.of(current, context, language))
        try:
            revision = await _append(context, of, current, given, key)
        except FactsRefused as refused:
            return InvalidFacts.of(refused)
        except RevisionConflict:
            continue
        return await _decided(context, of, revision, language)
    raise StoreLocked


async def _append(context: Context, of: type[Subject], current: Revision, given: Update, key: Key | None) -> Revision:
    deciding = context.answering.deciding
    made = await _changed(context, of, Known(current.document, current.reasons), given)
    if made == Known(current.document, current.reasons):
        if key is not None:
            await context.answering.keys.keep(key, current.subject_type, (current.subject_id,))
        return current
    return await deciding.subjects.append(
        context.reach,
        current.subject_id,
        current.number,
        made.document,
        reasons=made.reasons,
        committed_at=deciding.clock(),
        author=context.principal.id,
        key=key,
    )


async def _changed(context: Context, of: type[Subject], before: Known, given: Stated) -> Known:
    """
    Return what is known after a change; with what overrides a registry or a rule stands what these say.

    Raises:
        FactsRefused: with every problem found.
    """
    deciding, name = context.answering.deciding, of.kind.type_name
    made = changed(of.kind, before, given.facts, today=deciding.today(), language=language_of(context, given.language))
    said = newly_said(before, made, overridable(deciding.rule_sets[name].index))
    if not said:
        return made
    otherwise = await context.decisions.simulate(name, without(made.document, said))
    may_override = Permission.OVERRIDE in context.permissions
    return held_against(otherwise, made, said, places_in(of.kind, given.facts), may_override=may_override)


async def again(context: Context, of: type[S], given: Spoken, made: Made) -> S | NotFound:
    """Answer with what a change made before, as it is now, decided on."""
    current = await _current(context, of, *made.ids)
    return NotFound.here() if current is None else await _decided(context, of, current, language_of(context, given.language))


async def _current(context: Context, of: type[Subject], subject_id: str) -> Revision | None:
    current = await context.answering.deciding.subjects.latest(context.reach, subject_id)
    return current if current is not None and current.subject_type == of.kind.type_name else None


async def _decided(context: Context, of: type[S], revision: Revision, language: Language) -> S:
    subject = of.of(revision, context, language)
    await subject.found.view()
    return subject
