"""Every code that a client can meet stands in docs/errors.md with what to do, and nothing else does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from graphql import build_schema

from api.schema.items.results import REFUSALS
from api.schema.sdl import written
from domain.provided import WHY_UNKNOWN

TREE = Path(__file__).parents[2]
PAGE = (TREE / "docs" / "errors.md").read_text(encoding="utf-8")
PROBLEMS = {"Problem", "Told", "Unfit", "UploadRefused"}
INSIDE = {
    "ATTENDU_ERROR",  # roots of the trees of errors, never raised themselves
    "ARGUMENT_REFUSED",
    "AUDIT_ERROR",
    "FILE_ERROR",
    "STORE_ERROR",
    "STREAM_BROKEN",
    "INVALID_DECLARATION",  # what stops the start
    "INVALID_RULE_SET",
    "INVALID_CASE",  # what stops the tests and reviews
    "SETTING_REFUSED",
    "SCHEMA_OUTDATED",
    "STORE_ADDRESS_REFUSED",
    "STORE_TAKEN",
    "GIVEN_TWICE",  # of files only
    "UNKNOWN_KEY",
    "FIGURE_MISSING",  # a rule's failure: an outcome
    "DAY_TO_COME",
    "IDEMPOTENCY_KEY_TAKEN",  # caught by every mutation
    "SUBJECT_EXISTS",
    "SUBJECT_UNKNOWN",
}


def code(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[A-Z]+(_[A-Z]+)*", node.value):
        yield node.value


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Yield the codes that a module declares: of errors, of problems, of contradictions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                target = each.targets[0] if isinstance(each, ast.Assign) else each.target if isinstance(each, ast.AnnAssign) else None
                if isinstance(each, ast.Assign | ast.AnnAssign) and isinstance(target, ast.Name):
                    yield from code(each.value) if target.id == "code" or node.name == "Code" else ()
        elif isinstance(node, ast.Call):
            yield from code(node.args[0]) if isinstance(node.func, ast.Name) and node.func.id in PROBLEMS and node.args else ()
            for keyword in node.keywords:
                yield from code(keyword.value) if keyword.arg == "code" else ()


def declared() -> set[str]:
    modules = [path for folder in ("api", "domain", "rules", "tracing") for path in (TREE / folder).rglob("*.py")]
    seen = [path for path in modules if "commands" not in path.relative_to(TREE).parts]
    return {each for path in seen for each in codes_in(ast.parse(path.read_text(encoding="utf-8")))} | set(REFUSALS) | set(WHY_UNKNOWN)


def test_every_code_that_a_client_can_meet_is_on_the_page_and_no_other() -> None:
    told = re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE)
    assert len(told) == len(set(told))
    assert set(told) == declared() - INSIDE


def test_the_enumeration_of_refusals_is_that_of_their_codes() -> None:
    schema = build_schema(written())
    assert set(schema.type_map["ItemRefusal"].values) == set(REFUSALS)  # type: ignore[attr-defined]


def test_what_is_inside_is_declared_somewhere() -> None:
    assert INSIDE - declared() == set()


def test_the_types_that_the_page_names_are_errors_of_the_schema() -> None:
    types = set(re.findall(r"^\| `[A-Z_]+` \| `(\w+)` \|", PAGE, re.MULTILINE))
    schema = build_schema(written())
    assert {name for name in types if "Error" not in {each.name for each in schema.type_map[name].interfaces}} == set()  # type: ignore[attr-defined]


def test_whatever_is_deprecated_says_what_to_use_and_until_when() -> None:
    reasons = re.findall(r'@deprecated\(reason: "([^"]*)"', written())
    assert [each for each in reasons if not re.search(r"Use \w+.*Goes after \d{4}-\d\d-\d\d", each)] == []
