"""Bytes wait apart until they have been read through; what is kept is what was announced; in a folder and in a bucket."""

import hashlib
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx2
import pytest

from api.files.opening import open_files
from api.files.routes import Files
from domain.store.database import Database
from domain.store.items.errors import FileMissing, FileNotAsAnnounced, FilesUnavailable
from domain.store.items.files import FileStore
from tests.api.files.buckets import a_bucket
from tests.api.files.contents import PDF, a_file
from tests.databases import on_sqlite
from tests.domain.store.items.acts import NOON

pytestmark = on_sqlite


def noon() -> datetime:
    return NOON


@pytest.fixture(params=["folder", "bucket"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if request.param == "folder":
        yield str(tmp_path / "files")
    else:
        with a_bucket(monkeypatch) as bucket:
            yield bucket


@pytest.fixture
def files(address: str, database: Database) -> Files:
    return open_files(address, FileStore(database), noon)


async def test_what_was_uploaded_is_kept_with_its_digest_and_read_back(files: Files, database: Database) -> None:
    file = await a_file(database)
    await files.objects.receive(file.id, io.BytesIO(PDF))
    with pytest.raises(FileMissing):
        await files.objects.read(file.id)
    digest = await files.objects.settle(file)
    assert digest == hashlib.sha256(PDF).hexdigest()
    assert b"".join(await files.objects.read(file.id)) == PDF
    assert await files.objects.settle(file) == digest, "settling again finds what was kept"


async def test_what_is_uploaded_later_to_the_same_address_changes_nothing_that_is_kept(files: Files, database: Database) -> None:
    file = await a_file(database)
    await files.objects.receive(file.id, io.BytesIO(PDF))
    await files.objects.settle(file)
    await files.objects.receive(file.id, io.BytesIO(b"something else"))
    assert b"".join(await files.objects.read(file.id)) == PDF


@pytest.mark.parametrize("content", [PDF[:-1], PDF + b"!", b"<script>" + PDF[8:], b""], ids=["shorter", "longer", "other type", "empty"])
async def test_what_is_not_as_announced_is_not_kept(files: Files, database: Database, content: bytes) -> None:
    file = await a_file(database)
    await files.objects.receive(file.id, io.BytesIO(content))
    with pytest.raises(FileNotAsAnnounced):
        await files.objects.settle(file)
    with pytest.raises(FileMissing):
        await files.objects.read(file.id)


async def test_what_was_not_uploaded_is_missing_and_what_is_removed_is_gone(files: Files, database: Database) -> None:
    file = await a_file(database)
    with pytest.raises(FileMissing):
        await files.objects.settle(file)
    await files.objects.receive(file.id, io.BytesIO(PDF))
    await files.objects.settle(file)
    for _ in range(2):
        await files.objects.remove(file.id)
    with pytest.raises(FileMissing):
        await files.objects.read(file.id)


async def test_a_store_that_cannot_be_used_says_so_and_names_no_path(tmp_path: Path, database: Database) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    file = await a_file(database)
    broken = open_files(str(tmp_path / "taken"), FileStore(database), noon)
    with pytest.raises(FilesUnavailable) as refused:
        await broken.objects.receive(file.id, io.BytesIO(PDF))
    assert "taken" not in str(refused.value)
    with pytest.raises(FilesUnavailable):
        await broken.objects.upload_address(file)


async def test_a_bucket_takes_uploads_and_gives_downloads_at_addresses_of_its_own(
    monkeypatch: pytest.MonkeyPatch, database: Database
) -> None:
    file = await a_file(database)
    with a_bucket(monkeypatch) as address:
        files = open_files(address, FileStore(database), noon)
        async with httpx2.AsyncClient() as client:
            put = await client.put(await files.objects.upload_address(file), content=PDF, headers={"content-type": "application/pdf"})
            await files.objects.settle(file)
            got = await client.get(await files.objects.download_address(file))
    assert (put.status_code, got.status_code, got.content) == (200, 200, PDF)
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''passeport%20n%C2%B0%201.pdf"
    assert got.headers["content-type"] == "application/pdf"
