import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from mypy import api as mypy

from domain.errors import DeclarationError
from domain.facts import UNKNOWN, Fact, fact
from domain.subjects import Parts, Subject, facts_by_id, parts, types_below
from domain.text import Choice, text
from tests.domain.gardens import Bed, Garden, Soil

TYPED = """
from datetime import date
from decimal import Decimal

from domain.calendar import months
from domain.conditions import any_of, count, happened, total
from domain.aggregates import Count, Total
from domain.expressions import Comparison
from domain.facts import Unknown
from tests.domain.gardens import Bed, Garden, Soil

garden = Garden(tended=True, trees=3, beds=(Bed(area=Decimal(2)),))
tended: bool | Unknown = garden.tended
soil: Soil | Unknown | None = garden.beds[0].soil
comparison: Comparison = Garden.trees > 3
number: Count = count(Garden.beds, Bed.soil == Soil.CLAY)
area: Total[Decimal] = total(Garden.beds, Bed.area)
joined = any_of(Garden.beds, Bed.area >= 3) & Garden.tended  # E: operator
dug = happened(Garden.dug_on) | happened(Garden.opened_on + months(6))

Garden(trees="three")  # E: arg-type
Garden(tree=3)  # E: call-arg
Garden(beds=(Garden(),))  # E: arg-type
Garden.trees > Decimal(3)  # E: operator
Garden.trees + months(6)  # E: misc
happened(Garden.trees)  # E: arg-type
Garden.tended & Garden.trees  # E: operator
~Garden.trees  # E: misc
certain: bool = garden.tended  # E: assignment
day: date = garden.opened_on  # E: assignment
"""


def test_mypy_knows_the_type_of_every_fact(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text(TYPED)
    expected = [f"{line} {code}" for line, code in enumerate(re.findall(r"(?m)^.*?(?:  # E: (.*))?$", TYPED), 1) if code]
    said, _, _ = mypy.run([str(sample), "--no-error-summary", "--hide-error-context"])
    assert expected
    assert [" ".join(each) for each in re.findall(r"(?m)^\S+?:(\d+): error: .*\[(\S+)\]$", said)] == expected, said


def test_a_fact_that_nobody_said_is_unknown_and_an_empty_milestone_is_absent() -> None:
    garden = Garden()
    assert garden.trees is UNKNOWN
    assert garden.opened_on is None
    assert garden.beds == ()


def test_an_unknown_value_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="test it with `is UNKNOWN`"):
        bool(UNKNOWN)


def test_a_subject_is_a_value() -> None:
    garden = Garden(trees=3, beds=(Bed(area=Decimal(2)).keyed("east"),))
    assert garden == Garden(trees=3, beds=(Bed(area=Decimal(2)).keyed("east"),))
    assert garden != garden.replacing(trees=4)
    assert garden.replacing(trees=4).trees == 4
    assert garden.replacing(trees=4).beds == garden.beds
    assert hash(garden) == hash(garden.replacing(trees=3))
    assert garden.keyed("home") != garden
    assert repr(garden) == "Garden(trees=3, opened_on=None, beds=(Bed(area=Decimal('2')),))"
    for change in ("trees", "beds", "key"):
        with pytest.raises(AttributeError, match=r"make another with the (facts|parts) that differ"):
            setattr(garden, change, 4)


def test_a_fact_that_the_subject_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="Garden has no fact colour"):
        Garden(colour=1)  # type: ignore[call-arg]  # what mypy refuses too


def test_facts_know_their_name_type_and_owner() -> None:
    bed: Any = Bed.soil
    assert (bed.id, bed.kind, bed.optional, bed.owner, bed.index) == ("bed.soil", Soil, True, Bed, 1)
    assert Garden.opened_on.milestone
    assert Garden.dug_on.kind is date
    assert list(types_below(Garden)) == [Garden, Bed]
    assert set(facts_by_id(Garden)) >= {"garden.trees", "bed.soil", "bed.ground"}


def test_a_type_of_parts_stands_below_one_subject_only() -> None:
    with pytest.raises(DeclarationError, match=r"Bed is already a part of garden.beds; declare another type"):

        class Yard(Subject, title=text(fr="Cour", en="Yard")):
            beds_complete: Fact[bool] = fact(fr="complètes", en="complete")
            beds: Parts[Bed] = parts(fr="planches", en="beds", complete=beds_complete)


def test_a_fact_has_one_type() -> None:
    with pytest.raises(DeclarationError, match="a fact has one type, or that type and None"):

        class Shed(Subject, title=text(fr="Cabane", en="Shed")):
            price: Fact[int | str] = fact(fr="prix", en="price")


@pytest.mark.parametrize(
    ("annotation", "settings", "said"),
    [
        (None, {}, r"its type is not said; write price: Fact\[bool\] = fact"),
        (bool, {}, "its type is not said"),
        (Fact, {}, "its type is not said"),
        (Fact[list[str]], {}, r"or a tuple or frozenset of one of these; found list\[str\]"),
        (Fact[datetime], {}, "a fact holds bool, int, str, Decimal, date, a Choice"),
        (Fact[int], {"minimum": 5, "maximum": 3}, "nothing lies between its minimum 5 and its maximum 3; swap them"),
    ],
)
def test_a_fact_that_no_file_could_hold_is_refused_and_told_what_to_write(annotation: Any, settings: dict[str, Any], said: str) -> None:
    declared: Any = fact(fr="prix", en="price", **settings)
    body = {"price": declared, "__annotations__": {} if annotation is None else {"price": annotation}}
    with pytest.raises(DeclarationError, match=f"^shed.price: .*{said}"):
        type("Shed", (Subject,), body, title=text(fr="Cabane", en="Shed"))


def test_a_fact_has_a_label_in_both_languages() -> None:
    with pytest.raises(DeclarationError, match="a text is to be said in both languages"):
        fact(fr="prix", en="")


def test_two_choices_with_the_same_words_are_refused() -> None:
    with pytest.raises(DeclarationError, match="PARK and GARDEN have the same words"):

        class Ground(Choice):
            GARDEN = text(fr="Jardin", en="Garden")
            PARK = text(fr="Jardin", en="Garden")
