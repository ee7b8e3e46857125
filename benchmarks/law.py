"""
The law itself: all of its rules on a household of four and on an operation, against the floor; called from any depth; from import to ready.

Facts are drawn at random, so that every branch of the law is taken. A figure that is not fixed yet leaves a few calculations unknown
whatever the facts are: the floor leaves them out, the engine does not.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any, get_args, get_origin

from benchmarks.budget import Budget
from benchmarks.engine import SUBJECTS, against_floor, loading, microseconds
from benchmarks.subjects import TODAY
from domain.facts import UNKNOWN, Fact
from domain.households import Household
from domain.operations import Operation
from domain.persons import Person
from domain.subjects import Subject
from domain.text import Choice
from rules.engine.answers.reading import Reading, above
from rules.engine.plan import Unit
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node
from rules.engine.terms import UnitTerm
from rules.library import load_rule_sets

PARTS = {"person": 4, "building": 2, "dwelling": 3, "loan": 2, "rehousing": 3}
COMMUNE = "93048"
ROUNDS = 20
READY = "from rules.library import load_rule_sets; load_rule_sets()"


def measure() -> list[Budget]:
    """Measure every budget of the law."""
    rule_sets = load_rule_sets()
    return [
        *_against_floor(rule_sets["household"], Household),
        *_against_floor(rule_sets["operation"], Operation),
        _from_any_depth(rule_sets["operation"]),
        loading("law_ready", 1.5, READY),
    ]


def _from_any_depth(rules: RuleSet) -> Budget:
    """Compare the slowest of many depths with the fastest: Python's memory for frames comes in chunks, which a call may miss narrowly."""
    random = Random(1)
    known = [a_subject(Operation, random) for _ in range(SUBJECTS // 10)]

    def decided(depth: int) -> int:
        if depth:
            return decided(depth - 1)
        for subject in known:
            rules.run(subject, TODAY)
        return len(known)

    taken = microseconds({str(depth): partial(decided, depth) for depth in range(0, 200, 10)}, ROUNDS)
    slowest, fastest = max(taken, key=taken.__getitem__), min(taken, key=taken.__getitem__)
    figures = f"{taken[slowest]:.1f} µs {slowest} calls deep, {taken[fastest]:.1f} µs {fastest} calls deep"
    return Budget("law_depth", taken[slowest] / taken[fastest], 1.3, figures)


def _against_floor(rules: RuleSet, of: type[Subject]) -> Iterable[Budget]:
    random = Random(1)
    known = [a_subject(of, random) for _ in range(SUBJECTS)]
    partly = [a_subject(of, random, unknown=0.25) for _ in range(SUBJECTS)]
    left_out = _unknown(rules, known)
    nodes = list(rules.run(known[0], TODAY).walk())
    units = sum(unit.type == node.type_name for node in nodes for unit in rules.plan.units)
    for budget in against_floor(f"law_{of.type_name}", rules, known, partly, left_out):
        figures = f"{budget.detail}; {units} units on {len(nodes)} parts, left out by the floor: {', '.join(sorted(left_out))}"
        yield Budget(budget.name, budget.measured, budget.limit, figures)


def _unknown(rules: RuleSet, subjects: list[Subject]) -> frozenset[str]:
    """Return the units that are unknown on some subject though every fact is known, and that subject has such a value."""
    readings = [Reading(rules.index, rules.run(subject, TODAY), TODAY) for subject in subjects]
    return frozenset(
        unit.id
        for reading in readings
        for node in reading.root.walk()
        for unit in rules.index.by_type[node.type_name]
        if node.block[unit.slot] is UNKNOWN and _has(unit, node, reading)
    )


def _has(unit: Unit, node: Node, reading: Reading) -> bool:
    """Tell whether what *unit* calculates, gives or aggregates is something that the subject has."""
    if unit.when is not None:
        return reading.raw(unit.when, node) is not False
    behind = unit.inputs[1].term if unit.settles else unit.aggregate.of if unit.aggregate else None
    if not isinstance(behind, UnitTerm):
        return True
    parts = node.children[unit.aggregate.list_index] if unit.aggregate else [above(node, behind.level)]
    return all(_has(reading.index.units[behind.id], part, reading) for part in parts)


def a_subject(of: type[Subject], random: Random, unknown: float = 0) -> Subject:
    """Return a subject with parts, whose facts are unknown with the given probability; its lists of parts are complete."""
    facts = {each.name: UNKNOWN if random.random() < unknown else _value(each, random) for each in of.facts}
    for listed in of.lists:
        parts = (a_subject(listed.of, random, unknown) for _ in range(PARTS[listed.of.type_name]))
        facts |= {listed.name: tuple(part.keyed(str(number)) for number, part in enumerate(parts)), listed.complete.name: True}
    return of(**facts)


def _value(fact: Fact[Any], random: Random) -> Any:
    if fact is Person.born_on:
        return TODAY - timedelta(random.randint(0, 30_000))  # nobody is asked about before they were born
    return None if fact.optional and random.random() < 0.3 else _of_kind(fact.kind, random)


def _of_kind(kind: Any, random: Random) -> Any:
    origin = get_origin(kind)
    if origin is frozenset:
        return frozenset(_of_kind(get_args(kind)[0], random) for _ in range(2))
    if origin is Mapping:
        return {TODAY.year - ago: Decimal(random.randint(0, 20)) for ago in (1, 2, 3)}
    if issubclass(kind, Choice):
        return random.choice(list(kind))
    return {
        bool: random.random() < 0.5,
        int: random.randint(1, 11),
        Decimal: Decimal(random.randint(0, 400_000)) / 100,
        date: TODAY + timedelta(random.randint(-1200, 1200)),
        str: COMMUNE,
    }[kind]
