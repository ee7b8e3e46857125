"""
What may be done, and which role may do it.

Types and fields of the schema say what they need (:mod:`api.schema.declare`); an operation is refused before it runs where its caller lacks
some of what its fields need. What is ``PERSONAL`` or ``SENSITIVE`` is not refused but masked, value by value.
"""

from collections.abc import Mapping
from enum import Enum, StrEnum
from functools import cache
from typing import Final

from api.principal import Role


class Permission(StrEnum):
    """Something that a role may do with what is within reach."""

    RULES = "rules"  # read the rules
    SIMULATE = "simulate"  # try the rules on facts that are nobody's
    FILES = "files"  # open files: titles and outcomes, tasks, history, lists, events
    DECISIONS = "decisions"  # read the record of decisions
    PERSONAL = "personal"  # read values of personal facts, and what people wrote or sent
    SENSITIVE = "sensitive"  # read values of sensitive facts (health, origin), and what depends on them
    CREATE = "create"  # open new files, and name them
    CHANGE = "change"  # give and change facts
    OVERRIDE = "override"  # say otherwise than a registry, with a reason
    SEND = "send"  # send files for documents, comment on items
    WORK = "work"  # review documents, assign items


class Standing(Enum):
    """What a type of the schema says that needs no permission of its own."""

    INHERITED = "as what holds it"
    EACH = "each field says it"


Needs = Permission | Standing
INHERITED: Final = Standing.INHERITED
EACH: Final = Standing.EACH

READING: Final = frozenset({Permission.RULES, Permission.SIMULATE, Permission.FILES, Permission.DECISIONS})
VALUES: Final = frozenset({Permission.PERSONAL, Permission.SENSITIVE})

GRANTED: Final[Mapping[Role, frozenset[Permission]]] = {
    Role.APPLICANT: READING | VALUES | {Permission.CHANGE, Permission.SEND},
    Role.CASEWORKER: frozenset(Permission),
    Role.AUDITOR: READING,
    Role.ADMINISTRATOR: READING | {Permission.SEND, Permission.WORK},
}


@cache
def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """
    Return what these roles may do together.

    What an applicant may do is meant for its own files. With another role beside it, which reaches every file, it counts for nothing.
    """
    return frozenset().union(*(GRANTED[each] for each in roles - {Role.APPLICANT} or roles))
