from datetime import timedelta
from typing import Any

from tests.api.clients import Client, a_person

DOCUMENTS = """
query Documents($id: ID!, $language: Language, $asOf: Date, $knownAt: DateTime) {
  household(id: $id, language: $language, asOf: $asOf, knownAt: $knownAt) {
    documents {
      key title part outcome asked requirement
      rule { id kind sources { reference } }
      because { sentence truth values { what label value text origin } because { sentence truth } }
      missing { fact field part label type options { value label } rulesWaiting rules { id } }
    }
  }
}
"""
IDENTITY_CARD = "documents.identity.identity_card"


def documents(client: Client, identifier: str, **more: Any) -> dict[str, Any]:
    """Return the documents by key."""
    return {each["key"]: each for each in client.ask(DOCUMENTS, id=identifier, **more)["household"]["documents"]}


def test_a_french_applicant_is_asked_for_an_identity_card_with_the_reason(either: Client) -> None:
    card = documents(either, either.household(persons=[a_person()]), language="EN")[f"{IDENTITY_CARD}@marie"]
    assert (card["outcome"], card["asked"], card["requirement"], card["part"]) == ("APPLIED", True, "TO_REGISTER", "marie")
    assert card["title"] == "National identity card or passport"
    assert card["rule"]["id"] == IDENTITY_CARD
    assert card["rule"]["kind"] == "DOCUMENT"
    assert card["rule"]["sources"]
    assert any("French" in each["sentence"] for each in card["because"])
    nationality = next(value for each in card["because"] for value in each["values"] if value["what"] == "person.nationality")
    assert (nationality["value"], nationality["text"], nationality["origin"]) == ("FRENCH", "French", "GIVEN")
    shared = next(each for each in card["because"] if each["because"])
    assert shared["truth"] == "TRUE"


def test_a_foreign_applicant_is_not_asked_for_an_identity_card_and_is_told_why_not(client: Client) -> None:
    identifier = client.household(persons=[a_person(nationality="THIRD_COUNTRY", residenceDocument="PERMIT")])
    assert f"{IDENTITY_CARD}@marie" not in documents(client, identifier)
    assert "documents.identity.residence_permit@marie" in documents(client, identifier)
    query = (
        "query ($id: ID!, $rule: ID!) { household(id: $id, language: EN) "
        '{ evaluation(rule: $rule, part: "marie") { outcome because { sentence truth } } } }'
    )
    found = client.ask(query, id=identifier, rule=IDENTITY_CARD)["household"]["evaluation"]
    assert found["outcome"] == "NOT_APPLICABLE"
    assert [each["truth"] for each in found["because"]] == ["FALSE"]
    assert "French" in found["because"][0]["sentence"]


def test_an_unknown_nationality_leaves_the_card_open_and_is_named_as_missing(client: Client) -> None:
    card = documents(client, client.household(persons=[{"key": "marie", "role": "APPLICANT"}]), language="EN")[f"{IDENTITY_CARD}@marie"]
    assert (card["outcome"], card["asked"]) == ("UNDETERMINED", False)
    (missing,) = card["missing"]
    assert (missing["fact"], missing["field"], missing["part"], missing["type"]) == ("person.nationality", "nationality", "marie", "CHOICE")
    assert {"value": "FRENCH", "label": "French"} in missing["options"]
    assert missing["rulesWaiting"] >= 1
    assert IDENTITY_CARD in [each["id"] for each in missing["rules"]]


