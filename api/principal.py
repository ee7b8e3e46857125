"""
Who asks: the one place that knows.

A caller's organisation bounds what there is for it; its roles say what it may do there. An applicant sees its own subjects only.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.store.reach import Reach


class Role(StrEnum):
    """What somebody is to an organisation."""

    APPLICANT = "applicant"
    CASEWORKER = "caseworker"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """
    Who asks.

    Args:
        id: a pseudonym, as records and revisions keep it.
        organisation: whose files there are for this caller.
        roles: what it may do; several add up, but for that of an applicant, which counts for nothing beside another.
        subjects: ids of an applicant's own subjects; of no meaning to anybody else.
    """

    id: str
    organisation: str
    roles: frozenset[Role]
    subjects: frozenset[str] = frozenset()

    @property
    def reach(self) -> Reach:
        """Whose files there are for this caller."""
        return Reach(self.organisation, self.subjects if self.roles == {Role.APPLICANT} else None)


DEMO: Final = "demo"
"""The organisation of the samples, and of whoever develops."""

DEVELOPMENT: Final = Principal(id="development", organisation=DEMO, roles=frozenset(Role) - {Role.APPLICANT})
"""Who asks without a token in development."""
