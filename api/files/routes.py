"""
Uploads to and downloads from a folder: what an S3-compatible store does by itself.

Nothing here is asked who it is: the address was signed for somebody who was. A file is sent as one to be saved, of the type that was found,
never as one to be shown or run.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from api.files.signing import DOWNLOAD, UPLOAD, FolderSigner
from domain.errors import AttenduError
from domain.store.errors import StoreUnavailable
from domain.store.items.errors import FileMissing, FilesUnavailable
from domain.store.items.files import AWAITING, STORED, File, FileStore
from domain.store.items.objects import IN_MEMORY, Objects, saved_under

PATH = "/files"
BODY_SECONDS = 120.0


class UploadRefused(AttenduError):
    """An upload or download that is refused; *status* is that of HTTP."""

    def __init__(self, code: str, status: int, message: str) -> None:
        self.code = code  # type: ignore[misc]  # one class for the few codes of this layer
        self.status = status
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Files:
    """
    Files: what is known of them, and their bytes.

    Args:
        store: what is known of them.
        objects: their bytes.
        signer: of a folder, whose addresses lead here; none: those of a bucket, which lead there.
    """

    store: FileStore
    objects: Objects
    signer: FolderSigner | None = None


class FolderRoutes:
    """
    The routes of a folder.

    Args:
        files: the files that this process serves.
    """

    def __init__(self, files: Callable[[], Files]) -> None:
        self._files = files

    def routes(self) -> list[BaseRoute]:
        """Return the routes, for PUT and for GET."""
        return [Route(f"{PATH}/{{token}}", self._put, methods=["PUT"]), Route(f"{PATH}/{{token}}", self._get, methods=["GET"])]

    async def _put(self, request: Request) -> Response:
        try:
            file = await self._file(UPLOAD, request, AWAITING)
            with SpooledTemporaryFile(IN_MEMORY) as content:
                async with asyncio.timeout(BODY_SECONDS):
                    await _read(request, file, content)
                content.seek(0)
                await self._files().objects.receive(file.id, content)
        except TimeoutError:
            return _refused(UploadRefused("TIMEOUT", 408, f"The file did not arrive within {BODY_SECONDS:g} s. Send it again."))
        except ClientDisconnect:
            return Response(status_code=400)
        except (UploadRefused, FilesUnavailable, StoreUnavailable) as error:
            return _refused(error)
        return Response(status_code=204)

    async def _get(self, request: Request) -> Response:
        try:
            file = await self._file(DOWNLOAD, request, STORED)
            pieces = await self._files().objects.read(file.id)
        except (UploadRefused, FileMissing, FilesUnavailable, StoreUnavailable) as error:
            return _refused(error)
        headers = {
            "content-disposition": saved_under(file.name),
            "cache-control": "private, no-store",
            "x-content-type-options": "nosniff",
        }
        headers |= {"content-length": str(file.size), "content-security-policy": "sandbox"}
        return StreamingResponse(pieces, media_type=file.media_type, headers=headers)

    async def _file(self, what: str, request: Request, state: str) -> File:
        files = self._files()
        signer, token = files.signer, request.path_params["token"]
        granted = None if signer is None else await asyncio.to_thread(signer.granted, what, token)
        file = None if granted is None else await files.store.get(*granted)
        if file is None or file.state != state:
            raise UploadRefused("ADDRESS_EXPIRED", 403, "This address is not valid, or no longer. Ask for another one.")
        return file


async def _read(request: Request, file: File, content: Any) -> None:
    if request.headers.get("content-encoding", "identity") != "identity":
        raise UploadRefused("UNSUPPORTED_MEDIA_TYPE", 415, "Send the bytes of the file as they are, without Content-Encoding.")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != file.media_type:
        raise UploadRefused("UNSUPPORTED_MEDIA_TYPE", 415, "Send the file with the Content-Type that was announced.")
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > file.size:
            raise UploadRefused("BODY_TOO_LARGE", 413, "The file is longer than was announced. Announce it as it is.")
        content.write(piece)
    if size != file.size:
        raise UploadRefused("FILE_NOT_AS_ANNOUNCED", 400, "The file is shorter than was announced. Announce it as it is.")


def _refused(error: AttenduError) -> Response:
    status = error.status if isinstance(error, UploadRefused) else 404 if isinstance(error, FileMissing) else 503
    body = orjson.dumps({"errors": [{"message": str(error), "extensions": {"code": error.code}}]})
    # what is left of a refused upload must not be read as the next request
    return Response(body, status, {"connection": "close"}, media_type="application/json")
