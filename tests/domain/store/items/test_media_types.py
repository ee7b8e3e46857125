"""A kind of file is told by its first bytes."""

import pytest

from domain.store.items.media_types import BEGINNINGS, begins_as


@pytest.mark.parametrize(
    ("media_type", "first"),
    [
        ("application/pdf", b"%PDF-1.4"),
        ("image/jpeg", b"\xff\xd8\xff\xe0"),
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("image/tiff", b"II*\0"),
        ("image/webp", b"RIFF\x24\0\0\0WEBPVP8 "),
        ("image/heic", b"\0\0\0\x18ftypheic"),
    ],
)
def test_a_kind_of_file_is_told_by_its_first_bytes_from_every_other(media_type: str, first: bytes) -> None:
    assert [each for each in (*BEGINNINGS, "text/html") if begins_as(each, first)] == [media_type]
