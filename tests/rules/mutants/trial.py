"""Trying a mutant: the rules that it reaches are built anew, alone, and the cases that speak of them are run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from domain.errors import AttenduError
from rules.engine.index import PlanIndex, ids_read
from rules.engine.rule import Document
from rules.engine.ruleset import RuleSet, build
from rules.review.cases import Case
from tests.rules.expected import assert_as_expected
from tests.rules.mutants.mutant import Mutant

FEW = 12
"""How many rules are tried at first: most mutants turn a case of the nearest red."""


@dataclass(frozen=True)
class Ground:
    """One rule set, its cases, and what reads what in it."""

    rules: RuleSet
    cases: tuple[Case, ...]

    @property
    def index(self) -> PlanIndex:
        """The plan, indexed."""
        return self.rules.index

    @cached_property
    def cases_of(self) -> Mapping[str, list[Case]]:
        """The cases that speak of each rule."""
        found: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases:
            for rule in {key.partition("@")[0] for key in case.then}:
                found[rule].append(case)
        return found

    def reached(self, touched: Iterable[str]) -> Iterator[str]:
        """Yield what a change of *touched* reaches, the nearest first."""
        waiting = [each for each in touched if each in self.index.units or each in self.index.figures]
        seen = set(waiting)
        for each in waiting:  # grows by what reads it
            yield each
            new = [reader for reader in self.index.readers.get(each, ()) if reader not in seen]
            seen.update(new)
            waiting += new

    def needed(self, names: Iterable[str]) -> set[str]:
        """Return the declarations that *names* cannot be built without."""
        found, waiting = set[str](), list(names)
        while waiting:
            name = waiting.pop()
            if name in self.index.units and name not in found:
                found.add(name)
                unit = self.index.units[name]
                waiting += [*ids_read(unit), *(unit.task.blocks if unit.task else ()), *(unit.document.covers if unit.document else ())]
        return {each for each in found if each in self.rules.declarations}

    def alone(self, names: Iterable[str]) -> RuleSet:
        """
        Build *names* and what they read, as they stand at this moment.

        Raises:
            AttenduError: they cannot stand.
        """
        needed = self.needed(names)
        declarations = {name: each for name, each in self.rules.declarations.items() if name in needed}
        return build(self.rules.plan.name, self.rules.root, declarations, self.rules.figures, may_ask=self._may_ask)

    def _may_ask(self, name: str, document: Document) -> bool:
        """Tell whether a document stands on the list that it names, as it does in the whole rule set."""
        lowered = self.index.units[name].document
        return lowered is not None and lowered.standing == document.requirement.name

    def is_red(self, rules: list[str]) -> bool:
        """Tell whether a case of *rules* comes out otherwise than it states."""
        wanted = set(rules)
        try:
            alone = self.alone(rules)
            for case in dict.fromkeys(id(case) for rule in rules for case in self.cases_of.get(rule, ())):
                each = self._by_id[case]
                stated = {key: expected for key, expected in each.then.items() if key.partition("@")[0] in wanted}
                assert_as_expected(replace(each, then=stated), alone)
        except (AttenduError, AssertionError):
            return True
        return False

    def red_unchanged(self) -> list[str]:
        """Return the rules that are red alone though nothing is changed: each of their mutants would seem to be killed."""
        return [each for each in self.cases_of if self.is_red([each])]

    @cached_property
    def _by_id(self) -> Mapping[int, Case]:
        return {id(each): each for each in self.cases}


def is_killed(mutant: Mutant, grounds: Iterable[Ground]) -> bool:
    """Tell whether a case turns red, or the rules refuse to be built, while the mutant lives."""
    with mutant.slot.holding(mutant.value):
        for ground in grounds:
            rules = [each for each in ground.reached(mutant.touched) if ground.cases_of.get(each)]
            near, far = rules[:FEW], rules[FEW:]
            if rules and (ground.is_red(near) or (far and ground.is_red(far))):
                return True
    return False
