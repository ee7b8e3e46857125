"""What was given and is not used yet: every rule that reads it waits for something else."""

from collections.abc import Iterator
from typing import NamedTuple

from api.commands.answer_items import AnswerItems
from api.commands.answer_questions import labelled
from api.commands.lines import Line
from domain.facts import UNKNOWN
from domain.values import neutral
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import UNDETERMINED, Evaluation
from rules.engine.index import PlanIndex
from rules.engine.language.wording import AND, OR
from rules.engine.plan import FactPlan, UnitKind
from rules.engine.run import Node
from rules.engine.terms import FactTerm


class Given(NamedTuple):
    """A fact that was said on a part, and its place among the facts of that part."""

    node: Node
    place: int
    fact: FactPlan


def unused_lines(items: AnswerItems) -> Iterator[Line]:
    """Yield what was given, but for a no or a none, with the value that it will serve first and what that waits for."""
    by_rule: dict[str, list[Evaluation]] = {}
    for each in items.decision.evaluations:
        by_rule.setdefault(each.unit.id, []).append(each)
    for given in _given(items):
        rules = items.decision.index.derived("rules that read a fact", Readers).of(given.fact.id)
        reading = [each for rule in rules for each in by_rule.get(rule, ()) if _is_in_line(each.node, given.node)]
        if reading and all(each.outcome == UNDETERMINED for each in reading):
            yield Line(_said(items, given, reading), 1)


def _given(items: AnswerItems) -> Iterator[Given]:
    index, provided = items.decision.index, {(each.path, each.fact) for each in items.decision.answers}
    for node in items.decision.reading.root.walk():
        for place, fact in enumerate(index.types[node.type_name].facts):
            value = node.values[place]
            if value is not UNKNOWN and value is not None and value is not False and (node.path, fact.id) not in provided:
                yield Given(node, place, fact)


def _said(items: AnswerItems, given: Given, reading: list[Evaluation]) -> str:
    term = FactTerm(given.fact.id, 0, given.place)
    name = items.on_part(given.fact.title.in_language(items.language), given.node.type_name, given.node.path)
    said = items.phrasebook.pair(name, items.phrasebook.words(neutral(given.node.values[given.place]), term))
    values = [each for each in reading if each.unit.kind is UnitKind.CALCULATION] or reading
    lacking = {each.key: items.decision.explanation.missing(each) for each in values}
    first = min(values, key=lambda each: (not lacking[each.key], len(lacking[each.key])))  # what waits for figures alone, last
    by_fact: dict[str, list[Missing]] = {}
    for each in lacking[first.key]:
        by_fact.setdefault(each.fact.id, []).append(each)
    waits = items.first([items.phrasebook.quoted([labelled(items, those)], AND) for those in by_fact.values()])
    served = items.phrasebook.quoted([items.item(first)], OR)
    return f"• {said} ({items.say('serves_first', served, waits) if waits else items.say('serves', served)})"


def _is_in_line(one: Node, other: Node) -> bool:
    return one.is_within(other) or other.is_within(one)


class Readers:
    """The rules that read a fact, through whatever stands between them: conditions and expressions."""

    def __init__(self, index: PlanIndex) -> None:
        self._index = index
        self._found: dict[str, frozenset[str]] = {}

    def of(self, name: str) -> frozenset[str]:
        """Return the ids of the nearest rules that read what *name* is, a fact, condition or expression."""
        found = self._found.get(name)
        if found is None:
            self._found[name] = frozenset()  # a fact that is calculated reads what was said of it
            found = frozenset(rule for each in self._index.readers.get(name, ()) for rule in self._rules(each))
            self._found[name] = found
        return found

    def _rules(self, reader: str) -> frozenset[str]:
        unit = self._index.units[reader]
        return self.of(reader) if unit.hidden or unit.kind is UnitKind.CONDITION else frozenset({reader})
