"""What the readable answer says of calculations: each value in its family, from what it was calculated, and what was not."""

from collections.abc import Iterable, Iterator

from api.commands.answer_items import AnswerItems
from api.commands.catalogue import family_of, in_file_order
from api.commands.lines import Line, Style
from rules.engine.reading import Evaluation


def values(items: AnswerItems, applied: Iterable[Evaluation], undetermined: Iterable[Evaluation]) -> Iterator[Line]:
    """
    Yield the values by family, in the order of the rule files; then what there is none of, and what cannot be calculated yet.

    Args:
        items: what says them.
        applied: the calculations that came to a value.
        undetermined: those that did not, because something is missing.
    """
    found = sorted(applied, key=lambda each: (*in_file_order(each.unit), each.node.path))
    none = [each for each in found if each.output is None or each.output in ((), [])]
    family = None
    for each in found:
        if each in none:
            continue
        title = family_of(each.unit).in_language(items.language)
        if title != family:
            yield Line(title, 1, Style.HEADING)
            family = title
        yield items.line(f"• {items.phrasebook.pair(items.item(each), items.value(each))}", each, Style.ITEM)
        yield from (Line(said, 2) for said in items.origins(each))
        yield from items.grounds(each.unit)
    yield from _named(items, "none", none)
    yield from _named(items, "not_calculated", undetermined)


def _named(items: AnswerItems, word: str, chosen: Iterable[Evaluation]) -> Iterator[Line]:
    titles = list(dict.fromkeys(items.title(each) for each in chosen))
    if titles:
        yield Line(items.pair(word, items.first(titles)), 1, Style.QUIET)
