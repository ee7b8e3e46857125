"""
Evaluations that are alike: the same rule on the same part, with the same truths and the same values before it.

What is said of one (its trace, its reasons, its span) is said of all, so it is made once and kept with the plan, however many
requests ask. What a rule can say of its grounds and inputs depends on a few places of the run alone; which they are, the plan knows.

The same holds of whole runs, for a file that is asked about again and has not changed: the first of them is kept and read in the place of
the others, once they have run and come out the same.

What is kept holds values of facts, as the process does while it answers: within a bound in bytes, the least used first to go, and never
stored.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from rules.engine.answers.explain import Explanation
from rules.engine.answers.reading import FAILED, Evaluation, Reading
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit
from rules.engine.run import Node
from rules.engine.terms import AsOfTerm, FactTerm, FigureTerm, MovedTerm, Term, UnitTerm
from rules.engine.trees import leaves_of, trees

T = TypeVar("T")
EVALUATION_BYTES, SLOT_BYTES = 3_072, 600
"""What is kept of an evaluation takes, and of a run by each of its values and truths: measured on households whose whole trace is told."""


class Alike(dict[object, Any]):
    """What was made for evaluations or runs that are alike, by whatever name its maker gave it; *weight* counts against the bound."""

    weight = 1

    def once(self, name: object, make: Callable[[], T]) -> T:
        """Return what *make* makes, made once."""
        if name not in self:
            self[name] = make()
        made: T = self[name]
        return made


class AlikeRun(Alike):
    """The first of the runs that are alike, and what was made of it."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading
        self.nodes = tuple(reading.root.walk())
        self.weight = sum(len(each.values) + len(each.block) for each in self.nodes)

    @cached_property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Every rule on every part."""
        return tuple(self.reading.evaluations())

    @cached_property
    def explanation(self) -> Explanation:
        """Why, why not, what is missing."""
        return Explanation(self.reading)

    @cached_property
    def of_evaluations(self) -> dict[int, Alike]:
        """What is kept of its evaluations, by their identity."""
        return {}

    def came_out_as(self, nodes: Sequence[Node]) -> bool:
        """Tell whether another run, on facts that are equal, was on the same ones to the letter and came out the same."""
        pairs = list(zip(self.nodes, nodes, strict=True))
        facts = (pair for one, other in pairs for pair in zip(one.values, other.values, strict=True))
        to_the_letter = all(one is other or repr(one) == repr(other) for one, other in facts)
        return to_the_letter and all(one.block == other.block for one, other in pairs)


K = TypeVar("K", bound=Alike)


class Lately(Generic[K]):
    """What was lately used, up to a weight of *most*, and what was used before that."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._lately: dict[object, K] = {}
        self._before: dict[object, K] = {}

    def get(self, key: object) -> K | None:
        """Return what is kept under *key*."""
        found = self._lately.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: object, made: K) -> K:
        """Keep what was made, unless it is too heavy by itself, and return it."""
        if made.weight <= self._most:
            replaced = self._lately.pop(key, None)
            self._weight += made.weight - (0 if replaced is None else replaced.weight)
            if self._weight > self._most:
                self._before, self._lately, self._weight = self._lately, {}, made.weight
            self._lately[key] = made
        return made


class Kept:
    """What is kept for one plan."""

    def __init__(self, index: PlanIndex) -> None:
        self.patterns = {unit.id: _pattern(index, unit) for unit in index.plan.units if not unit.hidden}
        share = index.kept_bytes // 4  # evaluations and runs, those lately used and those used before them
        self._evaluations = Lately[Alike](share // EVALUATION_BYTES)
        self._runs = Lately[AlikeRun](share // SLOT_BYTES)

    def of_run(self, reading: Reading) -> AlikeRun:
        """Return what is kept for runs on the same day that are alike everywhere; for one in which a rule failed, something new."""
        nodes = list(reading.root.walk())
        if any(node.failures for node in nodes):
            return AlikeRun(reading)
        key: object = (reading.as_of, reading.provided, *[(node.type_name, node.path, node.values) for node in nodes])
        try:
            found = self._runs.get(key)
        except TypeError:  # a list or a table among the facts
            key = repr(key)
            found = self._runs.get(key)
        return found if found is not None and found.came_out_as(nodes) else self._runs.keep(key, AlikeRun(reading))

    def of(self, evaluation: Evaluation, reading: Reading) -> Alike:
        """Return what is kept for evaluations like this one; for one that failed, something new."""
        if evaluation.outcome == FAILED:
            return Alike()
        unit = evaluation.unit.id
        key: object = unit, evaluation.outcome, self.patterns[unit].signature(evaluation.node, reading)
        try:
            found = self._evaluations.get(key)
        except TypeError:  # a list or a table among the values
            key = repr(key)
            found = self._evaluations.get(key)
        return self._evaluations.keep(key, Alike()) if found is None else found


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
        if unit.when is not None:
            self._term(unit.when, level)
            self._named(self.index.units[unit.when.id], level + unit.when.level)
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
