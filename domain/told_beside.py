"""What a question cannot be answered without: where the file says it, it is told beside the question."""

from typing import Any

from domain.facts import Fact
from domain.operations import Operation


def told_beside(fact: str) -> tuple[Fact[Any], ...]:
    """Return the facts to be told beside the question for the fact with this id."""
    if fact == Operation.other_reservations_unsigned.id:
        return Operation.reservation_agreements_unsigned, Operation.guarantors
    return ()
