"""The command line in this process: what each command says, where, and with which exit code."""

import asyncio
import json
import re
import socket
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from api.cli import COMMANDS, DONE, NOT_DONE, NOT_READ, run
from domain.store.opening import open_database
from domain.store.rental_stock import RentalStock
from rules.library import load_rule_sets

HOUSEHOLD = "examples/household-lone-parent-rennes.yaml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATTENDU_DATABASE_URL", f"sqlite:///{tmp_path / 'attendu.db'}")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("ATTENDU_MODE", raising=False)


@pytest.mark.parametrize("arguments", [[], ["--help"], *([name, "--help"] for name in COMMANDS)])
def test_every_command_has_its_help(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == DONE
    assert len(capsys.readouterr().out) > 200


def test_the_help_lists_every_command_with_what_it_does(capsys: Capture) -> None:
    run([])
    lines = capsys.readouterr().out.splitlines()
    assert [name for name in COMMANDS if not any(re.search(rf"│ {name} +[A-Z]", line) for line in lines)] == []


def test_the_list_says_of_a_command_what_the_command_says_of_itself(capsys: Capture) -> None:
    for name, (_, does) in COMMANDS.items():
        run([name, "--help"])
        assert does.rstrip(".") in " ".join(capsys.readouterr().out.split()), name


@pytest.mark.parametrize("arguments", [["rules"], ["rules", "--help"]])
def test_a_list_of_commands_below_one_says_of_each_what_it_does(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.delitem(sys.modules, "api.commands.rules", raising=False)  # as in a new process: none of them is loaded yet
    assert run(arguments) == DONE
    said = capsys.readouterr().out
    assert [each for each in ("check", "coverage", "list", "site") if not re.search(rf"│ {each} +[A-Z]", said)] == []


def test_the_version_is_that_of_the_package(capsys: Capture) -> None:
    assert run(["--version"]) == DONE
    assert capsys.readouterr().out.strip() == tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["evaluate"],
        ["evaluate", HOUSEHOLD, "--as-of", "soon"],
        ["rules", "list", "--kind", "law"],
        ["compare", "recorded", "now", "--over", "decisions", "--last", "0"],
        ["rules", "coverage", "--over", "decisions", "--last", "-3"],
        ["demo", "--no-serve", "--port", "99999"],
        ["serve", "--port", "-1"],
        ["explain", "soon"],
        ["explain", "²"],
        ["explain", "9" * 5000],
    ],
)
def test_arguments_that_cannot_be_read_are_told_on_standard_error(arguments: list[str], capsys: Capture) -> None:
    assert run(arguments) == NOT_READ
    told = capsys.readouterr()
    assert told.err
    assert not told.out


@pytest.mark.parametrize(("language", "words"), [("fr", "Pièces de la demande"), ("en", "Documents of the request")])
def test_evaluate_answers_in_french_and_english(language: str, words: str, capsys: Capture) -> None:
    assert run(["evaluate", HOUSEHOLD, "--language", language]) == DONE
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(("language", "rehousing"), [("fr", "Relogement"), ("en", "Rehousing")])
def test_parts_of_different_lists_may_have_the_same_key(language: str, rehousing: str, tmp_path: Path, capsys: Capture) -> None:
    sample = Path("examples/operation-demolition-saint-etienne.yaml").read_text(encoding="utf-8")
    told = []
    for building, loan, household in [("1", "1", "1"), ("1", "2", "4")]:
        text = sample.replace("tour-bellevue", f'"{building}"').replace("cdc-1998", f'"{loan}"').replace("menage-1,", f'"{household}",')
        (file := tmp_path / "sample.yaml").write_text(text, encoding="utf-8")
        assert run(["evaluate", str(file), "--language", language, "--why-not"]) == DONE
        told.append(" ".join(capsys.readouterr().out.split()).replace(f"{rehousing} 4", f"{rehousing} 1"))
    assert f"{rehousing} 1" in told[0]
    assert told[0] == told[1]


