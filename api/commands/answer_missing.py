"""What the readable answer says is missing: each fact once, as a question, on which parts, and what waits for it."""

from collections.abc import Iterable, Iterator

from api.commands.answer_items import AnswerItems, is_open
from api.commands.answer_questions import labelled, question, to_choose_from, told
from api.commands.answer_tasks import SOON
from api.commands.answer_uses import use_of
from api.commands.lines import Line, Style
from api.commands.years_to_add import years_to_add
from domain.households import Household
from domain.proposed_dwellings import ProposedDwelling
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import UNDETERMINED
from rules.engine.language.wording import AND, OR
from rules.engine.plan import UnitKind

Facts = list[list[Missing]]
REQUIRED = {"TO_REGISTER", "TO_PROCESS"}


OF_DWELLING = {f"{Household.type_name}.{name}" for name in vars(ProposedDwelling) if not name.startswith("_")} - {
    "household.benefit_resources"
}
"""The facts of a dwelling that is proposed; what the housing benefit counts for resources is said of a household."""


def missing_facts(items: AnswerItems) -> tuple[Facts, Facts, Facts]:
    """
    Return the missing facts, each with its parts.

    First those that a document or task waits for, then those that only calculations do, last those of these that a dwelling is proposed by.

    What says whether a task is to be done that would be due soon comes first, then what more tasks wait for, then that a list is
    complete, then what more required documents and rules wait for: a question whose answer may make another superfluous stands before
    it. A question of documents alone that another of the same part may make superfluous is not asked yet: it is named under that one.
    """
    asked: Facts = []
    calculated: Facts = []
    of_dwelling: Facts = []
    for parts in _by_fact(items):
        only = of_dwelling if parts[0].fact.id in OF_DWELLING else calculated
        (only if _kinds(items, parts) == {UnitKind.CALCULATION} else asked).append(parts)
    for each in (asked, calculated, of_dwelling):
        each.sort(key=lambda parts: (_presses(items, parts), unlocked(items, parts)), reverse=True)
    later = _later(items)
    return [parts for parts in asked if parts[0].fact.id not in later], calculated, of_dwelling


def _later(items: AnswerItems) -> dict[str, tuple[str, str]]:
    """Return the facts that are asked for later: their labels, and the fact of fewest rules that is asked for before."""
    facts = _by_fact(items)
    for_documents = [parts for parts in facts if _kinds(items, parts) == {UnitKind.DOCUMENT}]
    above = {parts[0].fact.id: [each for each in facts if _may_spare(items, each, parts)] for parts in for_documents}
    found = {}
    for parts in for_documents:
        asked = [each for each in above[parts[0].fact.id] if not above.get(each[0].fact.id)]
        if asked:
            first = min(asked, key=lambda each: unlocked(items, each))
            found[parts[0].fact.id] = parts[0].fact.title.in_language(items.language), first[0].fact.id
    return found


def _may_spare(items: AnswerItems, first: list[Missing], then: list[Missing]) -> bool:
    """Tell whether what waits for *then* waits, on each of its parts, for *first* too, which more waits for."""
    waiting = {each.path: {found.key for found in items.waiting_for(each)} for each in first}
    return all({found.key for found in items.waiting_for(each)} < waiting.get(each.path, set()) for each in then)


def unlocked(items: AnswerItems, parts: list[Missing]) -> tuple[int, bool, int, int]:
    """
    Return what waits for a fact on some of its parts, to ask first what most waits for.

    How many tasks; whether it says that a list is complete, without which no count comes out; how many required documents; how many rules
    of any kind.
    """
    waiting = {each.key: each.unit for missing in parts for each in items.waiting_for(missing)}.values()
    required = [each for each in waiting if each.document is not None and each.document.standing in REQUIRED]
    completes = any(
        each.aggregate is not None and each.aggregate.complete.id == parts[0].fact.id for each in items.decision.index.units.values()
    )
    return sum(each.kind is UnitKind.TASK for each in waiting), completes, len(required), len(waiting)


def _presses(items: AnswerItems, parts: list[Missing]) -> bool:
    """Tell whether a fact says if a task is to be done that would be late or due soon."""
    tasks = (each for missing in parts for each in items.waiting_for(missing) if each.unit.kind is UnitKind.TASK)
    days = (items.due(each) for each in tasks if each.outcome == UNDETERMINED)
    return any(day is not None and day <= items.decision.as_of + SOON for day in days)


def _kinds(items: AnswerItems, parts: list[Missing]) -> set[UnitKind]:
    return {each.unit.kind for missing in parts for each in items.waiting_for(missing)}


def _by_fact(items: AnswerItems) -> Facts:
    by_fact: dict[tuple[str, bool, bool], list[Missing]] = {}
    for missing in _asked(items):
        calculated = _kinds(items, [missing]) == {UnitKind.CALCULATION}
        by_fact.setdefault((missing.fact.id, missing.refused, calculated), []).append(missing)
    return list(by_fact.values())


def _asked(items: AnswerItems) -> list[Missing]:
    """Return what is missing, the days without one that due days are counted from, and what tasks ask for: each once, by its step."""
    tasks = [each for each in items.decision.of_kind(UnitKind.TASK) if is_open(each)]
    found = [each for each, _ in items.decision.missing]
    undated = (each for each in tasks if items.due(each) is None)
    found += [missing for each in undated for missing in items.days_without_one(each) if not missing.fact.provided]
    found += [missing for each in tasks for missing in items.asked_by(each)]
    once: dict[tuple[str, str], Missing] = {}
    for each in found:
        once.setdefault((each.fact.id, each.path), each)
    return sorted(once.values(), key=lambda each: each.fact.step)


def days_to_come(items: AnswerItems) -> Iterator[Line]:
    """Yield, once, the days without a date that a planned day in question waits for: what has not happened is no question."""
    asked = {(each.fact.id, each.path) for each in _asked(items)}
    found: dict[str, dict[str, Missing]] = {}
    for task in items.decision.of_kind(UnitKind.TASK):
        if is_open(task) and items.due(task) is not None:
            for each in items.days_without_one(task):
                if (each.fact.id, each.path) not in asked:
                    found.setdefault(each.fact.id, {})[each.path] = each
    if found:
        named = [labelled(items, list(parts.values())) for parts in found.values()]
        yield Line(items.pair("days_to_come", items.phrasebook.quoted(named, AND)), 1)


def missing_lines(items: AnswerItems, facts: Iterable[list[Missing]]) -> Iterator[Line]:
    """Yield them, numbered, and what waits for each."""
    later = _later(items)
    for number, parts in enumerate(facts, start=1):
        fact = parts[0].fact
        asked = question(items, parts)
        yield Line(f"{number}. {asked}", 1, Style.ITEM, fact.id if items.ids else "")
        if listed := to_choose_from(items, parts):
            yield Line(items.pair("choices", items.phrasebook.among(listed, OR)), 2)
        if beside := told(items, fact.id):
            yield Line(items.pair("in_file", beside), 2)
        if fact.hint is not None:
            yield Line(fact.hint.in_language(items.language), 2, Style.QUIET)
        if years := years_to_add(items, parts[0]):
            yield Line(items.pair("years_to_add", ", ".join(years)), 2)
        yield from (Line(each, 2) for each in use_of(items, parts))
        if then := [title for title, before in later.values() if before == fact.id]:
            yield Line(items.pair("then_asked", items.phrasebook.quoted(then, AND)), 2)
