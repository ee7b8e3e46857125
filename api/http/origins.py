"""Whether a page of another site makes a browser call us."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from api.http.errors import Code, RequestError


def refuse_cross_site(headers: Mapping[str, str], allowed: frozenset[str]) -> None:
    """
    Let through programs, our own pages, and the pages of *allowed* origins (``https://host``).

    A browser says where a call comes from in ``Origin``, and where it sends none (a GET without CORS) in ``Sec-Fetch-Site``; a page
    cannot change either. A POST must be JSON besides, which a page of another site may send only after a CORS preflight.

    Raises:
        RequestError: a page of another site calls.
    """
    origin = headers.get("origin")
    if origin is not None:
        if origin in allowed or urlsplit(origin).netloc == headers.get("host"):
            return
    elif headers.get("sec-fetch-site", "none") in {"none", "same-origin"}:
        return
    raise RequestError(Code.CROSS_SITE_REFUSED, "A page of another site calls; its origin is not on the deployment's list.", status=403)
