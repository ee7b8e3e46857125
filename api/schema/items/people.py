"""The people who have something to see to: what a list of tasks is narrowed by, and whom to choose from when something is assigned."""

from typing import Self

import strawberry

from api.permissions import Permission
from api.schema.context import Context
from api.schema.declare import object_type
from api.schema.ids import IdKind, id_of
from api.schema.node import Node
from api.schema.pagination import Connection, Window


@object_type(needs=Permission.WORK)
class Assignee(Node):
    """Somebody to whom a document or a task is assigned (personne chargée)."""

    pseudonym: strawberry.ID = strawberry.field(description="As assignments name them: give it as assignee (pseudonyme).")

    @classmethod
    def of(cls, pseudonym: str) -> Self:
        """Project a person."""
        return cls(id=id_of(IdKind.ASSIGNEE, pseudonym), pseudonym=strawberry.ID(pseudonym))


async def assignees(context: Context, window: Window[str]) -> Connection[Assignee]:
    """Return a page of the people to whom something is assigned in the caller's organisation."""
    found = await context.answering.items.stores.assignments.people(
        context.reach, first=window.more, after=window.after, before=window.before, backwards=window.from_end
    )
    return Connection.of(found, window, key=str, node=Assignee.of)


async def assignee_by_pseudonym(context: Context, pseudonym: str) -> Assignee | None:
    """Return the person, ``None`` where nothing is assigned to them, or the caller may not know."""
    if Permission.WORK not in context.permissions:
        return None
    found = await context.answering.items.stores.assignments.is_one(context.reach, pseudonym)
    return Assignee.of(pseudonym) if found else None
