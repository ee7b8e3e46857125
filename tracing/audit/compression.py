"""Zstandard, from the standard library where it has it (Python 3.14), else from its backport."""

import sys
import threading

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3
Damaged = zstd.ZstdError
"""What ``decompress`` raises for what was not compressed here, or is no longer whole."""


class _Compressors(threading.local):
    """One a thread: making one costs more than a record."""

    def __init__(self) -> None:
        self.own = zstd.ZstdCompressor(LEVEL)


_compressors = _Compressors()


def compress(data: bytes) -> bytes:
    """Return *data* compressed, as one frame."""
    return _compressors.own.compress(data, zstd.ZstdCompressor.FLUSH_FRAME)


def decompress(data: bytes) -> bytes:
    """Return what was compressed."""
    return zstd.decompress(data)
