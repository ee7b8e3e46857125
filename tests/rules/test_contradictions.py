"""Impossible facts are refused, each under its own code; what is not known contradicts nothing."""

from datetime import date
from typing import Any

import pytest

from domain.buildings import Dwelling
from domain.errors import InvalidFacts
from domain.fact_document import read_subject
from domain.operations import Operation
from domain.subjects import Subject
from rules.engine.contradictions import contradictions, impossible_choices
from rules.engine.run import Node
from rules.library import ROOTS
from rules.review.cases import fact_document

TODAY = date(2026, 3, 2)
ADULT = {"role": "APPLICANT", "born_on": "2008-03-02"}
PLUS_AND_PLAI = {"kind": "CONSTRUCTION", "funding_products": ["PLUS", "PLAI"]}


def subject(kind: str, facts: dict[str, Any]) -> Subject:
    root = next(each for each in ROOTS if each.type_name == kind)
    return read_subject(root, fact_document(root, facts), today=TODAY)


@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        ("household", {"persons_complete": True, "persons": {"hugo": {"born_on": "2008-03-03"}}}, "HOUSEHOLD_WITHOUT_ADULT"),
        ("household", {"persons_complete": True}, "HOUSEHOLD_WITHOUT_ADULT"),
        ("household", {"persons_complete": True, "persons": {"a": ADULT, "b": ADULT}}, "SEVERAL_APPLICANTS"),
        ("household", {"persons": {"a": {**ADULT, "dependant": True}}}, "APPLICANT_IS_DEPENDANT"),
        ("operation", {"works_start": "2026-03-02", "works_end": "2026-03-01"}, "WORKS_END_BEFORE_START"),
        ("operation", {"works_started_on": "2026-03-02", "completed_on": "2026-03-01"}, "COMPLETED_BEFORE_START"),
        ("operation", {"permit_filed_on": "2026-03-02", "permit_granted_on": "2026-03-01"}, "PERMIT_GRANTED_BEFORE_FILED"),
        ("operation", {"permit_granted_on": "2026-03-02", "permit_notified_on": "2026-03-01"}, "PERMIT_NOTIFIED_BEFORE_GRANTED"),
        (
            "operation",
            {"kind": "REHABILITATION", "includes_demolition": False, "permission": "DEMOLITION_PERMIT"},
            "DEMOLITION_PERMIT_WITHOUT_DEMOLITION",
        ),
        ("operation", {"dwellings_vacant": 3, "dwellings_vacant_over_three_months": 4}, "MORE_LONG_VACANT_THAN_VACANT"),
        ("operation", {**PLUS_AND_PLAI, "convention_product": "PALULOS"}, "CONVENTION_FUNDED_OTHERWISE"),
        ("operation", {**PLUS_AND_PLAI, "convention_product": "NONE"}, "CONVENTION_FUNDED_OTHERWISE"),
        ("operation", {**PLUS_AND_PLAI, "buildings": {"a": {"dwellings": {"1": {"product": "PLS"}}}}}, "DWELLING_FUNDED_OTHERWISE"),
    ],
)
def test_facts_that_cannot_all_be_true_are_named(kind: str, facts: dict[str, Any], code: str) -> None:
    assert [problem.code for problem in contradictions(subject(kind, facts), TODAY)] == [code]


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("household", {"persons_complete": True, "persons": {"a": ADULT}}),
        ("household", {"persons": {"hugo": {"born_on": "2015-01-01"}}}),
        ("household", {"persons_complete": True, "persons": {"a": {"role": "APPLICANT"}}}),
        ("household", {"persons": {"a": ADULT, "b": ADULT}}),
        ("operation", {"works_start": "2026-03-02", "works_end": "2026-03-02"}),
        ("operation", {"works_end": "2026-03-01"}),
        ("operation", {"completed_on": "2026-03-01"}),
        ("operation", {"kind": "DEMOLITION", "includes_demolition": False, "permission": "DEMOLITION_PERMIT"}),
        ("operation", {"kind": "REHABILITATION", "permission": "DEMOLITION_PERMIT"}),
        ("operation", {"kind": "REHABILITATION", "includes_demolition": False, "permission": "BUILDING_PERMIT"}),
        ("operation", {"dwellings_vacant": 4, "dwellings_vacant_over_three_months": 4}),
        ("operation", {**PLUS_AND_PLAI, "convention_product": "PLAI"}),
        ("operation", {"kind": "CONSTRUCTION", "convention_product": "PLS"}),
        ("operation", {"kind": "CONSTRUCTION", "funding_products": ["NONE"], "convention_product": "NONE"}),
        ("operation", {"kind": "REHABILITATION", "funding_products": ["PALULOS"], "convention_product": "PLUS"}),
        ("operation", {**PLUS_AND_PLAI, "buildings": {"a": {"dwellings": {"1": {"product": "PLUS"}}}}}),
    ],
)
def test_what_may_be_true_is_let_through(kind: str, facts: dict[str, Any]) -> None:
    assert contradictions(subject(kind, facts), TODAY) == ()


@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        ("household", {"persons": {"a": {"born_on": "2090-01-01"}}}, "IN_THE_FUTURE"),
        ("household", {"persons": {"a": {"born_on": "1789-07-14"}}}, "OUT_OF_RANGE"),
        ("household", {"monthly_resources": -1}, "OUT_OF_RANGE"),
        ("household", {"persons": {"a": {"reference_tax_income": -0.01}}}, "OUT_OF_RANGE"),
        ("operation", {"third_party_appeals": -1}, "OUT_OF_RANGE"),
        ("operation", {"kind": "CASTLE"}, "WRONG_TYPE"),
    ],
)
def test_a_fact_that_is_impossible_by_itself_is_refused(kind: str, facts: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidFacts) as refused:
        subject(kind, facts)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_who_is_born_after_the_day_that_is_decided_on_is_named() -> None:
    household = subject("household", {"persons": {"a": ADULT, "hugo": {"born_on": "2015-01-02"}}})
    assert [problem.path for problem in contradictions(household, date(2015, 1, 1))] == ["hugo"]
    assert contradictions(household, date(2015, 1, 2)) == ()


@pytest.mark.parametrize(
    ("facts", "impossible"),
    [
        ({"kind": "REHABILITATION", "includes_demolition": False}, {"DEMOLITION_PERMIT"}),
        ({"kind": "REHABILITATION"}, set()),
        ({"kind": "DEMOLITION", "includes_demolition": False}, set()),
    ],
)
def test_a_choice_that_would_contradict_what_is_known_is_named(facts: dict[str, Any], impossible: set[str]) -> None:
    node = Node.of(subject("operation", facts))
    assert impossible_choices(node, Operation.permission, TODAY) == impossible
    assert impossible_choices(node, Operation.kind, TODAY) == set()


def test_a_choice_for_a_part_is_held_to_what_is_known_above_it() -> None:
    root = Node.of(subject("operation", {**PLUS_AND_PLAI, "buildings": {"a": {"dwellings": {"1": {}}}}}))
    dwelling = next(each for each in root.walk() if each.type_name == "dwelling")
    for node, fact in ((root, Operation.convention_product), (dwelling, Dwelling.product)):
        assert impossible_choices(node, fact, TODAY) == {"PLS", "PALULOS", "PSLA", "PLI", "NONE"}
