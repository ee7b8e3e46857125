"""The inputs of changes on items."""

import strawberry

from api.schema.declare import input_type
from api.schema.subjects.idempotency import KEY
from api.schema.vocabulary import ReceiptState

READ_VERSION = "The version that was read: another one is a conflict (version)."


@input_type
class KeyedChange:
    """What every change on an item may say."""

    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@input_type
class ItemChange(KeyedChange):
    """A change on an item."""

    subject: strawberry.ID = strawberry.field(description="Whose item: the id of the file it belongs to (sujet).")
    item: strawberry.ID = strawberry.field(description="Which item: its key (clé de l'élément).")


@input_type
class AnnounceFileInput(ItemChange):
    """A file to upload for a document (annonce d'un fichier)."""

    name: str = strawberry.field(description="What its owner calls it, up to 255 characters (nom).")
    media_type: str = strawberry.field(description="Such as application/pdf or image/jpeg (type de média).")
    size: int = strawberry.field(description="In bytes, at most 20 MiB (taille).")


@input_type
class ConfirmFileInput(KeyedChange):
    """A file that was uploaded (confirmation d'un dépôt)."""

    file: strawberry.ID = strawberry.field(description="Which file (fichier).")


@input_type
class RemoveFileInput(KeyedChange):
    """A file to remove (suppression d'un fichier)."""

    file: strawberry.ID = strawberry.field(description="Which file (fichier).")


@input_type
class ReviewDocumentInput(ItemChange):
    """How far a document has come (examen d'une pièce)."""

    state: ReceiptState = strawberry.field(description="RECEIVED, ACCEPTED or REFUSED (état).")
    reason: str | None = strawberry.field(description="Why; needed where it is refused (motif).", default=None)


@input_type
class WriteCommentInput(ItemChange):
    """A new comment (écriture d'un commentaire)."""

    text: str = strawberry.field(description="Up to 10,000 characters (texte).")
    internal: bool = strawberry.field(description="Whether applicants do not see it (interne).", default=False)


@input_type
class EditCommentInput(KeyedChange):
    """Another text for a comment (modification d'un commentaire)."""

    comment: strawberry.ID = strawberry.field(description="Which comment, one of your own (commentaire).")
    text: str = strawberry.field(description="Up to 10,000 characters (texte).")
    expected_version: int | None = strawberry.field(description=READ_VERSION, default=None)


@input_type
class DeleteCommentInput(KeyedChange):
    """A comment to delete (suppression d'un commentaire)."""

    comment: strawberry.ID = strawberry.field(description="Which comment, one of your own (commentaire).")
    expected_version: int | None = strawberry.field(description=READ_VERSION, default=None)


@input_type
class AssignItemInput(ItemChange):
    """Who is to see to an item (attribution d'un élément)."""

    assignee: strawberry.ID | None = strawberry.field(description="Who, a pseudonym; null: nobody (personne chargée).")
