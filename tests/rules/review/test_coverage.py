"""What was never seen of the rules, over runs whose every part is known."""

from datetime import date
from decimal import Decimal

import pytest

from domain.facts import UNKNOWN
from domain.text import text
from rules.engine.answers.reading import Reading
from rules.engine.declare import Requirement, document
from rules.engine.language.wording import Wording
from rules.engine.ruleset import build
from rules.review.case_checks import BadCase
from rules.review.cases import Case
from rules.review.coverage import Coverage, over_cases, possible_outcomes
from tests.rules.engine.library import CODE, DECLARATIONS, FEE_RATE, RULES, Genre, Reader, a_book, a_reader

TODAY = date(2026, 2, 1)


def read(reader: Reader) -> Reading:
    return Reading(RULES.index, RULES.run(reader, TODAY), TODAY)


def outcomes_lacking(coverage: Coverage) -> dict[str, tuple[str, ...]]:
    return {each.unit.id: each.never for each in coverage.rule_gaps()}


def truths_lacking(coverage: Coverage) -> dict[str, tuple[bool, ...]]:
    wording = Wording(coverage.index, "en")
    return {f"{each.unit.id}: {wording.condition(each.leaf)}": each.never for each in coverage.leaf_gaps()}


def test_before_any_run_every_outcome_and_truth_is_lacking() -> None:
    coverage = Coverage(RULES.index)
    assert outcomes_lacking(coverage)["documents.reading.card"] == ("applied", "not_applicable", "undetermined")
    assert truths_lacking(coverage)["documents.reading.card: Member: yes"] == (True, False)


def test_a_run_counts_every_outcome_and_every_truth_that_it_reached() -> None:
    coverage = Coverage(RULES.index)
    coverage.add(read(a_reader(member=False)))
    assert outcomes_lacking(coverage)["documents.reading.card"] == ("not_applicable", "undetermined")
    assert truths_lacking(coverage)["documents.reading.card: Member: yes"] == (True,)
    assert truths_lacking(coverage)["vocabulary.books.is_precious: Price: more than €100"] == (True, False), "the genre decided before it"
    coverage.add(read(a_reader(a_book(genre=Genre.NOVEL), member=True)))
    coverage.add(read(a_reader(born_on=UNKNOWN, member=UNKNOWN)))
    assert "documents.reading.card" not in outcomes_lacking(coverage)
    assert "documents.reading.card: Member: yes" not in truths_lacking(coverage)
    assert coverage.runs == 3


def test_of_a_case_only_what_it_states_counts_with_all_that_this_reads() -> None:
    coverage = Coverage(RULES.index)
    coverage.add(read(a_reader(member=False)), ["documents.reading.letter"])
    assert outcomes_lacking(coverage)["documents.reading.card"] == ("applied", "not_applicable", "undetermined")
    assert "applied" not in outcomes_lacking(coverage).get("documents.reading.letter", ())
    assert truths_lacking(coverage)["vocabulary.books.is_precious: Genre: Atlas"] == (False,), "read through a condition on the books"
    assert truths_lacking(coverage)["documents.reading.card: Member: yes"] == (True, False)


def test_a_case_on_a_rule_that_there_is_not_is_refused_with_its_likely_name() -> None:
    case = Case("reading: a card", a_reader(), TODAY, {"documents.reading.cart": "applied"})
    with pytest.raises(
        BadCase, match=r"reading: a card: there is no rule documents.reading.cart; .* did you mean documents.reading.card\?"
    ):
        over_cases([case], {"reader": RULES})


def test_what_was_seen_of_a_rule_says_nothing_of_its_new_text() -> None:
    card = document(of=Reader, when=Reader.member, title=text(fr="Carte", en="Card"), requirement=Requirement.TO_REGISTER, source=CODE)
    coverage = Coverage(build("reader", Reader, {**DECLARATIONS, "documents.reading.card": card}, {"fee_rate": FEE_RATE}).index)
    coverage.add(read(a_reader()))
    lacking = outcomes_lacking(coverage)
    assert lacking["documents.reading.card"] == ("applied", "not_applicable", "undetermined")
    assert lacking["documents.ranks.honours"] == ("applied", "undetermined"), "the same text in both"


def test_a_rule_can_have_only_the_outcomes_that_its_form_allows() -> None:
    units = RULES.index.units
    assert possible_outcomes(units["documents.reading.receipt"], RULES.index) == {"applied", "not_applicable", "undetermined"}
    assert possible_outcomes(units["calculations.fees.fee"], RULES.index) == {"applied", "undetermined"}
    assert possible_outcomes(units["tasks.lending.return_it"], RULES.index) == {"applied", "not_applicable"}, "known() and a milestone"


def test_a_part_that_is_not_there_is_not_seen() -> None:
    coverage = Coverage(RULES.index)
    coverage.add(read(Reader(books_complete=True, deposit=Decimal(1))))
    assert outcomes_lacking(coverage)["documents.reading.shelf_note"] == ("applied", "not_applicable", "undetermined")
