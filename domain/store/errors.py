"""
What the store may answer instead of a value.

    AttenduError
    └── StoreError
        ├── StoreUnavailable    the database is gone
        │   ├── StoreLocked     ... or locked
        │   └── StoreFull       ... or full
        ├── TextNotStorable     a text that PostgreSQL cannot hold
        ├── StoreTaken          another process serves this SQLite file
        ├── StoreAddressRefused the address names no database that can be used here
        ├── SchemaOutdated      the tables are not those of this version
        ├── SubjectExists       the id of a new subject is taken
        ├── SubjectUnknown      no subject has this id
        ├── RevisionConflict    somebody else changed the subject first
        ├── KeyTaken            this change was made already, under its idempotency key
        └── KeyReused           another change was made under this idempotency key

No message repeats SQL, a parameter, a path or what the database said.
"""

from domain.errors import AttenduError


class StoreError(AttenduError):
    """Anything the store answers instead of a value."""

    code = "STORE_ERROR"


class StoreUnavailable(StoreError):
    """The database cannot be used now; nothing of what was asked may be counted on."""

    code = "STORE_UNAVAILABLE"
    message = "The database does not answer. Try again; if it lasts, see that it runs and can be reached."

    def __init__(self) -> None:
        super().__init__(self.message)


class StoreLocked(StoreUnavailable):
    """The database is busy with somebody else's work."""

    code = "STORE_LOCKED"
    message = "The database is busy with somebody else's work. Try again; if it lasts, end the process that holds it."


class StoreFull(StoreUnavailable):
    """The database has no room left."""

    code = "STORE_FULL"
    message = "The database has no room left. Free disk space, then try again; no restart is needed."


class TextNotStorable(StoreError):
    """A text with a null character, which PostgreSQL neither holds nor compares."""

    code = "BAD_TEXT"

    def __init__(self) -> None:
        super().__init__("A text here holds a null character. Leave it out.")


class StoreTaken(StoreError):
    """Another process serves this SQLite file."""

    code = "STORE_TAKEN"

    def __init__(self) -> None:
        super().__init__(
            "Another process already serves this SQLite database, and only one can. "
            "Stop the other, or set ATTENDU_DATABASE_URL to a PostgreSQL database, which many processes may share."
        )


class StoreAddressRefused(StoreError):
    """The address names no database that can be used here."""

    code = "STORE_ADDRESS_REFUSED"


class SchemaOutdated(StoreError):
    """The tables are not those of this version."""

    code = "SCHEMA_OUTDATED"

    def __init__(self) -> None:
        super().__init__("The tables of the database are not those of this version. Run `attendu db upgrade`.")


class SubjectExists(StoreError):
    """The id of a new subject is taken."""

    code = "SUBJECT_EXISTS"

    def __init__(self, subject_id: str) -> None:
        super().__init__(f"A subject with the id {subject_id} exists already. Append a revision to it, or take a new id.")


class SubjectUnknown(StoreError):
    """No subject has this id."""

    code = "SUBJECT_UNKNOWN"

    def __init__(self) -> None:
        super().__init__("No subject has this id. Create it first.")


class RevisionConflict(StoreError):
    """Somebody else changed the subject first; *current* is the number of its last revision now."""

    code = "REVISION_CONFLICT"

    def __init__(self, current: int) -> None:
        self.current = current
        super().__init__(f"The subject has changed since it was read: its revision is now {current}. Read it again, then change it.")


class KeyTaken(StoreError):
    """This change was made already, under its idempotency key: *type* and *ids* say what it made."""

    code = "IDEMPOTENCY_KEY_TAKEN"

    def __init__(self, made_type: str, ids: tuple[str, ...]) -> None:
        self.type = made_type
        self.ids = ids
        super().__init__("This change was made already, under its idempotency key. Read what it made.")


class KeyReused(StoreError):
    """Another change was made under this idempotency key."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self) -> None:
        super().__init__("Another change was made under this idempotency key. Give each change a new one, such as a UUID.")
