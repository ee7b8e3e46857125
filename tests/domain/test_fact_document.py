import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidFacts
from domain.fact_document import MAXIMUM_PARTS, read_subject, write_subject
from domain.facts import UNKNOWN
from domain.households import Household
from domain.subjects import Subject
from tests.domain.gardens import Bed, Garden, Soil

TODAY = date(2026, 3, 1)
amounts = st.decimals(0, 100, places=2)


def known(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.just(UNKNOWN) | strategy


def keyed(items: list[Bed]) -> tuple[Bed, ...]:
    return tuple(each.keyed(str(index)) for index, each in enumerate(items))


beds = st.builds(Bed, area=known(amounts), soil=known(st.none() | st.sampled_from(Soil)))
gardens = st.builds(
    Garden,
    beds_complete=known(st.booleans()),
    beds=st.lists(beds, max_size=3).map(keyed),
    tended=known(st.booleans()),
    trees=known(st.integers(0, 10**14)),
    dug_on=known(st.dates(max_value=TODAY)),
    opened_on=known(st.none() | st.dates()),
    names=known(st.frozensets(known(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)))),
    yields=known(st.dictionaries(st.integers(0, 3000), amounts)),
)


@given(gardens)
def test_a_subject_comes_back_from_its_document_as_it_was(garden: Garden) -> None:
    document = json.loads(json.dumps(write_subject(garden)))
    assert read_subject(Garden, document, today=TODAY) == garden


def test_facts_that_nobody_said_are_left_out_and_absent_ones_are_said() -> None:
    garden = Garden(tended=True, beds=(Bed(soil=None).keyed("east"),))
    assert write_subject(garden) == {
        "facts": {"garden.tended": True},
        "parts": {"garden.beds": [{"key": "east", "facts": {"bed.soil": None}, "parts": {}}]},
    }


def test_a_former_name_is_read_as_the_fact_it_became() -> None:
    document = {"parts": {"garden.beds": [{"key": "east", "facts": {"bed.ground": "clay"}}]}}
    assert read_subject(Garden, document).beds[0].soil is Soil.CLAY


def problems(document: object, kind: type[Subject] = Garden) -> list[tuple[str, str]]:
    with pytest.raises(InvalidFacts) as caught:
        read_subject(kind, document, today=TODAY)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_every_problem_is_told_at_once_each_with_its_path() -> None:
    document = {
        "facts": {
            "garden.tended": "yes",
            "garden.trees": -1,
            "garden.dug_on": "2090-01-01",
            "garden.names": None,
            "garden.colour": 1,
        },
        "parts": {
            "garden.beds": [
                {"key": "east", "facts": {"bed.area": "1e3", "bed.soil": "CLAY", "bed.ground": "SAND"}, "colour": 1},
                {"key": "east", "facts": []},
                {"facts": {"bed.area": 101}},
                "west",
            ],
            "garden.paths": [],
        },
        "fact": {},
    }
    assert problems(document) == [
        ("UNKNOWN_KEY", "fact"),
        ("UNKNOWN_FACT", "facts.garden.colour"),
        ("UNKNOWN_LIST", "parts.garden.paths"),
        ("WRONG_TYPE", "facts.garden.tended"),
        ("OUT_OF_RANGE", "facts.garden.trees"),
        ("IN_THE_FUTURE", "facts.garden.dug_on"),
        ("NOT_OPTIONAL", "facts.garden.names"),
        ("UNKNOWN_KEY", "parts.garden.beds[0].colour"),
        ("GIVEN_TWICE", "parts.garden.beds[0].facts.bed.ground"),
        ("OUT_OF_RANGE", "parts.garden.beds[0].facts.bed.area"),
        ("BAD_KEY", "parts.garden.beds[1].key"),
        ("WRONG_TYPE", "parts.garden.beds[1].facts"),
        ("BAD_KEY", "parts.garden.beds[2].key"),
        ("OUT_OF_RANGE", "parts.garden.beds[2].facts.bed.area"),
        ("BAD_KEY", "parts.garden.beds[3].key"),
        ("WRONG_TYPE", "parts.garden.beds[3]"),
    ]


@pytest.mark.parametrize("document", [None, [], "garden", 1])
def test_what_is_no_document_is_refused(document: object) -> None:
    assert problems(document) == [("WRONG_TYPE", "(root)")]


@pytest.mark.parametrize("key", ["", "a/b", "a\x00", "a\nb", "\ud800", "a" * 101, 1, None])
def test_a_key_that_could_not_be_part_of_a_path_is_refused(key: object) -> None:
    assert problems({"parts": {"garden.beds": [{"key": key}]}}) == [("BAD_KEY", "parts.garden.beds[0].key")]


def test_a_list_without_end_is_refused_unread() -> None:
    assert problems({"parts": {"garden.beds": [None] * (MAXIMUM_PARTS + 1)}}) == [("TOO_MANY_PARTS", "parts.garden.beds")]


def test_parts_are_counted_over_all_lists_of_a_subject() -> None:
    fine = {"parts": {"garden.beds": [{"key": str(number)} for number in range(MAXIMUM_PARTS)]}}
    assert len(read_subject(Garden, fine).beds) == MAXIMUM_PARTS
    persons = [{"key": str(number)} for number in range(51)]
    assert problems({"parts": {"household.persons": persons}}, Household) == [("TOO_MANY_PARTS", "parts.household.persons")]


def test_a_day_may_lie_in_the_future_where_nobody_tells_today() -> None:
    assert read_subject(Garden, {"facts": {"garden.dug_on": "2090-01-01"}}).dug_on == date(2090, 1, 1)


def test_no_message_repeats_a_value() -> None:
    with pytest.raises(InvalidFacts) as caught:
        read_subject(Garden, {"facts": {"garden.trees": "seventy-seven", "garden.dug_on": "7777-07-07", "garden.tended": 77}}, today=TODAY)
    assert "77" not in str(caught.value)
    assert "seventy" not in str(caught.value)


def documents_of(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.sampled_from(["facts", "parts", "key", "garden.beds", "garden.trees", "garden.names", "bed.area", "bed.soil"])
    return st.dictionaries(names, inner)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner) | documents_of(inner)))
def test_whatever_is_sent_is_read_or_refused(document: object) -> None:
    try:
        garden = read_subject(Garden, document)
    except InvalidFacts:
        return
    assert read_subject(Garden, write_subject(garden)) == garden


def test_an_exact_decimal_survives() -> None:
    bed = read_subject(Bed, {"facts": {"bed.area": 0.1}})
    assert repr(bed.area) == repr(Decimal("0.1"))
