"""What is counted and timed, named after the semantic conventions of OpenTelemetry where they have a name."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from opentelemetry import metrics as api
from opentelemetry.metrics import CallbackOptions, Histogram, Meter, Observation

from tracing.losses import Losses

RULE_ID, RULE_OUTCOME = "attendu.rule.id", "attendu.rule.outcome"

_PENDING = 64  # distinct runs counted before their rules are; counting 200 rules costs some 10 µs
_HTTP_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
_RUN_SECONDS = (0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1)


class RuleEvaluations:
    """
    How often each rule came out how.

    A run is counted as a whole, by the outcomes of all its rules, which many runs share; its rules are counted one by one when the
    metric is read, or when enough different runs have come together.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
        self._rules: Counter[tuple[str, str]] = Counter()

    def add(self, rules: tuple[str, ...], outcomes: tuple[str, ...]) -> None:
        """Count one run: the ids of its rules, best always the same tuple, and their outcomes in the same order."""
        with self._lock:
            self._runs[rules, outcomes] += 1
            if len(self._runs) > _PENDING:
                self._settle()

    def _settle(self) -> None:
        for (rules, outcomes), times in self._runs.items():
            for evaluation in zip(rules, outcomes, strict=True):
                self._rules[evaluation] += times
        self._runs.clear()

    def counts(self) -> dict[tuple[str, str], int]:
        """Return the evaluations so far by rule and outcome."""
        with self._lock:
            self._settle()
            return dict(self._rules)


@dataclass(frozen=True, slots=True)
class Metrics:
    """
    The instruments of the application.

    Attributes:
        run_seconds: `attendu.ruleset.evaluation.duration`, one value a run.
        http_seconds: `http.server.request.duration`, one value a request.
        graphql_fallbacks: `attendu.graphql.fallbacks`, operations that left the fast way, with the reason as `error.type`.
        evaluations: `attendu.rule.evaluations`, by rule and outcome.
        meter: for what is watched later.
    """

    run_seconds: Histogram
    http_seconds: Histogram
    graphql_fallbacks: api.Counter
    evaluations: RuleEvaluations
    meter: Meter

    def watch_record_queue(self, depth: Callable[[], int]) -> None:
        """Report as `attendu.record.queue.size` how many decisions wait to be committed."""
        self.meter.create_observable_up_down_counter(
            "attendu.record.queue.size",
            callbacks=[lambda _options: [Observation(depth())]],
            unit="{decision}",
            description="Decisions that wait for their record to be committed.",
        )


def instruments(meter: Meter, losses: Losses) -> Metrics:
    """Create every instrument on *meter*."""
    evaluations = RuleEvaluations()

    def evaluated(_options: CallbackOptions) -> Iterable[Observation]:
        return [Observation(n, {RULE_ID: rule, RULE_OUTCOME: outcome}) for (rule, outcome), n in evaluations.counts().items()]

    def lost(_options: CallbackOptions) -> Iterable[Observation]:
        return [Observation(n, {"error.type": reason}) for reason, n in losses.counts().items()]

    meter.create_observable_counter("attendu.rule.evaluations", [evaluated], "{evaluation}", "Rules evaluated, by rule and outcome.")
    meter.create_observable_counter("attendu.telemetry.spans.dropped", [lost], "{span}", "Spans lost on the way to the collector.")
    return Metrics(
        run_seconds=meter.create_histogram(
            "attendu.ruleset.evaluation.duration",
            "s",
            "Time to run a rule set once.",
            explicit_bucket_boundaries_advisory=_RUN_SECONDS,
        ),
        http_seconds=meter.create_histogram(
            "http.server.request.duration",
            "s",
            "Duration of HTTP server requests.",
            explicit_bucket_boundaries_advisory=_HTTP_SECONDS,
        ),
        graphql_fallbacks=meter.create_counter(
            "attendu.graphql.fallbacks", "{operation}", "Operations executed the slow, general way, by reason."
        ),
        evaluations=evaluations,
        meter=meter,
    )
