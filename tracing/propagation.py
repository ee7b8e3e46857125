"""
W3C Trace Context, in and out: https://www.w3.org/TR/trace-context/.

The SDK's propagator parses; what it lets pass is refused here: a `traceparent` sent twice, which it would answer with the first.
Baggage is neither read nor sent: it is a caller's free text.
"""

from collections.abc import Iterable

from opentelemetry.trace import SpanContext, format_span_id, format_trace_id, get_current_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

_PROPAGATOR = TraceContextTextMapPropagator()


def caller(headers: Iterable[tuple[bytes, bytes]]) -> SpanContext | None:
    """Return the span that a request says it comes from, or None when it says none or says it wrongly."""
    found: dict[str, list[str]] = {"traceparent": [], "tracestate": []}
    for name, value in headers:
        values = found.get(name.decode("latin-1").lower())
        if values is not None:
            values.append(value.decode("latin-1"))
    if len(found["traceparent"]) != 1:
        return None
    context = get_current_span(_PROPAGATOR.extract(found)).get_span_context()
    return context if context.is_valid else None


def outgoing_headers() -> dict[str, str]:
    """Return the headers that let a called service continue the current trace; none outside a trace."""
    headers: dict[str, str] = {}
    _PROPAGATOR.inject(headers)
    return headers


def server_timing(context: SpanContext) -> str:
    """
    Return the value of a `Server-Timing` header that tells a browser which trace answered it.

    >>> server_timing(SpanContext(0x0AF7651916CD43DD8448EB211C80319C, 0xB7AD6B7169203331, is_remote=False))
    'trace;desc=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00'
    """
    return f"trace;desc=00-{format_trace_id(context.trace_id)}-{format_span_id(context.span_id)}-{context.trace_flags:02x}"
