"""What hangs on an item, as answers show it: documents received, files, comments, assignments, and what was done."""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from api.permissions import Permission
from api.schema.decisions.on_items import OnItems
from api.schema.decisions.view import DecisionView
from api.schema.declare import answer, answer_for, interface, needing, object_type
from api.schema.errors import BadCursor
from api.schema.ids import IdKind, id_of
from api.schema.node import Node
from api.schema.pagination import After, Before, Connection, First, Last, Window, key_of
from api.schema.scalars import Json
from api.schema.vocabulary import FileState, ItemActionKind, ReceiptState
from domain.store.items.actions import ItemAction as StoredAction
from domain.store.items.assignments import Assignment as StoredAssignment
from domain.store.items.comments import Comment as StoredComment
from domain.store.items.documents import Receipt, state_of
from domain.store.items.files import STORED
from domain.store.items.files import File as StoredFile
from domain.store.items.key import ItemKey
from rules.engine.answers.reading import Evaluation

ITEM = "The key of its item (clé de l'élément)."


@object_type(needs=Permission.FILES)
class File(Node):
    """A file that somebody sent for a document (fichier)."""

    on_items: strawberry.Private[OnItems]
    stored: strawberry.Private[StoredFile]
    item: strawberry.ID = strawberry.field(description=ITEM)
    name: str = strawberry.field(description="As its owner called it: show it, never open it (nom).", metadata=needing(Permission.PERSONAL))
    media_type: str = strawberry.field(description="Its type, seen to be so once it is stored (type de média).")
    size: int = strawberry.field(description="In bytes (taille).")
    sha256: str | None = strawberry.field(description="Of its bytes, in hex digits, once it is stored (empreinte).")
    state: str = strawberry.field(description="How far it has come (état).", graphql_type=FileState)
    by: str = strawberry.field(description="Who sent it, a pseudonym (déposant).")
    at: datetime = strawberry.field(description="When it was announced (date d'annonce).")
    stored_at: datetime | None = strawberry.field(description="When its bytes were found to be there (date de réception).")

    @answer_for(Permission.PERSONAL)
    async def download_url(self) -> str | None:
        """Where to download it, for five minutes; on this server unless it names another; null until it is stored (adresse)."""
        return await self.on_items.objects.download_address(self.stored) if self.stored.state == STORED else None

    @classmethod
    def of(cls, stored: StoredFile, on_items: OnItems) -> Self:
        """Project what is known of a file."""
        return cls(
            on_items=on_items,
            stored=stored,
            id=strawberry.ID(stored.id),
            item=strawberry.ID(stored.item.text),
            name=stored.name,
            media_type=stored.media_type,
            size=stored.size,
            sha256=stored.sha256,
            state=stored.state,
            by=stored.by,
            at=stored.at,
            stored_at=stored.stored_at,
        )


@object_type(needs=Permission.FILES)
class DocumentReceipt:
    """How far a document has come: awaited, received, accepted or refused (réception de la pièce)."""

    on_items: strawberry.Private[OnItems]
    of_item: strawberry.Private[ItemKey]
    state: str = strawberry.field(description="How far (état).", graphql_type=ReceiptState)
    reason: str | None = strawberry.field(
        description="Why it was refused, or what was remarked (motif).", metadata=needing(Permission.PERSONAL)
    )
    by: str | None = strawberry.field(description="Who said so, a pseudonym; null while it is awaited (auteur).")
    at: datetime | None = strawberry.field(description="When; null while it is awaited (date).")

    @answer
    async def files(self) -> list[File]:
        """Its files, the earliest first (fichiers)."""
        return [File.of(each, self.on_items) for each in (await self.on_items.files()).get(self.of_item, ())]

    @classmethod
    def of(cls, receipt: Receipt | None, item: ItemKey, on_items: OnItems) -> Self:
        """Project a receipt; none: the document is awaited."""
        reason, by, at = (None, None, None) if receipt is None else (receipt.reason, receipt.by, receipt.at)
        return cls(on_items=on_items, of_item=item, state=state_of(receipt), reason=reason, by=by, at=at)


