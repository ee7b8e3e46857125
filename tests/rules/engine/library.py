"""A small rule set in which every kind of unit occurs: books lent by a library."""

from datetime import date
from decimal import Decimal

from domain.calendar import days, months, years
from domain.conditions import any_of, count, happened, known, named, passed, present, reached, total, years_since
from domain.facts import Fact, fact, milestone
from domain.subjects import Parts, Subject, parts
from domain.text import Choice, text
from rules.engine.declare import Alert, Confidence, Requirement, Source, calculation, derived, document, task
from rules.engine.figures import Figure, Period
from rules.engine.ruleset import Declarations, RuleSet, build

CODE = Source("Library code, art. 1", text(fr="Règlement", en="Library code"))


class Genre(Choice):
    NOVEL = text(fr="Roman", en="Novel")
    ATLAS = text(fr="Atlas", en="Atlas")


class Book(Subject, title=text(fr="Livre", en="Book")):
    genre: Fact[Genre] = fact(fr="Genre", en="Genre")
    price: Fact[Decimal] = fact(fr="Prix", en="Price", unit="EUR", step=2)
    lent_on: Fact[date] = fact(fr="Prêté le", en="Lent on", past=True)
    returned_on: Fact[date | None] = milestone(fr="Rendu le", en="Returned on")
    shelf: Fact[int | None] = fact(fr="Rayon", en="Shelf", provided=True, minimum=1, maximum=99)


class Reader(Subject, title=text(fr="Lecteur", en="Reader")):
    books_complete: Fact[bool] = fact(fr="Tous les livres sont dits", en="All books are listed")
    books: Parts[Book] = parts(fr="Livres", en="Books", complete=books_complete)
    born_on: Fact[date] = fact(fr="Né le", en="Born on", personal=True)
    deposit: Fact[Decimal | None] = fact(fr="Caution", en="Deposit", unit="EUR")
    rank: Fact[int] = fact(fr="Rang", en="Rank", provided=True)
    member: Fact[bool] = fact(fr="Membre", en="Member", sensitive=True)


is_precious = named(text(fr="Le livre est précieux", en="The book is precious"), (Book.genre == Genre.ATLAS) | (Book.price > Decimal(100)))
is_adult = named(text(fr="Le lecteur est majeur", en="The reader is of age"), reached(Reader.born_on + years(18)))

card = document(
    of=Reader, title=text(fr="Carte", en="Card"), when=is_adult & ~Reader.member, requirement=Requirement.TO_REGISTER, source=CODE
)
receipt = document(
    of=Book,
    who=is_precious,
    when=present(Reader.deposit) & passed(Book.lent_on + days(7)),
    title=text(fr="Reçu", en="Receipt"),
    requirement=Requirement.ON_REQUEST,
    source=CODE,
    confidence=Confidence.FROM_MEMORY,
    since=date(2020, 1, 1),
    until=date(2030, 12, 31),
)
letter = document(
    of=Reader,
    when=any_of(Reader.books, is_precious) & (count(Reader.books) >= 2) | known(Reader.deposit),
    title=text(fr="Lettre", en="Letter"),
    requirement=Requirement.TO_PROCESS,
    source=CODE,
)
shelf_note = document(
    of=Book, when=present(Book.shelf), title=text(fr="Cote", en="Shelf mark"), requirement=Requirement.TO_PROCESS, source=CODE
)
age = derived(years_since(Reader.born_on), of=Reader, title=text(fr="Âge", en="Age"), unit="year", source=CODE)
value_lent = derived(total(Reader.books, Book.price), of=Reader, title=text(fr="Valeur prêtée", en="Value lent"), unit="EUR", source=CODE)


@calculation(of=Reader, title=text(fr="Cotisation", en="Fee"), headline=text(fr="à payer", en="to pay"), unit="EUR", source=CODE)
def fee(age: int, value_lent: Decimal, fee_rate: Decimal) -> Decimal:
    """A rate of what is lent; whoever is under ten breaks the rule."""
    if age < 10:
        raise ValueError(f"a reader of {age} cannot be charged")
    return value_lent * fee_rate


@calculation(of=Reader, title=text(fr="Rang par âge", en="Rank by age"), gives=Reader.rank, source=CODE)
def rank_by_age(age: int) -> int:
    return age // 10


honours = document(
    of=Reader, when=Reader.rank >= 5, title=text(fr="Diplôme", en="Diploma"), requirement=Requirement.ON_REQUEST, source=CODE
)
honours_of_book = document(
    of=Book, when=Reader.rank >= 5, title=text(fr="Ruban", en="Ribbon"), requirement=Requirement.ON_REQUEST, source=CODE
)


@calculation(of=Book, title=text(fr="Part", en="Share"), source=CODE)
def share(price: Decimal, value_lent: Decimal) -> Decimal:
    return price / value_lent


return_it = task(
    of=Book,
    title=text(fr="Rendre", en="Return it"),
    display=known(Book.genre),
    closed=happened(Book.returned_on),
    counts_to=Book.lent_on + months(3),
    shown_from=months(2),
    alerts={Alert.MODERATE: days(20), Alert.CRITICAL: days(5)},
    source=CODE,
)

FEE_RATE = Figure(
    "fee_rate",
    text(fr="Taux", en="Rate"),
    None,
    "decimal",
    (
        Period(date(2019, 1, 1), Decimal("0.1"), CODE, Confidence.SOURCED),
        Period(date(2026, 6, 1), Decimal("0.2"), CODE, Confidence.SOURCED),
    ),
)
DECLARATIONS: Declarations = {
    "vocabulary.books.is_precious": is_precious,
    "vocabulary.readers.is_adult": is_adult,
    "documents.reading.card": card,
    "documents.reading.receipt": receipt,
    "documents.reading.letter": letter,
    "documents.reading.shelf_note": shelf_note,
    "calculations.fees.age": age,
    "calculations.fees.value_lent": value_lent,
    "calculations.fees.fee": fee,
    "calculations.fees.share": share,
    "calculations.ranks.rank_by_age": rank_by_age,
    "documents.ranks.honours": honours,
    "documents.ranks.honours_of_book": honours_of_book,
    "tasks.lending.return_it": return_it,
}
RULES: RuleSet = build("reader", Reader, DECLARATIONS, {"fee_rate": FEE_RATE})


def a_book(key: str = "first", **others: object) -> Book:
    """Return an atlas lent on 10 January 2026 for 150 EUR, but for what is said otherwise."""
    given: dict[str, object] = {"genre": Genre.ATLAS, "price": Decimal(150), "lent_on": date(2026, 1, 10), "shelf": None}
    return Book(**given | others).keyed(key)  # type: ignore[arg-type]  # what a test says otherwise is of the fact's type


def a_reader(*books: Book, **others: object) -> Reader:
    """Return a member born in 1990 with all books listed, but for what is said otherwise."""
    given: dict[str, object] = {
        "books": books or (a_book(),),
        "books_complete": True,
        "born_on": date(1990, 5, 1),
        "deposit": None,
        "member": True,
    }
    return Reader(**given | others)  # type: ignore[arg-type]  # what a test says otherwise is of the fact's type
