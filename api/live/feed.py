"""
The events of the record, as they come, for all who follow them in this process.

One reader a process: it is woken by what this process commits, and by what PostgreSQL tells of the others; should a word be lost, it looks
every ``POLL`` seconds. It reads each event once, however many follow, and reads nothing while nobody does.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager, suppress
from dataclasses import replace
from typing import Final

from api.live.errors import CursorAhead, CursorExpired
from api.live.mailbox import Interest, Mailbox, keys_of
from domain.store.database import Database
from domain.store.items.actions import CHANNEL, NOTICE
from domain.store.reach import OPERATOR, Reaching
from tracing.audit.events import Event, EventLog, Position
from tracing.audit.item_events import ItemEventLog

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
        position: up to here every event was committed, and handed to whoever followed; what comes later lies beyond.
    """

    def __init__(self, database: Database, *, poll: float = POLL) -> None:
        self.position = Position(0, 0)
        self._database = database
        self._log = EventLog(database)
        self._items = ItemEventLog(database)
        self._poll = poll
        self._woken = asyncio.Event()
        self._mailboxes: dict[tuple[str, str], set[Mailbox]] = {}

    async def start(self) -> None:
        """Begin after the last event there is."""
        self.position = await self._last()

    def wake(self, number: int) -> None:
        """Hear that every decision up to *number* is committed."""
        self._hear(Position(number, 0))

    def look(self) -> None:
        """Hear that something was done to an item."""
        self._woken.set()

    def _hear(self, committed: Position) -> None:
        if self._mailboxes:
            self._woken.set()
        else:
            self.position = _later(self.position, committed)

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
            try:
                await self._database.hear(CHANNEL, lambda said: self._hear(_committed(said)))
            except Exception as error:  # noqa: BLE001 -- whatever it is, this process looks by itself, and listens again
                logger.warning("Other processes are not heard now: %s", type(error).__name__)
            await asyncio.sleep(self._poll)

    async def follow(self, interest: Interest, after: Position | None) -> AsyncGenerator[Event, None]:
        """
        Yield the events that concern *interest* in their order, without end.

        Args:
            interest: which.
            after: begin after what has been told up to here; none given: with what comes from now on.

        Raises:
            CursorExpired, CursorAhead: it cannot begin there.
            FellBehind: the caller takes them too slowly.
        """
        with self._opened(interest) as mailbox:
            if after is not None:
                await self._check(after)
                async for _, missed in self._read(interest.reach, after, mailbox.since, interest.subject_id):
                    if missed is not None and interest.concerned_by(missed):
                        yield missed
            while True:
                event = await mailbox.take()
                if after is None:
                    yield event
                elif _is_new(event, after):
                    yield replace(event, position=_later(event.position, after))

    async def _hand_on(self) -> None:
        if not self._mailboxes:
            last = await self._last()
            if not self._mailboxes:  # whoever began meanwhile waits for what lies between
                self.position = _later(self.position, last)
                return
        at = self.position
        async with aclosing(self._read(OPERATOR, at, None)) as read:
            async for position, event in read:
                if self.position != at:  # all had left and it moved on: this was read for them, whoever began since begins further on
                    self._woken.set()
                    return
                self.position = at = position
                if event is not None:
                    self._put(event)

    def _put(self, event: Event) -> None:
        for mailbox in {each for key in keys_of(event) for each in self._mailboxes.get(key, ())}:
            if mailbox.interest.concerned_by(event):
                mailbox.put(event)

    async def _last(self) -> Position:
        return Position(await self._log.last(), await self._items.last())

    async def _read(
        self, reach: Reaching, after: Position, until: Position | None, subject_id: str | None = None
    ) -> AsyncGenerator[tuple[Position, Event | None], None]:
        """Yield what was committed after *after*: decisions first, then what was done to items; each with how far one has come with it."""
        at, full = after, True
        while full and (until is None or at.decisions < until.decisions):
            last = until and until.decisions
            page = await self._log.page(reach, after=at.decisions, first=PAGE, until=last, subject_id=subject_id)
            for event in page:
                at = at._replace(decisions=event.number)
                yield at, replace(event, position=at)
            full = len(page) == PAGE
        at, full = at if until is None else at._replace(decisions=max(at.decisions, until.decisions)), True
        while full and (until is None or at.items < until.items):
            last = until and until.items
            done = await self._items.page(reach, after=at.items, first=PAGE, until=last, subject_id=subject_id)
            for number, act in done:
                at = at._replace(items=number)
                yield at, act and replace(act, position=at)
            full = len(done) == PAGE

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

    async def _check(self, after: Position) -> None:
        oldest, last = await self._log.bounds()
        if after.decisions < oldest:
            raise CursorExpired
        if after.decisions > last or after.items > await self._items.last():
            raise CursorAhead


def _committed(said: str) -> Position:
    done = said.removeprefix(NOTICE)
    return Position(int(said), 0) if done == said else Position(0, int(done))


def _later(one: Position, other: Position) -> Position:
    return Position(max(one.decisions, other.decisions), max(one.items, other.items))


def _is_new(event: Event, after: Position) -> bool:
    """Tell whether *event* comes after *after*: a decision by its number, what was done to an item by its own."""
    return event.position.items > after.items if event.done is not None else event.position.decisions > after.decisions
