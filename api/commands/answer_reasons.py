"""Why a rule applies or not, as the readable answer tells it: each reason, and below it what decided it, by the part it is true of."""

from collections.abc import Iterable, Iterator, Sequence

from api.commands.answer_items import AnswerItems
from api.commands.answer_questions import told
from api.commands.kind_of_operation import is_of_kind
from api.commands.lines import Line
from api.commands.part_names import Place
from domain.facts import UNKNOWN
from rules.engine.answers.explain import Reason, figures_of
from rules.engine.answers.reading import NOT_IN_FORCE, Evaluation, Value
from rules.engine.index import type_of
from rules.engine.language.wording import TO_BE_SAID
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, Leaf, UnitTerm
from tracing.decision_entry import first_days

BESIDE = 2
"""How many facts stand in parentheses beside what they decided; more of them, or those of several parts, stand below it."""


def because(items: AnswerItems, evaluation: Evaluation, among: Sequence[Leaf] | None = None) -> Iterator[Line]:
    """Yield the reasons, or those *among* some leaves only, one a line."""
    reasons = [each for each in items.decision.explanation.reasons(evaluation) if among is None or each.leaf in among]
    telling = [each for each in reasons if not all(is_of_kind(leaf) for leaf in _bottom(items, each, _place(each)))]
    reasons = reasons if items.whole else telling or reasons
    found = dict.fromkeys(_clause(items, each) for each in reasons)
    clauses = [each for each in found if not _is_told_by(each[0], (other[0] for other in found))]
    for place, (said, *below) in enumerate(clauses):
        yield Line(said if place else items.pair("because", said), 3 if place else 2)
        yield from (Line(f"– {each}", 4) for each in below)
    for each in figures_of(reasons):
        if each.period is not None and each.period.source not in evaluation.unit.sources:
            yield Line(items.figure(each, evaluation.unit), 3)


def why_not(items: AnswerItems, evaluation: Evaluation) -> Iterator[Line]:
    """Yield why a rule does not apply."""
    if evaluation.outcome == NOT_IN_FORCE:
        yield Line(items.say("not_in_force"), 2)
    elif evaluation.node.block[evaluation.unit.slot] is Outcome.NOT_YET:
        shown = first_days(items.decision, evaluation).shown
        yield Line(items.say("shown_from", "" if shown is None else items.day(shown)), 2)
    else:
        yield from because(items, evaluation)


def _clause(items: AnswerItems, reason: Reason) -> tuple[str, ...]:
    """Return a reason with what decided it; where that is much, it stands apart, one item for each part or fact."""
    said = _said(items, reason)
    inner = _inner(items, reason)
    facts = [each for words in inner.values() for each in words]
    if not facts:
        return (said,)
    unsure = reason.truth is UNKNOWN
    if unsure:  # that it is not known is said once, and on what it depends
        unsaid = items.phrasebook.pair("", items.phrasebook.say(TO_BE_SAID))
        inner = {where: [each.replace(unsaid, "", 1) for each in words] for where, words in inner.items()}
        said += items.say("depends_on")
    if len(facts) == 1 or (len(facts) <= BESIDE and not any(inner)):
        lines = [items.on(each, where) for where, words in inner.items() for each in words]
        told = items.separator.join(lines)
        if not unsure and len(facts) == 1 and told.casefold().endswith(said.casefold()):
            return (told,)  # "demolition (Kind of operation: Demolition)" says it twice
        if unsure:
            return (items.phrasebook.pair(said, told),)
        return (items.phrasebook.pair(said, "").rstrip(), *lines) if told.endswith(")") else (f"{said} ({told})",)
    by_part = [f"{where} — {items.separator.join(words)}" for where, words in inner.items() if where]
    introducing = items.phrasebook.pair(said, "").rstrip()
    paired = items.phrasebook.pair("", "") in said  # "no loan: yes" is not to be followed by a colon
    return (said if paired and not unsure else introducing, *inner.get("", []), *items.shortened(by_part))


