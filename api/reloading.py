"""
Serving again whenever a rule or a module changes, at once.

A process that has the libraries loaded, and nothing of ours, makes each server by a fork: what takes time at a start is done once.
A server that cannot start says why and ends; the next change makes another.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

SOURCES = Path(__file__).parent.parent
FOLDERS = ("api", "domain", "rules", "tracing")
SUFFIXES = {".py", ".yaml"}
LIBRARIES = (
    "alembic.context",
    "asyncpg",
    "babel.dates",
    "babel.numbers",
    "cachetools",
    "httpx2",
    "itsdangerous",
    "joserfc.jwt",
    "limits.aio.storage",
    "limits.aio.strategies",
    "msgspec",
    "obstore.store",
    "opentelemetry.exporter.otlp.proto.http.trace_exporter",
    "opentelemetry.sdk.metrics",
    "opentelemetry.sdk.trace",
    "orjson",
    "purgatory",
    "sqlalchemy.ext.asyncio",
    "stamina",
    "starlette.applications",
    "starlette.middleware.cors",
    "strawberry",
    "structlog",
    "uuid_utils.compat",
    "uvicorn",
    "uvloop",
    "yaml",
)
PATIENCE = 10
"""Seconds that a server is given to end."""
GATHERING = 50
"""Milliseconds in which changes count as one."""

Serving = Callable[[Mapping[str, Any]], None]


def serve_reloading(serving: Serving, options: Mapping[str, Any]) -> None:
    """
    Serve until the process is told to stop, anew after every change below the sources.

    Args:
        serving: a function of a module, called in a process of its own with *options*.
        options: its argument.
    """
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    context = get_context("forkserver")
    context.set_forkserver_preload(list(LIBRARIES))
    folders = [SOURCES / each for each in FOLDERS]
    changes = watch(*folders, watch_filter=_matters, debounce=GATHERING, step=GATHERING, stop_event=told)
    while not told.is_set():
        with _process(context.Process(target=_serve_with_parent, args=(serving, dict(options)))):
            next(changes, None)


def _serve_with_parent(serving: Serving, options: Mapping[str, Any]) -> None:
    """Serve, but not longer than the process lives that watches, however it ends."""
    watching = parent_process()
    assert watching is not None

    def end() -> None:
        watching.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end, daemon=True).start()
    serving(options)


@contextmanager
def _process(process: ForkServerProcess) -> Iterator[None]:
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join(PATIENCE)
        process.kill()
        process.join()


def _matters(_change: Change, path: str) -> bool:
    return Path(path).suffix in SUFFIXES
