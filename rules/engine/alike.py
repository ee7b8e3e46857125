"""
Evaluations that are alike: the same rule on the same part, with the same truths and the same values before it.

What is said of one (its trace, its reasons, its span) is said of all, so it is made once and kept with the plan, however many
requests ask. The same holds of whole runs, for a file that is asked about again and has not changed. What a rule can say of its
grounds and inputs depends on a few places of the run alone; which they are, the plan knows.

What is kept holds values of facts, as the process does while it answers: within a bound, the least used first to go, and never stored.
"""

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from rules.engine.index import PlanIndex
from rules.engine.plan import AsOfTerm, FactTerm, FigureTerm, MovedTerm, Term, Unit, UnitTerm
from rules.engine.reading import FAILED, Evaluation, Reading
from rules.engine.run import Node
from rules.engine.trees import leaves_of, trees

T = TypeVar("T")
MOST, MOST_RUNS = 8_192, 256
"""Kinds of evaluations and of runs that are kept of one plan, twice: those lately used, and those used before them."""

NESTED = frozenset({list, dict})


class Alike(dict[object, Any]):
    """What was made for evaluations or runs that are alike, by whatever name its maker gave it."""

    def once(self, name: object, make: Callable[[], T]) -> T:
        """Return what *make* makes, made once."""
        if name not in self:
            self[name] = make()
        made: T = self[name]
        return made


class Lately:
    """Up to *most* things that were lately asked for, and those that were before them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lately: dict[object, Alike] = {}
        self._before: dict[object, Alike] = {}

    def kept(self, key: object) -> Alike:
        """Return what is kept under *key*, from now on if nothing is yet."""
        found = self._lately.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None:
                found = Alike()
            if len(self._lately) >= self._most:
                self._before, self._lately = self._lately, {}
            self._lately[key] = found
        return found


class Kept:
    """What is kept for one plan."""

    def __init__(self, index: PlanIndex) -> None:
        self.patterns = {unit.id: _pattern(index, unit) for unit in index.plan.units if not unit.hidden}
        self._evaluations = Lately(MOST)
        self._runs = Lately(MOST_RUNS)

    def of_run(self, reading: Reading) -> Alike:
        """Return what is kept for runs on the same day that are alike everywhere; for one in which a rule failed, something new."""
        nodes = list(reading.root.walk())
        if any(node.failures for node in nodes):
            return Alike()
        parts = [
            (node.type_name, node.path, tuple([repr(each) if type(each) in NESTED else each for each in node.made_plain()]))
            for node in nodes
        ]
        return self._runs.kept((reading.as_of, reading.provided, *parts))

    def of(self, evaluation: Evaluation, reading: Reading) -> Alike:
        """Return what is kept for evaluations like this one; for one that failed, something new."""
        if evaluation.outcome == FAILED:
            return Alike()
        unit = evaluation.unit.id
        key: object = unit, evaluation.outcome, self.patterns[unit].signature(evaluation.node, reading)
        try:
            return self._evaluations.kept(key)
        except TypeError:  # a list or a table among the values
            return self._evaluations.kept(repr(key))


class Pattern(NamedTuple):
    """
    The places of a run on which everything depends that can be said of a unit on a node.

    Args:
        places: read those of the node itself, of what stands above it, and so on; none where nothing is read there.
        provided: facts that a provider may have given, with how far above they stand.
        on_day: whether the day on which the question is asked matters by itself.
        lists: how far above a list of parts stands, its place among the lists, and what is read of each part.
    """

    places: tuple[Callable[[list[Any]], Any] | None, ...]
    provided: tuple[tuple[int, str], ...]
    on_day: bool
    lists: tuple[tuple[int, int, "Pattern"], ...]

    def signature(self, node: Node, reading: Reading) -> tuple[Any, ...]:
        """Return what stands in those places, in plain form."""
        found: list[Any] = [node.path]
        nodes: list[Node] = []
        where: Node | None = node
        for read in self.places:
            assert where is not None
            nodes.append(where)
            if read is not None:
                found.append(read(where.plain or where.made_plain()))
            where = where.parent
        if self.on_day:
            found.append(reading.as_of)
        if reading.provided:
            found += [(nodes[level].path, name) in reading.provided for level, name in self.provided]
        for level, position, pattern in self.lists:
            found.append(tuple([pattern.signature(part, reading) for part in nodes[level].children[position]]))
        return tuple(found)


class _Places:
    """Gathers the places of one pattern; facts come first in a node's plain form, then its block."""

    def __init__(self, index: PlanIndex, type_name: str) -> None:
        self.index = index
        self.facts: list[int] = []
        name: str | None = type_name
        while name is not None:
            self.facts.append(len(index.types[name].facts))
            name = index.types[name].above
        self.places: list[set[int]] = [set() for _ in self.facts]
        self.provided: set[tuple[int, str]] = set()
        self.on_day = False
        self.lists: list[tuple[int, int, Pattern]] = []

    def unit(self, unit: Unit, level: int) -> None:
        self._slot(level, unit.slot)
        for term in (*(each.term for each in unit.inputs), unit.moved, unit.law_date, unit.task.due if unit.task else None):
            self._term(term, level)
        for tree in trees(unit):
            for leaf in leaves_of(tree):
                self._slot(level, leaf.slot)
                for term in leaf.terms:
                    self._term(term, level)
                first = leaf.terms[0]
                if leaf.test == "condition" and isinstance(first, UnitTerm):
                    self._named(self.index.units[first.id], level + first.level)

    def _named(self, unit: Unit, level: int) -> None:
        """Gather what decided a shared condition; of one on a list of parts, what is read of each."""
        aggregate = unit.aggregate
        if aggregate is None or aggregate.where is None:
            self.unit(unit, level)
            return
        self._slot(level, unit.slot)
        inner = _Places(self.index, self.index.lists[aggregate.list].of)
        inner._term(aggregate.where, 0)
        inner.unit(self.index.units[aggregate.where.id], aggregate.where.level)
        self.lists.append((level, aggregate.list_index, inner.pattern()))

    def _slot(self, level: int, slot: int) -> None:
        self.places[level].add(self.facts[level] + slot)

    def _term(self, term: Term | None, level: int) -> None:
        match term:
            case FactTerm(id=name, level=up, index=position, settled=settled):
                self.places[level + up].add(position)
                if settled is not None:
                    self._slot(level + up, settled)
                    self._term(self.index.units[name].inputs[1].term, level + up)  # what is passed over where it is given
                if self.index.facts[name].provided:
                    self.provided.add((level + up, name))
            case UnitTerm(level=up, slot=slot):
                self._slot(level + up, slot)
            case MovedTerm(of=of):
                self._term(of, level)
            case AsOfTerm() | FigureTerm():
                self.on_day = True

    def pattern(self) -> Pattern:
        reached = max([level for level, places in enumerate(self.places) if places] + [level for level, *_ in self.lists], default=0)
        readers = (_reader(places) for places in self.places[: reached + 1])
        return Pattern(tuple(readers), tuple(sorted(self.provided)), self.on_day, tuple(self.lists))


def _reader(places: Iterable[int]) -> Callable[[list[Any]], Any] | None:
    ordered = sorted(places)
    return itemgetter(*ordered) if ordered else None


def _pattern(index: PlanIndex, unit: Unit) -> Pattern:
    places = _Places(index, unit.type)
    places.unit(unit, 0)
    return places.pattern()
