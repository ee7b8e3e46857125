"""Every case of every rule, through the engine; and that every rule has its cases."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from rules.engine.plan import FactTerm, FigureTerm, Term, Tree, Unit, UnitKind, UnitTerm
from rules.engine.reading import APPLIED, NOT_APPLICABLE, UNDETERMINED
from rules.engine.ruleset import RuleSet
from rules.engine.trees import leaves_of
from rules.library import load_rule_sets
from rules.review.cases import Case, load_cases
from tests.rules.expected import assert_as_expected

CASES = load_cases()


@cache
def rule_sets() -> Mapping[str, RuleSet]:
    return load_rule_sets()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_comes_out_as_the_text_says(case: Case) -> None:
    assert_as_expected(case, rule_sets()[case.subject.type_name])


def test_every_rule_has_a_case_for_each_outcome_it_can_have() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        for key, expected in case.then.items():
            seen[key.partition("@")[0]].add(expected if isinstance(expected, str) else APPLIED)
    lacking = {
        unit.id: sorted(possible_outcomes(unit, rule_set) - seen[unit.id])
        for rule_set in rule_sets().values()
        for unit in rule_set.plan.units
        if unit.kind is not UnitKind.CONDITION and not unit.hidden
    }
    assert {rule: outcomes for rule, outcomes in lacking.items() if outcomes} == {}


def possible_outcomes(unit: Unit, rule_set: RuleSet) -> set[str]:
    possible = {APPLIED}
    if unit.condition is not None:
        possible.add(NOT_APPLICABLE)
    if any(can_be_unknown(fact, rule_set) for fact in facts_behind(unit, rule_set)):
        possible.add(UNDETERMINED)
    return possible


def can_be_unknown(fact: str, rule_set: RuleSet) -> bool:
    """A milestone is absent until it happens; any other fact is unknown until somebody says it."""
    return not any(each.id == fact and each.milestone for type_plan in rule_set.plan.types for each in type_plan.facts)


def facts_behind(unit: Unit, rule_set: RuleSet) -> Iterator[str]:
    """Yield the facts that can leave a unit open: a task's due day cannot."""
    by_id = {each.id: each for each in rule_set.plan.units}
    for term in terms_of(unit):
        match term:
            case FactTerm(id=name):
                yield name
            case UnitTerm(id=name):
                yield from facts_behind(by_id[name], rule_set)
            case FigureTerm():
                pass


def terms_of(unit: Unit) -> Iterator[Term]:
    trees: list[Tree] = [tree for tree in (unit.condition, unit.task and unit.task.closed) if tree]
    for leaf in (leaf for tree in trees for leaf in leaves_of(tree) if leaf.test != "known"):
        for term in leaf.terms:
            yield getattr(term, "of", term)
    yield from (each.term for each in unit.inputs)
    if unit.moved:
        yield unit.moved.of
    if unit.aggregate:
        yield unit.aggregate.complete
        yield from (each for each in (unit.aggregate.where, unit.aggregate.of) if each is not None)
