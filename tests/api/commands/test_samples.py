"""Samples: read with the line of everything; whatever is wrong is told at once, at its line."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.commands.errors import FileRefused
from api.commands.samples import Sample, read_sample
from domain.values import neutral

TODAY = date(2026, 11, 20)
GOOD = """\
type: household
title: Claire
as_of: 2026-03-02
facts:
  household.persons_complete: true
  household.rent: 512.40
parts:
  household.persons:
    - key: claire
      facts:
        person.born_on: 1990-05-01
"""


def read(tmp_path: Path, text: str, name: str = "sample.yaml") -> Sample:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_sample(path, TODAY)


def refused(tmp_path: Path, text: str, name: str = "sample.yaml") -> list[tuple[int, str, str]]:
    with pytest.raises(FileRefused) as caught:
        read(tmp_path, text, name)
    return [(each.line, each.field, each.code) for each in caught.value.problems]


def test_a_sample_says_type_title_day_and_facts(tmp_path: Path) -> None:
    sample = read(tmp_path, GOOD)
    assert (sample.type, sample.title, sample.as_of) == ("household", "Claire", date(2026, 3, 2))
    assert sample.subject.parts[0][0].key == "claire"


def test_a_number_is_read_as_it_is_written(tmp_path: Path) -> None:
    sample = read(tmp_path, GOOD.replace("512.40", "512.4000000000000001"))
    assert "512.4000000000000001" in [neutral(each) for each in sample.subject.values]


def test_json_says_the_same(tmp_path: Path) -> None:
    data = {
        "type": "household",
        "title": "Claire",
        "as_of": "2026-03-02",
        "facts": {"household.persons_complete": True, "household.rent": 512.4},
        "parts": {"household.persons": [{"key": "claire", "facts": {"person.born_on": "1990-05-01"}}]},
    }
    text = json.dumps(data, indent="\t")
    assert read(tmp_path, text, "sample.json").subject == read(tmp_path, GOOD).subject


def test_every_problem_is_told_at_its_line(tmp_path: Path) -> None:
    text = (
        GOOD.replace("title: Claire", "colour: red")
        .replace("512.40", "-5")
        .replace("as_of: 2026-03-02", "as_of: soon")
        .replace("    - key: claire", "    - name: claire")
        .replace("1990-05-01", "2090-05-01\n        person.nationality: MARTIAN")
    )
    assert refused(tmp_path, text) == [
        (2, "colour", "UNKNOWN_KEY"),
        (3, "as_of", "WRONG_TYPE"),
        (6, "facts.household.rent", "OUT_OF_RANGE"),
        (9, "parts.household.persons[0].key", "BAD_KEY"),
        (9, "parts.household.persons[0].name", "UNKNOWN_KEY"),
        (11, "parts.household.persons[0].facts.person.born_on", "IN_THE_FUTURE"),
        (12, "parts.household.persons[0].facts.person.nationality", "WRONG_TYPE"),
    ]


@pytest.mark.parametrize("day", ["1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_about_which_nothing_is_answered_is_refused(day: str, tmp_path: Path) -> None:
    assert refused(tmp_path, GOOD.replace("as_of: 2026-03-02", f"as_of: {day}")) == [(3, "as_of", "DATE_OUT_OF_RANGE")]


def test_facts_that_cannot_all_be_true_are_told_at_one_of_them(tmp_path: Path) -> None:
    child = GOOD.replace("1990-05-01", "2016-05-01")
    assert refused(tmp_path, child) == [(5, "facts.household.persons_complete", "HOUSEHOLD_WITHOUT_ADULT")]
    both = GOOD + "        person.role: APPLICANT\n        person.dependant: true\n"
    assert refused(tmp_path, both) == [(12, "parts.household.persons[0].facts.person.role", "APPLICANT_IS_DEPENDANT")]


def test_a_day_that_is_not_in_the_calendar_is_told_like_any_other_mistake(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, GOOD.replace("1990-05-01", "1990-02-31"))
    assert problem == (11, "parts.household.persons[0].facts.person.born_on", "WRONG_TYPE")


def test_what_yaml_lets_pass_is_refused_here(tmp_path: Path) -> None:
    twice = GOOD.replace("household.rent: 512.40", "household.rent: 1\n  household.rent: 2")
    assert refused(tmp_path, twice) == [(7, "facts.household.rent", "DUPLICATE_KEY")]
    alias = GOOD.replace("true", "&yes true").replace("512.40", "*yes")
    assert (6, "facts.household.rent", "ALIAS") in refused(tmp_path, alias)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "UNKNOWN_TYPE"),
        ("- a list", 1, "UNKNOWN_TYPE"),
        ("type: spaceship", 1, "UNKNOWN_TYPE"),
        ("type: household\nfacts: [", 2, "SYNTAX"),
        ("type: household\nfacts: !!python/object:os.system {}", 2, "TAG"),
        ("[" * 10_000, 1, "SYNTAX"),
        ("a: \x07", 1, "SYNTAX"),
    ],
)
def test_what_is_no_sample_is_told_at_its_line(tmp_path: Path, text: str, line: int, code: str) -> None:
    assert [each[2] for each in refused(tmp_path, text)] == [code]
    assert refused(tmp_path, text)[0][0] in {line, line + 1}


@pytest.mark.parametrize(("text", "line"), [('{"type": "household",\n "facts": }', 2), ("{", 1), ("type: household", 1)])
def test_json_that_is_none_is_told_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    assert refused(tmp_path, text, "sample.json") == [(line, "", "SYNTAX")]


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="FILE_UNREADABLE"):
        read_sample(tmp_path / "nowhere.yaml", TODAY)
    (tmp_path / "picture.yaml").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(FileRefused, match="UTF-8"):
        read_sample(tmp_path / "picture.yaml", TODAY)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=80), st.integers(0, len(GOOD)), st.sampled_from(["sample.yaml", "sample.json"]))
def test_whatever_stands_in_a_file_is_read_or_refused(tmp_path: Path, inserted: str, place: int, name: str) -> None:
    with suppress(FileRefused):
        read(tmp_path, GOOD[:place] + inserted + GOOD[place:], name)
