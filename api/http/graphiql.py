"""GraphiQL, served by the application with all it needs: no network, no script without the request's nonce."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template
from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse
from starlette.routing import BaseRoute, Route

from api.http.front import nonce_of

OPERATIONS: Final = Path(__file__).parents[1] / "console" / "operations"
FOLDER: Final = Path(__file__).parents[1] / "console" / "graphiql"
KEPT: Final = {"cache-control": "public, max-age=3600"}


@dataclass(frozen=True, slots=True)
class Example:
    """An operation that the page opens in a tab; *variables* is JSON."""

    query: str
    variables: str = ""


def examples() -> list[Example]:
    """Return the operations that come with the program, in the order of their files' names."""
    return [Example(path.read_text(encoding="utf-8")) for path in sorted(OPERATIONS.glob("*.graphql"))]


def graphiql_routes(path: str = "/graphiql", endpoint: str = "/graphql", examples: Sequence[Example] = ()) -> list[BaseRoute]:
    """Return the page at *path*, which speaks to *endpoint*, and its two files; needs :class:`api.http.front.Front` around."""
    template = Template((FOLDER / "index.html").read_text(encoding="utf-8"))
    settings = orjson.dumps({"endpoint": endpoint, "examples": [asdict(example) for example in examples]}).decode()
    inline = settings.replace("<", "\\u003c")  # nothing in it may end the script element

    async def page(request: Request) -> HTMLResponse:
        return HTMLResponse(
            template.substitute(path=path, nonce=nonce_of(request.scope), settings=inline), headers={"cache-control": "no-store"}
        )

    async def script(_: Request) -> FileResponse:
        return FileResponse(FOLDER / "graphiql.js", headers=KEPT)

    async def style(_: Request) -> FileResponse:
        return FileResponse(FOLDER / "graphiql.css", headers=KEPT)

    return [Route(path, page), Route(f"{path}/graphiql.js", script), Route(f"{path}/graphiql.css", style)]
