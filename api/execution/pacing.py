"""Keeps compiling to a share of the time, whatever documents come."""

from time import monotonic

RESERVE_SECONDS = 1.0
"""What may be spent at once: on the documents of an application that has just started."""


class CompileTime:
    """
    Processor seconds left for compiling, refilled at a steady rate.

    More documents in use than plans may be kept push each other's plans out, and would be compiled again and again;
    so could those of an attacker. With this they cost a share of the time at most, and are executed by graphql-core.
    """

    def __init__(self, share: float) -> None:
        self._share = share
        self._left = RESERVE_SECONDS
        self._refilled_at = monotonic()

    def is_left(self) -> bool:
        """Tell whether something may be compiled now."""
        now = monotonic()
        self._left = min(RESERVE_SECONDS, self._left + self._share * (now - self._refilled_at))
        self._refilled_at = now
        return self._left > 0

    def spend(self, seconds: float) -> None:
        """Count what a compilation took."""
        self._left -= seconds

    def refill(self) -> None:
        """Forget what was spent."""
        self._left = RESERVE_SECONDS
