"""Every bound of the transport, in two frozen objects."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What one document may ask for.

    Args:
        tokens: lexical tokens and comments, counted by the parser.
        depth: fields below fields, fragments unfolded. The introspection query of usual tools is 13 deep.
        root_fields: fields at the root of an operation, fragments unfolded.
        aliases: fields that are given another name, over the whole document.
        directives: directives of any kind, over the whole document.
        spreads: ``...Name``, over the whole document.
        repeats: fields asked again under a name already taken in the same selection; merging them is quadratic.
        cost: fields that the answer may hold at most; see :mod:`api.http.limits`.
        page_size: items of a list that takes ``first`` or ``last`` where a request gives neither: as many as its resolver answers.
        objects: in variables: each is held against every field of its type. The largest file has a thousand parts.
        list_size: items that any other list is taken to have.
        reported: errors told about one document; the rest is left out.
    """

    tokens: int = 2_000
    depth: int = 16
    root_fields: int = 20
    aliases: int = 30
    directives: int = 50
    spreads: int = 60
    repeats: int = 50
    cost: int = 20_000
    page_size: int = 20
    objects: int = 4_000
    list_size: int = 10
    reported: int = 5


@dataclass(frozen=True, slots=True)
class TransportSettings:
    """
    How requests come in and answers go out.

    Args:
        development: names are suggested in errors ("Did you mean…").
        origins: other sites (``https://host``) whose pages may call us.
        body_bytes: of a request body or a WebSocket message, unpacked.
        body_seconds: in which the whole body must arrive.
        url_bytes: of the query string of a GET.
        execution_seconds: for one query, mutation, or event of a subscription.
        send_seconds: in which a slow reader must take one event of a stream.
        cached_documents: parsed and validated documents that are kept.
        cached_bytes: text of these; a parsed document takes up to a hundred times its text.
        init_seconds: between the opening of a WebSocket and its ``connection_init``.
        heartbeat_seconds: between two signs of life on an idle stream.
        socket_operations: running at once on one WebSocket.
        streams: WebSockets and event streams open at once in this process.
    """

    development: bool = False
    origins: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    body_bytes: int = 1_048_576
    body_seconds: float = 10
    url_bytes: int = 16_384
    execution_seconds: float = 30
    send_seconds: float = 10
    cached_documents: int = 1_000
    cached_bytes: int = 262_144
    init_seconds: float = 3
    heartbeat_seconds: float = 12
    socket_operations: int = 50
    streams: int = 4_000
