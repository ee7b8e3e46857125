"""What the readable answer says is missing: each fact once, on which parts, what waits for it, how it can be answered."""

from collections.abc import Iterable, Iterator

from api.commands.answer_items import AnswerItems
from api.commands.lines import Line, Style
from rules.engine.missing import Missing
from rules.engine.plan import UnitKind

Facts = list[list[Missing]]


def missing_facts(items: AnswerItems) -> tuple[Facts, Facts]:
    """Return the missing facts, each with its parts: those that a document or task waits for, and those that only calculations do."""
    by_fact: dict[str, list[Missing]] = {}
    for missing, _ in items.decision.missing:
        by_fact.setdefault(missing.fact.id, []).append(missing)
    asked: Facts = []
    calculated: Facts = []
    for parts in by_fact.values():
        kinds = {each.unit.kind for missing in parts for each in items.waiting_for(missing)}
        (calculated if kinds == {UnitKind.CALCULATION} else asked).append(parts)
    return asked, calculated


def missing_lines(items: AnswerItems, facts: Iterable[list[Missing]], *, ids: bool) -> Iterator[Line]:
    """Yield them, numbered."""
    for number, parts in enumerate(facts, start=1):
        fact = parts[0].fact
        paths = items.first([each.path.replace("/", ", ") for each in parts if each.path], " ; " if items.language == "fr" else "; ")
        label = items.on_part(fact.title.in_language(items.language), paths)
        yield Line(f"{number}. {label}", 1, Style.ITEM, fact.id if ids else "")
        yield from (Line(each, 2) for each in items.use_of(parts))
