"""What the readable answer says of calculations: each value in its family, from what it was calculated, and what was not."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from api.commands.answer_items import AnswerItems
from api.commands.answer_uses import by_family
from api.commands.catalogue import family_of, in_file_order
from api.commands.due_bindings import is_yearly
from api.commands.lines import Line, Style
from api.commands.moot import moot
from api.commands.planned_days import hangs_on
from domain.facts import UNKNOWN
from rules.engine.answers.reading import Evaluation
from rules.engine.answers.waits import Awaited, awaited
from rules.engine.language.doubts import TO_VERIFY
from rules.engine.language.wording import AND
from rules.engine.plan import UnitKind
from rules.engine.terms import Term, UnitTerm


def values(
    items: AnswerItems, applied: Iterable[Evaluation], undetermined: Iterable[Evaluation], in_question: Mapping[str, Term]
) -> Iterator[Line]:
    """
    Yield the values by family, in the order of the rule files; then what there is none of, and what cannot be calculated yet.

    Args:
        items: what says them.
        applied: the calculations that came to a value.
        undetermined: those that did not, because something is missing.
        in_question: the planned days that are called into question.
    """
    found = sorted(applied, key=lambda each: (*in_file_order(each.unit), each.node.path))
    said = [each for each in found if _is_said_otherwise(items, each)]
    found = [each for each in found if each not in said]
    none = [each for each in found if each.output is None or each.output in ((), [])]
    later = [(each, days) for each in none if (days := awaited(items.decision.explanation, each))]
    undetermined, nothing = list(undetermined), moot(items.decision)
    left_out = [each for each in undetermined if each.key in nothing]
    family = None
    for each in found:
        if each in none or ((_is_same_each_year(items, each) or _only_denies(items, each)) and not items.whole):
            continue
        title = family_of(each.unit).in_language(items.language)
        if title != family:
            yield Line(title, 1, Style.HEADING)
            family = title
        doubtful = f" ({TO_VERIFY.in_language(items.language)})" if items.decision.explanation.aging.own(each.unit, each.node) else ""
        yield items.line(f"• {items.phrasebook.pair(items.item(each), items.value(each))}{doubtful}", each, Style.ITEM)
        yield from (Line(origin, 2) for origin in items.origins(each))
        yield from _to_set_anew(items, each, in_question)
        yield from items.grounds(each.unit)
    valued = {each.unit.id for each in found if each not in none}
    yield from _not_yet(items, later, valued)
    yield from _named(items, items.say("said_in_file"), said, valued)
    waiting = [each for each, _ in later]
    yield from _named(items, items.say("none"), [*(each for each in none if each not in waiting), *left_out], valued)
    missing = sorted((each for each in undetermined if each not in left_out), key=lambda each: -len(_readers(items, each)))
    if missing and not items.whole:  # the whole answer says of each why
        yield Line(items.pair("not_calculated", by_family(items, missing)), 1, Style.QUIET)


def _to_set_anew(items: AnswerItems, evaluation: Evaluation, in_question: Mapping[str, Term]) -> Iterator[Line]:
    """Say with which planned day in question a day is to be set anew."""
    itself, reading = UnitTerm(evaluation.unit.id, 0, evaluation.unit.slot), items.decision.reading
    for name, planned in in_question.items() if reading.day(itself, evaluation.node) is not None else ():
        if hangs_on(reading, itself, evaluation.node, {name}):
            yield Line(items.say("anew", items.phrasebook.name(planned)), 2)


def _is_same_each_year(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a value is a day that the number of the year gives alone: the tasks that count to it tell it."""
    return evaluation.unit.value_kind == "date" and is_yearly(items, UnitTerm(evaluation.unit.id, 0, evaluation.unit.slot))


def _only_denies(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a value is but a shared condition that does not hold: what reads it says so."""
    read = [each.term for each in evaluation.unit.inputs]
    conditions = [isinstance(each, UnitTerm) and items.decision.index.units[each.id].kind is UnitKind.CONDITION for each in read]
    return evaluation.output is False and bool(conditions) and all(conditions)


def _is_said_otherwise(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether a value would stand for a fact that somebody said, or a source: what was said is used, and this is not."""
    for unit in items.decision.index.units.values():
        if unit.settles and isinstance(unit.inputs[1].term, UnitTerm) and unit.inputs[1].term.id == evaluation.unit.id:
            return items.decision.reading.raw(unit.inputs[0].term, evaluation.node) is not UNKNOWN
    return False


def _not_yet(items: AnswerItems, later: Iterable[tuple[Evaluation, Awaited]], valued: Collection[str]) -> Iterator[Line]:
    """Yield the values that there will be once a day is known, by that day."""
    found: dict[str, list[Evaluation]] = {}
    for each, days in later:
        names = list(dict.fromkeys(fact.title.in_language(items.language) for fact, _ in days))
        found.setdefault(items.phrasebook.quoted(names, AND), []).append(each)
    if found:
        yield Line(items.say("not_yet"), 1, Style.QUIET)
    for day, those in found.items():
        yield from (replace(line, depth=2) for line in _named(items, f"• {day}", those, valued))


def _readers(items: AnswerItems, evaluation: Evaluation) -> list[str]:
    """Return the rules that read a value."""
    return items.decision.index.readers.get(evaluation.unit.id, [])


def _named(items: AnswerItems, heading: str, chosen: Iterable[Evaluation], valued: Collection[str]) -> Iterator[Line]:
    """Yield values by their titles; with their part where the rule came to a value on another, told above."""
    those = list(chosen)
    titles = [*dict.fromkeys(items.title(each) for each in those if each.unit.id not in valued)]
    titles += items.by_title(each for each in those if each.unit.id in valued)
    if titles:
        yield Line(items.phrasebook.pair(heading, items.first(titles)), 1, Style.QUIET)