def test_the_language_is_by_default_that_of_the_system(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    run(["evaluate", HOUSEHOLD])
    assert "Reference day" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    run(["evaluate", HOUSEHOLD])
    assert "Jour de référence" in capsys.readouterr().out


def test_evaluate_takes_the_day_from_the_option_the_file_or_the_clock(capsys: Capture) -> None:
    run(["evaluate", HOUSEHOLD, "--json"])
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-11-20"
    run(["evaluate", HOUSEHOLD, "--json", "--as-of", "2026-03-02"])
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-03-02"


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_evaluate_refuses_a_day_about_which_nothing_is_answered(day: str, capsys: Capture) -> None:
    assert run(["evaluate", HOUSEHOLD, "--as-of", day]) == NOT_READ
    assert capsys.readouterr().err == (
        f"DATE_OUT_OF_RANGE: Nothing is answered about {day}; give a day from 1900-01-01 on and before 2200-01-01.\n"
    )


def test_evaluate_answers_about_the_last_day(capsys: Capture) -> None:
    assert run(["evaluate", "examples/operation-demolition-saint-etienne.yaml", "--as-of", "2199-12-31"]) == DONE
    assert "31 December 2199" in capsys.readouterr().out.replace("\xa0", " ")


def test_evaluate_refuses_a_day_before_a_birth_and_names_whose(capsys: Capture) -> None:
    assert run(["evaluate", HOUSEHOLD, "--as-of", "2010-06-01"]) == NOT_READ
    said = capsys.readouterr().err
    assert said.count("[PERSON_NOT_BORN_YET]") == 2, "the two children"


def test_evaluate_tells_every_mistake_of_a_file_with_line_and_field(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("type: household\nfacts:\n  household.rent: -5\n  household.moon: 1\n", encoding="utf-8")
    assert run(["evaluate", str(path)]) == NOT_READ
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"{path}:3: facts.household.rent: 0 or more is expected [OUT_OF_RANGE]"
    assert second.startswith(f"{path}:4: facts.household.moon: ")
    assert second.endswith("[UNKNOWN_FACT]")


def test_facts_that_cannot_all_be_true_are_told_on_the_line_of_one_of_them(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "contradictory.yaml"
    given = ("type: operation", "facts:", "  operation.works_start: 2027-01-01", "  operation.works_end: 2026-01-01")
    path.write_text("\n".join(given), encoding="utf-8")
    assert run(["evaluate", str(path), "--language", "en"]) == NOT_READ
    assert capsys.readouterr().err.startswith(f"{path}:4: facts.operation.works_end: The works end before they start")


def test_a_setting_that_cannot_be_used_is_told_with_its_code(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("ATTENDU_COMMUNES_URL", "ftp://registry")
    assert run(["evaluate", HOUSEHOLD]) == NOT_DONE
    assert capsys.readouterr().err.startswith("SETTING_REFUSED: ATTENDU_COMMUNES_URL")


def test_allowing_a_document_that_is_not_there_stops_the_start(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("ATTENDU_ALLOWED_DOCUMENTS", "documents.identity.identity_card documents.identity.pasport")
    assert run(["evaluate", HOUSEHOLD]) == NOT_DONE
    assert capsys.readouterr().err.startswith("INVALID_RULE_SET: documents.identity.pasport is no document")


def test_the_list_of_rules_has_one_object_a_rule_with_its_keys(capsys: Capture) -> None:
    assert run(["rules", "list", "--json"]) == DONE
    listed = json.loads(capsys.readouterr().out)
    rules = {
        unit.id for each in load_rule_sets().values() for unit in each.plan.units if not unit.hidden and unit.kind.value != "condition"
    }
    assert {each["id"] for each in listed} == rules
    assert len(listed) == len(rules)
    assert all(each[key] for each in listed for key in ("id", "kind", "title", "source", "confidence", "version"))


@pytest.mark.parametrize("kind", ["document", "calculation", "task", "condition"])
def test_the_list_can_be_of_one_kind(kind: str, capsys: Capture) -> None:
    run(["rules", "list", "--json", "--kind", kind])
    assert {each["kind"] for each in json.loads(capsys.readouterr().out)} == {kind}
    run(["rules", "list", "--kind", kind])
    assert len(capsys.readouterr().out.splitlines()) > 5


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_can_be_read(language: str, capsys: Capture) -> None:
    shown = [
        "documents.identity.identity_card",
        "tasks.demolition.demolition_file",
        "calculations.income_ceilings.plus_ceiling",
        "vocabulary.persons.is_adult",
    ]
    for rule in shown:
        assert run(["rules", "show", rule, "--language", language]) == DONE
        text = capsys.readouterr().out
        assert rule in text
        assert f", {'ligne' if language == 'fr' else 'line'} " in text


def test_a_rule_is_shown_with_its_condition_sources_and_what_depends_on_it(capsys: Capture) -> None:
    run(["rules", "show", "tasks.demolition.demolition_file", "--language", "en"])
    text = capsys.readouterr().out
    assert "• Kind of operation: Demolition" in text
    assert "moderate alert: 1 month before" in text
    run(["rules", "show", "calculations.income_ceilings.plus_ceiling", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert "household.ceiling_zone" in told["reads"]
    assert "calculations.income_ceilings.eligible_products" in told["read_by"]


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "date d’effet non trouvée : à vérifier"), ("en", "day of effect not found: to be verified")]
)
def test_a_rule_says_of_a_figure_that_its_day_of_effect_was_not_found(language: str, words: str, capsys: Capture) -> None:
    run(["rules", "show", "calculations.areas.annex_area_retained", "--cases", "none", "--language", language])
    text = " ".join(capsys.readouterr().out.split())
    assert words in text
    assert "2002" not in text, "the day that stands for it"


def test_a_rule_says_of_a_figure_after_which_day_no_newer_value_was_found(capsys: Capture) -> None:
    run(["rules", "show", "calculations.housing_benefit.apl_resource_allowance", "--language", "en"])
    assert "after 31 December 2025, no newer value found: to be verified" in " ".join(capsys.readouterr().out.split())


def test_a_rule_that_is_not_there_is_told_with_those_like_it(capsys: Capture) -> None:
    assert run(["rules", "show", "documents.identity.identity"]) == NOT_DONE
    assert "RULE_UNKNOWN: There is no rule documents.identity.identity. Perhaps documents.identity.identity_card" in capsys.readouterr().err


def test_the_graph_is_a_tree_a_list_data_or_a_picture(tmp_path: Path, capsys: Capture) -> None:
    rule = "calculations.incomes.reference_income"
    run(["rules", "graph", rule])
    assert "[person.reference_tax_income]" in capsys.readouterr().out
    run(["rules", "graph"])
    assert f"{rule} ← " in capsys.readouterr().out
    run(["rules", "graph", rule, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert {each["id"] for each in told["nodes"]} >= {rule, "household.recent_income"}
    for arguments, most in (([], 2_000), ([rule], 100)):
        run(["rules", "graph", *arguments, "--svg", str(tmp_path / "graph.svg")])
        boxes = ET.parse(tmp_path / "graph.svg").getroot().findall(".//{http://www.w3.org/2000/svg}rect")
        assert 3 < len(boxes) < most
        assert len({(each.get("x"), each.get("y")) for each in boxes}) == len(boxes)


def test_the_schema_is_that_of_the_tree(capsys: Capture) -> None:
    assert run(["schema"]) == DONE
    assert "type Query" in capsys.readouterr().out


async def test_stock_is_stored_from_a_file(tmp_path: Path, capsys: Capture) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'attendu.db'}")
    path = tmp_path / "stock.csv"
    path.write_text("# ours\ncommune,year,let,vacant,vacant_over_three_months\n35238,2026,10,2,1\n", encoding="utf-8")
    assert await run_apart(["stock", "load", str(path)]) == DONE
    assert [each.vacant for each in await RentalStock(database).of_commune("35238")] == [2]
    await database.close()


async def run_apart(arguments: list[str]) -> int:
    """Run a command that has an event loop of its own."""
    return await asyncio.to_thread(run, arguments)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ":1: no line of counts"),
        ("commune,year\n1,2\n", ":1: the columns are to be"),
        ("commune,year,let,vacant,vacant_over_three_months\nRennes,2026,-1,2\n", ":2: commune: an INSEE code"),
    ],
)
def test_stock_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, text: str, told: str, capsys: Capture) -> None:
    path = tmp_path / "stock.csv"
    path.write_text(text, encoding="utf-8")
    assert run(["stock", "load", str(path)]) == NOT_READ
    assert f"{path}{told}" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["1", "999999999999999999999", "00000000-0000-7000-8000-000000000000"])
