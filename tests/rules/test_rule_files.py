"""Adding a file adds its rules, deleting it removes them; nothing else changes."""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rules.library import FOLDERS

TREE = Path(__file__).parents[2]
LIST = """
import ast
import json
from domain.errors import AttenduError
from rules.library import load_rule_sets
try:
    sets = load_rule_sets()
except AttenduError as error:
    print(json.dumps({"error": str(error), "code": error.code}))
else:
    print(json.dumps({unit.id: unit.version for each in sets.values() for unit in each.plan.units if not unit.hidden}))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what rules are made of, to delete from."""
    for folder in ("domain", "rules"):
        shutil.copytree(TREE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "store", "registries"))
    return tmp_path


def versions(tree: Path) -> dict[str, Any]:
    """Start the rules of *tree* in a process of its own; return each rule's version, or what stopped the start."""
    done = subprocess.run([sys.executable, "-B", "-c", LIST], cwd=tree, capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_deleting_a_file_removes_its_rules_and_nothing_else_and_putting_it_back_brings_them_back(tree: Path) -> None:
    before = versions(tree)
    file = tree / "rules" / "documents" / "applicant" / "never_asked.py"
    text = file.read_text()
    file.unlink()
    after = versions(tree)
    assert {name for name in before if name not in after} == {name for name in before if name.startswith("documents.never_asked.")} != set()
    assert all(before[name] == version for name, version in after.items())
    file.write_text(text)
    assert versions(tree) == before


def test_deleting_a_file_whose_calculation_others_read_stops_the_start_and_names_them(tree: Path) -> None:
    (tree / "rules" / "calculations" / "household_category.py").unlink()
    stopped = versions(tree)
    assert stopped["code"] == "INVALID_RULE_SET"
    assert "the parameter upgraded_category is no fact" in stopped["error"]
    assert stopped["error"].count("rules.calculations.income_ceilings") >= 2, "each rule that reads it is named"


def test_deleting_a_vocabulary_that_others_name_stops_the_start_and_names_them(tree: Path) -> None:
    (tree / "rules" / "vocabulary" / "persons.py").unlink()
    stopped = versions(tree)
    assert stopped["code"] == "INVALID_RULE_SET"
    assert "rules.documents.applicant.identity cannot be read" in stopped["error"]
    assert "put the file or name back" in stopped["error"]


def test_changing_a_rule_changes_its_version_and_no_other(tree: Path) -> None:
    before = versions(tree)
    file = tree / "rules" / "calculations" / "effort_rates.py"
    text = file.read_text()
    first = text.index("    return ")
    file.write_text(text[:first] + "    # said otherwise\n" + text[first:])
    after = versions(tree)
    assert len({name for name in before if before[name] != after[name]}) == 1


DECLARE = {"calculation", "derived", "document", "named", "task"}


def declared_in(path: Path) -> list[tuple[str, int]]:
    """Return the name and the line of each declaration that stands in a file."""
    found: list[tuple[str, int]] = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=declares))) if declares in DECLARE:
                found.append((name, node.lineno))
            case ast.FunctionDef(name=name, decorator_list=[ast.Call(func=ast.Name(id="calculation")), *_]):
                found.append((name, node.lineno))
    return found


def test_no_name_is_given_to_two_rules_of_a_file() -> None:
    """Python would keep the last and lose the others without a word."""
    twice = [
        f"{path.relative_to(TREE)}, line {line}: {name} stands here twice; give one of them another name"
        for path in sorted((TREE / "rules").rglob("*.py"))
        for names in [[name for name, _ in declared_in(path)]]
        for name, line in declared_in(path)
        if names.count(name) > 1
    ]
    assert twice == []


def test_every_file_that_declares_a_rule_stands_where_rules_are_read() -> None:
    stray = [
        f"{path.relative_to(TREE)} is read by nobody; move it below one of {', '.join(FOLDERS)}"
        for path in sorted((TREE / "rules").rglob("*.py"))
        if path.relative_to(TREE / "rules").parts[0] not in FOLDERS and declared_in(path)
    ]
    assert stray == []
