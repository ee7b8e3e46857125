"""
Checks of the whole law, for what no single rule shows.

    two documents that ask for the same under conditions that can hold together
    a condition that can never hold
    a fact that no rule reads
    a value of an enumeration that no rule mentions

Each finding is certain, or else said to be possible. ``rules.review.worlds`` says what the search does not look at.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations, permutations
from pathlib import Path

import yaml

from domain.subjects import types_below
from rules.engine.compilation.checks import facts_tested
from rules.engine.index import PlanIndex
from rules.engine.plan import Unit, UnitKind
from rules.engine.ruleset import RuleSet
from rules.engine.terms import ConstantTerm, Tree
from rules.engine.trees import leaves_of, trees
from rules.review.implied import implies
from rules.review.witnesses import Witnesses
from rules.review.worlds import Search, TooLarge

SAME_DOCUMENT, NEVER_HOLDS, UNREAD_FACT, UNSAID_VALUE = "same_document", "never_holds", "unread_fact", "unsaid_value"
NEEDLESS_REASON = "needless_reason"
REASONS = Path(__file__).with_name("unsaid_values.yaml")
"""Why no rule mentions a value, by fact and value."""
READ_BY_PROVIDERS = frozenset({"household.commune", "operation.commune"})
"""The zone and the landlord's figures are fetched by commune."""


Reasons = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something found.

    Attributes:
        kind: ``same_document``, ``never_holds``, ``unread_fact``, ``unsaid_value``, or ``needless_reason`` where a reason is
            given for a value that a rule does mention.
        names: the rules, or the fact, or the fact and its value.
        certain: whether it is so; otherwise it may be.
        tree: the condition that can never hold.
        index: the plan in which it was found.
    """

    kind: str
    names: tuple[str, ...]
    certain: bool
    index: PlanIndex
    tree: Tree | None = None


def findings(rule_sets: Mapping[str, RuleSet], reasons: Reasons | None = None) -> Iterator[Finding]:
    """
    Yield all that is found in *rule_sets*.

    Args:
        rule_sets: by root type.
        reasons: why no rule mentions a value; if not given: those of ``unsaid_values.yaml``.
    """
    for rule_set in rule_sets.values():
        yield from never_holding(rule_set)
        yield from same_documents(rule_set)
    yield from unread_facts(rule_sets)
    yield from unsaid_values(rule_sets, known_reasons() if reasons is None else reasons)


def known_reasons() -> Reasons:
    """Return why no rule mentions a value, by fact and value."""
    reasons: Reasons = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return reasons


def never_holding(rule_set: RuleSet) -> Iterator[Finding]:
    """Yield conditions, of rules or shared, that hold in no world; what is too large to search is left out."""
    search = Search(rule_set.index, rule_set.facts)
    for unit in rule_set.plan.units:
        for tree in trees(unit):
            try:
                if search.world(tree) is None:
                    yield Finding(NEVER_HOLDS, (unit.id,), True, rule_set.index, tree)
            except TooLarge:
                continue


def same_documents(rule_set: RuleSet) -> Iterator[Finding]:
    """
    Yield pairs of documents of one name that one part may be asked for under both rules.

    It is certain where facts are found under which both ask and that contradict nothing; or where one rule asks wherever the other
    does, as their conditions are written, and nothing known of these shows that they cannot hold.
    """
    search, witnesses = Search(rule_set.index, rule_set.facts), Witnesses(rule_set)
    asking = [
        each for each in rule_set.plan.units if each.kind is UnitKind.DOCUMENT and each.document and each.document.requirement != "NEVER"
    ]
    for one, other in combinations(asking, 2):
        if one.type == other.type and called(one) & called(other):
            conditions = [each.condition for each in (one, other) if each.condition is not None]
            try:
                if search.world(*conditions) is None:
                    continue
                world = search.world(*conditions, fits=partial(witnesses.stands, one.type))
                certain = world is not None and (world.certain or _one_implies_the_other(search, conditions))
            except TooLarge:
                certain = _one_implies_the_other(search, conditions)
            yield Finding(SAME_DOCUMENT, tuple(sorted((one.id, other.id))), certain, rule_set.index)


def _one_implies_the_other(search: Search, conditions: list[Tree]) -> bool:
    """Tell so of the conditions of two rules, as they are written; one that has none always asks."""
    written = [search.expanded(each, 0) for each in conditions]
    return len(written) < 2 or any(implies(*pair) for pair in permutations(written))


def called(unit: Unit) -> set[str]:
    """Return what a document is called: its title and whatever will do instead."""
    titles = [unit.title, *(unit.document.alternatives if unit.document else ())]
    return {" ".join(each.fr.casefold().split()) for each in titles}


def unread_facts(rule_sets: Mapping[str, RuleSet]) -> Iterator[Finding]:
    """Yield facts that no rule, no contradiction and nothing else reads."""
    for rule_set in rule_sets.values():
        contradicted = facts_contradicted(rule_set)
        for fact in rule_set.index.facts:
            if fact not in rule_set.index.readers and fact not in contradicted and fact not in READ_BY_PROVIDERS:
                yield Finding(UNREAD_FACT, (fact,), True, rule_set.index)


def facts_contradicted(rule_set: RuleSet) -> set[str]:
    """Return the facts that a contradiction between facts speaks of."""
    return {fact.id for kind in types_below(rule_set.root) for each in kind.contradictions for fact in facts_tested(each.when)}


def unsaid_values(rule_sets: Mapping[str, RuleSet], reasons: Reasons) -> Iterator[Finding]:
    """
    Yield values of enumerations that no condition mentions without a reason, and reasons that are not needed.

    Where a calculation reads the fact it may well tell them apart, so then it is only possible.
    """
    for rule_set in rule_sets.values():
        index = rule_set.index
        for fact in (each for each in index.facts.values() if each.choices and each.id in index.readers):
            said, excused = set(_values_said(fact.id, index)), reasons.get(fact.id, {})
            calculated = any(index.units[each].kind is UnitKind.CALCULATION for each in index.readers[fact.id])
            for value in fact.choices:
                if value in excused and value in said:
                    yield Finding(NEEDLESS_REASON, (fact.id, value), True, index)
                elif value not in said and value not in excused:
                    yield Finding(UNSAID_VALUE, (fact.id, value), not calculated, index)


def _values_said(fact: str, index: PlanIndex) -> Iterable[str]:
    for reader in index.readers.get(fact, ()):
        for tree in trees(index.units[reader]):
            for leaf in leaves_of(tree):
                if getattr(leaf.terms[0], "id", None) == fact:
                    yield from (str(each.value) for each in leaf.terms[1:] if isinstance(each, ConstantTerm))
