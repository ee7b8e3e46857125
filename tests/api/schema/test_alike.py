"""What is kept of one evaluation is exactly what would have been said of every other one that is taken for alike."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from api.schema.decisions.told_evaluations import Teller
from domain.subjects import Subject
from rules.engine.answers.alike import AlikeRun, Lately
from rules.engine.answers.reading import Reading
from rules.engine.decision import Decision
from rules.engine.providers import Answer
from rules.engine.rule import Rule
from rules.engine.ruleset import RuleSet, build
from rules.engine.trees import leaves_of
from tests.rules.engine.estates import Estate, rule_set_of
from tests.rules.engine.library import Reader
from tests.rules.engine.random_estates import random_subject, vaguer
from tests.rules.engine.random_rule_sets import rule_sets
from tests.rules.engine.test_run import a_document

NOW = datetime(2026, 11, 20, tzinfo=UTC)
DAYS = (date(2024, 2, 29), date(2026, 3, 1))
LETTERS = rule_set_of({"documents.a.letter": a_document(Estate.size > 0)})


def decided(rules: RuleSet, estate: Subject, day: date) -> Decision:
    return Decision(
        id=None,
        number=None,
        subject_id=None,
        revision=None,
        as_of=day,
        known_at=NOW,
        decided_at=NOW,
        rule_set="",
        index=rules.index,
        root=rules.run(estate, day),
    )


def said(decision: Decision, evaluation: Any) -> tuple[Any, ...]:
    """Return all that is kept by likeness, made anew; sentences follow from the reasons."""
    return (
        Teller(decision).written(evaluation),
        decision.explanation.reasons(evaluation),
        decision.reading.inputs(evaluation),
    )


@settings(max_examples=40, deadline=None)
@given(rule_sets(), st.integers(0, 10**6))
def test_evaluations_that_are_alike_say_the_same(declarations: dict[str, Rule], seed: int) -> None:
    random, rules = Random(seed), rule_set_of(declarations)
    for _ in range(4):
        estate = random_subject(Estate, random)
        for each in (estate, vaguer(estate, random), vaguer(estate, random)):
            assert isinstance(each, Estate)
            decision = decided(rules, each, random.choice(DAYS))
            every = [Teller(decision).written(evaluation) for evaluation in decision.evaluations]
            assert decision.run_alike.setdefault("said", every) == every
            for evaluation in decision.evaluations:
                now = said(decision, evaluation)
                assert decision.alike(evaluation).setdefault("said", now) == now


def letter(size: Any, budget: Any) -> Decision:
    return decided(LETTERS, Estate(size=size, budget=budget, houses_complete=True, trees_complete=True), DAYS[1])


def test_evaluations_that_differ_in_nothing_that_the_rule_reads_are_alike() -> None:
    first, second, third = letter(1, Decimal(5)), letter(1, Decimal(9)), letter(2, Decimal(5))
    kept = [each.alike(each.evaluations[0]) for each in (first, second, third)]
    assert kept[0] is kept[1] is not kept[2]


def test_the_same_number_written_otherwise_is_not_alike() -> None:
    rules = rule_set_of({"documents.a.letter": a_document(Estate.budget > Decimal(1))})
    written = [decided(rules, Estate(budget=Decimal(each)), DAYS[1]) for each in ("2", "2.00")]
    kept = [each.alike(each.evaluations[0]) for each in written]
    assert kept[0] is not kept[1]
    assert written[0].run_alike is not written[1].run_alike


def test_the_same_value_from_a_provider_is_not_alike() -> None:
    rules = build("letters", Reader, {"documents.a.letter": a_document(Reader.rank > 1, of=Reader)}, {})
    given = decided(rules, Reader(rank=3), DAYS[1])
    answer = Answer("registry", "Registry", Reader.rank.id, "", {}, value=3, because=None, at=NOW, cached=False)
    provided = replace(given, answers=(answer,))
    kept = [each.alike(each.evaluations[0]) for each in (given, provided)]
    assert kept[0] is not kept[1]
    assert [b'"origin":"provided"' in Teller(each).written(each.evaluations[0]) for each in (given, provided)] == [False, True]


def test_a_leaf_that_was_not_reached_is_not_alike() -> None:
    both = rule_set_of({"documents.a.letter": a_document((Estate.size > 0) | (Estate.estimate > 0))})
    reached, other = (decided(both, Estate(size=1, estimate=1), DAYS[1]) for _ in range(2))
    condition = reached.evaluations[0].unit.condition
    assert condition is not None
    first, second = leaves_of(condition)
    other.root.block[first.slot], other.root.block[second.slot] = False, True  # as if it had been decided by the other leaf
    kept = [each.alike(each.evaluations[0]) for each in (reached, other)]
    assert kept[0] is not kept[1]
    assert Teller(reached).written(reached.evaluations[0]) != Teller(other).written(other.evaluations[0])


def test_runs_that_are_alike_in_everything_are_one_and_others_are_not() -> None:
    runs = [letter(1, Decimal(5)), letter(1, Decimal(5)), letter(1, Decimal(9)), decided(LETTERS, Estate(size=1), DAYS[0])]
    kept = [each.run_alike for each in runs]
    assert kept[0] is kept[1]
    assert len({id(each) for each in kept}) == 3


def test_a_run_that_came_out_otherwise_on_the_same_facts_is_told_as_it_came_out() -> None:
    first, second = letter(1, Decimal(5)), letter(1, Decimal(5))
    assert first.evaluations[0].outcome == "applied"
    second.root.block[first.evaluations[0].unit.slot] = False  # as a calculation that is not pure could make it
    assert second.evaluations[0].outcome == "not_applicable"


def test_what_is_read_of_a_run_is_read_of_the_first_that_is_alike() -> None:
    first, second = letter(1, Decimal(5)), letter(1, Decimal(5))
    assert second.root is not first.root
    assert second.reading is first.reading
    assert second.evaluations is first.evaluations


def test_no_more_runs_are_kept_than_the_bound_allows() -> None:
    kept, weight = Lately[AlikeRun](100), 30
    for number in range(20):
        made = AlikeRun(Reading(LETTERS.index, LETTERS.run(Estate(size=number), DAYS[0]), DAYS[0]))
        made.weight = weight
        kept.keep(number, made)
    assert not any(kept.get(number) is not None for number in range(15))
    assert kept.get(19) is made
    assert kept.get(15) is not None
    made.weight = 101
    assert kept.keep("too heavy by itself", made) is made
    assert kept.get("too heavy by itself") is None


def test_what_is_kept_anew_under_the_same_key_weighs_once() -> None:
    kept = Lately[AlikeRun](100)
    runs = [AlikeRun(Reading(LETTERS.index, LETTERS.run(Estate(size=size), DAYS[0]), DAYS[0])) for size in range(3)]
    for each in runs:
        each.weight = 40
    kept.keep("first", runs[0])
    for again in runs[1:]:
        kept.keep("again", again)
    kept.keep("again", runs[0])
    assert kept._before == {}
    assert kept._weight == 80


def test_a_plan_keeps_what_its_bytes_allow() -> None:
    rules = rule_set_of({"documents.a.letter": a_document(Estate.size > 0)})
    rules.index.kept_bytes = 0
    first, second = (decided(rules, Estate(size=1), DAYS[0]) for _ in range(2))
    assert [(each.key, each.outcome) for each in second.evaluations] == [(each.key, each.outcome) for each in first.evaluations]
    assert second.reading is not first.reading
    assert second.alike(second.evaluations[0]) is not first.alike(first.evaluations[0])
