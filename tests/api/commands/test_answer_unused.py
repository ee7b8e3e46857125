"""What was given and is not used yet is told, with what it will serve."""

import pytest

from api.commands.answer import Answer
from domain.text import Language
from rules.engine.decision import Decision
from tests.api.commands.answers import read

HEADING: dict[Language, str] = {"fr": "\nIndiqué au dossier, pas encore utilisé\n", "en": "\nGiven in the file, not used yet\n"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_no_value_uses_yet_is_told_with_the_first_that_will_and_what_that_waits_for(
    samples: dict[str, Decision], language: Language
) -> None:
    text = read(Answer(samples["household-three-generations-montreuil"], language).lines())
    told = text.partition(HEADING[language])[2].partition("\n\n")[0].splitlines()
    charges, income = {
        "fr": (
            (
                "  • Charges récupérables : 143,50 € par mois (servira d’abord à « Dépense de logement », qui attend « Loyers des annexes "
                "(garage, jardin) »)"
            ),
            (
                " — Demandeur « moussa » : 26 780 € par an (servira d’abord à « Ressources de référence de l’année 2024 (N-2) », qui "
                "attend « Toutes les personnes sont indiquées », « Situation fiscale de l’année 2024 (N-2) — Ascendant "
            ),
        ),
        "en": (
            (
                "  • Recoverable charges: €143.50 a month (will first serve “Housing expense”, which waits for “Rents of the annexes "
                "(garage, garden)”)"
            ),
            (
                " — Applicant “moussa”: €26,780 a year (will first serve “Reference income of the year before last (2024)”, which waits "
                "for “All persons are listed”, “Tax situation for the year before last (2024) — Parent or grandparent of "
            ),
        ),
    }[language]
    assert charges in told
    assert any(income in each for each in told)
    assert len(told) == 4, "rent, charges, resources and the income of the notice"


def test_what_is_used_by_one_rule_that_came_out_is_not_told(samples: dict[str, Decision]) -> None:
    assert HEADING["en"] not in read(Answer(samples["household-lone-parent-rennes"], "en").lines())
