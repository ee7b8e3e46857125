"""Who asks, as the schema tells it: what a screen needs to greet, to assign to oneself, and to leave out what may not be done."""

from typing import Self

import strawberry

from api.permissions import Permission
from api.schema.context import Context
from api.schema.declare import object_type
from api.schema.vocabulary import CallerRole
from api.schema.vocabulary import Permission as PermissionName


@object_type(needs=Permission.RULES)
class Viewer:
    """Whoever asks (utilisateur)."""

    pseudonym: strawberry.ID = strawberry.field(description="As records, histories and assignments name them (pseudonyme).")
    organisation: str = strawberry.field(description="Whose files there are for them (organisme).")
    roles: list[str] = strawberry.field(description="What they are to it (rôles).", graphql_type=list[CallerRole])
    permissions: list[str] = strawberry.field(
        description="What they may do with what is within reach (autorisations).", graphql_type=list[PermissionName]
    )

    @classmethod
    def of(cls, context: Context) -> Self:
        """Project the caller of an operation."""
        principal = context.principal
        return cls(
            pseudonym=strawberry.ID(principal.id),
            organisation=principal.organisation,
            roles=sorted(principal.roles),
            permissions=sorted(context.permissions),
        )
