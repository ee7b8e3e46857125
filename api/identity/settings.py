"""Which issuer of tokens a deployment trusts, and where in them it says what we need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, urlsplit

from domain.errors import AttenduError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class IssuerRefused(AttenduError):
    """The settings of the issuer cannot be used; stops the start."""

    code = "SETTING_REFUSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerSettings:
    """
    An issuer of OpenID Connect.

    Args:
        issuer: its address, exactly as its tokens say it in ``iss``.
        audience: what its tokens for us say in ``aud``.
        jwks_url: where its keys are; none: where its ``/.well-known/openid-configuration`` says.
        organisation_claim: where its tokens name the organisation; a dot leads into an object.
        roles_claim: where they name the roles.
        subjects_claim: where they name the subjects of an applicant, by id.
    """

    issuer: str
    audience: str
    jwks_url: str | None = None
    organisation_claim: str = "organisation"
    roles_claim: str = "roles"
    subjects_claim: str = "subjects"

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self | None:
        """
        Read the settings, ``None`` where no issuer is named.

        Raises:
            IssuerRefused: a value cannot be used; the message says which and what can stand there.
        """
        issuer = _address(given, "ATTENDU_OIDC_ISSUER")
        if issuer is None:
            return None
        audience = given.get("ATTENDU_OIDC_AUDIENCE")
        if audience is None:
            raise IssuerRefused("ATTENDU_OIDC_AUDIENCE is not set: write what tokens for this application say in aud, such as attendu.")
        claims = {name: given.get(f"ATTENDU_OIDC_{name.upper()}") for name in ("organisation_claim", "roles_claim", "subjects_claim")}
        named = {name: claim for name, claim in claims.items() if claim is not None}
        return cls(issuer=issuer, audience=audience, jwks_url=_address(given, "ATTENDU_OIDC_JWKS_URL"), **named)


def _address(given: Mapping[str, str], name: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    parts = parts_of(value)
    if (parts.scheme == "https" and parts.hostname) or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return value
    raise IssuerRefused(f"{name} cannot be used: write an https address, such as https://login.example/realms/attendu.")


def parts_of(address: str) -> SplitResult:
    """Return the parts of *address*, all of them empty where it cannot be read."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
