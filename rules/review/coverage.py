"""
Coverage: which rules were never seen to apply, not to apply or to be undetermined, and which conditions never true or false.

Over what: the cases of the tests, of which only what a case states counts, with all that it reads; or recorded decisions, of
which everything counts. A rule changed since counts as another: what was seen of its old text says nothing of the new.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rules.engine.answers.reading import APPLIED, NOT_APPLICABLE, UNDETERMINED, Reading, above
from rules.engine.errors import near
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit, UnitKind
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node
from rules.engine.terms import FactTerm, Leaf, MovedTerm, Term, UnitTerm
from rules.engine.trees import leaves_of, trees
from rules.review.case_checks import BadCase
from rules.review.cases import Case

OUTCOMES = (APPLIED, NOT_APPLICABLE, UNDETERMINED)
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RuleGap:
    """A rule, and the outcomes that it can have and was never seen with."""

    unit: Unit
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeafGap:
    """A condition of a rule, and the truths that it was never seen with."""

    unit: Unit
    leaf: Leaf
    never: tuple[bool, ...]


class Coverage:
    """What was seen of the rules of one plan, run by run."""

    def __init__(self, index: PlanIndex) -> None:
        self.index = index
        self.runs = 0
        self.outcomes: dict[Key, set[str]] = defaultdict(set)
        self.truths: dict[tuple[Key, int], set[object]] = defaultdict(set)

    def add(self, reading: Reading, stated: Iterable[str] | None = None) -> None:
        """
        Count one run.

        Args:
            reading: of this plan or of an earlier version of it.
            stated: the evaluations that count (``rule@part``), with what they read; ``None``: all.
        """
        self.runs += 1
        if stated is None:
            for node in reading.root.walk():
                for unit in reading.index.by_type[node.type_name]:
                    self._see(unit, node, reading)
            return
        wanted, seen = set(stated), set[tuple[str, int]]()
        for each in reading.evaluations():
            if each.key in wanted:
                self._see_with_what_it_reads(each.unit, each.node, reading, seen)

    def _see_with_what_it_reads(self, unit: Unit, node: Node, reading: Reading, seen: set[tuple[str, int]]) -> None:
        waiting = [(unit, node)]
        while waiting:
            unit, node = waiting.pop()
            if (unit.id, id(node)) not in seen:
                seen.add((unit.id, id(node)))
                self._see(unit, node, reading)
                waiting += read_by(unit, node, reading.index)

    def _see(self, unit: Unit, node: Node, reading: Reading) -> None:
        key = key_of(unit)
        if is_rule(unit):
            self.outcomes[key].add(reading.evaluation(unit, node).outcome)
        for number, leaf in enumerate(leaves(unit)):
            self.truths[key, number].add(node.block[leaf.slot])

    @cached_property
    def rules(self) -> tuple[Unit, ...]:
        """The rules that are covered or not."""
        return tuple(unit for unit in self.index.plan.units if is_rule(unit))

    @cached_property
    def conditions(self) -> tuple[tuple[Unit, int, Leaf], ...]:
        """The leaves that are covered or not, each with its place in its rule."""
        return tuple((unit, number, leaf) for unit in self.index.plan.units for number, leaf in enumerate(leaves(unit)))

    def rule_gaps(self) -> list[RuleGap]:
        """Return the rules that were never seen with an outcome that they can have."""
        possible = ((unit, possible_outcomes(unit, self.index) - self.outcomes.get(key_of(unit), set())) for unit in self.rules)
        return [RuleGap(unit, tuple(each for each in OUTCOMES if each in never)) for unit, never in possible if never]

    def leaf_gaps(self) -> list[LeafGap]:
        """Return the conditions that were never seen true, or never false."""
        found = ((unit, leaf, self.truths.get((key_of(unit), number), set())) for unit, number, leaf in self.conditions)
        never = ((unit, leaf, tuple(each for each in (True, False) if each not in seen)) for unit, leaf, seen in found)
        return [LeafGap(*each) for each in never if each[2]]


def over_cases(cases: Iterable[Case], rule_sets: Mapping[str, RuleSet]) -> dict[str, Coverage]:
    """
    Return what *cases* cover of each rule set, by its root type.

    Raises:
        BadCase: a case states something of a rule that there is not.
    """
    found = {name: Coverage(rule_set.index) for name, rule_set in rule_sets.items()}
    for case in cases:
        rule_set = rule_sets[case.subject.type_name]
        for rule in (each.partition("@")[0] for each in case.then):
            if rule not in rule_set.index.units:
                raise BadCase(f"{case.name}: there is no rule {rule}; correct it{near(rule, rule_set.index.units)}")
        run = rule_set.run(case.subject, case.as_of)
        found[case.subject.type_name].add(Reading(rule_set.index, run, case.as_of), case.then)
    return found


def key_of(unit: Unit) -> Key:
    """Return what tells a unit from others and from its own earlier text; what only the engine knows has no name of its own."""
    return (unit.type if unit.hidden else unit.id, unit.version)


def is_rule(unit: Unit) -> bool:
    """Tell whether *unit* is a document, a calculation or a task."""
    return not unit.hidden and unit.kind is not UnitKind.CONDITION


def leaves(unit: Unit) -> list[Leaf]:
    """Return the leaves of a unit, in the order in which they are evaluated."""
    return [leaf for tree in trees(unit) for leaf in leaves_of(tree)]


def read_by(unit: Unit, node: Node, index: PlanIndex) -> Iterator[tuple[Unit, Node]]:
    """Yield the units that *unit* reads on *node*, each with the part it stands on."""
    terms: list[Term] = [each.term for each in unit.inputs]
    terms += [each for each in (unit.moved, unit.when, *unit.doubts, unit.sure, unit.task.due if unit.task else None) if each is not None]
    terms += [term for leaf in leaves(unit) for term in leaf.terms]
    yield from _units(terms, node, index)
    if unit.aggregate is not None:
        below = [each for each in (unit.aggregate.where, unit.aggregate.of) if each is not None]
        for part in node.children[unit.aggregate.list_index]:
            yield from _units(below, part, index)


def _units(terms: Iterable[Term], node: Node, index: PlanIndex) -> Iterator[tuple[Unit, Node]]:
    for term in terms:
        inner = term.of if isinstance(term, MovedTerm) else term
        if isinstance(inner, UnitTerm) or (isinstance(inner, FactTerm) and inner.settled is not None):
            yield index.units[inner.id], above(node, inner.level)


def possible_outcomes(unit: Unit, index: PlanIndex) -> set[str]:
    """Return the outcomes that a rule can have: without a condition it always applies, without a fact it is never undetermined."""
    possible = {APPLIED}
    if unit.condition is not None or unit.when is not None:
        possible.add(NOT_APPLICABLE)
    if any(not index.facts[fact].milestone for fact in facts_behind(unit, index)):
        possible.add(UNDETERMINED)
    return possible


def facts_behind(unit: Unit, index: PlanIndex) -> Iterator[str]:
    """Yield the facts that can leave a unit open; a task's due day cannot, a milestone is absent until it happens."""
    for term in _opening(unit):
        inner = term.of if isinstance(term, MovedTerm) else term
        if isinstance(inner, UnitTerm):
            yield from facts_behind(index.units[inner.id], index)
        elif isinstance(inner, FactTerm):
            yield inner.id


def _opening(unit: Unit) -> Iterator[Term]:
    yield from (term for leaf in leaves(unit) if leaf.test != "known" for term in leaf.terms)
    yield from (each.term for each in unit.inputs)
    yield from (each for each in (unit.moved, unit.when) if each is not None)
    if unit.aggregate is not None:
        yield from (each for each in (unit.aggregate.complete, unit.aggregate.where, unit.aggregate.of) if each is not None)
