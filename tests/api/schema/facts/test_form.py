"""A form is drawn from the schema's answer alone, step by step, and its answers go back as they were asked."""

from typing import Any

import pytest

from rules.library import load_rule_sets
from tests.api.clients import Client, a_person

FORM = """
fragment Asked on Question {
  fact field part label help type unit unitText optional step minimum maximum inThePast keyType valueType
  options { value label } place { list key title } completes { list field title keys }
}
query ($id: ID!, $language: Language) {
  household(id: $id, language: $language) {
    form { number title missing { ...Asked rulesWaiting rules { id } } given { ...Asked value text reason } }
  }
}
"""
ANSWER = """
mutation ($input: AnswerQuestionsInput!) {
  answerQuestions(input: $input) {
    __typename
    ... on Saved { subject { __typename id revision } missing { fact part } }
    ... on HouseholdSaved { household { facts { rent personsComplete persons { key role bornOn incomeKinds referenceTaxIncome } } } }
    ... on OperationSaved { operation { facts { structuralVacancyByYear { key value } commune works: worksStart } } }
    ... on Error { code path }
    ... on InvalidFacts { problems { code path message } }
    ... on Conflict { current { revision } }
  }
}
"""


def form(client: Client, identifier: str, language: str | None = "EN", kind: str = "household") -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = client.ask(FORM.replace("household(", f"{kind}("), id=identifier, language=language)[kind]["form"]
    return steps


