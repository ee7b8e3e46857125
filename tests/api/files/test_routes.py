"""A folder's files go over the application, at signed addresses, and are never shown or run; over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from socket import socket

import httpx2
import pytest
import uvicorn
from starlette.applications import Starlette

from api.files.opening import open_files
from api.files.routes import Files, FolderRoutes
from domain.store.database import Database
from domain.store.items.errors import FileMissing
from domain.store.items.files import FileStore
from tests.api.clients import Clock
from tests.api.files.contents import PDF, a_file, kept
from tests.databases import on_sqlite
from tests.domain.store.items.acts import an_act

pytestmark = [on_sqlite, pytest.mark.server]
AS_PDF = {"content-type": "application/pdf"}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def files(tmp_path: Path, database: Database, clock: Clock) -> Files:
    return open_files(str(tmp_path / "files"), FileStore(database), clock)


@pytest.fixture
async def client(files: Files) -> AsyncIterator[httpx2.AsyncClient]:
    app = Starlette(routes=FolderRoutes(lambda: files).routes())
    started = asyncio.Event()
    server = TellingServer(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"), started)
    serving = asyncio.create_task(server.serve())
    await started.wait()
    host, port = server.servers[0].sockets[0].getsockname()
    async with httpx2.AsyncClient(base_url=f"http://{host}:{port}") as made:
        yield made
    server.should_exit = True
    await serving


class TellingServer(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, started: asyncio.Event) -> None:
        super().__init__(config)
        self.told = started

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.told.set()


async def test_a_file_is_uploaded_kept_and_downloaded_as_one_to_be_saved(
    client: httpx2.AsyncClient, files: Files, database: Database
) -> None:
    file = await a_file(database, name='<a"b>\r\nx: y/../é.pdf')
    put = await client.put(await files.objects.upload_address(file), content=PDF, headers=AS_PDF)
    assert put.status_code == 204
    await kept(database, file, await files.objects.settle(file))
    got = await client.get(await files.objects.download_address(file))
    assert (got.status_code, got.content) == (200, PDF)
    assert got.headers["content-type"] == "application/pdf"
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''%3Ca%22b%3E%0D%0Ax%3A%20y%2F..%2F%C3%A9.pdf"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cache-control"] == "private, no-store"
    assert "x" not in got.headers


@pytest.mark.parametrize(
    ("content", "headers", "refusal"),
    [
        (PDF + b"!", {}, (413, "BODY_TOO_LARGE")),
        (PDF[:-1], {}, (400, "FILE_NOT_AS_ANNOUNCED")),
        (PDF, {"content-type": "text/html"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        (PDF, {"content-encoding": "gzip"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
    ],
    ids=["longer", "shorter", "other type", "packed"],
)
async def test_an_upload_that_is_not_as_announced_is_refused(  # noqa: PLR0917
    client: httpx2.AsyncClient, files: Files, database: Database, content: bytes, headers: dict[str, str], refusal: tuple[int, str]
) -> None:
    file = await a_file(database)
    put = await client.put(await files.objects.upload_address(file), content=content, headers=AS_PDF | headers)
    assert (put.status_code, put.json()["errors"][0]["extensions"]["code"]) == refusal
    with pytest.raises(FileMissing):
        await files.objects.settle(file)


async def test_an_address_is_good_for_its_time_its_file_and_its_use(
    client: httpx2.AsyncClient, files: Files, database: Database, clock: Clock
) -> None:
    file = await a_file(database)
    upload, download = await files.objects.upload_address(file), await files.objects.download_address(file)
    forged = f"{upload[:-9]}{'A' if upload[-9] != 'A' else 'B'}{upload[-8:]}"
    for address in (forged, download, "/files/x", "/files/.key"):
        assert (await client.put(address, content=PDF, headers=AS_PDF)).status_code == 403
    assert (await client.get(download)).status_code == 403, "it is not stored yet"
    clock.now += timedelta(minutes=15)
    refused = await client.put(upload, content=PDF, headers=AS_PDF)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (403, "ADDRESS_EXPIRED")


async def test_a_file_that_was_removed_is_no_longer_given_at_an_address_that_was(
    client: httpx2.AsyncClient, files: Files, database: Database
) -> None:
    file = await a_file(database)
    await client.put(await files.objects.upload_address(file), content=PDF, headers=AS_PDF)
    await kept(database, file, await files.objects.settle(file))
    download = await files.objects.download_address(file)
    await FileStore(database).remove(an_act(), file)
    assert (await client.get(download)).status_code == 403


async def test_an_address_names_no_file_and_every_process_that_shares_the_folder_accepts_it(
    client: httpx2.AsyncClient, files: Files, database: Database, tmp_path: Path, clock: Clock
) -> None:
    file = await a_file(database, name="Lévêque.pdf")
    other = open_files(str(tmp_path / "files"), FileStore(database), clock)
    address = await other.objects.upload_address(file)
    assert "veque" not in address
    assert (await client.put(address, content=PDF, headers=AS_PDF)).status_code == 204
    assert (tmp_path / "files" / ".key").stat().st_mode & 0o777 == 0o600
