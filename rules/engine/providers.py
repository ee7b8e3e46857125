"""
Providers: facts that come from outside, fetched in waves around a run that stays synchronous and pure.

The rules are run with provided facts unknown; what an undetermined rule waits for, and whose own inputs are known, is
fetched, all at once; the rules are run again, until nothing more is fetched. Only the last run counts. What some calculation waits for
whatever else is known is fetched before the first run, which it saves. What was answered is part of the decision: inputs, value or why
it is unknown, source, time, cached or not.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from domain.facts import UNKNOWN, Fact
from domain.provided import Fetched
from domain.subjects import Subject
from domain.values import Neutral, Unreadable, known_neutral, neutral, read
from rules.engine.answers.missing import Lacking
from rules.engine.answers.reading import UNDETERMINED, Reading
from rules.engine.index import PlanIndex
from rules.engine.plan import TypePlan, UnitKind
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node
from rules.engine.terms import FactTerm

S = TypeVar("S", bound=Subject)


class Provider(Protocol):
    """Fetches one fact from outside."""

    @property
    def name(self) -> str:
        """What it is called in decisions, spans and messages."""

    @property
    def source(self) -> str:
        """Where its answers come from, as a person would cite it."""

    @property
    def provides(self) -> str:
        """The id of the fact it provides."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the facts it needs, of the same part or of those above it: the keys of a request."""

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        """Answer each request, in order; several parts and subjects are asked for at once."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider answered, in plain form, as the record keeps it."""

    provider: str
    source: str
    fact: str
    path: str
    inputs: Mapping[str, Neutral]
    value: Any
    because: str | None
    at: datetime
    cached: bool


@dataclass(frozen=True, slots=True)
class Request:
    """One fact of one part to be fetched."""

    provider: Provider
    path: str
    inputs: Mapping[str, Any]


async def run_in_waves(
    rule_set: RuleSet, subject: S, as_of: date, *, providers: Mapping[str, Provider], at: datetime
) -> tuple[Node, tuple[Answer, ...]]:
    """
    Run the rules, fetching what they wait for.

    Args:
        rule_set: the rules.
        subject: with the facts that people gave.
        as_of: today.
        providers: by the id of the fact each provides.
        at: the instant that answers are noted with.
    """
    answers: dict[tuple[str, str], Answer] = {}
    requests = surely_wanted(rule_set.index, Node.of(subject), providers)
    while True:  # each wave asks for something else, so there is a last one
        if not requests:
            root = rule_set.run(subject, as_of)
            every = wanted(rule_set.index, root, as_of, providers)
            requests = [each for each in every if (each.path, each.provider.provides) not in answers]
        if not requests:
            return root, tuple(answers.values())
        fetched = await _fetch_all(requests)
        for request, answer in zip(requests, fetched, strict=True):
            fact = rule_set.facts[request.provider.provides]
            value, because = _understood(fact, answer)
            plain = {name: known_neutral(each) for name, each in request.inputs.items()}
            answers[request.path, fact.id] = Answer(
                provider=request.provider.name,
                source=request.provider.source,
                fact=fact.id,
                path=request.path,
                inputs=plain,
                value=neutral(value),
                because=because,
                at=at,
                cached=answer.cached,
            )
            if value is not UNKNOWN:
                subject = with_fact(subject, request.path, fact, value)
        requests = []


def surely_wanted(index: PlanIndex, root: Node, providers: Mapping[str, Provider]) -> list[Request]:
    """Return what the first run would find wanted, whatever else it finds, and a provider can be asked for now."""
    if not providers:
        return []
    sure = index.derived("surely wanted", _sure)
    found = ((name, node) for node in root.walk() for position, name in sure[node.type_name] if node.values[position] is UNKNOWN)
    requests = (_request(index, providers[name], node) for name, node in found if name in providers)
    return [each for each in requests if each is not None]


def _sure(index: PlanIndex) -> dict[str, list[tuple[int, str]]]:
    """Return, by type, the place and id of each fact without which some calculation, always in force and wanted, is undetermined."""
    found: dict[str, dict[str, int]] = {name: {} for name in index.types}
    for name, units in index.rules.items():
        for unit in units:
            if unit.kind is UnitKind.CALCULATION and not unit.settles and (unit.since, unit.until, unit.when) == (None, None, None):
                terms = [each.term for each in unit.inputs]
                own = (each for each in terms if isinstance(each, FactTerm) and not each.level and each.settled is None)
                found[name].update({each.id: each.index for each in own if index.facts[each.id].provided})
    return {name: [(position, fact) for fact, position in facts.items()] for name, facts in found.items()}


