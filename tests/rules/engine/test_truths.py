"""A shared condition taken for a value: compiled and interpreted alike, known as soon as the condition is, missing what it misses."""

from datetime import date

import pytest

from domain.conditions import any_of, named, truth
from domain.expressions import Named
from domain.facts import UNKNOWN
from domain.text import text
from rules.engine.answers.explain import Explanation
from rules.engine.answers.reading import Reading
from rules.engine.declare import derived
from rules.engine.interpreter import Interpreter
from rules.engine.rule import Rule
from rules.engine.ruleset import RuleSet, build
from tests.rules.engine.library import CODE, Book, Genre, Reader, a_book, a_reader

DAY = date(2026, 2, 12)
has_atlas = named(text(fr="un atlas prêté", en="an atlas lent"), any_of(Reader.books, Book.genre == Genre.ATLAS))
lends_atlas = derived(truth(has_atlas), of=Reader, title=text(fr="Atlas", en="Atlas"), source=CODE)
DECLARED: dict[str, Rule | Named] = {"vocabulary.books.has_atlas": has_atlas, "calculations.fees.lends_atlas": lends_atlas}
RULES: RuleSet = build("reader", Reader, DECLARED, {})


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        (a_reader(a_book()), True),
        (a_reader(a_book().keyed("a"), a_book(genre=UNKNOWN).keyed("b")), True),
        (a_reader(a_book(genre=Genre.NOVEL)), False),
        (a_reader(a_book(genre=UNKNOWN)), UNKNOWN),
    ],
)
def test_its_value_is_the_truth_of_the_condition(reader: Reader, expected: object) -> None:
    node = RULES.run(reader, DAY)
    reading = Reading(RULES.index, node, DAY)
    (found,) = reading.evaluations()
    assert node.block[found.unit.slot] is expected
    assert Interpreter(DECLARED, {}, DAY).result(lends_atlas, node).value is expected
    missing = [each.fact.id for each in Explanation(reading).missing(found)]
    assert missing == (["book.genre"] if expected is UNKNOWN else [])
