"""
The bytes of files, in a folder or in an S3-compatible store, through one interface.

A client uploads to an address that is good for a quarter of an hour. What it uploads waits apart until it has been read through: its size,
kind and digest are found then, and what was read, nothing else, is written where files are kept. So a file that is kept never changes.

The library's own asynchronous calls are not used: a process that ends while one is under way may end in an abort. Threads wait instead.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cached_property
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Protocol
from urllib.parse import quote

from obstore import sign
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from domain.store.items.errors import FileMissing, FileNotAsAnnounced, FilesUnavailable
from domain.store.items.files import File
from domain.store.items.media_types import LOOKED_AT, begins_as

logger = logging.getLogger(__name__)

LARGEST = 20 * 2**20
"""Bytes of a file."""

UPLOAD_WITHIN = timedelta(minutes=15)
DOWNLOAD_WITHIN = timedelta(minutes=5)
IN_MEMORY = 2**20
PIECE = 2**18

Store = LocalStore | S3Store


class Signer(Protocol):
    """Makes addresses that let whoever has them upload or download one file, for a while."""

    def upload(self, file: File, within: timedelta) -> str:
        """Return the address to upload the bytes of *file* to, by PUT."""

    def download(self, file: File, within: timedelta) -> str:
        """Return the address to download *file* from."""


class Objects:
    """
    The store of bytes; every method raises FilesUnavailable when that cannot be used.

    Args:
        open_store: opens a folder or a bucket; called at the first use.
        signer: makes addresses.
    """

    def __init__(self, open_store: Callable[[], Store], signer: Signer) -> None:
        self._open_store = open_store
        self._signer = signer

    @cached_property
    def _store(self) -> Store:
        with told_plainly():
            return self._open_store()

    async def upload_address(self, file: File) -> str:
        """Return where to upload the bytes of *file*."""
        return await asyncio.to_thread(self._signer.upload, file, UPLOAD_WITHIN)

    async def download_address(self, file: File) -> str:
        """Return where to download a stored file from."""
        return await asyncio.to_thread(self._signer.download, file, DOWNLOAD_WITHIN)

    async def receive(self, file_id: str, content: IO[bytes]) -> None:
        """Write what was uploaded, to wait until it is settled."""
        await asyncio.to_thread(self._put, _waiting(file_id), content, None)

    async def settle(self, file: File) -> str:
        """
        Keep what was uploaded for *file*, and return its SHA-256 in hex digits. Doing so twice changes nothing.

        Raises:
            FileMissing: nothing was uploaded.
            FileNotAsAnnounced: it has another size, or is of another kind.
        """
        return await asyncio.to_thread(self._settle, file)

    async def read(self, file_id: str) -> Iterator[bytes]:
        """
        Return the bytes of a stored file, piece by piece.

        Raises:
            FileMissing: they are not there.
        """
        return await asyncio.to_thread(self._pieces, _kept(file_id))

    async def remove(self, file_id: str) -> None:
        """Delete the bytes of a file, wherever they are."""
        await asyncio.to_thread(self._delete, _waiting(file_id))
        await asyncio.to_thread(self._delete, _kept(file_id))

    def _settle(self, file: File) -> str:
        try:
            pieces, waited = self._pieces(_waiting(file.id)), True
        except FileMissing:  # it was settled before, and whoever did so did not come to write it down
            pieces, waited = self._pieces(_kept(file.id)), False
        digest = hashlib.sha256()
        with SpooledTemporaryFile(IN_MEMORY) as content:
            for piece in pieces:
                digest.update(piece)
                content.write(piece)
                if content.tell() > file.size:
                    raise FileNotAsAnnounced
            size = content.tell()
            content.seek(0)
            if size != file.size or not begins_as(file.media_type, content.read(LOOKED_AT)):
                raise FileNotAsAnnounced
            if waited:
                content.seek(0)
                self._put(_kept(file.id), content, file)
                self._delete(_waiting(file.id))
        return digest.hexdigest()

    def _put(self, path: str, content: IO[bytes], file: File | None) -> None:
        described: dict[str, str] | None = None
        if file is not None and isinstance(self._store, S3Store):  # a folder keeps no attributes; whoever serves it says them
            described = {"Content-Type": file.media_type, "Content-Disposition": saved_under(file.name)}
        with told_plainly():
            self._store.put(path, content, attributes=described)

    def _pieces(self, path: str) -> Iterator[bytes]:
        with told_plainly():
            try:
                found = self._store.get(path)
            except FileNotFoundError:
                raise FileMissing from None
        return _each(found.stream(PIECE))

    def _delete(self, path: str) -> None:
        with told_plainly(), suppress(FileNotFoundError):
            self._store.delete(path)


class BucketSigner:
    """
    Presigns for an S3-compatible store.

    Args:
        open_store: opens the bucket; called at the first use.
    """

    def __init__(self, open_store: Callable[[], S3Store]) -> None:
        self._open_store = open_store

    @cached_property
    def _store(self) -> S3Store:
        return self._open_store()

    def upload(self, file: File, within: timedelta) -> str:
        """Return the address to upload the bytes of *file* to."""
        with told_plainly():
            return sign(self._store, "PUT", _waiting(file.id), within)

    def download(self, file: File, within: timedelta) -> str:
        """Return the address to download *file* from; the store says with it that it is to be saved, not shown."""
        with told_plainly():
            return sign(self._store, "GET", _kept(file.id), within)


def saved_under(name: str) -> str:
    """Return the Content-Disposition that makes browsers save a file under its name, and never show it."""
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"


@contextmanager
def told_plainly() -> Iterator[None]:
    """
    Raise a FilesUnavailable in place of what the library raises, which may quote addresses and credentials.

    Raises:
        FilesUnavailable: the store of files cannot be used.
    """
    try:
        yield
    except (BaseError, OSError) as error:
        logger.warning("The store of files cannot be used: %s", type(error).__name__)
        raise FilesUnavailable from None


def _each(pieces: Iterable[Any]) -> Iterator[bytes]:
    with told_plainly():
        for piece in pieces:
            yield bytes(piece)


def _waiting(file_id: str) -> str:
    return f"awaiting/{file_id}"


def _kept(file_id: str) -> str:
    return f"stored/{file_id}"
