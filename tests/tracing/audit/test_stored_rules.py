"""A stored version of the rules answers as it did, with its own rules, figures and helpers, whatever today's are."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.fact_document import write_subject
from rules.engine.answers.reading import Reading
from rules.engine.plan import Plan
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from rules.review.cases import load_cases
from rules.review.compare import compare
from rules.review.stand import plain
from tests.rules.review.new_year import a_document, a_household
from tests.tracing.audit.entries import NOON
from tracing.audit import rule_sets
from tracing.audit.compression import compress
from tracing.audit.errors import FactsRefused, VersionAltered, VersionSilent
from tracing.audit.stored_rules import StoredRules
from tracing.audit.versions import files_of, version_of

TREE = Path(__file__).parents[3]
NEW_YEAR_DAY = date(2026, 1, 1)
PLAN = "import sys; from rules.library import load_rule_sets; sys.stdout.buffer.write(load_rule_sets()['household'].plan.encode())"


@pytest.fixture(scope="module")
def today() -> Mapping[str, RuleSet]:
    return load_rule_sets()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what versions are made of, to be changed."""
    for folder in ("domain", "rules"):
        shutil.copytree(TREE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "store", "registries", "review"))
    return tmp_path


def stored(tree: Path) -> rule_sets.RuleSet:
    """Return the version of the households' rules that stands in *tree*."""
    done = subprocess.run([sys.executable, "-B", "-c", PLAN], cwd=tree, capture_output=True, check=True, timeout=60)
    return version_of(Plan.decode(done.stdout), tree, NOON)


def rewrite(path: Path, old: str, new: str) -> None:
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new), encoding="utf-8")


def flips(version: rule_sets.RuleSet, today: Mapping[str, RuleSet]) -> dict[str, tuple[Any, Any, list[tuple[str, str]]]]:
    """Return what today's rules say otherwise than *version*: both outputs and the causes."""
    rules = today["household"]
    with StoredRules(version) as old:
        now = Reading(rules.index, rules.run(a_household(), NEW_YEAR_DAY), NEW_YEAR_DAY)
        found = compare(old.read(a_document(), NEW_YEAR_DAY), now)
    outputs = ((each, each.before and each.before.output, each.after and each.after.output) for each in found)
    return {
        each.unit.id.rpartition(".")[2]: (before, after, [(cause.kind, cause.id) for cause in each.causes])
        for each, before, after in outputs
    }


@pytest.mark.parametrize("root", ["household", "operation"])
def test_a_version_in_its_own_process_says_what_it_says_here(root: str, today: Mapping[str, RuleSet]) -> None:
    rules = today[root]
    with StoredRules(version_of(rules.plan, TREE, NOON)) as same:
        for case in [each for each in load_cases() if each.subject.type_name == root][::7]:
            here = Reading(rules.index, rules.run(case.subject, case.as_of), case.as_of)
            there = same.read(write_subject(case.subject), case.as_of)
            assert compare(there, here) == []
            assert [node.block for node in there.root.walk()] == [list(map(plain, node.block)) for node in here.root.walk()]
        assert same.left_out == set()


def test_another_figure_is_named_as_what_made_the_difference(tree: Path, today: Mapping[str, RuleSet]) -> None:
    rewrite(tree / "rules" / "parameters" / "plus_ceilings.yaml", "1: 23403", "1: 23999")
    found = flips(stored(tree), today)
    assert found["plus_ceiling"] == ("23999", "23403", [("figure", "plus_ceilings")])
    assert found["income_to_plus_ceiling"][2] == [("figure", "plus_ceilings")]
    assert "plai_ceiling" not in found


def test_another_rule_is_named_as_what_made_the_difference(tree: Path, today: Mapping[str, RuleSet]) -> None:
    rewrite(tree / "rules" / "calculations" / "income_ceilings.py", "(plus_ceiling * pls", "(2 * plus_ceiling * pls")
    assert flips(stored(tree), today)["pls_ceiling"][2] == [("rule", "calculations.income_ceilings.pls_ceiling")]


def test_an_old_rule_calls_its_own_helpers(tree: Path, today: Mapping[str, RuleSet]) -> None:
    money = tree / "domain" / "money.py"
    money.write_text(money.read_text(encoding="utf-8") + "\n\ndef round_half_up(*_):\n    return Decimal(1)\n", encoding="utf-8")
    before, after, causes = flips(stored(tree), today)["pls_ceiling"]
    assert (before, after) == ("1", "30424")
    assert causes == [("rule", "calculations.income_ceilings.pls_ceiling")]


def test_facts_that_an_old_version_did_not_know_are_left_out_and_named(today: Mapping[str, RuleSet]) -> None:
    document = a_document()
    document["facts"]["household.said_since"] = True
    document["parts"]["household.persons"][0]["facts"]["person.said_since"] = 1
    with StoredRules(version_of(today["household"].plan, TREE, NOON)) as rules:
        assert rules.read(document, NEW_YEAR_DAY).root.children
        assert rules.left_out == {"household.said_since", "person.said_since"}


def test_a_version_that_is_not_what_its_digest_was_made_of_does_not_run(today: Mapping[str, RuleSet]) -> None:
    version = version_of(today["household"].plan, TREE, NOON)
    for change in ({"archive": version.archive[:-9]}, {"archive": compress(b"")}, {"plan": compress(b"{}")}, {"python": "2.7"}):
        with pytest.raises(VersionAltered, match="differs"):
            files_of(replace(version, **change))


def test_a_version_that_cannot_start_says_why(tree: Path, today: Mapping[str, RuleSet]) -> None:
    (tree / "rules" / "worker.py").unlink()
    with StoredRules(version_of(today["household"].plan, tree, NOON)) as rules, pytest.raises(VersionSilent, match=r"rules\.worker"):
        rules.read(a_document(), NEW_YEAR_DAY)


def test_a_version_that_does_not_answer_in_time_is_stopped(tree: Path, today: Mapping[str, RuleSet]) -> None:
    rewrite(
        tree / "rules" / "worker.py",
        "def main() -> None:",
        "def main() -> None:\n    import time\n    time.sleep(600)\n\ndef other() -> None:",
    )
    rules = StoredRules(version_of(today["household"].plan, tree, NOON), patience=1)
    with rules, pytest.raises(VersionSilent, match="no answer within 1 s"):
        rules.read(a_document(), NEW_YEAR_DAY)


def test_a_version_that_dies_within_its_answer_is_silent(tree: Path, today: Mapping[str, RuleSet]) -> None:
    half = "def main() -> None:\n    sys.stdin.readline()\n    print('{\"part\": [', end='', flush=True)\n\ndef other() -> None:"
    rewrite(tree / "rules" / "worker.py", "def main() -> None:", half)
    with StoredRules(version_of(today["household"].plan, tree, NOON)) as rules, pytest.raises(VersionSilent):
        rules.read(a_document(), NEW_YEAR_DAY)


def test_facts_that_a_version_refuses_are_told_with_the_reason(today: Mapping[str, RuleSet]) -> None:
    with StoredRules(version_of(today["household"].plan, TREE, NOON)) as rules:
        with pytest.raises(FactsRefused, match="true or false is expected"):
            rules.read({"facts": {"household.persons_complete": 3}, "parts": {}}, NEW_YEAR_DAY)
        assert rules.read(a_document(), NEW_YEAR_DAY).root.children, "the next question is answered"
