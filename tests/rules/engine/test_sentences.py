"""Reasons as people read them: lines of a form that agree with nothing, in French and English, without a code in sight."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.buildings import Building, Dwelling
from domain.facts import UNKNOWN
from domain.households import Household
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.persons import Nationality, Person, Role
from domain.subjects import Subject
from domain.text import Language, Text, text
from rules.engine.answers.explain import Explanation, Reason
from rules.engine.answers.reading import Reading, Value
from rules.engine.language.sentences import Phrasebook
from rules.engine.language.wording import OR
from rules.engine.language.words import said_day, said_number
from rules.engine.plan import Unit, UnitKind
from rules.engine.terms import ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Term
from rules.library import load_rule_sets
from tests.rules.engine.library import RULES

UNIT = Unit("documents.test", UnitKind.DOCUMENT, "reader", 0, text(fr="Essai", en="Test"))
ROLES = {"ATLAS": text(fr="Atlas", en="Atlas"), "NOVEL": text(fr="Roman", en="Novel"), "POEMS": text(fr="Poésie", en="Poems")}
CODE = re.compile(r"[A-Z]+_[A-Z]+|\b[a-z]+\.[a-z_]+\b|UNKNOWN|None|True|False|\{|\}")


def fact(name: str) -> FactTerm:
    return FactTerm(name, 0, 0)


def constant(value: Any, label: Text | None = None) -> ConstantTerm:
    return ConstantTerm(0, value, label)


def reason(test: str, truth: Any, *operands: tuple[Term, Any]) -> Reason:
    terms = tuple(term for term, _ in operands)
    values = tuple(Value("", value, "given", None, term) for term, value in operands)
    return Reason(Leaf(0, test, terms), UNIT, "", truth, values)


GENRE, PRICE, LENT, RETURNED = fact("book.genre"), fact("book.price"), fact("book.lent_on"), fact("book.returned_on")
DEPOSIT, MEMBER = fact("reader.deposit"), fact("reader.member")
ATLAS, NOVEL, POEMS = (constant(name, label) for name, label in ROLES.items())
DUE, LIMIT, KEPT = MovedTerm(LENT, ((3, 0),)), FigureTerm("fee_rate", 0), GENRE


@pytest.mark.parametrize(
    ("said", "fr", "en"),
    [
        (reason("==", True, (GENRE, "ATLAS"), (ATLAS, "ATLAS")), "Genre : Atlas", "Genre: Atlas"),
        (reason("==", False, (GENRE, "NOVEL"), (ATLAS, "ATLAS")), "Genre : Roman, et non « Atlas »", "Genre: Novel, not “Atlas”"),
        (reason("==", UNKNOWN, (GENRE, UNKNOWN), (ATLAS, "ATLAS")), "Genre : à préciser (Atlas ?)", "Genre: not known yet (Atlas?)"),
        (reason("!=", True, (GENRE, "NOVEL"), (ATLAS, "ATLAS")), "Genre : Roman", "Genre: Novel"),
        (reason("!=", UNKNOWN, (GENRE, UNKNOWN), (ATLAS, "ATLAS")), "Genre : à préciser", "Genre: not known yet"),
        (reason("!=", False, (GENRE, "ATLAS"), (ATLAS, "ATLAS")), "Genre : Atlas", "Genre: Atlas"),
        (reason("one_of", True, (GENRE, "ATLAS"), (ATLAS, "ATLAS"), (NOVEL, "NOVEL")), "Genre : Atlas", "Genre: Atlas"),
        (
            reason("one_of", False, (GENRE, "NOVEL"), (ATLAS, "ATLAS"), (POEMS, "POEMS")),
            "Genre : Roman, et non « Atlas » ou « Poésie »",
            "Genre: Novel, not “Atlas” or “Poems”",
        ),
        (reason("includes", True, (KEPT, ["ATLAS", "NOVEL"]), (ATLAS, "ATLAS")), "Genre : Atlas", "Genre: Atlas"),
        (
            reason("includes", False, (KEPT, ["NOVEL"]), (ATLAS, "ATLAS")),
            "Genre : Roman, mais pas « Atlas »",
            "Genre: Novel, but not “Atlas”",
        ),
        (
            reason("includes", False, (KEPT, ["NOVEL"]), (ATLAS, "ATLAS"), (POEMS, "POEMS")),
            "Genre : Roman, mais ni « Atlas » ni « Poésie »",
            "Genre: Novel, but not “Atlas” or “Poems”",
        ),
        (reason("includes", False, (KEPT, []), (ATLAS, "ATLAS")), "Genre : néant", "Genre: none"),
        (
            reason("includes", UNKNOWN, (KEPT, UNKNOWN), (ATLAS, "ATLAS")),
            "Genre : à préciser (dont « Atlas » ?)",
            "Genre: not known yet (with “Atlas”?)",
        ),
        (
            reason("one_of", UNKNOWN, (GENRE, UNKNOWN), (ATLAS, "ATLAS"), (NOVEL, "NOVEL")),
            "Genre : à préciser (« Atlas » ou « Roman » ?)",
            "Genre: not known yet (“Atlas” or “Novel”?)",
        ),
        (
            reason(">", True, (PRICE, "1250.5"), (constant("100"), "100")),
            "Prix : 1 250,50 €, le seuil de 100 € est dépassé",
            "Price: €1,250.50, the threshold of €100 is exceeded",
        ),
        (
            reason(">", False, (PRICE, "90"), (constant("100"), "100")),
            "Prix : 90 €, le seuil de 100 € n’est pas dépassé",
            "Price: €90, the threshold of €100 is not exceeded",
        ),
        (
            reason(">=", True, (PRICE, "100"), (LIMIT, "100")),
            "Prix : 100 €, le seuil de 100 est atteint",
            "Price: €100, the threshold of 100 is reached",
        ),
        (
            reason("<", True, (PRICE, "90"), (LIMIT, "100")),
            "Prix : 90 €, le seuil de 100 n’est pas atteint",
            "Price: €90, the threshold of 100 is not reached",
        ),
        (
            reason("<=", True, (PRICE, "100"), (LIMIT, "100")),
            "Prix : 100 €, le seuil de 100 n’est pas dépassé",
            "Price: €100, the threshold of 100 is not exceeded",
        ),
        (
            reason(">", False, (LENT, "2026-02-01"), (RETURNED, None)),
            "Prêté le : 1er février 2026 ; Rendu le : aucune date",
            "Lent on: 1 February 2026; Returned on: no date",
        ),
        (
            reason(">", UNKNOWN, (PRICE, UNKNOWN), (LIMIT, "100")),
            "Prix : à préciser (plus de 100 ?)",
            "Price: not known yet (more than 100?)",
        ),
        (reason(">", UNKNOWN, (PRICE, UNKNOWN), (constant("0"), "0")), "Prix : à préciser", "Price: not known yet"),
        (reason("==", UNKNOWN, (PRICE, UNKNOWN), (constant("0"), "0")), "Prix : à préciser", "Price: not known yet"),
        (
            reason(">=", UNKNOWN, (PRICE, UNKNOWN), (constant("9"), "9")),
            "Prix : à préciser (au moins 9 € ?)",
            "Price: not known yet (at least €9?)",
        ),
        (reason(">", True, (PRICE, "90"), (constant("0"), "0")), "Prix : 90 €", "Price: €90"),
        (reason("==", False, (PRICE, "90"), (constant("0"), "0")), "Prix : 90 €", "Price: €90"),
        (
            reason(">", UNKNOWN, (PRICE, UNKNOWN), (DEPOSIT, "9")),
            "Prix : à préciser (plus de 9 € (Caution) ?)",
            "Price: not known yet (more than €9 (Deposit)?)",
        ),
        (reason("<", True, (PRICE, "5"), (DEPOSIT, "9")), "Prix : 5 €, moins de 9 € (Caution)", "Price: €5, less than €9 (Deposit)"),
        (reason("<", UNKNOWN, (PRICE, "5"), (DEPOSIT, UNKNOWN)), "Caution : à préciser", "Deposit: not known yet"),
        (
            reason("<", UNKNOWN, (PRICE, "5"), (LIMIT, UNKNOWN)),
            "Taux : cet outil n’a pas de valeur pour ce jour",
            "Rate: this tool holds no value for that day",
        ),
        (reason("<", False, (DEPOSIT, None), (constant("9"), "9")), "Caution : néant", "Deposit: none"),
        (
            reason("<", True, (LENT, "2026-05-01"), (constant("2026-05-02"), "2026-05-02")),
            "Prêté le : 1er mai 2026, avant le 2 mai 2026",
            "Lent on: 1 May 2026, before 2 May 2026",
        ),
        (
            reason("<", False, (LENT, "2026-05-01"), (RETURNED, "2026-04-02")),
            "Prêté le : 1er mai 2026, après le 2 avril 2026 (Rendu le)",
            "Lent on: 1 May 2026, after 2 April 2026 (Returned on)",
        ),
        (
            reason("reached", True, (DUE, "2026-08-01")),
            "Prêté le : 3 mois atteints le 1er août 2026",
            "Lent on: 3 months reached on 1 August 2026",
        ),
        (
            reason("reached", False, (DUE, "2026-08-01")),
            "Prêté le : 3 mois atteints le 1er août 2026, à venir",
            "Lent on: 3 months reached on 1 August 2026, still to come",
        ),
        (reason("reached", False, (DUE, None)), "Prêté le : aucune date", "Lent on: no date"),
        (reason("reached", UNKNOWN, (DUE, UNKNOWN)), "Prêté le : à préciser", "Lent on: not known yet"),
        (
            reason("reached", True, (MovedTerm(LENT, ((0, -1),)), "2026-04-30")),
            "Prêté le : il restait 1 jour le 30 avril 2026",
            "Lent on: 1 day left on 30 April 2026",
        ),
        (
            reason("reached", False, (MovedTerm(LENT, ((0, -1),)), "2026-04-30")),
            "Prêté le : il restera 1 jour le 30 avril 2026",
            "Lent on: 1 day will be left on 30 April 2026",
        ),
        (
            reason("passed", True, (MovedTerm(LENT, ((0, -1),)), "2026-04-30")),
            "Prêté le : il restait 1 jour le 30 avril 2026, date passée",
            "Lent on: 1 day left on 30 April 2026, past",
        ),
        (reason("reached", True, (RETURNED, "2026-05-02")), "Rendu le : 2 mai 2026", "Returned on: 2 May 2026"),
        (
            reason("reached", False, (RETURNED, "2026-05-02")),
            "Rendu le : 2 mai 2026, à venir",
            "Returned on: 2 May 2026, still to come",
        ),
        (reason("reached", False, (RETURNED, None)), "Rendu le : aucune date", "Returned on: no date"),
        (reason("passed", True, (RETURNED, "2026-05-02")), "Rendu le : 2 mai 2026, date passée", "Returned on: 2 May 2026, past"),
        (
            reason("passed", False, (DUE, "2026-08-01")),
            "Prêté le : 3 mois atteints le 1er août 2026, date pas encore passée",
            "Lent on: 3 months reached on 1 August 2026, not past yet",
        ),
        (
            reason("<=", True, (LENT, "2026-05-01"), (MovedTerm(RETURNED, ((-12, 0),)), "2026-05-01")),
            "Prêté le : 1er mai 2026, le même jour que le 1er mai 2026 (1 an avant « Rendu le »)",
            "Lent on: 1 May 2026, the same day as 1 May 2026 (1 year before “Returned on”)",
        ),
        (
            reason("<=", True, (LENT, "2026-02-27"), (MovedTerm(RETURNED, ((-6, 0), (-2, 0), (0, -1))), "2026-02-27")),
            "Prêté le : 27 février 2026, le même jour que le 27 février 2026 (6 mois puis 2 mois et 1 jour avant « Rendu le »)",
            "Lent on: 27 February 2026, the same day as 27 February 2026 (6 months then 2 months and 1 day before “Returned on”)",
        ),
        (reason("present", True, (DEPOSIT, "20")), "Caution : 20 €", "Deposit: €20"),
        (reason("present", False, (DEPOSIT, None)), "Caution : néant", "Deposit: none"),
        (reason("known", True, (DEPOSIT, "20")), "Caution : 20 €", "Deposit: €20"),
        (reason("known", False, (DEPOSIT, UNKNOWN)), "Caution : à préciser", "Deposit: not known yet"),
        (reason("holds", True, (MEMBER, True)), "Membre : oui", "Member: yes"),
        (reason("holds", False, (MEMBER, False)), "Membre : non", "Member: no"),
        (reason("holds", UNKNOWN, (MEMBER, UNKNOWN)), "Membre : à préciser", "Member: not known yet"),
    ],
)
def test_a_reason_reads_like_a_line_of_a_form(said: Reason, fr: str, en: str) -> None:
    assert plain(Phrasebook(RULES.index, "fr").sentence(said)) == fr
    assert plain(Phrasebook(RULES.index, "en").sentence(said)) == en


def plain(words: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", words)


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        ("23403", "EUR/year", "23 403 € par an", "€23,403 a year"),
        ("0.5", "EUR", "0,50 €", "€0.50"),
        ("4.3333333", "%", "≈ 4,33 %", "≈ 4.33%"),
        ("0.25", "ratio", "25 %", "25%"),
        ("1.3", "ratio", "130 %", "130%"),
        ("0", "person", "0 personne", "0 persons"),
        ("1", "dwelling", "1 logement", "1 dwelling"),
        ("2", "household", "2 ménages", "2 households"),
        ("45.5", "m2", "45,5 m²", "45.5 m²"),
        ("5.52", "EUR/m2/month", "5,52 € par m² et par mois", "€5.52 per square metre per month"),
        ("2051", "calendar year", "2051", "2051"),
        ("3", "category", "3", "3"),
        ("7", "parsec", "7 parsec", "7 parsec"),
        ("-1234.5", None, "-1 234,5", "-1,234.5"),
    ],
)
def test_a_number_is_said_with_its_unit_and_tells_when_it_is_rounded(value: str, unit: str | None, fr: str, en: str) -> None:
    assert plain(said_number(value, unit, "fr")) == fr
    assert plain(said_number(value, unit, "en")) == en


def test_the_first_of_the_month_is_said_as_the_french_do() -> None:
    assert (said_day("2026-03-01", "fr"), said_day("2026-03-11", "fr"), said_day("2026-03-01", "en")) == (
        "1er mars 2026",
        "11 mars 2026",
        "1 March 2026",
    )


def test_quotation_marks_within_others_are_of_another_kind() -> None:
    words = ["Titre « retrait »", "“Withdrawal” permit"]
    assert Phrasebook(RULES.index, "fr").quoted(words[:1], OR) == "« Titre “retrait” »"
    assert Phrasebook(RULES.index, "en").quoted(words[1:], OR) == "“‘Withdrawal’ permit”"


def test_a_text_that_looks_like_a_number_stays_a_text() -> None:
    household = load_rule_sets()["household"]
    assert Phrasebook(household.index, "fr").words("35238", fact("household.commune")) == "35238"


def a_household() -> Household:
    marie = Person(role=Role.APPLICANT, born_on=date(1990, 5, 1), nationality=Nationality.FRENCH, reference_tax_income=Decimal(18000))
    return Household(persons=(marie.keyed("marie"), Person(role=Role.CHILD).keyed("lea")), commune="35238")


def an_operation() -> Operation:
    building = Building(dwellings=(Dwelling(occupied=True).keyed("1"),)).keyed("A")
    return Operation(kind=OperationKind.DEMOLITION, works_start=date(2027, 3, 1), buildings=(building,))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("subject", [a_household(), Household(), an_operation(), Operation()])
def test_no_sentence_and_no_condition_shows_a_code(subject: Subject, language: Language) -> None:
    rules = load_rule_sets()[subject.type_name]
    reading = Reading(rules.index, rules.run(subject, date(2026, 11, 20)), date(2026, 11, 20))
    phrasebook = Phrasebook(rules.index, language)
    explanation = Explanation(reading)
    reasons = [each for evaluation in reading.evaluations() for each in explanation.reasons(evaluation)]
    said = [phrasebook.sentence(each) for top in reasons for each in unfolded(top)]
    said += [phrasebook.condition(unit.condition) for unit in rules.plan.units if unit.condition is not None]
    assert [each for each in said if CODE.search(each) or not each.strip()] == []


def unfolded(top: Reason) -> Iterator[Reason]:
    yield top
    for each in top.reasons:
        yield from unfolded(each)
