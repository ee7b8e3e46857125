"""What a run gives, by examples: each was once got wrong."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.calendar import years
from domain.conditions import any_of, known, named, total, values
from domain.facts import UNKNOWN
from domain.subjects import Subject
from rules.engine.declare import calculation, derived, document
from rules.engine.interpreter import evaluate
from rules.engine.rule import Calculation, Document, Requirement
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node, Outcome
from rules.engine.trees import leaves_of
from tests.rules.engine.estates import SOURCE, TITLE, Estate, House, Plant, Room, rule_set_of

TODAY = date(2026, 3, 1)
HALF_KNOWN: Any = frozenset({"a", UNKNOWN})


def a_document(when: Any, of: type[Subject] = Estate) -> Document:
    return document(of=of, title=TITLE, source=SOURCE, requirement=Requirement.TO_REGISTER, when=when)


def a_calculation(function: Any, of: type[Subject] = Estate, **more: Any) -> Calculation[Any]:
    made: Calculation[Any] = calculation(of=of, title=TITLE, source=SOURCE, **more)(function)
    return made


def a_value(expression: Any, of: type[Subject] = Estate) -> Calculation[Any]:
    made: Calculation[Any] = derived(expression, of=of, title=TITLE, source=SOURCE)
    return made


def result(rules: RuleSet, rule: str, estate: Estate) -> Any:
    (slot,) = (unit.slot for unit in rules.plan.units if unit.id == rule)
    return rules.run(estate, TODAY).block[slot]


def an_estate(**facts: Any) -> Estate:
    return Estate(houses_complete=True, trees_complete=True, **facts)


def not_a_number(size: int) -> Decimal:
    return Decimal("NaN") / size


def doubled(size: int) -> int:
    return 2 * size


def spare(budget: Decimal | None) -> Decimal | None:
    return budget


def spared(spare: Decimal | None) -> Decimal:
    return spare or Decimal(0)


def marked(names: frozenset[str]) -> frozenset[str]:
    return names


def test_the_leaves_of_a_rule_that_failed_are_not_reached() -> None:
    ratio = a_calculation(not_a_number)
    rules = rule_set_of({"calculations.a.ratio": ratio, "documents.a.deed": a_document((Estate.size > 0) & (ratio > Decimal(1)))})
    (unit,) = (unit for unit in rules.plan.units if unit.id == "documents.a.deed")
    root = rules.run(an_estate(size=1), TODAY)
    assert root.block[unit.slot] is Outcome.FAILED
    assert [root.block[leaf.slot] for leaf in leaves_of(unit.condition)] == [None, None]
    assert [(slot, kind) for slot, kind, _ in root.failures] == [(unit.slot, "InvalidOperation")]


@pytest.mark.parametrize(("day", "size"), [(date(2024, 12, 31), UNKNOWN), (date(2025, 1, 1), 4), (UNKNOWN, UNKNOWN)])
def test_a_rule_is_in_force_on_its_law_date(day: Any, size: Any) -> None:
    rules = rule_set_of({"calculations.a.doubled": replace(a_calculation(doubled, law_date=Estate.founded_on), since=date(2025, 1, 1))})
    assert result(rules, "calculations.a.doubled", an_estate(size=2, founded_on=day)) == size


def test_an_aggregate_reads_what_stands_above_its_parts() -> None:
    big = named(TITLE, Estate.size > 1)
    twice = a_calculation(doubled)
    rules = rule_set_of(
        {
            "vocabulary.a.big": big,
            "calculations.a.doubled": twice,
            "calculations.a.sizes": a_value(total(Estate.houses, twice, big)),
            "documents.a.deed": a_document(any_of(Estate.houses, any_of(Estate.trees, Plant.alive))),
        }
    )
    estate = an_estate(size=2, houses=(House(), House()), trees=(Plant(alive=True),))
    assert result(rules, "calculations.a.sizes", estate) == 8
    assert result(rules, "documents.a.deed", estate) is True


def test_one_condition_may_be_asked_of_parts_of_two_types() -> None:
    is_open = Estate.size > 1
    rules = rule_set_of({"documents.a.deed": a_document(any_of(Estate.houses, is_open) & any_of(Estate.trees, is_open))})
    assert result(rules, "documents.a.deed", an_estate(size=2, houses=(House(),), trees=(Plant(),))) is True


@pytest.mark.parametrize(("day", "names", "expected"), [(TODAY, {"a"}, True), (UNKNOWN, {"a"}, False), (TODAY, {"a", UNKNOWN}, False)])
def test_what_is_moved_or_holds_an_unknown_is_known_when_all_of_it_is(day: Any, names: Any, expected: bool) -> None:
    rules = rule_set_of({"documents.a.deed": a_document(known(Estate.founded_on + years(1)) & known(Estate.names))})
    assert result(rules, "documents.a.deed", an_estate(founded_on=day, names=frozenset(names))) is expected


def test_a_list_of_collections_is_unknown_while_one_of_them_holds_an_unknown() -> None:
    rules = rule_set_of({"calculations.a.names": a_value(values(Estate.houses, House.names))})
    known_house, unknown_house = House(names=frozenset("a")), House(names=HALF_KNOWN)
    assert result(rules, "calculations.a.names", an_estate(houses=(known_house,))) == (frozenset("a"),)
    assert result(rules, "calculations.a.names", an_estate(houses=(known_house, unknown_house))) is UNKNOWN


def test_a_collection_known_in_part_is_settled_by_what_is_calculated() -> None:
    rules = rule_set_of(
        {
            "calculations.a.marked": a_calculation(marked, gives=Estate.marks),
            "documents.a.deed": a_document(Estate.marks.includes("b")),
        }
    )
    estate = an_estate(names=frozenset("b"), marks=HALF_KNOWN)
    assert result(rules, "documents.a.deed", estate) is True
    assert result(rules, "documents.a.deed", estate.replacing(marks=frozenset("a"))) is False


def test_the_total_of_none_is_a_zero_of_its_kind() -> None:
    rules = rule_set_of(
        {
            "calculations.a.rents": a_value(total(Estate.houses, House.rent)),
            "calculations.a.sizes": a_value(total(Estate.houses, House.size)),
        }
    )
    assert repr(result(rules, "calculations.a.rents", an_estate())) == "Decimal('0')"
    assert repr(result(rules, "calculations.a.sizes", an_estate())) == "0"


def test_a_calculation_that_gives_nothing_is_read_by_those_that_expect_it() -> None:
    rules = rule_set_of({"calculations.a.spare": a_calculation(spare), "calculations.a.spared": a_calculation(spared)})
    assert result(rules, "calculations.a.spared", an_estate(budget=None)) == 0


def test_a_chain_of_calculations_may_be_long() -> None:
    chain: dict[str, Any] = {"calculations.a.c0": a_value(Estate.founded_on + years(1))}
    for index in range(1, 3_000):
        chain[f"calculations.a.c{index}"] = a_value(chain[f"calculations.a.c{index - 1}"] - years(index % 2 or -1))
    assert result(rule_set_of(chain), "calculations.a.c2999", an_estate(founded_on=TODAY)) == TODAY


def test_one_condition_can_be_evaluated_by_itself_on_a_part() -> None:
    root = Node.of(an_estate(size=2, houses=(House(size=3, rooms=(Room(heated=True),)),)))
    house = root.children[0][0]
    assert evaluate((House.size > Estate.size) & any_of(House.rooms, Room.heated), house, TODAY) is True
    assert evaluate(House.lived_in == True, house, TODAY) is UNKNOWN  # noqa: E712 - declares a comparison
