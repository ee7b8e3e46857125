"""A start that is refused for an expected reason says so in one line, not in a traceback."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import AttenduError


class PlainStart:
    """An ASGI application around *app* that tells the server why it cannot start."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but a traceback at the start."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_no_traceback(message: Message) -> None:
            if message["type"] != "lifespan.startup.failed":
                await send(message)

        try:
            await self._app(scope, receive, send_no_traceback)
        except AttenduError as error:
            await send({"type": "lifespan.startup.failed", "message": f"{error.code}: {error}"})
            raise
