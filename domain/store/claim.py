"""The right to serve one SQLite file, held by one process at a time: SQLite has one writer, and the record's numbers one source."""

import asyncio
import fcntl
import os
from pathlib import Path

from domain.store.errors import StoreTaken, StoreUnavailable

PAUSE = 0.05


class Claim:
    """
    A lock on a file beside the database; the system lets go of it when the process ends, however it ends.

    Args:
        database: the SQLite file, or None for a database that needs no claim.
    """

    def __init__(self, database: Path | None) -> None:
        self._path = database and database.with_name(f"{database.name}-lock")
        self._held: int | None = None

    async def take(self, patience: float = 0.0) -> None:
        """Take the claim, waiting up to *patience* seconds for another process to end.

        Raises:
            StoreTaken: another process still holds it.
            StoreUnavailable: the folder of the database cannot be written to.
        """
        if self._path is None or self._held is not None:
            return
        try:
            opened = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            raise StoreUnavailable from None
        try:
            await _wait_for(opened, patience)
        except BaseException:
            os.close(opened)
            raise
        self._held = opened

    def release(self) -> None:
        """Give the claim back; a claim not held is no fault."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


async def _wait_for(opened: int, patience: float) -> None:
    deadline = asyncio.get_running_loop().time() + patience
    while not _locked(opened):
        if asyncio.get_running_loop().time() >= deadline:
            raise StoreTaken
        await asyncio.sleep(PAUSE)


def _locked(opened: int) -> bool:
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
