"""
What the record of decisions may answer instead of a value.

    AttenduError
    └── AuditError
        ├── RecordUnavailable   the decision could not be stored, so it must not be given
        ├── VersionAltered      a stored version of the rules is not what its digest was made of
        ├── VersionSilent       a stored version of the rules does not run here
        ├── PastRulesSilent     ... and a question about that time is not answered
        ├── NoRulesThen         no version of the rules was in force at that time
        └── FactsRefused        a stored version of the rules cannot read the facts it is asked about
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


class VersionAltered(AuditError):
    """A stored version of the rules is not what its digest was made of."""

    code = "VERSION_ALTERED"

    def __init__(self, digest: str) -> None:
        super().__init__(
            f"The rules stored as {digest[:12]} are not those that ran: their digest differs. Restore this row of rule_set from a backup."
        )


class VersionSilent(AuditError):
    """A stored version of the rules does not run here."""

    code = "VERSION_SILENT"

    def __init__(self, digest: str, why: str) -> None:
        self.why = why
        super().__init__(f"The rules stored as {digest[:12]} do not run here: {why}")


class PastRulesSilent(AuditError):
    """The version that was in force does not run here; says nothing of why, which may quote facts."""

    code = "PAST_RULES_SILENT"

    def __init__(self, digest: str) -> None:
        super().__init__(
            f"The rules that were in force then, {digest[:12]}, do not run here, so nothing was decided. "
            "Read the decisions of that time, or leave knownAt out for the rules and facts of today."
        )


class NoRulesThen(AuditError):
    """No version of the rules was in force at that time."""

    code = "NO_RULES_THEN"

    def __init__(self) -> None:
        super().__init__("No rules were in force then: ask about a later instant, or leave knownAt out.")


class FactsRefused(AuditError):
    """A stored version of the rules cannot read the facts it is asked about."""

    code = "FACTS_REFUSED"

    def __init__(self, digest: str, why: str) -> None:
        super().__init__(f"The rules stored as {digest[:12]} cannot read these facts: {why}")
