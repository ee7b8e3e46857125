"""``attendu compare`` and ``attendu rules coverage``: over cases in this process, over a real record in processes of their own."""

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from api.cli import DONE, NOT_DONE, NOT_READ, run
from api.commands.errors import DayRefused, SideUnknown
from api.commands.sides import Side
from tests.api.commands.processes import copied
from tests.rules.review.new_year import TEXT

Capture = pytest.CaptureFixture[str]
LYON = "examples/household-couple-lyon.yaml"


@pytest.fixture
def cases(tmp_path: Path) -> str:
    """A folder with one case."""
    (tmp_path / "new_year.yaml").write_text(TEXT, encoding="utf-8")
    return str(tmp_path)


def answered(arguments: list[str], capsys: Capture) -> Any:
    assert run([*arguments, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def test_two_days_over_cases_name_the_figures_and_decrees_of_either_year(cases: str, capsys: Capture) -> None:
    said = answered(["compare", "2025-12-31", "2026-01-01", "--over", "cases", "--cases", cases], capsys)
    causes = {each["id"]: each for each in said["causes"]}
    assert said["asked"] == 1
    assert causes["plus_ceilings"]["before"]["since"] == "2025-01-01"
    assert causes["plus_ceilings"]["after"]["since"] == "2026-01-01"
    assert causes["plus_ceilings"]["before"]["source"]
    flip = next(each for each in said["flips"] if each["rule"].endswith(".plus_ceiling"))
    assert (flip["before"]["output"], flip["after"]["output"]) == ("23201", "23403")


def test_two_days_are_told_in_words(cases: str, capsys: Capture) -> None:
    assert run(["compare", "2025-12-31", "2026-01-01", "--cases", cases, "--language", "fr"]) == DONE
    said = capsys.readouterr().out.replace("\u202f", " ").replace("\xa0", " ")
    assert "Réponses qui changent : 1 sur 1" in said
    assert "Chiffre daté · Plafonds de ressources PLUS" in said
    assert "23 201 € par an → 23 403 € par an" in said


def test_a_sample_is_asked_about_on_either_day(capsys: Capture) -> None:
    said = answered(["compare", "2026-06-01", "2026-06-01", "--over", LYON], capsys)
    assert (said["asked"], said["flips"]) == (1, [])


def test_a_sample_whose_zone_a_service_tells_names_the_ceilings_of_either_year_and_their_decrees(capsys: Capture) -> None:
    said = answered(["compare", "2025-12-31", "2026-01-01", "--over", "examples/household-lone-parent-rennes.yaml"], capsys)
    causes = {each["id"]: each for each in said["causes"]}
    figures = {
        "plus_ceilings",
        "plai_ceilings",
        "rls_amounts",
        "rls_income_ceilings",
        "second_quarter_rent_index",
        "third_quarter_rent_index",
    }
    assert set(causes) == figures | {"as_of"}  # the day itself turns the year before last to the next one
    plus = causes["plus_ceilings"]
    assert (plus["before"]["source"], plus["after"]["source"]) == (
        "Arrêté du 23 décembre 2024 modifiant l’arrêté du 29 juillet 1987",
        "Arrêté du 19 décembre 2025 modifiant l’arrêté du 29 juillet 1987",
    )


def test_the_day_after_the_last_sure_one_of_a_figure_names_it(capsys: Capture) -> None:
    asked = ["compare", "2026-12-31", "2027-01-01", "--over", "examples/household-lone-parent-rennes.yaml"]
    said = answered(asked, capsys)
    aged = {each["figure"]: each["sure_until"] for each in said["aged_figures"]}
    assert aged == dict.fromkeys(("plai_ceilings", "plus_ceilings", "rls_amounts", "rls_income_ceilings"), "2026-12-31")
    assert run([*asked, "--language", "en"]) == DONE
    words = " ".join(capsys.readouterr().out.split())
    assert "Dated figure · PLUS income ceilings (in force since 1 January 2026, no newer value found: to be verified)" in words


def test_what_comes_out_otherwise_says_what_is_taken_for_true_behind_it(tmp_path: Path, capsys: Capture) -> None:
    given = Path("examples/household-lone-parent-rennes.yaml").read_text(encoding="utf-8")
    (tmp_path / "sure.yaml").write_text(re.sub("recent_income: 16110.*", "recent_income: null", given), encoding="utf-8")
    asked = ["compare", str(tmp_path / "sure.yaml"), "examples/household-lone-parent-rennes.yaml"]
    income = next(each for each in answered(asked, capsys)["flips"] if each["rule"] == "calculations.incomes.reference_income")
    assert (income["before"]["doubts"], income["after"]["doubts"]) == ([], ["calculations.incomes.is_drop_counted"])
    assert run([*asked, "--language", "en"]) == DONE
    said = "(to be verified: drop in income proved, and counted after the deductions of the tax notice)"
    assert f"→ €16,110 a year {said}" in " ".join(capsys.readouterr().out.split())


def test_two_samples_are_compared_fact_by_fact(tmp_path: Path, capsys: Capture) -> None:
    sample = Path(LYON).read_text(encoding="utf-8")
    (tmp_path / "other.yaml").write_text(sample.replace("nationality: EU_EEA_SWISS", "nationality: FRENCH"), encoding="utf-8")
    said = answered(["compare", LYON, str(tmp_path / "other.yaml")], capsys)
    assert {each["id"] for each in said["causes"]} == {"person.nationality"}
    assert any(each["rule"] == "documents.identity.identity_card" for each in said["flips"])


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("now", Side("now")),
        ("recorded", Side("recorded", recorded=True)),
        ("abcdef12", Side("abcdef12", version="abcdef12")),
        ("household.yaml", Side("household.yaml", file=Path("household.yaml"))),
    ],
)
def test_a_side_is_read_as_it_is_written(words: str, side: Side) -> None:
    assert Side.read(words) == side


