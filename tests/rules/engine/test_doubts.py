"""What a rule names as its doubts: told of the document, or the value and all that rests on it, where they hold, and asked of nobody."""

from datetime import date
from decimal import Decimal

from domain.conditions import any_of, named, total
from domain.facts import UNKNOWN
from domain.text import text
from rules.engine.answers.explain import Explanation
from rules.engine.answers.reading import Reading
from rules.engine.declare import Requirement, calculation, derived, document
from rules.engine.ruleset import RuleSet, build
from tests.rules.engine.library import CODE, Book, Genre, Reader, a_book, a_reader

DAY = date(2026, 2, 12)
is_guessed = named(text(fr="prix d’un atlas estimé", en="price of an atlas guessed"), any_of(Reader.books, Book.genre == Genre.ATLAS))
value_lent = derived(
    total(Reader.books, Book.price), of=Reader, title=text(fr="Valeur", en="Value"), unit="EUR", doubt=is_guessed, source=CODE
)


@calculation(of=Reader, title=text(fr="Rang", en="Rank"), gives=Reader.rank, source=CODE)
def rank(value_lent: Decimal) -> int:
    return int(value_lent)


@calculation(of=Reader, title=text(fr="Double", en="Twice"), source=CODE)
def twice(rank: int) -> int:
    return rank * 2


is_member = named(text(fr="lecteur membre", en="member"), Reader.member)
price_list = document(
    of=Reader,
    title=text(fr="Liste des prix", en="Price list"),
    doubt=(is_guessed, is_member),
    requirement=Requirement.ON_REQUEST,
    source=CODE,
)


@calculation(of=Reader, title=text(fr="Peu", en="Little"), sure=is_member, source=CODE)
def is_little(twice: int) -> bool:
    return twice < 1000


RULES: RuleSet = build(
    "reader",
    Reader,
    {
        "vocabulary.books.is_guessed": is_guessed,
        "vocabulary.books.is_member": is_member,
        "documents.fees.price_list": price_list,
        "calculations.fees.value_lent": value_lent,
        "calculations.fees.rank_by_value": rank,
        "calculations.fees.twice": twice,
        "calculations.fees.is_little": is_little,
    },
    {},
)


def doubted(reader: Reader) -> dict[str, list[str]]:
    """Return the doubts of each calculation, by its name."""
    explanation = Explanation(Reading(RULES.index, RULES.run(reader, DAY), DAY))
    evaluations = [each for each in explanation.reading.evaluations() if each.unit.document is None]
    found = {each.unit.id.rpartition(".")[2]: explanation.aging.doubts(each) for each in evaluations}
    return {name: [each.title.en for each in those] for name, those in found.items() if those}


def test_a_doubt_is_told_of_the_value_and_of_all_that_rests_on_it() -> None:
    guessed = ["price of an atlas guessed"]
    assert doubted(a_reader(member=False)) == {"value_lent": guessed, "rank_by_value": guessed, "twice": guessed, "is_little": guessed}


def test_none_is_told_of_a_value_that_comes_out_the_same_whatever_is_in_doubt() -> None:
    assert set(doubted(a_reader(member=True))) == {"value_lent", "rank_by_value", "twice"}
    assert "is_little" in doubted(a_reader(member=UNKNOWN))


def test_none_is_told_where_it_does_not_hold_or_is_not_known() -> None:
    assert doubted(a_reader(a_book(genre=Genre.NOVEL))) == {}
    assert doubted(a_reader(a_book(genre=UNKNOWN))) == {}


def test_a_document_has_its_doubts_that_hold_one_or_several() -> None:
    def doubts_of_list(reader: Reader) -> list[str]:
        reading = Reading(RULES.index, RULES.run(reader, DAY), DAY)
        found = next(each for each in reading.evaluations() if each.unit.document is not None)
        return [each.title.en for each in Explanation(reading).aging.own(found.unit, found.node)]

    assert doubts_of_list(a_reader(member=True)) == ["price of an atlas guessed", "member"]
    assert doubts_of_list(a_reader(member=False)) == ["price of an atlas guessed"]
    assert doubts_of_list(a_reader(a_book(genre=Genre.NOVEL), member=UNKNOWN)) == []


def test_what_somebody_said_rests_on_no_doubt() -> None:
    assert "twice" not in doubted(a_reader(rank=7))


def test_a_doubt_asks_for_no_fact() -> None:
    explanation = Explanation(Reading(RULES.index, RULES.run(a_reader(a_book(genre=UNKNOWN, price=UNKNOWN)), DAY), DAY))
    asked = {each.fact.id for found in explanation.reading.evaluations() for each in explanation.missing(found)}
    assert "book.price" in asked
    assert "book.genre" not in asked
