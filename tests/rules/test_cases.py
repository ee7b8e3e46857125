"""Every case of every rule, through the engine; and that every rule has its cases."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest

from rules.engine.plan import TaskPlan, UnitKind
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from rules.review.cases import Case, load_cases
from rules.review.coverage import over_cases
from tests.rules.expected import assert_as_expected

CASES = load_cases()
NEVER_SEEN = {
    # What falls due on the day on which it is first known begins under an alert.
    "tasks.completion.off_plan_completion": {"TO_DO"},
    "tasks.site_safety.later_works_file": {"TO_DO", "MODERATE"},
    # What only waits for a day is done on it.
    "tasks.conformity.conformity_contest": {"MISSED"},
    "tasks.permit_decisions.demolition_permit_enforceable": {"MISSED"},
}
"""States that a task cannot have, for a reason."""


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    return load_rule_sets()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_comes_out_as_the_text_says(case: Case) -> None:
    assert_as_expected(case, rule_sets()[case.subject.type_name])


def test_every_rule_has_a_case_that_states_what_it_puts_out_and_every_task_one_for_each_state_it_can_have() -> None:
    states: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for key, expected in case.then.items():
            if isinstance(expected, Mapping):
                states[key.partition("@")[0]].add(str(expected.get("state")))
    units = {unit.id: unit for rule_set in rule_sets().values() for unit in rule_set.plan.units if not unit.hidden}
    assert [name for name, unit in units.items() if unit.kind is not UnitKind.CONDITION and name not in states] == []
    missing = {name: _states(unit.task) - states[name] for name, unit in units.items() if unit.task is not None}
    assert {name: each for name, each in missing.items() if each} == NEVER_SEEN


def _states(task: TaskPlan) -> set[str]:
    """Return the states that a task may have, as far as its thresholds tell."""
    alerts = {"MODERATE": task.moderate, "CRITICAL": task.critical, "MISSED": task.due}
    return {"TO_DO", "CLOSED", *(name for name, threshold in alerts.items() if threshold is not None)}


def test_every_document_of_a_step_has_a_case_that_states_from_which_day_it_is_there() -> None:
    stated = {
        key.partition("@")[0]
        for case in CASES
        for key, expected in case.then.items()
        if isinstance(expected, Mapping) and expected.get("obtained") not in {None, "none"}
    }
    units = [unit for rule_set in rule_sets().values() for unit in rule_set.plan.units]
    assert [unit.id for unit in units if unit.document and unit.document.obtained and unit.id not in stated] == []


def test_every_rule_has_a_case_for_each_outcome_it_can_have() -> None:
    covered = over_cases(CASES, rule_sets())
    assert {gap.unit.id: gap.never for coverage in covered.values() for gap in coverage.rule_gaps()} == {}
