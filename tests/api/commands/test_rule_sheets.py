"""``attendu rules show`` and ``rules list``: a rule with its cases, a figure with its texts, a fact with what reads it, nothing cut."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli import DONE, NOT_DONE, run

Capture = pytest.CaptureFixture[str]
CARD, CEILING = "documents.identity.identity_card", "calculations.income_ceilings.plus_ceiling"
CASES = """
type: household
family: documents.identity
as_of: 2026-03-02
cases:
  - name: a French applicant shows an identity card
    given: {persons: {claire: {role: APPLICANT, nationality: FRENCH}}}
    then: {identity_card@claire: applied}
  - name: nobody knows who she is
    given: {persons: {claire: {role: APPLICANT}}}
    days:
      2026-03-01..2026-03-31: {identity_card@claire: undetermined, residence_permit@claire: undetermined}
"""


@pytest.fixture
def cases(tmp_path: Path) -> str:
    """A folder with two cases of the identity card."""
    (tmp_path / "identity.yaml").write_text(CASES, encoding="utf-8")
    return str(tmp_path)


def told(arguments: list[str], capsys: Capture) -> Any:
    assert run([*arguments, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def read(arguments: list[str], capsys: Capture) -> str:
    assert run(arguments) == DONE
    return capsys.readouterr().out.replace("\u202f", " ").replace("\xa0", " ")


def test_a_rule_is_shown_with_what_cases_state_of_it(cases: str, capsys: Capture) -> None:
    said = read(["rules", "show", CARD, "--cases", cases, "--language", "fr"], capsys)
    assert said.endswith(
        "Cas d’essai (leurs noms sont en anglais)\n"
        "  • a French applicant shows an identity card\n"
        "    2 mars 2026 : claire, s’applique\n"
        "  • nobody knows who she is\n"
        "    du 1er mars 2026 au 31 mars 2026 : claire, indéterminée\n"
    )
    assert "1 March 2026 to 31 March 2026: claire, undetermined" in read(
        ["rules", "show", CARD, "--cases", cases, "--language", "en"], capsys
    )


def test_for_programs_too_a_rule_has_its_cases(cases: str, capsys: Capture) -> None:
    stated = told(["rules", "show", CARD, "--cases", cases], capsys)["cases"]
    assert [each["expected"] for each in stated] == ["applied", "undetermined"]
    assert stated[1] == {
        "name": "nobody knows who she is",
        "first": "2026-03-01",
        "last": "2026-03-31",
        "part": "claire",
        "expected": "undetermined",
    }


def test_values_that_cases_state_are_said_in_words_and_kept_for_programs(capsys: Capture) -> None:
    said = read(["rules", "show", CEILING, "--language", "fr"], capsys)
    assert "• one person in other regions, in 2026" in said
    assert "23 403 € par an" in said
    assert {"value": 23403} in [each["expected"] for each in told(["rules", "show", CEILING], capsys)["cases"]]


def test_of_a_rule_that_no_case_is_about_that_is_said_and_where_there_are_no_cases_nothing(
    cases: str, tmp_path: Path, capsys: Capture
) -> None:
    assert "No case is about it alone" in read(["rules", "show", CEILING, "--cases", cases, "--language", "en"], capsys)
    assert "case" not in read(["rules", "show", CEILING, "--cases", str(tmp_path / "none"), "--language", "en"], capsys).lower()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_case_can_be_said(language: str, capsys: Capture) -> None:
    for rule in ("tasks.demolition.demolition_file", "documents.resources.tax_notice_n2", "vocabulary.persons.is_adult"):
        assert run(["rules", "show", rule, "--language", language]) == DONE


def test_a_case_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "identity.yaml").write_text(CASES.replace("2026-03-31:", "2026-02-01:"), encoding="utf-8")
    assert run(["rules", "show", CARD, "--cases", str(tmp_path)]) == NOT_DONE
    assert "identity.yaml, line 9, nobody knows who she is: 2026-03-01..2026-02-01 ends before it begins" in capsys.readouterr().err


def test_a_dated_figure_is_shown_with_each_value_its_text_and_what_reads_it(capsys: Capture) -> None:
    said = " ".join(read(["rules", "show", "plus_ceilings", "--language", "fr"], capsys).split())
    assert said.startswith("Plafonds de ressources PLUS Chiffre daté · € par an [plus_ceilings] En vigueur depuis le 1er janvier 2026")
    assert "Arrêté du 19 décembre 2025 modifiant l’arrêté du 29 juillet 1987" in said
    assert "Autres régions — Catégorie 1 : 23 403 € ; Catégorie 2 : 31 254 €" in said
    assert f"Calcul · Plafond PLUS [{CEILING}]" in said
    figure = told(["rules", "show", "plus_ceilings"], capsys)
    assert (figure["kind"], figure["periods"][-1]["since"]) == ("figure", "2026-01-01")
    assert figure["periods"][-1]["value"]["OTHER_REGIONS"]["1"] == "23403"
    assert CEILING in figure["read_by"]


def test_a_figure_says_what_is_in_doubt(capsys: Capture) -> None:
    share = " ".join(read(["rules", "show", "very_modest_income_share", "--language", "en"], capsys).split())
    assert "Day of effect not found: to be verified" in share
    assert "2002" not in share, "the day that stands for it"
    revised = " ".join(read(["rules", "show", "plai_ceilings", "--language", "en"], capsys).split())
    assert "CCH, art. R441-1, révision annuelle, derived from texts that were found" in revised


def test_a_fact_is_shown_with_its_possible_answers_and_what_reads_it(capsys: Capture) -> None:
    said = read(["rules", "show", "person.nationality", "--language", "en"], capsys)
    assert said.startswith("Nationality\nFact")
    assert "• French  [FRENCH]" in said
    assert f"[{CARD}]" in said
    fact = told(["rules", "show", "person.nationality"], capsys)
    assert (fact["kind"], fact["choices"]["FRENCH"]) == ("fact", "French")
    assert CARD in fact["read_by"]


@pytest.mark.parametrize(("name", "what"), [("plus_ceilings", "a dated figure"), ("person.nationality", "a fact")])
def test_where_a_rule_is_wanted_a_figure_or_a_fact_is_called_so(name: str, what: str, capsys: Capture) -> None:
    assert run(["rules", "graph", name]) == NOT_DONE
    said = capsys.readouterr().err
    assert f"RULE_UNKNOWN: {name} is {what}, and no rule; `attendu rules show {name}` names the rules that read it." in said


@pytest.mark.parametrize("columns", ["40", "300"])
def test_the_list_cuts_no_id_and_no_title(columns: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    listed = {each["id"]: each["title"] for each in told(["rules", "list", "--language", "fr"], capsys)}
    assert run(["rules", "list", "--language", "fr"]) == DONE
    lines = capsys.readouterr().out.splitlines()[1:-2]
    assert [line.split(maxsplit=1)[0] for line in lines] == sorted(listed)
    assert [line for line, name in zip(lines, sorted(listed), strict=True) if listed[name] not in line or "…" in line] == []


def test_a_rule_says_what_it_takes_for_true(capsys: Capture) -> None:
    said = " ".join(read(["rules", "show", "calculations.incomes.reference_income"], capsys).split())
    assert "to be verified, where it is so: drop in income proved, and counted after the deductions of the tax notice" in said
