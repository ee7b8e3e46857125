"""What the readable answer says of dated figures in doubt: those without a value on the day, those without a newer one."""

from collections.abc import Iterator
from datetime import date

from api.commands.answer_items import SHOWN_CALCULATIONS, AnswerItems
from api.commands.answer_reasons import because
from api.commands.answer_uses import values_named
from api.commands.catalogue import OPERATIONS
from api.commands.lines import Line, Style
from api.commands.moot import moot
from rules.engine.answers.missing import MissingFigure
from rules.engine.answers.reading import UNDETERMINED, Evaluation
from rules.engine.language.doubts import NO_VALUE, NONE_NEWER, TO_VERIFY, said_missing, said_period
from rules.engine.language.wording import AND
from rules.engine.plan import FigurePlan, UnitKind


def aged_lines(items: AnswerItems) -> Iterator[Line]:
    """Yield each figure without a newer value, once, and what rests on it."""
    for (figure, period), resting in items.decision.aged_figures:
        since = said_period(period, items.language, aged=True)
        yield _named(items, figure, f"• {figure.title.in_language(items.language)} ({since})")
        yield Line(items.pair("concerns", values_named(items, resting, shown=SHOWN_CALCULATIONS)), 2)
        yield from _source(items, period.source)


def doubt_lines(items: AnswerItems) -> Iterator[Line]:
    """Yield each thing that was taken for true and is to be verified, with what rests on it, what else to know and the texts."""
    for doubt, resting in items.decision.doubts:
        title = doubt.title.in_language(items.language)
        yield Line(f"• {title[:1].upper()}{title[1:]}", 1, Style.ITEM, doubt.id if items.ids else "")
        yield Line(items.pair("concerns", values_named(items, resting, shown=len(resting))), 2)
        if doubt.note is not None:
            yield Line(doubt.note.in_language(items.language), 2)
        doubted = (each.unit for each in resting if doubt.id in {own.id for own in each.unit.doubts})
        yield from dict.fromkeys(Line(items.sources(unit), 2, Style.QUIET) for unit in doubted)


def missing_figure_lines(items: AnswerItems) -> Iterator[Line]:
    """Yield each figure without a value on the day, from which day it has one, and what waits for it."""
    for each, waiting in _figures_waited_for(items):
        yield _named(items, each.figure, f"• {_said(items, each)}")
        yield Line(items.pair("needed_for", values_named(items, waiting, shown=SHOWN_CALCULATIONS)), 2)
        yield from _source(items, each.source)


def doubts_in_short(items: AnswerItems) -> Iterator[Line]:
    """Yield what was taken for true, then how many figures that the values rest on are to be verified, and the first of them."""
    said = [doubt.title.in_language(items.language) for doubt, _ in items.decision.doubts]
    titles = [aged.figure.title.in_language(items.language) for aged, _ in items.decision.aged_figures]
    said += [f"{items.counted('aged_figures', len(titles))} ({items.first(titles)})"] if titles else []
    if said:
        yield Line(items.pair("to_verify", items.separator.join(said)), 1)


def marked_value(items: AnswerItems, evaluation: Evaluation) -> str:
    """Return a value, and that it is to be verified: where a figure has no newer value, or something was taken for true, said below."""
    aging, said = items.decision.explanation.aging, items.value(evaluation)
    why = NONE_NEWER if aging.of(evaluation) else TO_VERIFY if aging.doubts(evaluation) else None
    return f"{said} ({why.in_language(items.language)})" if why else said


def missing_in_short(items: AnswerItems) -> Iterator[str]:
    """Yield how many figures have no value on the day, and the first of them; of what is no operation, those that its summary waits for."""
    waited = _figures_waited_for(items)
    if items.decision.subject_type not in OPERATIONS:
        waited = ((each, waiting) for each, waiting in waited if any(found.unit.headline is not None for found in waiting))
    titles = [each.figure.title.in_language(items.language) for each, _ in waited]
    if titles:
        yield f"{items.counted('missing_figures', len(titles))} ({items.first(titles, items.separator)})"


def _figures_waited_for(items: AnswerItems) -> Iterator[tuple[MissingFigure, list[Evaluation]]]:
    """Yield the figures without a value on the day, each with what waits for it: those that matter to nothing here are left out."""
    left_out = moot(items.decision)
    for each in items.decision.waiting.figures:
        waiting = [found for found in items.decision.evaluations if each in _missing(items, found) and found.key not in left_out]
        if waiting:
            yield each, waiting


def why_not_calculated(items: AnswerItems) -> Iterator[Line]:
    """Yield each value that is not calculable yet, with what it waits for: what it reads, and behind that the facts and figures."""
    for evaluation in items.decision.of_kind(UnitKind.CALCULATION):
        if evaluation.outcome == UNDETERMINED:
            yield items.line(f"• {items.item(evaluation)}", evaluation, Style.PLAIN)
            yield from because(items, evaluation)
            yield from (Line(items.pair("lacking", each), 2) for each in _figures_lacking(items, evaluation))
            facts = [each.fact.title.in_language(items.language) for each in items.decision.explanation.missing(evaluation)]
            if facts:
                yield Line(items.pair("lacking", items.phrasebook.quoted(list(dict.fromkeys(facts)), AND)), 2)


def _figures_lacking(items: AnswerItems, evaluation: Evaluation) -> Iterator[str]:
    """Yield the figures that an evaluation waits for, by the day on which they have no value: since when they have one is said once."""
    by_day: dict[date, list[str]] = {}
    for each in _missing(items, evaluation):
        by_day.setdefault(each.day, []).append(each.figure.title.in_language(items.language))
    for day, titles in by_day.items():
        yield f"{items.phrasebook.quoted(titles, AND)} ({NO_VALUE.in_language(items.language).format(items.day(day))})"


def _missing(items: AnswerItems, evaluation: Evaluation) -> list[MissingFigure]:
    return items.decision.explanation.missing_figures(evaluation)


def _said(items: AnswerItems, missing: MissingFigure) -> str:
    return items.phrasebook.pair(missing.figure.title.in_language(items.language), said_missing(missing, items.language))


def _named(items: AnswerItems, figure: FigurePlan, words: str) -> Line:
    return Line(words, 1, Style.ITEM, figure.id if items.ids else "")


def _source(items: AnswerItems, source: str) -> Iterator[Line]:
    yield Line(items.pair("source", items.text_of(source)), 2, Style.QUIET)
