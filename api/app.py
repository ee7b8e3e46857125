"""
The composition root: the only place where everything meets.

    async with assemble(settings) as application:     what deciding needs, without HTTP
        decisions = Decisions(application.deciding, principal)

    create_app(settings)                              the same behind HTTP, for a server
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from starlette.applications import Starlette
from starlette.types import ASGIApp
from uuid_utils.compat import uuid7

from api.collector import Settled
from api.compiling import compilation
from api.decide import Deciding
from api.files.opening import open_files
from api.files.routes import Files, FolderRoutes
from api.http.context import OperationInfo, RequestInfo
from api.http.front import Front, FrontSettings
from api.http.graphiql import examples, graphiql_routes
from api.http.lifespan import PlainStart
from api.http.probes import probe_routes
from api.http.rate import Rate
from api.http.request_log import RequestLog
from api.http.settings import Limits, TransportSettings
from api.http.streams import stopped_by_signals
from api.http.trusted import TrustedDocuments
from api.http.view import GraphQLView
from api.identity.opening import Identity
from api.live.beside import beside
from api.live.causes import Causes
from api.live.deciding_again import DecidingAgain, Rest
from api.live.feed import Feed
from api.logs import configure_logs
from api.providers import bound_providers
from api.readiness import checks
from api.records import Records
from api.schema.context import Answering, Context, new_context
from api.schema.decisions.on_items import ItemAnswers
from api.schema.needs import needed
from api.schema.schema import build_schema
from api.settings import Settings
from domain.store.database import Database
from domain.store.idempotency import KeyStore
from domain.store.items.files import FileStore
from domain.store.items.stores import ItemStores
from domain.store.migrate import upgrade
from domain.store.opening import open_database
from domain.store.revisions import SubjectStore
from rules.engine.providers import Provider
from rules.engine.ruleset import RuleSet
from rules.library import load_rule_sets
from tracing.audit.events import EventLog
from tracing.audit.log import DecisionLog
from tracing.audit.past_rules import PastRules
from tracing.audit.rule_sets import RuleSetStore
from tracing.audit.schedule import Schedule
from tracing.audit.search import DecisionSearch
from tracing.audit.versions import version_of
from tracing.audit.worklist import Worklist
from tracing.middleware import TracingMiddleware
from tracing.spans import current_ids, graphql_operation
from tracing.telemetry import Telemetry, set_up

SOURCES = Path(__file__).parent.parent
LIMITS = Limits(list_size=5)
"""Lists without ``first`` are short here: two reasons, two values each, three sources."""

MEBIBYTE = 1024 * 1024
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
        rest: waits for so many seconds between two rounds of deciding again.
    """

    clock: Callable[[], datetime] = now
    new_id: Callable[[], UUID] = new_id
    telemetry: Telemetry = field(default_factory=set_up)
    providers: Mapping[str, Provider] | None = None
    rest: Rest = asyncio.sleep


@dataclass(frozen=True, kw_only=True)
class Application:
    """Everything that answers, made once a process."""

    settings: Settings
    database: Database
    deciding: Deciding
    records: Records
    worklist: Worklist
    files: Files
    feed: Feed

    @cached_property
    def causes(self) -> Causes:
        """What knows why events came."""
        return Causes(self.deciding, self.records)

    @cached_property
    def answering(self) -> Answering:
        """What the schema needs."""
        items = ItemAnswers(ItemStores.of(self.database), self.files.objects)
        keys = KeyStore(self.database)
        return Answering(self.deciding, self.records, self.worklist, keys, items, self.feed, self.causes)


@asynccontextmanager
async def assemble(settings: Settings, surroundings: Surroundings | None = None) -> AsyncIterator[Application]:
    """
    Open the database, load the rules, start the writer; close all of it at the end.

    Raises:
        RuleSetError: a rule, figure or source cannot stand.
        StoreError: the database cannot be used, or another process serves this SQLite file.
    """
    around = surroundings or Surroundings()
    rule_sets = _rule_sets(settings)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(asyncio.to_thread, around.telemetry.shutdown)
        database = open_database(settings.database_url)
        stack.push_async_callback(database.close)
        await upgrade(database)
        feed = Feed(database)
        await feed.start()
        log = DecisionLog(database, committed=feed.wake)
        await log.start(claim_patience=CLAIM_PATIENCE)
        stack.push_async_callback(log.stop)
        around.telemetry.metrics.watch_record_queue(lambda: log.waiting)
        versions = RuleSetStore(database)
        past = PastRules(versions)
        stack.push_async_callback(past.close)
        bound = bound_providers(settings, around.telemetry.tracer, database)
        providers = await stack.enter_async_context(bound) if around.providers is None else around.providers
        deciding = Deciding(
            rule_sets=rule_sets,
            digests=await _stored_versions(rule_sets, versions, around.clock()),
            subjects=SubjectStore(database),
            log=log,
            search=DecisionSearch(database),
            versions=versions,
            past=past,
            providers=providers,
            telemetry=around.telemetry,
            clock=around.clock,
            new_id=around.new_id,
            span_level=settings.span_level,
        )
        yield Application(
            settings=settings,
            database=database,
            deciding=deciding,
            records=Records.of(deciding),
            worklist=Worklist(database),
            files=open_files(settings.files, FileStore(database), around.clock),
            feed=feed,
        )


