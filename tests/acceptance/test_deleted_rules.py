"""A rule file is deleted: its rules are gone, and a record made before still tells of them, word for word."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TREE = Path(__file__).parents[2]
START = "from api.cli import main; main()"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program, to delete from."""
    for folder in ("api", "domain", "rules", "tracing", "examples"):
        shutil.copytree(TREE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def attendu(tree: Path, *words: str) -> str:
    """Run the program that stands in *tree*, each time in a new process, and return what it prints."""
    around = os.environ | {"ATTENDU_DATABASE_URL": f"sqlite:///{tree / 'attendu.db'}", "ATTENDU_MODE": "development"}
    command = [sys.executable, "-B", "-c", START, *words]
    return subprocess.run(command, cwd=tree, env=around, capture_output=True, text=True, check=True, timeout=120).stdout


def rules(tree: Path) -> dict[str, str]:
    found: list[dict[str, Any]] = json.loads(attendu(tree, "rules", "list", "--json"))
    return {each["id"]: each["version"] for each in found}


@pytest.mark.server
def test_a_record_made_before_a_rule_file_was_deleted_still_expands_whole(tree: Path) -> None:
    attendu(tree, "demo", "--no-serve")
    before, told = rules(tree), attendu(tree, "explain", "1", "--json")
    assert "documents.never_asked.bank_statements" in told

    file = tree / "rules" / "documents" / "applicant" / "never_asked.py"
    text = file.read_text()
    file.unlink()
    after = rules(tree)
    assert set(before) - set(after) == {name for name in before if name.startswith("documents.never_asked.")}
    assert all(before[name] == version for name, version in after.items())
    assert attendu(tree, "explain", "1", "--json") == told

    file.write_text(text)
    assert rules(tree) == before
