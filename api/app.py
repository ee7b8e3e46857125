"""
The composition root: the only place where everything meets.

    async with assemble(settings) as application:     what deciding needs, without HTTP
        decisions = Decisions(application.deciding, "somebody")

    create_app(settings)                              the same behind HTTP, for a server
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from uuid_utils.compat import uuid7

from api.decide import Deciding, Records
from api.providers import bound_providers
from api.settings import Settings
from domain.store.database import Database
from domain.store.migrate import upgrade
from domain.store.opening import open_database
from domain.store.revisions import SubjectStore
from rules.engine.providers import Provider
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from tracing.audit.log import DecisionLog
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.search import DecisionSearch
from tracing.audit.versions import version_of
from tracing.audit.worklist import Worklist
from tracing.telemetry import Telemetry, set_up

SOURCES = Path(__file__).parent.parent
CLAIM_PATIENCE = 5.0
"""Seconds to wait for another process to let go of an SQLite file: a restart overlaps a little."""


def now() -> datetime:
    """Return the instant, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """Return a UUIDv7: ids follow the order in which they are made."""
    made: UUID = uuid7()
    return made


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """
    What comes from outside the process, which a test replaces.

    Args:
        clock: the instant now, in UTC.
        new_id: makes a UUIDv7.
        telemetry: made from the ``OTEL_*`` variables.
        providers: by the id of the fact each provides; none given: those that the settings ask for.
    """

    clock: Callable[[], datetime] = now
    new_id: Callable[[], UUID] = new_id
    telemetry: Telemetry = field(default_factory=set_up)
    providers: Mapping[str, Provider] | None = None


@dataclass(frozen=True, kw_only=True)
class Application:
    """Everything that answers, made once a process."""

    settings: Settings
    database: Database
    deciding: Deciding
    records: Records
    worklist: Worklist


@asynccontextmanager
async def assemble(settings: Settings, surroundings: Surroundings | None = None) -> AsyncIterator[Application]:
    """
    Open the database, load the rules, start the writer; close all of it at the end.

    Raises:
        RuleSetError: a rule, figure or source cannot stand.
        StoreError: the database cannot be used, or another process serves this SQLite file.
    """
    around = surroundings or Surroundings()
    rule_sets = load_rule_sets()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(asyncio.to_thread, around.telemetry.shutdown)
        database = open_database(settings.database_url)
        stack.push_async_callback(database.close)
        await upgrade(database)
        log = DecisionLog(database)
        await log.start(claim_patience=CLAIM_PATIENCE)
        stack.push_async_callback(log.stop)
        versions = RuleSetStore(database)
        bound = bound_providers(settings, around.telemetry.tracer, database)
        providers = await stack.enter_async_context(bound) if around.providers is None else around.providers
        deciding = Deciding(
            rule_sets=rule_sets,
            digests=await _stored_versions(rule_sets, versions, around.clock()),
            subjects=SubjectStore(database),
            log=log,
            search=DecisionSearch(database),
            versions=versions,
            providers=providers,
            telemetry=around.telemetry,
            clock=around.clock,
            new_id=around.new_id,
            span_level=settings.span_level,
        )
        yield Application(settings=settings, database=database, deciding=deciding, records=Records(deciding), worklist=Worklist(database))


async def _stored_versions(rule_sets: Mapping[str, RuleSet], versions: RuleSetStore, started_at: datetime) -> dict[str, str]:
    """Store the version of each rule set, unless it is there, and return its digest."""
    digests = {}
    for name, rule_set in rule_sets.items():
        version = version_of(rule_set.plan, SOURCES, started_at)
        await versions.store(version)
        digests[name] = version.digest
    return digests


def settings_from_environment() -> Settings:
    """Read the settings of this process."""
    return Settings.read(os.environ)
