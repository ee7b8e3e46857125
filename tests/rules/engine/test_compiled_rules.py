import os
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.expressions import Named
from domain.facts import UNKNOWN
from domain.subjects import Subject
from rules.engine.interpreter import Interpreter, Result
from rules.engine.plan import Unit
from rules.engine.rule import Rule, Task
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node, Outcome
from rules.engine.trees import leaves_of
from tests.rules.engine.estates import FIGURES, rule_set_of
from tests.rules.engine.random_estates import DAYS, estates, vaguer
from tests.rules.engine.random_functions import LEAKS
from tests.rules.engine.random_rule_sets import rule_sets

EXAMPLES = int(os.environ.get("ATTENDU_EXAMPLES", "300"))
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


def settled(value: Any, declared: Rule | Named, node: Node, interpreter: Interpreter) -> bool:
    """Tell whether *value* is an answer; the state of a task whose due day is not known may still become another."""
    if isinstance(value, Outcome) and isinstance(declared, Task) and interpreter.value(declared.counts_to, node) is UNKNOWN:
        return False
    return value is not UNKNOWN and value is not Outcome.FAILED


@thorough
@given(rule_sets(), st.lists(estates, min_size=10, max_size=10), st.sampled_from(DAYS), st.sampled_from([1, 4, 2_000]))
def test_compiled_rules_give_what_the_interpreter_gives(
    declarations: dict[str, Rule | Named], subjects: list[Subject], as_of: date, largest_segment: int
) -> None:
    LEAKS.clear()
    with patch("rules.engine.compilation.order.LARGEST_SEGMENT", largest_segment):
        rules = rule_set_of(declarations)
    for subject in subjects:
        root = rules.run(subject, as_of)
        interpreter = Interpreter(declarations, FIGURES, as_of)
        for node in root.walk():
            for unit in units_on(rules, node):
                actual, expected = compiled(unit, node), interpreter.result(declarations[unit.id], node)
                assert same(actual.value, expected.value), (unit.id, node.path, actual, expected, node.failures)
                assert actual.leaves == expected.leaves, (unit.id, node.path)
                assert actual.failed == expected.failed, (unit.id, node.path)
    assert LEAKS == []


@thorough
@given(rule_sets(knowing=False), st.lists(estates, min_size=10, max_size=10), st.sampled_from(DAYS), st.integers(0, 2**32 - 1))
def test_more_facts_never_change_a_settled_answer(
    declarations: dict[str, Rule | Named], subjects: list[Subject], as_of: date, seed: int
) -> None:
    rules, random = rule_set_of(declarations), Random(seed)
    for subject in subjects:
        later = {(node.type_name, node.path): node for node in rules.run(subject, as_of).walk()}
        interpreter = Interpreter(declarations, FIGURES, as_of)
        for node in rules.run(vaguer(subject, random), as_of).walk():
            for unit in units_on(rules, node):
                before, after = compiled(unit, node), compiled(unit, later[node.type_name, node.path])
                if settled(before.value, declarations[unit.id], node, interpreter):
                    assert same(before.value, after.value), (unit.id, node.path, before, after)
