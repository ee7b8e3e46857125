"""Dated figures in the readable answer: since when each holds, and the text that it stands in then."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli import DONE, run
from api.commands.answer import Answer
from api.commands.answer_json import answer_json
from domain.text import Language
from rules.engine.decision import Decision
from tests.api.commands.answers import decided, read

HOUSEHOLD = "examples/household-lone-parent-rennes.yaml"
PLUS = {
    "2025-12-31": ("2025-01-01", "Arrêté du 23 décembre 2024 modifiant l’arrêté du 29 juillet 1987"),
    "2026-01-01": ("2026-01-01", "Arrêté du 19 décembre 2025 modifiant l’arrêté du 29 juillet 1987"),
}


@pytest.mark.parametrize("day", PLUS)
def test_the_same_household_on_either_day_of_a_new_year_is_told_that_year_s_ceilings_and_decree(
    day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", HOUSEHOLD, "--as-of", day, "--json"]) == DONE
    (ceiling,) = (each for each in json.loads(capsys.readouterr().out)["values"] if each["rule"].endswith(".plus_ceiling"))
    (figure,) = (each for each in ceiling["inputs"] if each["origin"] == "figure")
    assert (figure["id"], figure["since"], figure["source"]) == ("plus_ceilings", *PLUS[day])
    assert [each["id"] for each in ceiling["inputs"] if "source" in each] == ["plus_ceilings"], "of a figure alone"


def test_a_figure_names_its_text_where_its_rule_rests_on_others(samples: dict[str, Decision]) -> None:
    rennes = samples["household-lone-parent-rennes"]
    since, decree = "en vigueur depuis le 1er janvier 2026", PLUS["2026-01-01"][1]
    assert f"Plafonds de ressources PLUS ({since}, {decree})" in read(Answer(rennes, "fr").lines())
    assert f"PLUS income ceilings (in force since 1 January 2026, {decree})" in read(Answer(rennes, "en").lines())
    assert "Taux famille (en vigueur depuis le 1er juillet 2007) ;" in read(Answer(rennes, "fr").lines()), "the text of the rule itself"


def test_a_reason_that_holds_something_against_a_figure_names_its_text(samples: dict[str, Decision]) -> None:
    nantes = samples["operation-construction-nantes"]
    article = "Code du travail, art. L4532-1, R4532-2 et R4532-3"
    said = read(Answer(nantes, "fr").lines())
    assert "1 980 hommes-jours, le seuil de 500 est dépassé)\n" in said
    assert f"déclaré : 500 hommes-jours ({article}, date d’effet non trouvée : à vérifier)" in said
    told: list[dict[str, Any]] = answer_json(nantes, "fr")["documents"]
    figures = [figure for each in told if each["rule"] == "documents.site_safety.coordination_plan" for figure in each["figures"]]
    assert [(each["id"], each["value"], each["since"], each["source"]) for each in figures] == [
        ("site_declaration_man_days", 500, None, article)
    ], "no text says since when"


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Remplacés par ce que dit le dossier : APL nette"), ("en", "Replaced by what the file says: Net benefit")],
)
def test_a_net_benefit_that_is_worked_out_gives_way_to_the_one_of_the_file(language: Language, said: str, tmp_path: Path) -> None:
    written, whole = Path(HOUSEHOLD).read_text(), tmp_path / "household.yaml"
    whole.write_text(written.replace("  household.rent:", "  household.occupancy: WHOLE_DWELLING\n  household.rent:", 1))
    assert said in read(Answer(decided(whole), language).lines())
