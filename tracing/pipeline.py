"""
The way of a span from the request to its sink: one bounded queue, one thread.

A request only appends to the queue. What is over the bounds is lost and counted, newest first, so that nothing kept is thrown away.
Batches go when they are whole, or when their time is over; under load that is one request to the collector for many of ours.
The bounds and the pace are those of the SDK's batch processor (`OTEL_BSP_*`), with larger defaults: a run is some 200 spans.
"""

import logging
import os
import threading
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor

from tracing.losses import Losses, Reason
from tracing.rule_spans import RunSpans
from tracing.sinks import Sink

Waiting = tuple[ReadableSpan | RunSpans, int, int]  # with its number of spans and its size

_log = logging.getLogger(__name__)
_SPAN_SIZE = 2_048  # bytes that one span of the SDK's own keeps alive, about


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    How much waits, and how long.

    Attributes:
        spans: most spans in the queue (`OTEL_BSP_MAX_QUEUE_SIZE`).
        size: most bytes that the queue keeps alive, by what each run says of itself.
        batch: spans that wake the sender before its time, and go together (`OTEL_BSP_MAX_EXPORT_BATCH_SIZE`).
        delay: seconds between two batches otherwise (`OTEL_BSP_SCHEDULE_DELAY`, there in milliseconds).
    """

    spans: int = 262_144
    size: int = 64 * 2**20
    batch: int = 8_192
    delay: float = 5.0


class SpanPipeline(SpanProcessor):
    """A span processor that also takes whole runs."""

    def __init__(self, make_sink: Callable[[], Sink], losses: Losses, bounds: Bounds) -> None:
        self._make_sink = make_sink
        self._losses = losses
        self._bounds = bounds
        self._start()
        if hasattr(os, "register_at_fork"):
            restart = weakref.WeakMethod(self._restart)
            os.register_at_fork(after_in_child=lambda: (again := restart()) and again())

    def _start(self) -> None:
        self._queue: deque[Waiting] = deque()
        self._spans = self._size = self._in_flight = 0
        self._due = self._awaited = self._closed = False
        self._changed = threading.Condition()
        self._sink = self._make_sink()
        self._thread = threading.Thread(target=self._work, name="attendu-spans", daemon=True)
        self._thread.start()

    def _restart(self) -> None:
        """Begin anew in a forked process, which has neither the thread nor a right to its parent's spans and connections."""
        self._losses.restart()
        if not self._closed:
            self._start()

    def submit(self, run: RunSpans) -> None:
        """Take a run; neither blocks nor raises, and an unsampled run costs nothing."""
        if run.parent.trace_flags.sampled:
            self._put(run, run.count, run.size)

    def on_end(self, span: ReadableSpan) -> None:
        """Take a span of the SDK's own."""
        if span.context and span.context.trace_flags.sampled:
            self._put(span, 1, _SPAN_SIZE)

    def _put(self, item: ReadableSpan | RunSpans, spans: int, size: int) -> None:
        with self._changed:
            refusal = self._refusal(spans, size)
            if refusal is None:
                self._queue.append((item, spans, size))
                self._spans += spans
                self._size += size
                if self._spans >= self._bounds.batch and not self._due:
                    self._wake()
        if refusal is not None:
            self._losses.add(refusal, spans)

    def _refusal(self, spans: int, size: int) -> Reason | None:
        if self._closed:
            return "shutdown"
        full = self._spans + spans > self._bounds.spans or self._size + size > self._bounds.size
        return "queue_full" if full else None

    def _wake(self) -> None:
        self._due = True
        self._changed.notify_all()

    def _work(self) -> None:
        closing = False
        while not closing:
            with self._changed:
                self._changed.wait_for(lambda: self._due, self._bounds.delay)
                closing = self._closed
            more = True
            while more and (batch := self._take()):
                self._send(batch)
                self._losses.say()
                more = self._sent()
            self._losses.say()

    def _take(self) -> list[ReadableSpan | RunSpans]:
        """Move the next batch out of the queue."""
        batch = list[ReadableSpan | RunSpans]()
        with self._changed:
            self._due = False
            while self._queue and (not batch or self._in_flight + self._queue[0][1] <= self._bounds.batch):
                item, spans, size = self._queue.popleft()
                batch.append(item)
                self._in_flight += spans
                self._spans -= spans
                self._size -= size
        return batch

    def _sent(self) -> bool:
        """Note that a batch is sent; tell whether the next goes at once: because it is whole, or somebody waits until all are sent."""
        with self._changed:
            self._in_flight = 0
            self._awaited = self._awaited and bool(self._queue)
            self._changed.notify_all()
            return self._closed or self._awaited or self._spans >= self._bounds.batch

    def _send(self, batch: list[ReadableSpan | RunSpans]) -> None:
        try:
            lost = self._sink.send(batch)
        except Exception as error:  # noqa: BLE001  an exporter that breaks costs its batch, not the thread
            _log.error("A batch of spans could not be sent: %s", type(error).__qualname__)
            lost = self._in_flight
        self._losses.add("export_failed", lost if self._in_flight else 0)  # 0: `shutdown` gave up on it and has counted it

    def flush(self, timeout: float) -> bool:
        """Send what waits; return whether all was sent, or lost, within *timeout* seconds."""
        with self._changed:
            self._awaited = True
            self._wake()
            return self._changed.wait_for(lambda: not self._queue and not self._in_flight, timeout)

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Send what waits, as the SDK asks it."""
        return self.flush(timeout_millis / 1000)

    def shutdown(self, timeout: float = 5.0) -> None:
        """Send what waits for at most *timeout* seconds, count the rest as lost, and say so."""
        with self._changed:
            if self._closed:
                return
            self._closed = True
            self._wake()
        self._thread.join(timeout)
        with self._changed:
            left = self._spans + self._in_flight
            self._queue.clear()
            self._spans = self._size = self._in_flight = 0
        self._sink.close()
        self._losses.add("shutdown", left)
        self._losses.say(at_once=True)
