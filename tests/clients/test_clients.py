"""
What frontend teams use, against the schema and a running server: urql, Apollo Client, Relay, the audit of GraphQL over HTTP, linters.

Needs Node.js and `npm ci` in this folder: `make test-frontend` sees to it.
"""

import asyncio
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.http.graphiql import OPERATIONS
from api.schema.sdl import SDL, written
from tests.acceptance.servers import Server

pytestmark = [pytest.mark.node, pytest.mark.server]

HERE = Path(__file__).parent
TREE = HERE.parents[1]
BIN = HERE / "node_modules" / ".bin"
SECONDS = 180


def run(*command: str | Path, folder: Path = HERE) -> str:
    """Run a command to its end and return what it prints."""
    done = subprocess.run([str(each) for each in command], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server in development, over a new SQLite file."""
    database = tmp_path_factory.mktemp("clients") / "clients.db"
    with asyncio.Runner() as runner:
        server = runner.run(Server.start(f"sqlite:///{database}", 0, asyncio.Event()))
        yield f"{server.address}/graphql"
        runner.run(server.kill())


@pytest.fixture(scope="module")
def artifacts() -> None:
    """What Relay's compiler writes; it refuses what does not fit the schema."""
    (HERE / "relay" / "__generated__").mkdir(exist_ok=True)
    run(BIN / "relay-compiler")


@pytest.mark.usefixtures("artifacts")
@pytest.mark.parametrize("client", ["urql", "apollo", "relay"])
def test_a_client_asks_changes_pages_and_follows(client: str, address: str) -> None:
    told: dict[str, Any] = json.loads(run("node", f"{client}.mjs", address))
    documents = {each["key"]: each["outcome"] for each in told["household"]["documents"]}
    assert documents["documents.identity.identity_card@marie"] == "APPLIED"
    (first,), (second,) = told["pages"]
    assert first == second + 1, "two pages, the latest decision first"
    assert told["event"]["__typename"] == "SubjectChanged"
    assert told["event"]["subject"]["id"] == told["household"]["id"]


def test_every_audit_of_graphql_over_http_is_passed(address: str) -> None:
    results = [json.loads(line) for line in run("node", "audit.mjs", address).splitlines()]
    assert [each for each in results if each["status"] != "ok"] == []
    assert len(results) == 61


def test_the_schema_keeps_to_what_relay_expects() -> None:
    assert run(BIN / "eslint", "--config", HERE / "eslint.config.js", "--max-warnings", "0", SDL.name, folder=TREE) == ""


def test_the_schema_is_what_the_code_makes_and_the_example_operations_fit_it(tmp_path: Path) -> None:
    (tmp_path / "schema.graphql").write_text(written(), encoding="utf-8")
    assert "No changes detected" in run(BIN / "graphql-inspector", "diff", SDL, tmp_path / "schema.graphql")
    assert "All documents are valid" in run(BIN / "graphql-inspector", "validate", f"{OPERATIONS}/*.graphql", SDL)
