"""
A rule set: declarations gathered, checked, ordered and compiled once; then run as often as there are questions.

    build(...)  →  RuleSet  →  run(subject, as_of)  →  Node (the blocks of every part)
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, get_args, get_origin

from cachetools import LRUCache

from domain.calendar import Period, held_between
from domain.expressions import Named
from domain.facts import Fact
from domain.subjects import Subject, facts_by_id
from domain.today import CalendarYear, TodayWithin, YearsSince
from domain.values import neutral
from rules.engine.ages import age
from rules.engine.compilation.checks import check
from rules.engine.compilation.compiler import CompiledSegment, Compiler
from rules.engine.compilation.drafts import Draft, Graph
from rules.engine.compilation.emission import EnvironmentKey
from rules.engine.compilation.kinds import choices_of, kind_name
from rules.engine.compilation.lowering import Lowering, MayAsk, is_sourced
from rules.engine.compilation.order import ordered_segments
from rules.engine.errors import RuleSetError
from rules.engine.figures import Figure
from rules.engine.index import PlanIndex
from rules.engine.plan import FactPlan, FigurePeriod, FigurePlan, ListPlan, Plan, Segment, SourcePlan, TypePlan
from rules.engine.rule import Calculation, Rule
from rules.engine.run import Node, as_day, day_before_which, figure_on, has_large_frame, in_force, with_room

Declarations = Mapping[str, Rule | Named]


@dataclass(frozen=True)
class RuleSet:
    """
    A compiled rule set for one root type.

    Attributes:
        plan: the rule set as data.
        root: the subject type it decides.
        declarations: its rules and shared conditions by id, for the reference interpreter and the catalogue.
        figures: the live dated figures.
    """

    plan: Plan
    root: type[Subject]
    declarations: Declarations
    figures: Mapping[str, Figure]
    segments: tuple[CompiledSegment, ...]
    environment_keys: tuple[EnvironmentKey, ...]
    _environments: LRUCache[date, list[Any]] = field(default_factory=lambda: LRUCache(maxsize=64))

    @cached_property
    def index(self) -> PlanIndex:
        """The plan, indexed for reading."""
        return PlanIndex(self.plan)

    @cached_property
    def facts(self) -> Mapping[str, Fact[Any]]:
        """The facts of the subject and of its parts, by id."""
        return facts_by_id(self.root)

    def run(self, subject: Subject, as_of: date) -> Node:
        """Evaluate every rule on *subject* and its parts, with *as_of* as today; pure, and never raises for what a rule does."""
        run = _run_with_room if self._needs_room else _run
        return run(self.segments, subject, self.environment(as_of))

    @cached_property
    def _needs_room(self) -> bool:
        return any(has_large_frame(each.function) for each in self.segments)

    def environment(self, as_of: date) -> list[Any]:
        """Return what depends on the day alone: figures, thresholds, and which rules are in force."""
        known = self._environments.get(as_of)
        if known is None:
            known = self._environments[as_of] = [self._today(key, as_of) for key in self.environment_keys]
        return known

    def _today(self, key: EnvironmentKey, as_of: date) -> Any:
        match key:
            case ("figure", name):
                return figure_on(self.figures[name], as_of)
            case ("before", periods, reached):
                return day_before_which(as_of, tuple(Period(*each) for each in periods), reached=reached)
            case ("in_force", since, until):
                return in_force(as_day(since), as_day(until), as_of)
        return as_of


def _run(segments: Iterable[CompiledSegment], subject: Subject, environment: list[Any]) -> Node:
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    root = Node.of(subject, None, nodes)
    for segment in segments:
        segment.function(nodes[segment.type_name], environment)
    return root


_run_with_room = with_room(_run)


def build(
    name: str, root: type[Subject], declarations: Declarations, figures: Mapping[str, Figure], *, may_ask: MayAsk = is_sourced
) -> RuleSet:
    """
    Build the rule set of *root*.

    Args:
        name: the rule set's name, as spans and records call it.
        root: the subject type it decides.
        declarations: rules and shared conditions by id; those of other roots are left out.
        figures: dated figures by name.
        may_ask: tells whether a document, by its id, may be asked for; if not said: only what is sourced may.

    Raises:
        RuleSetError: something cannot stand; the message says where and what to do.
    """
    graph = Graph(root, declarations, figures)
    drafts = list(graph.drafts.values())
    check(graph, drafts)
    ordered = ordered_segments(drafts, graph.types)
    lowering = Lowering(graph, may_ask)
    units = {draft.id: lowering.unit(draft) for segment in ordered for draft in segment.drafts}
    segments = tuple(
        Segment(each.of.type_name, tuple(draft.id for draft in each.drafts), each.start, each.truths, each.end) for each in ordered
    )
    widths = {each.type: each.end for each in segments}
    plan = Plan(
        name=name,
        root=root.type_name,
        types=tuple(_type_plan(each, widths.get(each.type_name, 0)) for each in graph.types),
        units=tuple(units.values()),
        segments=segments,
        figures=tuple(_figure_plan(figures[each]) for each in lowering.operands.figures),
        sources=_sources(drafts, [figures[each] for each in lowering.operands.figures]),
    )
    compiler = Compiler(
        units=units,
        constants=lowering.operands.constants,
        functions={draft.id: function for draft in drafts if (function := _function(draft)) is not None},
        kinds={draft.id: kind for draft in drafts if (kind := _result_kind(draft)) is not None},
        optional=frozenset(fact.id for each in graph.types for fact in each.facts if fact.optional)
        | frozenset(each.id for each in units.values() if each.optional),
        collections=frozenset(fact.id for each in graph.types for fact in each.facts if get_origin(fact.kind) is not None),
        names={f"dated_{each}": figures[each] for each in lowering.operands.figures},
    )
    compiled = tuple(compiler.compile(segments))
    return RuleSet(plan, root, declarations, figures, compiled, tuple(compiler.environment))


def _function(draft: Draft) -> Callable[..., Any] | None:
    """Return the Python function of a calculation that has one."""
    match getattr(draft.declared, "expression", None):
        case YearsSince():
            return age
        case CalendarYear(back):
            return lambda as_of: as_of.year - back
        case TodayWithin():
            return held_between
    return getattr(draft.declared, "function", None)


def _result_kind(draft: Draft) -> tuple[type, bool] | None:
    """Return the class that a calculation's function must return, and whether it may return ``None``."""
    declared = draft.declared
    if not isinstance(declared, Calculation) or declared.function is None:
        return None
    options = [each for each in get_args(declared.result) if each is not type(None)]
    optional = type(None) in get_args(declared.result)
    kind = options[0] if optional else declared.result
    origin = get_origin(kind) or kind
    return (origin, optional) if isinstance(origin, type) else None


