"""
A worker: this version of the rules behind standard input and output, for programs that run another version of them.

    python -m rules.worker        one question a line, one answer a line, both JSON

    {"type": "household", "as_of": "2026-01-01", "document": {"facts": {…}, "parts": {…}}}
    {"part": [key, facts, block, failures, [[part, …], …]], "left_out": ["household.later_fact"]}
    {"refused": "why it cannot be run"}

It stands in the archive of its own version, so a version stored years ago answers as it did. This form of lines is all that
the programs of later years rely on: what is added to it may be left out, nothing in it changes its meaning.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TextIO

from domain.errors import AttenduError
from domain.fact_document import Document, read_subject
from domain.facts import UNKNOWN
from domain.subjects import Subject
from domain.values import neutral
from rules.engine.ruleset import RuleSet
from rules.engine.run import Node, Outcome
from rules.library import load_rule_sets


def main() -> None:
    """Answer every question until there are no more; what rules might print goes to standard error."""
    answers, sys.stdout = sys.stdout, sys.stderr
    answer_all(load_rule_sets(), sys.stdin, answers)


def answer_all(rule_sets: Mapping[str, RuleSet], questions: TextIO, answers: TextIO) -> None:
    """Answer *questions* line by line."""
    for line in questions:
        answers.write(json.dumps(answer(rule_sets, json.loads(line)), ensure_ascii=False) + "\n")
        answers.flush()


def answer(rule_sets: Mapping[str, RuleSet], question: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the rules of this version say; facts that it does not know are left out, and named."""
    rule_set = rule_sets[question["type"]]
    left_out: list[str] = []
    document = _known(question["document"], rule_set.root, left_out)
    try:
        subject = read_subject(rule_set.root, document)
    except AttenduError as error:
        return {"refused": str(error)}
    run = rule_set.run(subject, date.fromisoformat(question["as_of"]))
    return {"part": _part(run), "left_out": sorted(set(left_out))}


def _known(document: Document, kind: type[Subject], left_out: list[str]) -> Document:
    """Return *document* without the facts and lists that this version does not know."""
    names = {name for each in kind.facts for name in (each.id, *each.formerly)}
    lists = {each.id: each.of for each in kind.lists}
    given, below = document.get("facts", {}), document.get("parts", {})
    left_out += [name for name in (*given, *below) if name not in names and name not in lists]
    parts = {name: [_known(each, lists[name], left_out) for each in items] for name, items in below.items() if name in lists}
    key = {"key": document["key"]} if "key" in document else {}
    return {**key, "facts": {name: value for name, value in given.items() if name in names}, "parts": parts}


def _part(node: Node) -> list[Any]:
    facts, block = list(_plain(node.values)), list(_plain(node.block))
    return [node.key, facts, block, node.failures, [[_part(each) for each in items] for items in node.children]]


def _plain(values: Iterable[Any]) -> Iterator[Any]:
    """Yield *values* in plain form: outcomes by name, unknown as an object that says so."""
    for value in values:
        yield {"unknown": True} if value is UNKNOWN else value.value if isinstance(value, Outcome) else neutral(value)


if __name__ == "__main__":
    main()
