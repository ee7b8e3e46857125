import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.engine.discover import discover
from rules.engine.errors import RuleSetError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package `planted` with a folder `documents`, importable while the test runs."""
    folder = tmp_path / "planted" / "documents"
    folder.mkdir(parents=True)
    for each in (folder.parent, folder):
        (each / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "planted"]:
        del sys.modules[name]


DEED = """
from rules.engine.declare import document
from rules.engine.rule import Requirement
from tests.rules.engine.estates import SOURCE, TITLE, Estate

deed = document(of=Estate, title=TITLE, source=SOURCE, requirement=Requirement.TO_REGISTER)
"""


def test_a_file_without_rules_stops_the_start(package: Path) -> None:
    (package / "empty.py").write_text('"""Nothing here."""\n')
    with pytest.raises(RuleSetError, match=r"planted.documents.empty declares no rule; add one or delete the file"):
        discover("planted", ("documents",))


def test_an_id_that_is_taken_stops_the_start(package: Path) -> None:
    for folder in ("houses", "land"):
        (package / folder).mkdir()
        (package / folder / "__init__.py").touch()
        (package / folder / "title.py").write_text(DEED)
    with pytest.raises(RuleSetError, match=r"documents.title.deed is declared at .*land.* and at .*houses.*; rename a file or a rule"):
        discover("planted", ("documents",))


def test_a_file_in_a_folder_that_is_no_package_stops_the_start(package: Path) -> None:
    (package / "title.py").write_text(DEED)
    (package / "houses").mkdir()
    (package / "houses" / "deeds.py").write_text(DEED)
    with pytest.raises(RuleSetError, match=r"planted.documents.houses.deeds is not read: .*; put an empty __init__.py beside it"):
        discover("planted", ("documents",))


def test_a_name_that_is_misspelt_stops_the_start_with_the_one_that_is_meant(package: Path) -> None:
    (package / "land.py").write_text(DEED.replace("of=Estate", "of=Estate, when=Estate.opne"))
    (package / "title.py").write_text(DEED.replace("SOURCE, TITLE", "SOURCE, TITEL"))
    with pytest.raises(RuleSetError) as refused:
        discover("planted", ("documents",))
    assert "planted.documents.land, line 6, cannot be read: AttributeError: " in str(refused.value)
    assert "has no attribute 'opne'; did you mean open?; mend it" in str(refused.value)
    assert "planted.documents.title cannot be read: cannot import name 'TITEL'" in str(refused.value)
    assert "; did you mean TITLE?; put the file or name back" in str(refused.value)


def test_what_is_not_of_the_type_that_is_expected_stops_the_start_with_its_line(package: Path) -> None:
    (package / "title.py").write_text(DEED.replace("Requirement.TO_REGISTER", "'TO_REGISTER'"))
    told = r"planted.documents.title, line 6, cannot be read: document\(requirement='TO_REGISTER'\): write Requirement.TO_REGISTER, "
    with pytest.raises(RuleSetError, match=told):
        discover("planted", ("documents",))


def test_a_name_that_is_imported_declares_nothing_again(package: Path) -> None:
    (package / "title.py").write_text(DEED)
    (package / "user.py").write_text(DEED.replace("deed =", "other =") + "from planted.documents.title import deed\n")
    assert sorted(discover("planted", ("documents",))) == ["documents.title.deed", "documents.user.other"]
