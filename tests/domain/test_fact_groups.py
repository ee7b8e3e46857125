"""Facts may stand in modules of their own, by theme; they are the facts of one subject."""

from datetime import date

import pytest

from domain.errors import DeclarationError
from domain.facts import Fact, fact, milestone
from domain.subjects import FactGroup, Subject
from domain.text import text

TITLE = text(fr="Navire", en="Ship")


class Voyage(FactGroup):
    sailed_on: Fact[date | None] = milestone(fr="appareillage", en="sailed")


class Ship(Voyage, Subject, title=TITLE):
    masts: Fact[int] = fact(fr="mâts", en="masts")


def test_the_facts_of_a_group_are_facts_of_the_subject_that_inherits_it() -> None:
    assert Ship.facts == (Ship.masts, Voyage.sailed_on)
    assert Ship.sailed_on.id == "ship.sailed_on"
    assert Ship(sailed_on=date(2026, 3, 2)).sailed_on == date(2026, 3, 2)
    assert Ship().sailed_on is None


def test_a_fact_of_a_group_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="Ship is a value and cannot be changed"):
        Ship().sailed_on = date(2026, 3, 2)


def test_a_group_is_of_one_subject() -> None:
    with pytest.raises(DeclarationError, match=r"Raft.sailed_on is already a fact of Ship"):

        class Raft(Voyage, Subject, title=TITLE):
            pass


def test_a_fact_stands_in_one_group() -> None:
    class Crew(FactGroup):
        captain: Fact[str] = fact(fr="capitaine", en="captain")

    with pytest.raises(DeclarationError, match=r"Boat.captain is declared in two groups; keep one of them"):

        class Boat(Crew, Subject, title=TITLE):
            captain: Fact[str] = fact(fr="capitaine", en="captain")
