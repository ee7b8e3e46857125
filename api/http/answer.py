"""An answer to a GraphQL request, before a transport writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from api.http.errors import ErrorBody, ErrorFormatter
from api.http.negotiation import JSON, RESPONSE


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A GraphQL response.

    Args:
        body: ``data``, ``errors``, ``extensions``.
        status: over HTTP.
        refused: nothing was run: there are errors and no data.
        of_document: refused for its GraphQL, not for its HTTP, which the legacy media type answers with 200.
        headers: over HTTP, beside the usual.
    """

    body: Mapping[str, object]
    status: int = 200
    refused: bool = False
    of_document: bool = False
    headers: Sequence[tuple[bytes, bytes]] = ()

    def status_as(self, media_type: str) -> int:
        """Return the status under *media_type*."""
        return 200 if self.of_document and media_type != RESPONSE else self.status

    @property
    def errors(self) -> Sequence[ErrorBody]:
        """The errors told; empty when there is none."""
        errors = self.body.get("errors")
        return errors if isinstance(errors, list) else ()


def encode(body: object, formatter: ErrorFormatter) -> bytes:
    """Write *body* as JSON; what cannot be written is our fault and is masked."""
    try:
        return orjson.dumps(body, option=orjson.OPT_PASSTHROUGH_DATACLASS)
    except orjson.JSONEncodeError as error:
        return orjson.dumps({"errors": [formatter.of_exception(error)]})


CONTENT_TYPES: Mapping[str, bytes] = {
    JSON: b"application/json; charset=utf-8",
    RESPONSE: b"application/graphql-response+json; charset=utf-8",
}
