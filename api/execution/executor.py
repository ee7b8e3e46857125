"""The executor: graphql-core's own, but for the selections that a plan executes."""

from collections.abc import Awaitable
from typing import Any, ClassVar

from graphql import DocumentNode, GraphQLError, GraphQLObjectType, GraphQLSchema, OperationType
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.incremental import IncrementalExecutor
from graphql.pyutils import AwaitableOrValue, Path

from api.execution.compilation import Compilation
from api.execution.compiler import Plan
from api.execution.completion import FieldExecution
from api.execution.fallbacks import Fallback
from api.execution.fields import as_path
from api.execution.resolvers import GRAPHQL_CORE, Dialect
from api.execution.settings import CompilationSettings


class CompiledExecutor(FieldExecution):
    """An executor that looks for a plan, runs it, and is otherwise its base: make one by `compiled_executor`."""

    compilation: ClassVar[Compilation]
    base: ClassVar[Any]
    plan: Plan | None = None

    @classmethod
    def build(cls, schema: GraphQLSchema, document: DocumentNode, *args: Any, **kwargs: Any) -> list[GraphQLError] | Executor[Any]:
        """Build the executor; one for whose operation there is no plan becomes a plain executor of the base class."""
        executor = super().build(schema, document, *args, **kwargs)
        if isinstance(executor, CompiledExecutor):
            executor.plan = cls.compilation.plan_for(executor, document)
            if executor.plan is None:
                executor.__class__ = cls.base
        return executor

    @classmethod
    def prepare(
        cls, schema: GraphQLSchema, document: DocumentNode, operation_name: str | None = None, variable_values: dict[str, Any] | None = None
    ) -> Fallback | None:
        """Compile an operation ahead of its first request, as at start-up; return why not, if it is left to graphql-core."""
        executor = super().build(schema, document, raw_variable_values=variable_values, operation_name=operation_name)
        return cls.compilation.prepare(executor, document) if isinstance(executor, CompiledExecutor) else Fallback.INVALID_OPERATION

    def execute_operation(self, serially: bool | None = None) -> Any:  # noqa: FBT001 - graphql-core's signature
        """Execute the operation by a plan; the root fields of a mutation one by one, and what is below them by the plan."""
        plan = self.plan
        if plan is None:
            return super().execute_operation(serially)
        self.kept_arguments = {}
        try:
            data: Any
            if self.operation.operation is OperationType.MUTATION if serially is None else serially:
                data = self.execute_fields_serially(plan.root_type, self.root_value, None, plan.grouped_field_set, None)
            else:
                data = plan.execute_root(self, self.root_value, None, None)
        except GraphQLError as error:
            self.collected_errors.add(error, None)
            data = None
        return self.await_response(data) if self.is_awaitable(data) else self.build_response(data)

    async def await_response(self, data: Awaitable[dict[str, Any]]) -> Any:
        """Build the response of data that is still to come."""
        try:
            completed = await data
        except GraphQLError as error:
            self.collected_errors.add(error, None)
            return self.build_response(None)
        except Exception:
            self.run_async_work_finished_hook()
            raise
        return self.build_response(completed)

    def collect_and_execute_subfields(
        self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList, path: Path, result: Any, position_context: Any
    ) -> AwaitableOrValue[dict[str, Any]]:
        """Execute the selection on an object that graphql-core has come to, by its compiled function."""
        if self.plan is not None:
            function = self.plan.function(return_type, field_details_list)
            if function is None and self.plan.grows:
                self.compilation.compile_object(self, self.plan, return_type, field_details_list)
                function = self.plan.function(return_type, field_details_list)
            if function is not None:
                completed: AwaitableOrValue[dict[str, Any]] = function(self, result, path, None)
                return completed
        return super().collect_and_execute_subfields(return_type, field_details_list, as_path(path), result, position_context)


def compiled_executor(
    settings: CompilationSettings | None = None, base: type[Executor[Any]] = IncrementalExecutor, dialect: Dialect = GRAPHQL_CORE
) -> type[CompiledExecutor]:
    """
    Make an executor class that compiles what *base* would execute; its instances share plans and counters.

    Pass it as `executor_class` to `graphql.execute`; its `compilation` holds the counters.
    """
    compilation = Compilation(settings or CompilationSettings(), dialect, base)
    namespace = {"compilation": compilation, "base": base, "plain": compilation.plain, "__module__": __name__}
    return type(f"Compiled{base.__name__}", (CompiledExecutor, base), namespace)
