"""Serving the application: uvicorn on uvloop and httptools; several processes only where the database can be shared."""

from typing import Any

import uvicorn
from sqlalchemy import make_url

from api.app import create_app
from api.settings import SettingRefused, Settings

FACTORY = "api.app:create_app_from_environment"
GRACE = 5
"""Seconds that requests under way are given when the process is told to stop."""


def serve(settings: Settings, *, host: str, port: int, workers: int = 1, reload: bool = False) -> None:
    """
    Serve until the process is told to stop.

    Args:
        settings: of this process; other processes read theirs from the environment.
        host: where to listen.
        port: where to listen; 0: any that is free.
        workers: processes.
        reload: start again when a rule or a module changes.

    Raises:
        SettingRefused: several processes on an SQLite file.
        SystemExit: it could not start, or a worker did not.
    """
    options: dict[str, Any] = {
        "host": host,
        "port": port,
        "loop": "uvloop",
        "http": "httptools",
        "access_log": False,
        "server_header": False,
        "log_level": "info" if settings.development else "warning",
        "timeout_graceful_shutdown": GRACE,
    }
    if workers > 1 and make_url(settings.database_url).get_backend_name() == "sqlite":
        raise SettingRefused("An SQLite file is served by one process: set ATTENDU_DATABASE_URL to PostgreSQL for several workers.")
    if reload:
        watched: dict[str, Any] = {
            "reload": True,
            "reload_includes": ["*.py", "*.yaml"],
            "reload_dirs": ["api", "tracing", "rules", "domain"],
        }
        uvicorn.run(FACTORY, factory=True, **options, **watched)
    elif workers > 1:
        uvicorn.run(FACTORY, factory=True, workers=workers, **options)
    else:
        uvicorn.run(create_app(settings), **options)
