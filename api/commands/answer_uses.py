"""What the readable answer says that something is for: the tasks, documents and values that wait for it, or rest on it."""

from collections.abc import Iterable, Iterator, Sequence

from api.commands.answer_items import SHOWN, SHOWN_CALCULATIONS, AnswerItems
from api.commands.catalogue import family_of, in_headline_order
from rules.engine.answers.days_told import obtained_on
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import Evaluation
from rules.engine.language.wording import AND
from rules.engine.plan import UnitKind


def values_named(items: AnswerItems, calculations: Iterable[Evaluation], *, shown: int = SHOWN) -> str:
    """
    Return the calculations by their titles.

    Where there are more than *shown*, those of the summary, by what they are called there, and how many besides; where it has none, how
    many, by the families that hold them.
    """
    found = sorted(calculations, key=lambda each: in_headline_order(each.unit))
    titles = list(dict.fromkeys(items.title(each) for each in found))
    if not items.is_cut(titles, shown):
        return ", ".join(titles)
    headed = {items.title(each): each.unit.headline.in_language(items.language) for each in found if each.unit.headline is not None}
    if headed:
        return items.first([*headed.values(), *(each for each in titles if each not in headed)])
    return by_family(items, found)


def by_family(items: AnswerItems, calculations: Iterable[Evaluation]) -> str:
    """Return how many values there are, by the families that hold them."""
    families = {items.title(each): family_of(each.unit).in_language(items.language) for each in calculations}
    named = items.phrasebook.quoted(list(dict.fromkeys(families.values())), AND)
    return items.say("of_families", items.counted("values", len(families)), named)


def use_of(items: AnswerItems, parts: Sequence[Missing]) -> Iterator[str]:
    """Yield what a fact that is missing on some parts is needed for: each task and document, then the calculations."""
    waiting = {each.unit.id: each for missing in parts for each in items.waiting_for(missing)}.values()
    calculations = [each for each in waiting if each.unit.kind is UnitKind.CALCULATION]
    named = [_named(items, each) for each in waiting if each.unit.kind is not UnitKind.CALCULATION]
    if calculations:
        named.append(values_named(items, calculations, shown=SHOWN_CALCULATIONS))
    if named:
        yield items.pair("needed_for", ", ".join(named))


def _named(items: AnswerItems, evaluation: Evaluation) -> str:
    """Return the title of a task or document; one of a step that the file dates is only checked."""
    title = items.title(evaluation)
    return title if obtained_on(items.decision.reading, evaluation) is None else items.say("only_checked", title)
