"""
The events of the record, as they come, for all who follow them in this process.

One reader a process: it is woken by what this process commits, and by what PostgreSQL tells of the others; should a word be lost, it looks
every ``POLL`` seconds. It reads each event once, however many follow, and reads nothing while nobody does.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from api.live.errors import CursorAhead, CursorExpired
from api.live.mailbox import Interest, Mailbox, keys_of
from domain.store.database import Database
from domain.store.errors import StoreUnavailable
from domain.store.reach import OPERATOR
from tracing.audit.events import CHANNEL, Event, EventLog

logger = logging.getLogger(__name__)

POLL: Final = 5.0
"""Seconds after which the outbox is looked at without having been woken."""
GATHER: Final = 0.025
"""Seconds for which events gather once one has come: what is recorded in quick succession is read at once."""
PAGE: Final = 200


class Feed:
    """
    Hands each event to those whom it concerns.

    Args:
        database: with the outbox.
        poll: seconds.

    Attributes:
        position: a number up to which every event was committed, and handed to whoever followed; what comes later has a higher one.
    """

    def __init__(self, database: Database, *, poll: float = POLL) -> None:
        self.position = 0
        self._database = database
        self._log = EventLog(database)
        self._poll = poll
        self._woken = asyncio.Event()
        self._mailboxes: dict[tuple[str, str], set[Mailbox]] = {}

    async def start(self) -> None:
        """Begin after the last event there is."""
        self.position = await self._log.last()

    def wake(self, number: int) -> None:
        """Hear that every event up to *number* is committed."""
        if self._mailboxes:
            self._woken.set()
        else:
            self.position = max(self.position, number)

    async def run(self) -> None:
        """Hand on events for ever."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._poll):
                    await self._woken.wait()
            await asyncio.sleep(GATHER)
            self._woken.clear()
            try:
                await self._hand_on()
            except Exception as error:  # noqa: BLE001 -- whatever it is, those who follow are told when it is over
                logger.warning("Events cannot be read now: %s", type(error).__name__)

    async def listen(self) -> None:
        """Be woken by other processes, for ever; a connection that is lost is made again."""
        while True:
            with suppress(StoreUnavailable):
                await self._database.hear(CHANNEL, lambda said: self.wake(int(said)))
            await asyncio.sleep(self._poll)

    async def follow(self, interest: Interest, after: int | None) -> AsyncGenerator[Event, None]:
        """
        Yield the events that concern *interest* in their order, without end.

        Args:
            interest: which.
            after: begin after the event with this number; none given: with what comes from now on.

        Raises:
            CursorExpired, CursorAhead: it cannot begin there.
            FellBehind: the caller takes them too slowly.
        """
        with self._opened(interest) as mailbox:
            if after is not None:
                await self._check(after)
                async for event in self._missed(interest, after, mailbox.since):
                    yield event
            while True:
                event = await mailbox.take()
                if after is None or event.number > after:
                    yield event

    async def _hand_on(self) -> None:
        if not self._mailboxes:
            self.position = max(self.position, await self._log.last())
            return
        page: tuple[Event, ...] | None = None
        while page is None or len(page) == PAGE:
            page = await self._log.page(OPERATOR, after=self.position, first=PAGE)
            for event in page:
                self.position = event.number
                for mailbox in {each for key in keys_of(event) for each in self._mailboxes.get(key, ())}:
                    if mailbox.interest.concerned_by(event):
                        mailbox.put(event)

    @contextmanager
    def _opened(self, interest: Interest) -> Iterator[Mailbox]:
        mailbox, keys = Mailbox(interest, self.position), tuple(interest.keys())
        for key in keys:
            self._mailboxes.setdefault(key, set()).add(mailbox)
        try:
            yield mailbox
        finally:
            for key in keys:
                self._mailboxes[key].discard(mailbox)
                if not self._mailboxes[key]:
                    del self._mailboxes[key]

    async def _check(self, after: int) -> None:
        oldest, last = await self._log.bounds()
        if after < oldest:
            raise CursorExpired
        if after > last:
            raise CursorAhead

    async def _missed(self, interest: Interest, after: int, until: int) -> AsyncGenerator[Event, None]:
        """Yield what was committed after *after* and not later than *until*."""
        page: tuple[Event, ...] | None = None
        while after < until and (page is None or len(page) == PAGE):
            page = await self._log.page(interest.reach, after=after, until=until, first=PAGE, subject_id=interest.subject_id)
            for event in page:
                after = event.number
                if interest.concerned_by(event):
                    yield event
