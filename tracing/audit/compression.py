"""Zstandard, from the standard library where it has it (Python 3.14), else from its backport."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3
Damaged = zstd.ZstdError
"""What ``decompress`` raises for what was not compressed here, or is no longer whole."""


def compress(data: bytes) -> bytes:
    """Return *data* compressed."""
    return zstd.compress(data, LEVEL)


def decompress(data: bytes) -> bytes:
    """Return what was compressed."""
    return zstd.decompress(data)
