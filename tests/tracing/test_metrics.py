"""Counting a run is cheap, and no evaluation is lost between counting and reading."""

import threading
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tracing.metrics import RuleEvaluations

OUTCOMES = ("applied", "not_applicable", "undetermined", "not_in_force", "failed")
RULES = ("documents.a", "documents.b", "tasks.c")


@given(st.lists(st.tuples(*[st.sampled_from(OUTCOMES)] * 3), max_size=300), st.integers(0, 300))
def test_every_evaluation_is_counted_once_whenever_it_is_read(runs: list[tuple[str, str, str]], read_after: int) -> None:
    evaluations, expected = RuleEvaluations(), Counter[tuple[str, str]]()
    for number, outcomes in enumerate(runs):
        evaluations.add(RULES, outcomes)
        expected.update(zip(RULES, outcomes, strict=True))
        if number == read_after:
            assert evaluations.counts() == expected
    assert evaluations.counts() == expected


def test_runs_that_differ_do_not_pile_up() -> None:
    evaluations = RuleEvaluations()
    for number in range(10_000):
        evaluations.add((f"rule {number}",), ("applied",))
    assert len(evaluations._runs) <= 65


def test_threads_lose_no_count() -> None:
    evaluations = RuleEvaluations()

    def count(outcome: str) -> None:
        for number in range(1_000):
            evaluations.add(RULES, (outcome, OUTCOMES[number % 5], outcome))

    threads = [threading.Thread(target=count, args=(outcome,)) for outcome in OUTCOMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sum(evaluations.counts().values()) == 15_000
