"""Spans that will never arrive: counted by reason for a metric, and said in one log line."""

import logging
import threading
import time
from collections import Counter
from typing import Literal

Reason = Literal["queue_full", "export_failed", "shutdown", "unreadable"]

_SILENCE = 60  # seconds between two log lines
_log = logging.getLogger(__name__)


class Losses:
    """A count of lost spans by reason, shared by all threads."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forget everything, with a new lock: the one of a forked process may be held by a thread that is not there."""
        self._lock = threading.Lock()
        self._counts: Counter[Reason] = Counter()
        self._said = 0
        self._silent_until = 0.0

    def add(self, reason: Reason, spans: int) -> None:
        """Count *spans* as lost."""
        if spans:
            with self._lock:
                self._counts[reason] += spans

    def counts(self) -> dict[Reason, int]:
        """Return the spans lost so far, by reason."""
        with self._lock:
            return dict(self._counts)

    def say(self, *, at_once: bool = False) -> None:
        """Log the losses when there are new ones, at most once a minute unless *at_once*; not for the request path."""
        counts = self.counts()
        total = sum(counts.values())
        if total == self._said or (time.monotonic() < self._silent_until and not at_once):
            return
        self._said, self._silent_until = total, time.monotonic() + _SILENCE
        _log.warning("%d spans lost so far (%s): look at the collector and at OTEL_EXPORTER_OTLP_ENDPOINT", total, counts)
