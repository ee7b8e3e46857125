"""From the settings to whom we believe."""

from collections.abc import Callable
from datetime import datetime

import httpx2
import structlog

from api.identity.authentication import Authentication
from api.identity.development import development_reader
from api.identity.keys import IssuerKeys
from api.identity.tokens import TokenReader
from api.principal import DEVELOPMENT
from api.settings import Settings
from domain.registries.http import new_client

SECONDS = 3.0
"""For one step of a call to the issuer."""

NO_ISSUER = (
    "ATTENDU_OIDC_ISSUER is not set, so every question is refused: write the address of the issuer of tokens, "
    "or set ATTENDU_MODE=development to try things out on one machine."
)

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.identity")


class Identity:
    """
    What tells callers apart, and the connections it needs.

    Args:
        settings: of the process.
        clock: the instant now, in UTC.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        if settings.issuer is None and not settings.development:
            log.warning("no_issuer", remedy=NO_ISSUER)
        readers: list[TokenReader] = []
        self._client: httpx2.AsyncClient | None = None
        if settings.issuer is not None:
            self._client = new_client(SECONDS)
            readers.append(TokenReader(settings.issuer, IssuerKeys(settings.issuer, self._client)))
        if settings.development:
            readers.append(development_reader(settings.state))
        self.authentication = Authentication(readers, otherwise=DEVELOPMENT if settings.development else None, clock=clock)

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            await self._client.aclose()
