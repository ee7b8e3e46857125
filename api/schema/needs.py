"""What each field of the schema needs of its caller, from the declarations: looked up when a document is read for the first time."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLObjectType
from strawberry import Schema

from api.permissions import Needs, Permission, Standing
from api.schema.declare import NEEDS
from domain.errors import DeclarationError

Field = tuple[str, str]
"""A type and a field of it, by their names in the schema."""


def needs_of(schema: Schema) -> Mapping[Field, Needs]:
    """
    Return what every field needs.

    Raises:
        DeclarationError: a type or a field at the root says nothing.
    """
    return dict(_needs(schema))


def needed(schema: Schema) -> Mapping[Field, str]:
    """Return the permission that each field needs; those that need what holds them are left out."""
    return {field: needs.value for field, needs in needs_of(schema).items() if isinstance(needs, Permission)}


def masked_fields(schema: Schema) -> frozenset[Field]:
    """Return the fields that tell no value of a personal fact to somebody who may not read it."""
    return frozenset(field for field, declared in _fields(schema) if (declared.metadata or {}).get("masked"))


def _fields(schema: Schema) -> Iterator[tuple[Field, Any]]:
    for name, kind in schema._schema.type_map.items():  # noqa: SLF001 (strawberry has no public door to the schema of graphql-core)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__"):
            yield from (((name, field_name), _declared(field)) for field_name, field in kind.fields.items())


def _needs(schema: Schema) -> Iterator[tuple[Field, Needs]]:
    types = schema._schema.type_map  # noqa: SLF001 (strawberry has no public door to the schema of graphql-core)
    for (name, field_name), declared in _fields(schema):
        own = (declared.metadata or {}).get(NEEDS, getattr(_declared(types[name]).origin, NEEDS, None))
        if own is None or own is Standing.EACH:
            raise DeclarationError(f"{name}.{field_name} does not say what it needs: see api/schema/declare.py")
        yield (name, field_name), own


def _declared(made: GraphQLObjectType | GraphQLInterfaceType | Any) -> Any:
    """Return what strawberry made a type or field from."""
    return made.extensions["strawberry-definition"]
