"""
What a caller can do wrong in this schema, each with a stable code and its remedy.

    AttenduError
    ├── Forbidden               the roles of the caller do not allow it
    ├── TooMuchMissing          rules wait for more facts than one answer tells
    └── ArgumentRefused         an argument that cannot be used
        ├── BadId               it is no id of ours
        ├── NoSuchSubject       there is no such file for the caller
        ├── BadCursor           it is no cursor of this list
        ├── TooManyIds          more ids than one question may ask for
        ├── BadPage             it is asked for from both ends at once
        ├── BadPageSize         fewer than one item, or more than a page holds
        ├── BadIdempotencyKey   it is empty or too long
        ├── BadLabel            it is empty or too long
        ├── NothingToCompare    neither a subject nor facts are given
        ├── DateOutOfRange      a day or an instant for which no rules are kept
        └── BadTraceLevel       ``extensions.ruleTrace.level`` is none of the levels
"""

from typing import ClassVar

from domain.errors import AttenduError


class Forbidden(AttenduError):
    """The roles of the caller do not allow it."""

    code: ClassVar[str] = "FORBIDDEN"

    def __init__(self) -> None:
        super().__init__("Your roles do not allow this: ask somebody whose roles do, or an administrator of your organisation.")


class TooMuchMissing(AttenduError):
    """Rules wait for more facts, counted once for each rule, than one answer tells."""

    code: ClassVar[str] = "LIMIT_EXCEEDED"

    def __init__(self, most: int) -> None:
        remedy = "ask for missing of the whole instead, or of one rule on one part by evaluation"
        super().__init__(f"These rules wait for more than {most} facts, each counted once a rule: {remedy}.")


class ArgumentRefused(AttenduError):
    """An argument that cannot be used."""

    code: ClassVar[str] = "ARGUMENT_REFUSED"


class BadId(ArgumentRefused):
    """It is no id of ours."""

    code = "BAD_ID"

    def __init__(self) -> None:
        super().__init__("This is no id: give one that an answer of this API contained.")


class NoSuchSubject(ArgumentRefused):
    """There is no such file, or no right to know of it."""

    code = "NOT_FOUND"

    def __init__(self) -> None:
        super().__init__("There is nothing with this id: give one that an answer of this API contained.")


class BadCursor(ArgumentRefused):
    """It is no cursor of this list."""

    code = "BAD_CURSOR"

    def __init__(self) -> None:
        super().__init__("This is no cursor of this list: give an endCursor of a page before, or none to begin anew.")


class TooManyIds(ArgumentRefused):
    """More ids than one question may ask for."""

    code = "TOO_MANY_IDS"

    def __init__(self, most: int) -> None:
        super().__init__(f"At most {most} ids can be asked for at once: ask for the rest in another question.")


class BadPage(ArgumentRefused):
    """It is asked for from both ends at once."""

    code = "BAD_PAGE"

    def __init__(self) -> None:
        super().__init__("A page is asked for with first (and after), or with last (and before), and not with both.")


class BadPageSize(ArgumentRefused):
    """Fewer than one item, or more than a page holds."""

    code = "BAD_PAGE_SIZE"

    def __init__(self, most: int) -> None:
        super().__init__(f"A page holds between 1 and {most} items: ask for so many, and for the rest with a cursor.")


class BadIdempotencyKey(ArgumentRefused):
    """It is empty or too long."""

    code = "BAD_IDEMPOTENCY_KEY"

    def __init__(self, longest: int) -> None:
        super().__init__(f"An idempotency key has between 1 and {longest} printable characters: give each change a new UUID.")


class BadLabel(ArgumentRefused):
    """It is empty or too long."""

    code = "BAD_LABEL"

    def __init__(self, longest: int) -> None:
        super().__init__(f"A label has between 1 and {longest} printable characters: shorten it, or leave it out.")


class NothingToCompare(ArgumentRefused):
    """Neither a subject nor facts are given."""

    code = "NOTHING_TO_COMPARE"

    def __init__(self) -> None:
        super().__init__("A comparison starts from somewhere: give the id of a subject, or facts.")


class DateOutOfRange(ArgumentRefused):
    """A day or an instant for which no rules are kept."""

    code = "DATE_OUT_OF_RANGE"


class BadTraceLevel(ArgumentRefused):
    """``extensions.ruleTrace.level`` is none of the levels."""

    code = "BAD_TRACE_LEVEL"

    def __init__(self) -> None:
        super().__init__("extensions.ruleTrace.level is one of NONE, SUMMARY, DECISIVE, FULL; none given: DECISIVE.")
