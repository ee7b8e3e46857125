"""
What the record of decisions may answer instead of a value.

    AttenduError
    └── AuditError
        └── RecordUnavailable   the decision could not be stored, so it must not be given
"""

from domain.errors import AttenduError


class AuditError(AttenduError):
    """Anything the record of decisions answers instead of a value."""

    code = "AUDIT_ERROR"


class RecordUnavailable(AuditError):
    """The decision could not be stored, so it must not be given."""

    code = "RECORD_UNAVAILABLE"

    def __init__(self) -> None:
        super().__init__("The decision could not be recorded, so it is not given. Ask again; if it lasts, see that the database answers.")
