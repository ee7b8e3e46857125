"""Levels: which types stand above and below each other, and on which of them a condition stands."""

from collections.abc import Iterator

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
from rules.engine.errors import RuleSetError
from rules.engine.rule import Calculation

Types = list[type[Subject]]


def types_of(root: type[Subject]) -> Types:
    """Return *root* and the types of the parts below it, those that stand higher first."""
    found = [root]
    for each in found:
        found.extend(listed.of for listed in each.lists)
    return found


def levels(of: type[Subject]) -> Types:
    """Return *of* and the types above it, nearest first."""
    chain = [of]
    while chain[-1].above is not None:
        chain.append(chain[-1].above.owner)
    return chain


def owner(parts: PartList, types: Types) -> type[Subject]:
    """
    Return the type that *parts* belong to, one of *types*, a root first.

    Raises:
        RuleSetError: it is none of them.
    """
    assert isinstance(parts, Parts)
    if parts.owner not in types:
        raise RuleSetError("wrong subject", f"{parts.id} is not below {types[0].__name__}; a rule reads its own subject and those above it")
    return parts.owner


def standing(tree: Condition, types: Types, where: str) -> type[Subject]:
    """
    Return the type a shared condition stands on: the lowest of those its leaves read.

    Args:
        tree: the condition.
        types: those of the rule set, its root first; others are not looked at.
        where: its place, for messages.

    Raises:
        RuleSetError: it reads two types of which neither stands above the other.
    """
    found = types[0]
    for each in _types_read(tree, types):
        if each not in types or each in levels(found):
            continue
        if found not in levels(each):
            raise RuleSetError("sibling", f"{where}: a condition reads {each.type_name} and {found.type_name}, neither above the other")
        found = each
    return found


def _types_read(tree: Condition, types: Types) -> Iterator[type[Subject]]:
    for leaf in leaves(tree):
        match leaf:
            case Named(means=means):
                yield from _types_read(means, types)
            case AnyOf(parts) | AllOf(parts):
                yield owner(parts, types)
            case Comparison(left, _, right):
                yield from _types_of(left, types)
                yield from _types_of(right, types)
            case OneOf(of) | Includes(of) | Holds(of) | Present(of) | Known(of) | Reached(of):
                yield from _types_of(of, types)


def _types_of(expression: object, types: Types) -> Iterator[type[Subject]]:
    match expression:
        case Fact():
            yield from (each for each in types if each is expression.owner)
        case Calculation():
            yield expression.of
        case Count(parts) | Total(parts) | Values(parts):
            yield owner(parts, types)
        case Truth(of=named):
            yield from _types_read(named, types)
        case Moved(of=inner) | YearsSince(of=inner):
            yield from _types_of(inner, types)
        case TodayWithin(since, until):
            yield from _types_of(since, types)
            yield from _types_of(until, types)