def _type_plan(of: type[Subject], width: int) -> TypePlan:
    return TypePlan(
        name=of.type_name,
        title=of.title,
        facts=tuple(_fact_plan(each) for each in of.facts),
        lists=tuple(ListPlan(each.id, each.name, each.title, each.of.type_name) for each in of.lists),
        above=None if of.above is None else of.above.owner.type_name,
        width=width,
    )


def _fact_plan(fact: Fact[Any]) -> FactPlan:
    choices = choices_of(fact.kind)
    kind = "choice" if choices and not get_args(fact.kind) else kind_name(fact.kind)
    return FactPlan(
        id=fact.id,
        title=fact.title,
        kind=kind,
        unit=fact.unit,
        optional=fact.optional,
        personal=fact.personal,
        sensitive=fact.sensitive,
        provided=fact.provided,
        milestone=fact.milestone,
        step=fact.step,
        choices=choices,
        hint=fact.hint,
    )


def _figure_plan(figure: Figure) -> FigurePlan:
    periods = tuple(
        FigurePeriod(
            each.since.isoformat(),
            neutral(each.value),
            each.source.name,
            each.confidence.name,
            each.dated,
            None if each.sure_until is None else each.sure_until.isoformat(),
        )
        for each in figure.periods
    )
    return FigurePlan(figure.name, figure.title, figure.kind, figure.unit, periods)


def _sources(drafts: list[Draft], figures: list[Figure]) -> dict[str, SourcePlan]:
    named = [source for draft in drafts if isinstance(draft.declared, Rule) for source in draft.declared.sources]
    named += [period.source for figure in figures for period in figure.periods]
    found: dict[str, SourcePlan] = {}
    for each in named:
        kinds = tuple(kind.name for kind in each.kinds)
        plan = SourcePlan(each.reference, each.title, each.address, each.version, each.caveat, kinds)
        if found.setdefault(each.name, plan) != plan:
            raise RuleSetError("two sources", f"{each.name} is cited with two titles, addresses or versions; give it one of each")
    return found
