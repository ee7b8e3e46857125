"""What a change on an item answers: what is there now, or why it was not done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

import strawberry

from api.permissions import INHERITED
from api.schema.declare import object_type
from api.schema.findings.attached import Assignment, Comment, DocumentReceipt, File
from api.schema.subjects.results import Error
from api.schema.vocabulary import ItemRefusal
from domain.store.items.media_types import BEGINNINGS
from domain.store.items.objects import LARGEST

PER_DOCUMENT = 50
"""Stored files of one document."""

LONGEST_NAME, LONGEST_TEXT = 255, 10_000
"""Characters of a file's name; of a comment or a reason."""

REFUSALS: Mapping[str, tuple[str, str]] = {
    "ITEM_UNKNOWN": ("item", "There is no such item here: give the key of a document or task that an answer about this file contained."),
    "FILE_NAME_REFUSED": ("name", f"A file's name has between 1 and {LONGEST_NAME} printable characters, not all blanks: give it another."),
    "FILE_TYPE_REFUSED": ("mediaType", f"Files of this type are not taken. Those that are: {', '.join(sorted(BEGINNINGS))}."),
    "FILE_SIZE_REFUSED": ("size", f"A file has between 1 byte and {LARGEST:,} bytes: announce its own size, or send a smaller one."),
    "TOO_MANY_FILES": ("item", f"A document has up to {PER_DOCUMENT} files: remove some, or put several pages into one."),
    "FILE_MISSING": ("file", "Nothing was uploaded for this file. Upload it to the address that was given, or announce it again."),
    "FILE_NOT_AS_ANNOUNCED": (
        "file",
        "What was uploaded has another size than announced, or is no file of that type. Announce it again.",
    ),
    "REASON_REQUIRED": ("reason", "A refused document needs its reason: say what is wrong with it, and what to send instead."),
    "STATE_REFUSED": ("state", "A document is said to be received, accepted or refused; one is awaited until something comes."),
    "TEXT_REFUSED": ("text", f"A text has between 1 and {LONGEST_TEXT:,} characters, not all of them blanks, none of them null."),
    "ASSIGNEE_REFUSED": (
        "assignee",
        "A pseudonym has up to 64 printable characters, not all blanks: give one of a person of your organisation.",
    ),
    "NOT_YOURS": ("comment", "A comment is edited and deleted by its author: write one of your own."),
}
"""The path and message of each code."""


@object_type(needs=INHERITED)
class ItemRefused(Error):
    """The change cannot be made; nothing was changed (modification refusée)."""

    refusal: str = strawberry.field(description="The code, as a word of an enumeration (motif de refus).", graphql_type=ItemRefusal)

    @classmethod
    def of(cls, code: str, field: str | None = None) -> Self:
        """Say why; *field* of the input, where the code is about more than one."""
        path, message = REFUSALS[code]
        return cls(code=code, refusal=code, message=message, path=[field or path])


@object_type(needs=INHERITED)
class CommentConflict(Error):
    """The comment was edited or deleted meanwhile; nothing was changed (conflit)."""

    current: Comment = strawberry.field(description="As it is now: take its version as expectedVersion and send again (état actuel).")

    @classmethod
    def of(cls, current: Comment) -> Self:
        """Say what is there now."""
        message = f"It has changed since it was read: its version is now {current.version}. Look at it, then send again."
        return cls(code="COMMENT_CONFLICT", message=message, path=["expectedVersion"], current=current)


@object_type(needs=INHERITED)
class Header:
    """A header to send (en-tête)."""

    name: str = strawberry.field(description="Its name (nom).")
    value: str = strawberry.field(description="Its value (valeur).")


@object_type(needs=INHERITED)
class Upload:
    """Where and how to send the bytes of a file (dépôt)."""

    url: str = strawberry.field(description="Where to; on this server unless it names another (adresse).")
    method: str = strawberry.field(description="How: PUT (méthode).")
    headers: list[Header] = strawberry.field(description="The headers to send with it (en-têtes).")
    expires_at: datetime = strawberry.field(description="Until when (échéance).")


@object_type(needs=INHERITED)
class FileAnnounced:
    """A file that may be uploaded now; say confirmFile when that is done (fichier annoncé)."""

    file: File = strawberry.field(description="The file (fichier).")
    upload: Upload = strawberry.field(description="Where and how to upload it (dépôt).")


@object_type(needs=INHERITED)
class FileConfirmed:
    """A file whose bytes are there; its document is received (fichier reçu)."""

    file: File = strawberry.field(description="The file (fichier).")
    receipt: DocumentReceipt = strawberry.field(description="How far its document has come (réception).")


@object_type(needs=INHERITED)
class FileRemoved:
    """A file whose bytes are gone (fichier supprimé)."""

    file: File = strawberry.field(description="What is still known of it (fichier).")


@object_type(needs=INHERITED)
class DocumentReviewed:
    """A document as it stands now (pièce examinée)."""

    receipt: DocumentReceipt = strawberry.field(description="How far it has come (réception).")


@object_type(needs=INHERITED)
class CommentSaved:
    """A comment as it is now (commentaire enregistré)."""

    comment: Comment = strawberry.field(description="The comment (commentaire).")


@object_type(needs=INHERITED)
class ItemAssigned:
    """An item as it is assigned now (attribution enregistrée)."""

    assignment: Assignment | None = strawberry.field(description="To whom; null: to nobody (attribution).")
