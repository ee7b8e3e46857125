"""
Facts that cannot all be true: each subject type lists its contradictions, and a subject that is certainly in one is refused.

Certainly: what is not known contradicts nothing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from domain.errors import Problem
from domain.facts import Fact
from domain.subjects import Subject, types_below
from domain.text import Language
from rules.engine.compilation.checks import facts_tested
from rules.engine.interpreter import evaluate
from rules.engine.run import Node


def contradictions(subject: Subject, as_of: date, language: Language = "en") -> tuple[Problem, ...]:
    """Return the contradictions that *subject* and its parts are certainly in, with *as_of* as today."""
    types = {each.type_name: each for each in types_below(type(subject))}
    return tuple(problem for node in Node.of(subject).walk() for problem in _of_part(node, types[node.type_name], as_of, language))


def impossible_choices(node: Node, fact: Fact[Any], as_of: date) -> frozenset[str]:
    """Return the codes of the choices of *fact* that would certainly contradict what is known of the part *node* and above it."""
    kind = fact.owner
    assert issubclass(kind, Subject), "only subjects and their parts have facts to choose"
    concerned = [each.when for each in kind.contradictions if any(read is fact for read in facts_tested(each.when))]
    found = set()
    for choice in fact.kind if concerned else ():
        trial = Node(node.type_name, node.key, (*node.values[: fact.index], choice, *node.values[fact.index + 1 :]), node.parent)
        trial.children = node.children
        if any(evaluate(when, trial, as_of) is True for when in concerned):
            found.add(choice.name)
    return frozenset(found)


def _of_part(node: Node, kind: type[Subject], as_of: date, language: Language) -> Iterator[Problem]:
    for each in kind.contradictions:
        if evaluate(each.when, _all_listed(node, kind) if each.of_those_listed else node, as_of) is True:
            facts = tuple(dict.fromkeys(fact.id for fact in facts_tested(each.when)))
            yield Problem(each.code, node.path or kind.type_name, each.message.in_language(language), facts)


def _all_listed(node: Node, kind: type[Subject]) -> Node:
    """Return *node* as it is if no part of it is missing."""
    complete = {each.complete.index for each in kind.lists}
    values = tuple(True if index in complete else value for index, value in enumerate(node.values))
    same = Node(node.type_name, node.key, values, node.parent)
    same.children = node.children
    return same
