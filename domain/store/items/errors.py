"""
What the store of files may answer instead of a file.

    AttenduError
    └── FileError
        ├── FilesUnavailable      the store of files is gone or full
        ├── FileMissing           nothing was uploaded, or it is no longer there
        └── FileNotAsAnnounced    what was uploaded has another size, or is of another kind
"""

from domain.errors import AttenduError


class FileError(AttenduError):
    """Anything the store of files answers instead of a file."""

    code = "FILE_ERROR"


class FilesUnavailable(FileError):
    """The store of files cannot be used now."""

    code = "FILES_UNAVAILABLE"

    def __init__(self) -> None:
        super().__init__("The store of files does not answer, or has no room. Try again; if it lasts, see what ATTENDU_FILES names.")


class FileMissing(FileError):
    """Nothing was uploaded, or it is no longer there."""

    code = "FILE_MISSING"

    def __init__(self) -> None:
        super().__init__("The bytes of this file are not there. Upload them to the address that was given, or announce the file again.")


class FileNotAsAnnounced(FileError):
    """What was uploaded has another size, or is of another kind."""

    code = "FILE_NOT_AS_ANNOUNCED"

    def __init__(self) -> None:
        super().__init__("What was uploaded has another size than was announced, or is no file of that type. Announce it as it is.")
