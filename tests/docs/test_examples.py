"""The examples in the documentation run."""

from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Parser

from domain.households import Household
from rules.engine.discover import discover, discover_sources
from rules.engine.figures import Figure, load_figures
from rules.engine.rule import Document, Rule, Task
from rules.engine.ruleset import build
from rules.library import FOLDERS, PARAMETERS, ROOTS
from rules.review.cases import cases_of
from tests.rules.expected import assert_as_expected

DOCS = Path(__file__).parents[2] / "docs"


def rules_of(page: dict[str, object]) -> dict[str, Rule]:
    """Return the rules that a page has declared so far, by the ids they would have in a file called ``guardians``."""
    kinds = {Document: "documents", Task: "tasks"}
    return {f"{kinds.get(type(each), 'calculations')}.guardians.{name}": each for name, each in page.items() if isinstance(each, Rule)}


def figures_of(page: dict[str, object], folder: Path) -> dict[str, Figure]:
    """Return the figures of the repository and those that a page has written so far."""
    sources = discover_sources("rules.sources")
    (folder / "page.yaml").write_text(str(page.get("figures", "")), encoding="utf-8")
    return load_figures(PARAMETERS, sources) | load_figures(folder, sources)


def run_yaml(example: Example, folder: Path) -> None:
    """Run a block of cases on the page's rules, among all others; keep a block of figures for what reads them."""
    if not str(example.parsed).startswith("type:"):
        example.namespace["figures"] = str(example.parsed)
        return
    declarations = {**discover("rules", FOLDERS), **rules_of(example.namespace)}
    rule_set = build("household", Household, declarations, figures_of(example.namespace, folder))
    for case in cases_of("guardians", str(example.parsed)):
        assert_as_expected(case, rule_set)


@pytest.mark.parametrize("page", ["first-rule.md"])
def test_the_examples_of_a_page_run(page: str, tmp_path: Path) -> None:
    parsers: list[Parser] = [
        PythonCodeBlockParser(),
        CodeBlockParser(language="yaml", evaluator=lambda example: run_yaml(example, tmp_path)),
    ]
    document = Sybil(parsers=parsers).parse(DOCS / page)
    for example in document.examples():
        example.evaluate()
    declarations = {**discover("rules", FOLDERS), **rules_of(document.namespace)}
    figures = figures_of(document.namespace, tmp_path)
    for root in ROOTS:
        build(root.type_name, root, declarations, figures)
