"""Serving the application: uvicorn on uvloop and httptools; several processes only where the database can be shared."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from socket import socket
from typing import Any

import uvicorn

from api.app import create_app
from api.collector import Settled
from api.logs import configure_logs
from api.reloading import serve_reloading
from api.settings import SettingRefused, Settings
from domain.store.migrate import upgrade
from domain.store.opening import open_database
from rules.library import load_rule_sets

FACTORY = "api.app:create_app_from_environment"
GRACE = 5
"""Seconds that requests under way are given when the process is told to stop."""


Ready = Callable[[str], Awaitable[None]]


def serve(settings: Settings, *, host: str, port: int, workers: int = 1, reload: bool = False, ready: Ready | None = None) -> None:
    """
    Serve until the process is told to stop.

    Args:
        settings: of this process; other processes read theirs from the environment.
        host: where to listen.
        port: where to listen; 0: any that is free.
        workers: processes.
        reload: start again when a rule or a module changes.
        ready: called with the address once this process answers; where it fails, the server stops.

    Raises:
        SettingRefused: several processes on an SQLite file.
        RuleSetError: a rule, figure or source cannot stand.
        StoreError: the database cannot be used.
        SystemExit: it could not start.
    """
    options = _options(host, port)
    configure_logs(settings.log_level, plain=settings.development)
    if reload:
        serve_reloading(serve_from_environment, options | {"timeout_graceful_shutdown": 1, "log_level": "info"})
    elif workers > 1:
        asyncio.run(_see_that_workers_can_start(settings))
        uvicorn.run(FACTORY, factory=True, workers=workers, **options)
    else:
        _serve_here(TellingServer(uvicorn.Config(Settled(create_app(settings)), **options), ready))


def _serve_here(server: "TellingServer") -> None:
    with suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        raise SystemExit(1)
    if server.failure is not None:
        raise server.failure


class TellingServer(uvicorn.Server):
    """
    A server that tells its address once it answers.

    Args:
        config: of uvicorn.
        ready: called with the address; where it fails, the server stops.
    """

    def __init__(self, config: uvicorn.Config, ready: Ready | None) -> None:
        super().__init__(config)
        self._ready = ready
        self._telling: asyncio.Task[None] | None = None
        self.failure: Exception | None = None

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, then tell, while requests are answered."""
        await super().startup(sockets)
        if self.started and self._ready is not None:
            self._telling = asyncio.create_task(self._tell(self._ready))

    async def _tell(self, ready: Ready) -> None:
        try:
            await ready(f"http://{self.config.host}:{self.servers[0].sockets[0].getsockname()[1]}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again where the server was started
            self.failure, self.should_exit = error, True


def serve_from_environment(options: Mapping[str, Any]) -> None:
    """Serve what the environment asks for, in a process that is made again after a change."""
    uvicorn.run(FACTORY, factory=True, **options)


def _options(host: str, port: int) -> dict[str, Any]:
    return {
        "host": host,
        "port": port,
        "loop": "uvloop",
        "http": "httptools",
        "access_log": False,
        "server_header": False,
        "lifespan": "on",
        "log_config": None,
        "timeout_graceful_shutdown": GRACE,
        "ws": "api.http.sockets:LeanWebSocket",
        "ws_per_message_deflate": False,  # 100 KB a socket, for messages that are short
        "ws_ping_interval": None,  # graphql-transport-ws has pings of its own
    }


async def _see_that_workers_can_start(settings: Settings) -> None:
    """Meet here, once, what would stop each worker, which would be started again and again."""
    database = open_database(settings.database_url)
    if database.kind == "sqlite":
        raise SettingRefused("An SQLite file is served by one process: set ATTENDU_DATABASE_URL to PostgreSQL for several workers.")
    load_rule_sets(settings.allowed_documents)
    await upgrade(database)
    await database.close()