def wanted(index: PlanIndex, root: Node, as_of: date, providers: Mapping[str, Provider]) -> list[Request]:
    """Return what undetermined rules wait for and a provider can be asked for now."""
    lacking = {fact for node in root.walk() for fact in _lacking(index.types[node.type_name], node, providers)}
    if not lacking:
        return []
    waiting = frozenset[str]().union(*(index.depending[fact] for fact in lacking))
    reading = Reading(index, root, as_of)
    reach = Lacking(reading)
    bits = 0
    for node in root.walk():
        for unit in index.rules[node.type_name]:
            evaluation = reading.evaluation(unit, node) if unit.id in waiting else None
            if evaluation is not None and evaluation.outcome == UNDETERMINED:
                bits |= reach.of(evaluation)
    found = [each for each in reach.facts(bits) if each.fact.id in lacking]
    nodes = {(node.type_name, node.path): node for node in root.walk()}
    requests = (_request(index, providers[each.fact.id], nodes[each.fact.id.partition(".")[0], each.path]) for each in found)
    return [each for each in requests if each is not None]


def _lacking(plan: TypePlan, node: Node, providers: Mapping[str, Provider]) -> list[str]:
    """Return the facts of *node* that are not known and that a provider may know."""
    return [fact.id for fact, value in zip(plan.facts, node.values, strict=True) if value is UNKNOWN and fact.id in providers]


def _request(index: PlanIndex, provider: Provider, node: Node) -> Request | None:
    """Return the request for *node*, ``None`` while an input is not known."""
    inputs: dict[str, Any] = {}
    for name in provider.inputs:
        value = _nearest(index, node, name)
        if value is UNKNOWN:
            return None
        inputs[name] = value
    return Request(provider, node.path, inputs)


def _nearest(index: PlanIndex, node: Node, name: str) -> Any:
    """Return the fact *name* of *node* or of what stands above it."""
    where: Node | None = node
    while where is not None:
        for position, fact in enumerate(index.types[where.type_name].facts):
            if fact.id == f"{where.type_name}.{name}":
                return where.values[position]
        where = where.parent
    return UNKNOWN


async def _fetch_all(requests: list[Request]) -> list[Fetched]:
    """Ask every provider at once, each for all that is wanted of it; a provider that fails leaves its facts unknown."""
    batches: dict[str, list[int]] = {}
    for position, request in enumerate(requests):
        batches.setdefault(request.provider.provides, []).append(position)
    answered = await asyncio.gather(*(_fetch(requests, positions) for positions in batches.values()))
    fetched: dict[int, Fetched] = {}
    for positions, answers in zip(batches.values(), answered, strict=True):
        fetched |= dict(zip(positions, answers, strict=True))
    return [fetched[position] for position in range(len(requests))]


async def _fetch(requests: list[Request], positions: list[int]) -> Sequence[Fetched]:
    batch = [requests[position] for position in positions]
    try:
        answers = await batch[0].provider.fetch([each.inputs for each in batch])
    except Exception:  # noqa: BLE001 - whatever a provider does, the rules go on without its answer
        return [Fetched(UNKNOWN, "PROVIDER_FAILED")] * len(batch)
    return answers if len(answers) == len(batch) else [Fetched(UNKNOWN, "ANSWER_NOT_UNDERSTOOD")] * len(batch)


def _understood(fact: Fact[Any], answer: Fetched) -> tuple[Any, str | None]:
    """Return the answer's value, ``UNKNOWN`` and why where it is none or not of the fact's kind."""
    if answer.value is UNKNOWN or (answer.value is None and not fact.optional):
        return UNKNOWN, answer.because or "NO_ANSWER"
    try:
        value = None if answer.value is None else read(fact.kind, answer.value)
    except Unreadable:
        value = UNKNOWN
    if value is UNKNOWN:
        return UNKNOWN, "ANSWER_NOT_UNDERSTOOD"
    outside = value is not None and (
        (fact.minimum is not None and value < fact.minimum) or (fact.maximum is not None and value > fact.maximum)
    )
    return (UNKNOWN, "ANSWER_OUT_OF_RANGE") if outside else (value, None)


def with_fact(subject: S, path: str, fact: Fact[Any], value: Any) -> S:
    """Return *subject* with one fact of the part at *path* known."""
    if type(subject) is fact.owner and not path:
        return subject.replacing(**{fact.name: value})
    key, _, rest = path.partition("/")
    lists = {
        each.name: tuple(with_fact(item, rest, fact, value) if item.key == key and _holds(each.of, fact) else item for item in items)
        for each, items in zip(type(subject).lists, subject.parts, strict=True)
    }
    return subject.replacing(**lists)


def _holds(of: type[Subject], fact: Fact[Any]) -> bool:
    """Tell whether *fact* belongs to *of* or to parts below it."""
    return fact.owner is of or any(_holds(each.of, fact) for each in of.lists)
