"""
Why nobody is answered who has not said who they are.

What is wrong with a token is logged by its kind and never told: whoever forges one learns nothing from it.
"""

from api.http.errors import Code, RequestError

NO_TOKEN = "Send a bearer token: the header Authorization over HTTP, the key authorization of connection_init's payload over WebSocket."  # noqa: S105 (a message)
WRONG_TOKEN = "The token is not valid here, or no longer: sign in again and send the new one."  # noqa: S105 (a message)
NO_KEYS = "Tokens cannot be checked now, as their issuer does not answer. Try again."


def no_token() -> RequestError:
    """Return the refusal of a caller without a token; RFC 6750 has no error code for it."""
    return RequestError(Code.UNAUTHENTICATED, NO_TOKEN, headers=((b"www-authenticate", b'Bearer realm="attendu"'),))


def wrong_token() -> RequestError:
    """Return the refusal of a token."""
    told = b'Bearer realm="attendu", error="invalid_token"'
    return RequestError(Code.UNAUTHENTICATED, WRONG_TOKEN, headers=((b"www-authenticate", told),))


def no_keys() -> RequestError:
    """Return the refusal of a token that nobody can check."""
    return RequestError(Code.UNAVAILABLE, NO_KEYS, headers=((b"retry-after", b"10"),))
