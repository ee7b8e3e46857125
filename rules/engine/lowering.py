"""
Lowering: from declarations to the plan's data, every operand resolved to a fact, slot, figure or constant.

Types and units are checked here, where both sides of a comparison are known.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec

from domain.calendar import Period
from domain.expressions import (
    All,
    AllOf,
    AnyOf,
    AnyTrue,
    Comparison,
    Condition,
    Count,
    Expression,
    Holds,
    Includes,
    Known,
    Moved,
    Named,
    Not,
    OneOf,
    Present,
    Reached,
    Total,
    Values,
    YearsSince,
)
from domain.facts import Fact, Holder
from domain.text import Choice, Text
from domain.values import neutral
from rules.engine.drafts import Draft, Graph, Settled, levels
from rules.engine.errors import RuleSetError
from rules.engine.figures import FigureReference
from rules.engine.fingerprint import version_of
from rules.engine.kinds import Kinds, choices_of, kind_name, said
from rules.engine.plan import (
    Aggregate,
    And,
    AsOfTerm,
    ConstantTerm,
    DocumentPlan,
    FactTerm,
    FigureTerm,
    Input,
    Leaf,
    MovedTerm,
    Negation,
    Or,
    TaskPlan,
    Term,
    Tree,
    Unit,
    UnitTerm,
)
from rules.engine.rule import Alert, Calculation, Confidence, Document, Requirement, Rule, Task

MayAsk = Callable[[str, Document], bool]


class Lowering:
    """
    Lowers the drafts of one graph.

    Args:
        graph: the drafts.
        may_ask: tells whether a document, by its id, may be asked for; otherwise it is evaluated and shown, and asks nothing.

    Attributes:
        constants: the live values that conditions compare with, in the order of their index.
        figures: the names of the figures that are used, in the order of their index.
    """

    def __init__(self, graph: Graph, may_ask: MayAsk) -> None:
        self.graph = graph
        self.may_ask = may_ask
        self.kinds = Kinds(graph.figures)
        self.constants: list[Any] = []
        self._indexes: dict[tuple[type, str], int] = {}
        self.figures: list[str] = []

    def unit(self, draft: Draft) -> Unit:
        """Return *draft* as a unit of the plan, with its version."""
        unit = self._bare(draft)
        declared = draft.declared
        if isinstance(declared, Rule):
            if not declared.sources:
                raise RuleSetError("missing source", f"{declared.place}: {draft.id} names no legal source; name one from rules/sources")
            unit = msgspec.structs.replace(
                unit,
                title=declared.title,
                sources=tuple(source.reference for source in declared.sources),
                confidence=declared.confidence.name,
                since=declared.since and declared.since.isoformat(),
                until=declared.until and declared.until.isoformat(),
                law_date=self._law_date(declared, draft),
                note=declared.note,
                place=str(declared.place),
            )
        return msgspec.structs.replace(unit, version=version_of(unit, declared))

    def _bare(self, draft: Draft) -> Unit:
        bare = Unit(id=draft.id, kind=draft.kind, type=draft.of.type_name, slot=draft.slot, title=Text("", ""), hidden=draft.hidden)
        slots = iter(range(draft.slot + 1, draft.slot + 1_000_000))
        match draft.declared:
            case Document() as document:
                tree = self._joined((document.who, document.when), draft, slots)
                return msgspec.structs.replace(bare, condition=tree, document=self._document(document, draft.id))
            case Task() as task:
                tree = self._joined((task.who, task.display), draft, slots)
                closed = self.tree(task.closed, draft, slots)
                return msgspec.structs.replace(bare, condition=tree, task=self._task(task, closed, draft))
            case Named(title=title, means=means, place=place, otherwise=otherwise):
                condition = self.tree(means, draft, slots)
                return msgspec.structs.replace(bare, title=title, otherwise=otherwise, condition=condition, place=str(place))
            case Calculation() as rule:
                return self._calculation(bare, rule, draft)
            case Settled() as settled:
                return self._settled(bare, settled, draft)
            case AnyOf() | AllOf() | Count() | Total() | Values():
                kind = kind_name(self.kinds.kind(draft.declared)) if draft.holds_value else ""
                return msgspec.structs.replace(bare, aggregate=self._aggregate(draft.declared, draft), value_kind=kind)
        return msgspec.structs.replace(bare, condition=self.tree(draft.declared, draft, slots))

    def _settled(self, bare: Unit, settled: Settled, draft: Draft) -> Unit:
        if self.kinds.kind(settled.by) != settled.fact.kind or (self.kinds.optional(settled.by) and not settled.fact.optional):
            said = f"{settled.by.place}: {settled.fact.id} holds {kind_name(settled.fact.kind)}, which this calculation does not return"
            raise RuleSetError("wrong type", f"{said}; correct its annotation")
        given = FactTerm(settled.fact.id, 0, settled.fact.index)
        inputs = (Input("given", given), Input("calculated", self.term(settled.by, draft)))
        return msgspec.structs.replace(bare, title=settled.fact.title, settles=True, optional=settled.fact.optional, inputs=inputs)

    def _calculation(self, bare: Unit, rule: Calculation[Any], draft: Draft) -> Unit:
        bare = msgspec.structs.replace(
            bare,
            unit=rule.unit,
            value_kind=kind_name(self.kinds.kind(rule)),
            choices=choices_of(self.kinds.kind(rule)),
            optional=self.kinds.optional(rule),
        )
        match rule.expression:
            case None:
                inputs = tuple(Input(name, self._input(name, each, rule, draft)) for name, each in draft.inputs.items())
                return msgspec.structs.replace(bare, inputs=inputs)
            case Moved() as moved:
                return msgspec.structs.replace(bare, moved=self.moved(moved, draft))
            case YearsSince(of):
                self.kinds.check_day(of, rule.place)
                return msgspec.structs.replace(
                    bare, elapsed=True, inputs=(Input("since", self.term(of, draft)), Input("as_of", AsOfTerm()))
                )
            case Count() | Total() | Values() as aggregate:
                return msgspec.structs.replace(bare, inputs=(Input("value", self.term(aggregate, draft)),))
        raise RuleSetError(
            "bad expression",
            f"{rule.place}: derive a calculation from a moved date, the years since one, a count, a total or a list of values",
        )

    def _input(self, name: str, found: Any, rule: Calculation[Any], draft: Draft) -> Term:
        if isinstance(found, str):
            return AsOfTerm()
        self.kinds.check_input(name, found, rule)
        return self.term(found, draft)

    def _task(self, task: Task, closed: Tree, draft: Draft) -> TaskPlan:
        return TaskPlan(
            closed=closed,
            due=None if task.counts_to is None else self.moved(task.counts_to, draft),
            shown_from=_pair(task.shown_from),
            moderate=_pair(task.alerts.get(Alert.MODERATE)),
            critical=_pair(task.alerts.get(Alert.CRITICAL)),
            delay_confidence=task.delay_confidence.name,
            alerts_confidence=task.alerts_confidence.name,
            blocks=task.blocks,
        )

    def _document(self, document: Document, name: str) -> DocumentPlan:
        asked = document.requirement in {Requirement.TO_REGISTER, Requirement.TO_PROCESS} and self.may_ask(name, document)
        return DocumentPlan(document.requirement.name, asked, document.alternatives, document.number, document.period)

    def _aggregate(self, declared: Any, draft: Draft) -> Aggregate:
        makes = {AnyOf: "any", AllOf: "all", Count: "count", Total: "total", Values: "values"}
        parts = declared.parts
        if isinstance(declared, Total | Values):
            self.kinds.check_aggregate(declared, draft)
        inner = None if declared.where is None else self.graph.part_condition(parts, declared.where)
        below = Draft(draft.id, draft.kind, parts.of, None)
        return Aggregate(
            make=makes[type(declared)],
            list=parts.id,
            list_index=parts.index,
            complete=self._fact(parts.complete, draft),
            where=None if inner is None else UnitTerm(inner.id, self._level(inner.of, below), inner.slot),
            of=self.term(declared.of, below) if isinstance(declared, Total | Values) else None,
        )

    def _joined(self, trees: tuple[Condition | None, ...], draft: Draft, slots: Iterator[int]) -> Tree | None:
        lowered = tuple(self.tree(tree, draft, slots) for tree in trees if tree is not None)
        if len(lowered) < 2:
            return lowered[0] if lowered else None
        return And(lowered)

    def tree(self, tree: Condition, draft: Draft, slots: Iterator[int]) -> Tree:
        """Lower a condition; leaves take their slots from left to right."""
        match tree:
            case All(items):
                return And(tuple(self.tree(item, draft, slots) for item in items))
            case AnyTrue(items):
                return Or(tuple(self.tree(item, draft, slots) for item in items))
            case Not(item):
                return Negation(self.tree(item, draft, slots))
        return self._leaf(tree, draft, next(slots))

    def _leaf(self, leaf: Condition, draft: Draft, slot: int) -> Leaf:
        match leaf:
            case Comparison(left, operator, right):
                self.kinds.check_comparison(left, right, draft)
                return Leaf(slot, operator.value, (self.term(left, draft), self.term(right, draft)))
            case OneOf(of, values):
                for value in values:
                    self.kinds.check_comparison(of, value, draft)
                return Leaf(slot, "one_of", (self.term(of, draft), *(self.term(value, draft) for value in values)))
            case Includes(of, values):
                self.kinds.check_element(of, values, draft)
                return Leaf(slot, "includes", (self.term(of, draft), *(self.term(value, draft) for value in values)))
            case Reached(of, after):
                return Leaf(slot, "passed" if after else "reached", (self.moved(of, draft),))
            case Holds(of):
                return Leaf(slot, "holds", (self.term(of, draft),))
            case Present(of):
                return Leaf(slot, "present", (self.term(of, draft),))
            case Known(of):
                return Leaf(slot, "known", (self.term(of, draft),))
        return Leaf(slot, "condition", (self._unit_term(self.graph.draft(leaf), draft),))

    def term(self, value: Any, draft: Draft) -> Term:
        """Lower an operand."""
        match value:
            case Fact():
                return self._fact(value, draft)
            case Calculation() | Count() | Total() | Values():
                return self._unit_term(self.graph.draft(value), draft)
            case FigureReference(name=name):
                if name not in self.figures:
                    self.figures.append(name)
                return FigureTerm(name, self.figures.index(name))
            case Moved():
                return self.moved(value, draft)
            case Expression():
                raise RuleSetError(
                    "bad expression", f"{draft.id}: {said(value)} cannot stand here; derive a calculation from it and read that"
                )
        return ConstantTerm(self._constant(value), neutral(value), value.label if isinstance(value, Choice) else None)

    def _constant(self, value: Any) -> int:
        """Return the index of a live value; what many rules compare with is kept once."""
        key = type(value), repr(value)
        if key not in self._indexes:
            self._indexes[key] = len(self.constants)
            self.constants.append(value)
        return self._indexes[key]

    def moved(self, value: Any, draft: Draft) -> MovedTerm:
        """Lower a date: a fact or calculation moved by no, one or several periods."""
        periods: list[tuple[int, int]] = []
        while isinstance(value, Moved):
            periods.insert(0, (value.period.months, value.period.days))
            value = value.of
        inner = self.term(value, draft)
        if self.kinds.kind(value) is not date or not isinstance(inner, FactTerm | UnitTerm):
            raise RuleSetError("wrong type", f"{draft.id}: {said(value)} is not a day; only a day can be moved, reached or counted to")
        return MovedTerm(inner, tuple(periods))

    def _fact(self, fact: Fact[Any], draft: Draft) -> FactTerm:
        settled = self.graph.settled.get(id(fact))
        slot = None if settled is None else self.graph.draft(settled).slot
        return FactTerm(fact.id, self._level(fact.owner, draft, fact.id), fact.index, slot)

    def _unit_term(self, other: Draft, draft: Draft) -> UnitTerm:
        return UnitTerm(other.id, self._level(other.of, draft, other.id), other.slot)

    def _level(self, of: type[Holder], draft: Draft, what: str = "a part") -> int:
        level = next((number for number, each in enumerate(levels(draft.of)) if each is of), None)
        if level is None:
            where = getattr(draft.declared, "place", draft.id)
            remedy = "read a part through any_of, all_of, count or total"
            raise RuleSetError("wrong subject", f"{where}: {what} is neither a fact of {draft.of.type_name} nor above it; {remedy}")
        return level

    def _law_date(self, rule: Rule, draft: Draft) -> FactTerm | None:
        if rule.law_date is None:
            return None
        if not isinstance(rule.law_date, Fact) or rule.law_date.kind is not date:
            raise RuleSetError("wrong type", f"{rule.place}: the law date of {draft.id} is not a fact that holds a day; name one")
        return self._fact(rule.law_date, draft)


def is_sourced(_name: str, document: Document) -> bool:
    """Tell whether a text was found that lists the document."""
    return document.confidence is Confidence.SOURCED


def _pair(period: Period | None) -> tuple[int, int] | None:
    return None if period is None else (period.months, period.days)
