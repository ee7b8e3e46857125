"""``attendu token``: who one wants to be, while developing."""

import os
import sys
from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter

from api.identity.development import development_token, somebody
from api.principal import DEMO, Role
from api.settings import Mode, SettingRefused, Settings


def token(role: Role, /, *, organisation: str = DEMO, subject: Annotated[tuple[str, ...], Parameter(negative="")] = ()) -> None:
    """
    Print a bearer token for a role, good for twelve hours, on servers of this user in development mode.

    What it is for is said on standard error, so that the token can be taken as it is:

    curl http://127.0.0.1:8000/graphql -H "Authorization: Bearer $(ATTENDU_MODE=development attendu token caseworker)" ...

    Args:
        role: applicant, caseworker, auditor or administrator.
        organisation: Whose files there are for it.
        subject: Of an applicant: the ids of its own files; give it again for each.
    """
    settings = Settings.read(os.environ)
    if settings.mode is not Mode.DEVELOPMENT:
        raise SettingRefused("Tokens are made here in development only: set ATTENDU_MODE=development. In production the issuer makes them.")
    principal = somebody(role, organisation, subject)
    sys.stderr.write(f"{role.value} of {organisation}{' for ' + ', '.join(subject) if subject else ''}:\n")
    sys.stdout.write(f"{development_token(principal, settings.state, datetime.now(UTC))}\n")