def test_a_decision_that_is_not_there_is_told(name: str, capsys: Capture) -> None:
    assert run(["db", "upgrade"]) == DONE
    assert run(["explain", name]) == NOT_DONE
    assert capsys.readouterr().err.startswith("DECISION_UNKNOWN: ")


@pytest.mark.parametrize(
    "arguments", [["explain", "1"], ["compare", "recorded", "now", "--over", "decisions"], ["rules", "coverage", "--over", "decisions"]]
)
def test_a_database_that_is_not_there_is_told_and_not_made_by_reading(arguments: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert run(arguments) == NOT_DONE
    assert capsys.readouterr().err.startswith(f"DATABASE_MISSING: There is no database {tmp_path / 'attendu.db'}.")
    assert list(tmp_path.iterdir()) == []


def test_a_database_without_tables_names_the_command_to_run(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "attendu.db").touch()
    assert run(["explain", "1"]) == NOT_DONE
    assert (
        capsys.readouterr().err == "SCHEMA_OUTDATED: The tables of the database are not those of this version. Run `attendu db upgrade`.\n"
    )


@pytest.mark.parametrize(
    ("address", "code"), [("oracle://host/db", "STORE_ADDRESS_REFUSED"), ("sqlite:////no/such/folder/a.db", "STORE_UNAVAILABLE")]
)
def test_a_database_that_cannot_be_used_is_told_with_its_code(
    address: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("ATTENDU_DATABASE_URL", address)
    for arguments in (["db", "upgrade"], ["demo", "--no-serve"]):
        assert run(arguments) == NOT_DONE
        assert capsys.readouterr().err.startswith(f"{code}: ")


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_told_before_anything_is_made(command: str, tmp_path: Path, capsys: Capture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert run([command, "--port", str(port)]) == NOT_DONE
    assert capsys.readouterr().err.startswith(f"PORT_TAKEN: Another process listens on port {port} of 127.0.0.1. Stop it, or")
    assert list(tmp_path.iterdir()) == []


def test_a_host_where_nothing_can_listen_is_told(capsys: Capture) -> None:
    assert run(["serve", "--host", "192.0.2.1"]) == NOT_DONE  # of documentation: no machine has it
    assert capsys.readouterr().err.startswith("SETTING_REFUSED: Nothing can listen on --host 192.0.2.1")


def test_several_workers_need_postgresql(capsys: Capture) -> None:
    assert run(["serve", "--workers", "2"]) == NOT_DONE
    assert "PostgreSQL" in capsys.readouterr().err


def test_the_rules_are_counted_and_an_applicant_s_documents_are_listed_by_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--language", "fr"]) == DONE
    assert re.search(
        r"^\d+ pièces du demandeur, \d+ pièces d’une opération, \d+ calculs, \d+ tâches$", capsys.readouterr().out, re.MULTILINE
    )
    listed = {}
    for name in ("to-register", "to-process", "unverified", "on-request", "never"):
        assert run(["rules", "list", "--documents", name, "--json"]) == DONE
        listed[name] = [each["id"] for each in json.loads(capsys.readouterr().out)]
    assert "documents.identity.identity_card" in listed["to-register"]
    assert "documents.couples.cohabitation_statement" in listed["unverified"]
    assert "documents.work.business_registration" in listed["unverified"]
    assert "documents.work.student_card" in listed["on-request"]
    assert "documents.current_housing.lease_and_rent_receipt" in listed["on-request"]
    assert "documents.never_asked.bank_statements" in listed["never"]
    assert sum(map(len, listed.values())) == len({each for names in listed.values() for each in names}) > 230