@object_type(needs=Permission.FILES)
class Comment(Node):
    """What somebody wrote on an item (commentaire)."""

    item: strawberry.ID = strawberry.field(description=ITEM)
    text: str | None = strawberry.field(
        description="What was written; null once it is deleted (texte).", metadata=needing(Permission.PERSONAL)
    )
    internal: bool = strawberry.field(description="Whether applicants do not see it (interne).")
    author: str = strawberry.field(description="Who wrote it, a pseudonym (auteur).")
    written_at: datetime = strawberry.field(description="When it was written (date).")
    version: int = strawberry.field(description="From 1, one more at each edit: give it as expectedVersion (version).")
    changed_at: datetime = strawberry.field(description="When it was written, edited or deleted last (dernière modification).")

    @classmethod
    def of(cls, stored: StoredComment) -> Self:
        """Project a comment."""
        return cls(
            id=strawberry.ID(stored.id),
            item=strawberry.ID(stored.item.text),
            text=stored.text,
            internal=stored.internal,
            author=stored.by,
            written_at=stored.at,
            version=stored.version,
            changed_at=stored.changed_at,
        )


@object_type(needs=Permission.FILES)
class Assignment:
    """Who is to see to an item (attribution)."""

    assignee: strawberry.ID = strawberry.field(description="Who, a pseudonym (personne chargée).")
    by: str = strawberry.field(description="Who said so, a pseudonym (auteur).")
    at: datetime = strawberry.field(description="When (date).")

    @classmethod
    def of(cls, stored: StoredAssignment) -> Self:
        """Project an assignment."""
        return cls(assignee=strawberry.ID(stored.assignee), by=stored.by, at=stored.at)


@object_type(needs=Permission.FILES)
class ItemAction(Node):
    """Something that was done to an item: written with it, and never changed (action)."""

    item: strawberry.ID = strawberry.field(description=ITEM)
    action: str = strawberry.field(description="What was done (action).", graphql_type=ItemActionKind)
    detail: Json = strawberry.field(
        description="Which file or comment, which reason, which assignee (détail).", metadata=needing(Permission.PERSONAL)
    )
    by: str = strawberry.field(description="Who did it, a pseudonym (auteur).")
    at: datetime = strawberry.field(description="When (date).")

    @classmethod
    def of(cls, stored: StoredAction) -> Self:
        """Project an action."""
        return cls(
            id=id_of(IdKind.ACTION, stored.id),
            item=strawberry.ID(stored.item.text),
            action=stored.action,
            detail=Json(dict(stored.detail)),
            by=stored.by,
            at=stored.at,
        )


@interface(needs=Permission.FILES)
class Item:
    """Something that is asked for or to be done, on which people work: a document or a task (élément)."""

    view: strawberry.Private[DecisionView]
    evaluation: strawberry.Private[Evaluation]

    @answer
    async def assignment(self) -> Assignment | None:
        """Who is to see to it; null where nobody is (attribution)."""
        on_items = self.view.on_items
        found = None if on_items is None else (await on_items.assignments()).get(on_items.item(self.evaluation))
        return None if found is None else Assignment.of(found)

    @answer
    async def comments(
        self, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Comment] | None:
        """What people wrote on it, the earliest first; null in a simulation (commentaires)."""
        on_items = self.view.on_items
        if on_items is None:
            return None
        window = Window.of(first, after, last, before, key=id_in)
        found = await on_items.comments(
            on_items.item(self.evaluation), first=window.more, after=window.after, before=window.before, latest=window.from_end
        )
        return Connection.of(found, window, key=lambda each: each.id, node=Comment.of)


OfItem = Annotated[strawberry.ID | None, strawberry.argument(description="Only on this item; none given: on any (clé de l'élément).")]


def id_in(cursor: str) -> str:
    """
    Return the id that a cursor holds.

    Raises:
        BadCursor: it holds none.
    """
    key = key_of(cursor)
    if not isinstance(key, str):
        raise BadCursor
    return key
