"""What flips between two runs, and what did it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.calendar import years
from domain.conditions import named, reached
from domain.fact_document import read_subject
from domain.facts import UNKNOWN
from domain.text import text
from rules.engine.answers.reading import Reading
from rules.engine.declare import Requirement, calculation, document
from rules.engine.rule import Rule
from rules.engine.ruleset import RuleSet, build
from rules.library import load_rule_sets
from rules.review.compare import Flip, by_cause, compare
from tests.rules.engine.library import CODE, DECLARATIONS, FEE_RATE, RULES, Genre, Reader, a_book, a_reader
from tests.rules.review.new_year import a_household

TODAY, LATER = date(2026, 2, 1), date(2026, 3, 1)
FEE, CEILINGS = "calculations.fees.fee", "calculations.income_ceilings."


def read(reader: Reader, as_of: date = TODAY, rules: RuleSet = RULES) -> Reading:
    return Reading(rules.index, rules.run(reader, as_of), as_of)


def causes(flips: list[Flip]) -> dict[str, list[tuple[str, str, str]]]:
    return {each.key: [cause.key for cause in each.causes] for each in flips}


def changed(**others: Rule) -> RuleSet:
    """Return the library's rules with others in place of those with these names."""
    rest = {name: each for name, each in DECLARATIONS.items() if name.rpartition(".")[2] not in others}
    known = {name.rpartition(".")[2]: name for name in DECLARATIONS}
    return build(
        "reader", Reader, rest | {known.get(name, f"documents.new.{name}"): each for name, each in others.items()}, {"fee_rate": FEE_RATE}
    )


def test_the_same_question_twice_flips_nothing() -> None:
    assert compare(read(a_reader()), read(a_reader())) == []


def test_a_figure_that_changed_between_two_days_is_named_with_both_its_periods() -> None:
    flips = compare(read(a_reader(), date(2026, 5, 31)), read(a_reader(), date(2026, 6, 1)))
    fee = next(each for each in flips if each.key == FEE)
    assert fee.before is not None
    assert fee.after is not None
    assert (fee.before.output, fee.after.output) == ("15.0", "30.0")
    (cause,) = fee.causes
    assert cause.key == ("figure", "fee_rate", "")
    assert (cause.before.since, cause.before.value, cause.after.since, cause.after.value) == ("2019-01-01", "0.1", "2026-06-01", "0.2")


def test_a_fact_is_followed_through_everything_that_reads_it() -> None:
    found = causes(compare(read(a_reader(a_book())), read(a_reader(a_book(price=Decimal(200))))))
    price = [("fact", "book.price", "first")]
    assert found == {"calculations.fees.value_lent": price, FEE: price}, "of one book the share is whole whatever it costs"


def test_a_fact_behind_an_aggregate_of_a_shared_condition_is_found() -> None:
    cheap = a_book(genre=Genre.NOVEL, price=Decimal(1))
    plain = a_reader(cheap, cheap.keyed("second"), deposit=UNKNOWN)
    found = causes(compare(read(plain), read(plain.replacing(books=(cheap, a_book("second", price=Decimal(1)))))))
    assert found["documents.reading.letter"] == [("fact", "book.genre", "second")]


def test_a_part_more_is_what_makes_the_difference() -> None:
    flips = compare(read(a_reader(a_book(), deposit=UNKNOWN), LATER), read(a_reader(a_book(), a_book("second"), deposit=UNKNOWN), LATER))
    found = causes(flips)
    assert found["calculations.fees.value_lent"] == [("part", "reader.books", "second")]
    assert found["documents.reading.letter"] == [("part", "reader.books", "second")]
    assert found["tasks.lending.return_it@second"] == [("part", "book", "second")]
    assert next(each for each in flips if each.key == "tasks.lending.return_it@second").before is None


def test_a_part_is_told_from_one_with_the_same_key_in_another_list() -> None:
    rules, loans = load_rule_sets()["operation"], {"operation.loans": [{"key": "x", "facts": {}}]}
    documents = {"parts": loans}, {"parts": loans | {"operation.buildings": [{"key": "x", "facts": {}}]}}
    before, after = (Reading(rules.index, rules.run(read_subject(rules.root, each), TODAY), TODAY) for each in documents)
    new = [each for each in compare(before, after, rules) if each.before is None]
    assert {(cause.key, cause.before, cause.after) for flip in new for cause in flip.causes} == {(("part", "building", "x"), False, True)}


@pytest.mark.parametrize("day", [date(2026, 3, 21), date(2026, 4, 5), date(2026, 4, 10)])
def test_a_task_that_grew_more_pressing_did_so_by_the_day(day: date) -> None:
    found = causes(compare(read(a_reader(), day), read(a_reader(), date.fromordinal(day.toordinal() + 1))))
    assert found == {"tasks.lending.return_it@first": [("day", "as_of", "")]}


