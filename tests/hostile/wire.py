"""Requests as bytes, well-formed or not, sent over TCP; and what counts as an answer to an attack."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import orjson

BOUND = 60.0
"""Seconds within which everything is answered, however slow the machine; a bound against hanging."""

REFUSED = frozenset({"LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "BAD_REQUEST"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: *codes* are those of errors, in ``errors`` and in payloads."""

    status: int
    codes: frozenset[str]
    size: int = 0


Sending = Callable[[int], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Attack:
    """
    One way to mean harm.

    Args:
        name: what it is.
        send: does it to the server on a port.
        codes: with which it may be refused.
        harmless: it may as well be answered.
        bare: it is no HTTP that reaches the application, so any 4xx will do, or a closed connection.
        patient: it is slow by itself, so that only the others' time counts.
    """

    name: str
    send: Sending
    codes: frozenset[str] = REFUSED
    harmless: bool = False
    bare: bool = False
    patient: bool = False

    def problem(self, answer: Answer) -> str | None:
        """Say what is wrong with *answer*, if anything is."""
        if answer.status >= 500 or "INTERNAL" in answer.codes:
            return f"status {answer.status}, codes {set(answer.codes)}"
        if self.bare and (answer.status == 0 or answer.status >= 400):
            return None
        if self.harmless and not answer.codes:
            return None
        if answer.size > 20_000 and self.codes:
            return f"a refusal of {answer.size} bytes"
        if (not answer.codes and self.codes) or not answer.codes <= self.codes:
            return f"status {answer.status}, codes {set(answer.codes)}, not among {set(self.codes)}"
        return None


def request(body: bytes = b"", method: str = "POST", target: str = "/graphql", **headers: str) -> bytes:
    """Return an HTTP request; keywords are headers, underscores for hyphens, an empty one leaves it out."""
    given = {
        "host": "attendu.test",
        "content-type": "application/json",
        "accept": "application/graphql-response+json",
        "content-length": str(len(body)),
        "connection": "close",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items() if value)]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def ask(query: str, variables: object = None, **more: object) -> bytes:
    """Return the request of a GraphQL operation."""
    return request(orjson.dumps({"query": query, "variables": variables, **more}))


def raw(data: bytes, *, then: bytes = b"", pause: float = 0.0) -> Sending:
    """Return what sends *data* and, after a pause, *then*; and reads the answer."""

    async def send(port: int) -> Answer:
        async with asyncio.timeout(BOUND):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(data)
                if then:
                    await asyncio.sleep(pause)
                    writer.write(then)
                return answer_of(await _all(reader))
            finally:
                writer.close()

    return send


async def _all(reader: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    try:
        while part := await reader.read(65_536):
            parts.append(part)
    except ConnectionError:  # it did not want to hear the rest
        pass
    return b"".join(parts)


def answer_of(said: bytes) -> Answer:
    """Read an HTTP response; status 0 where there is none."""
    head, _, body = said.partition(b"\r\n\r\n")
    status = head.split(b" ", 2)[1:2]
    return Answer(int(status[0]) if status else 0, codes_in(body), len(body))


def codes_in(body: bytes) -> frozenset[str]:
    """Return the codes of the errors that a GraphQL response tells."""
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        return frozenset()
    if not isinstance(said, Mapping):
        return frozenset()
    told = [each["extensions"]["code"] for each in said.get("errors") or ()]
    payloads = (said.get("data") or {}).values()
    return frozenset(told) | {each["code"] for each in payloads if isinstance(each, Mapping) and "code" in each}


async def timed(send: Sending, port: int) -> tuple[Answer, float]:
    """Send, and return the answer with the seconds it took."""
    began = time.perf_counter()
    answer = await send(port)
    return answer, time.perf_counter() - began
