"""The record, for commands that read all of it: decisions one after the other, the latest first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.commands.errors import DatabaseMissing
from api.records import Records
from api.settings import Settings
from domain.store.migrate import check_schema
from domain.store.opening import open_database
from domain.store.reach import OPERATOR
from rules.engine.decision import Decision
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch

PAGE = 200


@asynccontextmanager
async def opened_records(settings: Settings) -> AsyncIterator[Records]:
    """
    Open the record for reading, beside whoever serves it.

    Raises:
        DatabaseMissing: there is none, and to read is no reason to make one.
        StoreError: the database cannot be used, or is of another version.
    """
    database = open_database(settings.database_url)
    try:
        if database.file is not None and not database.file.exists():
            raise DatabaseMissing(database.file)
        await check_schema(database)
        yield Records(DecisionSearch(database), RuleSetStore(database))
    finally:
        await database.close()


async def latest_decisions(records: Records, count: int) -> AsyncIterator[Decision]:
    """Yield up to *count* decisions, the latest first."""
    before = None
    while count > 0:
        page = await records.search.page(OPERATOR, first=min(count, PAGE), before=before)
        for stored in page:
            yield await records.expand(stored)
        if len(page) < PAGE:
            return
        count, before = count - len(page), page[-1].number
