"""
Compiles an operation into a plan: a function for each selection on an object type.

What to execute is decided by graphql-core: `collect_fields` and `collect_subfields` have spread the fragments, merged the
selections, and applied @skip and @include. Objects whose type is known only at run time are compiled when first met.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from sys import getsizeof
from types import CodeType
from typing import Any, TypeAlias, cast

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet, collect_fields

from api.execution.completers import ListCompletion, abstract_completer, checked_object_completer, leaf_completer, words_of
from api.execution.completion import FieldExecution, await_all
from api.execution.fallbacks import Fallback, NotCompilableError
from api.execution.fields import Completer, Field, as_path
from api.execution.lasting import KeptResults, LastingCompletion
from api.execution.resolvers import DefaultLookup, Dialect, Resolver, resolution_of
from api.execution.settings import CompilationSettings
from api.execution.source import function_source, names_in_source

BYTES_PER_FIELD = 2_000
"""Measured: the most that a field takes beside the code of its selection."""

ObjectFunction: TypeAlias = Completer
"""Executes one selection on an object, not null, of one type."""


@dataclass(slots=True, eq=False)
class Plan:
    """
    An operation, compiled for one combination of @skip and @include values.

    Attributes:
        grouped_field_set: the root fields, as graphql-core collected them when the plan was made.
        execute_root: executes the root fields concurrently; set once it is compiled.
        objects: the function of each selection on an object, by object type and identity of what selects it, which is kept alive here.
        lasting: the functions, by identity, of selections whose result lasts as long as the object.
        fields: how many fields were compiled.
        memory: bytes, estimated.
        grows: whether objects of types unknown so far are still compiled.
    """

    root_type: GraphQLObjectType
    grouped_field_set: GroupedFieldSet
    execute_root: ObjectFunction = attribute(init=False)
    objects: dict[tuple[GraphQLObjectType, int], tuple[FieldDetailsList, ObjectFunction]] = attribute(default_factory=dict)
    lasting: set[int] = attribute(default_factory=set)
    fields: int = 0
    memory: int = 0
    grows: bool = True

    def function(self, object_type: GraphQLObjectType, details: FieldDetailsList) -> ObjectFunction | None:
        """Return what executes the selection of *details* on *object_type*, if that is compiled."""
        known = self.objects.get((object_type, id(details)))
        return known[1] if known is not None else None


def compile_operation(executor: FieldExecution, settings: CompilationSettings, dialect: Dialect, kept: KeptResults) -> Plan:
    """
    Compile the executor's operation, but for objects whose type is known at run time only.

    Raises:
        NotCompilableError: the operation is over a bound.
        GraphQLError: there is no such root type, or a directive has wrong arguments.
    """
    schema, operation = executor.schema, executor.operation
    root_type = schema.get_root_type(operation.operation)
    if root_type is None:
        raise NotCompilableError(Fallback.INVALID_OPERATION)
    collected = collect_fields(schema, executor.fragments, executor.variable_values, root_type, operation, executor.hide_suggestions)
    plan = Plan(root_type, collected.grouped_field_set)
    plan.execute_root = Compiler(plan, executor, settings, dialect, kept).compile_selection(root_type, plan.grouped_field_set, depth=0)
    return plan


class Compiler:
    """Compiles into one plan, on behalf of one executor, within the bounds of the settings."""

    def __init__(self, plan: Plan, executor: FieldExecution, settings: CompilationSettings, dialect: Dialect, kept: KeptResults) -> None:
        self.plan = plan
        self.executor = executor
        self.settings = settings
        self.dialect = dialect
        self.kept = kept
        self.deadline = time.thread_time() + settings.max_compile_seconds

    def compile_object(self, object_type: GraphQLObjectType, details: FieldDetailsList, depth: int = 0) -> ObjectFunction:
        """Compile what the nodes of *details* select on *object_type*."""
        function = self.plan.function(object_type, details)
        if function is None:
            grouped_field_set = self.executor.collect_subfields(object_type, details).grouped_field_set
            function = self.compile_selection(object_type, grouped_field_set, depth)
            self.plan.objects[object_type, id(details)] = details, function
        return function

    def compile_selection(self, object_type: GraphQLObjectType, grouped_field_set: GroupedFieldSet, depth: int) -> ObjectFunction:
        """Compile the collected fields, and all below them whose type is known."""
        if depth > self.settings.max_depth:
            raise NotCompilableError(Fallback.TOO_DEEP)
        described = (self._describe(object_type, name, details, depth) for name, details in grouped_field_set.items())
        fields = [field for field in described if field is not None]
        self._check_bounds(len(fields))
        name = f"execute_{object_type.name}"
        names: dict[str, Any] = {"as_path": as_path, "await_all": await_all, "Mapping": Mapping}
        for index, field in enumerate(fields):
            names.update(names_in_source(index, field))
        code = compile(function_source(name, fields), f"<{name}>", "exec", dont_inherit=True, optimize=0)
        exec(code, names)  # noqa: S102 - the text holds nothing from outside but string literals, see `source`
        self.plan.memory += _size_of(code) + BYTES_PER_FIELD * len(fields)
        function: ObjectFunction = names[name]
        if self.dialect.is_lasting(object_type) and all(field.lasts for field in fields):
            self.plan.lasting.add(id(function))
        return function

    def _describe(self, parent_type: GraphQLObjectType, response_name: str, details: FieldDetailsList, depth: int) -> Field | None:
        """Describe one field, with all below it; None for one that the schema does not know, which graphql-core leaves out."""
        node = details[0].node
        definition = self.executor.schema.get_field(parent_type, node.name.value)
        if not definition:
            return None
        resolution = resolution_of(definition, node, self.executor.field_resolver, self.dialect)
        field = Field(response_name, definition, details, parent_type, resolution)
        field.complete = self._completer(field, definition.type, depth)
        return field

    def _completer(self, field: Field, return_type: GraphQLOutputType, depth: int) -> Completer:
        """Choose the completer of *return_type*, the field's own or that of the items of its list."""
        if isinstance(return_type, GraphQLNonNull):
            return self._completer(field, return_type.of_type, depth)
        if isinstance(return_type, GraphQLList):
            complete_item = self._completer(field, return_type.of_type, depth)
            completion = ListCompletion(field, return_type, complete_item, self.executor.plain)
            return self._lasting(completion.complete_list, only=tuple) if field.of_lasting else completion.complete_list
        if is_leaf_type(return_type):
            field.lasts = not isinstance(field.resolution, Resolver | DefaultLookup)
            if return_type is get_nullable_type(field.return_type):
                field.words = words_of(return_type, self.dialect)
            return leaf_completer(return_type, self.executor.plain)
        if is_abstract_type(return_type):
            return abstract_completer(field, return_type)
        object_type = cast("GraphQLObjectType", return_type)
        function = self.compile_object(object_type, field.details, depth + 1)
        complete = function
        if object_type.is_type_of is not None:
            complete = checked_object_completer(field, object_type, function, self.dialect)
            field.needs_info = self.dialect.own_class(object_type) is None
        if id(function) not in self.plan.lasting:
            return complete
        field.of_lasting = True
        field.lasts = not isinstance(field.resolution, Resolver | DefaultLookup)
        return self._lasting(complete)

    def _lasting(self, complete: Completer, only: type | None = None) -> Completer:
        return LastingCompletion(complete, self.kept, self.executor.plain, only).complete

    def _check_bounds(self, fields: int) -> None:
        self.plan.fields += fields
        if self.plan.fields > self.settings.max_fields:
            raise NotCompilableError(Fallback.TOO_LARGE)
        if time.thread_time() > self.deadline:
            raise NotCompilableError(Fallback.TOO_SLOW_TO_COMPILE)


def _size_of(code: CodeType) -> int:
    """Return the bytes of a code object with its constants and tables."""
    parts = (code, code.co_code, code.co_linetable, code.co_exceptiontable, code.co_names, code.co_varnames, *code.co_names)
    inner = sum(_size_of(constant) if isinstance(constant, CodeType) else getsizeof(constant) for constant in code.co_consts)
    return inner + sum(map(getsizeof, parts))
