"""
From a GraphQL request to its answer, the same for every transport.

A document is parsed and validated once (:mod:`api.http.documents`) and handed straight to the schema's executor class. Strawberry's
own pipeline of extensions is left out: it costs more than the execution. A schema with such extensions is refused, not half obeyed.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractContextManager, aclosing, nullcontext
from dataclasses import dataclass
from inspect import isawaitable
from types import MappingProxyType
from typing import Any, TypeAlias, TypeGuard, TypeVar, cast

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    OperationType,
    create_source_event_stream,
    map_source_to_response_event,
)
from graphql.execution import Executor
from strawberry import Schema
from strawberry.execution import optimized_is_awaitable

from api.http.answer import Answer
from api.http.context import OperationContext, OperationInfo, RequestInfo
from api.http.documents import Documents, Operation, Prepared
from api.http.errors import Code, ErrorFormatter, RequestError, status_of
from api.http.limits import has_more_objects
from api.http.permitted import Needed
from api.http.request import GraphQLRequest
from api.http.settings import TransportSettings
from api.http.streams import until_over
from api.http.trusted import TrustedDocuments

ContextFactory: TypeAlias = Callable[[RequestInfo], Awaitable[OperationContext]]
OperationSpan: TypeAlias = Callable[[OperationInfo], AbstractContextManager[object]]
T = TypeVar("T")
is_awaitable = cast("Callable[[Any], TypeGuard[Awaitable[Any]]]", optimized_is_awaitable)  # strawberry declares it as plain bool
MayIntrospect: TypeAlias = Callable[[OperationContext], bool]

ALL_KINDS = frozenset(OperationType)
_NOTHING = nullcontext()
NOTHING_NEEDED: Needed = MappingProxyType({})


def no_span(_: OperationInfo) -> AbstractContextManager[object]:
    """Stand in where nothing is traced."""
    return _NOTHING


def anyone(_: OperationContext) -> bool:
    """Let everyone read the schema."""
    return True


@dataclass(frozen=True, slots=True)
class Job:
    """An operation that was admitted."""

    info: OperationInfo
    document: DocumentNode
    request: GraphQLRequest
    context: OperationContext
    cost: int


class Engine:
    """Runs GraphQL requests; the arguments are those of :class:`api.http.view.GraphQLView`."""

    def __init__(
        self,
        schema: Schema,
        *,
        context: ContextFactory,
        settings: TransportSettings,
        formatter: ErrorFormatter,
        trusted: TrustedDocuments,
        operation_span: OperationSpan = no_span,
        may_introspect: MayIntrospect = anyone,
        needed: Needed = NOTHING_NEEDED,
    ) -> None:
        if schema.extensions or schema.directives or schema.config.enable_experimental_incremental_execution:
            raise ValueError("This view runs no SchemaExtension, no operation directive and no @defer: use operation_span and the context")
        self.formatter = formatter
        self._schema = schema._schema  # noqa: SLF001 (strawberry has no public door to the schema of graphql-core)
        self._executor = schema.execution_context_class
        self._context = context
        self._settings = settings
        self._trusted = trusted
        self._span = operation_span
        self._may_introspect = may_introspect
        self._documents = Documents(self._schema, settings, formatter, needed)

    async def open(
        self, request: GraphQLRequest, info: RequestInfo, kinds: frozenset[OperationType] = ALL_KINDS
    ) -> Answer | AsyncGenerator[Answer, None]:
        """Return the answer to a query or mutation, the answers of a subscription, or a refusal; never raises."""
        context: OperationContext | None = None
        try:
            context = await self._context(info)
            prepared = self._documents.prepare(self._trusted.text_of(request))
            if prepared.document is None:
                return self._wrong_document(prepared, context)
            operation = prepared.choose(request.operation_name)
            cost = self._admit(prepared, operation, request, context, kinds)
        except Exception as error:  # noqa: BLE001 (whatever it is, the formatter tells or masks it)
            return self.refuse(error, context)
        told = OperationInfo(operation.name, operation.kind, info.transport)
        job = Job(told, prepared.document, request, context, cost)
        return self._subscribe(job) if operation.kind is OperationType.SUBSCRIPTION else await self._execute(job)

    def refuse(self, error: Exception, context: OperationContext | None = None) -> Answer:
        """Answer with *error* alone."""
        body: dict[str, object] = {"errors": [self.formatter.of_exception(error)]}
        if context is not None and context.extensions:
            body["extensions"] = dict(context.extensions)
        refusal = error if isinstance(error, RequestError) else None
        return Answer(
            body,
            status_of(error),
            refused=True,
            of_document=refusal is not None and refusal.of_document,
            headers=refusal.headers if refusal else (),
        )

    def _wrong_document(self, prepared: Prepared, context: OperationContext) -> Answer:
        body: dict[str, object] = {"errors": [self.formatter.traced(error) for error in prepared.errors]}
        if context.extensions:
            body["extensions"] = dict(context.extensions)
        return Answer(body, 400, refused=True, of_document=True)

    def _admit(
        self, prepared: Prepared, operation: Operation, request: GraphQLRequest, context: OperationContext, kinds: frozenset[OperationType]
    ) -> int:
        """Return the cost of an operation that may run."""
        if operation.kind not in kinds:
            raise _wrong_transport(operation.kind)
        if prepared.introspects and not self._may_introspect(context):
            raise RequestError(
                Code.INTROSPECTION_REFUSED, "Reading the schema needs a credential that allows it; the schema is published as SDL."
            )
        lacking = operation.needs - context.permissions
        if lacking:
            raise _forbidden(lacking)
        objects = self._settings.limits.objects
        if has_more_objects(request.variables, objects):
            message = f"The variables hold more than {objects} objects. Send fewer, in several requests."
            raise RequestError(Code.LIMIT_EXCEEDED, message, of_document=True)
        cost, limit = operation.cost_under(request.variables), self._settings.limits.cost
        if cost > limit:
            context.extensions.setdefault("cost", {"requested": cost, "limit": limit})
            message = (
                f"The answer may hold {cost} fields; at most {limit} are allowed. Ask for fewer items with first, or for fewer fields."
            )
            raise RequestError(Code.LIMIT_EXCEEDED, message, of_document=True)
        return cost

    async def _execute(self, job: Job) -> Answer:
        with self._span(job.info):
            try:
                executor = self._build(job)
                if isinstance(executor, list):
                    return self._wrong_variables(executor, job)
                result = await self._executed(executor)
                if not executor.background_futures:
                    del executor.async_helpers  # they hold the executor, so that all of a request would wait for the garbage collector
                return self._answer(result, job)
            except Exception as error:  # noqa: BLE001 (whatever it is, the formatter tells or masks it)
                return self.refuse(error, job.context)

    async def _subscribe(self, job: Job) -> AsyncGenerator[Answer, None]:
        """Yield an answer for each event; a refusal is the last."""
        try:
            source = await self._source(job)
            if isinstance(source, Answer):
                yield source
                return
            async with aclosing(source):
                async for result in until_over(source, job.context.ends_after):
                    yield self._answer(result, job)
                    job.context.extensions.clear()
        except Exception as error:  # noqa: BLE001 (whatever it is, the formatter tells or masks it)
            yield self.refuse(error, job.context)

    async def _source(self, job: Job) -> AsyncGenerator[ExecutionResult, None] | Answer:
        """Open the source of events; each is executed in a span and a time of its own, however long it was waited for."""

        async def run(executor: Executor[Any]) -> ExecutionResult:
            with self._span(job.info):
                return await self._executed(executor, serially=False)

        with self._span(job.info):
            executor = self._build(job)
            if isinstance(executor, list):
                return self._wrong_variables(executor, job)
            events = create_source_event_stream(executor)
            if isawaitable(events):
                events = await self._in_time(events)
            if isinstance(events, ExecutionResult):
                return Answer({"errors": self.formatter.of_result(events.errors or ())}, refused=True)
            return map_source_to_response_event(executor, events, run)

    def _build(self, job: Job) -> Executor[Any] | list[GraphQLError]:
        return self._executor.build(
            self._schema,
            job.document,
            context_value=job.context,
            raw_variable_values=job.request.variables,
            operation_name=job.request.operation_name,
            max_coercion_errors=self._settings.limits.reported,
            is_awaitable=is_awaitable,
            hide_suggestions=not self._settings.development,
            operation_extensions=job.request.extensions,
        )

    async def _executed(self, executor: Executor[Any], *, serially: bool | None = None) -> ExecutionResult:
        result = executor.execute_operation(serially)
        if isinstance(result, ExecutionResult):
            return result
        return await self._in_time(cast("Awaitable[ExecutionResult]", result))  # @defer, the third kind, is refused at the start

    async def _in_time(self, result: Awaitable[T]) -> T:
        try:
            async with asyncio.timeout(self._settings.execution_seconds):
                return await result
        except TimeoutError as error:
            message = f"The operation took longer than {self._settings.execution_seconds:g} s and was stopped. Ask for less."
            raise RequestError(Code.TIMEOUT, message) from error

    def _wrong_variables(self, errors: list[GraphQLError], job: Job) -> Answer:
        body: dict[str, object] = {"errors": self.formatter.of_result(errors[: self._settings.limits.reported])}
        if job.context.extensions:
            body["extensions"] = dict(job.context.extensions)
        return Answer(body, 400, refused=True, of_document=True)

    def _answer(self, result: ExecutionResult, job: Job) -> Answer:
        body: dict[str, object] = {"errors": self.formatter.of_result(result.errors)} if result.errors else {}
        body["data"] = result.data
        body["extensions"] = {"cost": {"requested": job.cost, "limit": self._settings.limits.cost}, **job.context.extensions}
        return Answer(body)


def _forbidden(lacking: frozenset[str]) -> RequestError:
    wanted = ", ".join(sorted(lacking))
    return RequestError(Code.FORBIDDEN, f"Your roles do not allow this; it needs {wanted}. docs/permissions.md says which role has it.")


def _wrong_transport(kind: OperationType) -> RequestError:
    if kind is OperationType.SUBSCRIPTION:
        message = "Subscriptions are answered over WebSocket (graphql-transport-ws), or over HTTP with Accept: text/event-stream."
        return RequestError(Code.OPERATION_NOT_ALLOWED, message, status=406)
    return RequestError(Code.OPERATION_NOT_ALLOWED, "Mutations need POST.", status=405, headers=((b"allow", b"POST"),))
