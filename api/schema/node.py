"""What every object with an id of its own answers to."""

import strawberry

from api.permissions import INHERITED
from api.schema.declare import interface


@interface(needs=INHERITED)
class Node:
    """Anything that has an id of its own, to be asked for with node (objet identifié)."""

    id: strawberry.ID = strawberry.field(description="Opaque, the same for ever (identifiant).")
