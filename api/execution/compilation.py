"""Decides for each operation whether a plan executes it or graphql-core does, and counts both."""

import logging
from time import thread_time
from typing import Any

from graphql import DocumentNode, GraphQLError, GraphQLObjectType, default_field_resolver
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetailsList

from api.execution.classes import PlainClasses
from api.execution.compiler import Compiler, Plan, compile_operation
from api.execution.completion import FieldExecution
from api.execution.fallbacks import Counters, Fallback, NotCompilableError
from api.execution.lasting import KeptResults
from api.execution.pacing import CompileTime
from api.execution.plans import OperationPlans, PlanCache, plan_key
from api.execution.resolvers import Dialect
from api.execution.settings import CompilationSettings
from api.execution.survey import directive_variables

logger = logging.getLogger(__name__)


class Compilation:
    """What the executors of one class share: settings, plans, counters, and the classes known to be plain."""

    def __init__(self, settings: CompilationSettings, dialect: Dialect, base: type[Executor[Any]]) -> None:
        self.settings = settings
        self.dialect = dialect
        self.plain = PlainClasses()
        self.plans = PlanCache(settings)
        self.kept = KeptResults(settings.max_kept)
        self.compile_time = CompileTime(settings.max_compile_share)
        self.counters = Counters(on_fallback=settings.on_fallback)
        self._class_obstacle = None if settings.enabled else Fallback.SWITCHED_OFF
        if settings.enabled and overrides_execution(base, dialect):
            self._class_obstacle = Fallback.CUSTOM_EXECUTOR

    def plan_for(self, executor: FieldExecution, document: DocumentNode) -> Plan | None:
        """Return the plan that executes this operation; None, counted, when graphql-core has to."""
        plan = self._obstacle(executor) or self._plan(executor, document, self.settings.compile_at_sighting)
        if isinstance(plan, Fallback):
            self.counters.count_fallback(plan)
            return None
        self.counters.compiled += 1
        return plan

    def prepare(self, executor: FieldExecution, document: DocumentNode) -> Fallback | None:
        """Compile the operation as if it had been met often enough; return why not, if it is left to graphql-core."""
        self.compile_time.refill()
        plan = self._obstacle(executor) or self._plan(executor, document, sightings=1)
        return plan if isinstance(plan, Fallback) else None

    def compile_object(self, executor: FieldExecution, plan: Plan, object_type: GraphQLObjectType, details: FieldDetailsList) -> None:
        """Compile into *plan* an object whose type came to light at run time; a plan that cannot grow is left as it is, for good."""
        began = thread_time()
        try:
            Compiler(plan, executor, self.settings, self.dialect, self.kept).compile_object(object_type, details)
        except Exception as error:  # noqa: BLE001 - what goes wrong in compiling must not fail the request
            plan.grows = False
            self.counters.count_fallback(_reason(error))
        self.compile_time.spend(thread_time() - began)
        self.plans.trim()

    def _obstacle(self, executor: FieldExecution) -> Fallback | None:
        """Tell what about this request, rather than its document, keeps it from being compiled."""
        if self._class_obstacle is not None:
            return self._class_obstacle
        if executor.middleware_manager is not None and executor.middleware_manager.middlewares:
            return Fallback.MIDDLEWARE
        if executor.abort_signal is not None:
            return Fallback.ABORT_SIGNAL
        if executor.is_awaitable not in self.dialect.awaitable_predicates:
            return Fallback.AWAITABLE_PREDICATE
        return None

    def _plan(self, executor: FieldExecution, document: DocumentNode, sightings: int) -> Plan | Fallback:
        """Find the plan for this operation and the values of its directives; make it when it has been met *sightings* times."""
        operation = self._operation_plans(executor, document, sightings)
        if isinstance(operation, Fallback):
            return operation
        variable_values = executor.variable_values.coerced
        variant = tuple(value for name in operation.variable_names if type(value := variable_values.get(name)) is bool)
        if len(variant) < len(operation.variable_names):
            return Fallback.DIRECTIVE_VARIABLES
        plan = operation.variants.get(variant)
        if plan is None:
            if len(operation.variants) >= self.settings.max_variants:
                return Fallback.TOO_MANY_VARIANTS
            if not self.compile_time.is_left():
                return Fallback.COMPILED_TOO_MUCH
            plan = operation.variants[variant] = self._compile(executor)
            self.plans.trim()
        return plan

    def _operation_plans(self, executor: FieldExecution, document: DocumentNode, sightings: int) -> OperationPlans | Fallback:
        """Find where the operation's plans are kept, or make the place."""
        default_resolver = executor.field_resolver is default_field_resolver
        key = plan_key(executor.schema, document, executor.operation, default_resolver=default_resolver)
        operation = self.plans.find(key)
        if operation is not None:
            return operation
        sighting = self.plans.sight(key, document)
        if sighting.refusal is not None:
            return sighting.refusal
        if sighting.count < sightings:
            return Fallback.SEEN_TOO_RARELY
        if not self.compile_time.is_left():
            return Fallback.COMPILED_TOO_MUCH
        if self.settings.compile_only is not None and not self.settings.compile_only(document):
            sighting.refusal = Fallback.NOT_TRUSTED
            return sighting.refusal
        try:
            names = directive_variables(executor.operation, executor.fragments.values(), self.settings.max_fields)
        except NotCompilableError as error:
            sighting.refusal = error.reason
            return error.reason
        operation = OperationPlans(executor.schema, document, names)
        self.plans.add(key, operation)
        return operation

    def _compile(self, executor: FieldExecution) -> Plan | Fallback:
        began = thread_time()
        try:
            plan = compile_operation(executor, self.settings, self.dialect, self.kept)
        except Exception as error:  # noqa: BLE001 - what goes wrong in compiling must not fail the request
            return _reason(error)
        finally:
            self.compile_time.spend(thread_time() - began)
        if plan.memory > self.settings.max_memory:
            return Fallback.TOO_LARGE
        self.counters.plans += 1
        return plan


def _reason(error: Exception) -> Fallback:
    if isinstance(error, NotCompilableError):
        return error.reason
    if isinstance(error, GraphQLError):
        return Fallback.INVALID_OPERATION
    logger.warning("An operation could not be compiled; graphql-core executes it.", exc_info=error)
    return Fallback.COMPILATION_FAILED


def overrides_execution(base: type[Executor[Any]], dialect: Dialect) -> bool:
    """Tell whether *base* executes in another way than the dialect's executors, in which case compiled code may not stand for it."""
    return any(
        all(getattr(base, name) is not getattr(known, name) for known in dialect.executors)
        for name, method in vars(Executor).items()
        if callable(method) and not name.startswith("__")
    )
