"""No value of a person's facts leaves: an allow-list, and a digest that cannot be guessed."""

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import orjson
from hypothesis import given
from hypothesis import strategies as st

from tracing.personal import PROCESS_KEY, Seen, inputs_digest, safe_attributes, safe_json

PREFIX = "attendu.rule.input."


class Kind(Enum):
    DEMOLITION = "demolition"


scalars = st.one_of(st.text(), st.integers(), st.booleans(), st.floats(), st.dates(), st.decimals(), st.none(), st.binary())
seen = st.lists(st.builds(Seen, st.text(min_size=1), scalars | st.lists(scalars) | st.sets(st.integers()), st.booleans()), max_size=20)


@given(seen)
def test_nothing_personal_is_told(values: list[Seen]) -> None:
    public = {value.name for value in values if not value.personal}
    assert {name.removeprefix(PREFIX) for name in safe_attributes(PREFIX, values)} <= public
    assert set(orjson.loads(safe_json(values))) <= public


@given(seen)
def test_json_is_whole_and_at_most_four_kibibytes(values: list[Seen]) -> None:
    long = [Seen(f"{number}", "é" * 200, personal=False) for number in range(50)]
    text = safe_json([*values, *long])
    assert isinstance(orjson.loads(text), dict)
    assert len(text.encode()) <= 4_096


def test_plain_values_are_told_in_a_form_that_viewers_know() -> None:
    values = [
        Seen("kind", Kind.DEMOLITION, personal=False),
        Seen("deposited", date(2026, 1, 31), personal=False),
        Seen("rent", Decimal("512.30"), personal=False),
        Seen("dwellings", 12, personal=False),
        Seen("sold", False, personal=False),
        Seen("huge", 2**70, personal=False),
    ]
    told = {"kind": "demolition", "deposited": "2026-01-31", "rent": "512.30", "dwellings": 12, "sold": False, "huge": str(2**70)}
    assert safe_attributes("", values) == told
    assert orjson.loads(safe_json(values)) == told


def test_a_value_of_an_unknown_type_is_not_told() -> None:
    class Person:
        def __str__(self) -> str:
            return "Jeanne Martin"

    assert safe_attributes("", [Seen("who", Person(), personal=False), Seen("all", ["Jeanne"], personal=False)]) == {}


@given(seen)
def test_equal_inputs_have_equal_digests_in_any_order(values: list[Seen]) -> None:
    distinct = list({value.name: value for value in values}.values())
    assert inputs_digest(PROCESS_KEY, distinct) == inputs_digest(PROCESS_KEY, distinct[::-1])


def test_a_digest_depends_on_the_key_and_on_every_value() -> None:
    values = [
        Seen("age", 34, personal=True),
        Seen("zone", frozenset({"B1", "A"}), personal=False),
        Seen("rent", Fraction(1, 3), personal=True),
    ]
    older = [Seen("age", 35, personal=True), *values[1:]]
    digests = {inputs_digest(PROCESS_KEY, values), inputs_digest(b"another key", values), inputs_digest(PROCESS_KEY, older)}
    assert len(digests) == 3
    assert all(len(digest) == 32 for digest in digests)
