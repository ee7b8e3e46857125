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
