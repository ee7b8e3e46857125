"""The questions of the schema: one file or a simulation, a decision, a rule, anything by its id."""

from collections.abc import Sequence
from typing import Annotated, Any

import strawberry

from api.permissions import EACH, Permission
from api.schema.context import Context, Info, language_of
from api.schema.decisions.catalogue import Figure, Rule
from api.schema.declare import answer_for, object_type, with_fields
from api.schema.errors import BadId, TooManyIds
from api.schema.findings.attached import id_in
from api.schema.ids import IdKind, parts_of
from api.schema.items.access import action_by_id, on_item_by_id
from api.schema.items.people import Assignee, assignee_by_pseudonym, assignees
from api.schema.node import Node
from api.schema.pagination import MOST, After, Before, Connection, First, Last, Window, cursor_of
from api.schema.subjects.lists import InLanguage, Lists, listed_task
from api.schema.subjects.queries import SUBJECT_QUERIES, Id
from api.schema.subjects.subjects import TYPES, Decision, decision_by_id, revision_by_number, subject_by_id
from api.schema.viewer import Viewer
from api.schema.vocabulary import RuleKind
from domain.text import Language

Ids = Annotated[list[strawberry.ID], strawberry.argument(description="Which ones, up to a hundred (identifiants).")]
Kind = Annotated[RuleKind | None, strawberry.argument(description="Only rules of this kind; none given: all (nature).")]


@object_type(needs=EACH)
@with_fields(SUBJECT_QUERIES)
class Query(Lists):
    """Everything that can be asked; asking changes no fact (requêtes)."""

    @answer_for(Permission.DECISIONS)
    async def decision(self, info: Info, key: Id, language: InLanguage = None) -> Decision | None:
        """A recorded decision, as it was answered (décision); null where there is none."""
        return await decision_by_id(info.context, key, language_of(info.context, language))

    @answer_for(Permission.FILES)
    def event_cursor(self, info: Info) -> str:
        """Where events stood before this answer was made: subscribe after it, and nothing is missed in between (curseur d'événements)."""
        return cursor_of([*info.context.position])

    @answer_for(Permission.RULES)
    def viewer(self, info: Info) -> Viewer | None:
        """Who asks, and what they may do (utilisateur)."""
        return Viewer.of(info.context)

    @answer_for(Permission.WORK)
    async def assignees(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Assignee] | None:
        """The people to whom a document or a task is assigned, by pseudonym (personnes chargées)."""
        return await assignees(info.context, Window.of(first, after, last, before, key=id_in))

    @answer_for(Permission.RULES)
    def rules(self, info: Info, kind: Kind = None, language: InLanguage = None) -> list[Rule]:
        """The rules in force in this process, in the order of evaluation (règles)."""
        rules = (each for catalogue in info.context.catalogues(language_of(info.context, language)) for each in catalogue.rules.values())
        return [each for each in rules if kind is None or each.kind == kind.value]

    @answer_for(Permission.RULES)
    def figures(self, info: Info, language: InLanguage = None) -> list[Figure]:
        """The dated figures that the rules of this process read (barèmes datés)."""
        found = {
            name: each
            for catalogue in info.context.catalogues(language_of(info.context, language))
            for name, each in catalogue.figures.items()
        }
        return list(found.values())

    @answer_for(Permission.RULES)
    def rule(self, info: Info, key: Id, language: InLanguage = None) -> Rule | None:
        """One rule (règle); null where there is none."""
        return info.context.rule(key, language_of(info.context, language))

    @answer_for(Permission.FILES)
    async def node(self, info: Info, key: Id, language: InLanguage = None) -> Node | None:
        """Anything that has an id (objet identifié); null where there is none."""
        context, spoken = info.context, language_of(info.context, language)
        return await subject_by_id(context, key, language=spoken) or await other_node(context, key, spoken)

    @answer_for(Permission.FILES)
    async def nodes(self, info: Info, ids: Ids, language: InLanguage = None) -> list[Node | None] | None:
        """Several things by their ids, in that order (objets identifiés); null in place of each that there is not."""
        if len(ids) > MOST:
            raise TooManyIds(MOST)
        context, spoken = info.context, language_of(info.context, language)
        files = await context.answering.deciding.subjects.latest_of(context.reach, ids)
        found = {key: TYPES[each.subject_type].of(each, context, spoken) for key, each in files.items()}
        return [found.get(each) or await other_node(context, each, spoken) for each in ids]


async def other_node(context: Context, key: str, language: Language) -> Node | None:
    """Return what is no file and has this id: a rule, a figure, a decision, what hangs on an item, …; ``None`` where there is none."""
    made = await made_of(context, parts_of(key), language)
    if made is not None:
        return made
    try:
        return (
            context.rule(key, language)
            or context.figure(key, language)
            or await decision_by_id(context, key, language)
            or await on_item_by_id(context, key)
        )
    except BadId:
        return None


async def made_of(context: Context, parts: Sequence[Any], language: Language) -> Node | None:
    """Return the task, revision, action or person that an id is made of, ``None`` where there is none."""
    match parts:
        case [IdKind.ASSIGNEE, str() as pseudonym]:
            return await assignee_by_pseudonym(context, pseudonym)
        case [IdKind.ACTION, str() as done]:
            return await action_by_id(context, done)
        case [IdKind.TASK, str() as subject, str() as rule, str() as part, str() as occurrence]:
            return await listed_task(context, (subject, rule, part, occurrence), language)
        case [IdKind.REVISION, str() as subject, int() as number]:
            return await revision_by_number(context, subject, number, language)
    return None
