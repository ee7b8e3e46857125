"""
Deciding again without being asked.

When a day comes on which something turns over, after a release of rules, and where a process died between the facts and their decision.
Every process does so, at a bounded pace, beside its answers. Lists across files are right because of it, and an alert is told on its day.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from api.decide import Deciding, Decisions
from api.principal import Principal
from domain.store.errors import StoreUnavailable
from tracing.audit.errors import RecordUnavailable
from tracing.audit.events import KEPT, EventLog
from tracing.audit.schedule import CLAIM, Claimed, Schedule, Stand

logger = logging.getLogger(__name__)

SYSTEM: Final = "system"
"""The principal of these decisions in the record."""
PACE: Final = 100
"""Decisions a second, at most."""
AT_ONCE: Final = 16
ROUND_SECONDS: Final = 30.0
"""Between two looks at the calendar."""
SWEEP_SECONDS: Final = 600.0
"""Between two looks at all subjects, and at what of the outbox has become old."""

Rest = Callable[[float], Awaitable[None]]


class DecidingAgain:
    """
    Decides again what must be.

    Args:
        deciding: what deciding needs; its clock says which day it is.
        schedule: who decides what.
        events: the outbox, of which the oldest part is dropped.
        rest: waits for so many seconds.
    """

    def __init__(self, deciding: Deciding, schedule: Schedule, events: EventLog, *, rest: Rest = asyncio.sleep) -> None:
        self._deciding = deciding
        self._schedule = schedule
        self._events = events
        self._rest = rest

    async def follow_the_calendar(self) -> None:
        """Decide on what is due, for ever."""
        await self._repeat(self.due, ROUND_SECONDS)

    async def sweep(self) -> None:
        """Decide on what is stale and drop old events, for ever."""
        await self._repeat(self._tidy, SWEEP_SECONDS)

    async def due(self) -> int:
        """Decide on every subject whose day has come, as far as no other process has claimed it; return on how many."""
        count = 0
        while claimed := await self._schedule.claim_due(self._deciding.today(), now=self._deciding.clock(), first=AT_ONCE):
            count += await self._decide(claimed)
        return count

    async def stale(self) -> int:
        """
        Decide on every subject that other rules decided on last, or whose newest facts nobody decided on; return on how many.

        Rules that another process has since replaced decide nothing anew: those that came into force last do.
        """
        digests = {name: digest for name, digest in self._deciding.digests.items() if await self._in_force(name, digest)}
        count, after = 0, ""
        while stands := await self._schedule.stands(after):
            after = stands[-1].subject_id
            stale = [each for each in stands if self._is_stale(each, digests)]
            for start in range(0, len(stale), AT_ONCE):
                count += await self._decide(await self._claimed(stale[start : start + AT_ONCE]))
        return count

    def _is_stale(self, stand: Stand, digests: Mapping[str, str]) -> bool:
        """Tell whether *stand* calls for a decision; the one on facts that have just been stored is on its way."""
        if stand.decided != stand.revision:
            return stand.subject_type in digests and stand.committed_at <= self._deciding.clock() - CLAIM
        return stand.rule_set != digests.get(stand.subject_type, stand.rule_set)

    async def _in_force(self, subject_type: str, digest: str) -> bool:
        return await self._deciding.versions.in_force(subject_type, self._deciding.clock()) == digest

    async def _claimed(self, stale: Sequence[Stand]) -> tuple[Claimed, ...]:
        known = [each.subject_id for each in stale if each.decided is not None]
        fresh = tuple(Claimed(each.subject_id, each.organisation) for each in stale if each.decided is None)
        return fresh + (await self._schedule.claim(known, now=self._deciding.clock()) if known else ())

    async def _tidy(self) -> None:
        while await self._events.forget(self._deciding.clock() - KEPT):
            await self._rest(1 / PACE)
        await self.stale()

    async def _decide(self, claimed: Sequence[Claimed]) -> int:
        """
        Decide on *claimed*, then rest as long as the pace asks for; return on how many.

        Raises:
            RecordUnavailable, StoreUnavailable: nothing can be decided now.
        """
        decided = 0
        for each in claimed:
            principal = Principal(id=SYSTEM, organisation=each.organisation, roles=frozenset())
            try:
                await Decisions(self._deciding, principal).decide(each.subject_id)
            except (RecordUnavailable, StoreUnavailable):
                raise
            except Exception as error:  # noqa: BLE001 -- one file that cannot be decided on must not hold up the others
                logger.warning("A subject cannot be decided on again: %s", type(error).__name__)
            else:
                decided += 1
        await self._rest(len(claimed) / PACE)
        return decided

    async def _repeat(self, work: Callable[[], Awaitable[object]], seconds: float) -> None:
        while True:
            try:
                await work()
            except Exception as error:  # noqa: BLE001 -- whatever it is, the next round may do better, and answers go on meanwhile
                logger.warning("Deciding again is put off: %s", type(error).__name__)
            await self._rest(seconds)
