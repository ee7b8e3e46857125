"""
Tokens for development: signed by a key of this user on this machine, made with the first token, and believed in development only.

The key is a file of the user's state folder that nobody else may read; it is never in the tree.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import orjson
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet

from api.identity.settings import IssuerSettings
from api.identity.tokens import TokenReader
from api.principal import DEMO, Principal, Role

ISSUER: Final = IssuerSettings(issuer="attendu-development", audience="attendu")
KEY: Final = "development-key.json"
LIFETIME: Final = timedelta(hours=12)


class DevelopmentKeys:
    """
    The key in *folder*, once there is one.

    Args:
        folder: of the user's state.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / KEY

    async def current(self) -> KeySet | None:
        """Return the key; none at all where no token was ever made."""
        try:
            return KeySet([_read(self._file)])
        except (OSError, ValueError, JoseError):
            return KeySet([])

    renewed = current


def development_reader(folder: Path) -> TokenReader:
    """Return what reads the tokens made here."""
    return TokenReader(ISSUER, DevelopmentKeys(folder))


def development_token(principal: Principal, folder: Path, now: datetime, lifetime: timedelta = LIFETIME) -> str:
    """
    Return a token for *principal*, signed by the key in *folder*, which is made if there is none.

    Raises:
        OSError: the folder cannot be written to.
    """
    key = _made(folder / KEY)
    claims = {
        "iss": ISSUER.issuer,
        "aud": ISSUER.audience,
        "sub": principal.id,
        ISSUER.organisation_claim: principal.organisation,
        ISSUER.roles_claim: sorted(principal.roles),
        ISSUER.subjects_claim: sorted(principal.subjects),
        "iat": int(now.timestamp()),
        "exp": int((now + lifetime).timestamp()),
    }
    return jwt.encode({"alg": "ES256", "kid": key.kid}, claims, key)


def somebody(role: Role, organisation: str = DEMO, subjects: Iterable[str] = ()) -> Principal:
    """Return a principal to try a role with."""
    return Principal(id=f"{role}-of-{organisation}", organisation=organisation, roles=frozenset({role}), subjects=frozenset(subjects))


def state_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for what a user's programs keep: https://specifications.freedesktop.org/basedir-spec/."""
    named = environ.get("XDG_STATE_HOME", "")
    return (Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "state") / "attendu"


def _made(file: Path) -> ECKey:
    """Return the key in *file*; of several processes that find none, one makes it whole before the others see it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        key = ECKey.generate_key("P-256", auto_kid=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(orjson.dumps(key.as_dict(private=True)))
        with suppress(FileExistsError):
            file.hardlink_to(new)
        new.unlink()
    return _read(file)


def _read(file: Path) -> ECKey:
    return ECKey.import_key(orjson.loads(file.read_bytes()))