def test_a_task_whose_due_day_moved_did_so_by_the_fact_it_counts_from() -> None:
    (flip,) = compare(read(a_reader(a_book()), LATER), read(a_reader(a_book(lent_on=date(2026, 1, 11))), LATER))
    assert flip.after is not None
    assert flip.after.output == {"state": "TO_DO", "due": "2026-04-11"}
    assert [each.key for each in flip.causes] == [("fact", "book.lent_on", "first")]


def test_a_day_that_came_turns_a_condition_and_an_age() -> None:
    found = causes(
        compare(
            read(a_reader(born_on=date(2008, 2, 2), member=False)), read(a_reader(born_on=date(2008, 2, 2), member=False), date(2026, 2, 2))
        )
    )
    assert found == {"documents.reading.card": [("day", "as_of", "")], "calculations.fees.age": [("day", "as_of", "")]}


def test_a_rule_that_comes_out_of_force_does_so_by_its_own_period() -> None:
    reader = a_reader(a_book(), deposit=Decimal(1))
    flips = compare(read(reader, date(2030, 12, 31)), read(reader, date(2031, 1, 1)))
    assert causes(flips)["documents.reading.receipt@first"] == [("period", "documents.reading.receipt", "")]


def test_a_fact_that_a_calculation_gives_is_followed_into_it_unless_somebody_said_it() -> None:
    young, old = a_reader(born_on=date(1990, 5, 1)), a_reader(born_on=date(1970, 5, 1))
    assert causes(compare(read(young), read(old)))["documents.ranks.honours"] == [("fact", "reader.born_on", "")]
    said = causes(compare(read(young), read(young.replacing(rank=7))))
    assert said["documents.ranks.honours"] == [("fact", "reader.rank", "")]


def test_a_rule_with_another_text_is_the_cause_itself() -> None:
    card = document(of=Reader, when=Reader.member, title=text(fr="Carte", en="Card"), requirement=Requirement.TO_REGISTER, source=CODE)
    flips = compare(read(a_reader()), read(a_reader(), rules=changed(card=card)))
    assert causes(flips) == {"documents.reading.card": [("rule", "documents.reading.card", "")]}
    (cause,) = flips[0].causes
    assert cause.before != cause.after


def test_a_shared_condition_with_another_text_is_the_cause_for_every_rule_that_names_it() -> None:
    is_adult = named(text(fr="Le lecteur est majeur", en="The reader is of age"), reached(Reader.born_on + years(40)))
    card = document(
        of=Reader, when=is_adult & ~Reader.member, title=text(fr="Carte", en="Card"), requirement=Requirement.TO_REGISTER, source=CODE
    )
    now = build(
        "reader", Reader, {**DECLARATIONS, "vocabulary.readers.is_adult": is_adult, "documents.reading.card": card}, {"fee_rate": FEE_RATE}
    )
    assert causes(compare(read(a_reader(member=False)), read(a_reader(member=False), rules=now))) == {
        "documents.reading.card": [("rule", "vocabulary.readers.is_adult", "")]
    }


def test_a_document_that_is_asked_otherwise_flips_though_it_applies_in_both() -> None:
    card: Mapping[str, Any] = {"of": Reader, "when": Reader.member, "title": text(fr="Carte", en="Card"), "source": CODE}
    one, other = (changed(card=document(**card, requirement=each)) for each in (Requirement.TO_REGISTER, Requirement.ON_REQUEST))
    (flip,) = compare(read(a_reader(), rules=one), read(a_reader(), rules=other))
    assert flip.before is not None
    assert flip.after is not None
    assert flip.before.outcome == flip.after.outcome == "applied"


def test_a_rule_that_is_new_or_gone_is_said_so() -> None:
    extra = document(of=Reader, title=text(fr="Photo", en="Photograph"), requirement=Requirement.TO_REGISTER, source=CODE)
    more = changed(extra=extra)
    (new,) = compare(read(a_reader()), read(a_reader(), rules=more))
    (gone,) = compare(read(a_reader(), rules=more), read(a_reader()))
    assert (new.key, new.before, gone.after) == ("documents.new.extra", None, None)
    assert [each.key for each in (*new.causes, *gone.causes)] == [("rule", "documents.new.extra", "")] * 2
    assert new.causes[0].before is None


