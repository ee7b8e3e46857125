"""Which tasks are about a planned day itself, as they hold it against another and so ask for a decision now; and which days hang on one."""

from collections.abc import Collection, Iterator

from rules.engine.answers.days_told import absent_days
from rules.engine.answers.reading import Evaluation, Reading, above
from rules.engine.index import PlanIndex, ids_read
from rules.engine.language.orders import OPPOSITES
from rules.engine.plan import FactPlan, Unit, UnitKind
from rules.engine.run import Node, Outcome
from rules.engine.terms import And, FactTerm, Leaf, MovedTerm, Or, Term, Tree, UnitTerm
from rules.engine.trees import leaves_of, trees


def planned_day(index: PlanIndex, unit: Unit) -> Term | None:
    """Return the planned day that a task may call into question: its due day, where it or a condition it names compares that day."""
    due = None if unit.task is None or unit.task.due is None or unit.task.due.periods else unit.task.due.of
    return due if isinstance(due, FactTerm) and due.id in set(_compared(index, unit)) else None


def questioned_day(index: PlanIndex, evaluation: Evaluation) -> Term | None:
    """Return the planned day that an alert calls into question: one that should be later, or earlier, than another and is not."""
    alerted = evaluation.output in {Outcome.MODERATE, Outcome.CRITICAL, Outcome.MISSED}
    return planned_day(index, evaluation.unit) if alerted else None


def days_lacking(reading: Reading, tree: Tree | None, node: Node) -> list[list[tuple[FactPlan, str]]]:
    """Return the days that *tree* cannot hold without, each with its part, several together where one of them is enough."""
    match tree:
        case Leaf(test="condition", terms=(UnitTerm() as term,)):
            return days_lacking(reading, reading.index.units[term.id].condition, above(node, term.level))
        case Leaf(test="reached" | "passed" | ">" | ">=", terms=terms):
            return [[day] for each in terms for day in absent_days(reading, each, node)]
        case And(found):
            return [each for item in found for each in days_lacking(reading, item, node)]
        case Or(found):
            choices = [days_lacking(reading, item, node) for item in found]
            return [[day for choice in choices for days in choice for day in days]] if all(choices) else []
    return []


def deeds_lacking(reading: Reading, evaluation: Evaluation) -> set[str]:
    """Return the days that have not come and without which a planned day cannot hold: once a task that closes with one is done, it may."""
    lacking = days_lacking(reading, evaluation.unit.task.closed if evaluation.unit.task else None, evaluation.node)
    return {fact.id for days in lacking for fact, _ in days}


def hangs_on(reading: Reading, term: Term, node: Node, planned: Collection[str]) -> bool:
    """Tell whether a day is one of these planned days, or a value that reads one: itself, or through what it repeats or is moved from."""
    if isinstance(term, FactTerm):
        giving = giving_of(reading, term, node)
        return term.id in planned or (giving is not None and hangs_on(reading, giving, above(node, term.level), planned))
    if not isinstance(term, UnitTerm):
        return False
    unit, where, day = reading.index.units[term.id], above(node, term.level), reading.day(term, node)
    if unit.moved is not None:
        return hangs_on(reading, unit.moved.of, where, planned)
    read = [each.term for each in unit.inputs]
    repeated = [each for each in read if isinstance(each, FactTerm | UnitTerm) and reading.day(each, where) == day is not None]
    if repeated:
        return all(hangs_on(reading, each, where, planned) for each in repeated)
    return any(isinstance(each, FactTerm) and each.id in planned for each in read)


def giving_of(reading: Reading, term: Term, node: Node) -> Term | None:
    """Return the calculation that gives the value of a fact, as nobody said it; none where somebody did."""
    calculated = isinstance(term, FactTerm) and reading.origin(term, above(node, term.level)) == "calculated"
    return reading.index.units[term.id].inputs[1].term if calculated and isinstance(term, FactTerm) else None


def held_against_itself(reading: Reading, evaluation: Evaluation) -> list[FactTerm]:
    """Return the days, worked out from a planned day as nobody said them, that this very day is held against: that proves no plan."""
    planned, task = planned_day(reading.index, evaluation.unit), evaluation.unit.task
    if task is None or not isinstance(planned, FactTerm):
        return []
    found = (leaf.terms[1] for leaf in leaves_of(task.closed) if leaf.test in {">", ">="} and leaf.terms[0] == planned)
    days = (each.of if isinstance(each, MovedTerm) else each for each in found)
    return [
        each for each in days if isinstance(each, FactTerm) and each != planned and hangs_on(reading, each, evaluation.node, {planned.id})
    ]


def deeds(index: PlanIndex, tree: Tree | None) -> Iterator[str]:
    """Yield the days that *tree*, or a condition that it names, asks to have come or not."""
    for leaf in leaves_of(tree):
        match leaf:
            case Leaf(test="reached", terms=(MovedTerm(of=FactTerm(id=name)),)):
                yield name
            case Leaf(test="condition", terms=(UnitTerm(id=name),)):
                yield from deeds(index, index.units[name].condition)


def _compared(index: PlanIndex, unit: Unit) -> Iterator[str]:
    """Yield the facts that a rule, or a condition below it, holds against something."""
    for tree in trees(unit):
        yield from (leaf.terms[0].id for leaf in leaves_of(tree) if leaf.test in OPPOSITES and isinstance(leaf.terms[0], FactTerm))
    read = (index.units[each] for each in ids_read(unit) if each in index.units)
    for each in (each for each in read if each.kind is UnitKind.CONDITION):
        yield from _compared(index, each)
