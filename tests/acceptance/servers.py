"""Servers as processes of their own, and clients that ask them over HTTP without a pause and keep every answer."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import httpx2

BOUND = 240
"""Seconds after which a server that ought to answer is taken to be blocked."""

START = (sys.executable, "-c", "from api.cli import main; main()", "serve", "--port")
CREATE = """
mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { ... on HouseholdSaved { household { id } } } }
"""
ASK = "query ($id: ID!) { household(id: $id) { documents { key } decision { id number } } }"
QUIET = {"ruleTrace": {"level": "NONE"}}


class Server:
    """
    A server on a port of its own, with clients that never pause.

    Attributes:
        told: the number of each decision that a client received, by its id.
        failed: answers that were errors, but for connections that broke.
    """

    def __init__(self, process: Process, address: str, load: asyncio.Event) -> None:
        self.process = process
        self.address = address
        self._load = load
        self.told: dict[UUID, int] = {}
        self.failed: list[object] = []
        self._clients: list[asyncio.Task[None]] = []

    @classmethod
    async def start(cls, database: str, clients: int, load: asyncio.Event, **environment: str) -> "Server":
        """Start a server over *database* and, once it answers, so many clients, which ask while *load* is set."""
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        given = {**os.environ, "ATTENDU_DATABASE_URL": database, "ATTENDU_MODE": "development", **environment}
        process = await asyncio.create_subprocess_exec(*START, str(port), env=given, stdout=DEVNULL)
        server = cls(process, f"http://127.0.0.1:{port}", load)
        try:
            await server._answers()
        except BaseException:
            await server.kill()
            raise
        server._clients = [asyncio.create_task(server._ask_for_ever()) for _ in range(clients)]
        return server

    async def _answers(self) -> None:
        async with asyncio.timeout(BOUND), self._http() as http:
            while True:
                assert self.process.returncode is None, "the server did not start"
                try:
                    if (await http.get("/readyz")).status_code == 200:
                        return
                except httpx2.TransportError:
                    await asyncio.sleep(0.05)

    def _http(self) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(base_url=self.address, timeout=BOUND, trust_env=False)

    async def _ask_for_ever(self) -> None:
        async with self._http() as http:
            try:
                made = await self._send(http, CREATE, {"input": {"facts": {"rent": "500"}}})
                variables = {"id": made["createHousehold"]["household"]["id"]}
                while True:
                    await self._load.wait()
                    decision = (await self._send(http, ASK, variables))["household"]["decision"]
                    self.told[UUID(decision["id"])] = decision["number"]
            except httpx2.TransportError:
                return  # it was killed

    async def _send(self, http: httpx2.AsyncClient, query: str, variables: Mapping[str, object]) -> dict[str, Any]:
        answer = (await http.post("/graphql", json={"query": query, "variables": variables, "extensions": QUIET})).json()
        if "errors" in answer:
            self.failed.append(answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    async def tells(self, more: int) -> None:
        """Wait until clients have received *more* decisions than now."""
        wanted = len(self.told) + more
        async with asyncio.timeout(BOUND):
            while len(self.told) < wanted:
                assert self.process.returncode is None
                assert self.failed == []
                await asyncio.sleep(0.005)

    def stop(self) -> None:
        """Hold the process where it is."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let the process run on."""
        self.process.send_signal(signal.SIGCONT)

    async def kill(self) -> dict[UUID, int]:
        """Kill the process; return all that its clients received."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        await asyncio.gather(*self._clients)
        return self.told
