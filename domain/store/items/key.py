"""What tells an item from all others: its subject, rule, part and occurrence; stable over revisions and decisions."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, Table, bindparam

from domain.store.idempotency import Key


@dataclass(frozen=True, slots=True)
class ItemKey:
    """
    The key of an item.

    Args:
        subject_id: whose item.
        rule: the id of its rule.
        part: the path of the part it concerns, empty for the subject itself.
        occurrence: which of several, empty for the only one.
    """

    subject_id: str
    rule: str
    part: str = ""
    occurrence: str = ""

    @classmethod
    def read(cls, subject_id: str, text: str) -> Self:
        """
        Return the item of a subject that *text* names.

        >>> ItemKey.read("household-1", "documents.identity.passport@marie").part
        'marie'
        """
        rule, _, part = text.partition("@")
        return cls(subject_id, rule, part)

    @property
    def text(self) -> str:
        """The key within its subject, as answers show it."""
        return f"{self.rule}@{self.part}" if self.part else self.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """
    Somebody does something to an item.

    Args:
        id: UUIDv7 of the act.
        item: to which.
        organisation: whose file it is.
        by: who, a pseudonym.
        at: when.
        key: what its caller calls this change, where that was said.
    """

    id: str
    item: ItemKey
    organisation: str
    by: str
    at: datetime
    key: Key | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The item, who and when, as tables hold them."""
        return asdict(self.item) | {"organisation": self.organisation, "by": self.by, "at": self.at}


def item_of(row: Any) -> ItemKey:
    """Return the item that a row belongs to."""
    return ItemKey(row.subject_id, row.rule, row.part, row.occurrence)


def on_item(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that pick the rows of one item, its parts to be bound by their names."""
    return tuple(table.c[name] == bindparam(f"on_{name}") for name in ("subject_id", "rule", "part", "occurrence"))


def bound(item: ItemKey) -> dict[str, str]:
    """Return the values for ``on_item``."""
    return {f"on_{name}": value for name, value in asdict(item).items()}
