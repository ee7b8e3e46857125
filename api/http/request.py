"""A GraphQL request: the same few parameters, whatever transport they come over, each of the right type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import parse_qsl

import orjson

from api.http.errors import Code, RequestError

HASH_PREFIX = "sha256:"


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """
    What a client asks for.

    Args:
        query: the document.
        document_id: or its SHA-256, in hexadecimal.
        operation_name: which of its operations.
        variables: their values, as JSON has them.
        extensions: what the client tells beside, e.g. ``ruleTrace``.
    """

    query: str | None = None
    document_id: str | None = None
    operation_name: str | None = None
    variables: dict[str, object] | None = None
    extensions: Mapping[str, object] = field(default_factory=dict)


def from_json(body: bytes) -> GraphQLRequest:
    """
    Read the body of a POST.

    Raises:
        RequestError: it is not JSON in UTF-8, or not an object of the right parameters.
    """
    return from_parameters(load_json(body, "The body is not JSON in UTF-8."))


def from_query_string(query_string: bytes) -> GraphQLRequest:
    """
    Read the query string of a GET, where ``variables`` and ``extensions`` are JSON.

    Raises:
        RequestError: it is malformed, or a parameter comes twice.
    """
    try:
        pairs = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError as error:
        raise RequestError(Code.BAD_REQUEST, "The query string is malformed: percent-encode UTF-8, at most 20 parameters.") from error
    given: dict[str, object] = dict(pairs)
    if len(given) != len(pairs):
        raise RequestError(Code.BAD_REQUEST, "A parameter of the query string is given twice.")
    for name in ("variables", "extensions"):
        if value := given.get(name):
            given[name] = load_json(str(value), f"The parameter {name} is not JSON.")
    return from_parameters({name: value for name, value in given.items() if value != ""})


def from_parameters(given: object) -> GraphQLRequest:
    """
    Read the parameters, as JSON has them.

    Raises:
        RequestError: they are not an object, one is of a wrong type, or there is no document.
    """
    if isinstance(given, list):
        raise RequestError(Code.BATCHES_REFUSED, "Send one request at a time: batches are not answered.")
    if not isinstance(given, dict):
        raise RequestError(Code.BAD_REQUEST, "The request is not a JSON object with the key query.")
    extensions = _object(given, "extensions") or {}
    query, document_id = _string(given, "query"), _document_id(given, extensions)
    if query is None and document_id is None:
        raise RequestError(Code.BAD_REQUEST, "Give the GraphQL document as a string in query, or the hash of a listed one in documentId.")
    return GraphQLRequest(
        query=query,
        document_id=document_id,
        operation_name=_string(given, "operationName"),
        variables=_object(given, "variables"),
        extensions=extensions,
    )


def load_json(text: bytes | str, refusal: str) -> object:
    """
    Return what the JSON text says; orjson bounds its depth and refuses what is not Unicode.

    Raises:
        RequestError: it is not JSON; *refusal* is its message.
    """
    try:
        loaded: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RequestError(Code.BAD_REQUEST, refusal) from error
    return loaded


def _document_id(given: Mapping[str, object], extensions: Mapping[str, object]) -> str | None:
    """Return the hash given as in the GraphQL-over-HTTP draft (``documentId``) or as Apollo's clients do."""
    document_id = _string(given, "documentId")
    if document_id is not None:
        return document_id.removeprefix(HASH_PREFIX)
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if isinstance(persisted, dict):
        document_id = persisted.get("sha256Hash")
        if isinstance(document_id, str):
            return document_id
    raise RequestError(Code.BAD_REQUEST, "extensions.persistedQuery must be an object with the string sha256Hash.")


def _string(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    return value if value is None or isinstance(value, str) else _refuse(name, "a string")


def _object(given: Mapping[str, object], name: str) -> dict[str, object] | None:
    value = given.get(name)
    return value if value is None or isinstance(value, dict) else _refuse(name, "an object")


def _refuse(name: str, kind: str) -> NoReturn:
    raise RequestError(Code.BAD_REQUEST, f"The parameter {name} must be {kind} or null.")
