"""
Aggregates as Python text: a loop over the parts of a node, in the function of what stands above them.

A list that may not be complete may hold one more part: it settles that one is such, or that not all are, and nothing else.
"""

from collections.abc import Iterator

import msgspec

from rules.engine.compilation.emission import Emission
from rules.engine.plan import Aggregate, Unit
from rules.engine.terms import FactTerm, Term, UnitTerm


def aggregated(emission: Emission, unit: Unit) -> Iterator[str]:
    """Yield the text that leaves a unit's aggregate in its slot."""
    assert unit.aggregate is not None
    slot = f"s{unit.slot}"
    yield from _quantified(emission, unit.aggregate, slot) if unit.aggregate.make in {"any", "all"} else _gathered(emission, unit, slot)


def _quantified(emission: Emission, aggregate: Aggregate, slot: str) -> Iterator[str]:
    """Yield the loop that joins the truths of the parts: the first that decides ends it, an unknown one does not."""
    assert aggregate.where is not None
    deciding, otherwise = ("True", "False") if aggregate.make == "any" else ("False", "True")
    yield f"{slot} = {otherwise} if {emission.term(aggregate.complete)} is True else U"
    yield f"for part in node.children[{aggregate.list_index}]:"
    yield f"    truth = {_of_part(emission, aggregate.where)}"
    yield f"    if truth is not {otherwise}:"
    yield f"        {slot} = truth"
    yield f"        if truth is {deciding}: break"


def _gathered(emission: Emission, unit: Unit, slot: str) -> Iterator[str]:
    """Yield the loop that counts, adds up or lists the chosen parts; unknown where a truth, a chosen value or the list is."""
    aggregate = unit.aggregate
    assert aggregate is not None
    none = {"count": "0", "total": "zero" if unit.value_kind == "Decimal" else "0", "values": "[]"}[aggregate.make]
    add = {"count": "+= 1", "total": "+= 0 if value is None else value", "values": "+= (value,)"}[aggregate.make]
    yield f"{slot} = {none} if {emission.term(aggregate.complete)} is True else U"
    yield f"for part in () if {slot} is U else node.children[{aggregate.list_index}]:"
    if aggregate.where is not None:
        yield f"    truth = {_of_part(emission, aggregate.where)}"
        yield "    if truth is False: continue"
        yield f"    if truth is U: {slot} = U; break"
    if aggregate.of is not None:
        yield f"    value = {_of_part(emission, aggregate.of)}"
        yield f"    if value is U: {slot} = U; break"
    yield f"    {slot} {add}"
    if aggregate.make == "values":
        yield f"if {slot} is not U: {slot} = tuple({slot})"


def _of_part(emission: Emission, term: Term) -> str:
    """Return the text that reads *term* for ``part``, a node below; what stands above the part is read from here."""
    assert isinstance(term, FactTerm | UnitTerm), "an aggregate reads facts and results of its parts"
    if term.level:
        return emission.term(msgspec.structs.replace(term, level=term.level - 1))
    slot = term.settled if isinstance(term, FactTerm) else term.slot
    if slot is not None:
        return f"part.block[{slot}]"
    assert isinstance(term, FactTerm)
    value = f"part.values[{term.index}]"
    return f"whole({value})" if term.id in emission.collections else value
