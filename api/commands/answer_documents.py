"""What the readable answer says of documents: those of an operation by their file, those asked for for the same reasons together."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from api.commands.answer_items import AnswerItems
from api.commands.answer_reasons import because
from api.commands.answer_tasks import AnswerTasks
from api.commands.catalogue import OPERATIONS, family_of, list_of
from api.commands.lines import Line, Style
from rules.engine.answers.days_told import obtained_on
from rules.engine.answers.reading import APPLIED, UNDETERMINED, Evaluation
from rules.engine.plan import UnitKind


def documents(items: AnswerItems, group: str, outcomes: Container[str] = (APPLIED,)) -> list[Evaluation]:
    """Return the documents on one of the lists that a caseworker knows."""
    found = (each for each in items.decision.of_kind(UnitKind.DOCUMENT) if each.outcome in outcomes)
    return [each for each in found if list_of(each.unit) == group]


def may_be_more(items: AnswerItems, tasks: AnswerTasks, group: str) -> bool:
    """Tell whether facts that are missing may put more documents on a list: of no step that the file dates, and of no later task."""
    undecided = (each for each in documents(items, group, (UNDETERMINED,)) if _obtained(items, each) is None)
    return any(tasks.later_with(each) is None for each in undecided)


def obtained_lines(items: AnswerItems) -> Iterator[Line]:
    """Yield the documents of steps that the file dates, by that day and its fact, the latest last; so those that may have been due."""
    found: dict[tuple[date, str], list[Evaluation]] = {}
    for each in (each for group in ("TO_REGISTER", "TO_PROCESS") for each in documents(items, group, (APPLIED, UNDETERMINED))):
        day, document = _obtained(items, each), each.unit.document
        if day is not None and document is not None:
            found.setdefault((day, items.phrasebook.name(document.obtained)), []).append(each)
    for (day, fact), those in sorted(found.items(), key=lambda pair: pair[0]):
        yield Line(items.phrasebook.pair(fact, items.day(day)), 1)
        for each in sorted(those, key=lambda each: each.outcome == UNDETERMINED):
            settled = each.outcome == APPLIED
            said = items.item(each) if settled else items.say("if_it_was_due", items.item(each))
            yield replace(items.line(f"• {said}", each, Style.GOOD if settled else Style.ITEM), depth=2)


def to_gather(items: AnswerItems, tasks: AnswerTasks, group: str) -> list[Evaluation]:
    """Return the documents on a list that are not there yet, that no later task brings and that are no other's paper."""
    lacking = (each for each in documents(items, group) if _obtained(items, each) is None and each.key not in items.covered)
    return [each for each in lacking if tasks.later_with(each) is None]


def gathered_later(items: AnswerItems, tasks: AnswerTasks) -> list[tuple[Evaluation, Evaluation]]:
    """Return the documents that a later task brings, each with that task, the earliest first."""
    lacking = (each for group in ("TO_REGISTER", "TO_PROCESS") for each in documents(items, group) if _obtained(items, each) is None)
    found = [(each, task) for each in lacking if (task := tasks.later_with(each)) is not None]
    return sorted(found, key=lambda pair: (items.due(pair[1]) or date.max, pair[1].key))


def later_lines(items: AnswerItems, tasks: AnswerTasks) -> Iterator[Line]:
    """Yield the documents that are gathered later, under the task that brings them."""
    by_task: dict[str, tuple[Evaluation, list[Evaluation]]] = {}
    for each, task in gathered_later(items, tasks):
        by_task.setdefault(task.key, (task, []))[1].append(each)
    for task, those in by_task.values():
        yield Line(tasks.heading_of(task), 1, Style.HEADING)
        yield from _explained(items, those)


def _obtained(items: AnswerItems, evaluation: Evaluation) -> date | None:
    return obtained_on(items.decision.reading, evaluation)


def heading_of(items: AnswerItems, group: str) -> str:
    """Return the heading of a list; what is gathered for an operation is asked of no applicant."""
    ours = group == "TO_PROCESS" and items.decision.subject_type in OPERATIONS
    return items.say("TO_GATHER" if ours else group)


def document_lines(items: AnswerItems, tasks: AnswerTasks, group: str) -> Iterator[Line]:
    """Yield the documents of a list, each under its file where there are several."""
    chosen = to_gather(items, tasks, group)
    if group == "NEVER":
        yield from _never(items, chosen)
        return
    families: dict[str, list[Evaluation]] = {}
    for each in chosen:
        ours = each.unit.type in OPERATIONS
        families.setdefault(family_of(each.unit).in_language(items.language) if ours else "", []).append(each)
    for family, those in families.items():
        if family:
            yield Line(f"{family} ({len(those)})", 1, Style.HEADING)
        yield from _explained(items, those)


def _explained(items: AnswerItems, chosen: Iterable[Evaluation]) -> Iterator[Line]:
    """Yield documents with their reasons; those asked for for the same reasons, on the same texts, stand under them."""
    alike: dict[tuple[Line, ...], list[Evaluation]] = {}
    for each in chosen:
        alike.setdefault((*because(items, each), *items.grounds(each.unit)), []).append(each)
    for explained, those in alike.items():
        if len(those) == 1:
            yield from _document(items, those[0])
            yield from explained
            yield from _covers(items, those[0])
        else:
            yield Line(items.say("together", str(len(those))), 1)
            yield from explained
            for each in those:
                yield from (replace(line, depth=line.depth + 1) for line in (*_document(items, each), *_covers(items, each)))


def _never(items: AnswerItems, chosen: Iterable[Evaluation]) -> Iterator[Line]:
    """Yield what is asked of nobody, whoever it is, with the texts."""
    for each in {each.unit.id: each for each in chosen}.values():
        yield items.line(f"• {items.title(each)}", each, Style.PLAIN)
        yield from items.grounds(each.unit)


def _document(items: AnswerItems, evaluation: Evaluation) -> Iterator[Line]:
    yield items.line(f"• {items.item(evaluation)}", evaluation, Style.ITEM)
    yield from (Line(term, 2) for term in items.terms(evaluation))


def _covers(items: AnswerItems, evaluation: Evaluation) -> Iterator[Line]:
    """Yield the documents that the paper is as well, each with its own reasons and texts."""
    names = evaluation.unit.document.covers if evaluation.unit.document else ()
    applied = items.decision.of_kind(UnitKind.DOCUMENT) if names else ()
    for each in applied:
        if items.covered.get(each.key) is evaluation:
            yield replace(items.line(items.pair("serves_as", items.item(each)), each, Style.PLAIN), depth=2)
            yield from (replace(line, depth=line.depth + 1) for line in (*because(items, each), *items.grounds(each.unit)))
