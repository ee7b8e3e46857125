from tests.api.clients import Client

RULES = """
query ($kind: RuleKind) { rules(kind: $kind, language: EN) {
  id kind title subject version confidence sources { reference title } inputs { id label unit } dependsOn { id } usedBy { id }
  document { requirement asked } task { shownFrom { months days } } unit
} }
"""


def test_the_catalogue_holds_every_rule_with_its_source(client: Client) -> None:
    rules = client.ask(RULES)["rules"]
    assert {each["kind"] for each in rules} == {"DOCUMENT", "CALCULATION", "TASK", "CONDITION"}
    assert all(each["sources"] for each in rules if each["kind"] != "CONDITION")
    assert all((each["document"] is not None) == (each["kind"] == "DOCUMENT") for each in rules)
    assert all((each["task"] is not None) == (each["kind"] == "TASK") for each in rules)
    assert len({each["id"] for each in rules}) == len(rules)


def test_rules_are_found_by_kind_and_by_id(client: Client) -> None:
    assert {each["kind"] for each in client.ask(RULES, kind="TASK")["rules"]} == {"TASK"}
    rule = client.ask('{ rule(id: "tasks.demolition.demolition_file", language: FR) { title kind subject } }')["rule"]
    assert (rule["kind"], rule["subject"]) == ("TASK", "operation")


def test_what_a_rule_reads_and_what_reads_it_are_two_sides_of_one_graph(client: Client) -> None:
    rules = {each["id"]: each for each in client.ask(RULES)["rules"]}
    for name, rule in rules.items():
        for needed in rule["dependsOn"]:
            assert name in [each["id"] for each in rules[needed["id"]]["usedBy"]]
    card = rules["documents.identity.identity_card"]
    assert {"id": "person.nationality", "label": "Nationality", "unit": None} in card["inputs"]