def answer(client: Client, identifier: str, *answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = client.ask(ANSWER, input={"id": identifier, "answers": list(answers), **more})["answerQuestions"]
    return made


def question(steps: list[dict[str, Any]], fact: str, part: str | None = None) -> dict[str, Any]:
    return next(each for step in steps for each in step["missing"] + step["given"] if (each["fact"], each["part"]) == (fact, part))


def test_a_question_says_all_that_a_form_needs(client: Client) -> None:
    steps = form(client, client.household(persons=[a_person(bornOn=None)]))
    assert [(each["number"], each["title"]) for each in steps][:2] == [(1, "Who they are"), (2, "Work and schooling")]
    born = question(steps, "person.born_on", "marie")
    assert (born["label"], born["type"], born["minimum"], born["inThePast"]) == ("Date of birth", "DATE", "1890-01-01", True)
    assert born["place"] == [{"list": "persons", "key": "marie", "title": "Person"}]
    assert born["rulesWaiting"] >= len(born["rules"]) > 0
    income = question(steps, "person.reference_tax_income", "marie")
    assert income["unitText"] == "€ a year"
    assert (income["type"], income["unit"], income["optional"], income["minimum"]) == ("DECIMAL", "EUR/year", True, 0)
    assert income["help"].startswith("On the first page of the tax notice, in the box “Vos références”.")
    kinds = question(steps, "person.income_kinds", "marie")
    assert (kinds["type"], kinds["options"][0]) == ("CHOICES", {"value": "SALARY", "label": "Salary"})


def test_whether_a_list_is_complete_is_a_question_that_names_the_list(client: Client) -> None:
    complete = question(form(client, client.household(persons=[a_person()])), "household.persons_complete")
    assert complete["type"] == "BOOLEAN"
    assert complete["completes"] == {"list": "household.persons", "field": "persons", "title": "Persons", "keys": ["marie"]}


def test_questions_come_by_step_then_by_how_many_rules_wait_then_as_declared_and_never_what_is_provided(client: Client) -> None:
    declared = load_rule_sets()["household"].index.order_of_facts
    steps = form(client, client.household(persons=[a_person()]))
    missing = [each for step in steps for each in step["missing"]]
    keys = [(each["step"], -each["rulesWaiting"], declared[each["fact"]], each["part"] or "") for each in missing]
    assert keys == sorted(keys)
    assert "household.ceiling_zone" not in {each["fact"] for each in missing}
    assert len(missing) > 10


def test_what_was_answered_is_shown_to_be_corrected(client: Client) -> None:
    steps = form(client, client.household(rent="500.40", persons=[a_person()]))
    rent, born = question(steps, "household.rent"), question(steps, "person.born_on", "marie")
    assert (rent["value"], rent["step"], rent["reason"]) == ("500.40", 5, None)
    assert (born["value"], born["text"]) == ("1990-05-01", "1 May 1990")


def test_choices_that_what_is_known_excludes_are_not_offered(client: Client) -> None:
    steps = form(client, client.operation(kind="CONSTRUCTION", fundingProducts=["PLUS", "PLAI"]), kind="operation")
    product = question(steps, "operation.convention_product")
    assert [each["value"] for each in product["options"]] == ["PLAI", "PLUS"]


def test_the_form_speaks_the_language_of_the_argument_or_of_the_browser(client: Client) -> None:
    identifier = client.household(persons=[a_person(bornOn=None)])
    assert question(form(client, identifier, "FR"), "person.born_on", "marie")["label"] == "Date de naissance"
    sent = client.send(FORM, id=identifier, headers={"accept-language": "en-GB"})["data"]["household"]["form"]
    assert question(sent, "person.born_on", "marie")["label"] == "Date of birth"


def test_a_client_that_knows_no_fact_by_name_fills_the_form_until_nothing_is_missing(either: Client) -> None:
    """Draw what is asked, answer by its type, ask again: what a generic form does."""
    identifier = either.household(persons=[a_person()])
    by_type: dict[str, Any] = {
        "TEXT": {"text": "35238"},
        "INTEGER": {"integer": 1},
        "DECIMAL": {"decimal": "1000"},
        "DATE": {"date": "2026-01-10"},
        "BOOLEAN": {"boolean": True},
    }
    for _ in range(20):
        missing = [each for step in form(either, identifier) for each in step["missing"]]
        if not missing:
            return
        answers = []
        for each in missing:
            value = by_type.get(each["type"])
            if each["type"] == "CHOICE":
                value = {"choice": each["options"][0]["value"]}
            elif each["type"] == "CHOICES":
                value = {"choices": [each["options"][-1]["value"]]}
            elif each["completes"] is None and each["type"] == "BOOLEAN":
                value = {"boolean": False}
            answers.append({"fact": each["fact"], "part": each["part"], "value": value})
        made = answer(either, identifier, *answers)
        assert made["__typename"] == "HouseholdSaved", made
    raise AssertionError(f"the form has no end: {[each['fact'] for each in missing]}")


def test_answers_of_every_type_are_stored_together(client: Client) -> None:
    identifier = client.household()
    made = answer(
        client,
        identifier,
        {"fact": "household.rent", "value": {"decimal": "500.40"}},
        {"fact": "household.persons_complete", "value": {"boolean": False}},
        {"fact": "person.role", "part": "paul", "value": {"choice": "APPLICANT"}},
        {"fact": "person.born_on", "part": "paul", "value": {"date": "1990-05-01"}},
        {"fact": "person.income_kinds", "part": "paul", "value": {"choices": ["SALARY", "AAH"]}},
        {"fact": "person.reference_tax_income", "part": "paul", "value": {"none": True}},
        expectedVersion=1,
    )
    assert made["subject"] == {"__typename": "Household", "id": identifier, "revision": 2}
    person = {"key": "paul", "role": "APPLICANT", "bornOn": "1990-05-01", "incomeKinds": ["AAH", "SALARY"], "referenceTaxIncome": None}
    assert made["household"]["facts"] == {"rent": "500.40", "personsComplete": False, "persons": [person]}
    operation = client.operation()
    years = {"table": [{"key": "2024", "value": "1.5"}, {"key": "2025", "value": None}]}
    made = answer(client, operation, {"fact": "operation.structural_vacancy_by_year", "value": years})
    assert made["operation"]["facts"]["structuralVacancyByYear"] == [{"key": 2024, "value": "1.5"}, {"key": 2025, "value": None}]


def test_an_answer_is_taken_back_and_a_version_is_held(client: Client) -> None:
    identifier = client.household(rent="500")
    assert answer(client, identifier, {"fact": "household.rent", "value": {"unknown": True}})["household"]["facts"]["rent"] is None
    stale = answer(client, identifier, {"fact": "household.rent", "value": {"decimal": "1"}}, expectedVersion=1)
    assert (stale["code"], stale["current"]) == ("REVISION_CONFLICT", {"revision": 2})
    assert answer(client, "nobody", {"fact": "household.rent", "value": {"decimal": "1"}})["code"] == "NOT_FOUND"


def test_answers_that_are_sent_twice_are_stored_once(client: Client) -> None:
    identifier = client.household()
    rent = {"fact": "household.rent", "value": {"decimal": "1"}}
    first = answer(client, identifier, rent, expectedVersion=1, idempotencyKey="a")
    assert answer(client, identifier, rent, expectedVersion=1, idempotencyKey="a") == first
    assert answer(client, identifier, {**rent, "value": {"decimal": "2"}}, idempotencyKey="a")["code"] == "IDEMPOTENCY_KEY_REUSED"


@pytest.mark.parametrize(
    ("given", "code", "where"),
    [
        ({"fact": "household.nothing", "value": {"text": "x"}}, "UNKNOWN_FACT", "fact"),
        ({"fact": "person.role", "value": {"choice": "CHILD"}}, "UNKNOWN_PART", "part"),
        ({"fact": "household.rent", "part": "marie", "value": {"decimal": "1"}}, "UNKNOWN_PART", "part"),
        ({"fact": "household.commune", "value": {"text": "69123"}}, "ONE_VALUE", "value"),
        ({"fact": "household.commune", "value": {"unknown": True}}, "ONE_VALUE", "value"),
        ({"fact": "household.rent", "value": {"text": "1"}}, "WRONG_TYPE", "value"),
        ({"fact": "household.rent", "value": {"none": True}}, "NOT_OPTIONAL", "value"),
        ({"fact": "household.rent", "value": {"decimal": "-1"}}, "OUT_OF_RANGE", None),
        ({"fact": "person.role", "part": "marie", "value": {"choice": "KING"}}, "WRONG_TYPE", None),
        ({"fact": "person.dependant", "part": "marie", "value": {"boolean": True}}, "APPLICANT_IS_DEPENDANT", None),
    ],
)
def test_an_answer_that_does_not_fit_is_told_by_its_number(client: Client, given: dict[str, Any], code: str, where: str | None) -> None:
    identifier = client.household(persons=[a_person()])
    refused = answer(client, identifier, {"fact": "household.commune", "value": {"text": "35238"}}, given)
    assert refused["code"] == "INVALID_FACTS"
    path = ["answers", "1"] if where is None else ["answers", "1", where]
    assert [(each["code"], each["path"]) for each in refused["problems"]] == [(code, path)]


@pytest.mark.parametrize("value", [{}, {"decimal": "1", "text": "x"}, {"decimal": None}])
def test_a_value_is_exactly_one(client: Client, value: dict[str, Any]) -> None:
    identifier = client.household()
    sent = client.send(ANSWER, input={"id": identifier, "answers": [{"fact": "household.rent", "value": value}]})
    assert [each["extensions"]["code"] for each in sent["errors"]] == ["BAD_USER_INPUT"]
