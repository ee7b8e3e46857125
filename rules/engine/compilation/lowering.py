"""Lowering: from declarations to the units of the plan. What they read is lowered in ``operands.py``."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import Any

import msgspec

from domain.aggregates import Count, Total, Values
from domain.calendar import Period
from domain.expressions import AllOf, AnyOf, Condition, Moved, Named, Truth, leaves
from domain.facts import Fact
from domain.text import Text
from domain.today import CalendarYear, TodayWithin, YearsSince
from rules.engine.compilation.drafts import Draft, Graph, Settled
from rules.engine.compilation.fingerprint import version_of
from rules.engine.compilation.kinds import choices_of, kind_name
from rules.engine.compilation.operands import Operands
from rules.engine.errors import RuleSetError
from rules.engine.plan import Aggregate, DocumentPlan, Input, TaskPlan, Unit
from rules.engine.rule import Alert, Calculation, Confidence, Document, Requirement, Rule, Task
from rules.engine.terms import And, AsOfTerm, FactTerm, Term, Tree, UnitTerm

MayAsk = Callable[[str, Document], bool]


class Lowering:
    """
    Lowers the drafts of one graph.

    Args:
        graph: the drafts.
        may_ask: tells whether a document, by its id, may be asked for; otherwise it is evaluated and shown, and asks nothing.

    Attributes:
        operands: lowers what units read, and keeps the constants and figures that are used.
    """

    def __init__(self, graph: Graph, may_ask: MayAsk) -> None:
        self.graph = graph
        self.may_ask = may_ask
        self.operands = Operands(graph)
        self.kinds = self.operands.kinds
        self._hidden: dict[str, str] = {}

    def unit(self, draft: Draft) -> Unit:
        """Return *draft* as a unit of the plan, with its version; those that it reads come before it."""
        try:
            unit = self._bare(draft)
        except RuleSetError as problem:
            raise self.graph.with_reader(problem, draft) from problem
        declared = draft.declared
        if isinstance(declared, Rule):
            if not declared.sources:
                raise RuleSetError("missing source", f"{declared.place}: {draft.id} names no legal source; name one from rules/sources")
            unit = msgspec.structs.replace(
                unit,
                title=declared.title,
                sources=tuple(source.name for source in declared.sources),
                confidence=declared.confidence.name,
                since=declared.since and declared.since.isoformat(),
                until=declared.until and declared.until.isoformat(),
                law_date=self._law_date(declared, draft),
                note=declared.note,
                place=str(declared.place),
            )
        version = version_of(unit, declared, self._hidden)
        if unit.hidden:
            self._hidden[unit.id] = version
        return msgspec.structs.replace(unit, version=version)

    def _bare(self, draft: Draft) -> Unit:
        bare = Unit(id=draft.id, kind=draft.kind, type=draft.of.type_name, slot=draft.slot, title=Text("", ""), hidden=draft.hidden)
        slots = count(draft.slot + 1)
        match draft.declared:
            case Document() as document:
                tree = self._joined((document.who, document.when), draft, slots)
                return msgspec.structs.replace(
                    bare, condition=tree, document=self._document(document, draft), doubts=self._doubts(document, draft)
                )
            case Task() as task:
                tree = None if task.shown is None else self.operands.tree(task.shown, draft, slots)
                return msgspec.structs.replace(bare, condition=tree, task=self._task(task, draft, slots))
            case Named(title=title, means=means, place=place, otherwise=otherwise, note=note):
                condition = self.operands.tree(means, draft, slots)
                return msgspec.structs.replace(bare, title=title, otherwise=otherwise, note=note, condition=condition, place=str(place))
            case Calculation() as rule:
                return self._calculation(bare, rule, draft)
            case Settled() as settled:
                return self._settled(bare, settled, draft)
            case AnyOf() | AllOf() | Count() | Total() | Values():
                kind = kind_name(self.kinds.kind(draft.declared)) if draft.holds_value else ""
                return msgspec.structs.replace(bare, aggregate=self._aggregate(draft.declared, draft), value_kind=kind)
        return msgspec.structs.replace(bare, condition=self.operands.tree(draft.declared, draft, slots))

    def _settled(self, bare: Unit, settled: Settled, draft: Draft) -> Unit:
        if self.kinds.kind(settled.by) != settled.fact.kind or (self.kinds.optional(settled.by) and not settled.fact.optional):
            said = f"{settled.by.place}: {settled.fact.id} holds {kind_name(settled.fact.kind)}, which this calculation does not return"
            raise RuleSetError("wrong type", f"{said}; correct its annotation")
        given = FactTerm(settled.fact.id, 0, settled.fact.index)
        inputs = (Input("given", given), Input("calculated", self.operands.term(settled.by, draft)))
        return msgspec.structs.replace(bare, title=settled.fact.title, settles=True, optional=settled.fact.optional, inputs=inputs)

    def _calculation(self, bare: Unit, rule: Calculation[Any], draft: Draft) -> Unit:
        bare = msgspec.structs.replace(
            bare,
            unit=rule.unit,
            value_kind=kind_name(self.kinds.kind(rule)),
            choices=choices_of(self.kinds.kind(rule)),
            optional=self.kinds.optional(rule),
            headline=rule.headline,
            when=self._shared(rule.when, draft),
            doubts=self._doubts(rule, draft),
            sure=self._shared(rule.sure, draft),
        )
        match rule.expression:
            case None:
                inputs = tuple(Input(name, self._input(name, each, rule, draft)) for name, each in draft.inputs.items())
                return msgspec.structs.replace(bare, inputs=inputs)
            case Moved() as moved:
                return msgspec.structs.replace(bare, moved=self.operands.moved(moved, draft))
            case YearsSince(of):
                return msgspec.structs.replace(bare, elapsed=True, inputs=self._today(rule, draft, since=of))
            case CalendarYear(back):
                return msgspec.structs.replace(bare, turns=f"year-{back}", inputs=self._today(rule, draft))
            case TodayWithin(since, until):
                return msgspec.structs.replace(bare, turns="within", inputs=self._today(rule, draft, since=since, until=until))
            case Count() | Total() | Values() | Truth() as read:
                return msgspec.structs.replace(bare, inputs=(Input("value", self.operands.term(read, draft)),))
        raise RuleSetError(
            "bad expression",
            f"{rule.place}: derive a calculation from a moved date, the years since one, a calendar year, today within two days, "
            "a count, a total, a list of values or the truth of a condition",
        )

    def _shared(self, named: Named | None, draft: Draft) -> UnitTerm | None:
        return None if named is None else self.operands.unit(self.graph.draft(named), draft)

    def _doubts(self, rule: Document | Calculation[Any], draft: Draft) -> tuple[UnitTerm, ...]:
        return tuple(self.operands.unit(self.graph.draft(each), draft) for each in rule.doubts)

    def _today(self, rule: Calculation[Any], draft: Draft, **days: Any) -> tuple[Input, ...]:
        """Return the inputs of what is made of the day: the days it is held against, then the day."""
        for day in days.values():
            self.kinds.check_day(day, rule.place)
        return (*(Input(name, self.operands.term(day, draft)) for name, day in days.items()), Input("as_of", AsOfTerm()))

    def _input(self, name: str, found: Any, rule: Calculation[Any], draft: Draft) -> Term:
        if isinstance(found, str):
            return AsOfTerm()
        self.kinds.check_input(name, found, rule)
        return self.operands.term(found, draft)

    def _task(self, task: Task, draft: Draft, slots: Iterator[int]) -> TaskPlan:
        return TaskPlan(
            closed=self.operands.tree(task.closed, draft, slots),
            stage=self._stage(task, draft),
            due=None if task.counts_to is None else self.operands.moved(task.counts_to, draft),
            shown_from=_pair(task.shown_from),
            moderate=_pair(task.alerts.get(Alert.MODERATE)),
            critical=_pair(task.alerts.get(Alert.CRITICAL)),
            delay_confidence=task.delay_confidence.name,
            alerts_confidence=task.alerts_confidence.name,
            blocks=task.blocks,
            asks_for=tuple(each.id for each in task.asks_for),
        )

    def _stage(self, task: Task, draft: Draft) -> Tree | None:
        """Return a task's stage with the slots that it has in the task's condition, where what displays the task stands before it."""
        if task.open_while is None:
            return None
        before = 0 if task.display is None else sum(1 for _ in leaves(task.display))
        return self.operands.tree(task.open_while, draft, count(draft.slot + 1 + before))

    def _document(self, document: Document, draft: Draft) -> DocumentPlan:
        standing = self._standing(document, draft.id)
        return DocumentPlan(
            requirement=document.requirement.name,
            asked=standing in {"TO_REGISTER", "TO_PROCESS"},
            standing=standing,
            alternatives=document.alternatives,
            number=document.number,
            period=document.period,
            obtained=None if document.obtained is None else self.operands.day(document.obtained, draft),
            made_then=document.made_then,
            covers=document.covers,
        )

    def _standing(self, document: Document, name: str) -> str:
        """
        Return the list on which a document stands for now.

        What is derived stands on every list that was found, which do not say alike how it is asked for: it may be requested, and nothing
        is refused for lack of it. Where no list was found that names it, it is asked for in no way before it is verified.
        """
        if document.requirement is Requirement.NEVER or self.may_ask(name, document):
            return document.requirement.name
        return Requirement.ON_REQUEST.name if document.confidence is Confidence.DERIVED else "UNVERIFIED"

    def _aggregate(self, declared: Any, draft: Draft) -> Aggregate:
        makes = {AnyOf: "any", AllOf: "all", Count: "count", Total: "total", Values: "values"}
        parts = declared.parts
        if isinstance(declared, Total | Values):
            self.kinds.check_aggregate(declared, draft)
        inner = None if declared.where is None else self.graph.part_condition(parts, declared.where)
        below = Draft(draft.id, draft.kind, parts.of, None, place=draft.place)
        return Aggregate(
            make=makes[type(declared)],
            list=parts.id,
            list_index=parts.index,
            complete=self.operands.fact(parts.complete, draft),
            where=None if inner is None else UnitTerm(inner.id, self.operands.level(inner.of, below), inner.slot),
            of=self.operands.term(declared.of, below) if isinstance(declared, Total | Values) else None,
        )

    def _joined(self, trees: tuple[Condition | None, ...], draft: Draft, slots: Iterator[int]) -> Tree | None:
        lowered = tuple(self.operands.tree(tree, draft, slots) for tree in trees if tree is not None)
        if len(lowered) < 2:
            return lowered[0] if lowered else None
        return And(lowered)

    def _law_date(self, rule: Rule, draft: Draft) -> FactTerm | None:
        if rule.law_date is None:
            return None
        if not isinstance(rule.law_date, Fact) or rule.law_date.kind is not date:
            raise RuleSetError("wrong type", f"{rule.place}: the law date of {draft.id} is not a fact that holds a day; name one")
        return self.operands.fact(rule.law_date, draft)


def is_sourced(_name: str, document: Document) -> bool:
    """Tell whether a text was found that lists the document."""
    return document.confidence is Confidence.SOURCED


def _pair(period: Period | None) -> tuple[int, int] | None:
    return None if period is None else (period.months, period.days)
