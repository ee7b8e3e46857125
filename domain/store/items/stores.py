"""The stores of what hangs on items, together."""

from dataclasses import dataclass
from typing import Self

from domain.store.database import Database
from domain.store.items.actions import ActionStore
from domain.store.items.assignments import AssignmentStore
from domain.store.items.comments import CommentStore
from domain.store.items.documents import DocumentStore
from domain.store.items.files import FileStore


@dataclass(frozen=True, slots=True)
class ItemStores:
    """What hangs on items, in one database."""

    documents: DocumentStore
    files: FileStore
    comments: CommentStore
    assignments: AssignmentStore
    actions: ActionStore

    @classmethod
    def of(cls, database: Database) -> Self:
        """Return the stores of a database."""
        return cls(DocumentStore(database), FileStore(database), CommentStore(database), AssignmentStore(database), ActionStore(database))
