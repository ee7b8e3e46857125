"""Scales by family: a line for one adult, one for a couple, one for each number of dependants, and an amount for each one more."""

from collections.abc import Mapping
from decimal import Decimal


def family_amount(scale: Mapping[str, Decimal], *, couple: bool, dependants: int) -> Decimal:
    """
    Return what *scale* holds for a family.

    Args:
        scale: ``SINGLE`` and ``COUPLE``, both without dependants; ``1``, ``2``… dependants; ``EXTRA`` for each one beyond.
        couple: whether there are two adults who live as a couple; with dependants it makes no difference.
        dependants: how many there are.

    >>> family_amount({"SINGLE": Decimal(5), "COUPLE": Decimal(7), "1": Decimal(9), "EXTRA": Decimal(2)}, couple=True, dependants=3)
    Decimal('13')
    """
    if dependants == 0:
        return scale["COUPLE" if couple else "SINGLE"]
    listed = min(dependants, sum(line.isdecimal() for line in scale))
    return scale[str(listed)] + (dependants - listed) * scale["EXTRA"]
