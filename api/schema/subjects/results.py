"""What a mutation or simulation answers instead of what was asked for: errors as types, each with a stable code."""

from collections.abc import Callable
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.declare import interface, object_type
from api.schema.revisions.problems import FactsRefused, Told
from api.schema.subjects.subjects import Subject
from domain.store.errors import KeyReused


@interface(needs=INHERITED)
class Error:
    """Why something was not done (erreur)."""

    code: str = strawberry.field(description="Stable: rely on it (code).")
    message: str = strawberry.field(description="What is wrong and what to do (message).")
    path: list[str] = strawberry.field(description="Where in the input, from its root; items by index, or by key if not sent (chemin).")


@object_type(needs=INHERITED)
class FactProblem(Error):
    """One thing wrong with the facts (anomalie)."""

    @classmethod
    def of(cls, told: Told, root: str) -> Self:
        """Say one problem of what stands at *root* in the input."""
        return cls(code=told.code, message=told.message, path=[root, *told.path])


@object_type(needs=INHERITED)
class InvalidFacts(Error):
    """The facts cannot be read, or cannot all be true; nothing was changed (faits refusés)."""

    problems: list[FactProblem] = strawberry.field(description="Every problem found, up to a hundred (anomalies).")

    @classmethod
    def of(cls, refused: FactsRefused, root: str = "facts") -> Self:
        """Say what was refused of what stands at *root* in the input."""
        problems = [FactProblem.of(each, root) for each in refused.problems]
        message = "Some facts cannot be used: see the problems, correct them, send again."
        return cls(code="INVALID_FACTS", message=message, path=[root], problems=problems)

    def placed(self, place: Callable[[list[str]], list[str]], root: str) -> "InvalidFacts":
        """Return the same of another input: *place* tells where in it a place in the typed facts comes from."""
        problems = [FactProblem(code=each.code, message=each.message, path=place(each.path[1:])) for each in self.problems]
        return InvalidFacts(code=self.code, message=self.message, path=[root], problems=problems)


@object_type(needs=INHERITED)
class Conflict(Error):
    """Somebody else changed it first; nothing was changed (conflit)."""

    current: Subject = strawberry.field(description="As it is now: take its revision as expectedVersion and send again (état actuel).")

    @classmethod
    def of(cls, current: Subject) -> Self:
        """Say what is there now."""
        message = f"It has changed since it was read: its revision is now {current.revision}. Look at it, then send again."
        return cls(code="REVISION_CONFLICT", message=message, path=["expectedVersion"], current=current)


@object_type(needs=INHERITED)
class NotFound(Error):
    """There is no such file, or no right to know of it (introuvable)."""

    @classmethod
    def here(cls, name: str = "id") -> Self:
        """Say so of the input that is called *name*."""
        return cls(code="NOT_FOUND", message="There is nothing with this id: give one that an answer of this API contained.", path=[name])


@object_type(needs=INHERITED)
class IdempotencyKeyReused(Error):
    """Another change was made under this key; this one was not (clé d'idempotence déjà utilisée)."""

    @classmethod
    def of(cls, reused: KeyReused) -> Self:
        """Say so."""
        return cls(code=reused.code, message=str(reused), path=["idempotencyKey"])
