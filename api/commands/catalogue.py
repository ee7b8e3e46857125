"""The rules as the command line knows them: every rule set's plan, by the id of what it holds, and what reads what."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.commands.errors import RuleUnknown
from domain.text import Text, text
from rules.engine.index import PlanIndex, ids_read
from rules.engine.plan import FactPlan, FigurePlan, SourcePlan, Unit, UnitKind
from rules.engine.rule import Confidence
from rules.headlines import Headline
from rules.library import LISTED_TYPES, OPERATION_TYPES, load_rule_sets

OPERATIONS = {each.type_name for each in OPERATION_TYPES}
LISTED = {each.type_name for each in LISTED_TYPES}
HEADLINES: dict[Text, int] = {each.label: place for place, each in enumerate(Headline)}
SECTIONS: dict[str, Text] = {
    "applicant": text(fr="pièces du demandeur", en="documents of an applicant"),
    "operation": text(fr="pièces d’une opération", en="documents of an operation"),
    "calculation": text(fr="calculs", en="calculations"),
    "task": text(fr="tâches", en="tasks"),
    "condition": text(fr="conditions partagées", en="shared conditions"),
}
LISTS = ("TO_REGISTER", "TO_PROCESS", "UNVERIFIED", "ON_REQUEST", "NEVER")
"""The lists of documents that a caseworker knows, and what must be verified before it is on one of them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A fact, figure, condition or rule: its id, title, and what it is."""

    id: str
    title: Text
    kind: str


class RuleCatalogue:
    """Every rule, condition, fact and figure of every rule set."""

    def __init__(self) -> None:
        self.indexes: tuple[PlanIndex, ...] = tuple(each.index for each in load_rule_sets().values())

    def units(self) -> Iterator[tuple[Unit, PlanIndex]]:
        """Yield what people can name, each once: documents, calculations, tasks and shared conditions."""
        seen = set()
        for index in self.indexes:
            for unit in index.plan.units:
                if not unit.hidden and unit.id not in seen:
                    seen.add(unit.id)
                    yield unit, index

    def input(self, name: str) -> FigurePlan | FactPlan | None:
        """Return the dated figure or the fact *name*, ``None`` where that is neither."""
        for index in self.indexes:
            if name in index.figures or name in index.facts:
                return index.figures.get(name) or index.facts[name]
        return None

    @property
    def sources(self) -> dict[str, SourcePlan]:
        """Every legal text, by its reference."""
        return {name: each for index in self.indexes for name, each in index.plan.sources.items()}

    def unit(self, name: str) -> tuple[Unit, PlanIndex]:
        """
        Return the rule or condition *name*, and the plan it stands in.

        Raises:
            RuleUnknown: there is none; the message names those like it.
        """
        known = {unit.id: (unit, index) for unit, index in self.units()}
        if name in known:
            return known[name]
        if (found := self.input(name)) is not None:
            what = "a dated figure" if isinstance(found, FigurePlan) else "a fact"
            raise RuleUnknown(f"{name} is {what}, and no rule; `attendu rules show {name}` names the rules that read it.")
        last = name.rpartition(".")[2]
        near = [each for each in known if last and last in each][:5]
        said = f"Perhaps {', '.join(near)}?" if near else "`attendu rules list` names them all."
        raise RuleUnknown(f"There is no rule {name}. {said}")

    def graph(self, name: str | None = None) -> "Graph":
        """
        Return what reads what: everything, or only what a rule reads and what reads it.

        Raises:
            RuleUnknown: there is no such rule.
        """
        if name is not None:
            unit, index = self.unit(name)
            return Graph((index,)).around(unit.id)
        return Graph(self.indexes)


class Graph:
    """What reads what. Units that only the engine knows are left out, and what they read stands in their place."""

    def __init__(self, indexes: tuple[PlanIndex, ...]) -> None:
        self.nodes: dict[str, Named] = {}
        self.reads: dict[str, tuple[str, ...]] = {}
        for index in indexes:
            facts = {each.id: Named(each.id, each.title, "fact") for each in index.facts.values()}
            figures = {each.id: Named(each.id, each.title, "figure") for each in index.figures.values()}
            units = {each.id: Named(each.id, each.title, each.kind.value) for each in index.plan.units if not each.hidden}
            self.reads |= {name: tuple(dict.fromkeys(_seen(index, index.units[name]))) for name in units}
            self.nodes |= facts | figures | units
        read = {each for below in self.reads.values() for each in below}
        self.nodes = {name: node for name, node in self.nodes.items() if name in read or name in self.reads}

    def around(self, name: str) -> "Graph":
        """Return the part of the graph that *name* reads or is read by."""
        kept = self.reach(name, self.reads) | self.reach(name, self.read_by())
        part = Graph(())
        part.nodes = {each: node for each, node in self.nodes.items() if each in kept}
        part.reads = {each: tuple(item for item in below if item in kept) for each, below in self.reads.items() if each in kept}
        return part

    def read_by(self) -> dict[str, tuple[str, ...]]:
        """Return what reads each node directly."""
        found: dict[str, list[str]] = {}
        for name, below in self.reads.items():
            for each in below:
                found.setdefault(each, []).append(name)
        return {name: tuple(each) for name, each in found.items()}

    def reach(self, name: str, edges: dict[str, tuple[str, ...]]) -> set[str]:
        """Return *name* and all that *edges* lead to from it."""
        found, waiting = {name}, [name]
        while waiting:
            new = set(edges.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found


def _seen(index: PlanIndex, unit: Unit) -> Iterator[str]:
    for name in ids_read(unit):
        inner = index.units.get(name)
        if inner is not None and inner.hidden and inner is not unit:  # a unit that settles a fact has the fact's id, and reads it
            yield from _seen(index, inner)
        else:
            yield name


def is_rule(unit: Unit) -> bool:
    """Tell whether *unit* is a rule, and not a shared condition."""
    return unit.kind is not UnitKind.CONDITION


def counted(units: Iterable[Unit]) -> Iterator[tuple[Text, int]]:
    """Yield how many *units* there are of each kind, documents of an applicant apart from those of an operation."""
    found = Counter(section_of(unit) for unit in units)
    yield from ((title, found[name]) for name, title in SECTIONS.items() if found[name])


def section_of(unit: Unit) -> str:
    """Return what a rule or shared condition is counted with: its kind; of a document, whose it is."""
    if unit.document is None:
        return unit.kind.value
    return "operation" if unit.type in OPERATIONS else "applicant"


def family_of(unit: Unit) -> Text:
    """Return what the file of a rule or shared condition calls itself; its name, where it says nothing."""
    module, _, _ = unit.place.partition(",")
    name = unit.id.split(".")[1].replace("_", " ")
    title: Text = getattr(sys.modules.get(module), "TITLE", Text(name, name))
    return title


def in_file_order(unit: Unit) -> tuple[str, int]:
    """Return where a rule or shared condition stands, to sort by: its file and line."""
    module, _, line = unit.place.partition(", line ")
    return module, int(line or 0)


def in_headline_order(unit: Unit) -> int:
    """Return where the summary tells the value of a rule, to sort by: as headlines are declared, those that are no headline last."""
    return HEADLINES.get(unit.headline, len(HEADLINES)) if unit.headline is not None else len(HEADLINES) + 1


def list_of(unit: Unit) -> str:
    """
    Return the list on which a document stands for a caseworker: its requirement's, or ``UNVERIFIED``.

    What is derived may be requested; like what is known from memory, it is to be looked up in the list of the law first.
    """
    assert unit.document is not None
    if unit.document.standing == "ON_REQUEST" and unit.confidence == Confidence.DERIVED.name:
        return "UNVERIFIED"
    return unit.document.standing or unit.document.requirement
