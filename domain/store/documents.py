"""
How a document becomes the bytes of a column, and back: the only place that knows.

The bytes are JSON in UTF-8, which a person can read in the database.
"""

from collections.abc import Mapping
from typing import Any

import orjson

Document = Mapping[str, Any]
"""A subject's facts and parts by id: ``{"facts": {"household.commune": "35238"}, "parts": {"household.persons": […]}}``."""


def encode(document: Document) -> bytes:
    """Return the bytes to store for *document*.

    Raises:
        TypeError: it holds something that JSON cannot.
    """
    return orjson.dumps(document)


def decode(stored: bytes) -> dict[str, Any]:
    """Return the document whose bytes were stored."""
    document: dict[str, Any] = orjson.loads(stored)
    return document
