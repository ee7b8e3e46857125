"""A file goes from a client to an S3-compatible store and back, past a server that is a process of its own."""

import asyncio
import hashlib

import httpx2
import pytest

from tests.acceptance.servers import CREATE, Server
from tests.api.clients import a_person
from tests.api.files.buckets import a_bucket
from tests.api.files.contents import PDF
from tests.api.schema.items.changes import ANNOUNCE, CARD, CONFIRM, REMOVE
from tests.databases import on_sqlite


@on_sqlite
@pytest.mark.server
async def test_a_file_is_uploaded_to_a_bucket_confirmed_downloaded_from_it_and_removed(
    database_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_bucket(monkeypatch) as bucket:
        monkeypatch.setenv("ATTENDU_FILES", bucket)
        server = await Server.start(database_address, 0, asyncio.Event())
        try:
            async with httpx2.AsyncClient(timeout=60, trust_env=False) as client:

                async def ask(mutation: str, **given: object) -> dict[str, dict[str, str]]:
                    body = {"query": mutation, "variables": {"input": given}}
                    (made,) = (await client.post(f"{server.address}/graphql", json=body)).json()["data"].values()
                    return dict(made)

                household = (await ask(CREATE, facts={"persons": [a_person()]}))["household"]["id"]
                about = {"name": "carte.pdf", "mediaType": "application/pdf", "size": len(PDF)}
                announced = await ask(ANNOUNCE, subject=household, item=CARD, **about)
                upload, file = announced["upload"], announced["file"]["id"]
                assert not upload["url"].startswith((server.address, "/"))
                assert (await client.put(upload["url"], content=PDF, headers={"content-type": "application/pdf"})).status_code == 200
                confirmed = await ask(CONFIRM, file=file)
                got = await client.get(confirmed["file"]["downloadUrl"])
                await ask(REMOVE, file=file)
                gone = await client.get(confirmed["file"]["downloadUrl"])
        finally:
            await server.kill()
    assert confirmed["receipt"]["state"] == "RECEIVED"
    assert confirmed["file"]["sha256"] == hashlib.sha256(got.content).hexdigest() == hashlib.sha256(PDF).hexdigest()
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''carte.pdf"
    assert gone.status_code == 404
