"""A plan indexed for reading: its parts by id, what each unit reads and what reads it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from rules.engine.plan import FactPlan, FigurePeriod, FigurePlan, ListPlan, Plan, TypePlan, Unit, UnitKind
from rules.engine.terms import ConstantTerm, FactTerm, FigureTerm, MovedTerm, Term, UnitTerm
from rules.engine.trees import leaves_of, trees

D = TypeVar("D")
KEPT_BYTES = 64 * 1024 * 1024


class Operand(NamedTuple):
    """A term that a unit reads; where *slot* is given, only if the leaf whose truth stands there was reached."""

    key: tuple[str, ...]
    term: Term
    slot: int | None


class PlanIndex:
    """
    A plan, indexed once for all the runs that are read with it.

    Attributes:
        plan: it.
        kept_bytes: roughly, what may be kept in memory of what was said of its runs: see `rules.engine.answers.alike`.
    """

    def __init__(self, plan: Plan, *, kept_bytes: int = KEPT_BYTES) -> None:
        self.plan = plan
        self.kept_bytes = kept_bytes
        self._derived: dict[str, Any] = {}
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

    def derived(self, name: str, make: Callable[["PlanIndex"], D]) -> D:
        """Return what *make* makes of this plan, made once; *name* tells it from others."""
        if name not in self._derived:
            self._derived[name] = make(self)
        made: D = self._derived[name]
        return made

    @cached_property
    def order_of_facts(self) -> dict[str, int]:
        """The place of each fact among all, as they are declared."""
        return {each: place for place, each in enumerate(self.facts)}

    @cached_property
    def figure_days(self) -> dict[str, list[date]]:
        """The days from which each figure has another value, by its id, the earliest first."""
        return {name: [date.fromisoformat(each.since) for each in figure.periods] for name, figure in self.figures.items()}

    def period(self, figure: str, day: Any) -> FigurePeriod | None:
        """Return the period of *figure* that covers *day*, ``None`` where none does or the day is not known."""
        if not isinstance(day, date):
            return None
        position = bisect_right(self.figure_days[figure], day)
        return self.figures[figure].periods[position - 1] if position else None

    @cached_property
    def operands(self) -> dict[str, tuple[Operand, ...]]:
        """What each unit reads, by its id: parameters, operands of its leaves and a task's due day, constants left out."""
        return {unit.id: tuple(_operands(unit)) for unit in self.plan.units}

    def passed_over(self, term: FactTerm, origin: str) -> tuple[str, ...]:
        """Return the origins that a fact could have come from after *origin*."""
        possible = ["given"]
        possible += ["provided"] if self.facts[term.id].provided else []
        possible += [] if term.settled is None else ["calculated"]
        return tuple(possible[possible.index(origin) + 1 :]) if origin in possible else ()

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

    @cached_property
    def depending(self) -> dict[str, frozenset[str]]:
        """The units whose result depends on each fact, however far off, by the fact's id."""
        return {each: self._touched({each}) for each in self.facts}

    def _touched(self, touched: set[str]) -> frozenset[str]:
        for unit in self.plan.units:  # in order of evaluation: what a unit reads comes before it
            if any(each in touched for each in ids_read(unit)):
                touched.add(unit.id)
        return frozenset(touched)


def ids_read(unit: Unit) -> Iterator[str]:
    """Yield the ids of the facts, figures and units that a unit reads directly."""
    terms: list[Term] = [each.term for each in unit.inputs]
    days = (unit.task.due,) if unit.task else (unit.document.obtained,) if unit.document else ()
    terms += [each for each in (unit.moved, unit.law_date, unit.when, *unit.doubts, unit.sure, *days) if each is not None]
    if unit.aggregate is not None:
        terms += [each for each in (unit.aggregate.complete, unit.aggregate.where, unit.aggregate.of) if each is not None]
    for tree in trees(unit):
        terms += [term for leaf in leaves_of(tree) for term in leaf.terms]
    for term in terms:
        inner = term.of if isinstance(term, MovedTerm) else term
        if isinstance(inner, FactTerm | UnitTerm | FigureTerm):
            yield inner.id


def _operands(unit: Unit) -> Iterator[Operand]:
    always: list[Term | None] = [*(each.term for each in unit.inputs), unit.moved, unit.when]
    yield from (Operand(_key(term), term, None) for term in always if term is not None)
    for tree in trees(unit):
        for leaf in leaves_of(tree):
            yield from (Operand(_key(term), term, leaf.slot) for term in leaf.terms if not isinstance(term, ConstantTerm))
    if unit.task is not None and unit.task.due is not None:
        yield Operand(_key(unit.task.due), unit.task.due, None)


def _key(term: Term) -> tuple[str, ...]:
    """Return what tells two operands of a unit apart."""
    match term:
        case FactTerm(id=name) | UnitTerm(id=name) | FigureTerm(id=name):
            return (name,)
        case MovedTerm(of=of, periods=moves):
            return (of.id, str(moves))
    return ("",)


def type_of(fact: str) -> str:
    """Return the type of subject that holds a fact, by its id: ``loan`` of ``loan.signed_on``."""
    return fact.partition(".")[0]
