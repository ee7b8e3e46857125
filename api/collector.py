"""
The garbage collector of a process that serves.

What is loaded at the start stays: rules, plans, schema, libraries. Left to itself, the collector walks all of it again and again while
requests are answered, for a third of their processor time. So it is told once to leave that alone, and to come less often: requests are
freed by reference counts, and cycles in them are few.
"""

import gc

from starlette.types import ASGIApp, Message, Receive, Scope, Send

YOUNG, MIDDLE, OLD = 50_000, 20, 20
"""Objects more than were freed before the young are walked, then how many such walks before each older generation is."""


class Settled:
    """An ASGI application around *app* that settles the collector once the start is over."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_and_settle(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                settle()
            await send(message)

        await self._app(scope, receive, send_and_settle)


def settle() -> None:
    """Let the collector pass over everything that is there now."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
