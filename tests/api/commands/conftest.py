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
from tests.api.commands.answers import EXAMPLES


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
