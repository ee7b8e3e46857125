"""Documents reviewed, comments written, items assigned."""

from functools import partial

from api.schema.context import Context
from api.schema.decisions.on_items import is_staff
from api.schema.errors import Forbidden
from api.schema.findings.attached import Assignment, Comment, DocumentReceipt
from api.schema.items.access import DOCUMENTS, ITEMS, Place, comment_at, place_of
from api.schema.items.inputs import AssignItemInput, DeleteCommentInput, EditCommentInput, ReviewDocumentInput, WriteCommentInput
from api.schema.items.results import LONGEST_TEXT, CommentConflict, CommentSaved, DocumentReviewed, ItemAssigned, ItemRefused
from api.schema.subjects.idempotency import once
from api.schema.subjects.results import IdempotencyKeyReused, NotFound
from domain.store.idempotency import Key, Made
from domain.store.items.documents import AWAITED, REFUSED

Refused = NotFound | ItemRefused | IdempotencyKeyReused
Edit = EditCommentInput | DeleteCommentInput
Edited = CommentSaved | CommentConflict | Refused
LONGEST_ASSIGNEE = 64


async def review(context: Context, given: ReviewDocumentInput) -> DocumentReviewed | Refused:
    """Say that a document was received, accepted or refused."""

    async def again(_: Made) -> DocumentReviewed | Refused:
        place = await place_of(context, given.subject, given.item, DOCUMENTS)
        return await _reviewed(place) if isinstance(place, Place) else place

    return await once(context, given, partial(_review, context, given), again)


async def assign(context: Context, given: AssignItemInput) -> ItemAssigned | Refused:
    """Assign an item to somebody, or to nobody."""

    async def again(_: Made) -> ItemAssigned | Refused:
        place = await place_of(context, given.subject, given.item, ITEMS)
        return await _assigned(place) if isinstance(place, Place) else place

    return await once(context, given, partial(_assign, context, given), again)


async def write(context: Context, given: WriteCommentInput) -> CommentSaved | Refused:
    """Write a comment on an item."""
    if given.internal and not is_staff(context.principal):
        raise Forbidden
    return await once(context, given, partial(_write, context, given), partial(_comment_again, context))


async def edit(context: Context, given: Edit, text: str | None) -> Edited:
    """Give a comment of one's own another text, or delete it with None."""
    return await once(context, given, partial(_edit, context, given, text), partial(_comment_again, context))


async def _review(context: Context, given: ReviewDocumentInput, key: Key | None) -> DocumentReviewed | Refused:
    place = await place_of(context, given.subject, given.item, DOCUMENTS)
    if not isinstance(place, Place):
        return place
    state, reason = given.state.value, (given.reason or "").strip() or None
    if state == AWAITED:
        return ItemRefused.of("STATE_REFUSED")
    if state == REFUSED and reason is None:
        return ItemRefused.of("REASON_REQUIRED")
    if reason is not None and not _is_text(reason):
        return ItemRefused.of("TEXT_REFUSED", "reason")
    await context.answering.items.stores.documents.mark(place.act(key), state, reason)
    return await _reviewed(place)


async def _reviewed(place: Place) -> DocumentReviewed:
    on_items = place.on_items
    receipt = (await on_items.receipts()).get(place.item)
    return DocumentReviewed(receipt=DocumentReceipt.of(receipt, place.item, on_items))


async def _assign(context: Context, given: AssignItemInput, key: Key | None) -> ItemAssigned | Refused:
    place = await place_of(context, given.subject, given.item, ITEMS)
    if not isinstance(place, Place):
        return place
    assignee = given.assignee
    if assignee is not None and (not 0 < len(assignee) <= LONGEST_ASSIGNEE or assignee.isspace() or not assignee.isprintable()):
        return ItemRefused.of("ASSIGNEE_REFUSED")
    await context.answering.items.stores.assignments.assign(place.act(key), assignee)
    return await _assigned(place)


async def _assigned(place: Place) -> ItemAssigned:
    found = (await place.on_items.assignments()).get(place.item)
    return ItemAssigned(assignment=None if found is None else Assignment.of(found))


async def _write(context: Context, given: WriteCommentInput, key: Key | None) -> CommentSaved | Refused:
    place = await place_of(context, given.subject, given.item, ITEMS)
    if not isinstance(place, Place):
        return place
    if not _is_text(given.text):
        return ItemRefused.of("TEXT_REFUSED")
    act = place.act(key)
    await context.answering.items.stores.comments.write(act, given.text, internal=given.internal)
    return await _saved(context, act.id)


async def _edit(context: Context, given: Edit, text: str | None, key: Key | None) -> Edited:
    found = await comment_at(context, given.comment)
    if found is None:
        return NotFound.here("comment")
    place, comment = found
    if comment.by != context.principal.id:
        return ItemRefused.of("NOT_YOURS")
    if text is not None and not _is_text(text):
        return ItemRefused.of("TEXT_REFUSED")
    expected = given.expected_version in {None, comment.version} and comment.text is not None
    if not expected or not await context.answering.items.stores.comments.edit(place.act(key), comment, text):
        current = await _saved(context, comment.id)
        return CommentConflict.of(current.comment) if isinstance(current, CommentSaved) else current
    return await _saved(context, comment.id)


async def _comment_again(context: Context, made: Made) -> CommentSaved | NotFound:
    return await _saved(context, *made.ids)


async def _saved(context: Context, comment_id: str) -> CommentSaved | NotFound:
    found = await comment_at(context, comment_id)
    return NotFound.here("comment") if found is None else CommentSaved(comment=Comment.of(found[1]))


def _is_text(text: str) -> bool:
    return 0 < len(text) <= LONGEST_TEXT and not text.isspace() and "\x00" not in text
