"""
The source text of the function that executes one selection on one object type.

For a field `title: String` and a field `owner: Person!` of a `Document` it reads:

    def execute_Document(executor, source, path, _info=None):
        awaitables = {}
        try:
            value_0 = source.title
            if type(value_0) is not str and value_0 is not None:
                value_0 = executor.complete_field(field_0, value_0, path, awaitables)
        except Exception as error:
            value_0 = executor.fail_field(field_0, error, path, awaitables)
        try:
            value_1 = source.owner
            value_1 = executor.complete_field(field_1, value_1, path, awaitables)
        except Exception as error:
            value_1 = executor.fail_field(field_1, error, path, awaitables)
        results = {'title': value_0, 'owner': value_1}
        return await_all(results, awaitables) if awaitables else results

Names that a client chose stand in it only as string literals.
"""

from collections.abc import Iterator, Sequence
from keyword import iskeyword
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLOutputType,
    GraphQLString,
    get_nullable_type,
    is_non_null_type,
    is_scalar_type,
)

from api.execution.arguments import argument_reader
from api.execution.fields import Field
from api.execution.resolvers import Attribute, DefaultLookup, Resolver, SourceFunction, Typename

_UNFINISHED = {
    GraphQLString.coerce_output_value: "type({0}) is not str",
    GraphQLID.coerce_output_value: "type({0}) is not str",
    GraphQLBoolean.coerce_output_value: "type({0}) is not bool",
    GraphQLInt.coerce_output_value: "(type({0}) is not int or not -2147483648 <= {0} <= 2147483647)",
    GraphQLFloat.coerce_output_value: "(type({0}) is not float or {0} - {0} != 0.0)",
}
"""For the scalars of the specification, what is true of a value that is not its own response value."""


def function_source(name: str, fields: Sequence[Field]) -> str:
    """Write the function *name*(executor, source, path) that executes *fields*, in their order."""
    lines = [f"def {name}(executor, source, path, _info=None):", "    awaitables = {}"]
    if any(isinstance(field.resolution, Resolver) for field in fields):
        lines.append("    path = as_path(path)")
    if any(isinstance(field.resolution, DefaultLookup) for field in fields):
        lines.append("    is_mapping = isinstance(source, Mapping)")
    for index, field in enumerate(fields):
        if not isinstance(field.resolution, Typename):
            lines.extend(_field_source(index, field))
    results = ", ".join(f"{field.response_name!r}: {_result(index, field)}" for index, field in enumerate(fields))
    lines += [f"    results = {{{results}}}", "    return await_all(results, awaitables) if awaitables else results"]
    return "\n".join(lines)


def _result(index: int, field: Field) -> str:
    return repr(field.parent_type.name) if isinstance(field.resolution, Typename) else f"value_{index}"


def _field_source(index: int, field: Field) -> Iterator[str]:
    """Write the lines of one field: resolve, complete if that is needed, and make a field error of whatever is raised."""
    value, info = f"value_{index}", ""
    if isinstance(field.resolution, Resolver):
        info = f", info_{index}"
        yield f"    info_{index} = field_{index}.build_info(executor, (path, {field.response_name!r}, {field.parent_type.name!r}))"
    yield "    try:"
    for line in _resolve_source(index, field):
        yield f"        {line}"
    if finished := _finished(index, field):
        condition, result = finished
        yield f"        if {condition}:"
        yield f"            {value} = {result}"
        yield "        else:"
    unfinished = _unfinished(field.return_type, value)
    indent = " " * (12 if unfinished or finished else 8)
    if unfinished and not finished:
        yield f"        if {unfinished}:"
    yield f"{indent}{value} = executor.complete_field(field_{index}, {value}, path, awaitables{info})"
    yield "    except Exception as error:"
    yield f"        {value} = executor.fail_field(field_{index}, error, path, awaitables)"


def _resolve_source(index: int, field: Field) -> Iterator[str]:
    """Write what sets `value_{index}` to the resolved value."""
    value = f"value_{index}"
    match field.resolution:
        case Attribute(name) if name.isascii() and name.isidentifier() and not iskeyword(name):
            yield f"{value} = source.{name}"
        case Attribute(name):
            yield f"{value} = getattr(source, {name!r})"
        case SourceFunction():
            yield f"{value} = resolve_{index}(source)"
        case DefaultLookup(name):
            yield f"{value} = source.get({name!r}) if is_mapping else getattr(source, {name!r}, None)"
            yield f"if callable({value}):"
            yield f"    {value} = {value}(field_{index}.build_info(executor, field_{index}.path_below(path)))"
        case Resolver(resolve):
            function = "executor.field_resolver" if resolve is None else f"resolve_{index}"
            arguments = f", **arguments_{index}(executor, executor.kept_arguments)" if field.takes_arguments else ""
            yield f"{value} = {function}(source, info_{index}{arguments})"


def _finished(index: int, field: Field) -> tuple[str, str] | None:
    """Write the condition under which a value has a response value that is known beforehand, and that; None where there is none such."""
    value = f"value_{index}"
    if isinstance(get_nullable_type(field.return_type), GraphQLList):
        return f"type({value}) is list and not {value}", "[]"
    return (f"type({value}) is str and {value} in words_{index}", f"words_{index}[{value}]") if field.words else None


def _unfinished(return_type: GraphQLOutputType, value: str) -> str:
    """Write the condition under which a resolved value has yet to be completed; empty when it always has."""
    conditions = [] if is_non_null_type(return_type) else [f"{value} is not None"]
    nullable_type = get_nullable_type(return_type)
    if is_scalar_type(nullable_type) and nullable_type.coerce_output_value in _UNFINISHED:
        conditions.insert(0, _UNFINISHED[nullable_type.coerce_output_value].format(value))
    return " and ".join(conditions)


def names_in_source(index: int, field: Field) -> Iterator[tuple[str, Any]]:
    """Name what the lines of one field refer to."""
    yield f"field_{index}", field
    if field.words:
        yield f"words_{index}", field.words
    match field.resolution:
        case SourceFunction(function) | Resolver(function):
            yield f"resolve_{index}", function
    if field.takes_arguments:
        yield f"arguments_{index}", argument_reader(field)
