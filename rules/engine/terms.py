"""Terms and conditions as data: what a plan's units read, and the trees that say when they hold."""

from typing import Any

import msgspec

from domain.text import Text


class FactTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="fact"):
    """A fact of the type *level* above the unit's own (0: its own); *settled* is its slot where a calculation may give it."""

    id: str
    level: int
    index: int
    settled: int | None = None


class UnitTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="unit"):
    """The result of another unit of the type *level* above."""

    id: str
    level: int
    slot: int


class FigureTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="figure"):
    """A dated figure, read on the unit's law date."""

    id: str
    index: int


class ConstantTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="constant"):
    """A value written in the rule; *index* finds the live value, *value* is its plain form, *label* its words."""

    index: int
    value: Any
    label: Text | None = None


class AsOfTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="as_of"):
    """The day on which the question is asked."""


class MovedTerm(msgspec.Struct, frozen=True, omit_defaults=True, tag="moved"):
    """A date moved by each period (months, days) in turn."""

    of: FactTerm | UnitTerm
    periods: tuple[tuple[int, int], ...]


Term = FactTerm | UnitTerm | FigureTerm | ConstantTerm | AsOfTerm | MovedTerm
"""What a leaf compares or a calculation reads."""


class Leaf(msgspec.Struct, frozen=True, omit_defaults=True, tag="leaf"):
    """
    One test, with the slot of its truth.

    *test* is a comparison operator, or ``one_of``, ``includes``, ``holds``, ``present``, ``known``, ``reached``, ``passed``, ``condition``.
    """

    slot: int
    test: str
    terms: tuple[Term, ...]


class And(msgspec.Struct, frozen=True, omit_defaults=True, tag="and"):
    """Every item is true."""

    items: "tuple[Tree, ...]"


class Or(msgspec.Struct, frozen=True, omit_defaults=True, tag="or"):
    """At least one item is true."""

    items: "tuple[Tree, ...]"


class Negation(msgspec.Struct, frozen=True, omit_defaults=True, tag="not"):
    """The item is false."""

    item: "Tree"


Tree = Leaf | And | Or | Negation
