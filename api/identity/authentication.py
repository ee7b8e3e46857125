"""
Who sent a request: by the bearer token in its header, or in the payload of ``connection_init`` of its WebSocket.

A token that was checked is remembered for a minute by its digest, so that a page of requests checks one signature.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from cachetools import TTLCache

from api.http.context import RequestInfo
from api.http.errors import RequestError
from api.identity.errors import no_token, wrong_token
from api.identity.tokens import Credential, TokenReader
from api.principal import Principal

REMEMBERED: Final = 4_096
REMEMBERED_SECONDS: Final = 60
AUTHORIZATION: Final = b"authorization"


class Authentication:
    """
    Tells who sent a request.

    Args:
        readers: of tokens, one an issuer, asked in turn.
        otherwise: who a caller without a token is; none given: such a caller is refused.
        clock: the instant now, in UTC.
    """

    def __init__(self, readers: Sequence[TokenReader], *, otherwise: Principal | None, clock: Callable[[], datetime]) -> None:
        self._readers = tuple(readers)
        self._otherwise = None if otherwise is None else Credential(otherwise)
        self._clock = clock
        self._known: TTLCache[bytes, Credential] = TTLCache(REMEMBERED, REMEMBERED_SECONDS)

    async def credential_of(self, request: RequestInfo) -> Credential:
        """
        Return who sent *request*.

        Raises:
            RequestError: nobody is known to have.
        """
        given = authorization_of(request)
        if given is None:
            if self._otherwise is None:
                raise no_token()
            return self._otherwise
        scheme, _, token = given.partition(" ")
        if scheme.lower() != "bearer" or not token.isascii():
            raise wrong_token()
        return await self._checked(token.strip())

    async def _checked(self, token: str) -> Credential:
        digest = hashlib.sha256(token.encode()).digest()
        credential = self._known.get(digest)
        if credential is None:
            credential = self._known[digest] = await self._read(token)
        if credential.expires_at is not None and credential.expires_at <= self._clock().timestamp():
            raise wrong_token()
        return credential

    async def _read(self, token: str) -> Credential:
        refusal = wrong_token()
        for reader in self._readers:
            try:
                return await reader.read(token, self._clock())
            except RequestError as error:
                refusal = error
        raise refusal


def authorization_of(request: RequestInfo) -> str | None:
    """Return what a request says of who sent it: a WebSocket in its payload, in capitals or not, or else in the header of its opening."""
    told = [value for name, value in request.connection.items() if name.lower() == AUTHORIZATION.decode()]
    if told:
        return told[0] if len(told) == 1 and isinstance(told[0], str) else ""
    given = [value for name, value in request.scope["headers"] if name == AUTHORIZATION]
    return given[0].decode("latin-1") if len(given) == 1 else None if not given else ""
