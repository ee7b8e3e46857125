"""What a benchmark answers: each budget, what was measured, and whether it holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """
    One budget.

    Args:
        name: a word that scripts can rely on, e.g. ``engine_flat_known``.
        measured: a ratio wherever one can be had: the machine is in both of its terms.
        limit: what is allowed, in the same unit.
        detail: the figures behind it, for a reader.
        at_least: whether *measured* may not be below the limit, rather than above it.
    """

    name: str
    measured: float
    limit: float
    detail: str = ""
    at_least: bool = False

    @property
    def ok(self) -> bool:
        """Whether the budget holds."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def line(self) -> str:
        """The line that ends ``make bench``."""
        sign = ">=" if self.at_least else "<="
        return f"budget {self.name} {self.measured:.2f} {sign}{self.limit:g} {'ok' if self.ok else 'over'}"
