"""``attendu serve``: answer GraphQL until told to stop."""

import os

from cyclopts.types import Port

from api import server
from api.commands.listening import see_that_port_is_free
from api.commands.options import Flag, output
from api.settings import Settings


def serve(*, host: str = "127.0.0.1", port: Port = 8000, workers: int = 1, reload: Flag = False) -> None:
    """
    Serve GraphQL at /graphql until told to stop; /livez and /readyz tell how it is.

    The mode is production unless ATTENDU_MODE says development. For example:

    attendu serve --port 8080

    ATTENDU_MODE=development attendu serve --reload

    ATTENDU_DATABASE_URL=postgresql://attendu@db/attendu attendu serve --host 0.0.0.0 --workers 4

    Args:
        host: Where to listen.
        port: Where to listen; 0: any port that is free.
        workers: Processes; more than one only on PostgreSQL, since an SQLite file is served by one.
        reload: Start again at once when a rule or a module changes.
    """
    see_that_port_is_free(host, port)
    server.serve(Settings.read(os.environ), host=host, port=port, workers=workers, reload=reload, ready=_tell)


async def _tell(address: str) -> None:
    output().print(f"{address}/graphql")
