"""What can be followed: a file, the alerts of tasks, the record of decisions; each from now on, or from a cursor on."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from api.live.mailbox import Interest
from api.live.reading_back import ReadBack
from api.permissions import EACH, Permission
from api.schema.context import Context, Info, language_of
from api.schema.decisions.on_items import is_staff
from api.schema.decisions.rule_trace import RuleTrace
from api.schema.declare import object_type, stream
from api.schema.errors import BadCursor, NoSuchSubject
from api.schema.live.events import DecisionRecorded, SubjectChanged, TaskAlerts
from api.schema.pagination import After, key_of
from api.schema.subjects.lists import InLanguage, OfRule, OfSubject, States
from api.schema.subjects.queries import Id
from tracing.audit.events import AlertChange, Event, Position


@object_type(needs=EACH)
class Subscription:
    """Everything that can be followed; each event says why it came, and carries the cursor to resume from (abonnements)."""

    @stream(Permission.FILES)
    async def subject_changed(
        self, info: Info, key: Id, after: After = None, language: InLanguage = None
    ) -> AsyncGenerator[SubjectChanged, None]:
        """Changes of one file: other facts, anything that came out otherwise, or was done to an item (modifications d'un sujet)."""
        context, spoken, staff = info.context, language_of(info.context, language), is_staff(info.context.principal)

        def wanted(event: Event) -> bool:
            return event.changed if event.done is None else staff or not event.done.internal

        async with aclosing(_followed(context, key, after, wanted)) as events:
            async for event in events:
                yield SubjectChanged.of(event, context, spoken)

    @stream(Permission.FILES)
    async def task_alerts(
        self,
        info: Info,
        *,
        states: States = None,
        rule: OfRule = None,
        subject: OfSubject = None,
        after: After = None,
        language: InLanguage = None,
    ) -> AsyncGenerator[TaskAlerts, None]:
        """Alerts of tasks that begin, become others or are over, across all files; each is told once (alertes de tâches)."""
        context, spoken = info.context, language_of(info.context, language)
        wanted = {each.value for each in states or ()}

        def asked(event: Event) -> list[AlertChange]:
            return [
                each
                for each in event.alerts
                if (states is None or (each.after is not None and each.after.state in wanted))
                and (rule is None or rule == (each.after or each.before).rule)  # type: ignore[union-attr]  # one of the two is there
            ]

        async with aclosing(_followed(context, subject, after, lambda event: bool(asked(event)))) as events:
            async for event in events:
                yield TaskAlerts.with_alerts(event, asked(event), context, spoken)

    @stream(Permission.DECISIONS)
    async def decision_recorded(
        self, info: Info, subject: OfSubject = None, after: After = None, language: InLanguage = None
    ) -> AsyncGenerator[DecisionRecorded, None]:
        """Decisions as they are recorded, those too that changed nothing (décisions enregistrées)."""
        context, spoken = info.context, language_of(info.context, language)
        async with aclosing(_followed(context, subject, after, lambda event: event.done is None)) as events:
            async for event in events:
                yield DecisionRecorded.of(event, context, spoken)


async def _followed(
    context: Context, subject_id: str | None, after: str | None, wanted: Callable[[Event], bool]
) -> AsyncGenerator[Event, None]:
    """
    Yield the events that the caller may see, each after the context is made anew for it.

    Raises:
        BadCursor: *after* is none.
        NoSuchSubject: there is none with this id for the caller.
        StreamBroken: it cannot begin there, or the caller is too slow.
    """
    position = None if after is None else _position(after)
    if subject_id is not None and await context.answering.deciding.subjects.latest(context.reach, subject_id) is None:
        raise NoSuchSubject
    interest = Interest(context.reach, subject_id, wanted)
    answering = context.answering
    async with aclosing(answering.feed.follow(interest, position)) as events:
        async for event in events:
            context.decisions = ReadBack(
                answering.deciding,
                context.principal,
                records=answering.records,
                worklist=answering.worklist,
                event=event,
                causes=answering.causes,
            )
            context.trace = RuleTrace(context.trace.level, context.extensions)
            yield event


def _position(cursor: str) -> Position:
    match key_of(cursor):
        case [decisions, items] if all(type(each) is int and 0 <= each < 2**63 for each in (decisions, items)):  # true is an int, too
            return Position(decisions, items)
    raise BadCursor
