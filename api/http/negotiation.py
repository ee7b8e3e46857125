"""Which media type a client is answered in, by its ``Accept`` header."""

from functools import lru_cache
from typing import NamedTuple

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
STREAM = "text/event-stream"
HTML = "text/html"

_OFFERED = (JSON, RESPONSE, STREAM)  # for wildcards, the first is preferred: it is what clients of old understand


class Range(NamedTuple):
    """One media range of ``Accept``: ``application/*;q=0.5``."""

    kind: str
    quality: float

    def fits(self, media_type: str) -> bool:
        """Tell whether *media_type* is in the range."""
        return self.kind in {media_type, "*/*"} or (self.kind.endswith("/*") and media_type.startswith(self.kind[:-1]))


@lru_cache(maxsize=256)
def negotiate(accept: str | None) -> str | None:
    """
    Return the media type for the answer: the highest quality wins, then the order in which the client names them.

    A type's quality is that of the most precise range it fits. Only what is asked for by name or by wildcard is given; an absent
    header asks for JSON; None is: nothing that is offered.

    >>> negotiate("application/graphql-response+json, application/json;q=0.9, text/event-stream")
    'application/graphql-response+json'
    >>> negotiate("text/event-stream;q=0.5, */*;q=0.8")
    'application/json'
    >>> negotiate("image/png") is None
    True
    """
    if accept is None or not accept.strip():
        return JSON
    ranges = [parsed for part in accept[:1_000].split(",") if (parsed := _range(part)) is not None]
    best: tuple[float, int, int] | None = None
    chosen = None
    for preference, offered in enumerate(_OFFERED):
        fitting = [(at, one) for at, one in enumerate(ranges) if one.fits(offered)]
        if not fitting:
            continue
        at, precise = min(fitting, key=lambda pair: (pair[1].kind.count("*"), pair[0]))
        rank = (-precise.quality, at, preference)
        if precise.quality > 0 and (best is None or rank < best):
            best, chosen = rank, offered
    return chosen


def _range(text: str) -> Range | None:
    kind, *parameters = (part.strip().lower() for part in text.split(";"))
    if "/" not in kind:
        return None
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(1.0, max(0.0, float(value)))
            except ValueError:
                return None
    return Range(kind, quality)
