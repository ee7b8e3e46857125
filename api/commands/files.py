"""Reading the text of a file that somebody names."""

from pathlib import Path

from api.commands.errors import FileProblem, FileRefused


def read_text(path: Path) -> str:
    """
    Return the text in *path*.

    Raises:
        FileRefused: there is none, or it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(path, [FileProblem(1, "", "SYNTAX", "this is not text in UTF-8")]) from None
    except OSError as error:
        raise FileRefused(path, [FileProblem(1, "", "FILE_UNREADABLE", f"this file cannot be read: {error.strerror}")]) from None
