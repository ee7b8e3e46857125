"""
How a field gets its value, and what a library on top of graphql-core lets us know about it.

A resolver that looks at neither arguments nor info needs neither to be built. Of graphql-core's own resolvers two can be
read: `__typename` and the default one. A `Dialect` says what more can be read when a library made the schema.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import FieldNode, GraphQLEnumType, GraphQLField, GraphQLFieldResolver, GraphQLObjectType, default_field_resolver
from graphql.execution import Executor
from graphql.execution.execute import assume_not_awaitable
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental
from graphql.execution.incremental import IncrementalExecutor
from graphql.pyutils import is_awaitable
from graphql.type import TypeNameMetaFieldDef


@dataclass(frozen=True, slots=True)
class Typename:
    """The name of the object type: known before the value."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """`getattr(source, name)` and nothing else."""

    name: str


@dataclass(frozen=True, slots=True)
class SourceFunction:
    """A function of the source object alone."""

    call: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class DefaultLookup:
    """What `default_field_resolver` does for a field without arguments: item or attribute, called if callable."""

    name: str


@dataclass(frozen=True, slots=True)
class Resolver:
    """A resolver as graphql-core calls it, with info and arguments; None stands for the executor's `field_resolver`."""

    resolve: Callable[..., Any] | None


Resolution: TypeAlias = Typename | Attribute | SourceFunction | DefaultLookup | Resolver


def never(_type: GraphQLObjectType) -> bool:
    """Say of no type that its objects last."""
    return False


def no_class(_type: GraphQLObjectType) -> type | None:
    """Know of no class that `is_type_of` surely says yes to."""
    return None


def no_shortcut(_definition: GraphQLField) -> Resolution | None:
    """Read nothing out of a resolver."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """
    What may be taken for granted about executors and resolvers.

    Attributes:
        executors: classes whose methods do what graphql-core's do; a base that overrides one in another way is not compiled.
        awaitable_predicates: the `is_awaitable` functions that agree with graphql-core's about plain values.
        read_resolver: tells a simpler resolution that does the same as a field's resolver, or None.
        enum_types: classes of enumerations that coerce a text as graphql-core's own does.
        own_class: the class whose very instances `is_type_of` of a type says yes to, looking at nothing else but the attribute
            *unless*, where they have it.
        unless: the name of that attribute.
        is_lasting: tells whether all that is said of an object of this type is said by the object alone, the same for ever.
    """

    executors: tuple[type[Executor[Any]], ...]
    awaitable_predicates: tuple[Callable[[Any], bool], ...]
    read_resolver: Callable[[GraphQLField], Resolution | None] = no_shortcut
    enum_types: tuple[type[GraphQLEnumType], ...] = (GraphQLEnumType,)
    own_class: Callable[[GraphQLObjectType], type | None] = no_class
    unless: str = ""
    is_lasting: Callable[[GraphQLObjectType], bool] = never


GRAPHQL_CORE = Dialect(
    executors=(Executor, IncrementalExecutor, ExecutorThrowingOnIncremental),
    awaitable_predicates=(is_awaitable, assume_not_awaitable),
)


def resolution_of(definition: GraphQLField, node: FieldNode, field_resolver: GraphQLFieldResolver, dialect: Dialect) -> Resolution:
    """Tell how the field that *node* selects gets its value; *field_resolver* is the executor's."""
    if definition is TypeNameMetaFieldDef:
        return Typename()
    resolve = definition.resolve
    takes_arguments = bool(definition.args or node.arguments)
    if (resolve or field_resolver) is default_field_resolver and not takes_arguments:
        return DefaultLookup(node.name.value)
    return (None if takes_arguments else dialect.read_resolver(definition)) or Resolver(resolve)
