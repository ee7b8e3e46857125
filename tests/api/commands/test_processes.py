"""The program as people start it: samples loaded and asked about, rules planted, broken and deleted, servers that start again."""

import json
import re
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from api.http.graphiql import examples
from tests.api.commands.processes import SECONDS, Program, copied

pytestmark = pytest.mark.server

FIRST_RULE = Path("docs/first-rule.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
RULES = {"query": "{ rules { id } }"}
PLACE, RULE = "rules/documents/applicant/guardians.py", "documents.guardians.guardian_agreement"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return copied(tmp_path)


@pytest.fixture
def port() -> str:
    """A port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return str(listening.getsockname()[1])


def test_the_demo_loads_and_decides_on_the_samples_and_can_be_run_again(program: Program, tmp_path: Path) -> None:
    first, again = program.run("demo", "--no-serve"), program.run("demo", "--no-serve")
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    samples = sorted(path.stem for path in Path("examples").glob("[ho]*-*.yaml"))
    assert [name for name in samples if name not in first.stdout] == []
    with sqlite3.connect(tmp_path / "attendu.db") as database:
        assert database.execute("SELECT subject_id, count(*) FROM revision GROUP BY 1 ORDER BY 1").fetchall() == [
            (name, 1) for name in samples
        ]
        assert database.execute("SELECT count(*), max(number) FROM decision").fetchone() == (2 * len(samples), 2 * len(samples))


def test_the_demo_asks_two_questions_prints_its_address_and_stays_up(program: Program) -> None:
    with program.started("demo", "--port", "0") as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            if address := re.fullmatch(r"(http://127\.0\.0\.1:\d+)\n", line):
                break
        text = "".join(said)
        assert address, text
        assert '"title": "National identity card or passport"' in text
        assert '"sentence": "Nationality: French"' in text
        assert '"title": "Submit the final application for the demolition"' in text
        assert '"sentence": "Final application for the demolition submitted: no date"' in text
        answer = httpx2.post(f"{address[1]}/graphql", json={"query": "{ __typename }"}, timeout=SECONDS, trust_env=False)
        assert answer.json()["data"] == {"__typename": "Query"}
        for example in (each for each in examples() if "subscription " not in each.query):
            answer = httpx2.post(f"{address[1]}/graphql", json={"query": example.query}, timeout=SECONDS, trust_env=False)
            assert "errors" not in answer.json(), example.query
        number = re.search(r"attendu explain (\d+)", text)
        assert number
        explained = program.run("explain", number[1], "--json")
        assert json.loads(explained.stdout)["number"] == int(number[1])


def test_a_recorded_decision_is_explained_by_number_and_by_id_after_its_rules_are_gone(program: Program) -> None:
    planted = program.plant(PLACE, FIRST_RULE)
    program.run("demo", "--no-serve")
    before = program.run("explain", "1", "--why-not", "--ids").stdout
    planted.unlink()
    assert program.run("explain", "1", "--why-not", "--ids").stdout == before
    identity = re.search(r"\[([0-9a-f-]{36})\]", before)
    assert identity
    assert program.run("explain", identity[1], "--why-not", "--ids").stdout == before
    assert RULE in before
    assert RULE not in program.run("rules", "list").stdout


BROKEN: dict[str, tuple[str, str]] = {
    "syntax": ("def when(:", "line 1"),
    "an unknown fact": (FIRST_RULE.replace("Person.legal", "Person.logal"), "logal_protection"),
    "a missing source": (FIRST_RULE.replace("    source=LIMITATIVE_LIST,\n", ""), "source"),
    "an empty family": ('"""Nothing."""\n', "declares no rule"),
    "and instead of &": (FIRST_RULE.replace("when=Person", "when=is_adult and Person"), "join conditions with &"),
}


def test_rules_that_cannot_stand_are_told_with_the_remedy_and_no_traceback(program: Program) -> None:
    for what, (text, remedy) in BROKEN.items():
        program.plant(PLACE, text)
        ended = program.run("rules", "list")
        assert ended.returncode == 1, what
        assert "INVALID_RULE_SET: " in ended.stderr, what
        assert "guardians" in ended.stderr, what
        assert remedy in ended.stderr, what
        assert "Traceback" not in ended.stderr, what
        assert ended.stdout == "", what


def test_rules_that_cannot_stand_stop_servers_and_answers(program: Program) -> None:
    program.plant(PLACE, "1 / 0\n")
    for arguments in (["evaluate", "examples/household-couple-lyon.yaml"], ["demo", "--no-serve"], ["serve", "--port", "0"]):
        ended = program.run(*arguments)
        assert ended.returncode == 1, ended.stderr
        assert "INVALID_RULE_SET: rules.documents.applicant.guardians, line 1" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_deleting_a_calculation_that_others_read_names_them(program: Program) -> None:
    (program.folder / "rules/calculations/incomes.py").unlink()
    ended = program.run("rules", "list")
    assert ended.returncode == 1
    assert re.search(
        r"rules\.\w+\.\S+ cannot be read: No module named 'rules.calculations.incomes'; put the file or name back", ended.stderr
    )
    assert "Traceback" not in ended.stderr


def test_a_server_takes_up_a_changed_rule_survives_a_broken_one_and_ends_with_its_parent(program: Program, port: str) -> None:
    with program.started("serve", "--port", port, "--reload") as process:
        served = Served(process, port)
        served.eventually(lambda rules: rules is not None)
        planted = program.plant(PLACE, FIRST_RULE)
        served.eventually(lambda rules: rules is not None and RULE in rules)
        planted.write_text("1 / 0\n", encoding="utf-8")
        served.eventually(lambda rules: rules is None)
        planted.unlink()
        served.eventually(lambda rules: rules is not None and RULE not in rules)
    assert served.rules() is None


def test_one_sqlite_file_is_served_by_one_process(program: Program, port: str) -> None:
    with program.started("serve", "--port", port) as process:
        Served(process, port).eventually(lambda rules: rules is not None)
        second = program.run("serve", "--port", "0")
        assert second.returncode == 1
        assert "STORE_TAKEN: " in second.stderr
        assert "Traceback" not in second.stderr
        environment = {**program.environment, "ATTENDU_DATABASE_URL": f"sqlite:///{program.folder / 'other.db'}"}
        third = Program(program.folder, environment).run("serve", "--port", port)
        assert third.returncode == 1
        assert "PORT_TAKEN: " in third.stderr


@dataclass(frozen=True)
class Served:
    """A server that was started on a port."""

    process: subprocess.Popen[str]
    port: str

    def rules(self) -> set[str] | None:
        """Return the ids of the rules that it knows; none where it does not answer."""
        try:
            answer = httpx2.post(f"http://127.0.0.1:{self.port}/graphql", json=RULES, timeout=SECONDS, trust_env=False).json()
        except httpx2.TransportError:
            return None
        return {each["id"] for each in answer["data"]["rules"]}

    def eventually(self, holds: Callable[[set[str] | None], bool]) -> None:
        """Wait, within a bound, until something holds of its rules."""
        end = time.monotonic() + SECONDS
        while not holds(self.rules()):
            assert self.process.poll() is None, self.process.communicate()[0]
            assert time.monotonic() < end, "it did not come to hold in time"
            time.sleep(0.05)
