"""What the summary of an answer says of values: those that rules call headlines, in the order in which headlines are declared."""

from collections.abc import Iterator

from api.commands.answer_figures import marked_value
from api.commands.answer_items import AnswerItems
from api.commands.answer_questions import labelled
from api.commands.catalogue import in_headline_order
from api.commands.lines import Line
from domain.facts import UNKNOWN
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import APPLIED, UNDETERMINED, Evaluation
from rules.engine.language.wording import OR
from rules.engine.plan import UnitKind


def headlines(items: AnswerItems) -> Iterator[Line]:
    """Yield the values that their rules call headlines, those to come too; nothing where no rule does."""
    headed = [
        each for each in items.decision.of_kind(UnitKind.CALCULATION) if each.unit.headline is not None and _is_sure_to_be(items, each)
    ]
    said = list(_said(items, sorted(headed, key=lambda each: in_headline_order(each.unit))))
    kind = items.decision.index.types[items.decision.subject_type].title.in_language(items.language)
    if len(said) > 1:
        yield Line(items.phrasebook.pair(kind, "").rstrip(), 1)
        yield from (Line(each, 2) for each in said)
    else:
        yield from (Line(items.phrasebook.pair(kind, each), 1) for each in said)


def _said(items: AnswerItems, headed: list[Evaluation]) -> Iterator[str]:
    """Yield each value; those that wait for the same in one, where the first of them stands."""
    wanting = {each.key: _wanting(items, each) for each in headed if each.outcome == UNDETERMINED}
    for each in headed:
        if each.outcome == APPLIED:
            yield items.phrasebook.pair(headline(items, each), marked_value(items, each))
        elif each.outcome == UNDETERMINED:
            together = [one for one in headed if wanting.get(one.key) == wanting[each.key]]
            if each is together[0]:
                names = items.separator.join(headline(items, one) for one in together)
                yield items.phrasebook.pair(names, _to_come(items, wanting[each.key], several=len(together) > 1))


def _is_sure_to_be(items: AnswerItems, evaluation: Evaluation) -> bool:
    """Tell whether there is such a value, known or to come."""
    when = evaluation.unit.when
    return when is None or items.decision.reading.raw(when, evaluation.node) is not UNKNOWN


def _wanting(items: AnswerItems, evaluation: Evaluation) -> list[str]:
    """Return what a value waits for: facts, each with the persons of whom it is not known, and dated figures."""
    by_fact: dict[str, list[Missing]] = {}
    for each in items.decision.explanation.missing(evaluation):
        by_fact.setdefault(each.fact.id, []).append(each)
    figures = items.decision.explanation.missing_figures(evaluation)
    return [labelled(items, those) for those in by_fact.values()] + [each.figure.title.in_language(items.language) for each in figures]


def _to_come(items: AnswerItems, wanting: list[str], *, several: bool) -> str:
    """Return that values are not known yet, and what for: where it is one thing alone, that nothing else is wanting."""
    word = ("headlines" if several else "headline") + ("_but_for" if len(wanting) == 1 else "_to_come")
    return items.say(word, items.first([items.phrasebook.quoted([each], OR) for each in wanting], shown=3))


def headline(items: AnswerItems, evaluation: Evaluation) -> str:
    """Return what a value is called in summaries, and the part that it is of."""
    assert evaluation.unit.headline is not None
    return items.on_part(evaluation.unit.headline.in_language(items.language), evaluation.node.type_name, evaluation.node.path)