def test_a_calculation_whose_helper_changed_is_still_the_cause() -> None:
    factor = [1]

    def fees() -> RuleSet:
        @calculation(of=Reader, title=text(fr="Cotisation", en="Fee"), unit="EUR", source=CODE)
        def fee(value_lent: Decimal) -> Decimal:
            return value_lent * factor[0]

        return changed(fee=fee)

    before = read(a_reader(), rules=fees())
    factor[0] = 2
    assert causes(compare(before, read(a_reader(), rules=fees()))) == {FEE: [("rule", FEE, "")]}


def test_of_several_inputs_that_changed_only_those_that_mattered_are_named() -> None:
    @calculation(of=Reader, title=text(fr="Cotisation", en="Fee"), unit="EUR", source=CODE)
    def fee(age: int, value_lent: Decimal, deposit: Decimal | None) -> Decimal:
        if value_lent > 1000:
            raise ValueError("too dear")
        return min(Decimal(age), value_lent) + (deposit or 0)

    rules = changed(fee=fee)
    young, old = a_reader(a_book(price=Decimal(10))), a_reader(a_book(price=Decimal(20)), born_on=date(1980, 5, 1), deposit=Decimal(1))
    before, after = read(young, rules=rules), read(old, rules=rules)
    price, birth, deposit = ("fact", "book.price", "first"), ("fact", "reader.born_on", ""), ("fact", "reader.deposit", "")
    assert causes(compare(before, after))[FEE] == [birth, price, deposit]
    assert causes(compare(before, after, rules))[FEE] == [price, deposit]
    assert causes(compare(before, after, changed(fee=fee)))[FEE] == [birth, price, deposit], "rules that did not run tell nothing"
    dear = read(old.replacing(books=(a_book(price=Decimal(2000)),)), rules=rules)
    assert causes(compare(before, dear, rules))[FEE] == [price], "which breaks the rule whatever else"


def test_inputs_that_matter_only_together_are_all_named() -> None:
    @calculation(of=Reader, title=text(fr="Cotisation", en="Fee"), unit="EUR", source=CODE)
    def fee(age: int, deposit: Decimal | None) -> Decimal:
        return Decimal(1 if age > 40 and deposit else 0)

    rules = changed(fee=fee)
    flips = compare(read(a_reader(), rules=rules), read(a_reader(born_on=date(1980, 5, 1), deposit=Decimal(1)), rules=rules), rules)
    assert causes(flips)[FEE] == [("fact", "reader.born_on", ""), ("fact", "reader.deposit", "")]


def test_what_becomes_unknown_is_a_flip_by_the_fact_that_nobody_says_any_more() -> None:
    found = compare(read(a_reader(a_book(price=UNKNOWN))), read(a_reader(a_book())))
    assert {each.key: (each.before and each.before.outcome, each.after and each.after.outcome) for each in found}[FEE] == (
        "undetermined",
        "applied",
    )
    assert set(map(str, causes(found).values())) == {str([("fact", "book.price", "first")])}


def test_flips_are_gathered_by_cause_the_most_consequential_first() -> None:
    flips = compare(read(a_reader(deposit=UNKNOWN), date(2026, 5, 31)), read(a_reader(deposit=Decimal(1)), date(2026, 6, 1)))
    gathered = {cause.key: [each.key for each in made] for cause, made in by_cause(flips)}
    assert gathered["figure", "fee_rate", ""] == [FEE]
    assert gathered["fact", "reader.deposit", ""] == ["documents.reading.letter", "documents.reading.receipt@first"]
    assert next(iter(gathered)) == ("fact", "reader.deposit", "")


def test_a_household_gets_the_ceilings_of_each_year_and_exactly_their_figures_are_named() -> None:
    rules = load_rule_sets()["household"]
    days = date(2025, 12, 31), date(2026, 1, 1)
    before, after = (Reading(rules.index, rules.run(a_household(), day), day) for day in days)
    flips = compare(before, after, rules)
    ceilings = {each.unit.id.rpartition(".")[2]: (each.before and each.before.output, each.after and each.after.output) for each in flips}
    assert ceilings["plus_ceiling"] == ("23201", "23403")
    assert ceilings["plai_ceiling"] == ("12759", "12870")
    assert ceilings["pls_ceiling"] == ("30161", "30424")
    found = {cause.key: cause for flip in flips for cause in flip.causes if "_ceilings" in cause.id and flip.unit.id.startswith(CEILINGS)}
    assert set(found) == {("figure", "plus_ceilings", ""), ("figure", "plai_ceilings", "")}
    assert {(each.before.since, each.after.since) for each in found.values()} == {("2025-01-01", "2026-01-01")}
    assert all(each.before.source and each.after.source for each in found.values())
    income = [each for each in flips if each.unit.id.endswith(".income_to_plus_ceiling")]
    assert [[cause.key for cause in each.causes] for each in income] == [[("figure", "plus_ceilings", "")]]
