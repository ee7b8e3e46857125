"""WebSockets of the server, lean: what only their opening needed is let go of once they are open."""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


class LeanWebSocket(WebSocketsSansIOProtocol):
    """A WebSocket that forgets the request and the response of its opening, 5 KB, as soon as both are over."""

    async def send(self, message: Any) -> None:
        """Send as the server does."""
        await super().send(message)
        if message["type"] == "websocket.accept":
            vars(self).update(request=None, response=None)
