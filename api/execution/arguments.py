"""
The arguments of a field, coerced by graphql-core, and as seldom as is safe.

What a literal means never changes, what a variable means changes with the request; both can be kept, but only for the
scalars of the specification, whose values are immutable and whose parsers are known. Enums, input objects, lists and
custom scalars are coerced every time, as their values may be changed by a resolver and their parsers may do anything.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from graphql import GraphQLInputType, GraphQLNonNull, VariableNode, get_argument_values, specified_scalar_types
from graphql.execution import Executor

from api.execution.fields import Field

ArgumentValues: TypeAlias = dict[str, Any]
KeptArguments: TypeAlias = dict[Field, ArgumentValues]
ArgumentReader: TypeAlias = Callable[[Executor[Any], KeptArguments], ArgumentValues]
"""Reads a field's arguments: (executor, what was kept for this request) → keyword arguments."""

_IMMUTABLE = frozenset(map(id, specified_scalar_types.values()))


def argument_reader(field: Field) -> ArgumentReader:
    """Choose how to read the field's arguments: once, once a request, or every time."""
    definition, node = field.definition, field.details[0].node

    def read(executor: Executor[Any], _kept: KeptArguments) -> ArgumentValues:
        return get_argument_values(definition, node, executor.variable_values, None, executor.hide_suggestions)

    def read_once_a_request(executor: Executor[Any], kept: KeptArguments) -> ArgumentValues:
        values = kept.get(field)
        if values is None:
            values = kept[field] = read(executor, kept)
        return values

    known: KeptArguments = {}

    def read_once(executor: Executor[Any], _kept: KeptArguments) -> ArgumentValues:
        return read_once_a_request(executor, known)

    if not all(_is_immutable(argument.type) for argument in definition.args.values()):
        return read
    if any(isinstance(argument.value, VariableNode) for argument in node.arguments or ()):
        return read_once_a_request
    return read_once


def _is_immutable(type_: GraphQLInputType) -> bool:
    named = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return id(named) in _IMMUTABLE
