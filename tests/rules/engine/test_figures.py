from pathlib import Path

import pytest

from rules.engine.errors import RuleSetError
from rules.engine.figures import load_figures
from tests.rules.engine.estates import SOURCE

FIGURE = "quota:\n  title: {fr: Quota, en: Quota}\n  source: CODE\n  values:\n    2026-01-01: 2\n"


@pytest.mark.parametrize(
    ("planted", "remedy"),
    [
        (FIGURE.replace("CODE", "COD"), r"its source 'COD' is not in rules/sources; did you mean CODE\?"),
        (FIGURE.replace("  source: CODE\n", ""), "it names no source"),
        (FIGURE.replace(", en: Quota", ""), "its title is {'fr': 'Quota'}, where {fr: …, en: …} is expected"),
        (FIGURE.replace("en: Quota", "en: ''"), "a text is to be said in both languages"),
        (FIGURE.replace("  source", "  units: EUR\n  source"), "units is not read: only source, title, unit, values is"),
        (FIGURE.replace(": 2\n", ": 2,5\n"), "'2,5' is no number; write one with a point and no unit, such as 1234.50"),
        (FIGURE.replace(": 2\n", ": {a: twelve}\n"), "'twelve' is no number"),
        (FIGURE.replace(": 2\n", ": .nan\n"), "'.nan' is no number"),
        (FIGURE.replace(": 2\n", ": {value: -.inf}\n"), "'-.inf' is no number"),
        (FIGURE.replace(": 2\n", ": 010\n"), "'010' is no number"),
        (FIGURE.replace(": 2\n", ": 1:30\n"), "'1:30' is no number"),
        (FIGURE.replace(": 2\n", ": {}\n"), "the table {} has no cells; write them, or null"),
        (FIGURE.replace("  source", "  unit: ratios\n  source"), r"the unit 'ratios' has no words; write one of .*; did you mean ratio\?"),
        (FIGURE + "    later: 3\n", "'later' is not a day such as 2026-01-01"),
        (FIGURE.replace("2026-01-01", "January"), "'January' is not a day such as 2026-01-01"),
        (FIGURE.replace("  values:\n    2026-01-01: 2\n", ""), "it has no values.*write title, unit, source and values"),
        (FIGURE.replace(": 2\n", ": null\n"), "it has no values"),
        (FIGURE.replace(": 2\n", ": {value: 2, effect: lately}\n"), "its effect is 'lately', where only unknown can stand"),
        (FIGURE.replace(": 2\n", ": {value: 2, effect: }\n"), "its effect is None, where only unknown can stand"),
        (FIGURE.replace(": 2\n", ": {value: 2, sure_until: lately}\n"), "'lately' is not a day such as 2026-01-01"),
        (FIGURE.replace(": 2\n", ": {value: 2, efect: unknown}\n"), "efect beside a value is not read"),
    ],
)
def test_a_figure_that_cannot_be_read_stops_the_start(planted: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(planted)
    with pytest.raises(RuleSetError, match=rf"quotas.yaml, line 2: the figure quota cannot be read .*{remedy}"):
        load_figures(tmp_path, {"CODE": SOURCE})


@pytest.mark.parametrize(
    ("planted", "remedy"),
    [
        (FIGURE + "    2026-01-01: 3\n", "line 6: 2026-01-01 stands twice, the first time on line 5; keep one of them"),
        (FIGURE + FIGURE, "line 6: quota stands twice, the first time on line 1"),
        (FIGURE.replace(": 2\n", ": {a: 2, a: 3}\n"), "line 5: a stands twice, the first time on line 5"),
        (FIGURE.replace("2026-01-01", "2026-02-30"), "line 5: 2026-02-30 is no day of the calendar; correct it"),
        (FIGURE.replace("  source", "\tsource"), "line 3: this is not YAML: found character"),
        ("- quota\n", "figures are written by name"),
    ],
)
def test_a_file_of_figures_that_cannot_be_read_stops_the_start_and_names_the_line(planted: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(planted)
    with pytest.raises(RuleSetError, match=f"rules/parameters/quotas.yaml[,:] {remedy}"):
        load_figures(tmp_path, {"CODE": SOURCE})


@pytest.mark.parametrize("name", ["quotas.yml", "below/quotas.yaml"])
def test_a_file_of_figures_where_none_is_read_stops_the_start(name: str, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / name).write_text(FIGURE)
    with pytest.raises(RuleSetError, match=f"{name} is not read; name it quotas.yaml, right in rules/parameters"):
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


def test_a_code_that_begins_with_zero_is_kept_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "quotas.yaml").write_text(FIGURE.replace(": 2\n", ": {01: 2, 75: 1_000}\n"))
    (period,) = load_figures(tmp_path, {"CODE": SOURCE})["quota"].periods
    assert period.value == {"01": 2, "75": 1000}


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
