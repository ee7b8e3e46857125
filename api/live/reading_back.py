"""Decisions for whoever follows events: read back from the record, so that being told of a decision never makes another."""

from datetime import date, datetime

from api.decide import Deciding, Decisions
from api.live.causes import Causes
from api.principal import Principal
from api.records import Records
from domain.store.revisions import Revision
from rules.engine.decision import Decision
from tracing.audit.events import Event
from tracing.audit.worklist import Worklist


class ReadBack(Decisions):
    """
    The decisions of one event, for one subscriber.

    Args:
        deciding: for a subject that has never been decided on as it is now.
        principal: the subscriber.
        records: the record.
        worklist: knows the last decision on each subject.
        event: of which the subscriber is told.
        causes: knows the event's own decision.
    """

    def __init__(
        self, deciding: Deciding, principal: Principal, *, records: Records, worklist: Worklist, event: Event, causes: Causes
    ) -> None:
        super().__init__(deciding, principal)
        self._records = records
        self._worklist = worklist
        self._event = event
        self._causes = causes

    async def _make(self, revision: Revision, as_of: date | None, known_at: datetime | None) -> Decision:
        if as_of is None and known_at is None:
            recorded = await self._recorded(revision)
            if recorded is not None:
                return recorded
        return await super()._make(revision, as_of, known_at)

    async def _recorded(self, revision: Revision) -> Decision | None:
        own = self._event.decision
        if self._event.after is not None and (own.subject_id, own.revision) == (revision.subject_id, revision.number):
            return await self._causes.whole(self._event)
        latest = await self._worklist.latest(self.principal.reach, revision.subject_id)
        if latest is None or latest.revision != revision.number:
            return None
        return await self._records.get(self.principal.reach, latest.decision_id)
