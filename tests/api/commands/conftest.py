"""Fixtures for every test of the command line."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import date

import pytest
import structlog

from api.commands.evaluate import running
from api.commands.samples import read_sample
from api.settings import Settings
from rules.engine.decision import Decision
from tests.api.commands.answers import BORDEAUX, EXAMPLES


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Take back what a command that serves has said of where logs go: a command runs in a process of its own."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    structlog.reset_defaults()
    root.handlers = handlers
    root.setLevel(level)


@pytest.fixture(scope="session")
def samples() -> dict[str, Decision]:
    """What is decided on every sample on its day."""

    async def decide() -> dict[str, Decision]:
        async with running(Settings()) as rules:
            read_all = {path.stem: read_sample(path, date(2026, 11, 20)) for path in EXAMPLES}
            return {name: await rules.simulate(each.type, each.document, as_of=each.as_of) for name, each in read_all.items()}

    return asyncio.run(decide())


@pytest.fixture(scope="session")
def off_plan_by_cdc(tmp_path_factory: pytest.TempPathFactory) -> Decision:
    """What is decided on the off-plan purchase, had the Caisse des Dépôts lent: its contract is signed before the guarantor decides."""
    return _off_plan(tmp_path_factory, {"loan.lender: OTHER": "loan.lender: CDC"})


@pytest.fixture(scope="session")
def off_plan_draft(tmp_path_factory: pytest.TempPathFactory) -> Decision:
    """What is decided on the off-plan purchase once the day of its loan has passed, had its agreement not been submitted."""
    return _off_plan(tmp_path_factory, {"UNDER_REVIEW": "DRAFT", "as_of: 2026-11-20": "as_of: 2026-11-28"})


def _off_plan(tmp_path_factory: pytest.TempPathFactory, other: dict[str, str]) -> Decision:
    path, text = tmp_path_factory.mktemp("off-plan") / BORDEAUX.name, BORDEAUX.read_text("utf-8")
    for said, instead in other.items():
        assert said in text
        text = text.replace(said, instead)
    path.write_text(text, "utf-8")

    async def decide() -> Decision:
        async with running(Settings()) as rules:
            sample = read_sample(path, date(2026, 11, 20))
            return await rules.simulate(sample.type, sample.document, as_of=sample.as_of)

    return asyncio.run(decide())
