"""
Asking a service over HTTP: one JSON answer, of bounded size, and every way to fail told by name.

Redirects are not followed and compressed answers not read: an answer comes from whom we asked, and is no longer than it looks.
"""

import json
from collections.abc import Callable, Mapping

import httpx2

from domain.registries.errors import AnswerNotUnderstood, AnswerTooLarge, TimedOut, Unavailable

MAXIMUM_BYTES = 65_536
CONNECTIONS = httpx2.Limits(max_connections=8, max_keepalive_connections=4)
Headers = Callable[[], Mapping[str, str]]


class NotFound(Exception):
    """The service says that it knows nothing of this: an answer, not a failure."""


def new_client(seconds: float) -> httpx2.AsyncClient:
    """Return a client that gives up any step of a call after *seconds*."""
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    return httpx2.AsyncClient(timeout=seconds, limits=CONNECTIONS, headers=headers, follow_redirects=False)


async def fetch_json(client: httpx2.AsyncClient, address: str, headers: Mapping[str, str]) -> object:
    """
    Return the JSON value at *address*.

    Raises:
        NotFound: the service answers 404.
        RegistryFailure: anything else that is no answer; which, and why, is the subclass.
    """
    try:
        async with client.stream("GET", address, headers=headers) as response:
            if response.status_code == httpx2.codes.NOT_FOUND:
                raise NotFound
            if response.status_code != httpx2.codes.OK:
                raise Unavailable
            body = await _bounded(response)
    except httpx2.TimeoutException:
        raise TimedOut from None
    except httpx2.HTTPError:
        raise Unavailable from None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise AnswerNotUnderstood from None


async def _bounded(response: httpx2.Response) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AnswerNotUnderstood
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MAXIMUM_BYTES:
            raise AnswerTooLarge
    return bytes(body)
