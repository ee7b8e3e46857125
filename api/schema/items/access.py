"""Which items a caller may change, and the act of doing so: everything goes through the subject, which the caller must be able to see."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from api.schema.context import Context
from api.schema.decisions.on_items import OnItems, is_staff
from api.schema.findings.attached import Comment as ShownComment
from api.schema.findings.attached import File as ShownFile
from api.schema.findings.attached import ItemAction
from api.schema.items.results import ItemRefused
from api.schema.subjects.results import NotFound
from api.schema.subjects.subjects import Subject, subject_by_id
from domain.fact_document import read_subject
from domain.store.idempotency import Key
from domain.store.items.comments import Comment
from domain.store.items.files import File
from domain.store.items.key import Act, ItemKey
from rules.engine.plan import UnitKind
from rules.engine.run import Node

DOCUMENTS = frozenset({UnitKind.DOCUMENT})
ITEMS = frozenset({UnitKind.DOCUMENT, UnitKind.TASK})


@dataclass(frozen=True, slots=True)
class Place:
    """An item of a subject that the caller may see."""

    context: Context
    organisation: str
    item: ItemKey

    @property
    def on_items(self) -> OnItems:
        """What hangs on the items of its subject, to be read anew."""
        return OnItems(self.context.answering.items, self.item.subject_id, self.context.principal)

    def act(self, key: Key | None) -> Act:
        """Return what is about to be done here: by the caller, now."""
        deciding, by = self.context.answering.deciding, self.context.principal.id
        return Act(id=str(deciding.new_id()), item=self.item, organisation=self.organisation, by=by, at=deciding.clock(), key=key)


async def place_of(context: Context, subject_id: str, text: str, kinds: Collection[UnitKind]) -> Place | NotFound | ItemRefused:
    """Return the item that a key names, if its subject can be seen, its rule is one of *kinds*, and its part is there."""
    subject = await subject_by_id(context, subject_id, language=context.language)
    if subject is None:
        return NotFound.here("subject")
    item = ItemKey.read(subject.stored.subject_id, text)
    return Place(context, subject.stored.organisation, item) if _is_there(context, subject, item, kinds) else ItemRefused.of("ITEM_UNKNOWN")


async def file_at(context: Context, file_id: str) -> tuple[Place, File] | None:
    """Return a file within the caller's reach."""
    file = await context.answering.items.stores.files.get(context.reach, file_id)
    return None if file is None else (Place(context, file.organisation, file.item), file)


async def comment_at(context: Context, comment_id: str) -> tuple[Place, Comment] | None:
    """Return a comment within the caller's reach that it may see."""
    comment = await context.answering.items.stores.comments.get(context.reach, comment_id)
    if comment is None or (comment.internal and not is_staff(context.principal)):
        return None
    return Place(context, comment.organisation, comment.item), comment


async def action_by_id(context: Context, action_id: str) -> ItemAction | None:
    """Return something that was done within the caller's reach, if it may see what was done."""
    done = await context.answering.items.stores.actions.get(context.reach, action_id) if is_staff(context.principal) else None
    return None if done is None else ItemAction.of(done)


async def on_item_by_id(context: Context, key: str) -> ShownFile | ShownComment | None:
    """Return the file or comment with this id, ``None`` where there is none that the caller may see."""
    file, comment = await asyncio.gather(file_at(context, key), comment_at(context, key))
    if file is not None:
        return ShownFile.of(file[1], file[0].on_items)
    return None if comment is None else ShownComment.of(comment[1])


def _is_there(context: Context, subject: Subject, item: ItemKey, kinds: Collection[UnitKind]) -> bool:
    rule_set = context.answering.deciding.rule_sets[subject.stored.subject_type]
    rule = rule_set.index.units.get(item.rule)
    if rule is None or rule.hidden or rule.kind not in kinds:
        return False
    root = Node.of(read_subject(rule_set.root, subject.stored.document))
    return any(node.path == item.part and node.type_name == rule.type for node in root.walk())
