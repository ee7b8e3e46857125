"""The tool that changes the law: every change is a real one, is taken back, and is seen by the case that speaks of it alone."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from domain.calendar import days
from rules.engine.declare import Alert
from rules.engine.ruleset import build
from rules.review.cases import Case
from tests.rules.engine.library import DECLARATIONS, FEE_RATE, RULES, Reader, a_book, a_reader
from tests.rules.mutants.__main__ import all_mutants, green_grounds
from tests.rules.mutants.mutant import Mutant
from tests.rules.mutants.trial import Ground, is_killed

GROUND = Ground(RULES, ())
MUTANTS = all_mutants([GROUND])


def plan() -> bytes:
    return build("reader", Reader, DECLARATIONS, {"fee_rate": FEE_RATE}).plan.encode()


def the_mutant(where: str, change: str) -> Mutant:
    (found,) = [each for each in MUTANTS if each.where.endswith(where) and change in each.change]
    return found


def a_case(as_of: date, reader: Reader, **then: object) -> Case:
    names = {name.rpartition(".")[2]: name for name in DECLARATIONS}
    return Case("a case", reader, as_of, {names[rule]: outcome for rule, outcome in then.items()})


def test_every_kind_of_change_is_made() -> None:
    assert set(Counter(each.kind for each in MUTANTS)) == {"comparison", "boundary", "joining", "negation", "delay", "date"}


@pytest.mark.parametrize("mutant", MUTANTS, ids=map(str, MUTANTS))
def test_a_change_is_a_change_while_it_lives_and_is_taken_back(mutant: Mutant) -> None:
    before = mutant.slot.value
    with mutant.slot.holding(mutant.value):
        assert mutant.slot.value is mutant.value is not before
    assert mutant.slot.value is before


def test_when_all_changes_are_taken_back_the_rules_are_what_they_were() -> None:
    before = plan()
    for mutant in MUTANTS:
        with mutant.slot.holding(mutant.value):
            assert mutant.slot.attribute == "__code__" or plan() != before
    assert plan() == before


def test_a_threshold_is_held_by_the_cases_on_either_side_of_it_and_by_none_farther() -> None:
    later, sooner = the_mutant("return_it", "MODERATE by -1 day"), the_mutant("return_it", "MODERATE by +1 day")
    due = {"due": date(2026, 4, 10)}
    far = Case("far", a_reader(), date(2026, 3, 1), {"tasks.lending.return_it@first": {"state": "TO_DO", **due}})
    on = Case("on", a_reader(), date(2026, 3, 21), {"tasks.lending.return_it@first": {"state": "TO_DO", **due}})
    after = Case("after", a_reader(), date(2026, 3, 22), {"tasks.lending.return_it@first": {"state": "MODERATE", **due}})
    assert not is_killed(later, [Ground(RULES, (far,))])
    assert is_killed(later, [Ground(RULES, (on, after))])
    assert is_killed(sooner, [Ground(RULES, (on, after))])
    assert not is_killed(sooner, [Ground(RULES, (after,))])
    assert not is_killed(later, [Ground(RULES, (on,))])


def test_a_change_in_a_shared_condition_is_seen_by_the_rules_that_name_it() -> None:
    mutant = the_mutant("is_adult", "becomes passed")
    birthday = a_case(date(2026, 5, 1), a_reader(born_on=date(2008, 5, 1), member=False), card="applied")
    assert is_killed(mutant, [Ground(RULES, (birthday,))])
    assert not is_killed(mutant, [Ground(RULES, (replace(birthday, as_of=date(2026, 5, 2)),))])


def test_a_change_in_the_function_of_a_calculation_is_seen() -> None:
    mutant = the_mutant("fee", "age < 10 becomes age <= 10")
    ten = a_reader(a_book(), born_on=date(2016, 2, 1))
    assert is_killed(mutant, [Ground(RULES, (a_case(date(2026, 2, 1), ten, fee={"value": 15}),))])
    assert not is_killed(mutant, [Ground(RULES, (a_case(date(2027, 2, 1), ten, fee={"value": 30}),))])


def test_the_day_of_a_figure_is_held_by_the_cases_on_it_and_before_it() -> None:
    before, on = (a_case(day, a_reader(), fee={"value": fee}) for day, fee in {date(2026, 5, 31): 15, date(2026, 6, 1): 30}.items())
    sooner, later = (the_mutant("fee_rate", f"2026-06-01 by {step} day") for step in ("-1", "+1"))
    assert is_killed(sooner, [Ground(RULES, (before,))])
    assert not is_killed(sooner, [Ground(RULES, (on,))])
    assert is_killed(later, [Ground(RULES, (on,))])
    assert not is_killed(later, [Ground(RULES, (before,))])


def test_a_change_that_stops_the_start_is_killed() -> None:
    alerts = the_mutant("return_it", "CRITICAL by +1 day")
    disorder = replace(alerts, value={Alert.MODERATE: days(5), Alert.CRITICAL: days(20)})
    stated = Case("any", a_reader(), date(2026, 3, 1), {"tasks.lending.return_it@first": "applied"})
    assert not is_killed(alerts, [Ground(RULES, (stated,))])
    assert is_killed(disorder, [Ground(RULES, (stated,))])


def test_every_rule_alone_is_green_before_anything_is_changed() -> None:
    """One that is not would pass for killed with each of its mutants, and with those of what it reads."""
    assert [rule for ground in green_grounds(Console(stderr=True)) for rule in ground.red_unchanged()] == []
