"""A service on loopback that answers as it is told, byte by byte: well, late, never, too much or nonsense."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Service:
    """Counts what it is asked; *body* and *status* are its answer, *by_path* goes first; unless it is silent or cuts the line."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.headers: list[str] = []
        self.status = 200
        self.body: bytes | None = None
        self.by_path: dict[str, object] = {}
        self.more_headers = ""
        self.silent = False
        self.cut = False
        self.fails_first = 0
        self.address = ""

    def answers(self, value: object) -> None:
        """Answer *value* as JSON from now on."""
        self.body = json.dumps(value).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection, one request after the other."""
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                self.asked.append(head.decode().split(" ", 2)[1])
                self.headers.append(head.decode())
                if self.cut:
                    return
                if self.silent:
                    await asyncio.Event().wait()
                writer.write(self._answer())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self) -> bytes:
        status = 500 if len(self.asked) <= self.fails_first else self.status
        code = self.asked[-1].rpartition("/")[2]
        if self.asked[-1] in self.by_path:
            body = json.dumps(self.by_path[self.asked[-1]]).encode()
            return f"HTTP/1.1 200 Answer\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        body = self.body if self.body is not None else json.dumps({"code": code, "zone": "OTHER_REGIONS"}).encode()
        return f"HTTP/1.1 {status} Answer\r\nContent-Length: {len(body)}\r\n{self.more_headers}\r\n".encode() + body


@asynccontextmanager
async def serving() -> AsyncIterator[Service]:
    """Run a service on a free port of loopback."""
    service = Service()
    connections: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        await service.serve(reader, writer)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    service.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/communes"
    try:
        yield service
    finally:
        server.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
