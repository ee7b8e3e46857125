"""A client that asks, changes and follows, over ASGI, in one loop with the application; its clock moves when it is told to."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.types import ASGIApp, Message

from api.app import Surroundings, create_app
from api.identity.development import development_token, state_folder
from api.principal import Principal
from api.settings import Mode, Settings
from tests.api.clients import SAVE, SAVE_OPERATION, Clock
from tests.api.http import clients
from tracing.telemetry import OFF

UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"
UPDATE_OPERATION = "mutation ($input: UpdateOperationInput!) { updateOperation(input: $input) { __typename } }"


@dataclass
class Following:
    """A subscription over a WebSocket."""

    socket: clients.Socket

    async def message(self) -> dict[str, Any]:
        """Return the next message that is about the subscription."""
        while (message := await self.socket.message())["type"] == "ping":
            self.socket.tell({"type": "pong"})
        return message

    async def event(self) -> Any:
        """Return the data of the next event."""
        message = await self.message()
        assert message["type"] == "next", message
        assert "errors" not in message["payload"], message
        return next(iter(message["payload"]["data"].values()))

    async def refused(self) -> list[str]:
        """Return the codes of the errors with which the subscription ends."""
        message = await self.message()
        assert message["type"] == "error", message
        return [each["extensions"]["code"] for each in message["payload"]]


@dataclass
class Desk:
    """Asks in GraphQL."""

    app: ASGIApp
    clock: Clock
    headers: Mapping[str, str] = field(default_factory=dict)

    def of(self, principal: Principal) -> "Desk":
        """Return the desk of somebody else in the same application."""
        token = development_token(principal, state_folder(os.environ), self.clock())
        return replace(self, headers={"authorization": f"Bearer {token}"})

    async def ask(self, query: str, **variables: Any) -> Any:
        """Return the data of an answer without errors."""
        answer = (await clients.post(self.app, {"query": query, "variables": variables}, accept=clients.RESPONSE, **self.headers)).body
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def cursor(self) -> str:
        """Return where events stand."""
        found: str = (await self.ask("{ eventCursor }"))["eventCursor"]
        return found

    @asynccontextmanager
    async def following(self, query: str, **variables: Any) -> AsyncIterator[Following]:
        """Subscribe, after what has happened so far unless the variables name a cursor."""
        variables = {"after": await self.cursor(), **variables}
        async with clients.websocket(self.app, **self.headers) as socket:
            await socket.greet()
            socket.subscribe("1", query, variables=variables)
            yield Following(socket)

    async def household(self, **facts: Any) -> str:
        """Store a household and return its id."""
        identifier: str = (await self.ask(SAVE, input={"facts": facts}))["createHousehold"]["household"]["id"]
        return identifier

    async def operation(self, **facts: Any) -> str:
        """Store an operation and return its id."""
        identifier: str = (await self.ask(SAVE_OPERATION, input={"facts": facts}))["createOperation"]["operation"]["id"]
        return identifier

    async def change(self, identifier: str, **facts: Any) -> None:
        """Change a household."""
        await self.ask(UPDATE, input={"id": identifier, "facts": facts})

    async def change_operation(self, identifier: str, **facts: Any) -> None:
        """Change an operation."""
        await self.ask(UPDATE_OPERATION, input={"id": identifier, "facts": facts})


@asynccontextmanager
async def served(address: str, **around: Any) -> AsyncIterator[Desk]:
    """Serve the application over the database at *address*, with no provider and a clock that stands still."""
    clock = around.setdefault("clock", Clock())
    app = create_app(Settings(mode=Mode.DEVELOPMENT, database_url=address), Surroundings(**{"telemetry": OFF, "providers": {}, **around}))
    async with started(app):
        yield Desk(app, clock)


@asynccontextmanager
async def started(app: ASGIApp) -> AsyncIterator[None]:
    """Start *app* as a server does, and stop it."""
    told: asyncio.Queue[Message] = asyncio.Queue()
    said: asyncio.Queue[Message] = asyncio.Queue()
    running = asyncio.ensure_future(app({"type": "lifespan", "state": {}}, told.get, said.put))
    for phase in ("startup", "shutdown"):
        told.put_nowait({"type": f"lifespan.{phase}"})
        async with asyncio.timeout(60):
            assert (await said.get())["type"] == f"lifespan.{phase}.complete"
        if phase == "startup":
            yield
    await running
