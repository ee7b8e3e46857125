"""The kinds of files that are taken, each told by its first bytes: what a client calls its file is never believed."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

LOOKED_AT = 16
"""Bytes that tell a file's kind."""

HEIC = {b"heic", b"heix", b"mif1"}

BEGINNINGS: Mapping[str, Callable[[bytes], bool]] = MappingProxyType(
    {
        "application/pdf": lambda first: first.startswith(b"%PDF-"),
        "image/jpeg": lambda first: first.startswith(b"\xff\xd8\xff"),
        "image/png": lambda first: first.startswith(b"\x89PNG\r\n\x1a\n"),
        "image/tiff": lambda first: first.startswith((b"II*\0", b"MM\0*")),
        "image/webp": lambda first: first.startswith(b"RIFF") and first[8:12] == b"WEBP",
        "image/heic": lambda first: first[4:8] == b"ftyp" and first[8:12] in HEIC,
    }
)


def begins_as(media_type: str, first: bytes) -> bool:
    """Tell whether a file that begins with these bytes is of this kind."""
    begins = BEGINNINGS.get(media_type)
    return begins is not None and begins(first)
