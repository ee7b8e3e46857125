import os
from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.conditions import Named
from domain.facts import Subject
from rules.engine.declare import Rule
from rules.engine.interpreter import Interpreter, Result
from rules.engine.plan import Unit, leaves_of
from rules.engine.run import Node
from rules.engine.ruleset import RuleSet
from tests.rules.engine.estates import FIGURES, Estate, rule_set_of
from tests.rules.engine.random_rule_sets import DAYS, LEAKS, rule_sets, subjects

EXAMPLES = int(os.environ.get("ATTENDU_EXAMPLES", "200"))
thorough = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def compiled(unit: Unit, node: Node) -> Result:
    leaves = [*leaves_of(unit.condition), *leaves_of(unit.task.closed if unit.task else None)]
    return Result(
        node.block[unit.slot],
        tuple(node.block[leaf.slot] for leaf in leaves),
        unit.slot in {slot for slot, *_ in node.failures},
    )


def units_on(rules: RuleSet, node: Node) -> Iterator[Unit]:
    return (unit for unit in rules.plan.units if unit.type == node.type_name and not unit.hidden)


def same(first: Any, second: Any) -> bool:
    """Tell whether two results are equal; what is not a number equals itself here."""
    return isinstance(first, bool) is isinstance(second, bool) and (first == second or repr(first) == repr(second))


@thorough
@given(rule_sets(), st.lists(subjects(Estate), min_size=3, max_size=5), st.sampled_from(DAYS), st.sampled_from([1, 4, 2_000]))
def test_compiled_rules_give_what_the_interpreter_gives(
    declarations: dict[str, Rule | Named], estates: list[Subject], as_of: date, largest_segment: int
) -> None:
    LEAKS.clear()
    with patch("rules.engine.order.LARGEST_SEGMENT", largest_segment):
        rules = rule_set_of(declarations)
    for estate in estates:
        root = rules.run(estate, as_of)
        interpreter = Interpreter(declarations, FIGURES, as_of)
        for node in root.walk():
            for unit in units_on(rules, node):
                actual, expected = compiled(unit, node), interpreter.result(declarations[unit.id], node)
                assert same(actual.value, expected.value), (unit.id, node.path, actual, expected, node.failures)
                assert actual.leaves == expected.leaves, (unit.id, node.path)
                assert actual.failed == expected.failed, (unit.id, node.path)
    assert LEAKS == []
