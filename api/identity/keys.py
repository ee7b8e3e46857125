"""
The keys with which an issuer signs: fetched when needed, kept for a while, fetched again when a token names one that is not among them.

Whoever sends tokens with keys that nobody has cannot make us ask the issuer more than once in ten seconds. While it does not answer,
the keys known before are used for a day.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import httpx2
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

from api.identity.settings import IssuerSettings
from domain.registries.errors import AnswerNotUnderstood, RegistryFailure, Unavailable
from domain.registries.http import NotFound, fetch_json

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.identity")

KEPT = 600.0
"""Seconds after which keys are fetched again."""

STALE = 86_400.0
"""Seconds for which they serve all the same while the issuer does not answer."""

PAUSE = 10.0
"""Seconds between two attempts to fetch."""

PUBLIC = frozenset({"RSA", "EC", "OKP"})
"""Types of keys that sign without a shared secret."""

DISCOVERY = "/.well-known/openid-configuration"


class Keys(Protocol):
    """Where the keys of an issuer come from."""

    async def current(self) -> KeySet | None:
        """Return the keys, ``None`` where none can be had."""

    async def renewed(self) -> KeySet | None:
        """Return the keys, looked for again unless that was done a moment ago: one that was named is not among them."""


class IssuerKeys:
    """
    The keys of an issuer on the network.

    Args:
        settings: where it is.
        client: that asks it.
        clock: seconds.
    """

    def __init__(self, settings: IssuerSettings, client: httpx2.AsyncClient, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._client = client
        self._clock = clock
        self._keys: KeySet | None = None
        self._fetched = self._tried = float("-inf")
        self._fetching = asyncio.Lock()

    async def current(self) -> KeySet | None:
        """Return the keys."""
        if self._clock() - self._fetched > KEPT:
            await self._fetch_after_a_pause()
        if self._clock() - self._fetched > STALE:
            self._keys = None
        return self._keys

    async def renewed(self) -> KeySet | None:
        """Return the keys, fetched again unless that was tried a moment ago."""
        await self._fetch_after_a_pause()
        return self._keys

    async def _fetch_after_a_pause(self) -> None:
        async with self._fetching:  # those who come meanwhile wait, and find that it was tried
            if self._clock() - self._tried < PAUSE:
                return
            self._tried = self._clock()
            try:
                self._keys = key_set(await fetch_json(self._client, await self._address(), {}))
            except (RegistryFailure, NotFound, JoseError) as failure:
                log.warning("issuer_keys_not_fetched", type=type(failure).__name__)
            else:
                self._fetched = self._clock()

    async def _address(self) -> str:
        """Return where the keys are."""
        if self._settings.jwks_url is not None:
            return self._settings.jwks_url
        issuer = self._settings.issuer
        found = await fetch_json(self._client, issuer.rstrip("/") + DISCOVERY, {})
        if not isinstance(found, Mapping) or found.get("issuer") != issuer or not isinstance(found.get("jwks_uri"), str):
            raise AnswerNotUnderstood
        address: str = found["jwks_uri"]
        if issuer.startswith("https:") and not address.startswith("https:"):
            raise Unavailable
        return address


def key_set(answer: object) -> KeySet:
    """
    Return the keys for signatures in a JSON Web Key Set; keys of other kinds, and secrets, are left out.

    Raises:
        AnswerNotUnderstood: there is none.
    """
    listed = answer.get("keys") if isinstance(answer, Mapping) else None
    keys = [key for each in (listed if isinstance(listed, list) else ()) if (key := _key(each)) is not None]
    if not keys:
        raise AnswerNotUnderstood
    return KeySet(keys)


def _key(given: Any) -> Key | None:
    if not isinstance(given, dict) or given.get("kty") not in PUBLIC or given.get("use", "sig") != "sig":
        return None
    try:
        return JWKRegistry.import_key(given)
    except (JoseError, ValueError, TypeError, KeyError):  # of a curve or form that is not understood
        return None
