"""
What a client may be told when something goes wrong, with a stable code for each.

    AttenduError            an expected error: shown as it is
    └── RequestError        a request that is refused before or instead of running

Any other exception is masked: the client sees ``Internal error``, code ``INTERNAL`` and a trace id; the log gets the exception's type
and place. Neither ever gets its text, which may hold personal values.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

import structlog
from graphql import FieldNode, GraphQLError

from api.http.messages import document_message, input_message, is_about_input
from domain.errors import AttenduError

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.http")

ErrorBody: TypeAlias = dict[str, object]


class Code(StrEnum):
    """The codes of this layer; those of the domain stand beside them under ``extensions.code``."""

    BAD_REQUEST = "BAD_REQUEST"  # the body, the URL or a parameter is malformed
    BATCHES_REFUSED = "BATCHES_REFUSED"  # a list of requests in one body
    BODY_TOO_LARGE = "BODY_TOO_LARGE"  # the body, unpacked, or the query string is too long
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"  # the body is not JSON in UTF-8
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"  # no media type of `Accept` can be given
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"  # neither GET nor POST
    CROSS_SITE_REFUSED = "CROSS_SITE_REFUSED"  # a page of another site calls, and is not on the list
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"  # the document is not GraphQL
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"  # the document does not fit the schema
    BAD_USER_INPUT = "BAD_USER_INPUT"  # a variable or an argument does not fit its type
    OPERATION_AMBIGUOUS = "OPERATION_AMBIGUOUS"  # several operations and no operationName
    OPERATION_NOT_FOUND = "OPERATION_NOT_FOUND"  # no operation of this name
    OPERATION_NOT_ALLOWED = "OPERATION_NOT_ALLOWED"  # this kind of operation cannot be answered over this transport
    INTROSPECTION_REFUSED = "INTROSPECTION_REFUSED"  # the caller may not read the schema
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"  # too deep, too long, too costly, too many
    PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"  # no listed document has this hash
    DOCUMENT_NOT_TRUSTED = "DOCUMENT_NOT_TRUSTED"  # the deployment answers listed documents only
    TIMEOUT = "TIMEOUT"  # the request or its execution took too long
    UNAUTHENTICATED = "UNAUTHENTICATED"  # no token, or one that is not valid here or no longer
    FORBIDDEN = "FORBIDDEN"  # the caller's roles do not allow it
    RATE_LIMITED = "RATE_LIMITED"  # the caller asks too often; Retry-After says when to come again
    UNAVAILABLE = "UNAVAILABLE"  # too many open streams, or the server is stopping
    INTERNAL = "INTERNAL"  # our fault; tell us the trace id


STATUS_OF: Mapping[str, int] = {
    Code.RATE_LIMITED: 429,
    "RECORD_UNAVAILABLE": 503,
    Code.UNAUTHENTICATED: 401,
    Code.FORBIDDEN: 403,
    Code.DOCUMENT_NOT_TRUSTED: 403,
    Code.INTROSPECTION_REFUSED: 403,
    Code.TIMEOUT: 504,
    Code.UNAVAILABLE: 503,
    Code.INTERNAL: 500,
}
"""The HTTP status of an error that refuses a whole request; others are 400."""


class RequestError(AttenduError):
    """
    A request that is refused.

    Args:
        code: what is wrong.
        message: what is wrong and what to do; never repeats what the client sent.
        status: over HTTP; by default the one of the code.
        headers: to send with it.
        of_document: the HTTP request was fine and its GraphQL was not: 200 under the legacy media type.
    """

    def __init__(
        self,
        code: Code,
        message: str,
        *,
        status: int | None = None,
        headers: Sequence[tuple[bytes, bytes]] = (),
        of_document: bool = False,
    ) -> None:
        self.code = code  # type: ignore[misc]  # one class for the many codes of this layer
        self.status = STATUS_OF.get(code, 400) if status is None else status
        self.headers = headers
        self.of_document = of_document
        super().__init__(message)


MASK = "Internal error"


def no_trace() -> str | None:
    """Stand in where nothing is traced."""
    return None


class ErrorFormatter:
    """
    The one place where an error becomes what a client reads.

    Args:
        suggestions: "Did you mean…" stays in messages.
        trace_id: the id of the current trace, told with every error.
    """

    def __init__(self, *, suggestions: bool = False, trace_id: Callable[[], str | None] = no_trace) -> None:
        self.suggestions = suggestions
        self._trace_id = trace_id

    def of_document(self, error: GraphQLError, code: Code) -> ErrorBody:
        """Format what the parser, the limits or the validation found: kept in a cache, so without a trace id."""
        body: ErrorBody = {"message": document_message(error.message, suggestions=self.suggestions)}
        if error.locations:
            body["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
        body["extensions"] = {"code": code}
        return body

    def of_result(self, errors: Iterable[GraphQLError]) -> list[ErrorBody]:
        """Format what an execution met: expected errors and wrong inputs are told, the rest is masked and logged."""
        return [self._of_execution(error) for error in errors]

    def of_exception(self, error: BaseException) -> ErrorBody:
        """Format an exception outside any field: expected errors are told, the rest is masked and logged."""
        if isinstance(error, AttenduError):
            return self._expected(error)
        return self._masked(error)

    def traced(self, body: ErrorBody) -> ErrorBody:
        """Return *body* with the trace id in its extensions."""
        trace_id = self._trace_id()
        extensions = body["extensions"]
        if trace_id is None or not isinstance(extensions, dict):
            return body
        return {**body, "extensions": {**extensions, "traceId": trace_id}}

    def _of_execution(self, error: GraphQLError) -> ErrorBody:
        body = self._told(error)
        if error.locations:
            body["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
        if error.path is not None:
            body["path"] = error.path
        return body

    def _told(self, error: GraphQLError) -> ErrorBody:
        if is_about_input(error.message, in_field=error.path is not None):
            message = input_message(error.message, suggestions=self.suggestions)
            return self.traced({"message": message, "extensions": {"code": Code.BAD_USER_INPUT}})
        cause = origin_of(error)
        if isinstance(cause, AttenduError):
            return self._expected(cause)
        if isinstance(cause, GraphQLError) and cause.extensions and isinstance(cause.extensions.get("code"), str):
            # Raised on purpose by a resolver: graphql-core gives its own errors no code.
            return self.traced({"message": unicode(cause.message), "extensions": {"code": cause.extensions["code"]}})
        return self._masked(cause, field=field_of(error))

    def _expected(self, error: AttenduError) -> ErrorBody:
        return self.traced({"message": unicode(str(error)), "extensions": {"code": error.code}})

    def _masked(self, error: BaseException, field: str | None = None) -> ErrorBody:
        log_masked(error, field=field)
        return self.traced({"message": MASK, "extensions": {"code": Code.INTERNAL}})


def log_masked(error: BaseException, *, field: str | None = None) -> None:
    """Log what kind of exception was raised and where; not its text."""
    kind = type(error)
    log.error("masked_error", type=f"{kind.__module__}.{kind.__qualname__}", code=Code.INTERNAL, place=place_of(error), field=field)


def unicode(text: str) -> str:
    """Return *text* with what is no character (half of a surrogate pair) replaced, so that it can be written."""
    return text.encode(errors="replace").decode()


def status_of(error: BaseException) -> int:
    """Return the HTTP status with which *error* refuses a whole request."""
    if isinstance(error, RequestError):
        return error.status
    return STATUS_OF.get(error.code, 400) if isinstance(error, AttenduError) else 500


def origin_of(error: GraphQLError) -> BaseException:
    """Return what was raised first, below the wrappers that graphql-core puts around it."""
    cause: BaseException = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause


def field_of(error: GraphQLError) -> str | None:
    """Return the name that the schema gives to the field where *error* was met."""
    node = error.nodes[0] if error.nodes else None
    return node.name.value if isinstance(node, FieldNode) else None


def place_of(error: BaseException) -> str | None:
    """Return where *error* was raised, as ``file:line function``."""
    trace: TracebackType | None = error.__traceback__
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
