"""A file of cases that cannot be run, or that would state nothing: whoever writes it is told the file, the line and what to do."""

from pathlib import Path

import pytest

from rules.review.case_checks import BadCase
from rules.review.cases import cases_of, load_cases

FILE = """type: operation
family: tasks.demolition
as_of: 2026-03-02
given: {kind: DEMOLITION}
cases:
  - name: it is missed
    given: {works_start: 2026-01-01}
    then: {demolition_file: {state: MISSED}}
  - name: it is not there
    days:
      2026-03-02..2026-03-09: {demolition_file: undetermined}
"""

PLANTED: dict[str, tuple[str, str, str]] = {
    "a misspelt fact": ("works_start:", "works_starts:", "line 6, it is missed: works_starts is no fact and no list of operation; "),
    "the fact that is meant": ("works_start:", "works_starts:", r"did you mean works_start\?"),
    "a value that the fact has not": ("DEMOLITION}", "RUIN}", "line 6, it is missed: facts.operation.kind: one of CONSTRUCTION, .* is exp"),
    "a list that is none": ("works_start: 2026-01-01", "buildings: 3", "buildings is 3; write its parts by their keys"),
    "no type": ("type: operation\n", "", "line 1: its type is None; write one of household, operation"),
    "a misspelt type": ("type: operation", "type: operations", "line 1: its type is 'operations'; write one of"),
    "a misspelt key": ("    given: {works", "    givn: {works", r"line 6, it is missed: givn is not read; .*; did you mean given\?"),
    "a misspelt key of the file": ("as_of:", "asof:", r"line 1: asof is not read; .*; did you mean as_of\?"),
    "a key that stands twice": ("    then:", "    given: {}\n    then:", "line 8: given stands twice, the first time on line 7"),
    "no name": ("name: it is missed\n    given", "given", "line 6, a case without a name: name it by the law"),
    "no expectation": ("    then: {demolition_file: {state: MISSED}}\n", "", "it is missed: write either then, or days"),
    "two expectations": ("    then:", "    days: {}\n    then:", "it is missed: write either then, or days"),
    "an expectation of nothing": ("{demolition_file: {state: MISSED}}", "", "it is missed: it states nothing; name a rule"),
    "a misspelt outcome": (
        "undetermined",
        "undetermind",
        "line 9, it is not there: demolition_file: 'undetermind' is no outcome; write appl",
    ),
    "a bare state": ("{state: MISSED}", "3", r"'?3'? is no outcome; .*, such as \{state: …\}"),
    "what a task does not put out": ("state: MISSED", "value: 3", "value is nothing that a rule of tasks puts out; write alerts, blocks"),
    "a day that is none": ("2026-03-02\n", "2026-02-30\n", "line 3: 2026-02-30 is no day of the calendar; correct it"),
    "no day": ("as_of: 2026-03-02\n", "", "it is missed: its as_of is None; write the day that is today"),
    "a day in words": ("as_of: 2026-03-02", "as_of: soon", "it is missed: its as_of is 'soon'; write the day"),
    "a stretch with three dots": ("..2026", "...2026", "it is not there: 2026-03-02...2026-03-09 is no day"),
    "a stretch backwards": ("03-09:", "02-09:", "it is not there: 2026-03-02..2026-02-09 ends before it begins"),
    "no YAML": ("{kind: DEMOLITION}", "{kind: DEMOLITION", "line 5: this is not YAML: "),
    "given that is no list of facts": ("given: {kind: DEMOLITION}", "given: DEMOLITION", "given is 'DEMOLITION'; write facts by name"),
}


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_mistake_in_a_file_of_cases_is_told_with_its_line_and_the_remedy(mistake: str, tmp_path: Path) -> None:
    old, new, remedy = PLANTED[mistake]
    assert old in FILE
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "demolition.yaml").write_text(FILE.replace(old, new, 1))
    with pytest.raises(BadCase, match=f"^tasks/demolition.yaml, .*{remedy}"):
        load_cases(tmp_path)


@pytest.mark.parametrize("text", ["", "- a list\n", "type: operation\ncases: []\n"])
def test_a_file_without_cases_is_refused(text: str) -> None:
    with pytest.raises(BadCase, match=r"empty, line 1: .*; write"):
        list(cases_of("empty", text))


def test_each_file_with_a_mistake_is_named_and_one_that_would_not_be_read_too(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(FILE.replace("works_start", "works_stop"))
    (tmp_path / "c.yml").write_text(FILE)
    with pytest.raises(BadCase) as refused:
        load_cases(tmp_path)
    assert [line.partition(" ")[0] for line in str(refused.value).splitlines()] == ["c.yml", "a.yaml,", "b.yaml,"]


def test_what_several_cases_share_may_be_laid_below_other_facts() -> None:
    shared = FILE.replace("given: {kind", "given: &all {kind").replace("{works_start:", "{<<: *all, kind: CONSTRUCTION, works_start:")
    first, second, *_ = cases_of("demolition", shared)
    assert first.subject != second.subject
