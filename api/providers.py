"""Providers as the application binds them: every call of a registry is a span that continues the trace."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from opentelemetry.trace import Tracer

from api.settings import Settings
from domain.provided import Fetched
from domain.registries.guard import Registry
from domain.registries.opening import open_providers
from domain.store.database import Database
from rules.engine.providers import Provider
from tracing.propagation import outgoing_headers
from tracing.spans import outgoing_call


class Traced:
    """A registry whose every call is a span, named after it; neither question nor answer is told."""

    def __init__(self, tracer: Tracer, registry: Registry) -> None:
        self.name = registry.name
        self.source = registry.source
        self.provides = registry.provides
        self.inputs = registry.inputs
        self._tracer = tracer
        self._registry = registry

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Answer each request, in order."""
        with outgoing_call(self._tracer, self.name):
            return await self._registry.fetch(requests)


@asynccontextmanager
async def bound_providers(settings: Settings, tracer: Tracer, database: Database | None) -> AsyncIterator[Mapping[str, Provider]]:
    """
    Open the providers that the settings ask for, by the id of the fact each provides.

    Args:
        settings: where services are.
        tracer: makes the spans of calls.
        database: holds the landlord's stock; none: its figures stay unknown.
    """
    opened = open_providers(
        communes_url=settings.communes_url, database=database, wrapped=partial(Traced, tracer), headers=outgoing_headers
    )
    async with opened as providers:
        yield providers
