"""The queue between a request and the collector: never in the way, always bounded, honest about what it lost."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.otlp_receiver import OtlpReceiver, nobody
from tests.tracing.builders import a_parent, a_run
from tracing.losses import Losses
from tracing.pipeline import Bounds, SpanPipeline
from tracing.rule_spans import RuleSpan, RunSpans
from tracing.telemetry import Telemetry, set_up

Start = Callable[..., Telemetry]


class HeldSink:
    """Keeps what it gets, and gets no further than the first batch until it is released."""

    def __init__(self) -> None:
        self.batches: list[Sequence[ReadableSpan | RunSpans]] = []
        self.reached, self.released = threading.Event(), threading.Event()
        self.lost = 0
        self.error: Exception | None = None

    def send(self, batch: Sequence[ReadableSpan | RunSpans]) -> int:
        self.batches.append(batch)
        self.reached.set()
        assert self.released.wait(30)
        if self.error is not None:
            raise self.error
        return self.lost

    def close(self) -> None:
        self.released.set()


@pytest.fixture
def sink() -> HeldSink:
    return HeldSink()


@pytest.fixture
def losses() -> Losses:
    return Losses()


@pytest.fixture
def pipeline_with(sink: HeldSink, losses: Losses) -> Iterator[Callable[[Bounds], SpanPipeline]]:
    made: list[SpanPipeline] = []

    def make(bounds: Bounds) -> SpanPipeline:
        made.append(SpanPipeline(lambda: sink, losses, bounds))
        return made[-1]

    yield make
    sink.released.set()
    for pipeline in made:
        pipeline.shutdown(5)


def test_spans_beyond_the_bound_are_lost_and_counted(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses
) -> None:
    pipeline = pipeline_with(Bounds(spans=100, batch=1))
    pipeline.submit(a_run(10))
    assert sink.reached.wait(10)
    for _ in range(1_000):
        pipeline.submit(a_run(10))
    assert losses.counts() == {"queue_full": 9_900}
    assert len(pipeline._queue) == 10


def test_bytes_beyond_the_bound_are_lost_and_counted(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses
) -> None:
    pipeline = pipeline_with(Bounds(size=5_000, batch=1))
    pipeline.submit(a_run(1, size=1_000))
    assert sink.reached.wait(10)
    for _ in range(10):
        pipeline.submit(a_run(1, size=1_000))
    assert losses.counts() == {"queue_full": 5}


def test_an_unsampled_run_is_not_even_queued(pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink) -> None:
    pipeline = pipeline_with(Bounds(delay=60))

    def unread() -> Sequence[RuleSpan]:
        raise AssertionError("an unsampled run was read")

    pipeline.submit(RunSpans(a_parent(sampled=False), 1, 2, unread, 200))
    assert not pipeline._queue
    assert pipeline.flush(10)
    assert sink.batches == []


def test_a_batch_holds_no_more_spans_than_its_bound_but_always_one_run(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink
) -> None:
    pipeline = pipeline_with(Bounds(batch=25, delay=60))
    sink.released.set()
    pipeline.submit(a_run(10))
    pipeline.submit(a_run(10))
    pipeline.submit(a_run(90))
    assert pipeline.flush(10)
    assert [len(batch) for batch in sink.batches] == [2, 1]


def test_what_is_left_of_a_batch_waits_until_it_is_whole_or_its_time_is_over(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink
) -> None:
    pipeline = pipeline_with(Bounds(batch=25, delay=60))
    sink.released.set()
    for _ in range(3):
        pipeline.submit(a_run(10))
    with pipeline._changed:
        assert pipeline._changed.wait_for(lambda: sink.batches and not pipeline._in_flight, 10)
    pipeline.submit(a_run(10))
    assert pipeline.flush(10)
    assert [len(batch) for batch in sink.batches] == [2, 2]


def test_what_the_sink_loses_is_counted(pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses) -> None:
    pipeline = pipeline_with(Bounds(delay=60))
    sink.lost = 3
    sink.released.set()
    pipeline.submit(a_run(10))
    assert pipeline.flush(10)
    assert losses.counts() == {"export_failed": 3}


def test_a_sink_that_breaks_costs_its_batch_and_not_the_next(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline = pipeline_with(Bounds(delay=60))
    sink.released.set()
    sink.error = ValueError("Jeanne Martin, born in 1990")
    pipeline.submit(a_run(10))
    assert pipeline.flush(10)
    sink.error = None
    pipeline.submit(a_run(10))
    assert pipeline.flush(10)
    assert losses.counts() == {"export_failed": 10}
    assert len(sink.batches) == 2
    assert "ValueError" in caplog.text
    assert "Jeanne" not in caplog.text


def test_flush_and_shutdown_end_in_time_when_the_sink_hangs(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline = pipeline_with(Bounds(batch=1))
    pipeline.submit(a_run(10))
    assert sink.reached.wait(10)
    pipeline.submit(a_run(5))
    assert not pipeline.flush(0.01)
    pipeline.shutdown(0.01)
    pipeline.submit(a_run(2))
    assert losses.counts() == {"shutdown": 17}
    assert "15 spans lost so far" in caplog.text


def test_shutdown_sends_what_waits(pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses) -> None:
    pipeline = pipeline_with(Bounds(delay=60))
    sink.released.set()
    pipeline.submit(a_run(10))
    pipeline.shutdown(10)
    pipeline.shutdown(10)
    assert len(sink.batches) == 1
    assert losses.counts() == {}


def test_losses_are_said_in_one_line_a_minute(losses: Losses, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(100):
        losses.add("queue_full", 2)
        losses.say()
    assert [record.getMessage()[:24] for record in caplog.records] == ["2 spans lost so far ({'q"]


def test_many_threads_lose_no_span_and_count_every_loss(
    pipeline_with: Callable[[Bounds], SpanPipeline], sink: HeldSink, losses: Losses
) -> None:
    pipeline = pipeline_with(Bounds(spans=500, batch=7))
    sink.released.set()

    def submit_many() -> None:
        for _ in range(500):
            pipeline.submit(a_run(1))

    threads = [threading.Thread(target=submit_many) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert pipeline.flush(10)
    assert sum(map(len, sink.batches)) + losses.counts().get("queue_full", 0) == 4_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*use of fork.*:DeprecationWarning")
def test_a_forked_process_has_a_queue_and_a_thread_of_its_own(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_METRICS_EXPORTER="none", OTEL_BSP_SCHEDULE_DELAY="60000")
    telemetry.submit(a_run(2))
    child = os.fork()
    if child == 0:  # pragma: no cover  another process
        telemetry.submit(a_run(5))
        os._exit(0 if telemetry.flush(10) else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert len(receiver.spans) == 5
    assert telemetry.flush(10)
    assert len(receiver.spans) == 7


def test_nobody_at_the_endpoint_costs_the_spans_and_nothing_else(telemetry_at: Start, caplog: pytest.LogCaptureFixture) -> None:
    telemetry = telemetry_at(nobody(), OTEL_METRICS_EXPORTER="none", OTEL_EXPORTER_OTLP_TIMEOUT="1")
    for _ in range(20):
        telemetry.submit(a_run(200))
    assert telemetry.flush(20)
    assert telemetry.losses.counts() == {"export_failed": 4_000}
    assert len([record for record in caplog.records if record.name == "tracing.losses"]) == 1


def test_a_collector_that_hangs_holds_up_neither_requests_nor_the_end(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_BSP_MAX_EXPORT_BATCH_SIZE="200", OTEL_BSP_MAX_QUEUE_SIZE="1000")
    receiver.open.clear()
    telemetry.submit(a_run(200))
    assert receiver.wait(lambda: receiver.received == 1)
    for _ in range(100):
        telemetry.submit(a_run(200))
    telemetry.shutdown(0.2)
    assert telemetry.losses.counts() == {"queue_full": 19_000, "shutdown": 1_200}


def test_a_busy_collector_gets_the_spans_when_it_asked_to_be_tried_again(receiver: OtlpReceiver, telemetry_at: Start) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_METRICS_EXPORTER="none", OTEL_BSP_MAX_EXPORT_BATCH_SIZE="200")
    receiver.errors.extend([503, 429])
    receiver.retry_after = 0
    telemetry.submit(a_run(200))
    assert telemetry.flush(10)
    assert receiver.received == 3
    assert len(receiver.spans) == 200
    assert telemetry.losses.counts() == {}


def test_a_large_batch_goes_out_in_requests_that_collectors_accept(
    receiver: OtlpReceiver, telemetry_at: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracing.sinks._BODY", 100_000)
    telemetry = telemetry_at(receiver.endpoint, OTEL_METRICS_EXPORTER="none", OTEL_BSP_SCHEDULE_DELAY="60000")
    for _ in range(20):
        telemetry.submit(a_run(200))
    assert telemetry.flush(10)
    assert len(receiver.spans) == 4_000
    assert max(int(headers["content-length"]) for headers in receiver.headers) < 300_000


def unreadable() -> Sequence[RuleSpan]:
    raise LookupError("Jeanne Martin")


def unwritable() -> Sequence[RuleSpan]:
    wrong: Any = {"attendu.rule.id": ["Jeanne Martin"]}
    return [RuleSpan("evaluate_rule", b"12345678", wrong)]


@pytest.mark.parametrize("spans", [unreadable, unwritable])
def test_a_run_that_cannot_be_told_costs_no_other(
    receiver: OtlpReceiver, telemetry_at: Start, caplog: pytest.LogCaptureFixture, spans: Callable[[], Sequence[RuleSpan]]
) -> None:
    telemetry = telemetry_at(receiver.endpoint, OTEL_METRICS_EXPORTER="none")
    telemetry.submit(a_run(3))
    telemetry.submit(RunSpans(a_parent(), 1, 2, spans, 7))
    telemetry.submit(a_run(3))
    assert telemetry.flush(10)
    assert len(receiver.spans) == 6
    assert telemetry.losses.counts() == {"unreadable": 7}
    assert "Jeanne" not in caplog.text


def test_another_exporter_too_gets_the_runs_that_can_be_told() -> None:
    exporter = InMemorySpanExporter()
    telemetry = set_up(span_exporters=[exporter])
    telemetry.submit(RunSpans(a_parent(), 1, 2, unreadable, 7))
    telemetry.submit(a_run(3))
    telemetry.shutdown(10)
    assert len(exporter.get_finished_spans()) == 3
    assert telemetry.losses.counts() == {"unreadable": 7}
