"""Files to upload that are fine but for what a test changes, and the store of what is known of them."""

from typing import Any

from domain.store.database import Database
from domain.store.items.files import File, FileStore
from tests.domain.store.items.acts import HARBOUR, a_household, an_act

PDF = b"%PDF-1.7\n" + b"a passport, page after page\n" * 20_000


async def a_file(database: Database, **changes: Any) -> File:
    """Announce a file of a new household and return it."""
    about: dict[str, Any] = {"name": "passeport n° 1.pdf", "media_type": "application/pdf", "size": len(PDF), **changes}
    act = an_act()
    await a_household(database)
    await FileStore(database).announce(act, about["name"], about["media_type"], about["size"])
    file = await FileStore(database).get(HARBOUR, act.id)
    assert file is not None
    return file


async def kept(database: Database, file: File, sha256: str) -> None:
    """Write down that the bytes of a file are there."""
    await FileStore(database).keep(an_act(), file, sha256)
