"""The planned days of an operation that follow each other: where one is put off, those after it are to be set anew."""

from datetime import date

from domain.facts import Fact
from domain.operations import Operation

IN_ORDER: tuple[Fact[date], ...] = (Operation.works_start, Operation.works_end, Operation.first_letting)


def planned_after(fact: str) -> tuple[Fact[date], ...]:
    """Return the planned days that come after that of the fact with this id."""
    ids = [each.id for each in IN_ORDER]
    return IN_ORDER[ids.index(fact) + 1 :] if fact in ids else ()
