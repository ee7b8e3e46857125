"""
The changes of the schema, each with one input and a union of what can come of it.

Facts are committed first, as a revision; then the decision on them; then the answer leaves. The changes of each kind of subject are made
from its declaration, all alike.
"""

from collections.abc import Iterator, Mapping
from types import new_class
from typing import Annotated, Any

import strawberry

from api.permissions import EACH, INHERITED, Permission
from api.schema.context import Info
from api.schema.declare import answer, change_of, input_type, interface, needing, object_type, union, with_fields
from api.schema.facts.facts import fact_types
from api.schema.facts.questions import MissingFact
from api.schema.findings.findings import asked_next
from api.schema.items.mutations import ItemMutations
from api.schema.subjects.answers import AnswerInput, answer_questions
from api.schema.subjects.changes import create, update
from api.schema.subjects.idempotency import KEY
from api.schema.subjects.renaming import rename
from api.schema.subjects.results import Conflict, IdempotencyKeyReused, InvalidFacts, NotFound
from api.schema.subjects.subjects import TYPES, Subject
from api.schema.vocabulary import Language
from api.schema.words import Words

CREATED = (InvalidFacts, NotFound, IdempotencyKeyReused)
UPDATED = (InvalidFacts, Conflict, NotFound, IdempotencyKeyReused)
WHAT = "What to change (données)."
In = strawberry.argument(name="input", description=WHAT)
FACTS = "What is known of it; what is left out stays as it is, or unknown (faits)."


@input_type
class Change:
    """What every change may say."""

    language: Language | None = strawberry.field(
        description="Of titles and sentences; none given: as Accept-Language likes best (langue).", default=None
    )
    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@input_type
class Creating(Change):
    """What every creation may say."""

    label: str | None = strawberry.field(description="What to call it in lists, up to 200 characters (intitulé).", default=None)


@input_type
class ChangeOfOne(Change):
    """What every change of something that is there may say."""

    id: strawberry.ID = strawberry.field(description="Which one (identifiant).")
    expected_version: int | None = strawberry.field(
        description="The revision that this change was made from: another one is a conflict. "
        "None given: what was changed meanwhile is kept (version).",
        default=None,
    )


@interface(needs=INHERITED)
class Saved:
    """Something as it is now, decided on (enregistré)."""

    subject: Subject = strawberry.field(description="What was saved, whatever its kind (sujet).")

    @answer
    async def missing(self) -> list[MissingFact]:
        """What to ask next (faits manquants)."""
        return await asked_next(self.subject)


def _saved(of: type[Subject], words: Words) -> Any:
    """Declare what a change of one kind of subject answers when it is done: the subject under its own name too."""

    def named(self: Saved) -> Any:
        return self.subject

    def fill(namespace: dict[str, Any]) -> None:
        namespace |= {"__module__": __name__, "__doc__": f"The {words.en} as it is now, decided on ({words.fr} : enregistrement)."}
        namespace[of.kind.type_name] = strawberry.field(resolver=named, description=f"The {words.en} ({words.fr}).", graphql_type=of)

    return object_type(needs=INHERITED)(new_class(f"{words.name}Saved", (Saved,), {}, fill))


def _input(of: type[Subject], above: type[Change], name: str, description: str) -> Any:
    def fill(namespace: dict[str, Any]) -> None:
        namespace |= {"__module__": __name__, "__doc__": description, "__annotations__": {"facts": Any}}
        namespace["facts"] = strawberry.field(description=FACTS, graphql_type=fact_types(of.kind).input)

    return input_type(new_class(name, (above,), {}, fill))


SAVED: Mapping[type[Subject], Any] = {of: _saved(of, Words.of(of.kind)) for of in TYPES.values()}
"""What a change of each kind of subject answers when it is done."""


def _changes() -> Iterator[tuple[str, Any]]:
    """Yield the two changes of each kind of subject."""
    for name, of in TYPES.items():
        words = Words.of(of.kind)
        saved = SAVED[of]
        creating = _input(of, Creating, f"Create{words.name}Input", f"A new {words.en} ({words.fr} : création).")
        updating = _input(of, ChangeOfOne, f"Update{words.name}Input", f"Changes to {words.one}, step by step ({words.fr} : modification).")
        created = union(f"Create{words.name}Result", (saved, *CREATED), f"What came of creating {words.one} ({words.fr} : résultat).")
        updated = union(f"Update{words.name}Result", (saved, *UPDATED), f"What came of changing {words.one} ({words.fr} : résultat).")
        yield f"create_{name}", _create(of, saved, creating, created, words)
        yield f"update_{name}", _update(of, saved, updating, updated, words)


def _create(of: type[Subject], saved: Any, given_type: Any, result: Any, words: Words) -> Any:
    async def resolver(info: Info, given: Annotated[Any, _in(given_type)]) -> Any:
        made = await create(info.context, of, given)
        return saved(subject=made) if isinstance(made, of) else made

    return strawberry.mutation(
        resolver=resolver,
        description=f"Create {words.one} ({words.fr} : créer).",
        graphql_type=result | None,
        metadata=needing(Permission.CREATE),
    )


def _update(of: type[Subject], saved: Any, given_type: Any, result: Any, words: Words) -> Any:
    async def resolver(info: Info, given: Annotated[Any, _in(given_type)]) -> Any:
        made = await update(info.context, of, given)
        return saved(subject=made) if isinstance(made, of) else made

    description = f"Change {words.one}: some facts, or parts by key ({words.fr} : modifier)."
    return strawberry.mutation(resolver=resolver, description=description, graphql_type=result | None, metadata=needing(Permission.CHANGE))


def _in(given_type: Any) -> Any:
    return strawberry.argument(name="input", description=WHAT, graphql_type=given_type)


@input_type
class AnswerQuestionsInput(ChangeOfOne):
    """Answers to questions of a form, whatever it is about (réponses)."""

    answers: list[AnswerInput] = strawberry.field(description="The answers, all stored or none (réponses).")


@input_type
class RenameSubjectInput(ChangeOfOne):
    """Another label for a file (renommage)."""

    label: str | None = strawberry.field(
        description="What to call it in lists from now on, up to 200 characters; null: nothing (intitulé)."
    )


RENAMED = union(
    "RenameSubjectResult", (*SAVED.values(), Conflict, NotFound, IdempotencyKeyReused), "What came of renaming a file (résultat)."
)
ANSWERED = union("AnswerQuestionsResult", (*SAVED.values(), *UPDATED), "What came of answering questions (résultat).")


@object_type(needs=EACH)
@with_fields(dict(_changes()))
class Mutation(ItemMutations):
    """Everything that can be changed (modifications)."""

    @change_of(ANSWERED | None, Permission.CHANGE)
    async def answer_questions(self, info: Info, given: Annotated[AnswerQuestionsInput, In]) -> Any:
        """Answer questions of a form, whatever it is about (répondre aux questions)."""
        made = await answer_questions(info.context, given)
        return SAVED[type(made)](subject=made) if isinstance(made, Subject) else made

    @change_of(RENAMED | None, Permission.CREATE)
    async def rename_subject(self, info: Info, given: Annotated[RenameSubjectInput, In]) -> Any:
        """Call a file otherwise in lists: a revision with the same facts, told in its history (renommer un dossier)."""
        made = await rename(info.context, given)
        return SAVED[type(made)](subject=made) if isinstance(made, Subject) else made
