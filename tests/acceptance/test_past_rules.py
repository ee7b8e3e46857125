"""A question about a past instant is answered with the facts and the rules of that instant, and the record says so."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from domain.store.database import Database
from rules.library import load_rule_sets
from tests.acceptance.servers import BOUND
from tests.api.clients import Client, served
from tests.api.commands.processes import Program, copied
from tests.databases import on_sqlite
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.versions import version_of

pytestmark = pytest.mark.server

FIRST_RULE = Path("docs/first-rule.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
RULE = "documents.guardians.guardian_agreement"
SAMPLES = len([*Path("examples").glob("household-*.yaml"), *Path("examples").glob("operation-*.yaml")])
HOUSEHOLD = "household-lone-parent-rennes"
THEN = """
query ($id: ID!, $at: DateTime) { household(id: $id, knownAt: $at, asOf: "2026-11-20") {
  revision documents(outcome: [APPLIED, NOT_APPLICABLE, UNDETERMINED]) { rule { id } outcome } decision { id ruleSet knownAt }
} }
"""
READ = (
    "query ($id: ID!) { decision(id: $id) { ruleSet documents(outcome: [APPLIED, NOT_APPLICABLE, UNDETERMINED]) { rule { id } outcome } } }"
)


class Asked:
    """A provider that notes that it was asked."""

    name, source, provides, inputs = "zones", "nowhere", "household.ceiling_zone", ("commune",)
    times = 0

    async def fetch(self, requests: Any) -> Any:
        """Note it and fail."""
        self.times += len(requests)
        raise ConnectionError


@pytest.fixture
def yesterday(tmp_path: Path, database_address: str) -> Program:
    """A tree with one rule more than today's, over the same database; it has decided on the samples."""
    program = copied(tmp_path / "then")
    program = replace(program, environment={**program.environment, "ATTENDU_DATABASE_URL": database_address})
    program.plant("rules/documents/applicant/guardians.py", FIRST_RULE)
    done = program.run("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return program


@pytest.fixture
def zones() -> Asked:
    return Asked()


@pytest.fixture
def client(yesterday: Program, database_address: str, zones: Asked) -> Iterator[Client]:
    """Today's program over the database of *yesterday*, started after it."""
    with served(database_address, clock=lambda: datetime.now(UTC), providers={zones.provides: zones}) as made:
        yield made


def swept(client: Client) -> list[dict[str, Any]]:
    """Return the decisions, the first one first, once every sample has been decided on again under today's rules."""
    end = time.monotonic() + BOUND
    while True:
        found: list[dict[str, Any]] = client.ask("{ decisions(first: 100) { nodes { number decidedAt } } }")["decisions"]["nodes"][::-1]
        if len(found) >= 2 * SAMPLES:
            return found
        assert time.monotonic() < end, "the samples were not decided on again"
        time.sleep(0.05)


def rules_in(found: dict[str, Any]) -> set[str]:
    return {each["rule"]["id"] for each in found["documents"]}


def last_instant_of_yesterday(client: Client) -> str:
    return str(swept(client)[SAMPLES - 1]["decidedAt"])


def test_a_past_instant_has_its_facts_and_its_rules_and_asks_no_provider(client: Client, zones: Asked) -> None:
    then = last_instant_of_yesterday(client)
    client.ask(
        "mutation ($i: UpdateHouseholdInput!) { updateHousehold(input: $i) { __typename } }", i={"id": HOUSEHOLD, "facts": {"rent": "1"}}
    )
    asked = zones.times
    past = client.ask(THEN, id=HOUSEHOLD, at=then)["household"]
    assert zones.times == asked
    now = client.ask(THEN, id=HOUSEHOLD)["household"]
    assert zones.times > asked, "today it is asked"
    assert (past["revision"], now["revision"]) == (1, 2)
    assert rules_in(past) - rules_in(now) == {RULE}
    assert rules_in(now) < rules_in(past)
    assert past["decision"]["ruleSet"] != now["decision"]["ruleSet"]
    assert past["decision"]["knownAt"] == then

    read = client.ask(READ, id=past["decision"]["id"])["decision"]
    assert read["ruleSet"] == past["decision"]["ruleSet"]
    assert read["documents"] == past["documents"]


@on_sqlite
async def test_rules_that_do_not_run_here_say_so_and_nothing_is_recorded(
    yesterday: Program, database: Database, database_address: str
) -> None:
    (yesterday.folder / "rules" / "worker.py").write_text("raise ValueError('canary')\n")
    broken = version_of(load_rule_sets()["household"].plan, yesterday.folder, datetime.now(UTC))
    store = RuleSetStore(database)
    await store.store(broken)
    await store.release("household", broken.digest, datetime.now(UTC))
    at = datetime.now(UTC).isoformat()
    with served(database_address, clock=lambda: datetime.now(UTC)) as client:
        before = swept(client)
        answer = client.send(THEN, id=HOUSEHOLD, at=at)
        assert {each["extensions"]["code"] for each in answer["errors"]} == {"PAST_RULES_SILENT"}
        assert "canary" not in str(answer)
        assert swept(client) == before
        assert client.ask(THEN, id=HOUSEHOLD)["household"]["revision"] == 1, "the present is answered"