def test_titles_and_sentences_are_in_the_language_asked_for_then_in_the_one_liked_best_then_in_french(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    key = f"{IDENTITY_CARD}@marie"

    def title(headers: dict[str, str] | None = None, **more: Any) -> str:
        answer = client.send(DOCUMENTS, headers=headers, id=identifier, **more)
        return next(str(each["title"]) for each in answer["data"]["household"]["documents"] if each["key"] == key)

    assert title({"accept-language": "en"}, language="FR") == "Carte nationale d’identité ou passeport"
    assert title({"accept-language": "de, en;q=0.8, fr;q=0.3"}) == "National identity card or passport"
    assert title({"accept-language": "de"}) == "Carte nationale d’identité ou passeport"
    assert title() == "Carte nationale d’identité ou passeport"


def test_documents_can_be_asked_for_by_requirement_and_by_outcome(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    query = """
    query ($id: ID!) { household(id: $id) {
      never: documents(requirement: NEVER) { requirement }
      none: documents(requirement: []) { key }
      open: documents(outcome: [UNDETERMINED]) { outcome }
      closed: documents(outcome: NOT_APPLICABLE) { key }
    } }
    """
    found = client.ask(query, id=identifier)["household"]
    assert {each["requirement"] for each in found["never"]} == {"NEVER"}
    assert {each["outcome"] for each in found["open"]} == {"UNDETERMINED"}
    assert found["none"] == []
    assert "documents.identity.residence_permit@marie" in [each["key"] for each in found["closed"]]


def test_a_question_asked_twice_in_one_request_is_one_decision(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    query = "query ($id: ID!) { a: household(id: $id) { decision { id } missing { fact } } b: household(id: $id) { decision { id } } }"
    found = client.ask(query, id=identifier)
    assert found["a"]["decision"]["id"] == found["b"]["decision"]["id"]


def test_reading_facts_alone_decides_nothing(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    count = "{ decisions { nodes { number } } }"
    before = client.ask(count)["decisions"]["nodes"]
    answer = client.send("query ($id: ID!) { household(id: $id) { revision facts { persons { key } } } }", id=identifier)
    assert "ruleTrace" not in answer["extensions"]
    assert client.ask(count)["decisions"]["nodes"] == before


def test_known_absent_and_unknown_facts_are_three_things(client: Client) -> None:
    identifier = client.household(rent="0", recentIncome=None)
    query = "query ($id: ID!) { household(id: $id) { facts { rent recentIncome monthlyResources unknown } } }"
    facts = client.ask(query, id=identifier)["household"]["facts"]
    assert facts["rent"] == "0"
    assert facts["recentIncome"] is None
    assert facts["monthlyResources"] is None
    assert "household.monthly_resources" in facts["unknown"]
    assert not {"household.recent_income", "household.rent"} & set(facts["unknown"])


def test_collections_choices_and_tables_come_back_as_they_were_given(client: Client) -> None:
    table = [{"key": 2024, "value": "1.50"}, {"key": 2025, "value": None}]
    identifier = client.operation(
        fundingProducts=["PLUS", "PLAI"], structuralVacancyByYear=table, kind="DEMOLITION", worksStart="2026-09-01"
    )
    query = "query ($id: ID!) { operation(id: $id) { facts { fundingProducts structuralVacancyByYear { key value } kind worksStart } } }"
    assert client.ask(query, id=identifier)["operation"]["facts"] == {
        "fundingProducts": ["PLAI", "PLUS"],
        "structuralVacancyByYear": table,
        "kind": "DEMOLITION",
        "worksStart": "2026-09-01",
    }


def test_a_day_decides_with_that_day_as_today(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD", bornOn="2008-06-01")])
    query = """
    query ($id: ID!, $asOf: Date) { household(id: $id, asOf: $asOf) {
      decision { asOf }
      evaluation(rule: "documents.identity.identity_of_other_adult", part: "paul") { outcome }
    } }
    """
    minor = client.ask(query, id=identifier, asOf="2026-05-31")["household"]
    adult = client.ask(query, id=identifier, asOf="2026-06-01")["household"]
    assert (minor["decision"]["asOf"], minor["evaluation"]["outcome"]) == ("2026-05-31", "NOT_APPLICABLE")
    assert adult["evaluation"]["outcome"] != "NOT_APPLICABLE"


def test_a_day_before_a_birth_is_refused_by_its_code_and_no_age_is_negative(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD", bornOn="2008-06-01")])
    query = "query ($id: ID!, $asOf: Date) { household(id: $id, asOf: $asOf) { calculations { key value } } }"
    assert client.refused(query, id=identifier, asOf="2008-05-31") == ["PERSON_NOT_BORN_YET"]
    compared = "query ($id: ID!, $language: Language) { compareHousehold(id: $id, asOf: %s, one: {}, language: $language) { __typename } }"
    asked = "query ($id: ID!, $language: Language) { household(id: $id, asOf: %s, language: $language) { decision { id } } }"
    for each in (compared % '"2008-05-31"', asked % '"2008-05-31"'):
        said = [client.send(each, id=identifier, language=language)["errors"][0]["message"] for language in ("FR", "EN")]
        assert [message.split()[0] for message in said] == ["Une", "A"], said
    found = client.ask(query, id=identifier, asOf="2008-06-01")["household"]["calculations"]
    ages = {each["key"]: each["value"] for each in found if ".age@" in each["key"]}
    assert ages["calculations.household_category.age@paul"] == 0
    assert client.ask("{ decisions { nodes { asOf } } }") == {"decisions": {"nodes": [{"asOf": "2008-06-01"}, {"asOf": "2026-03-02"}]}}
    simulated = """query ($facts: HouseholdFactsInput!) { simulateHousehold(facts: $facts, asOf: "2008-05-31") {
      ... on InvalidFacts { problems { code path } }
    } }"""
    told = client.ask(simulated, facts={"persons": [a_person("paul", bornOn="2008-06-01")]})["simulateHousehold"]
    assert told == {"problems": [{"code": "PERSON_NOT_BORN_YET", "path": ["facts", "persons", "0"]}]}


def test_what_contradicts_today_already_is_no_matter_of_the_day_that_is_asked_about(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD", bornOn="2008-06-01")])
    client.clock.now -= timedelta(days=365 * 19)
    query = "query ($id: ID!, $asOf: Date) { household(id: $id, asOf: $asOf) { decision { asOf } } }"
    assert client.ask(query, id=identifier, asOf="2007-03-01")["household"]["decision"] == {"asOf": "2007-03-01"}


def test_an_instant_decides_on_what_was_known_then(client: Client) -> None:
    before = client.clock.now
    identifier = client.household(persons=[a_person()])
    client.clock.now = before.replace(hour=14)
    change = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"
    client.ask(change, input={"id": identifier, "facts": {"persons": [{"key": "marie", "nationality": "THIRD_COUNTRY"}]}})
    assert f"{IDENTITY_CARD}@marie" not in documents(client, identifier)
    assert f"{IDENTITY_CARD}@marie" in documents(client, identifier, knownAt=before.replace(hour=13).isoformat())
    query = "query ($id: ID!, $at: DateTime) { household(id: $id, knownAt: $at) { id } }"
    assert client.ask(query, id=identifier, at=before.replace(hour=11).isoformat()) == {"household": None}


def test_what_waits_for_an_event_names_it_and_what_never_applies_names_none(client: Client) -> None:
    identifier = client.operation(kind="DEMOLITION", demolitionFunder="STATE")
    query = """query ($id: ID!, $rule: ID!) { operation(id: $id) {
      evaluation(rule: $rule) { outcome waitsFor { fact label part } }
    } }"""
    rules = ("tasks.demolition.demolition_file_completeness", "tasks.funding.funding_request", "tasks.demolition.demolition_file")
    waiting, never, applied = (client.ask(query, id=identifier, rule=each)["operation"]["evaluation"] for each in rules)
    (event,) = waiting["waitsFor"]
    assert (waiting["outcome"], event["fact"], event["part"]) == ("NOT_APPLICABLE", "operation.demolition_file_deposited_on", None)
    assert (never["outcome"], never["waitsFor"]) == ("NOT_APPLICABLE", None)
    assert (applied["outcome"], applied["waitsFor"]) == ("APPLIED", None)


def test_a_task_does_not_wait_for_its_own_closing(client: Client) -> None:
    identifier = client.operation(kind="CONSTRUCTION", acceptedOn=None, finalAccountsClosedOn=None)
    asked = 'operation(id: $id) { evaluation(rule: "tasks.accounts.final_accounts") { waitsFor { fact } } }'
    told = client.ask(f"query ($id: ID!) {{ {asked} }}", id=identifier)["operation"]["evaluation"]
    assert told["waitsFor"] == [{"fact": "operation.accepted_on"}]


def test_what_is_missing_comes_by_form_step_and_tells_who_waits(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    query = "query ($id: ID!) { household(id: $id) { missing { fact step rulesWaiting rules { id } } } }"
    missing = client.ask(query, id=identifier)["household"]["missing"]
    assert [each["step"] for each in missing] == sorted(each["step"] for each in missing)
    assert all(each["rulesWaiting"] >= len(each["rules"]) >= 1 for each in missing)


def test_calculations_give_exact_values_in_words_and_in_plain_form(client: Client) -> None:
    facts = {"rent": "500.40", "annexRents": "0", "recoverableCharges": "99.60", "energyContribution": "0", "monthlyResources": "2000"}
    identifier = client.household(**facts, housingBenefit="100")
    query = "query ($id: ID!) { household(id: $id, language: EN) { calculations { key value text unit outcome inputs { label text } } } }"
    found = {each["key"]: each for each in client.ask(query, id=identifier)["household"]["calculations"]}
    expense = found["calculations.effort_rates.housing_expense"]
    assert (expense["value"], expense["unit"], expense["outcome"]) == ("600.00", "EUR/month", "APPLIED")
    assert len(expense["inputs"]) >= 3


def test_an_id_that_nobody_has_is_null(client: Client) -> None:
    operation = client.operation(kind="DEMOLITION")
    roots = ("household", "operation", "decision", "rule", "node")
    query = f"query ($id: ID!) {{ {' '.join(f'{name}(id: $id) {{ id }}' for name in roots)} }}"
    assert set(client.ask(query, id="01a1fb32-98fb-772b-a1b9-07e3b6e984ef").values()) == {None}
    assert client.ask("query ($id: ID!) { household(id: $id) { id } }", id=operation) == {"household": None}


def test_what_is_no_id_and_days_out_of_range_are_refused_by_code(client: Client) -> None:
    identifier = client.household()
    assert client.refused('{ decision(id: "x") { id } }') == ["BAD_ID"]
    query = "query ($id: ID!, $asOf: Date, $at: DateTime) { household(id: $id, asOf: $asOf, knownAt: $at) { id } }"
    assert client.refused(query, id=identifier, asOf="1066-10-14") == ["DATE_OUT_OF_RANGE"]
    assert client.refused(query, id=identifier, asOf="9999-12-31") == ["DATE_OUT_OF_RANGE"]
    assert client.refused(query, id=identifier, at="2031-01-01T00:00:00Z") == ["DATE_OUT_OF_RANGE"]
    assert client.refused(query, id=identifier, at="2026-01-01T00:00:00") == ["BAD_USER_INPUT"]
    assert client.refused(query, id=identifier, at="0001-01-01T00:00:00+14:00") == ["BAD_USER_INPUT"]
    assert client.refused(query, id=identifier, asOf="yesterday") == ["BAD_USER_INPUT"]
