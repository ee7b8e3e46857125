from pathlib import Path

import pytest

from rules.engine.errors import RuleSetError
from rules.engine.figures import load_figures
from tests.rules.engine.estates import SOURCE

FIGURE = "quota:\n  title: {fr: Quota, en: Quota}\n  source: CODE\n  values:\n    2026-01-01: 2\n"


@pytest.mark.parametrize(
    ("planted", "remedy"),
    [
        (FIGURE.replace("CODE", "NOWHERE"), "its source 'NOWHERE' is not in rules/sources"),
        (FIGURE.replace("2026-01-01", "January"), "'January' is not a day such as 2026-01-01"),
        (FIGURE.replace("  values:\n    2026-01-01: 2\n", ""), "write title, unit, source and values"),
        (FIGURE.replace(": 2\n", ": null\n"), "it has no values"),
        (FIGURE.replace(": 2\n", ": {value: 2, effect: lately}\n"), "its effect is 'lately', where only unknown can stand"),
        (FIGURE.replace(": 2\n", ": {value: 2, effect: }\n"), "its effect is None, where only unknown can stand"),
        (FIGURE.replace(": 2\n", ": {value: 2, sure_until: lately}\n"), "'lately' is not a day such as 2026-01-01"),
        (FIGURE.replace(": 2\n", ": {value: 2, efect: unknown}\n"), "efect beside a value is not read"),
    ],
)
def test_a_figure_that_cannot_be_read_stops_the_start(planted: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(planted)
    with pytest.raises(RuleSetError, match=rf"quotas.yaml: the figure quota cannot be read .*{remedy}"):
        load_figures(tmp_path, {"CODE": SOURCE})


def test_a_figure_that_is_declared_twice_stops_the_start(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(FIGURE)
    with pytest.raises(RuleSetError, match=r"b.yaml: the figure quota is declared twice; give one of them another name"):
        load_figures(tmp_path, {"CODE": SOURCE})


def test_a_figure_is_read_exactly(tmp_path: Path) -> None:
    (tmp_path / "rates.yaml").write_text(FIGURE.replace(": 2\n", ": 0.1\n    2027-01-01: {a: 1, b: 0.1}\n"))
    first, second = load_figures(tmp_path, {"CODE": SOURCE})["quota"].periods
    assert (repr(first.value), repr(second.value)) == ("Decimal('0.1')", "{'a': Decimal('1'), 'b': Decimal('0.1')}")


def test_a_figure_whose_day_of_effect_was_not_found_says_so(tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(FIGURE.replace(": 2\n", ": {value: 2, effect: unknown}\n    2027-01-01: 3\n"))
    periods = load_figures(tmp_path, {"CODE": SOURCE})["quota"].periods
    assert [(each.value, each.dated) for each in periods] == [(2, False), (3, True)]


def test_a_figure_names_the_decree_that_fixes_each_value(tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(FIGURE + "    2027-01-01: {decree: Order of 2026, address: https://orders/2026, value: 3}\n")
    first, second = load_figures(tmp_path, {"CODE": SOURCE})["quota"].periods
    assert first.source is SOURCE
    assert (second.value, second.source.reference, second.source.title) == (3, "Order of 2026", SOURCE.title)
    assert second.source.address == "https://orders/2026"
