"""
Compiled execution of a strawberry schema: the only module that knows strawberry.

    schema = strawberry.Schema(Query, execution_context_class=compiled_execution_context(), extensions=[ParserCache])
    warn_if_turned_off(schema)

Parsing has to be cached, as plans are found by the identity of the document. Fields that need neither arguments nor info,
permission classes, field extensions or exception handlers are resolved without strawberry's wrapper: attributes are read,
and functions called, directly.
"""

import warnings
from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeGuard, cast

from graphql import GraphQLField, GraphQLObjectType
from strawberry import Schema
from strawberry.execution import optimized_is_awaitable
from strawberry.extensions import SchemaExtension
from strawberry.schema import schema_converter
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import CustomGraphQLEnumType, GraphQLCoreConverter
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.cast import TYPE_CAST_ATTRIBUTE
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver
from strawberry.types.info import Info

from api.execution.executor import CompiledExecutor, compiled_executor
from api.execution.resolvers import GRAPHQL_CORE, Attribute, Dialect, Resolution, SourceFunction
from api.execution.settings import CompilationSettings

LASTING = "__lasting__"
"""The class attribute by which a type says that its objects never change and say the same whoever asks."""

_IS_TYPE_OF = "GraphQLCoreConverter.from_object.<locals>._get_is_type_of.<locals>.is_type_of"
_FROM_RESOLVER = "GraphQLCoreConverter.from_resolver.<locals>."


class CompilationTurnedOffWarning(RuntimeWarning):
    """An extension of the schema looks at every field, so that no operation is compiled."""


def compiled_execution_context(settings: CompilationSettings | None = None) -> type[CompiledExecutor]:
    """Make an `execution_context_class` for `strawberry.Schema`; its `compilation` holds the counters."""
    return compiled_executor(settings, StrawberryGraphQLCoreExecutionContext, STRAWBERRY)


def warn_if_turned_off(schema: Schema) -> tuple[str, ...]:
    """Warn of each extension that defines `resolve`, and name them: a single one sends every operation to graphql-core."""
    extensions = [type(extension) for extension in schema.get_extensions()]
    names = tuple(extension.__name__ for extension in extensions if extension.resolve is not SchemaExtension.resolve)
    for name in names:
        message = f"{name} defines `resolve`, which turns compiled execution off. Use the hooks on operations instead, or remove it."
        warnings.warn(message, CompilationTurnedOffWarning, stacklevel=2)
    return names


def read_resolver(definition: GraphQLField) -> Resolution | None:
    """Read from strawberry's resolver of a field that all it does is get an attribute, or call a function of the source."""
    resolve = definition.resolve
    if not isinstance(resolve, FunctionType) or resolve.__module__ != schema_converter.__name__:
        return None
    cells = _closure(resolve)
    match resolve.__qualname__.removeprefix(_FROM_RESOLVER):
        case "_get_basic_result":
            field = cells.get("field")
            return Attribute(field.python_name) if _is_ordinary(field) and field.default_resolver is getattr else None
        case "_resolver" | "_async_resolver" if cells.get("field_exception_handlers") == ():
            made = _closure(cells.get("_strawberry_info_from_graphql"))
            field, converter = made.get("field"), made.get("self")
            looks_at_info = not isinstance(converter, GraphQLCoreConverter) or converter.config.info_class is not Info
            return _source_function(field) if _is_ordinary(field) and not looks_at_info else None
    return None


def own_class(object_type: GraphQLObjectType) -> type | None:
    """Return the class of a type whose `is_type_of` is strawberry's own, which asks for a cast first and for the class then."""
    definition = object_type.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    asked = getattr(object_type.is_type_of, "__qualname__", "")
    if isinstance(definition, StrawberryObjectDefinition) and asked == _IS_TYPE_OF and definition.concrete_of is None:
        return definition.origin
    return None


def is_lasting(object_type: GraphQLObjectType) -> bool:
    """Tell whether the class of a type itself says that its objects last."""
    definition = object_type.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    return isinstance(definition, StrawberryObjectDefinition) and vars(definition.origin).get(LASTING) is True


def _is_ordinary(field: object) -> TypeGuard[StrawberryField]:
    """Tell whether strawberry gets the field's value in its own way."""
    return isinstance(field, StrawberryField) and type(field).get_result is StrawberryField.get_result


def _source_function(field: StrawberryField) -> SourceFunction | None:
    """Return the function of a resolver that takes the source at most, to be called as strawberry would; None for any other one."""
    resolver = field.base_resolver
    if type(resolver) is not StrawberryResolver or field.extensions or field.arguments or resolver.info_parameter is not None:
        return None
    function = cast("Callable[..., Any]", resolver.wrapped_func)
    names = {parameter.name for parameter in (resolver.parent_parameter, resolver.root_parameter) if parameter is not None}
    match resolver.self_parameter is not None, sorted(names):
        case True, []:
            return SourceFunction(function)
        case False, []:
            return SourceFunction(lambda _source: function())
        case False, [name]:
            return SourceFunction(lambda source: function(**{name: source}))
    return None


def _closure(function: object) -> dict[str, Any]:
    """Return what a function closes over, by name."""
    if not isinstance(function, FunctionType):
        return {}
    cells = (cell.cell_contents for cell in function.__closure__ or ())
    return dict(zip(function.__code__.co_freevars, cells, strict=True))


STRAWBERRY = Dialect(
    executors=(*GRAPHQL_CORE.executors, StrawberryGraphQLCoreExecutionContext),
    awaitable_predicates=(*GRAPHQL_CORE.awaitable_predicates, optimized_is_awaitable),
    read_resolver=read_resolver,
    enum_types=(*GRAPHQL_CORE.enum_types, CustomGraphQLEnumType),
    own_class=own_class,
    unless=TYPE_CAST_ATTRIBUTE,
    is_lasting=is_lasting,
)
