"""
What happens to a value after it is resolved: the parts of an executor that compiled code calls.

These are the counterparts of graphql-core's `execute_field`, `complete_awaitable_value` and `execute_fields`, from the
moment the resolver has returned. A plain value goes to the field's completer. Any other value, awaitables and
exceptions and nulls first, goes to graphql-core's own methods, as it is: nothing is resolved twice.
"""

from collections.abc import Awaitable
from typing import Any, ClassVar, TypeAlias, TypeVar, cast

from graphql import GraphQLOutputType
from graphql.execution import Executor
from graphql.pyutils import gather_with_cancel

from api.execution.arguments import KeptArguments
from api.execution.classes import PlainClasses
from api.execution.fields import Field, LazyPath, ResolveInfo, as_path

Key = TypeVar("Key", bound=str | int)
Awaitables: TypeAlias = dict[Key, Awaitable[Any]]
"""What is still to come: fields of an object by response name, items of a list by index."""


class FieldExecution(Executor[Any]):
    """An executor with the entry points of compiled code."""

    plain: ClassVar[PlainClasses]
    kept_arguments: KeptArguments

    def complete_field(self, field: Field, value: Any, path: LazyPath, awaitables: Awaitables[str], info: ResolveInfo | None = None) -> Any:
        """Complete a resolved value of *field* on the object at *path*; what is awaitable is also put into *awaitables*."""
        field_path = field.path_below(path)
        if not self.plain[type(value)] and self.is_awaitable(value):
            completed = self.await_value(field, value, field_path, info)
        else:
            completed = self.complete_resolved(field, value, field_path, info)
            if self.plain[type(completed)] or not self.is_awaitable(completed):
                return completed
            completed = self.await_completed(completed, field.return_type, field, field_path)
        awaitables[field.response_name] = completed
        return completed

    def complete_resolved(self, field: Field, value: Any, field_path: LazyPath, info: ResolveInfo | None) -> Any:
        """Complete a value: a plain one by the field's completer, any other one by graphql-core."""
        plain = self.plain[type(value)]
        if info is None and (field.needs_info or not plain):
            info = field.build_info(self, field_path)
        if plain:
            return field.complete(self, value, field_path, info)
        return self.complete_value(field.return_type, field.details, cast("Any", info), as_path(field_path), value, None)

    async def await_value(self, field: Field, value: Awaitable[Any], field_path: LazyPath, info: ResolveInfo | None) -> Any:
        """Await what a resolver returned, then complete it: `complete_awaitable_value`."""
        try:
            completed = self.complete_resolved(field, await value, field_path, info)
            if self.is_awaitable(completed):
                completed = await completed
        except Exception as error:  # noqa: BLE001 - every error of a resolver becomes a field error
            self.handle_field_error(error, field.return_type, field.details, as_path(field_path))
            completed = None
        return completed

    async def await_completed(self, completed: Awaitable[Any], return_type: GraphQLOutputType, field: Field, path: LazyPath) -> Any:
        """Await a completed value, of a field or of an item of its list, some part of which was awaitable."""
        try:
            return await completed
        except Exception as error:  # noqa: BLE001 - as above
            self.handle_field_error(error, return_type, field.details, as_path(path))
            return None

    def fail_field(self, field: Field, error: Exception, path: LazyPath, awaitables: Awaitables[str]) -> None:
        """Handle an error of *field*; when it bubbles, the siblings that are still to come settle in the background."""
        try:
            self.handle_field_error(error, field.return_type, field.details, as_path(field.path_below(path)))
        except Exception:
            if awaitables:
                self.settle_in_background(list(awaitables.values()))
            raise


async def await_all(results: Any, awaitables: Awaitables[Any]) -> Any:
    """Put what is still to come of an object or a list in its place; several come concurrently."""
    if len(awaitables) == 1:
        [(key, awaitable)] = awaitables.items()
        results[key] = await awaitable
    else:
        for key, value in zip(awaitables, await gather_with_cancel(*awaitables.values()), strict=True):
            results[key] = value
    return results
