"""Every case of every rule, through the engine; and that every rule has its cases."""

from collections.abc import Mapping
from functools import cache

import pytest

from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from rules.review.cases import Case, load_cases
from rules.review.coverage import over_cases
from tests.rules.expected import assert_as_expected

CASES = load_cases()


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    return load_rule_sets()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_comes_out_as_the_text_says(case: Case) -> None:
    assert_as_expected(case, rule_sets()[case.subject.type_name])


def test_every_rule_has_a_case_for_each_outcome_it_can_have() -> None:
    covered = over_cases(CASES, rule_sets())
    assert {gap.unit.id: gap.never for coverage in covered.values() for gap in coverage.rule_gaps()} == {}