@pytest.mark.parametrize("words", ["2026-02-30", "tomorrow", "abc", "now@soon", "2026-01-01@2026-01-02", ""])
def test_what_is_no_side_is_refused_with_what_may_be_written(words: str) -> None:
    with pytest.raises(SideUnknown, match="a day such as"):
        Side.read(words)


@pytest.mark.parametrize("words", ["0001-01-01", "1899-12-31", "now@2200-01-01", "abcdef12@9999-12-31"])
def test_a_side_on_a_day_about_which_nothing_is_answered_is_refused(words: str) -> None:
    with pytest.raises(DayRefused, match="a day from 1900-01-01 on and before 2200-01-01"):
        Side.read(words)


LILLE = "examples/operation-rehabilitation-lille.yaml"


@pytest.mark.parametrize("arguments", [["recorded", "now"], [LYON, "now"], [LYON, LILLE], ["2026-01-01", "soon"], ["2025-13-31", "now"]])
def test_sides_that_cannot_be_asked_the_same_are_refused(arguments: list[str], capsys: Capture) -> None:
    assert run(["compare", *arguments]) == NOT_READ
    assert "SIDE_UNKNOWN" in capsys.readouterr().err


def test_what_nothing_can_be_asked_over_is_refused_with_what_may_be_written(capsys: Capture) -> None:
    assert run(["compare", "2025-12-31", "2026-01-01", "--over", "case"]) == NOT_READ
    assert "SIDE_UNKNOWN: Nothing is asked over 'case'; write --over cases, --over decisions or --over FILE" in capsys.readouterr().err
    assert run(["compare", "2025-12-31", "2026-01-01", "--over", "not-there.yaml"]) == NOT_READ
    assert "not-there.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["compare", "2025-12-31", "2026-01-01"], ["rules", "coverage"], ["rules", "site", "PAGES"]])
def test_a_folder_without_cases_is_refused(arguments: list[str], tmp_path: Path, capsys: Capture) -> None:
    pages, empty = tmp_path / "pages", tmp_path / "empty"
    empty.mkdir()
    for folder, told in ((tmp_path / "nowhere", "FILE_UNREADABLE"), (empty, "EMPTY")):
        assert run([str(pages) if each == "PAGES" else each for each in arguments] + ["--cases", str(folder)]) == NOT_READ
        said = capsys.readouterr().err
        assert said.startswith(f"{folder}: ")
        assert said.endswith(f"[{told}]\n")
    assert not pages.exists()


@pytest.mark.server
def test_the_record_is_compared_with_changed_rules_and_with_the_version_that_made_it(tmp_path: Path) -> None:
    program = copied(tmp_path)
    assert program.run("demo", "--no-serve").returncode == 0
    same = json.loads(program.run("compare", "recorded", "now", "--over", "decisions", "--json").stdout)
    assert same["flips"] == []
    assert same["asked"] > 3
    file = tmp_path / "rules" / "documents" / "applicant" / "identity.py"
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace("Nationality.FRENCH", "Nationality.EU_EEA_SWISS", 1), encoding="utf-8")
    with sqlite3.connect(tmp_path / "attendu.db") as database:
        ((digest,),) = database.execute("SELECT rule_set FROM decision WHERE subject_type = 'household' LIMIT 1").fetchall()
    for before in ("recorded", digest[:12]):
        now = json.loads(program.run("compare", before, "now", "--over", "decisions", "--json").stdout)
        assert [each["id"] for each in now["causes"]] == ["documents.identity.identity_card"]
        assert {each["rule"] for each in now["flips"]} == {"documents.identity.identity_card"}
    unknown = program.run("compare", "ffffff", "now", "--over", "decisions")
    assert unknown.returncode == NOT_DONE
    assert "VERSION_UNKNOWN: " in unknown.stderr
    assert digest[:12] in unknown.stderr
    covered = json.loads(program.run("rules", "coverage", "--over", "decisions", "--json").stdout)
    assert covered["rule_sets"]["household"]["runs"] > 0
    assert covered["rule_sets"]["household"]["rules"]["lacking"]


def test_coverage_over_cases_names_what_they_do_not_state(cases: str, capsys: Capture) -> None:
    said = answered(["rules", "coverage", "--cases", cases], capsys)["rule_sets"]["household"]
    assert said["runs"] == 1
    assert len(said["rules"]["lacking"]) == said["rules"]["all"], "the case states nothing"
    assert run(["rules", "coverage", "--cases", cases, "--language", "fr"]) == DONE
    assert "jamais appliquée" in capsys.readouterr().out


def test_check_finds_nothing_certain_and_says_what_is_possible(capsys: Capture) -> None:
    said = answered(["rules", "check"], capsys)
    assert not any(each["certain"] for each in said)
    assert {each["kind"] for each in said} == {"unsaid_value"}
    assert run(["rules", "check", "--language", "fr"]) == DONE
    assert "Rien de certain" in capsys.readouterr().out


def test_check_ends_with_1_where_something_certain_is_found(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr("rules.review.checks.known_reasons", dict)
    assert run(["rules", "check", "--language", "en"]) == NOT_DONE
    told = capsys.readouterr()
    assert "household.marital_status SINGLE" in told.out
    assert "LAW_DOUBTFUL" in told.err
