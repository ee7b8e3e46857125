"""The planned days of an operation that follow each other: where one is put off, the others are to be set anew."""

from datetime import date

from domain.facts import Fact
from domain.operations import Operation

WORKS: tuple[Fact[date], ...] = (Operation.works_start, Operation.works_end, Operation.first_letting)
LOANS: tuple[Fact[date], ...] = (Operation.loan_signature_planned, Operation.loan_payment_planned)


def planned_after(fact: str) -> tuple[Fact[date], ...]:
    """Return the planned days that come after that of the fact with this id."""
    for in_order in (WORKS, LOANS):
        ids = [each.id for each in in_order]
        if fact in ids:
            return in_order[ids.index(fact) + 1 :]
    return ()


def planned_before(fact: str) -> tuple[Fact[date], ...]:
    """Return the planned days that prepare that of the fact with this id: far ahead of it, what they bring lapses."""
    return (Operation.tender_launch,) if fact == Operation.works_start.id else ()


def decided_with(fact: str) -> tuple[Fact[date], ...]:
    """Return the planned days to be decided with that of the fact with this id: where the two do not agree, either may move."""
    return (*planned_before(fact), Operation.loan_signature_planned) if fact == Operation.works_start.id else ()


def paid_by_loans(fact: str) -> tuple[Fact[date], ...]:
    """Return the days on which what the loans are for is to be paid, where that of the fact with this id is their first payment."""
    return (Operation.contract_delivery,) if fact == Operation.loan_payment_planned.id else ()
