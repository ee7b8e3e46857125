"""The package stands alone: it may be published by itself one day."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import api.execution

MODULES = sorted(Path(api.execution.__file__).parent.glob("*.py"))
STANDARD = {
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "keyword",
    "logging",
    "sys",
    "time",
    "types",
    "typing",
    "warnings",
    "weakref",
}


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield node.module or "relative import"
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_nothing_of_the_project_and_only_graphql_core_is_imported(module: Path) -> None:
    allowed = {"graphql", *STANDARD} | ({"strawberry"} if module.name == "strawberry.py" else set())
    strangers = {name for name in imported(module) if name.split(".")[0] not in allowed and not name.startswith("api.execution")}
    assert strangers == set()
