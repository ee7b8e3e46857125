"""Why an operation was left to graphql-core, and how often."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Fallback(StrEnum):
    """The reasons for which graphql-core executes an operation, or an object of it, itself."""

    SWITCHED_OFF = "switched_off"
    CUSTOM_EXECUTOR = "custom_executor"
    MIDDLEWARE = "middleware"
    ABORT_SIGNAL = "abort_signal"
    AWAITABLE_PREDICATE = "awaitable_predicate"
    INVALID_OPERATION = "invalid_operation"
    INCREMENTAL_DELIVERY = "incremental_delivery"
    FRAGMENT_VARIABLES = "fragment_variables"
    DIRECTIVE_VARIABLES = "directive_variables"
    SEEN_TOO_RARELY = "seen_too_rarely"
    NOT_TRUSTED = "not_trusted"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY_VARIANTS = "too_many_variants"
    TOO_SLOW_TO_COMPILE = "too_slow_to_compile"
    COMPILED_TOO_MUCH = "compiled_too_much"
    COMPILATION_FAILED = "compilation_failed"


class NotCompilableError(Exception):
    """Raised while compiling what graphql-core had better execute itself."""

    def __init__(self, reason: Fallback) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Counters:
    """How many operations ran compiled, how many plans were made, and what fell back for which reason."""

    compiled: int = 0
    plans: int = 0
    fallbacks: Counter[str] = field(default_factory=Counter)
    on_fallback: Callable[[str], None] | None = None

    def count_fallback(self, reason: Fallback) -> None:
        """Count one thing left to graphql-core, and tell whoever listens."""
        self.fallbacks[reason] += 1
        if self.on_fallback is not None:
            self.on_fallback(reason)
