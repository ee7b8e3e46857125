"""The law as its catalogue shows it: every rule, what reads what, the cases of each, and where each thing has its page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from api.commands.catalogue import Graph, RuleCatalogue
from domain.text import Text
from rules.engine.index import PlanIndex
from rules.engine.plan import FactPlan, FigurePlan, Unit
from rules.engine.ruleset import RuleSet
from rules.review.cases import Case

Stated = tuple[Case, Mapping[str, object]]
LONG = 9
"""From how many links on a chain of rules is shown as one."""


@dataclass(frozen=True)
class Law:
    """
    Everything that pages speak of.

    Args:
        rule_sets: by root type.
        cases: of all rules.
    """

    rule_sets: Mapping[str, RuleSet]
    cases: tuple[Case, ...]

    @cached_property
    def catalogue(self) -> RuleCatalogue:
        """Every rule and shared condition."""
        return RuleCatalogue()

    @cached_property
    def graph(self) -> Graph:
        """What reads what."""
        return self.catalogue.graph()

    @cached_property
    def units(self) -> list[tuple[Unit, PlanIndex]]:
        """Every rule and shared condition, by id."""
        return sorted(self.catalogue.units(), key=lambda each: each[0].id)

    @cached_property
    def figures(self) -> dict[str, tuple[FigurePlan, PlanIndex]]:
        """Every dated figure that a rule reads, by id."""
        found = {name: (figure, index) for index in self.catalogue.indexes for name, figure in index.figures.items()}
        return dict(sorted(found.items()))

    @cached_property
    def facts(self) -> dict[str, tuple[FactPlan, PlanIndex]]:
        """Every fact, by id."""
        return {name: (fact, index) for index in self.catalogue.indexes for name, fact in index.facts.items()}

    @cached_property
    def cases_of(self) -> Mapping[str, list[Stated]]:
        """The cases that state something of a rule, by its id, with what they state by part."""
        found: dict[str, list[Stated]] = defaultdict(list)
        for case in self.cases:
            stated: dict[str, dict[str, object]] = defaultdict(dict)
            for key, expected in case.then.items():
                rule, _, part = key.partition("@")
                stated[rule][part] = expected
            for rule, expected_by_part in stated.items():
                found[rule].append((case, expected_by_part))
        return found

    def address(self, name: str) -> str | None:
        """Return where the page of a rule, figure or fact stands below its language."""
        if name in self.graph.reads:
            return f"rules/{name}.html"
        if name in self.figures:
            return f"figures/{name}.html"
        return f"facts.html#{name}" if name in self.facts else None

    def title(self, name: str) -> Text:
        """Return what people call a rule, figure or fact."""
        if name in self.facts:
            return self.facts[name][0].title
        return self.figures[name][0].title if name in self.figures else self.graph.nodes[name].title

    def behind(self, name: str) -> set[str]:
        """Return all that a rule reads, however far away."""
        return self.graph.reach(name, self.graph.reads)

    def around(self, name: str) -> Graph:
        """Return what a rule reads, however far away, and what reads it directly."""
        return self.part({*self.behind(name), *self.graph.read_by().get(name, ())})

    def part(self, names: Iterable[str]) -> Graph:
        """Return the graph of *names* alone."""
        kept, part = set(names), Graph(())
        part.nodes = {each: node for each, node in self.graph.nodes.items() if each in kept}
        part.reads = {each: tuple(item for item in below if item in kept) for each, below in self.graph.reads.items() if each in kept}
        return part

    @cached_property
    def chains(self) -> list[list[str]]:
        """
        The longest chains of rules that read each other, from the first that is evaluated to the last; longest first.

        One for each family of rules, at least ``LONG`` links, none that another shows already.
        """
        longest: dict[str, list[str]] = {}
        for name in self._in_order():
            below = (longest[each] for each in self.graph.reads[name] if each in longest)
            longest[name] = [*max(below, key=len, default=[]), name]
        found: dict[str, list[str]] = {}
        for chain in sorted(longest.values(), key=len, reverse=True):
            family, _, _ = chain[-1].rpartition(".")
            if len(chain) >= LONG and not any(chain[-1] in other for other in found.values()):
                found.setdefault(family, chain)
        return list(found.values())

    @cached_property
    def longest_chain(self) -> list[str]:
        """The longest of all chains."""
        return next(iter(self.chains), [])

    def _in_order(self) -> list[str]:
        return list(dict.fromkeys(unit.id for index in self.catalogue.indexes for unit in index.plan.units if unit.id in self.graph.reads))
