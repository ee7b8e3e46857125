"""The changes on items, each with one input and a union of what can come of it."""

from typing import Annotated, TypeVar

import strawberry

from api.permissions import EACH, Permission
from api.schema.context import Context, Info
from api.schema.declare import change, object_type
from api.schema.items import changes as item_changes
from api.schema.items import files as file_changes
from api.schema.items.inputs import (
    AnnounceFileInput,
    AssignItemInput,
    ConfirmFileInput,
    DeleteCommentInput,
    EditCommentInput,
    RemoveFileInput,
    ReviewDocumentInput,
    WriteCommentInput,
)
from api.schema.items.results import (
    CommentConflict,
    CommentSaved,
    DocumentReviewed,
    FileAnnounced,
    FileConfirmed,
    FileRemoved,
    ItemAssigned,
    ItemRefused,
)
from api.schema.subjects.results import IdempotencyKeyReused, NotFound

T = TypeVar("T")
In = strawberry.argument(name="input", description="What to change (données).")
AnnounceFileResult = Annotated[
    FileAnnounced | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("AnnounceFileResult", description="What came of announcing a file (résultat)."),
]
ConfirmFileResult = Annotated[
    FileConfirmed | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("ConfirmFileResult", description="What came of confirming a file (résultat)."),
]
RemoveFileResult = Annotated[
    FileRemoved | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("RemoveFileResult", description="What came of removing a file (résultat)."),
]
ReviewDocumentResult = Annotated[
    DocumentReviewed | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("ReviewDocumentResult", description="What came of reviewing a document (résultat)."),
]
WriteCommentResult = Annotated[
    CommentSaved | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("WriteCommentResult", description="What came of writing a comment (résultat)."),
]
EditCommentResult = Annotated[
    CommentSaved | CommentConflict | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("EditCommentResult", description="What came of editing a comment (résultat)."),
]
DeleteCommentResult = Annotated[
    CommentSaved | CommentConflict | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("DeleteCommentResult", description="What came of deleting a comment (résultat)."),
]
AssignItemResult = Annotated[
    ItemAssigned | ItemRefused | NotFound | IdempotencyKeyReused,
    strawberry.union("AssignItemResult", description="What came of assigning an item (résultat)."),
]


def heard_by_followers(context: Context, made: T) -> T:
    """Return *made*, of which whoever follows the file in this process hears now."""
    context.answering.feed.look()
    return made


@object_type(needs=EACH)
class ItemMutations:
    """The changes on items among all changes."""

    @change(Permission.SEND)
    async def announce_file(self, info: Info, given: Annotated[AnnounceFileInput, In]) -> AnnounceFileResult | None:
        """Announce a file for a document, and learn where to upload it (annoncer un fichier)."""
        return heard_by_followers(info.context, await file_changes.announce(info.context, given))

    @change(Permission.SEND)
    async def confirm_file(self, info: Info, given: Annotated[ConfirmFileInput, In]) -> ConfirmFileResult | None:
        """Say that a file was uploaded: it is read through and kept, and its document is received (confirmer un dépôt)."""
        return heard_by_followers(info.context, await file_changes.confirm(info.context, given))

    @change(Permission.SEND)
    async def remove_file(self, info: Info, given: Annotated[RemoveFileInput, In]) -> RemoveFileResult | None:
        """Remove a file: its bytes are deleted (supprimer un fichier)."""
        return heard_by_followers(info.context, await file_changes.remove(info.context, given))

    @change(Permission.WORK)
    async def review_document(self, info: Info, given: Annotated[ReviewDocumentInput, In]) -> ReviewDocumentResult | None:
        """Say that a document was received, accepted or refused (examiner une pièce)."""
        return heard_by_followers(info.context, await item_changes.review(info.context, given))

    @change(Permission.SEND)
    async def write_comment(self, info: Info, given: Annotated[WriteCommentInput, In]) -> WriteCommentResult | None:
        """Write a comment on a document or a task (commenter)."""
        return heard_by_followers(info.context, await item_changes.write(info.context, given))

    @change(Permission.SEND)
    async def edit_comment(self, info: Info, given: Annotated[EditCommentInput, In]) -> EditCommentResult | None:
        """Give a comment of your own another text (modifier un commentaire)."""
        return heard_by_followers(info.context, await item_changes.edit(info.context, given, given.text))

    @change(Permission.SEND)
    async def delete_comment(self, info: Info, given: Annotated[DeleteCommentInput, In]) -> DeleteCommentResult | None:
        """Delete a comment of your own: its text goes, that there was one stays (supprimer un commentaire)."""
        return heard_by_followers(info.context, await item_changes.edit(info.context, given, None))

    @change(Permission.WORK)
    async def assign_item(self, info: Info, given: Annotated[AssignItemInput, In]) -> AssignItemResult | None:
        """Assign a document or a task to somebody, or to nobody (attribuer)."""
        return heard_by_followers(info.context, await item_changes.assign(info.context, given))
