"""
Completers: how a plain value becomes a response value, by declared type.

Leaves and lists are written here, as they are most of what is completed; objects are compiled functions; abstract types
and types with `is_type_of` are left to graphql-core, which comes back to the compiled function of the object it finds.
"""

from dataclasses import dataclass
from typing import Any, cast

from graphql import GraphQLEnumType, GraphQLLeafType, GraphQLList, GraphQLOutputType, Undefined
from graphql.execution import Executor
from graphql.execution.executor import collect_iterator_awaitables
from graphql.pyutils import inspect
from graphql.type import GraphQLAbstractType, GraphQLObjectType

from api.execution.classes import PlainClasses
from api.execution.completion import Awaitables, FieldExecution, await_all
from api.execution.fields import Completer, Field, LazyPath, ResolveInfo, as_path
from api.execution.resolvers import Dialect

_LISTS = frozenset({list, tuple})


def leaf_completer(leaf_type: GraphQLLeafType, plain: PlainClasses) -> Completer:
    """Coerce to a legal value of *leaf_type*: `complete_leaf_value`."""
    coerce = leaf_type.coerce_output_value

    def complete_leaf(_executor: Executor[Any], value: Any, _path: LazyPath, _info: ResolveInfo | None) -> Any:
        coerced = coerce(value)
        if not plain[type(coerced)] and (coerced is None or coerced is Undefined):
            raise TypeError(
                f"Expected `{inspect(leaf_type)}.coerce_output_value({inspect(value)})`"
                f" to return non-nullable value, returned: {inspect(coerced)}"
            )
        return coerced

    return complete_leaf


def words_of(leaf_type: GraphQLLeafType, dialect: Dialect) -> dict[str, str]:
    """Return the response values of an enumeration's values that are texts; none of an enumeration that coerces in a way of its own."""
    if type(leaf_type) not in dialect.enum_types:
        return {}
    values = cast("GraphQLEnumType", leaf_type).values.values()
    return {each.value: leaf_type.coerce_output_value(each.value) for each in values if type(each.value) is str}


def abstract_completer(field: Field, abstract_type: GraphQLAbstractType) -> Completer:
    """Let graphql-core find the runtime type; it continues in `collect_and_execute_subfields`."""

    def complete_abstract(executor: Executor[Any], value: Any, path: LazyPath, info: ResolveInfo | None) -> Any:
        info = cast("ResolveInfo", info)
        return executor.complete_abstract_value(abstract_type, field.details, info, cast("Any", path), value, None)

    return complete_abstract


def checked_object_completer(field: Field, object_type: GraphQLObjectType, function: Completer, dialect: Dialect) -> Completer:
    """Let graphql-core ask `is_type_of`, unless the answer is known; it continues in `collect_and_execute_subfields`."""
    own_class, unless = dialect.own_class(object_type), dialect.unless

    def complete_checked_object(executor: Executor[Any], value: Any, path: LazyPath, info: ResolveInfo | None) -> Any:
        if type(value) is own_class and not hasattr(value, unless):
            return function(executor, value, path, None)
        info = info or field.build_info(executor, path)
        return executor.complete_object_value(object_type, field.details, info, cast("Any", path), value, None)

    return complete_checked_object


@dataclass(frozen=True, slots=True)
class ListCompletion:
    """Completes lists of one field: `complete_list_value` and `complete_iterable_value`."""

    field: Field
    list_type: GraphQLList[GraphQLOutputType]
    complete_item: Completer
    plain: PlainClasses

    def complete_list(self, executor: FieldExecution, value: Any, path: LazyPath, info: ResolveInfo | None) -> Any:
        """Complete each item of a list or tuple; any other iterable, async ones too, is left to graphql-core."""
        if type(value) not in _LISTS or executor.is_async_iterable(value):
            info = info or self.field.build_info(executor, path)
            return executor.complete_list_value(self.list_type, self.field.details, info, as_path(path), value, None)
        field, complete_item, plain, item_type = self.field, self.complete_item, self.plain, self.list_type.of_type
        results: list[Any] = []
        awaitables: Awaitables[int] = {}
        items = iter(value)
        try:
            for index, item in enumerate(items):
                item_path = (path, index, None)
                if not plain[type(item)]:
                    if self.complete_other_item(executor, item, item_path, info, results):
                        awaitables[index] = results[index]
                    continue
                try:
                    completed = complete_item(executor, item, item_path, info)
                    if not plain[type(completed)] and executor.is_awaitable(completed):
                        completed = awaitables[index] = executor.await_completed(completed, item_type, field, item_path)
                except Exception as error:  # noqa: BLE001 - every error of an item becomes a field error
                    executor.handle_field_error(error, item_type, field.details, as_path(item_path))
                    completed = None
                results.append(completed)
        except Exception:
            pending = [*awaitables.values(), *collect_iterator_awaitables(items, executor.is_awaitable)]
            if pending:
                executor.settle_in_background(pending)
            raise
        return await_all(results, awaitables) if awaitables else results

    def complete_other_item(
        self, executor: FieldExecution, item: Any, path: LazyPath, info: ResolveInfo | None, results: list[Any]
    ) -> bool:
        """Let graphql-core complete an item that is not plain; tell whether it is still to come."""
        info = info or self.field.build_info(executor, path)
        item_type, details = self.list_type.of_type, self.field.details
        if executor.is_awaitable(item):
            results.append(executor.complete_awaitable_list_item_value(item, item_type, details, info, as_path(path), None))
            return True
        return executor.complete_list_item_value(item, results, item_type, details, info, as_path(path), None)
