"""
Drafts: the graph of a rule set before it is ordered. Inputs by name and leaves of conditions are its edges.

Each declaration becomes a draft; so does each shared condition and each aggregate that a condition or an expression
contains, once, however often it is used.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.aggregates import Count, Total, Values
from domain.expressions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Holds,
    Includes,
    Known,
    Moved,
    Named,
    OneOf,
    PartList,
    Present,
    Reached,
    Truth,
    leaves,
)
from domain.facts import Fact
from domain.subjects import Parts, Subject
from domain.today import TodayWithin, YearsSince
from rules.engine.compilation.levels import levels, owner, standing, types_of
from rules.engine.errors import RuleSetError, near, raise_together
from rules.engine.figures import Figure, FigureReference
from rules.engine.plan import UnitKind
from rules.engine.rule import Calculation, Document, Rule, Task


@dataclass(eq=False)
class Draft:
    """A unit to be: *needs* are the drafts it reads; *place* is where it is declared, or the rule that contains it."""

    id: str
    kind: UnitKind
    of: type[Subject]
    declared: Any
    needs: "list[Draft]" = field(default_factory=list)
    inputs: dict[str, Any] = field(default_factory=dict)
    slot: int = -1
    hidden: bool = False
    place: str = ""

    @property
    def where(self) -> str:
        """What messages begin with: the line to look at, and the rule."""
        return self.place if self.hidden or not self.place else f"{self.place}: {self.id}"

    @property
    def holds_value(self) -> bool:
        """Whether its result is a value rather than a truth."""
        return self.kind is UnitKind.CALCULATION


@dataclass(frozen=True, eq=False)
class Settled:
    """A fact that a calculation gives where nobody said or provided it."""

    fact: Fact[Any]
    by: Calculation[Any]


class Graph:
    """
    Every draft of a rule set, by declaration.

    Args:
        root: the subject type that the rule set decides.
        declarations: rules and shared conditions by id; those of other roots are left out.
        figures: the dated figures by name.
    """

    def __init__(self, root: type[Subject], declarations: Mapping[str, Rule | Named], figures: Mapping[str, Figure]) -> None:
        self.root = root
        self.figures = figures
        self.types = types_of(root)
        self.names = {id(each): name for name, each in declarations.items()}
        self.drafts: dict[Any, Draft] = {}
        self._made: list[Draft] = []
        self.calculations: dict[str, list[Calculation[Any]]] = {}
        self.settled: dict[int, Settled] = {}
        mine = {name: each for name, each in declarations.items() if isinstance(each, Rule) and each.of in self.types}
        for name, each in mine.items():
            if isinstance(each, Calculation):
                self.calculations.setdefault(name.rpartition(".")[2], []).append(each)
                self._give(each)
        for each in mine.values():
            self.draft(each)
        problems: list[RuleSetError] = []
        for draft in self._made:  # grows by what each draft needs: a long chain of calculations is no deep recursion
            try:
                draft.needs = list(dict.fromkeys(self._needs(draft)))
                for need in draft.needs:
                    if need.hidden and not need.place:
                        need.place = draft.where
            except RuleSetError as problem:
                problems.append(self.with_reader(problem, draft))
        raise_together(problems)

    def with_reader(self, problem: RuleSetError, draft: Draft) -> RuleSetError:
        """Return *problem* with the rule that reads *draft*, where it names another file: what is shared need not be what is wrong."""
        rule: Draft | None = draft
        while rule is not None and not isinstance(rule.declared, Rule):
            rule = next((each for each in self._made if rule in each.needs), None)
        if rule is None or f"{rule.place}:" in str(problem):
            return problem
        return RuleSetError(problem.problem, f"{problem}; {rule.id} reads it ({rule.place})")

    def _give(self, rule: Calculation[Any]) -> None:
        """Note which fact a calculation gives."""
        if rule.gives is None:
            return
        if not isinstance(rule.gives, Fact) or rule.gives.owner is not rule.of or rule.gives.milestone:
            raise RuleSetError(
                "wrong fact", f"{rule.place}: a calculation gives a fact of its own subject, no milestone; {rule.gives!r} is not"
            )
        if id(rule.gives) in self.settled:
            other = self.settled[id(rule.gives)].by
            raise RuleSetError("given twice", f"{rule.place}: {rule.gives.id} is given at {other.place} too; let one calculation give it")
        self.settled[id(rule.gives)] = Settled(rule.gives, rule)

    def draft(self, declared: Any) -> Draft:
        """Return the draft of a rule, a shared condition or an aggregate, making it at its first use."""
        return self.drafts.get(id(declared)) or self._keep(id(declared), self._new(declared))

    def _keep(self, key: Any, draft: Draft) -> Draft:
        self.drafts[key] = draft
        draft.place = str(getattr(draft.declared, "place", ""))
        self._made.append(draft)
        return draft

    def _new(self, declared: Any) -> Draft:
        name = self.names.get(id(declared))
        match declared:
            case Document():
                return Draft(str(name), UnitKind.DOCUMENT, declared.of, declared)
            case Task():
                return Draft(str(name), UnitKind.TASK, declared.of, declared)
            case Calculation():
                if name is None:
                    raise RuleSetError(
                        "unknown calculation", f"{declared.place}: a calculation is used that no module under rules declares"
                    )
                return Draft(name, UnitKind.CALCULATION, declared.of, declared)
            case Named():
                of = standing(declared.means, self.types, str(declared.place))
                return Draft(name or f"condition at {declared.place}", UnitKind.CONDITION, of, declared)
            case Settled(fact=fact, by=by):
                return Draft(fact.id, UnitKind.CALCULATION, by.of, declared, hidden=True)
            case AnyOf() | AllOf():
                return Draft(self._hidden_id(declared.parts), UnitKind.CONDITION, owner(declared.parts, self.types), declared, hidden=True)
            case Count() | Total() | Values():
                return Draft(
                    self._hidden_id(declared.parts), UnitKind.CALCULATION, owner(declared.parts, self.types), declared, hidden=True
                )
        raise TypeError(f"{type(declared).__name__} makes no unit")

    def _hidden_id(self, parts: PartList) -> str:
        assert isinstance(parts, Parts)
        return f"#{len(self.drafts)}:{parts.id}"

    def _needs(self, draft: Draft) -> Iterator[Draft]:
        match draft.declared:
            case Document(who=who, when=when, doubts=doubts):
                yield from self._needs_of_conditions((who, when, *doubts), draft)
            case Task(shown=shown, closed=closed, counts_to=counts_to):
                yield from self._needs_of_conditions((shown, closed), draft)
                yield from self._needs_of_expression(counts_to, draft)
            case Calculation(expression=None, when=when, doubts=doubts, sure=sure):
                yield from self._needs_of_conditions((when, *doubts, sure), draft)
                draft.inputs = {name: self.resolve(name, draft.declared) for name in draft.declared.parameters}
                for each in draft.inputs.values():
                    yield from self._needs_of_expression(each, draft)
            case Calculation(expression=expression, when=when, doubts=doubts, sure=sure):
                yield from self._needs_of_conditions((when, *doubts, sure), draft)
                yield from self._needs_of_expression(expression, draft)
            case Named(means=means):
                yield from self._needs_of_conditions((means,), draft)
            case Settled(by=by):
                yield self.draft(by)
            case AnyOf() | AllOf() | Count() | Total() | Values():
                yield from self._needs_of_aggregate(draft)
            case Condition():
                yield from self._needs_of_conditions((draft.declared,), draft)

    def _needs_of_aggregate(self, draft: Draft) -> Iterator[Draft]:
        if draft.declared.where is not None:
            yield self.part_condition(draft.declared.parts, draft.declared.where)
        if isinstance(draft.declared, Total | Values):
            yield from self._needs_of_expression(draft.declared.of, draft)

    def part_condition(self, parts: Any, where: Condition) -> Draft:
        """Return the draft of an aggregate's inner condition: it stands on the part's type, unless it has a place of its own."""
        if isinstance(where, Named | AnyOf | AllOf):
            return self.draft(where)
        key = id(where), parts.of
        return self.drafts.get(key) or self._keep(key, Draft(self._hidden_id(parts), UnitKind.CONDITION, parts.of, where, hidden=True))

    def _needs_of_conditions(self, trees: tuple[Condition | None, ...], draft: Draft) -> Iterator[Draft]:
        for leaf in (leaf for tree in trees if tree is not None for leaf in leaves(tree)):
            match leaf:
                case Named() | AnyOf() | AllOf():
                    yield self.draft(leaf)
                case Comparison(left, _, right):
                    yield from self._needs_of_expression(left, draft)
                    yield from self._needs_of_expression(right, draft)
                case OneOf(of) | Includes(of) | Holds(of) | Present(of) | Known(of) | Reached(of):
                    yield from self._needs_of_expression(of, draft)

    def _needs_of_expression(self, expression: object, draft: Draft) -> Iterator[Draft]:
        match expression:
            case Moved(of=inner) | YearsSince(of=inner):
                yield from self._needs_of_expression(inner, draft)
            case TodayWithin(since, until):
                yield from self._needs_of_expression(since, draft)
                yield from self._needs_of_expression(until, draft)
            case Calculation() | Count() | Total() | Values():
                yield self.draft(expression)
            case Truth(of=named):
                yield self.draft(named)
            case Fact() if id(expression) in self.settled:
                yield self.draft(self.settled[id(expression)])
            case FigureReference(name=name) if name not in self.figures:
                said = f"{draft.where}: there is no dated figure {name}; add it under rules/parameters{near(name, self.figures)}"
                raise RuleSetError("unknown figure", said)

    def resolve(self, name: str, rule: Calculation[Any]) -> Any:
        """
        Return what a parameter's name means: a fact, calculation or figure, or ``"as_of"``.

        Raises:
            RuleSetError: nothing has that name, or two things do.
        """
        if name == "as_of":
            return "as_of"
        for level in levels(rule.of):
            found: list[Any] = [each for each in level.facts if each.name == name]
            found += [each for each in self.calculations.get(name, ()) if each.of is level and each is not rule]
            if level is rule.of and name in self.figures:
                found.append(FigureReference(name, Any))
            if len(found) > 1:
                said = " and ".join(self.names.get(id(each), repr(each)) for each in found)
                raise RuleSetError("ambiguous parameter", f"{rule.place}: the parameter {name} may mean {said}; rename one of them")
            if found:
                return found[0]
        if name in self.figures:
            return FigureReference(name, Any)
        above = levels(rule.of)
        known = {each.name for level in above for each in level.facts} | {*self.calculations} | {*self.figures}
        hint = "; a calculation cannot read itself" if name == rule.name else near(name, known - {rule.name})
        raise RuleSetError(
            "unknown fact",
            f"{rule.place}: the parameter {name} is no fact of {' or '.join(level.type_name for level in above)}, "
            f"no calculation on them and no dated figure; check the spelling or declare it{hint}",
        )
