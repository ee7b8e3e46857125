"""
Why a registry did not answer. These never leave ``domain.registries``: each becomes "unknown", with its code.

    RegistryFailure
    ├── TimedOut               no answer in time
    ├── Unavailable            refused, broken off, or an error of the service
    ├── CircuitOpen            it failed several times in a row and is left alone for a while
    ├── AnswerTooLarge         more than could be an answer
    └── AnswerNotUnderstood    not in the agreed form, or about something else

The codes have their words in ``domain.provided``. No failure repeats an answer or a question: either may be personal.
"""

from typing import ClassVar


class RegistryFailure(Exception):
    """A registry that did not answer as it should."""

    code: ClassVar[str] = "PROVIDER_FAILED"


class TimedOut(RegistryFailure):
    """No answer in time."""

    code = "PROVIDER_TIMEOUT"


class Unavailable(RegistryFailure):
    """The service refused, broke off, or said that it has an error."""

    code = "PROVIDER_UNAVAILABLE"


class CircuitOpen(RegistryFailure):
    """The service failed several times in a row and is left alone for a while."""

    code = "CIRCUIT_OPEN"


class AnswerTooLarge(RegistryFailure):
    """The answer is longer than any answer could be."""

    code = "ANSWER_TOO_LARGE"


class AnswerNotUnderstood(RegistryFailure):
    """The answer is not in the agreed form, or not about what was asked."""

    code = "ANSWER_NOT_UNDERSTOOD"
