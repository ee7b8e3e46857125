from typing import Any

from tests.api.clients import Client, a_person

CREATE = """
mutation ($input: CreateHouseholdInput!) {
  createHousehold(input: $input) {
    __typename
    ... on HouseholdSaved { household { id revision author facts { rent persons { key role } } } missing { field part label } }
    ... on Error { code message path }
    ... on InvalidFacts { problems { code message path } }
  }
}
"""
UPDATE = """
mutation ($input: UpdateHouseholdInput!) {
  updateHousehold(input: $input) {
    __typename
    ... on HouseholdSaved {
      household { id revision facts { rent recentIncome unknown persons { key role bornOn unknown } } documents { key } }
      missing { fact part }
    }
    ... on Error { code message path }
    ... on InvalidFacts { problems { code message path } }
    ... on Conflict { current { id revision ... on Household { facts { rent } } } }
  }
}
"""
UPDATE_OPERATION = """
mutation ($input: UpdateOperationInput!) {
  updateOperation(input: $input) {
    __typename
    ... on OperationSaved { operation { id revision facts { completedOn buildings { key floorArea dwellings { key } } } } }
    ... on InvalidFacts { problems { code path } }
  }
}
"""


def update(client: Client, identifier: str, facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Change a household and return what came of it."""
    found: dict[str, Any] = client.ask(UPDATE, input={"id": identifier, "facts": facts, **more})["updateHousehold"]
    return found


def test_a_new_household_comes_back_decided_with_what_to_ask_next(either: Client) -> None:
    answer = either.send(CREATE, input={"facts": {"rent": "512.40", "persons": [a_person()]}, "language": "EN"})
    made = answer["data"]["createHousehold"]
    assert made["__typename"] == "HouseholdSaved"
    assert made["household"]["facts"] == {"rent": "512.40", "persons": [{"key": "marie", "role": "APPLICANT"}]}
    assert (made["household"]["revision"], made["household"]["author"]) == (1, "development")
    assert {"field": "personsComplete", "part": None, "label": "All persons are listed"} in made["missing"]
    (decision,) = answer["extensions"]["ruleTrace"]["decisions"]
    assert (decision["subject"], decision["recorded"], decision["revision"]) == (made["household"]["id"], True, 1)


def test_step_by_step_what_is_left_out_stays_and_null_is_unknown_or_absent(either: Client) -> None:
    identifier = either.household(rent="500", persons=[a_person()])
    saved = update(either, identifier, {"recentIncome": None, "persons": [{"key": "marie", "bornOn": None}]})["household"]
    assert saved["revision"] == 2
    assert saved["facts"]["rent"] == "500"
    (person,) = saved["facts"]["persons"]
    assert (person["role"], person["bornOn"], "person.born_on" in person["unknown"]) == ("APPLICANT", None, True)
    assert "household.recent_income" not in saved["facts"]["unknown"]
    forgotten = update(either, identifier, {"unknown": ["household.recent_income", "household.rent"]})["household"]
    assert {"household.recent_income", "household.rent"} <= set(forgotten["facts"]["unknown"])


def test_parts_are_added_changed_and_removed_by_key(client: Client) -> None:
    identifier = client.household(persons=[a_person()])
    added = update(client, identifier, {"persons": [{"key": "paul", "role": "CHILD"}]})["household"]
    assert [each["key"] for each in added["facts"]["persons"]] == ["marie", "paul"]
    removed = update(client, identifier, {"removePersons": ["marie", "nobody"]})["household"]
    assert [each["key"] for each in removed["facts"]["persons"]] == ["paul"]


def test_parts_of_parts_are_changed_in_place(client: Client) -> None:
    identifier = client.operation(buildings=[{"key": "A", "floorArea": "900", "dwellings": [{"key": "1"}, {"key": "2"}]}])
    facts = {"buildings": [{"key": "A", "dwellings": [{"key": "3"}], "removeDwellings": ["1"]}]}
    saved = client.ask(UPDATE_OPERATION, input={"id": identifier, "facts": facts})["updateOperation"]["operation"]
    assert saved["facts"]["buildings"] == [{"key": "A", "floorArea": "900", "dwellings": [{"key": "2"}, {"key": "3"}]}]


def test_a_milestone_that_is_null_has_not_happened_and_is_never_unknown(client: Client) -> None:
    identifier = client.operation(completedOn="2026-01-10")
    null = {"id": identifier, "facts": {"completedOn": None}}
    assert client.ask(UPDATE_OPERATION, input=null)["updateOperation"]["operation"]["facts"]["completedOn"] is None
    unknown = {"id": identifier, "facts": {"unknown": ["operation.completed_on"]}}
    (problem,) = client.ask(UPDATE_OPERATION, input=unknown)["updateOperation"]["problems"]
    assert problem == {"code": "NEVER_UNKNOWN", "path": ["facts", "unknown", "0"]}


def test_a_change_that_changes_nothing_stores_no_revision(client: Client) -> None:
    identifier = client.household(rent="500", persons=[a_person()])
    assert update(client, identifier, {"rent": "500", "persons": [{"key": "marie"}]})["household"]["revision"] == 1


def test_another_version_than_expected_is_a_conflict_that_shows_the_current_one(either: Client) -> None:
    identifier = either.household(rent="500")
    update(either, identifier, {"rent": "600"}, expectedVersion=1)
    refused = update(either, identifier, {"rent": "700"}, expectedVersion=1)
    assert (refused["__typename"], refused["code"], refused["path"]) == ("Conflict", "REVISION_CONFLICT", ["expectedVersion"])
    assert refused["current"] == {"id": identifier, "revision": 2, "facts": {"rent": "600"}}
    assert update(either, identifier, {"rent": "700"}, expectedVersion=2)["household"]["revision"] == 3


def test_every_problem_is_told_with_its_path_and_nothing_is_stored(client: Client) -> None:
    identifier = client.household(rent="500", persons=[a_person(), a_person("paul", role="CHILD")])
    persons = [{"key": "paul", "bornOn": "2090-01-01"}, {"key": ""}, {"key": "marie", "unknown": ["household.rent"]}]
    refused = update(client, identifier, {"rent": "-3", "persons": persons})
    assert (refused["__typename"], refused["code"]) == ("InvalidFacts", "INVALID_FACTS")
    assert {(each["code"], tuple(each["path"])) for each in refused["problems"]} == {
        ("OUT_OF_RANGE", ("facts", "rent")),
        ("IN_THE_FUTURE", ("facts", "persons", "0", "bornOn")),
        ("BAD_KEY", ("facts", "persons", "1", "key")),
        ("UNKNOWN_FACT", ("facts", "persons", "2", "unknown", "0")),
    }
    assert client.ask("query ($id: ID!) { household(id: $id) { revision facts { rent } } }", id=identifier)["household"] == {
        "revision": 1,
        "facts": {"rent": "500"},
    }


def test_what_is_sent_twice_is_refused_before_one_of_the_two_is_lost(client: Client) -> None:
    identifier = client.household(rent="500")
    twice = {"persons": [a_person(), {"key": "paul"}, a_person(role="CHILD")]}
    both = {"rent": "600", "unknown": ["household.rent"]}
    for facts, code, path in ((twice, "BAD_KEY", ["facts", "persons", "2", "key"]), (both, "ONE_VALUE", ["facts", "unknown", "0"])):
        refused = update(client, identifier, facts)
        assert [(each["code"], each["path"]) for each in refused["problems"]] == [(code, path)]
    assert update(client, identifier, {"rent": None, "unknown": ["household.rent"]})["household"]["facts"]["rent"] is None


def test_facts_that_cannot_all_be_true_are_refused_with_their_code_where_they_stand(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD")])
    refused = update(client, identifier, {"persons": [{"key": "marie", "dependant": True}]})
    assert [(each["code"], each["path"]) for each in refused["problems"]] == [("APPLICANT_IS_DEPENDANT", ["facts", "persons", "0"])]
    several = update(client, identifier, {"personsComplete": True, "persons": [{"key": "paul", "role": "APPLICANT"}]})
    assert [(each["code"], each["path"]) for each in several["problems"]] == [("SEVERAL_APPLICANTS", ["facts"])]
    operation = client.operation(worksStart="2026-09-01")
    input_ = {"id": operation, "facts": {"worksEnd": "2026-08-01"}}
    problems = client.ask(UPDATE_OPERATION, input=input_)["updateOperation"]["problems"]
    assert [each["code"] for each in problems] == ["WORKS_END_BEFORE_START"]


def test_a_problem_of_a_part_that_was_not_sent_is_named_by_its_key(client: Client) -> None:
    identifier = client.household(persons=[a_person(), a_person("paul", role="CHILD", dependant=True)])
    facts = {"persons": [{"key": "zoe", "role": "APPLICANT", "dependant": True}], "removePersons": ["marie"]}
    refused = update(client, identifier, facts)
    assert [each["path"] for each in refused["problems"]] == [["facts", "persons", "0"]]


def test_changing_what_is_not_there_is_not_found(client: Client) -> None:
    operation = client.operation(kind="DEMOLITION")
    for identifier in (operation, "nobody", "é" * 80):
        refused = update(client, identifier, {})
        assert (refused["__typename"], refused["code"], refused["path"]) == ("NotFound", "NOT_FOUND", ["id"])


def test_wrong_types_are_refused_before_anything_runs(client: Client) -> None:
    wrong: list[dict[str, Any]] = [
        {"rent": 500.4},
        {"rent": "a lot"},
        {"rent": True},
        {"persons": [{"role": "APPLICANT"}]},
        {"persons": [a_person(nationality="MARTIAN")]},
        {"persons": [a_person(bornOn="1990-13-01")]},
        {"colour": "blue"},
        {"personsComplete": "yes"},
    ]
    for facts in wrong:
        assert client.refused(CREATE, input={"facts": facts}) == ["BAD_USER_INPUT"], facts
    assert client.ask("{ households { nodes { id } } }") == {"households": {"nodes": []}}


def test_personal_values_never_stand_in_an_error(client: Client) -> None:
    canary = "Zéphyrine-Canari-1987"
    tried = [{"commune": {"name": canary}}, {"rent": canary}, {"persons": [a_person(bornOn=canary)]}, {"commune": f"{canary}\x00"}]
    for facts in tried:
        assert canary not in str(client.send(CREATE, input={"facts": facts}))


def test_a_file_is_called_in_lists_what_it_was_called_when_it_was_created(either: Client) -> None:
    create = "mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { ... on HouseholdSaved { household { label } } } }"
    made = either.ask(create, input={"facts": {}, "label": " Famille Martin "})
    assert made == {"createHousehold": {"household": {"label": "Famille Martin"}}}
    assert either.ask("{ households(first: 5) { nodes { label } } }") == {"households": {"nodes": [{"label": "Famille Martin"}]}}
    for label in ("", "  ", "x" * 201):
        assert either.refused(create, input={"facts": {}, "label": label}) == ["BAD_LABEL"]
