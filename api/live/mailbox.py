"""What one subscriber is waiting for: which events concern it, and those that it has not taken yet."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from api.live.errors import FellBehind
from domain.store.reach import Reach
from tracing.audit.events import Event, Position

CAPACITY: Final = 256
"""Events that wait for one subscriber; the events themselves are shared by all whom they concern."""


@dataclass(frozen=True, slots=True)
class Interest:
    """
    Which events concern a subscriber.

    Args:
        reach: only those about files within it.
        subject_id: only those about this one; ``None``: about any.
        wanted: and only those for which this is true.
    """

    reach: Reach
    subject_id: str | None
    wanted: Callable[[Event], bool]

    def concerned_by(self, event: Event) -> bool:
        """Tell whether *event* is one of them."""
        decision = event.decision
        theirs = decision.organisation == self.reach.organisation and self.reach.sought(decision.subject_id) == decision.subject_id
        return theirs and self.subject_id in {None, decision.subject_id} and self.wanted(event)

    def keys(self) -> Iterator[tuple[str, str]]:
        """Yield under what events are looked up that may concern it; see ``keys_of``."""
        if self.subject_id is not None:
            yield "subject", self.subject_id
        elif self.reach.subjects is None:
            yield "organisation", self.reach.organisation
        else:
            yield from (("subject", each) for each in self.reach.subjects)


def keys_of(event: Event) -> tuple[tuple[str, str], ...]:
    """Return the keys of the interests that *event* may concern."""
    return ("subject", event.decision.subject_id), ("organisation", event.decision.organisation)


class Mailbox:
    """
    The events that wait for one subscriber.

    Args:
        interest: which concern it.
        since: what comes after this is put here.
    """

    __slots__ = ("_events", "_full", "_waiting", "interest", "since")

    def __init__(self, interest: Interest, since: Position) -> None:
        self.interest = interest
        self.since = since
        self._events: deque[Event] = deque()
        self._full = False
        self._waiting: asyncio.Future[None] | None = None

    def put(self, event: Event) -> None:
        """Keep *event* until it is taken; where too many wait already, keep none of them."""
        if len(self._events) == CAPACITY:
            self._full = True
            self._events.clear()
        elif not self._full:
            self._events.append(event)
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def take(self) -> Event:
        """
        Return the next event, as soon as there is one.

        Raises:
            FellBehind: too many waited, and some are gone.
        """
        while not self._events and not self._full:
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        if self._full:
            raise FellBehind
        return self._events.popleft()