def _rule_sets(settings: Settings) -> dict[str, RuleSet]:
    """Load the rules, and bound what is kept of what is said of their runs."""
    rule_sets = load_rule_sets(settings.allowed_documents)
    for each in rule_sets.values():
        each.index.kept_bytes = settings.kept_mb * MEBIBYTE
    return rule_sets


async def _stored_versions(rule_sets: Mapping[str, RuleSet], versions: RuleSetStore, started_at: datetime) -> dict[str, str]:
    """Store the version of each rule set, unless it is there, put it into force, and return its digest."""
    digests = {}
    for name, rule_set in rule_sets.items():
        version = version_of(rule_set.plan, SOURCES, started_at)
        await versions.store(version)
        await versions.release(name, version.digest, started_at)
        digests[name] = version.digest
    return digests


def create_app(settings: Settings, surroundings: Surroundings | None = None) -> ASGIApp:
    """
    Return the application behind HTTP: GraphQL at ``/graphql``, ``/livez`` and ``/readyz``.

    What ``assemble`` raises, it raises when the server starts it.
    """
    around = surroundings or Surroundings()
    identity = Identity(settings, around.clock)
    held: list[Application] = []  # one, from the start of the server to its end
    rate = Rate(settings.rate)

    async def context(request: RequestInfo) -> Context:
        made = new_context(held[0].answering, request, await identity.authentication.credential_of(request))
        await rate.admit(made.principal.id)
        return made

    async def connect(request: RequestInfo) -> None:
        await identity.authentication.credential_of(request)

    def operation_span(operation: OperationInfo) -> AbstractContextManager[object]:
        return graphql_operation(around.telemetry.tracer, operation.kind.value, operation.name)

    trusted = _trusted_documents(settings)
    schema = build_schema(compilation(settings.compiled, trusted, around.telemetry))
    view = GraphQLView(
        schema,
        context=context,
        settings=TransportSettings(development=settings.development, origins=settings.origins, limits=LIMITS),
        trusted=trusted,
        operation_span=operation_span,
        trace_id=lambda: current_ids().get("trace_id"),
        connect=connect,
        needed=needed(schema),
    )

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with assemble(settings, around) as application, beside(*_endless(application, around)):
            held.append(application)
            with stopped_by_signals(view.streams):
                yield
            held.clear()
        await identity.close()

    probes = probe_routes(checks(lambda: held[0].database, lambda: held[0].deciding), view.streams)
    pages = graphiql_routes(examples=examples()) if settings.graphiql else []
    folder = FolderRoutes(lambda: held[0].files)
    app = view.before("/graphql", Starlette(routes=[*folder.routes(), *probes, *pages], lifespan=lifespan))
    return _fronted(app, settings, around.telemetry)


def _fronted(app: ASGIApp, settings: Settings, telemetry: Telemetry) -> ASGIApp:
    """Return *app* with what stands in front of every request."""
    traced = TracingMiddleware(RequestLog(app) if settings.log_level in {"debug", "info"} else app, telemetry)
    return PlainStart(Front(traced, FrontSettings(origins=settings.origins, https=not settings.development)))


def _endless(application: Application, around: Surroundings) -> list[Coroutine[Any, Any, None]]:
    """Return what runs beside the answers: events handed on, and subjects decided on again."""
    database, feed = application.database, application.feed
    again = DecidingAgain(application.deciding, Schedule(database), EventLog(database), rest=around.rest)
    return [feed.run(), feed.listen(), again.follow_the_calendar(), again.sweep()]


def create_app_from_environment() -> ASGIApp:
    """Return the application that the environment asks for: what each worker process of a server makes."""
    settings = Settings.read(os.environ)
    configure_logs(settings.log_level, plain=settings.development)
    return Settled(create_app(settings))


def _trusted_documents(settings: Settings) -> TrustedDocuments:
    if settings.trusted_documents is None:
        return TrustedDocuments(settings.documents)
    return TrustedDocuments.from_file(settings.trusted_documents, settings.documents)
