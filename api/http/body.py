"""Reading the body of a request: in bounded bytes, unpacked, and bounded time."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Mapping

from starlette.requests import ClientDisconnect
from starlette.types import Receive

from api.http.errors import Code, RequestError
from api.http.settings import TransportSettings

CLOSE = ((b"connection", b"close"),)  # what is left of a refused body must not be read as the next request
GZIP = 31  # zlib's number for "gzip, the largest window"


async def read_body(receive: Receive, headers: Mapping[str, str], settings: TransportSettings) -> bytes:
    """
    Return the whole body, unpacked.

    Raises:
        RequestError: it is too large, too slow, or packed in a way that is not understood.
        ClientDisconnect: the client went away.
    """
    packed = _is_packed(headers)
    declared = headers.get("content-length", "")
    if declared.isdigit() and int(declared[:20]) > settings.body_bytes:
        raise _too_large(settings)
    try:
        async with asyncio.timeout(settings.body_seconds):
            chunks = _unpacked(_chunks(receive), settings) if packed else _chunks(receive)
            return await _joined(chunks, settings)
    except TimeoutError as error:
        message = f"The body did not arrive within {settings.body_seconds:g} s."
        raise RequestError(Code.TIMEOUT, message, status=408, headers=CLOSE) from error


def _is_packed(headers: Mapping[str, str]) -> bool:
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"identity", ""}:
        return False
    if encoding == "gzip":
        return True
    message = "Send the body as it is, or with Content-Encoding: gzip."
    raise RequestError(Code.UNSUPPORTED_MEDIA_TYPE, message, status=415, headers=((b"accept-encoding", b"gzip"), *CLOSE))


async def _joined(chunks: AsyncIterator[bytes], settings: TransportSettings) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > settings.body_bytes:
            raise _too_large(settings)
        parts.append(chunk)
    return parts[0] if len(parts) == 1 else b"".join(parts)


async def _chunks(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        yield message.get("body", b"")
        more = message.get("more_body", False)


async def _unpacked(chunks: AsyncIterator[bytes], settings: TransportSettings) -> AsyncIterator[bytes]:
    """Yield what gzip packed, never more at once than one byte over the limit."""
    unpacker = zlib.decompressobj(GZIP)
    async for chunk in chunks:
        waiting = chunk
        while waiting:
            try:
                yield unpacker.decompress(waiting, settings.body_bytes + 1)
            except zlib.error as error:
                raise _broken_gzip() from error
            if unpacker.unused_data:
                raise _broken_gzip()
            waiting = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise _broken_gzip()


def _broken_gzip() -> RequestError:
    return RequestError(Code.BAD_REQUEST, "The body is not one whole gzip stream, as Content-Encoding says.", headers=CLOSE)


def _too_large(settings: TransportSettings) -> RequestError:
    message = f"The body is longer than {settings.body_bytes} bytes, unpacked."
    return RequestError(Code.BODY_TOO_LARGE, message, status=413, headers=CLOSE)
