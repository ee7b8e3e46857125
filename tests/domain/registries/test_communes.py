"""Which codes are those of communes: the whole list, and codes on either side of its stretches."""

import pytest
import yaml

from domain.registries.communes import TABLE, _stretches, is_commune


@pytest.mark.parametrize(
    "code",
    [
        "35238",  # Rennes
        "75056",  # Paris, as one
        "75120",  # its last district
        "13201",  # Marseille's first district
        "2A004",  # Ajaccio
        "97411",  # Saint-Denis de la Réunion
        "93059",  # Pierrefitte-sur-Seine, in Saint-Denis since 2025
        "01458",  # the last of its department
    ],
)
def test_a_commune_that_is_or_was_has_its_code(code: str) -> None:
    assert is_commune(code)


@pytest.mark.parametrize(
    "code", ["01220", "01459", "35000", "35999", "75121", "13217", "2A000", "99999", "20004", "3523", "352380", "Lyon", ""]
)
def test_no_commune_has_another_code(code: str) -> None:
    assert not is_commune(code)


def test_the_list_is_whole_and_says_where_it_comes_from() -> None:
    assert sum(last - first + 1 for stretches in _stretches().values() for first, last in stretches) == 38_888
    assert len(_stretches()) == 98, "94 departments of the mainland, two of Corsica, two starts for all overseas"
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    assert "Code officiel géographique" in table["source"]
    assert all(isinstance(each, str) for each in (*table["codes"], *table["codes"].values()))
