"""
One GraphQL request, all included, against strawberry alone.

Ours: a household's documents with their reasons, DECISIVE trace, committed record (SQLite, fsync), spans to a collector. Beside it
strawberry's own ASGI application answers the same typed fields from constant data: no rule, no record, no trace, no span. What is compared
is the processor time of the two server processes with eight clients at once, the median of interleaved rounds.

``request`` asks about one file that does not change, as screens do, and what is told of runs that are alike is there. For ``request_first``
every request is the first about its file, and no two files have a person's key, birthday or income in common.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
import orjson
import yaml
from strawberry.utils.str_converters import to_camel_case

from benchmarks.budget import Budget
from benchmarks.processes import Server, server, sink

SAMPLE = Path(__file__).parent.parent / "examples" / "household-lone-parent-rennes.yaml"
ROUNDS, FIRST_ROUNDS, REQUESTS, CLIENTS = 7, 2, 20, 8
JSON = {"content-type": "application/json"}
SPANS_SECONDS = 1.5
"""Spans leave later, on another thread: their cost belongs to the round that made them."""

QUERY = """
query Documents($id: ID!) {
  household(id: $id) {
    id
    revision
    documents {
      key title part outcome requirement asked
      rule { id sources { reference } }
      because { sentence truth values { label text unit origin } because { sentence truth values { label text unit origin } } }
      missing { fact label }
    }
    decision { id number asOf }
  }
}
"""
CREATE = "mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { ... on HouseholdSaved { household { id } } } }"


@dataclass(frozen=True, slots=True)
class Asked:
    """One server and the request that it is asked, again and again."""

    server: Server
    body: bytes

    def once(self) -> bytes:
        """Ask once and return the answer."""
        answer = httpx2.post(f"{self.server.address}/graphql", content=self.body, headers=JSON)
        answer.raise_for_status()
        return answer.content

    def round(self, bodies: Sequence[bytes] = ()) -> float:
        """Return the processor seconds a request, of its own again and again or of *bodies*, one each."""
        before = self.server.cpu_seconds()
        asyncio.run(self._ask_all(bodies or [self.body] * CLIENTS * REQUESTS))
        time.sleep(SPANS_SECONDS)
        return (self.server.cpu_seconds() - before) / (CLIENTS * REQUESTS)

    async def _ask_all(self, bodies: Sequence[bytes]) -> None:
        async with httpx2.AsyncClient(timeout=60) as client:
            await asyncio.gather(*(self._ask(client, bodies[number::CLIENTS]) for number in range(CLIENTS)))

    async def _ask(self, client: httpx2.AsyncClient, bodies: Sequence[bytes]) -> None:
        for body in bodies:
            (await client.post(f"{self.server.address}/graphql", content=body, headers=JSON)).raise_for_status()


def measure() -> list[Budget]:
    """Measure one request."""
    with both() as (ours, plain):
        sizes = [len(asked.once()) for asked in (ours, plain)]
        documents = len(orjson.loads(plain.once())["data"]["household"]["documents"])
        for asked in (ours, plain):
            asked.round()  # warm
        rounds = [(ours.round(), plain.round()) for _ in range(ROUNDS)]
        others = [(ours.round(other_files(ours.server, number)), plain.round()) for number in range(FIRST_ROUNDS)]
    said = f"{documents} documents; ours {{:.2f}} ms and {sizes[0]} bytes, trace included; strawberry {{:.2f}} ms and {sizes[1]} bytes"
    return [budget("request", rounds, 0.35, said), budget("request_first", others, 0.9, said)]


def budget(name: str, rounds: Sequence[tuple[float, float]], limit: float, said: str) -> Budget:
    """Return what a request cost in the median of *rounds*, ours against theirs."""
    ratio = statistics.median(one / other for one, other in rounds)
    detail = said.format(*(statistics.median(each) * 1_000 for each in zip(*rounds, strict=True)))
    print(detail)
    return Budget(name, ratio, limit, detail)


@contextmanager
def both() -> Iterator[tuple[Asked, Asked]]:
    """Start both servers, with the same answer in both."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        spans = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": stack.enter_context(sink()),
            "OTEL_TRACES_EXPORTER": "otlp",
            "OTEL_METRICS_EXPORTER": "none",
            "OTEL_BSP_SCHEDULE_DELAY": "1000",  # all are sent within SPANS_SECONDS
        }
        address = {"ATTENDU_DATABASE_URL": f"sqlite:///{folder / 'request.db'}", "ATTENDU_MODE": "development"}
        application = stack.enter_context(server("api.app:create_app_from_environment", spans | address, "/livez"))
        ours = Asked(application, question(application))
        answer = folder / "answer.json"
        answer.write_bytes(ours.once())
        measure_of = stack.enter_context(server("benchmarks.plain_strawberry:app", {"ANSWER": str(answer)}, "/graphql"))
        plain = Asked(measure_of, ours.body)
        theirs, told = (orjson.loads(each)["data"]["household"] for each in (plain.once(), answer.read_bytes()))
        assert theirs == told, "both must answer the same"
        yield ours, plain


def other_files(application: Server, turn: int) -> list[bytes]:
    """Store files that nobody has asked about, each unlike every other, and return the questions about them."""
    return [question(application, turn * CLIENTS * REQUESTS + number + 1) for number in range(CLIENTS * REQUESTS)]


def question(application: Server, number: int = 0) -> bytes:
    """Store the sample, or the other file of this *number*, and return the question about it."""
    sample = facts(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))
    for person in sample["persons"] if number else ():
        person["key"] += f"-{number}"
        person["bornOn"] = str(date.fromisoformat(person["bornOn"]) - timedelta(number))
        person |= {name: value + number for name, value in person.items() if type(value) is int and "ncome" in name}
    made = httpx2.post(f"{application.address}/graphql", json={"query": CREATE, "variables": {"input": {"facts": sample}}}).json()
    return orjson.dumps({"query": QUERY, "variables": {"id": made["data"]["createHousehold"]["household"]["id"]}})


def facts(document: dict[str, Any]) -> dict[str, Any]:
    """Return a sample's facts as the input of a mutation."""
    given = {to_camel_case(name.partition(".")[2]): plain(value) for name, value in (document.get("facts") or {}).items()}
    for name, items in (document.get("parts") or {}).items():
        given[to_camel_case(name.partition(".")[2])] = [{"key": item["key"], **facts(item)} for item in items]
    return given


def plain(value: Any) -> Any:
    """Return a value of YAML as the API takes it."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value if isinstance(value, bool | int | str) or value is None else str(value)
