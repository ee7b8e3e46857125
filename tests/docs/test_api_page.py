"""What docs/api.md asks is answered as it says; ``"…"`` there stands for what differs each time."""

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console

from api.commands.demo import load_and_decide
from api.settings import Mode, Settings
from domain.registries.ceiling_zones import CeilingZoneTable
from tests.api.clients import served

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLE = re.compile(
    r"```graphql\n(?P<query>.*?)```(?:\n\n```json variables\n(?P<variables>.*?)```)?(?:\n\n```json answer\n(?P<answer>.*?)```)?", re.DOTALL
)


def examples() -> Iterator[tuple[str, dict[str, Any], Any]]:
    for each in EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")):
        answer = None if each["answer"] is None else json.loads(each["answer"])
        yield each["query"], json.loads(each["variables"] or "{}"), answer


def alike(said: Any, found: Any) -> bool:
    """Tell whether *found* is what was said."""
    if isinstance(said, dict) and isinstance(found, dict):
        return said.keys() == found.keys() and all(alike(said[key], found[key]) for key in said)
    if isinstance(said, list) and isinstance(found, list):
        return len(said) == len(found) and all(map(alike, said, found))
    return bool(said in {"…", found} if isinstance(said, str) else said == found)


def test_every_question_has_its_answer(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'attendu.db'}"
    asyncio.run(load_and_decide(Settings(mode=Mode.DEVELOPMENT, database_url=address), Console(quiet=True)))
    zones = CeilingZoneTable()
    with served(address, providers={zones.provides: zones}) as client:
        for query, variables, said in examples():
            found = client.ask(query, **variables)
            assert "problems" not in json.dumps(found), found
            assert said is None or alike(said, found), json.dumps(found, ensure_ascii=False, indent=2)


def test_the_page_has_its_examples() -> None:
    assert len([answer for _, _, answer in examples() if answer is not None]) >= 7
