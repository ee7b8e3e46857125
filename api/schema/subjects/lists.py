"""The lists across files: tasks, decisions; reading one decides nothing."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Self

import strawberry

from api.permissions import EACH, Permission
from api.schema.context import Context, Info, language_of
from api.schema.decisions.catalogue import Rule
from api.schema.declare import MASKED, answer, answer_for, object_type
from api.schema.errors import BadCursor
from api.schema.facts.questions import PART
from api.schema.findings.items import KEY
from api.schema.ids import IdKind, id_of
from api.schema.node import Node
from api.schema.pagination import After, Before, Connection, First, Last, Window, key_of
from api.schema.subjects.subjects import TYPES, Decision, Subject
from api.schema.vocabulary import Language, TaskState
from domain.store.revisions import Revision
from domain.text import Language as LanguageCode
from tracing.audit.worklist import Cursor
from tracing.audit.worklist import ListedTask as Stored

InLanguage = Annotated[
    Language | None, strawberry.argument(description="Of titles and sentences; none given: as Accept-Language likes best (langue).")
]
States = Annotated[list[TaskState] | None, strawberry.argument(description="Only tasks in one of these states; none given: any (états).")]
DueBefore = Annotated[date | None, strawberry.argument(description="Only tasks due before this day (échéance avant).")]
OfRule = Annotated[strawberry.ID | None, strawberry.argument(description="Only of this rule (règle).")]
WhereApplied = Annotated[strawberry.ID | None, strawberry.argument(description="Only those in which this rule applied (règle appliquée).")]
OfAssignee = Annotated[strawberry.ID | None, strawberry.argument(description="Only what this person is to see to (personne chargée).")]
Unassigned = Annotated[bool, strawberry.argument(description="Only what nobody is to see to (non attribuées).")]
OfCommune = Annotated[str | None, strawberry.argument(description="Only of files in this commune, by INSEE code (commune).")]
OfSubject = Annotated[strawberry.ID | None, strawberry.argument(description="Only about this file (sujet).")]
Since = Annotated[datetime | None, strawberry.argument(description="Only those made at this instant or later (depuis).")]
Until = Annotated[datetime | None, strawberry.argument(description="Only those made before this instant (jusqu'à).")]
DAY = timedelta(days=1)


class Page:
    """The files that one page names, read at once when the first of them is asked for."""

    def __init__(self, context: Context, language: LanguageCode, ids: Sequence[str]) -> None:
        self._context = context
        self._language = language
        self._ids = ids
        self._read: asyncio.Future[dict[str, Revision]] | None = None

    async def subject(self, subject_id: str) -> Subject:
        """Return one of the files."""
        if self._read is None:
            self._read = asyncio.ensure_future(self._context.answering.deciding.subjects.latest_of(self._context.reach, self._ids))
        revision = (await self._read)[subject_id]
        return TYPES[revision.subject_type].of(revision, self._context, self._language)


@object_type(needs=Permission.FILES)
class ListedTask(Node):
    """A task in a list across files, as the last decision on its file left it (tâche listée)."""

    page: strawberry.Private[Page]
    stored: strawberry.Private[Stored]
    key: strawberry.ID = strawberry.field(description=KEY)
    rule: Rule | None = strawberry.field(description="The rule behind it; null when it is no longer there (règle).")
    title: str = strawberry.field(description="What people call it (intitulé).")
    part: str | None = strawberry.field(description=PART)
    state: str = strawberry.field(description="Where it stands (état).", graphql_type=TaskState)
    due_on: date | None = strawberry.field(description="The last day for it (échéance).", metadata=MASKED)
    shown_from: date | None = strawberry.field(description="The first day on which it is shown (affichée depuis).", metadata=MASKED)
    moderate_from: date | None = strawberry.field(description="The first day of the moderate alert (alerte modérée).", metadata=MASKED)
    critical_from: date | None = strawberry.field(description="The first day of the critical alert (alerte critique).", metadata=MASKED)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read its days (masquée).")
    subject_id: strawberry.ID = strawberry.field(description="The file it belongs to (identifiant du sujet).")
    decision_id: strawberry.ID = strawberry.field(description="The decision it comes from (identifiant de la décision).")
    assignee: strawberry.ID | None = strawberry.field(description="Who is to see to it, a pseudonym; null: nobody (personne chargée).")

    @answer
    async def subject(self) -> Subject:
        """The file it belongs to (sujet)."""
        return await self.page.subject(self.stored.subject_id)

    @classmethod
    def of(cls, stored: Stored, page: Page, context: Context, language: LanguageCode) -> Self:
        """Project a row of the list."""
        context.trace.cited(stored.decision_id, stored.decision_number)
        task = stored.task
        rule = context.rule(task.rule, language)
        masked = context.hides_due(rule)
        return cls(
            page=page,
            stored=stored,
            id=id_of(IdKind.TASK, stored.subject_id, task.rule, task.part, task.occurrence),
            key=strawberry.ID(f"{task.rule}@{task.part}" if task.part else task.rule),
            rule=rule,
            title=task.rule if rule is None else rule.title,
            part=task.part or None,
            state=task.state,
            due_on=None if masked else task.due_on,
            shown_from=None if masked else task.shown_from,
            moderate_from=None if masked else task.moderate_from,
            critical_from=None if masked else task.critical_from,
            masked=masked,
            subject_id=strawberry.ID(stored.subject_id),
            decision_id=strawberry.ID(str(stored.decision_id)),
            assignee=None if stored.assignee is None else strawberry.ID(stored.assignee),
        )


@object_type(needs=EACH)
class Lists:
    """The lists among the questions."""

    @answer_for(Permission.FILES)
    async def tasks(
        self,
        info: Info,
        *,
        states: States = None,
        due_before: DueBefore = None,
        rule: OfRule = None,
        assignee: OfAssignee = None,
        unassigned: Unassigned = False,
        commune: OfCommune = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        language: InLanguage = None,
    ) -> Connection[ListedTask] | None:
        """The tasks across all files, by due day, those without one, or whose day is masked, last (tâches)."""
        context, day = info.context, info.context.check_day(due_before, "dueBefore")
        window = Window.of(first, after, last, before, key=_task_key)
        found = await context.answering.worklist.tasks(
            context.reach,
            first=window.more,
            after=window.after,
            before=window.before,
            backwards=window.from_end,
            states=None if states is None else [each.value for each in states],
            rule=rule,
            assignee=assignee,
            unassigned=unassigned,
            commune=commune,
            due_until=None if day is None else day - DAY,
            told=context.told_of_tasks(),
        )
        spoken = language_of(context, language)
        page = Page(context, spoken, [each.subject_id for each in found])
        return Connection.of(found, window, key=lambda each: each.cursor, node=lambda each: ListedTask.of(each, page, context, spoken))

    @answer_for(Permission.DECISIONS)
    async def decisions(
        self,
        info: Info,
        *,
        subject: OfSubject = None,
        rule: WhereApplied = None,
        since: Since = None,
        until: Until = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        language: InLanguage = None,
    ) -> Connection[Decision] | None:
        """The recorded decisions, the latest first (décisions)."""
        context, spoken, window = info.context, language_of(info.context, language), Window.of(first, after, last, before, key=_number)
        found = await context.answering.deciding.search.page(
            context.reach,
            first=window.more,
            after=window.before,
            before=window.after,
            earliest=window.from_end,
            subject_id=subject,
            rule=rule,
            since=since,
            until=until,
        )
        return Connection.of(found, window, key=lambda each: each.number, node=lambda each: Decision.of(each, context, spoken))


async def listed_task(context: Context, key: tuple[str, str, str, str], language: LanguageCode) -> ListedTask | None:
    """Return the task of a file, by subject, rule, part and occurrence, ``None`` where there is none."""
    found = await context.answering.worklist.task(context.reach, *key)
    return None if found is None else ListedTask.of(found, Page(context, language, [found.subject_id]), context, language)


def _number(cursor: str) -> int:
    key = key_of(cursor)
    if not isinstance(key, int) or isinstance(key, bool) or not 0 < key < 2**63:
        raise BadCursor
    return key


def _task_key(cursor: str) -> Cursor:
    match key_of(cursor):
        case [due, str() as subject, str() as rule, str() as part, str() as occurrence]:
            try:
                return None if due is None else date.fromisoformat(due), subject, rule, part, occurrence
            except (TypeError, ValueError):
                raise BadCursor from None
    raise BadCursor
