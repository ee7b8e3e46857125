"""Impossible facts are refused, each under its own code; what is not known contradicts nothing."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.buildings import Dwelling
from domain.errors import InvalidFacts
from domain.fact_document import read_subject
from domain.operations import Operation
from domain.subjects import Subject, types_below
from rules.engine.contradictions import contradictions, impossible_choices
from rules.engine.run import Node
from rules.library import ROOTS
from rules.review.cases import fact_document, load_cases

TODAY = date(2026, 3, 2)
ADULT = {"role": "APPLICANT", "born_on": "2008-03-02"}
SPOUSE = {"role": "SPOUSE", "born_on": "2008-03-02"}
THREE_DWELLINGS = {"buildings": {"a": {"dwellings_complete": True, "dwellings": {"1": {}, "2": {}, "3": {}}}}}
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
        ("household", {"persons": {"a": ADULT, "b": ADULT}}, "SEVERAL_APPLICANTS"),
        ("household", {"persons": {"a": ADULT, "b": SPOUSE, "c": SPOUSE}}, "SEVERAL_SPOUSES"),
        ("household", {"persons_complete": True, "persons": {"a": {**ADULT, "role": "OTHER"}}}, "HOUSEHOLD_WITHOUT_APPLICANT"),
        ("household", {"persons": {"a": {**ADULT, "dependant": True}}}, "APPLICANT_IS_DEPENDANT"),
        *(
            ("household", {"persons": {"a": {"role": role, "born_on": "2010-03-03"}}}, "TOO_YOUNG_FOR_LEASE")
            for role in ("APPLICANT", "SPOUSE", "CO_TENANT")
        ),
        *(
            ("household", {"persons": {"a": {"nationality": "FRENCH", "residence_document": each}}}, "RESIDENCE_DOCUMENT_OF_FRENCH")
            for each in ("PERMIT", "RENEWAL_RECEIPT", "REFUGEE_RECEIPT")
        ),
        ("household", {"persons": {"a": {"disabled": False, "disability_card": True}}}, "CARD_WITHOUT_DISABILITY"),
        (
            "operation",
            {"kind": "REHABILITATION", "includes_demolition": False, "permission": "DEMOLITION_PERMIT"},
            "DEMOLITION_PERMIT_WITHOUT_DEMOLITION",
        ),
        ("operation", {"reserved_dwellings": 4, "buildings_complete": True, **THREE_DWELLINGS}, "MORE_RESERVED_THAN_DWELLINGS"),
        ("operation", {"rehousings": {"a": {"offers_notified": 2, "three_offers_refused": True}}}, "FEWER_THAN_THREE_OFFERS"),
        ("operation", {"rehousings": {"a": {"offers_notified": 2, "third_offer_on": "2026-03-02"}}}, "FEWER_THAN_THREE_OFFERS"),
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
        ("household", {"persons": {"a": ADULT, "b": {"born_on": "2008-03-02"}, "c": SPOUSE}}),
        ("household", {"persons": {"a": {**ADULT, "role": "OTHER"}}}),
        ("household", {"persons_complete": True, "persons": {"a": {"born_on": "2008-03-02"}, "b": {**ADULT, "role": "OTHER"}}}),
        *(
            ("household", {"persons": {"a": {"role": role, "born_on": born_on}}})
            for role, born_on in (("APPLICANT", "2010-03-02"), ("SPOUSE", "2010-03-02"), ("CHILD", "2010-03-03"), ("OTHER", "2010-03-03"))
        ),
        ("household", {"persons": {"a": {"role": "unknown", "born_on": "2015-01-01"}}}),
        ("household", {"persons": {"a": {"nationality": "EU_EEA_SWISS", "residence_document": "PERMIT"}}}),
        ("household", {"persons": {"a": {"residence_document": "PERMIT"}, "b": {"nationality": "FRENCH"}}}),
        *(
            ("household", {"persons": {"a": given}})
            for given in ({"disabled": True, "disability_card": False}, {"disability_card": True}, {"disabled": False})
        ),
        ("household", {"ceiling_zone": "OTHER_REGIONS", "commune": "75056"}),
        ("operation", {"kind": "DEMOLITION", "includes_demolition": False, "permission": "DEMOLITION_PERMIT"}),
        ("operation", {"kind": "REHABILITATION", "permission": "DEMOLITION_PERMIT"}),
        ("operation", {"kind": "REHABILITATION", "includes_demolition": False, "permission": "BUILDING_PERMIT"}),
        ("operation", {"reserved_dwellings": 3, "buildings_complete": True, **THREE_DWELLINGS}),
        ("operation", {"reserved_dwellings": 4, **THREE_DWELLINGS}),
        ("operation", {"rehousings": {"a": {"offers_notified": 3, "third_offer_on": "2026-03-02", "three_offers_refused": True}}}),
        ("operation", {"rehousings": {"a": {"offers_notified": 2, "third_offer_on": "2026-03-03", "three_offers_refused": False}}}),
        ("operation", {**PLUS_AND_PLAI, "convention_product": "PLAI"}),
        ("operation", {"kind": "CONSTRUCTION", "convention_product": "PLS"}),
        ("operation", {"kind": "CONSTRUCTION", "funding_products": ["NONE"], "convention_product": "NONE"}),
        ("operation", {"kind": "REHABILITATION", "funding_products": ["PALULOS"], "convention_product": "PLUS"}),
        ("operation", {**PLUS_AND_PLAI, "buildings": {"a": {"dwellings": {"1": {"product": "PLUS"}}}}}),
    ],
)
def test_what_may_be_true_is_let_through(kind: str, facts: dict[str, Any]) -> None:
    assert contradictions(subject(kind, facts), TODAY) == ()


IN_ORDER = [
    ("operation", "works_start", "works_end", "WORKS_END_BEFORE_START"),
    ("operation", "archaeology_file_received_on", "archaeology_answered_on", "ARCHAEOLOGY_ANSWERED_BEFORE_FILE"),
    ("operation", "funding_requested_on", "funding_decided_on", "FUNDING_DECIDED_BEFORE_REQUEST"),
    ("operation", "funding_decided_on", "funding_notified_on", "FUNDING_NOTIFIED_BEFORE_DECISION"),
    ("operation", "pls_loan_requested_on", "pls_loan_signed_on", "PLS_LOAN_SIGNED_BEFORE_REQUEST"),
    ("operation", "guarantee_requested_on", "guarantee_decided_on", "GUARANTEE_DECIDED_BEFORE_REQUEST"),
    ("operation", "permit_filed_on", "missing_documents_notified_on", "MISSING_DOCUMENTS_BEFORE_FILING"),
    ("operation", "permit_filed_on", "permit_completed_on", "PERMIT_COMPLETED_BEFORE_FILED"),
    ("operation", "permit_filed_on", "permit_granted_on", "PERMIT_GRANTED_BEFORE_FILED"),
    ("operation", "permit_granted_on", "permit_notified_on", "PERMIT_NOTIFIED_BEFORE_GRANTED"),
    ("operation", "permit_granted_on", "permit_transmitted_on", "PERMIT_TRANSMITTED_BEFORE_GRANTED"),
    ("operation", "permit_granted_on", "permit_posted_on", "PERMIT_POSTED_BEFORE_GRANTED"),
    ("operation", "permit_granted_on", "permit_extension_requested_on", "PERMIT_EXTENSION_BEFORE_GRANTED"),
    ("operation", "permit_granted_on", "permit_extended_on", "PERMIT_EXTENDED_BEFORE_GRANTED"),
    ("operation", "permit_extended_on", "permit_extended_again_on", "PERMIT_EXTENDED_AGAIN_BEFORE_EXTENDED"),
    ("operation", "network_declaration_filed_on", "network_declaration_renewed_on", "NETWORK_DECLARATION_RENEWED_BEFORE_FILED"),
    ("operation", "works_started_on", "completed_on", "COMPLETED_BEFORE_START"),
    ("operation", "works_started_on", "accepted_on", "ACCEPTED_BEFORE_START"),
    ("operation", "accepted_on", "reserves_due_on", "RESERVES_DUE_BEFORE_ACCEPTANCE"),
    ("operation", "accepted_on", "reserves_lifted_on", "RESERVES_LIFTED_BEFORE_ACCEPTANCE"),
    ("operation", "off_plan_deed_signed_on", "delivered_on", "DELIVERED_BEFORE_DEED"),
    ("operation", "demolition_file_deposited_on", "demolition_file_complete_on", "DEMOLITION_FILE_COMPLETE_BEFORE_SUBMITTED"),
    ("operation", "convention_signed_on", "convention_published_on", "CONVENTION_PUBLISHED_BEFORE_SIGNED"),
    ("operation", "energy_contribution_started_on", "energy_contribution_stopped_on", "ENERGY_CONTRIBUTION_ENDS_BEFORE_START"),
    ("operation/loans", "granted_on", "settled_on", "LOAN_SETTLED_BEFORE_GRANTED"),
    ("landlord/years", "income_survey_sent_on", "income_survey_closed_on", "INCOME_SURVEY_CLOSED_BEFORE_SENT"),
    ("landlord/years", "occupation_survey_sent_on", "occupation_survey_results_sent_on", "OCCUPATION_RESULTS_BEFORE_SURVEY"),
    ("landlord/years", "rents_revised_on", "rent_resolution_sent_on", "RENT_RESOLUTION_SENT_BEFORE_TAKEN"),
    ("housing_request", "submitted_on", "certificate_sent_on", "CERTIFICATE_BEFORE_SUBMISSION"),
    ("housing_request", "submitted_on", "expires_on", "EXPIRES_BEFORE_SUBMISSION"),
    ("housing_request", "submitted_on", "expiry_notified_on", "EXPIRY_NOTIFIED_BEFORE_SUBMISSION"),
    ("housing_request", "submitted_on", "renewed_on", "RENEWED_BEFORE_SUBMISSION"),
    ("housing_request", "submitted_on", "allocated_on", "ALLOCATED_BEFORE_SUBMISSION"),
    ("housing_request", "submitted_on", "cancelled_on", "CANCELLED_BEFORE_SUBMISSION"),
]
AT_MOST = [
    ("third_party_appeals", "third_party_appeals_open", "MORE_APPEALS_OPEN_THAN_MADE"),
    ("acceptance_reserves", "acceptance_reserves_open", "MORE_RESERVES_OPEN_THAN_NOTED"),
    ("dwellings_rebuilt", "plai_dwellings_rebuilt", "MORE_PLAI_REBUILT_THAN_REBUILT"),
    ("dwellings_rebuilt", "dwellings_rebuilt_elsewhere", "MORE_REBUILT_ELSEWHERE_THAN_REBUILT"),
    ("dwellings_vacant", "dwellings_vacant_over_three_months", "MORE_LONG_VACANT_THAN_VACANT"),
]


def told(at: str, facts: dict[str, Any]) -> list[tuple[str, str]]:
    """Return where and under which code facts of a subject, or of a part in a list of it, are told to contradict each other."""
    kind, _, listed = at.partition("/")
    found = subject(kind, {listed: {"a": facts}} if listed else facts)
    return [(each.path, each.code) for each in contradictions(found, TODAY)]


@pytest.mark.parametrize(("at", "first", "then", "code"), IN_ORDER)
def test_what_follows_a_step_does_not_come_before_it(at: str, first: str, then: str, code: str) -> None:
    path = "a" if "/" in at else at
    assert told(at, {first: "2026-03-02", then: "2026-03-01"}) == [(path, code)]
    for may_be in ({first: "2026-03-02", then: "2026-03-02"}, {then: "2026-03-01"}, {first: "2026-03-02"}):
        assert told(at, may_be) == []


@pytest.mark.parametrize(("whole", "part", "code"), AT_MOST)
def test_a_part_is_no_more_than_the_whole(whole: str, part: str, code: str) -> None:
    assert told("operation", {whole: 1, part: 2}) == [("operation", code)]
    for may_be in ({whole: 1, part: 1}, {part: 2}, {whole: 1}):
        assert told("operation", may_be) == []


def test_each_contradiction_is_seen_here_and_says_what_to_do() -> None:
    seen = Path(__file__).read_text(encoding="utf-8")
    for each in (each for root in ROOTS for kind in types_below(root) for each in kind.contradictions):
        assert f'"{each.code}"' in seen or each.code == "PERSON_NOT_BORN_YET"
        assert all(
            re.search(r": (correct|corriger|choose|choisir|add|l’ajouter|ajouter|give|donner)", said)
            for said in (each.message.fr, each.message.en)
        )


NOBODY = "effort_rates: a household of nobody has nothing to live on"
"""What a calculation gives where there is nobody to divide by."""


def test_no_case_contradicts_itself() -> None:
    found = {case.name: each.code for case in load_cases() for each in contradictions(case.subject, case.as_of)}
    assert found == {NOBODY: "HOUSEHOLD_WITHOUT_ADULT"}


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
    applicant = {"role": "APPLICANT", "born_on": "1990-05-01"}
    household = subject("household", {"persons": {"a": applicant, "hugo": {"born_on": "2015-01-02"}}})
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
