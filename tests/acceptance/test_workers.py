"""Several worker processes on PostgreSQL share one port, and end together while streams are open."""

import asyncio
import os
import signal
import socket
from asyncio.subprocess import DEVNULL

import httpx2
import pytest

from tests.acceptance.servers import BOUND, START
from tests.databases import on_postgresql

READY = {"status": "ready", "checks": {"database": "ok", "rules": "ok", "writer": "ok"}}
FOLLOW = {"query": "subscription { decisionRecorded { cursor } }"}


@on_postgresql
@pytest.mark.server
async def test_workers_answer_on_one_port_and_end_although_streams_are_open(database_address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    environment = {**os.environ, "ATTENDU_DATABASE_URL": database_address, "ATTENDU_MODE": "development"}
    process = await asyncio.create_subprocess_exec(*START, str(port), "--workers", "2", env=environment, stdout=DEVNULL)
    try:
        async with asyncio.timeout(BOUND), httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=BOUND, trust_env=False) as http:
            await ready(http)
            headers = {"accept": "text/event-stream"}
            opened = [await http.send(http.build_request("POST", "/graphql", json=FOLLOW, headers=headers), stream=True) for _ in range(6)]
            assert [each.status_code for each in opened] == [200] * 6
            process.send_signal(signal.SIGTERM)
            for each in opened:
                async for _ in each.aiter_bytes():
                    pass
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ready(http: httpx2.AsyncClient) -> None:
    """Wait until somebody answers."""
    while True:
        try:
            if (await http.get("/readyz")).json() == READY:
                return
        except httpx2.TransportError:
            await asyncio.sleep(0.05)
