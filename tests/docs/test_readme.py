"""What the README says is so: its question has its answer, its commands run, its rule and cases stand where it says."""

import asyncio
import json
import re
import shlex
from pathlib import Path

import pytest
from rich.console import Console

from api.cli import DONE, run
from api.commands.demo import load_and_decide
from api.settings import Mode, Settings
from domain.registries.ceiling_zones import CeilingZoneTable
from tests.api.clients import served

TREE = Path(__file__).parents[2]
README = (TREE / "README.md").read_text(encoding="utf-8")
NOT_RUN_HERE = {"serve", "demo"}  # they have tests of their own, as processes


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands(program: str) -> list[list[str]]:
    lines = [line.removeprefix("$ ").split("  #")[0] for block in blocks("console") for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith(f"{program} ")]


def test_the_question_has_its_answer(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'attendu.db'}"
    asyncio.run(load_and_decide(Settings(mode=Mode.DEVELOPMENT, database_url=address), Console(quiet=True)))
    zones = CeilingZoneTable()
    with served(address, providers={zones.provides: zones}) as client:
        assert client.ask(*blocks("graphql")) == json.loads(*blocks("json"))


@pytest.mark.parametrize("arguments", [each for each in commands("attendu") if each[0] not in NOT_RUN_HERE], ids=" ".join)
def test_every_command_runs(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == DONE
    assert capsys.readouterr().out


def test_every_target_is_in_the_makefile() -> None:
    makefile = (TREE / "Makefile").read_text(encoding="utf-8")
    assert [each for (each,) in commands("make") if f"\n{each}: " not in makefile] == []


@pytest.mark.parametrize("language", ["python", "yaml"])
def test_the_rule_and_its_cases_stand_where_the_page_says(language: str) -> None:
    (block,) = blocks(language)
    place, said = block.removeprefix("# ").split("\n", 1)
    assert said in (TREE / place).read_text(encoding="utf-8")


def test_every_page_that_is_pointed_at_is_there() -> None:
    pages = set(re.findall(r"\]\(([^)#:]+)\)", README))
    assert sorted(each for each in pages if not (TREE / each).exists()) == []
