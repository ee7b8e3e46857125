"""
Exact arithmetic: amounts are decimals, and are rounded only where the law says how.

A ``float`` is refused wherever a fact or figure is declared: 0.1 has no exact binary form.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any, get_args

EURO = Decimal(1)
CENT = Decimal("0.01")


def round_half_up(amount: Decimal, step: Decimal = EURO) -> Decimal:
    """
    Return *amount* rounded to the nearest *step*, halves away from zero.

    >>> round_half_up(Decimal("30424.5"))
    Decimal('30425')
    """
    return (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def round_down(amount: Decimal, step: Decimal = EURO) -> Decimal:
    """
    Return *amount* truncated to a whole number of *step*.

    >>> round_down(Decimal("12.99"))
    Decimal('12')
    """
    return (amount / step).quantize(Decimal(1), rounding=ROUND_DOWN) * step


def holds_float(kind: Any) -> bool:
    """Tell whether values of a type, or what a collection of that type holds, may be floats."""
    return kind is float or any(map(holds_float, get_args(kind)))
