"""``attendu demo``: load the samples, decide on them, ask two questions over HTTP, and stay up."""

import asyncio
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
from cyclopts.types import Port
from rich.console import Console
from rich.progress import track

from api import server
from api.app import Application, assemble
from api.commands.json_text import compact
from api.commands.listening import see_that_port_is_free
from api.commands.options import Flag, output
from api.commands.samples import Sample, read_sample
from api.commands.stock import read_stock
from api.decide import Decisions
from api.identity.development import development_token, somebody
from api.principal import DEMO, Principal, Role
from api.settings import Mode, SettingRefused, Settings
from domain.calendar import PARIS
from domain.fact_document import write_subject
from domain.store.rental_stock import RentalStock
from domain.store.revisions import Revision
from rules.engine.answers.reading import APPLIED, UNDETERMINED
from rules.engine.decision import Decision

EXAMPLES = Path(__file__).parents[2] / "examples"
STOCK = EXAMPLES / "rental-stock.csv"
QUESTIONS = (
    ("documents.graphql", "household", "household-lone-parent-rennes"),
    ("tasks.graphql", "operation", "operation-demolition-saint-etienne"),
)
"""Each with the variable that it takes and the sample that it is asked about."""
PRINCIPAL = Principal(id="demo", organisation=DEMO, roles=frozenset({Role.CASEWORKER}))
PATIENCE = 30.0


def demo(*, port: Port = 8000, host: str = "127.0.0.1", no_serve: Flag = False) -> None:
    """
    Load the samples of examples/, decide on each, ask two questions, and stay up to be asked more.

    Can be run again: samples are stored anew only where they changed.

    attendu demo --port 8080

    Args:
        port: Where to listen; 0: any port that is free.
        host: Where to listen.
        no_serve: Load and decide on the samples, then end.
    """
    settings = Settings.read({"ATTENDU_MODE": Mode.DEVELOPMENT, **os.environ})
    if not settings.development:
        raise SettingRefused("The demonstration asks without a token, which is answered in development only: leave ATTENDU_MODE unset.")
    if not no_serve:
        see_that_port_is_free(host, port)
    console = output()
    decided = asyncio.run(load_and_decide(settings, console))
    for each in decided:
        console.print(each.line, soft_wrap=True)
    if not no_serve:
        server.serve(settings, host=host, port=port, ready=partial(_show, console, settings))


@dataclass(frozen=True, slots=True)
class Decided:
    """A sample and what was decided on it."""

    sample: Sample
    decision: Decision

    @property
    def line(self) -> str:
        """Say it in one line."""
        counts = self.decision.counts
        said = f"{counts[APPLIED]} rules applied, {counts[UNDETERMINED]} wait for facts"
        return f"  no. {self.decision.number}  {self.sample.path.stem}: {said}"


async def load_and_decide(settings: Settings, console: Console) -> list[Decided]:
    """Store every sample that is new or changed, and decide on each as of today."""
    today = datetime.now(PARIS).date()
    samples = [read_sample(path, today) for path in sorted((*EXAMPLES.glob("household-*.yaml"), *EXAMPLES.glob("operation-*.yaml")))]
    async with assemble(settings) as application:
        await RentalStock(application.database).store(read_stock(STOCK))
        decisions = Decisions(application.deciding, PRINCIPAL)
        progress = track(samples, "Deciding on the samples", console=console, transient=True)
        return [Decided(each, await decisions.on_revision(await _stored(application, each))) for each in progress]


async def _stored(application: Application, sample: Sample) -> Revision:
    """Return the last revision of a sample, a new one where the file says something else."""
    subjects, name, document = application.deciding.subjects, sample.path.stem, write_subject(sample.subject)
    now = application.deciding.clock()
    last = await subjects.latest(PRINCIPAL.reach, name)
    if last is None:
        return await subjects.create(
            name, sample.type, document, organisation=DEMO, committed_at=now, author=PRINCIPAL.id, label=sample.title
        )
    if last.document == document:
        return last
    return await subjects.append(PRINCIPAL.reach, name, last.number, document, committed_at=now, author=PRINCIPAL.id)


async def _show(console: Console, settings: Settings, address: str) -> None:
    """Ask the questions, print each with its answer, and say what to try next."""
    for file, subject, name in QUESTIONS:
        query = (EXAMPLES / file).read_text(encoding="utf-8")
        answer = await ask(address, query, {subject: name})
        console.print(f"\nThe question, with {subject} = {name}:\n", style="bold")
        console.print(query, markup=False, soft_wrap=True)
        console.print("The answer:\n", style="bold")
        console.print(compact(answer), markup=False, soft_wrap=True)
    console.print("\nA token for each role, to be sent as Authorization: Bearer ..., good for twelve hours:\n", style="bold")
    for role in Role:
        subjects = [name for _, _, name in QUESTIONS] if role is Role.APPLICANT else []
        console.print(f"  {role}  {development_token(somebody(role, DEMO, subjects), settings.state, datetime.now(UTC))}", soft_wrap=True)
    console.print("\nWhat to try next:\n", style="bold")
    page = [f"{address}/graphiql"] if settings.graphiql else []
    for line in (*page, *_hints(address, answer[subject]["decision"]["number"])):
        console.print(f"  {line}", markup=False, soft_wrap=True)
    console.print(f"\n{address}", soft_wrap=True)


async def ask(address: str, query: str, variables: dict[str, str]) -> dict[str, Any]:
    """Ask one question over HTTP and return its data."""
    question = {"query": query, "variables": variables, "extensions": {"ruleTrace": {"level": "SUMMARY"}}}
    async with httpx2.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
        response = await client.post(f"{address}/graphql", json=question)
    answered: dict[str, Any] = response.json()
    data: dict[str, Any] = answered["data"]
    return data


def _hints(address: str, number: int) -> list[str]:
    program = sys.argv[0] if sys.argv[0].endswith("attendu") else "attendu"
    query = '{\\"query\\": \\"{ operation(id: \\\\\\"operation-demolition-saint-etienne\\\\\\") { tasks { title state dueOn } } }\\"}'
    return [
        f"curl -s {address}/graphql -H 'Content-Type: application/json' -d \"{query}\"",
        f"{program} explain {number} --language fr",
        f"{program} evaluate examples/operation-demolition-saint-etienne.yaml --why-not",
        f"{program} rules show tasks.demolition.demolition_file",
    ]
