"""
Why an event came: read from where the subject stood before and after it, once it is asked for, and once a process.

Other facts, another version of the rules, a day that was known to turn something over: which of them it was is plain from the two
standings. Nothing is run again, and no two decisions are compared.
"""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from cachetools import LRUCache

from api.decide import Deciding
from api.live.differences import ChangedFact, Differences, differences
from api.records import Records
from domain.store.items.actions import ItemAction
from domain.store.reach import Reach
from rules.engine.answers.changes import figures_since
from rules.engine.decision import Decision
from tracing.audit.events import Event
from tracing.audit.standing import Standing

REMEMBERED = 512
SLOTS_KEPT = 65_536
"""Values and truths of the whole decisions that are kept: some 40 MB."""
NOTHING: dict[str, object] = {"facts": {}, "parts": {}}


@dataclass(frozen=True, slots=True)
class FactsChanged:
    """Facts that were given, or that a registry gave: *provided*."""

    differences: Differences
    provided: bool = False


@dataclass(frozen=True, slots=True)
class Renamed:
    """The subject has another label."""


@dataclass(frozen=True, slots=True)
class FigureChanged:
    """A dated figure that the subject's rules read has another value from a day on."""

    figure: str
    since: date


@dataclass(frozen=True, slots=True)
class DayCame:
    """A day came from which something is otherwise by time alone."""

    day: date


@dataclass(frozen=True, slots=True)
class RulesReleased:
    """Another version of the rules decides; versions are named by their digests."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked; nothing changed."""


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """Somebody did something to an item."""

    done: ItemAction


Cause: TypeAlias = FactsChanged | Renamed | FigureChanged | DayCame | RulesReleased | Asked | ItemChanged


class Causes:
    """Finds the causes of events; whoever asks for the same event shares what was found."""

    def __init__(self, deciding: Deciding, records: Records) -> None:
        self._deciding = deciding
        self._records = records
        self._found: LRUCache[int, asyncio.Future[tuple[Cause, ...]]] = LRUCache(REMEMBERED)
        self._whole: LRUCache[int, Decision] = LRUCache(SLOTS_KEPT, getsizeof=lambda decision: decision.run_alike.weight)

    async def of(self, event: Event) -> tuple[Cause, ...]:
        """Return why *event* came, the cause that matters most first."""
        if event.done is not None:
            return (ItemChanged(event.done),)
        found = self._found.get(event.number)
        if found is None or _failed(found):
            found = self._found[event.number] = asyncio.ensure_future(self._find(event))
        return await asyncio.shield(found)

    async def whole(self, event: Event) -> Decision:
        """Return the decision of *event* as it was answered."""
        made = self._whole.get(event.number)
        if made is None:
            made = await self._records.expand(event.decision)
            if made.run_alike.weight <= self._whole.maxsize:
                self._whole[event.number] = made
        return made

    async def _find(self, event: Event) -> tuple[Cause, ...]:
        before, after = event.before, event.after
        if after is None or not (event.changed or event.alerts):
            return (Asked(),)
        found: list[Cause] = []
        if before is None or before.revision != after.revision:
            found += await self._other_revision(event, before)
        if before is not None and before.rule_set != after.rule_set:
            found.append(RulesReleased(before.rule_set, after.rule_set))
        if before is not None and before.changes_on is not None and before.changes_on <= after.as_of:
            found.append(DayCame(before.changes_on))
            found += [FigureChanged(*each) for each in figures_since((await self.whole(event)).reading, before.as_of)]
        if not found and before is not None:
            found += await self._other_answers(event, before)
        return tuple(found) or (Asked(),)

    async def _other_revision(self, event: Event, before: Standing | None) -> list[Cause]:
        decision, reach = event.decision, Reach(event.decision.organisation)
        earlier = None if before is None else await self._deciding.subjects.at(reach, decision.subject_id, before.revision)
        now = await self._deciding.subjects.at(reach, decision.subject_id, decision.revision)
        kind = self._deciding.rule_sets[decision.subject_type].root
        facts = differences(kind, NOTHING if earlier is None else earlier.document, NOTHING if now is None else now.document)
        renamed = earlier is not None and now is not None and earlier.label != now.label
        named: list[Cause] = [Renamed()] if renamed else []
        return named if renamed and facts == Differences() else [FactsChanged(facts), *named]

    async def _other_answers(self, event: Event, before: Standing) -> list[Cause]:
        """Return the facts of which a registry says something else than it did."""
        earlier = await self._records.get(Reach(event.decision.organisation), before.decision_id)
        answers = [() if each is None else each.answers for each in (earlier, await self.whole(event))]
        olds, news = ({(each.fact, each.path): each.value for each in said} for said in answers)
        facts = sorted(ChangedFact(*key) for key in dict.fromkeys((*olds, *news)) if olds.get(key) != news.get(key))
        return [FactsChanged(Differences(tuple(facts)), provided=True)] if facts else []


def _failed(future: asyncio.Future[tuple[Cause, ...]]) -> bool:
    return future.done() and (future.cancelled() or future.exception() is not None)
