"""The law as it stands, one line a rule: no rule changes without somebody reading that it did."""

import json

import pytest

from rules.library import load_rule_sets
from rules.review.digest import lines
from tests.golden import golden


@pytest.mark.golden
def test_no_rule_changes_unread() -> None:
    written = "".join(f"{line}\n" for line in lines(load_rule_sets()))
    assert golden("law.jsonl", written) == written, "`make golden` writes it anew; the difference is what changed in the law"


def test_each_rule_has_a_line_with_its_version_and_texts() -> None:
    found = {line["id"]: line for line in map(json.loads, lines(load_rule_sets()))}
    ceiling = found["calculations.income_ceilings.plus_ceiling"]
    assert len(ceiling["version"]) == 12
    assert "plus_ceilings" in ceiling["reads"]
    assert all(line["fr"] and line["en"] for line in found.values())
    assert all(line["sources"] for line in found.values() if line["kind"] != "condition")
