"""
The span tree of a request, above the rules.

    POST /graphql                    SERVER    tracing.middleware
      query | mutation | subscription  SERVER    graphql_operation
        evaluate_ruleset {name}          INTERNAL  ruleset_run
          evaluate_rule {id}               INTERNAL  tracing.rule_spans, in bulk
        a provider                       CLIENT    outgoing_call

A span that meets an exception is in error and carries the exception's type, never its text, which may quote a person's facts.
A rule that says no is no error. Nothing is ever set to OK: that is for whoever reads.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Final, Literal
from uuid import UUID

from opentelemetry.context import Context
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    StatusCode,
    Tracer,
    format_span_id,
    format_trace_id,
    get_current_span,
    set_span_in_context,
    use_span,
)

from tracing.rule_spans import Attributes

OperationType = Literal["query", "mutation", "subscription"]
Opened = AbstractContextManager[Span]
TraceLevel = Literal["none", "summary", "decisive", "full"]

_IDS: Final = RandomIdGenerator()
_LONGEST_NAME = 100  # characters of an operation's name, which the caller chooses


@contextmanager
def open_span(
    tracer: Tracer,
    name: str,
    kind: SpanKind,
    attributes: Attributes | None = None,
    *,
    context: Context | None = None,
    links: Sequence[Link] = (),
) -> Iterator[Span]:
    """Open a span and make it the current one; it ends with the block."""
    span = tracer.start_span(name, context, kind, attributes, links, record_exception=False, set_status_on_exception=False)
    with use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
        try:
            yield span
        except Exception as error:
            mark_failed(span, type(error).__qualname__)
            raise


def mark_failed(span: Span, error_type: str) -> None:
    """Set a span in error; *error_type* is a class or a stable code, never a message."""
    span.set_status(StatusCode.ERROR)
    span.set_attribute("error.type", error_type)


def graphql_operation(
    tracer: Tracer,
    kind: OperationType,
    name: str | None = None,
    links: Sequence[Link] = (),
) -> Opened:
    """Open the span of a GraphQL operation; errors in an answer with status 200 are the caller's to mark, with `mark_failed`."""
    attributes = {"graphql.operation.type": kind} | ({"graphql.operation.name": name[:_LONGEST_NAME]} if name else {})
    return open_span(tracer, kind, SpanKind.SERVER, attributes, links=links)


def ruleset_run(tracer: Tracer, name: str, version: str, level: TraceLevel, links: Sequence[Link] = ()) -> Opened:
    """
    Open the span of one run of a rule set.

    Args:
        tracer: of the process's telemetry.
        name: of the rule set.
        version: its digest.
        level: how much of the run its rule spans tell.
        links: runs this one repeats, or the requests of a batch.
    """
    attributes = {"attendu.ruleset.id": name, "attendu.ruleset.version": version, "attendu.trace.level": level}
    return open_span(tracer, f"evaluate_ruleset {name}", SpanKind.INTERNAL, attributes, links=links)


def summarize_run(span: Span, decision: UUID, *, evaluated: int, applied: int, undetermined: int, failed: int) -> None:
    """Set what a run came to: the id of its decision, and how many rules came out how."""
    if not span.is_recording():
        return
    span.set_attributes(
        {
            "attendu.decision.id": str(decision),
            "attendu.ruleset.evaluated.count": evaluated,
            "attendu.ruleset.applied.count": applied,
            "attendu.ruleset.undetermined.count": undetermined,
            "attendu.ruleset.failed.count": failed,
        }
    )


def outgoing_call(tracer: Tracer, name: str, attributes: Attributes | None = None) -> Opened:
    """Open the span of a call to a service outside, such as a provider's."""
    return open_span(tracer, name, SpanKind.CLIENT, attributes)


def parent_of(caller: SpanContext | None, *, trusted: bool) -> tuple[Context, tuple[Link, ...]]:
    """
    Return under what a request's span stands, and what it links to.

    A trusted caller's span is its parent. Another's is only linked: it must decide neither whether we record nor which trace we join.
    """
    if caller is None:
        return Context(), ()
    if trusted:
        return set_span_in_context(NonRecordingSpan(caller), Context()), ()
    return Context(), (Link(caller),)


def with_trace_id(context: Context) -> Context:
    """Return *context* with the ids of a span that nobody makes, unless it stands in a trace already."""
    if get_current_span(context).get_span_context().is_valid:
        return context
    made = SpanContext(_IDS.generate_trace_id(), _IDS.generate_span_id(), is_remote=True)
    return set_span_in_context(NonRecordingSpan(made), context)


def current_ids() -> dict[str, str]:
    """Return the ids of the current span as logs and records write them; nothing outside a trace."""
    context = get_current_span().get_span_context()
    if not context.is_valid:
        return {}
    return {"trace_id": format_trace_id(context.trace_id), "span_id": format_span_id(context.span_id)}
