"""The abbreviations: every one that a title, note or source uses is explained."""

import re
from collections.abc import Iterator

from api.commands.abbreviations import ABBREVIATIONS
from domain.text import Text
from rules.engine.index import PlanIndex
from rules.library import load_rule_sets

SHORT = re.compile(r"(?<!\w)\d?[A-Z]{2,6}(?!\w)")
REFERENCE = re.compile(r"BOI(-\w+)+|UHC/IUH2/\d+")
NOT_SHORT = {"II", "III", "IV", "VI", "VII", "VIII", "PHP", "IL"}
"""Numbers of annexes, a name, and a form of the tax office, which says itself what it is."""


def texts(index: PlanIndex) -> Iterator[Text | None]:
    """Yield whatever a reader may be told."""
    for unit in index.plan.units:
        yield from (unit.title, unit.note, unit.otherwise, *unit.choices.values())
        if unit.document is not None:
            yield from (*unit.document.alternatives, unit.document.period)
    for fact in index.facts.values():
        yield from (fact.title, *fact.choices.values())
    for figure in index.figures.values():
        yield figure.title
        yield from (Text(each.source, each.source) for each in figure.periods)
    for source in index.plan.sources.values():
        yield from (Text(source.reference, source.reference), source.title, source.version, source.caveat)


def test_every_abbreviation_of_a_title_note_or_source_is_explained() -> None:
    said = (each for rules in load_rule_sets().values() for each in texts(rules.index) if each is not None)
    used = {found for each in said for words in (each.fr, each.en) for found in SHORT.findall(REFERENCE.sub("BOI", words))}
    assert sorted(used - NOT_SHORT - ABBREVIATIONS.keys()) == []
