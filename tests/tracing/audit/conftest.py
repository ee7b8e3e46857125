"""A log that writes, on SQLite and on PostgreSQL in turn."""

from collections.abc import AsyncIterator

import pytest

from domain.store.database import Database
from tests.tracing.audit.entries import store_rule_set
from tracing.audit.log import DecisionLog


@pytest.fixture
async def log(database: Database) -> AsyncIterator[DecisionLog]:
    await store_rule_set(database)
    started = DecisionLog(database)
    await started.start()
    yield started
    await started.stop()
