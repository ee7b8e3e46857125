"""``attendu schema``: print the GraphQL schema."""

import sys

from api.schema.sdl import written


def schema() -> None:
    """
    Print the GraphQL schema in its own language (SDL), as schema.graphql holds it.

    attendu schema > schema.graphql
    """
    sys.stdout.write(written())
