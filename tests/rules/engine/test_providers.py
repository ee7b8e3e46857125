"""Provided facts: fetched in waves, only where a rule waits for them; whatever a provider does, the rules answer."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import reduce
from operator import and_
from typing import Any

import pytest

from domain.facts import UNKNOWN, Fact, fact
from domain.provided import Fetched
from domain.subjects import Subject
from rules.engine.providers import Answer, run_in_waves
from rules.engine.ruleset import build
from rules.engine.run import Node
from tests.rules.engine.estates import TITLE
from tests.rules.engine.library import RULES, Reader, a_book, a_reader
from tests.rules.engine.test_run import a_document

TODAY, NOW = date(2026, 2, 1), datetime(2026, 2, 1, tzinfo=UTC)


class Shelves:
    """Knows the shelf of a book by its genre; remembers what it was asked."""

    name, source, provides, inputs = "shelves", "the library's plan", "book.shelf", ("genre",)

    def __init__(self, *answers: Any) -> None:
        self.answers = answers
        self.asked: list[list[Mapping[str, Any]]] = []

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        self.asked.append(list(requests))
        return [Fetched(answer) for answer in self.answers[: len(requests)]]


class Broken(Shelves):
    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        raise RuntimeError(f"Dupont, Marie: {requests}")


def run(reader: Reader, provider: Shelves) -> tuple[Node, tuple[Answer, ...]]:
    return asyncio.run(run_in_waves(RULES, reader, TODAY, providers={provider.provides: provider}, at=NOW))


def test_what_is_wanted_of_several_parts_is_fetched_at_once_and_the_last_run_knows_it() -> None:
    shelves = Shelves(7, 8)
    root, answers = run(a_reader(a_book("one", shelf=UNKNOWN), a_book("two", shelf=UNKNOWN)), shelves)
    assert len(shelves.asked) == 1
    assert [book.values[4] for book in root.children[0]] == [7, 8]
    assert [(each.path, each.value, each.because) for each in answers] == [("one", 7, None), ("two", 8, None)]


def test_nothing_is_fetched_that_was_given() -> None:
    shelves = Shelves(7)
    run(a_reader(a_book(shelf=3)), shelves)
    assert shelves.asked == []


def test_nothing_is_fetched_while_an_input_is_unknown() -> None:
    shelves = Shelves(7)
    run(a_reader(a_book(shelf=UNKNOWN, genre=UNKNOWN)), shelves)
    assert shelves.asked == []


@pytest.mark.parametrize(
    ("provider", "because"),
    [
        (Broken(), "PROVIDER_FAILED"),
        (Shelves("seven"), "ANSWER_NOT_UNDERSTOOD"),
        (Shelves({"unknown": True}), "ANSWER_NOT_UNDERSTOOD"),
        (Shelves(0), "ANSWER_OUT_OF_RANGE"),
        (Shelves(100), "ANSWER_OUT_OF_RANGE"),
        (Shelves(), "ANSWER_NOT_UNDERSTOOD"),
        (Shelves(UNKNOWN), "NO_ANSWER"),
    ],
)
def test_a_provider_that_fails_or_lies_leaves_its_fact_unknown_and_says_why(provider: Shelves, because: str) -> None:
    root, answers = run(a_reader(a_book(shelf=UNKNOWN)), provider)
    assert root.children[0][0].values[4] is UNKNOWN
    assert [(each.value, each.because) for each in answers] == [(UNKNOWN, because)]


@pytest.mark.parametrize("shelf", [1, 99])
def test_an_answer_on_the_bound_is_one(shelf: int) -> None:
    _, answers = run(a_reader(a_book(shelf=UNKNOWN)), Shelves(shelf))
    assert [(each.value, each.because) for each in answers] == [(shelf, None)]


def test_there_is_none_is_an_answer() -> None:
    root, answers = run(a_reader(a_book(shelf=UNKNOWN)), Shelves(None))
    assert root.children[0][0].values[4] is None
    assert answers[0].because is None


class Link:
    """Knows one number once the one before it is known."""

    def __init__(self, number: int) -> None:
        self.name, self.source, self.provides = "links", "a chain", f"chain.n{number}"
        self.inputs = (f"n{number - 1}",)

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        return [Fetched(sum(each.values()) + 1) for each in requests]


def test_the_last_run_knows_every_answer_however_long_the_chain() -> None:
    numbers: dict[str, Any] = {f"n{number}": fact(fr="nombre", en="number", provided=number > 0) for number in range(20)}
    annotated = {"__annotations__": dict.fromkeys(numbers, Fact[int]), **numbers}
    chain: Any = type("Chain", (Subject,), annotated, title=TITLE)
    every = reduce(and_, [getattr(chain, name) >= 0 for name in numbers])
    rules = build("chain", chain, {"documents.a.every": a_document(every, of=chain)}, {})
    providers = {each.provides: each for each in map(Link, range(1, 20))}
    root, answers = asyncio.run(run_in_waves(rules, chain(n0=0), TODAY, providers=providers, at=NOW))
    assert root.values == tuple(range(20))
    assert [each.value for each in answers] == list(range(1, 20))