def _inner(items: AnswerItems, reason: Reason) -> dict[str, list[str]]:
    """Return what decided *reason* in words, by the parts it is true of; of what is true of its own part, by none."""
    leaves = [each for each in _bottom(items, reason, _place(reason)) if each is not reason]
    if not items.whole:
        leaves = [each for each in leaves if not is_of_kind(each)] or leaves
    of_part: dict[Place, list[str]] = {}
    for each in leaves:
        words = of_part.setdefault(_about(items, each, reason), [])
        words += [said] if (said := _said(items, each, within=reason)) not in words else []
    alike: dict[tuple[str, ...], list[str]] = {}
    for place, words in of_part.items():
        alike.setdefault(tuple(each for each in words if not _is_told_by(each, words)), []).append(
            items.parts.name(*place) if place[1] else ""
        )
    return {items.first(places): list(words) for words, places in alike.items()}


def _is_told_by(said: str, others: Iterable[str]) -> bool:
    """Tell whether another says the same and more: "1 July 2021", and "1 July 2021, before 1 July 2026"."""
    return any(other.startswith(f"{said}, ") for other in others)


def _about(items: AnswerItems, leaf: Reason, reason: Reason) -> Place:
    """Return the part that a leaf is about: the lowest that it reads, which may stand above its rule's; no path for the reason's own."""
    units = items.decision.index.units
    places = [(units[each.id].type if each.id in units else type_of(each.id), each.path) for each in leaf.values]
    of, path = max(places, key=lambda each: len(each[1])) if places else _place(leaf)
    return (of, "" if items.parts.is_within(_place(reason), (of, path)) else path)


def _said(items: AnswerItems, reason: Reason, within: Reason | None = None) -> str:
    say = items.phrasebook.sentence if within is None or within.leaf is None else items.phrasebook.within
    said = say(reason if reason.leaf is not None else reason._replace(path=items.parts.name(*_place(reason))))
    beside = [] if reason.truth is not UNKNOWN else [each for value in reason.values if (each := told(items, value.id))]
    said = f"{said} ({items.separator.join(beside)})" if beside else said
    left_out = [each for value in reason.values for each in _left_out(items, value)]
    return f"{said} ({items.pair('left_out', items.separator.join(left_out))})" if left_out else said


def _left_out(items: AnswerItems, value: Value) -> Iterator[str]:
    """Yield the days that a calculation read and does not count yet, as it comes to none."""
    reading = items.decision.reading
    if value.value is not None or not isinstance(value.term, UnitTerm) or not items.phrasebook.is_day(value.term):
        return
    for each in reading.index.units[value.term.id].inputs:
        if isinstance(each.term, FactTerm) and (day := reading.day(each.term, reading.root)) is not None:
            yield f"{items.phrasebook.name(each.term)}, {items.day(day)}"


def _place(reason: Reason) -> Place:
    return reason.unit.type, reason.path


def _bottom(items: AnswerItems, reason: Reason, part: Place, *, top: bool = True) -> Iterator[Reason]:
    """
    Yield the reasons at the bottom, which name no other.

    A condition that does not hold, because of what nobody beside this *part* is, has a name for that: their facts explain nothing here.
    """
    if not reason.reasons or (not top and _is_of_others(items, reason, part)):
        yield reason
        return
    for each in reason.reasons:
        yield from _bottom(items, each, part, top=False)


def _is_of_others(items: AnswerItems, reason: Reason, part: Place) -> bool:
    if reason.leaf is None or reason.truth is not False or not part[1]:
        return False
    below = (_place(each) for each in _every(reason) if each.path)
    return isinstance(reason.leaf.terms[0], UnitTerm) and any(not items.parts.is_within(each, part) for each in below)


def _every(reason: Reason) -> Iterator[Reason]:
    yield reason
    for each in reason.reasons:
        yield from _every(each)
