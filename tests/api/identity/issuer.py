"""An issuer of tokens that signs whatever a test asks it to, and the application behind it, in production."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, Key, OKPKey, RSAKey
from starlette.types import ASGIApp, Message

from api.app import Surroundings, create_app
from api.identity.settings import IssuerSettings
from api.settings import Settings
from tests.api.clients import NOON, Clock
from tests.domain.registries.service import Service, serving
from tracing.telemetry import OFF

AUDIENCE = "attendu"
HOUR = 3_600


@dataclass
class Issuer:
    """Signs tokens; its keys are served on loopback."""

    service: Service
    clock: Clock = field(default_factory=Clock)
    keys: dict[str, Key] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return self.service.address.removesuffix("/communes")

    @property
    def settings(self) -> IssuerSettings:
        return IssuerSettings(issuer=self.address, audience=AUDIENCE, jwks_url=f"{self.address}/keys")

    def has(self, **keys: Key) -> None:
        """Serve these keys and no others, by id."""
        self.keys = keys
        self.service.answers({"keys": [key.as_dict(private=False, kid=name) for name, key in keys.items()]})

    def claims(self, **changes: Any) -> dict[str, Any]:
        """Return claims that are fine but for *changes*; those changed to None are left out."""
        now = int(NOON.timestamp())
        fine = {"iss": self.address, "aud": AUDIENCE, "sub": "anna", "organisation": "demo", "roles": ["caseworker"], "iat": now}
        return {name: value for name, value in (fine | {"exp": now + HOUR} | changes).items() if value is not None}

    def token(self, kid: str = "first", alg: str = "RS256", key: Key | None = None, **changes: Any) -> str:
        """Return a token that is fine but for what is said."""
        return jwt.encode({"alg": alg, "kid": kid}, self.claims(**changes), key or self.keys[kid], algorithms=[alg])


def new_key(kind: str = "RSA") -> Key:
    """Return a new key that signs."""
    if kind == "EC":
        return ECKey.generate_key("P-256")
    return OKPKey.generate_key("Ed25519") if kind == "OKP" else RSAKey.generate_key(2048)


@asynccontextmanager
async def issuing() -> AsyncIterator[Issuer]:
    """Run an issuer with one key, ``first``."""
    async with serving() as service:
        issuer = Issuer(service)
        issuer.has(first=new_key())
        yield issuer


@asynccontextmanager
async def in_production(issuer: Issuer, address: str) -> AsyncIterator[ASGIApp]:
    """Run the application, which believes *issuer*."""
    around = Surroundings(telemetry=OFF, providers={}, clock=issuer.clock)
    async with started(create_app(Settings(database_url=address, issuer=issuer.settings), around)) as app:
        yield app


@asynccontextmanager
async def started(app: ASGIApp) -> AsyncIterator[ASGIApp]:
    """Start *app* as a server does, and stop it at the end."""
    to_app: asyncio.Queue[Message] = asyncio.Queue()
    from_app: asyncio.Queue[Message] = asyncio.Queue()
    running = asyncio.ensure_future(app({"type": "lifespan", "state": {}}, to_app.get, from_app.put))
    to_app.put_nowait({"type": "lifespan.startup"})
    assert (await from_app.get())["type"] == "lifespan.startup.complete"
    try:
        yield app
    finally:
        to_app.put_nowait({"type": "lifespan.shutdown"})
        await running
