"""
Why a person gave a fact. Whoever says otherwise than a registry or a rule overrides it, and needs a reason.

Reasons stand with the revision by the path of the fact (``person.born_on`` under ``marie/``), and stay as long as its value does. With
the reason stands what the value was given instead of.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from strawberry.utils.str_converters import to_camel_case

from api.schema.revisions.problems import FactsRefused, Told
from domain.fact_document import Document
from domain.facts import UNKNOWN, Fact
from domain.subjects import Subject, facts_by_id
from domain.values import Unreadable, neutral, read
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.run import Node
from rules.engine.terms import FactTerm
from rules.library import ROOTS

Reason = Mapping[str, Any]
"""``reason``, and ``instead_of`` and ``origin`` where there was another value."""

Reasons = Mapping[str, Reason]
"""By the path of the fact."""

Places = Callable[[str], tuple[str, ...]]
"""Leads from the path of a fact to its field in an input."""

DECLARED: Final[Mapping[str, Fact[Any]]] = {name: fact for root in ROOTS for name, fact in facts_by_id(root).items()}
"""Every fact that is declared today, by id."""

LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a subject: its facts as one document, and the reasons that stand with them."""

    document: Mapping[str, Any]
    reasons: Reasons


NOTHING: Final = Known({}, {})


@dataclass(frozen=True, slots=True)
class Stated:
    """A reason as it was sent; *where* leads to it in the input of facts."""

    path: str
    text: str
    where: tuple[str, ...]


def path_of(part: str, fact: str) -> str:
    """Return the path of a fact of the part at *part*."""
    return f"{part}/{fact}" if part else fact


def overridable(index: PlanIndex) -> frozenset[str]:
    """Return the facts that a registry or a rule gives where nobody else does."""
    return index.derived("overridable", _overridable)


def _overridable(index: PlanIndex) -> frozenset[str]:
    provided = {each.id for each in index.facts.values() if each.provided}
    return frozenset(provided | {each.id for each in index.plan.units if each.settles})


def kept_and_stated(kind: type[Subject], before: Known, document: Document, given: Any, problems: list[Told]) -> dict[str, Reason]:
    """
    Return the reasons that stand with *document*: those of before whose value stays, and those that were sent.

    Args:
        kind: the type of the subject.
        before: what was known of it.
        document: as it is now.
        given: the input that changed it.
        problems: to which what is wrong with reasons is added.
    """
    old, new = dict(values(before.document)), dict(values(document))
    found: dict[str, Reason] = {path: each for path, each in before.reasons.items() if path in new and old.get(path) == new[path]}
    for each in _stated(kind, given, "", (), problems):
        if each.path not in new:
            problems.append(
                Told("REASON_WITHOUT_VALUE", "a reason belongs to a value: give the fact too, or leave the reason out", each.where)
            )
        elif not 0 < len(each.text.strip()) <= LONGEST:
            problems.append(Told("BAD_REASON", f"a reason has between 1 and {LONGEST} characters", (*each.where[:-1], "reason")))
        found[each.path] = {"reason": each.text.strip()}
    return found


def newly_said(before: Known, after: Known, facts: frozenset[str]) -> frozenset[str]:
    """Return the paths of those *facts* that have another value now, or another reason."""
    old = dict(values(before.document))
    return frozenset(
        path
        for path, value in values(after.document)
        if path.rpartition("/")[2] in facts
        and (path not in old or old[path] != value or after.reasons.get(path) is not before.reasons.get(path))
    )


def held_against(otherwise: Decision, after: Known, said: frozenset[str], where: Places, *, may_override: bool) -> Known:
    """
    Return what is known, each fact at *said* with what it was given instead of.

    Args:
        otherwise: what was decided without those facts.
        after: what is known of the subject.
        said: the paths of facts that a registry or a rule may give too.
        where: leads from the path of a fact into the input it came with.
        may_override: whether the caller may say otherwise than a registry.

    Raises:
        FactsRefused: one of them is another than a registry or a rule gives, and nobody said why, or the caller may not say so.
    """
    new, reasons, problems = dict(values(after.document)), dict(after.reasons), list[Told]()
    for path in sorted(said):
        instead = instead_of(otherwise, path)
        if not instead or _same(path, instead["instead_of"], new[path]):
            continue
        if instead["origin"] == "provided" and not may_override:
            problems.append(
                Told("OVERRIDE_REFUSED", "a registry gives another value: leave the fact out, or ask a caseworker", where(path))
            )
        elif path in reasons:
            reasons[path] = {**reasons[path], **instead}
        else:
            message = "a registry or a rule gives another value: say in because why it is this one, or leave the fact out"
            problems.append(Told("REASON_REQUIRED", message, where(path)))
    if problems:
        raise FactsRefused(problems)
    return Known(after.document, reasons)


