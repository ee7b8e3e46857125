"""Who asks: the one place that knows. Until callers bring a token everyone is the same nobody."""

from api.http.context import RequestInfo

ANONYMOUS = "anonymous"


def principal_of(_request: RequestInfo) -> str:
    """Return the pseudonym of whoever asks, as records and revisions keep it."""
    return ANONYMOUS
