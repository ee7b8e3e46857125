"""
From a bearer token to who sent it: a JSON Web Token, signed by a key of its issuer, for us, and in time.

Only signatures with public keys are taken, so no public key can pass for a shared secret, and none is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import structlog
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from api.identity.errors import no_keys, wrong_token
from api.identity.keys import Keys
from api.identity.settings import IssuerSettings
from api.principal import Principal, Role

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("api.identity")

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
KINDS: Final = frozenset({"jwt", "at+jwt", "application/at+jwt"})
SKEW: Final = 60
"""Seconds by which the issuer's clock may differ from ours."""

LONGEST: Final = 8_192
"""Bytes of a token."""

LONGEST_NAME: Final = 200
MOST_SUBJECTS: Final = 1_000
HEADER: Final = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
ROLES: Final = {each.value: each for each in Role}


@dataclass(frozen=True, slots=True)
class Credential:
    """
    Who sent a token.

    Args:
        principal: who.
        expires_at: seconds since 1970 after which the token is worth nothing, the skew counted in; none: it does not expire.
    """

    principal: Principal
    expires_at: float | None = None


class TokenReader:
    """Reads the tokens of one issuer."""

    def __init__(self, settings: IssuerSettings, keys: Keys) -> None:
        self.settings = settings
        self._keys = keys

    async def read(self, token: str, now: datetime) -> Credential:
        """
        Return who sent *token*.

        Raises:
            RequestError: it is not valid, or cannot be checked.
        """
        if len(token) > LONGEST:
            raise wrong_token()
        try:
            decoded = await self._decoded(token)
            if str(decoded.header.get("typ", "JWT")).lower() not in KINDS:
                raise wrong_token()
            self._check(decoded.claims, now)
        except (JoseError, ValueError, TypeError, AttributeError, RecursionError) as error:
            log.info("token_refused", type=type(error).__name__)
            raise wrong_token() from None
        return Credential(self._principal(decoded.claims), float(decoded.claims["exp"]) + SKEW)

    async def _decoded(self, token: str) -> jwt.Token:
        keys = await self._keys.current()
        try:
            return jwt.decode(token, _some(keys), registry=HEADER)
        except InvalidKeyIdError:
            return jwt.decode(token, _some(await self._keys.renewed()), registry=HEADER)

    def _check(self, claims: Mapping[str, Any], now: datetime) -> None:
        wanted = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=SKEW,
            iss={"essential": True, "value": self.settings.issuer},
            aud={"essential": True, "value": self.settings.audience},
            sub={"essential": True},
            exp={"essential": True},
        )
        wanted.validate(dict(claims))

    def _principal(self, claims: Mapping[str, Any]) -> Principal:
        organisation = _only(claim(claims, self.settings.organisation_claim))
        if not _is_name(organisation) or not _is_name(claims["sub"]):
            log.info("token_refused", type="NoOrganisation")
            raise wrong_token()
        roles = frozenset(ROLES[each.lower()] for each in _texts(claim(claims, self.settings.roles_claim)) if each.lower() in ROLES)
        subjects = frozenset(_texts(claim(claims, self.settings.subjects_claim))[:MOST_SUBJECTS])
        return Principal(id=claims["sub"], organisation=organisation, roles=roles, subjects=subjects)


def claim(claims: Mapping[str, Any], name: str) -> Any:
    """
    Return the claim with this name; a dot leads into an object.

    >>> claim({"realm_access": {"roles": ["auditor"]}}, "realm_access.roles")
    ['auditor']
    """
    if name in claims:
        return claims[name]
    first, _, rest = name.partition(".")
    inner = claims.get(first)
    return claim(inner, rest) if rest and isinstance(inner, Mapping) else None


def _some(keys: KeySet | None) -> KeySet:
    if keys is None:
        raise no_keys()
    return keys


def _only(given: Any) -> Any:
    """Return what is given, or the one item of a list."""
    return given[0] if isinstance(given, list) and len(given) == 1 else given


def _texts(given: Any) -> list[str]:
    listed = given.split() if isinstance(given, str) else given if isinstance(given, list) else []
    return [each for each in listed if isinstance(each, str)]


def _is_name(given: Any) -> bool:
    return isinstance(given, str) and given.isprintable() and 0 < len(given) <= LONGEST_NAME