def _same(path: str, one: Any, other: Any) -> bool:
    """Tell whether two values of a fact in plain form are one: numbers may be written with more or fewer digits."""
    kind = DECLARED[path.rpartition("/")[2]].kind
    if one is None or other is None:
        return one is other
    try:
        return one == other or bool(read(kind, one) == read(kind, other))
    except Unreadable:  # a rule may calculate more digits than anybody may give
        return False


def places_in(kind: type[Subject], given: Any) -> Places:
    """Return what leads from the path of a fact to its field in the input *given*."""
    places = dict(_places(kind, given, "", ()))

    def where(path: str) -> tuple[str, ...]:
        part, _, fact = path.rpartition("/")
        return (*places.get(part, ()), to_camel_case(fact.partition(".")[2]))

    return where


def _stated(kind: type[Subject], given: Any, part: str, where: tuple[str, ...], problems: list[Told]) -> Iterator[Stated]:
    known = {each.id for each in kind.facts}
    for index, each in enumerate(given.because or ()):
        at = (*where, "because", str(index), "fact")
        if each.fact in known:
            yield Stated(path_of(part, each.fact), each.reason, at)
        else:
            problems.append(Told("UNKNOWN_FACT", f"there is no such fact here; there are: {', '.join(sorted(known))}", at))
    for listed, item, key, place in _items(kind, given, part, where):
        yield from _stated(listed, item, key, place, problems)


def _places(kind: type[Subject], given: Any, part: str, where: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each part that was sent with its place in the input."""
    yield part, where
    for listed, item, key, place in _items(kind, given, part, where):
        yield from _places(listed, item, key, place)


def _items(kind: type[Subject], given: Any, part: str, where: tuple[str, ...]) -> Iterator[tuple[type[Subject], Any, str, tuple[str, ...]]]:
    for listed in kind.lists:
        for index, item in enumerate(getattr(given, listed.name) or ()):
            yield listed.of, item, f"{part}/{item.key}" if part else item.key, (*where, to_camel_case(listed.name), str(index))


def values(document: Mapping[str, Any], part: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the path and plain value of every fact in *document*."""
    for fact, value in document.get("facts", {}).items():
        yield path_of(part, fact), value
    for items in document.get("parts", {}).values():
        for item in items:
            yield from values(item, f"{part}/{item['key']}" if part else item["key"])


def without(document: Mapping[str, Any], paths: frozenset[str], part: str = "") -> Document:
    """Return *document* without the facts at *paths*."""
    facts = {fact: value for fact, value in document.get("facts", {}).items() if path_of(part, fact) not in paths}
    below = {
        name: [{"key": item["key"], **without(item, paths, f"{part}/{item['key']}" if part else item["key"])} for item in items]
        for name, items in document.get("parts", {}).items()
    }
    return {"facts": facts, "parts": below}


def instead_of(decision: Decision, path: str) -> dict[str, Any]:
    """Return the value and origin that the fact at *path* has in *decision*; nothing where it is not known there."""
    part, _, fact = path.rpartition("/")
    node = next((each for each in decision.reading.root.walk() if each.path == part and each.type_name == fact.partition(".")[0]), None)
    if node is None:
        return {}
    term = fact_term(decision.index, node, fact)
    value = decision.reading.raw(term, node)
    return {} if value is UNKNOWN else {"instead_of": neutral(value), "origin": decision.reading.origin(term, node)}


def fact_term(index: PlanIndex, node: Node, fact: str) -> FactTerm:
    """Return how *node* reads its own fact: what a rule gives counts where nobody else does."""
    position = next(number for number, each in enumerate(index.types[node.type_name].facts) if each.id == fact)
    unit = index.units.get(fact)
    return FactTerm(fact, 0, position, None if unit is None else unit.slot)
