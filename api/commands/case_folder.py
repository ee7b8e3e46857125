"""The cases in a folder that somebody names."""

from pathlib import Path

from api.commands.errors import FileProblem, FileRefused
from rules.review.cases import Case, load_cases


def cases_in(folder: Path) -> list[Case]:
    """
    Return every case below *folder*.

    Raises:
        FileRefused: there is no such folder, or no case in it: nothing asked of no case would look like nothing found.
        BadCase: a case cannot be run.
    """
    if not folder.is_dir():
        raise FileRefused(folder, [FileProblem(0, "", "FILE_UNREADABLE", "there is no such folder; give that of the cases to --cases")])
    if not (found := load_cases(folder)):
        raise FileRefused(folder, [FileProblem(0, "", "EMPTY", "no case is in this folder; give that of the cases to --cases")])
    return found
