"""The server that is attacked: its healthy requests, its memory, and what became of each attack."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.acceptance.servers import Server
from tests.hostile import bodies, documents, sockets, values
from tests.hostile.wire import Attack, Sending, ask, raw, timed

WARM, FULL = 20, 150
"""Rounds of healthy requests after which everything was made once, and after which caches are full: each asks about another household."""

WHOLE = """query ($f: HouseholdFactsInput!) { simulateHousehold(facts: $f) { ... on Simulation {
  documents { key title because { sentence because { sentence } } missing { label } inputs { label text } rule { sources { reference } } }
  calculations { key text because { sentence } inputs { label text } } tasks { key state because { sentence } } missing { fact }
} } }"""
TIMES = 5
"""How much longer than the slowest healthy request beside it an attack may take."""


def household(number: int) -> dict[str, object]:
    """Return the facts of a household of six; each number is another one."""
    born = ((1980 + person, 1 + (number + person) % 12, 1 + number // 12 % 28) for person in range(6))
    persons = [
        {"key": f"p{n}", "role": "CHILD" if n else "APPLICANT", "bornOn": f"{year}-{month:02}-{day:02}"}
        for n, (year, month, day) in enumerate(born)
    ]
    return {"rent": str(300 + number % 700), "personsComplete": True, "persons": persons}


def healthy_requests(number: int) -> list[Sending]:
    """Return what healthy clients ask, about the household of this number."""
    facts = household(number)
    return [
        raw(ask("{ __typename }")),
        raw(ask(values.CREATE, {"i": {"facts": facts}})),
        raw(ask("{ decisions(first: 50) { nodes { subject { decision { id changesOn } } } } }")),
        raw(ask(WHOLE, {"f": facts}, extensions={"ruleTrace": {"level": "FULL"}})),
    ]


def attacks() -> list[Attack]:
    """Return every attack."""
    return [*documents.attacks(), *values.attacks(), *bodies.attacks(), *sockets.attacks()]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an attack: the seconds that it took, and the slowest healthy request beside it."""

    attack: Attack
    seconds: float
    healthy: float

    @property
    def times(self) -> float:
        """How many times the slowest healthy request it took."""
        return 0.0 if self.attack.patient else self.seconds / self.healthy


@dataclass(frozen=True, slots=True)
class Attacked:
    """A server that can be attacked."""

    port: int
    process: int
    _rounds: Iterator[int] = field(default_factory=count)

    async def healthy(self) -> float:
        """Return the seconds of the slowest healthy request."""
        slowest = 0.0
        for send in healthy_requests(next(self._rounds)):
            answer, seconds = await timed(send, self.port)
            assert answer.status == 200, answer
            assert not answer.codes, answer
            slowest = max(slowest, seconds)
        return slowest

    async def fate(self, attack: Attack) -> Fate:
        """Attack, with healthy requests before, meanwhile and after."""
        before = await self.healthy()
        attacking = asyncio.create_task(timed(attack.send, self.port))
        if attack.patient:
            await self.healthy()
        _, seconds = await attacking
        return Fate(attack, seconds, max(before, await self.healthy()))

    def memory(self) -> int:
        """Return the bytes of memory that the server holds."""
        return int(Path(f"/proc/{self.process}/statm").read_text(encoding="ascii").split()[1]) * 4096

    async def problems(self, chosen: Sequence[Attack]) -> dict[str, str]:
        """Attack in every way, one after the other, and return what was not answered as it should be."""
        found = {}
        for each in chosen:
            attacking = asyncio.ensure_future(each.send(self.port))
            if each.patient:
                await self.healthy()
            problem = each.problem(await attacking)
            if problem:
                found[each.name] = problem
        await self.healthy()
        return found


@asynccontextmanager
async def attacked(folder: Path, rounds: int = WARM) -> AsyncIterator[Attacked]:
    """Start a server over a new SQLite file, and let it answer so many rounds of healthy requests."""
    server = await Server.start(f"sqlite:///{folder / 'hostile.db'}", 0, asyncio.Event())
    try:
        made = Attacked(int(server.address.rpartition(":")[2]), server.process.pid)
        for _ in range(rounds):
            await made.healthy()
        yield made
    finally:
        await server.kill()
