"""Attacks over WebSocket: no greeting, two, floods, messages that are none; each ends with a code or leaves the socket usable."""

import json
from collections.abc import Iterator
from typing import Final

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.hostile.wire import REFUSED, Answer, Attack, Sending

PROTOCOL: Final = "graphql-transport-ws"
INIT = '{"type": "connection_init"}'
ENDS = frozenset({"pong", "error", "complete"})


def subscribe(name: object, query: object, **more: object) -> str:
    """Return the message that asks for something."""
    return json.dumps({"type": "subscribe", "id": name, "payload": {"query": query, **more}})


def talk(*messages: str | bytes, protocol: str | None = PROTOCOL, last: str = '{"type": "ping"}') -> Sending:
    """Return what says *messages* and *last* at once and hears what comes until the socket is closed or a pong or an end is told."""

    async def send(port: int) -> Answer:
        codes: set[str] = set()
        try:
            address = f"ws://127.0.0.1:{port}/graphql"
            async with connect(address, subprotocols=[protocol] if protocol else None, max_size=None, proxy=None) as socket:  # type: ignore[list-item]
                for message in messages:
                    await socket.send(message)
                await socket.send(last)
                async for heard in socket:
                    said = json.loads(heard)
                    if said["type"] == "error":
                        codes |= {each["extensions"]["code"] for each in said["payload"]}
                    if said["type"] in ENDS and said.get("id") in {None, "last"}:
                        break
        except ConnectionClosed as closed:
            return Answer(400, frozenset({str(closed.rcvd.code if closed.rcvd else 0)}))
        except InvalidHandshake:
            return Answer(400, frozenset({"HANDSHAKE"}))
        return Answer(400 if codes else 200, frozenset(codes))

    return send


FLOOD = tuple(subscribe(str(n), "subscription { decisionRecorded { cursor } }") for n in range(1_000))
TALKS: dict[str, Sending] = {
    "the legacy protocol": talk(INIT, protocol="graphql-ws"),
    "no protocol": talk(INIT, protocol=None),
    "a question without a greeting": talk(subscribe("1", "{ __typename }")),
    "two greetings": talk(INIT, INIT),
    "a binary message": talk(INIT, b"\x00\x01"),
    "a message that is no JSON": talk(INIT, "{"),
    "a message of 2 MB": talk(INIT, '{"type": "ping", "payload": "' + "x" * 2_000_000 + '"}'),
    "JSON 100,000 deep in a message": talk(INIT, "[" * 100_000),
    "a message of no type": talk(INIT, "{}"),
    "a message of an unknown type": talk(INIT, '{"type": "start"}'),
    "a question without an id": talk(INIT, '{"type": "subscribe", "payload": {"query": "{ __typename }"}}'),
    "an id that is a number": talk(INIT, subscribe(5, "{ __typename }")),
    "an id in use": talk(INIT, FLOOD[0], FLOOD[0]),
    "variables that are a list, in a message": talk(INIT, last=subscribe("last", "{ __typename }", variables=[1])),
    "a document that is a number, in a message": talk(INIT, last=subscribe("last", 5)),
    "a flood of 1,000 subscriptions": talk(INIT, *FLOOD),
    "a cursor to follow from that is none": talk(INIT, last=subscribe("last", 'subscription { decisionRecorded(after: "x") { cursor } }')),
    "a subscription to nobody": talk(INIT, subscribe("1", 'subscription { subjectChanged(id: "nobody") { cursor } }')),
    "a token in the greeting that is none": talk('{"type": "connection_init", "payload": {"authorization": "Bearer x"}}'),
    "10,000 pings": talk(INIT, *['{"type": "ping"}'] * 10_000),
    "endings of what never began": talk(INIT, *[f'{{"type": "complete", "id": "{n}"}}' for n in range(5_000)]),
}  # fmt: skip
CLOSED = {"4400", "4401", "4403", "4406", "4408", "4409", "4429", "1003", "1007", "1009", "HANDSHAKE"}
CODES = REFUSED | CLOSED | {"BAD_CURSOR", "NOT_FOUND", "UNAUTHENTICATED", "UNAVAILABLE"}
FLOODS = {"a flood of 1,000 subscriptions", "10,000 pings", "endings of what never began"}
HARMLESS = {"10,000 pings", "endings of what never began", "a subscription to nobody", "a message of no type"}


def attacks() -> Iterator[Attack]:
    """Yield every attack over WebSocket."""
    for name, send in TALKS.items():
        yield Attack(name, send, CODES, harmless=name in HARMLESS, patient=name in FLOODS)
