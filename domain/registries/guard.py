"""
A guard for any registry: in time, tried again, left alone when it keeps failing, remembered.

    fetch → cache → circuit breaker → total time → retries → time of one attempt → the registry
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import stamina
from cachetools import TTLCache
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from domain.facts import UNKNOWN
from domain.provided import Fetched
from domain.registries.errors import CircuitOpen, RegistryFailure, TimedOut, Unavailable
from domain.values import known_neutral


class Registry(Protocol):
    """What can be guarded: a provider that raises a RegistryFailure where it has no answer to give."""

    name: str
    source: str
    provides: str
    inputs: tuple[str, ...]

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Answer each request, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    How long, how often, how much.

    Args:
        attempt_seconds: for one attempt.
        total_seconds: for all attempts at one request and the pauses between them: somebody waits for the answer.
        attempts: how often one request is tried.
        failures: requests failed in a row after which the registry is left alone.
        rest_seconds: for how long; then one success closes the circuit and one failure opens it again.
        kept: answers remembered.
        kept_seconds: for how long.
    """

    attempt_seconds: float = 1.5
    total_seconds: float = 4.0
    attempts: int = 3
    failures: int = 5
    rest_seconds: float = 30.0
    kept: int = 50_000
    kept_seconds: float = 86_400.0


class Guarded:
    """
    A provider that never fails: a registry that does leaves its fact unknown, with the code that says why.

    Args:
        registry: what is asked, one request at a time, so that one failure spoils no other answer.
        bounds: how long, how often, how much.
        clock: seconds, for what is remembered.
    """

    def __init__(self, registry: Registry, bounds: Bounds | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.name = registry.name
        self.source = registry.source
        self.provides = registry.provides
        self.inputs = registry.inputs
        self._registry = registry
        self._bounds = bounds or Bounds()
        self._breakers = AsyncCircuitBreakerFactory(self._bounds.failures, self._bounds.rest_seconds)
        self._known: TTLCache[str, Fetched] = TTLCache(self._bounds.kept, self._bounds.kept_seconds, timer=clock)

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Answer each request, in order; the same request is asked once."""
        keys = [repr(known_neutral(each)) for each in requests]
        distinct = dict(zip(keys, requests, strict=True))
        answers = await asyncio.gather(*(self._answer(key, request) for key, request in distinct.items()))
        by_key = dict(zip(distinct, answers, strict=True))
        return [by_key[key] for key in keys]

    async def _answer(self, key: str, request: Mapping[str, Any]) -> Fetched:
        known = self._known.get(key)
        if known is not None:
            return replace(known, cached=True)
        try:
            found = await self._unless_open(request)
        except RegistryFailure as failure:
            return Fetched(UNKNOWN, failure.code)
        if found.value is not UNKNOWN:
            self._known[key] = found
        return found

    async def _unless_open(self, request: Mapping[str, Any]) -> Fetched:
        try:
            async with await self._breakers.get_breaker(self.name):
                return await self._in_time(request)
        except OpenedState as opened:
            opened.__traceback__ = None  # the library raises one instance again and again, which would keep every frame it passed
            raise CircuitOpen from None

    async def _in_time(self, request: Mapping[str, Any]) -> Fetched:
        try:
            async with asyncio.timeout(self._bounds.total_seconds):
                return await self._several_times(request)
        except TimeoutError:
            raise TimedOut from None

    async def _several_times(self, request: Mapping[str, Any]) -> Fetched:
        async for attempt in stamina.retry_context(
            on=(TimedOut, Unavailable),
            attempts=self._bounds.attempts,
            timeout=None,
            wait_initial=0.05,
            wait_max=0.5,
            wait_jitter=0.05,
        ):
            with attempt:
                return await self._once(request)
        raise AssertionError("the last attempt returns or raises")

    async def _once(self, request: Mapping[str, Any]) -> Fetched:
        try:
            async with asyncio.timeout(self._bounds.attempt_seconds):
                (found,) = await self._registry.fetch([request])
                return found
        except TimeoutError:
            raise TimedOut from None
