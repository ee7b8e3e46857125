"""
Signed addresses for a folder: whoever has one may upload or download one file through the application, for a while.

They hold an id and no name: addresses end in the logs of others. The key that signs them is made at the first use and kept beside
the files, so that every process that shares the folder accepts them.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from itsdangerous import BadData, URLSafeSerializer

from domain.store.items.files import File
from domain.store.items.objects import told_plainly
from domain.store.reach import Reach

KEY_FILE = ".key"
UPLOAD, DOWNLOAD = "upload", "download"


class FolderSigner:
    """
    Signs addresses below *path*.

    Args:
        folder: that keeps the files, and the secret.
        path: where the application serves them.
        clock: the instant now.
    """

    def __init__(self, folder: Path, path: str, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._path = path
        self._clock = clock

    def upload(self, file: File, within: timedelta) -> str:
        """Return the address to upload the bytes of *file* to, on this server."""
        return self._address(UPLOAD, file, within)

    def download(self, file: File, within: timedelta) -> str:
        """Return the address to download *file* from, on this server."""
        return self._address(DOWNLOAD, file, within)

    def granted(self, what: str, token: str) -> tuple[Reach, str] | None:
        """Return whose file a token is for, and its id; ``None`` where it was not signed here for that, or is too old."""
        try:
            until, organisation, file_id = self._serializer(what).loads(token)
        except BadData:
            return None
        return (Reach(organisation), file_id) if self._clock().timestamp() < until else None

    def _address(self, what: str, file: File, within: timedelta) -> str:
        until = int((self._clock() + within).timestamp())
        token = self._serializer(what).dumps([until, file.organisation, file.id])
        return f"{self._path}/{token!s}"

    def _serializer(self, what: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._secret, salt=what, signer_kwargs={"digest_method": sha256})

    @cached_property
    def _secret(self) -> bytes:
        with told_plainly():
            self._folder.mkdir(parents=True, exist_ok=True)
            kept = self._folder / KEY_FILE
            fresh = self._folder / f"{KEY_FILE}.{secrets.token_hex(8)}"
            if not kept.exists():
                with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(secrets.token_bytes(32))
                with suppress(FileExistsError):  # another process was first
                    kept.hardlink_to(fresh)
                fresh.unlink()
            return kept.read_bytes()
