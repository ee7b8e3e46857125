"""What a question about a file of many parts costs grows with their number, not with its square: counted in calls, not in seconds."""

import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from api.decide import parts_in
from domain.fact_document import read_subject
from domain.operations import Operation
from tests.api.http import clients
from tests.api.live.desk import Desk, served

FEW, TIMES = 60, 4
GROWTH = 4.5
"""How many times the calls may be that TIMES times as many parts cost; their square would be sixteen."""

OPERATION = "query ($facts: OperationFactsInput!) {{ simulateOperation(facts: $facts) {{ ... on Simulation {{ {} }} }} }}"
COMPARE = """query ($facts: OperationFactsInput!) {
  compareOperation(facts: $facts, one: {facts: {kind: DEMOLITION}}) { ... on WhatIfs { one { differences { __typename } } } }
}"""
CREATE = """mutation ($facts: OperationFactsInput!) {
  createOperation(input: {facts: $facts}) { ... on OperationSaved { operation { documents { key } decision { id } } } }
}"""
REASONS = "because { sentence because { sentence because { sentence } } }"
QUESTIONS = {
    "what is missing": OPERATION.format("missing { fact label rulesWaiting rules { id } place { key } }"),
    "the form": OPERATION.format("form { number missing { fact } given { fact text } }"),
    "documents": OPERATION.format(f"documents {{ title missing {{ fact }} inputs {{ text }} {REASONS} }}"),
    "tasks": OPERATION.format(f"tasks {{ title dueOn missing {{ fact }} inputs {{ text }} {REASONS} }}"),
    "calculations": OPERATION.format(f"calculations {{ text inputs {{ text }} {REASONS} }}"),
    "hypotheses": COMPARE,
    "a new file": CREATE,
}


@pytest.fixture
async def desk(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Serve over a new SQLite file, in this thread."""
    shutil.copy(migrated_file, tmp_path / "growth.db")
    async with served(f"sqlite:///{tmp_path / 'growth.db'}") as made:
        yield made


def operation(dwellings: int, **facts: object) -> dict[str, Any]:
    """Return the facts of an operation with a building of so many dwellings, all alike."""
    return {"kind": "CONSTRUCTION", "buildings": [{"key": "a", "dwellings": [{"key": f"d{n}", **facts} for n in range(dwellings)]}]}


async def calls(ask: Callable[[], Awaitable[object]]) -> int:
    """Return how many functions are called on this thread, of Python or not, until *ask* has answered."""
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        await ask()
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_a_question_costs_grows_with_the_parts(desk: Desk, question: str) -> None:
    found = []
    for dwellings in (FEW, FEW * TIMES):
        variables = {"facts": operation(dwellings)}
        await desk.ask(QUESTIONS[question], **variables)  # what is made once is made now
        found.append(await calls(lambda: desk.ask(QUESTIONS[question], **variables)))  # noqa: B023 (called at once)
    assert found[1] < found[0] * GROWTH, found


async def test_rules_that_wait_for_every_part_each_are_not_listed_on_and_on(desk: Desk) -> None:
    body = {"query": OPERATION.format("calculations { missing { fact } }"), "variables": {"facts": operation(500)}}
    answer = (await clients.post(desk.app, body, accept=clients.RESPONSE)).body
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["LIMIT_EXCEEDED"]
    few = await desk.ask(OPERATION.format("calculations { missing { fact } }"), facts=operation(FEW))
    assert few["simulateOperation"]["calculations"]


def test_what_is_kept_of_subjects_is_weighed_by_their_parts() -> None:
    dwellings = [{"key": f"d{number}"} for number in range(3)]
    building = {"key": "a", "parts": {"building.dwellings": dwellings}}
    assert parts_in(read_subject(Operation, {"parts": {"operation.buildings": [building]}})) == 5
    assert parts_in(read_subject(Operation, {})) == 1
