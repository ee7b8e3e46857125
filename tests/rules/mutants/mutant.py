"""What a mutant is: one small change of the law, made in place and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Slot:
    """Where something stands: an attribute, or an item of one that is a tuple."""

    owner: Any
    attribute: str
    item: int | None = None

    @property
    def value(self) -> Any:
        """What stands there."""
        held = getattr(self.owner, self.attribute)
        return held if self.item is None else held[self.item]

    @contextmanager
    def holding(self, value: Any) -> Iterator[None]:
        """Put *value* there for a while, though what holds it is frozen."""
        before = getattr(self.owner, self.attribute)
        after = value if self.item is None else (*before[: self.item], value, *before[self.item + 1 :])
        object.__setattr__(self.owner, self.attribute, after)
        try:
            yield
        finally:
            object.__setattr__(self.owner, self.attribute, before)


@dataclass(frozen=True)
class Mutant:
    """
    One change.

    Attributes:
        kind: ``comparison``, ``boundary``, ``joining``, ``negation``, ``delay`` or ``date``.
        where: the id of the rule, condition or figure that is changed; of a helper, its module and name.
        change: what is changed, in words.
        touched: the ids of all rules, conditions and figures in which it stands.
        slot: what is replaced.
        value: by what.
    """

    kind: str
    where: str
    change: str
    touched: frozenset[str]
    slot: Slot
    value: Any

    def __str__(self) -> str:
        return f"{self.kind:<10}  {self.where}  {self.change}"
