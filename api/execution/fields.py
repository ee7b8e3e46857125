"""A field of a plan: what is known of it before any value is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.executor import to_nodes
from graphql.pyutils import Path

from api.execution.resolvers import Resolution

ResolveInfo: TypeAlias = GraphQLResolveInfo[Any]

LazyPath: TypeAlias = tuple[Any, str | int, str | None] | None
"""A response path that has yet to become a `Path`: (previous, key, type name), as a plain tuple, or None at the root."""

Completer: TypeAlias = Callable[[Any, Any, LazyPath, ResolveInfo | None], Any]
"""Completes a plain value: (`FieldExecution`, value, its path, the field's info if it was built) → response value or awaitable."""


def as_path(path: LazyPath) -> Path:
    """Make a real `Path` of a lazy one, at the moment that somebody may look at it."""
    if path is None or type(path) is Path:
        return cast("Path", path)
    previous, key, typename = path
    return Path(as_path(previous), key, typename)


@dataclass(slots=True, eq=False)
class Field:
    """
    The field of one object type under one response name, with all the nodes that select it.

    Attributes:
        complete: completes its plain values; set once what is below it is compiled.
        needs_info: whether completing always takes an info, for `resolve_type` or `is_type_of`.
        words: the response values of an enumeration's values that are texts.
        of_lasting: whether its values are objects that last, or lists of them.
        lasts: whether its response value is a function of the source alone; set with *complete*.
    """

    response_name: str
    definition: GraphQLField
    details: FieldDetailsList
    parent_type: GraphQLObjectType
    resolution: Resolution
    complete: Completer = field(init=False)
    needs_info: bool = field(init=False)
    words: Mapping[str, str] = field(default_factory=dict)
    of_lasting: bool = False
    lasts: bool = False

    def __post_init__(self) -> None:
        """See whether the type of the field asks for an info; `is_type_of` does unless the compiler knows it not to."""
        named_type = get_named_type(self.definition.type)
        self.needs_info = is_abstract_type(named_type) or (is_object_type(named_type) and named_type.is_type_of is not None)

    @property
    def return_type(self) -> GraphQLOutputType:
        """The declared type of the field."""
        return self.definition.type

    @property
    def takes_arguments(self) -> bool:
        """Whether the field declares arguments, or the document gives it some."""
        return bool(self.definition.args or self.details[0].node.arguments)

    def path_below(self, object_path: LazyPath) -> tuple[LazyPath, str, str]:
        """Return the field's path, given that of its object."""
        return object_path, self.response_name, self.parent_type.name

    def build_info(self, executor: Executor[Any], path: LazyPath) -> ResolveInfo:
        """
        Build the field's info.

        The path is the field's own wherever a resolver may look at it; it may be that of an item in its lists where
        graphql-core only takes the names for a message.
        """
        return executor.build_resolve_info(self.definition, to_nodes(self.details), self.parent_type, as_path(path))
