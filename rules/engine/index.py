"""A plan indexed for reading, and the walks over its condition trees."""

from collections.abc import Iterator
from functools import cached_property

from rules.engine.plan import (
    FactPlan,
    FactTerm,
    FigurePlan,
    FigureTerm,
    ListPlan,
    MovedTerm,
    Plan,
    Term,
    TypePlan,
    Unit,
    UnitKind,
    UnitTerm,
)
from rules.engine.trees import leaves_of, trees


class PlanIndex:
    """A plan, indexed once for all the runs that are read with it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.types: dict[str, TypePlan] = {each.name: each for each in plan.types}
        self.units: dict[str, Unit] = {each.id: each for each in plan.units}
        self.facts: dict[str, FactPlan] = {fact.id: fact for each in plan.types for fact in each.facts}
        self.lists: dict[str, ListPlan] = {each.id: each for type_plan in plan.types for each in type_plan.lists}
        self.figures: dict[str, FigurePlan] = {each.id: each for each in plan.figures}
        self.by_type: dict[str, tuple[Unit, ...]] = {
            each.name: tuple(unit for unit in plan.units if unit.type == each.name) for each in plan.types
        }
        self.rules: dict[str, tuple[Unit, ...]] = {
            each.name: tuple(
                unit for unit in plan.units if unit.type == each.name and not unit.hidden and unit.kind is not UnitKind.CONDITION
            )
            for each in plan.types
        }

    @cached_property
    def readers(self) -> dict[str, list[str]]:
        """What reads each fact, figure or unit directly, by id."""
        found: dict[str, list[str]] = {}
        for unit in self.plan.units:
            for needed in dict.fromkeys(ids_read(unit)):
                found.setdefault(needed, []).append(unit.id)
        return found

    @cached_property
    def personal(self) -> frozenset[str]:
        """The facts that are personal, and the units that depend on one."""
        return self._touched({each.id for each in self.facts.values() if each.personal})

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """The facts that are sensitive, and the units that depend on one."""
        return self._touched({each.id for each in self.facts.values() if each.sensitive})

    def _touched(self, touched: set[str]) -> frozenset[str]:
        for unit in self.plan.units:  # in order of evaluation: what a unit reads comes before it
            if any(each in touched for each in ids_read(unit)):
                touched.add(unit.id)
        return frozenset(touched)


def ids_read(unit: Unit) -> Iterator[str]:
    """Yield the ids of the facts, figures and units that a unit reads directly."""
    terms: list[Term] = [each.term for each in unit.inputs]
    terms += [each for each in (unit.moved, unit.law_date, unit.task.due if unit.task else None) if each is not None]
    if unit.aggregate is not None:
        terms += [each for each in (unit.aggregate.complete, unit.aggregate.where, unit.aggregate.of) if each is not None]
    for tree in trees(unit):
        terms += [term for leaf in leaves_of(tree) for term in leaf.terms]
    for term in terms:
        inner = term.of if isinstance(term, MovedTerm) else term
        if isinstance(inner, FactTerm | UnitTerm | FigureTerm):
            yield inner.id
